"""What readers wish of those who look after a drive, as acts: anybody may, and each is answered.

A note is written by a person about a document, never about a family; what looks like personal
data is refused before it is put on record.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A reader asked that somebody confirms whether this is the current one."""

    path: str
    sha256: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A reader suggested a change."""

    path: str
    sha256: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """A reader reported that something is wrong with a file: it does not open, a link is dead."""

    path: str
    sha256: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reader looked for a document that does not exist."""

    note: str


@dataclass(frozen=True, slots=True)
class AccessAsked:
    """A reader asked to be let into a folder."""

    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Vouched:
    """Somebody says that a document is still right, and that `due` (ISO 8601) is soon enough.

    From its owner or deputy it counts as a review; from anybody else it is for those who look
    after the drive to take up.
    """

    document: str
    path: str
    due: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A reader's wish was dealt with; the note tells the reader how."""

    wish: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signposted:
    """A folder that not everybody can open is shown to all; `whom` is the person to ask.

    Where `whom` is empty it is not shown any more.
    """

    path: str
    whom: str = ""


Wishing = Asked | Suggested | Reported | Wanted | AccessAsked | Vouched
