"""Reads what was typed into a pack, wherever it stands: controls, cells, between them, comments.

Only text is taken, as it stands after tracked changes. Nothing is judged here.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

import docx
from docx.oxml.ns import qn

from librarian.adapters.minutes.word_packs import BEFORE, TAG
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.wording import squeezed
from librarian.domain.minutes.pack import CHOOSE, WRITE_HERE, Typed

_LARGEST: Final = 30_000_000
_LABEL_AND_BOX: Final = 2
_ASIDES: Final = ("comments", "footnotes", "endnotes")
_GUIDE_HEAD: Final = frozenset(map(squeezed, ("What matters", "A good example", "A poor example")))
_SKIPPED: Final = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:txbxContent")})
_BEFORE: Final = frozenset(map(squeezed, (*BEFORE, "What to know before you start")))


@dataclass(frozen=True, slots=True)
class _Words:
    """What the pack itself says, squeezed, and its headings by the same."""

    own: frozenset[str]
    headings: dict[str, str]


class WordPackReader:
    """Reads packs that came back."""

    def read(
        self, content: bytes, own: frozenset[str], headings: tuple[str, ...]
    ) -> tuple[Typed, ...]:
        """All that was typed. Raises LibrarianError where this is no Word file that can be read."""
        words = _Words(own | _BEFORE, {squeezed(each): each for each in headings})
        try:
            with ZipFile(io.BytesIO(content)) as parts:
                if sum(part.file_size for part in parts.infolist()) > _LARGEST:
                    raise _unreadable()
            document = docx.Document(io.BytesIO(content))
            return (*_body(document.element.body, words), *_asides(document))
        except (BadZipFile, KeyError, ValueError, OSError) as error:
            raise _unreadable() from error


def _body(body: Any, words: _Words) -> Iterator[Typed]:
    section, table = "", 0
    for block in _blocks(body):
        if block.tag == qn("w:tbl"):
            yield from _table(block, section, table, words)
            table += 1
            continue
        text = _text(block)
        heading = words.headings.get(squeezed(text))
        if heading is not None:
            section = heading
        else:
            yield from _loose(block, Typed(text, section=section), words)


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in their order; what a program wrapped in something is unwrapped."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag")):
            yield from _blocks(child)


def _table(table: Any, section: str, number: int, words: _Words) -> Iterator[Typed]:
    rows = [list(_cells(row)) for row in table.iter(qn("w:tr"))]
    head = [_text(cell) for cell in rows[0]] if rows else []
    if {squeezed(each) for each in head} == _GUIDE_HEAD:
        for cell in (cell for row in rows[1:] for cell in row):
            yield from _loose(cell, Typed(_text(cell), section=section), words)
        return
    is_list = len(head) != _LABEL_AND_BOX
    for at, row in enumerate(rows[1:] if is_list else rows):
        for column, cell in enumerate(row):
            label = head[column] if is_list and column < len(head) else ""
            if not is_list:
                label = _text(row[0]) if column else ""
            place = Typed(_text(cell), "", section, label, number, at if is_list else -1)
            yield from _loose(cell, place, words)


def _loose(element: Any, place: Typed, words: _Words) -> Iterator[Typed]:
    """What was typed in one cell or paragraph: as one text, unless it holds several boxes."""
    tags = _tags(element)
    boxes = [element, *_boxes_drawn(element)]
    if len(set(tags)) > 1:
        for control in _controls(element):
            yield from _typed(_text(control), replace(place, tag=_tag(control)), words)
        rest = _text(element, but_controls=True)
        yield from _typed(rest, replace(place, label=""), words)
    else:
        tag = tags[0] if tags else ""
        yield from _typed(_text(element), replace(place, tag=tag), words)
    for box in boxes[1:]:
        yield from _typed(_text(box), replace(place, tag="", label=""), words)


def _typed(text: str, place: Typed, words: _Words) -> Iterator[Typed]:
    said = text
    for prompt in (WRITE_HERE, CHOOSE):
        said = said.removeprefix(prompt).removesuffix(prompt).strip()
    if said and not (squeezed(said) in words.own and not place.tag):
        yield replace(place, text=said)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _cells(child)


def _controls(element: Any) -> list[Any]:
    return [each for each in element.iter(qn("w:sdt")) if _tag(each)]


def _tags(element: Any) -> list[str]:
    return [_tag(each) for each in _controls(element)]


def _tag(control: Any) -> str:
    for properties in control.iterchildren(qn("w:sdtPr")):
        for tag in properties.iterchildren(qn("w:tag")):
            value = str(tag.get(qn("w:val"), ""))
            if value.startswith(TAG):
                return value.removeprefix(TAG)
    return ""


def _boxes_drawn(element: Any) -> list[Any]:
    """Text boxes; a drawing and its older copy say the same, so each text counts once."""
    found = {_text(box): box for box in element.iter(qn("w:txbxContent"))}
    return list(found.values())


def _text(element: Any, *, but_controls: bool = False) -> str:
    return "".join(_pieces(element, but_controls=but_controls)).strip()


def _pieces(element: Any, *, but_controls: bool) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or (but_controls and child.tag == qn("w:sdt") and _tag(child)):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        else:
            yield from _pieces(child, but_controls=but_controls)
            if child.tag == qn("w:p"):
                yield "\n"


def _asides(document: Any) -> Iterator[Typed]:
    """Comments and notes: nobody knows which box they are for, but they are told."""
    for part in document.part.package.iter_parts():
        kind = str(part.partname).rsplit("/", 1)[-1].removesuffix(".xml")
        if kind in _ASIDES:
            element = getattr(part, "element", None)
            root = element if element is not None else docx.oxml.parse_xml(part.blob)
            for paragraph in root.iter(qn("w:p")):
                if _text(paragraph):
                    yield Typed(_text(paragraph), section=f"In the {kind}")


def _unreadable() -> LibrarianError:
    return LibrarianError(
        "This is no Word file that can be read.",
        "Ask for the pack as a Word file (.docx), or type the answers in here.",
    )
