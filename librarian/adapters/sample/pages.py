"""What a writer is given: the words of one file, settled, whatever format it will have."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """What one part of a page is."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    ITEM = "item"
    FIELD = "field"
    BOX = "box"
    CHOICE = "choice"
    ROW = "row"
    NOTE = "note"
    TIP = "tip"
    BREAK = "break"


class Part(NamedTuple):
    """One part; a row has cells, a field or box that was filled in has its answer in them."""

    form: Form
    text: str
    cells: tuple[str, ...] = ()
    since: int = 1
    until: int = 99


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one file, what stands above and below them, and what it says of itself."""

    title: str
    parts: tuple[Part, ...]
    header: str = ""
    footer: str = ""
    author: str = ""
    keeper: str = ""
    created: datetime | None = None
    modified: datetime | None = None
    revision: int = 1
    rightwards: bool = True


def groups(parts: tuple[Part, ...]) -> list[tuple[Form, list[Part]]]:
    """Return runs of parts that belong together: rows of a table, fields of a block."""
    found: list[tuple[Form, list[Part]]] = []
    for part in parts:
        if found and found[-1][0] is part.form and part.form in (Form.ROW, Form.FIELD):
            found[-1][1].append(part)
        else:
            found.append((part.form, [part]))
    return found


def answer(part: Part) -> str:
    """Return what was filled in, or the empty string on a blank."""
    return part.cells[0] if part.cells else ""
