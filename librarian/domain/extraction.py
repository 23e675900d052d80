"""What an extractor takes from a file, and how it says that it cannot.

An extractor is given the file's bytes and returns its text as blocks in reading order, so that
search, preview and comparison all see the same document.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Shape(StrEnum):
    """What a block is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    ASIDE = "aside"
    """Header, footer, comment, note, alt text: read, but beside the running text."""
    BREAK = "break"
    """A new page, sheet or slide begins; the text is its name where it has one."""


class Block(NamedTuple):
    """One piece of a document's text; a row holds its cells joined by tabs."""

    shape: Shape
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself; times are ISO 8601 as written, empty where not said."""

    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    template: str = ""
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of a file in reading order, what it says of itself, and what it carries."""

    blocks: tuple[Block, ...] = ()
    properties: Properties = field(default_factory=Properties)
    attachments: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All text, one block a line."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def headings(self) -> str:
        """The text of titles and headings, one a line."""
        return "\n".join(
            block.text for block in self.blocks if block.shape in (Shape.TITLE, Shape.HEADING)
        )


class Reason(StrEnum):
    """Why a file has no text here; the value is what people read."""

    PASSWORD = "password-protected"  # noqa: S105 - a reason, not a password
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    MISNAMED = "not what its name says"
    TOO_SLOW = "took too long"
    EMPTY = "empty"
    NO_TEXT = "no text in it (a picture or a scan)"
    NO_READER = "a kind of file that is not read"
    ONLINE_ONLY = "kept online only; not fetched just to look inside"
    UNREACHABLE = "can't open just now"


class UnreadableError(Exception):
    """A file has no text for a plain reason; `detail` is for those who look closer."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name and all its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Extractor:
    """Reads some media types; a higher revision means that files are read again.

    `extract` returns an Extraction or raises UnreadableError; anything else it raises is taken
    as damage to that one file.
    """

    name: str
    revision: int
    media_types: frozenset[str]
    extract: Callable[[Source], Extraction]
