"""That the file of a document is missing for the whole team, as acts.

"Not listed for me" is not "gone": only a complete scan by somebody who looks after the drive, or
by the automatic check, may say so.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Missed:
    """A complete scan did not find the current file of a document at its path."""

    document: str
    path: str


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """The file of a document that was missing lies at its path again."""

    document: str
    path: str
