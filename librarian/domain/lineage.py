"""A lineage: files that look like versions of one document, in order, each with its reasons.

This is what one desk infers from what it can see; nobody has confirmed it. It is `inferred` where
the reasons are strong, `asked` where business support have to say which version is the one to use.
"""

from dataclasses import dataclass
from enum import StrEnum


class Known(StrEnum):
    """How we know which version of a document is the one to use."""

    APPROVED = "approved"
    """Business support said so."""
    INFERRED = "inferred"
    """Numbers, dates and other strong signs say so."""
    ASKED = "asked"
    """It is a question for business support."""


class Looks(StrEnum):
    """Where a version stands, as far as anybody can tell from the files."""

    ONLY = "only"
    NEWEST = "newest"
    OLDER = "older"
    DRAFT = "draft"
    UNSURE = "unsure"
    """It may be the newest: that is the question."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that says the same as a version, and why it is taken for its copy."""

    file: int
    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One version: the file that stands for it, and why it has its place.

    `content` tells contents apart; `label` is what the version calls itself (``version 2``,
    ``June 2024``), empty where it says nothing.
    """

    file: int
    path: str
    content: int
    label: str
    looks: Looks
    why: str
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """Versions of one document, the oldest first; `question` is what has to be asked, if anything.

    `id` is made from the oldest version, so that it stays while newer ones come and files move.
    """

    id: str
    title: str
    known: Known
    editions: tuple[Edition, ...]
    head: int
    """The place in `editions` of the one to show first; the newest, as far as anybody can tell."""
    question: str = ""

    @property
    def newest(self) -> Edition | None:
        """The version that looks like the latest; None where that is a question."""
        return None if self.known is Known.ASKED else self.editions[self.head]
