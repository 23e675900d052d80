"""What a file looks like beside the results, as plain values that any window can draw."""

from dataclasses import dataclass

from librarian.domain.extraction import Block, Reason


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on a page where a word was found, as shares (0–1) of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """One drawn page: a PNG, its size in pixels, and where the words lie."""

    png: bytes
    width: int
    height: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class PagesPreview:
    """The pages of a PDF from `first` (counted from 0) on; `count` is of all its pages."""

    pages: tuple[Page, ...]
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class TextPreview:
    """A document as readable text; `cut` tells that it goes on in the file."""

    blocks: tuple[Block, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and the cells of its first rows, as shown."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The sheets of a workbook."""

    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class PicturePreview:
    """A picture's own bytes, small enough to draw."""

    data: bytes


@dataclass(frozen=True, slots=True)
class MailPreview:
    """A message: its header lines as (name, value), its text, what is attached."""

    headers: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoPreview:
    """Nothing to show, and why."""

    reason: Reason
    detail: str = ""


Preview = PagesPreview | TextPreview | TablePreview | PicturePreview | MailPreview | NoPreview
