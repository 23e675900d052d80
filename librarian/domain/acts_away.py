"""That a file lies in the archive which no act put there, as acts: how long it is kept counts here.

Like what is missing, only a complete scan by somebody who looks after the drive, or by the
automatic check, may say so.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeenAway:
    """A complete scan found a file in the archive that somebody moved there by hand."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class GoneAway:
    """A file that was moved into the archive by hand does not lie there any more."""

    path: str
