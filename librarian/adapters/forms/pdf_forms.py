"""Fills a service's own PDF form with pypdf: each box is named for the answer that belongs there.

Names are those of a file of answers (`ref.name`, `child.0.dob`), and `packet.case`, `packet.made`,
`packet.reader`, `packet.warnings`. What has no box, or no room in its box, goes into the large box
`packet.more`, and where even that is full it is said there; a form without one that would lose
something is refused. Whatever a template could do by itself (scripts, actions) is taken out of it.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final, cast

from pypdf import PdfReader, PdfWriter
from pypdf.constants import FieldDictionaryAttributes as Field
from pypdf.errors import PyPdfError
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from librarian.domain.errors import LibrarianError

MORE: Final = "packet.more"
WARNINGS: Final = "packet.warnings"
_OF_PACKET: Final = ("case", "made", "reader", "form", "title")
_ROW: Final = re.compile(r"\.\d+(?=\.|$)")
_ACTIONS: Final = ("/OpenAction", "/AA", "/URI", "/Collection")
_ENCODING: Final = "cp1252"
_MULTILINE: Final = 1 << 12
_SIZE: Final = re.compile(r"([\d.]+)\s+Tf")
_USUAL: Final = 9.0
UNDRAWN: Final = "Some letters could not be drawn here and are shown as ?. The Word form has them."
SEE_MORE: Final = "See “More” at the end."
THE_REST: Final = " … The rest stands in the answers beside this form."


class PdfForms:
    """Fills PDF templates that have boxes to write in."""

    def render(self, template: bytes, words: Mapping[str, object]) -> bytes:
        """The filled-in form. Raises LibrarianError where the template is not in order."""
        target = io.BytesIO()
        try:
            writer = _opened(template)
            texts = _texts(words, {str(box[Field.T]): _room(box) for box in _boxes(writer)})
            _write(writer, texts)
            _tell_reader(writer, words)
            writer.write(target)
        except (PyPdfError, KeyError, ValueError, TypeError, AttributeError, OSError) as error:
            raise _refused("it is no PDF form that can be filled in") from error
        return target.getvalue()


def _opened(template: bytes) -> PdfWriter:
    reader = PdfReader(io.BytesIO(template), strict=False)
    if reader.is_encrypted:
        raise _refused("it is locked with a password")
    writer = PdfWriter(clone_from=reader)
    root = writer.root_object
    form = root.get("/AcroForm")
    if form is None:
        raise _refused("it has no boxes to write in")
    if "/XFA" in form.get_object():
        raise _refused("its boxes are of a kind (XFA) that only one program can fill in")
    _disarm(writer)
    return writer


def _disarm(writer: PdfWriter) -> None:
    """Take out what a template could do when it is opened or touched."""
    root = writer.root_object
    names = root.get("/Names", {})
    for holder in (root, names.get_object() if names else DictionaryObject()):
        for name in (*_ACTIONS, "/JavaScript", "/EmbeddedFiles"):
            holder.pop(NameObject(name), None)
    for page in writer.pages:
        page.pop(NameObject("/AA"), None)
        for each in page.get("/Annots", ()):
            for name in ("/A", "/AA"):
                each.get_object().pop(NameObject(name), None)


@dataclass(frozen=True, slots=True)
class _Room:
    """How much can be read in a box: letters in a line, lines, and what it allows at most."""

    letters: int
    lines: int
    most: int

    def holds(self, text: str) -> bool:
        """Whether a text can be read there."""
        needed = sum(max(1, ceil(len(line) / self.letters)) for line in text.split("\n"))
        return needed <= self.lines and len(text) <= self.most


def _texts(words: Mapping[str, object], rooms: Mapping[str, _Room]) -> dict[str, str]:
    """What goes into each box of a form; nothing of the words is left without a place."""
    packet = words.get("packet")
    told = packet if isinstance(packet, Mapping) else {}
    may = {*_patterns(words, ()), *(f"packet.{each}" for each in (*_OF_PACKET, "more", "warnings"))}
    unknown = sorted(name for name in rooms if _ROW.sub("", name) not in may)
    if unknown:
        raise _refused(f"it asks for what it does not take ({unknown[0]})")
    texts = {f"packet.{name}": str(told.get(name, "")) for name in _OF_PACKET}
    answers = list(_answers(told))
    undrawn = any(_drawn(answer) != answer for _, _, answer in answers)
    notes = [*_list(told.get("warnings")), *([UNDRAWN] if undrawn else [])]
    warnings = "\n".join(map(str, notes))
    texts[WARNINGS] = warnings
    left = [warnings] if warnings and WARNINGS not in rooms else []
    for name, question, answer in answers:
        if name in rooms and rooms[name].holds(answer):
            texts[name] = answer
        else:
            left.append(f"{question}: {answer}")
            texts[name] = SEE_MORE if name in rooms and rooms[name].holds(SEE_MORE) else ""
    texts[MORE] = _more("\n".join(left), rooms.get(MORE))
    return {name: text for name, text in texts.items() if name in rooms}


def _more(left: str, room: _Room | None) -> str:
    """What had no place, as far as there is room for it; and where the rest is, if there is one."""
    if not left:
        return ""
    if room is None:
        raise _refused(f"it has no box for everything; add a large one named {MORE}")
    if room.holds(left):
        return left
    least, most = 0, len(left)
    while least < most:
        middle = (least + most + 1) // 2
        fits = room.holds(f"{left[:middle]}{THE_REST}")
        least, most = (middle, most) if fits else (least, middle - 1)
    return f"{left[:least]}{THE_REST}"


def _answers(packet: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Each answer with the name of its box and its question."""
    for section in _list(packet.get("sections")):
        for entry in _list(section.get("entries") if isinstance(section, Mapping) else None):
            if isinstance(entry, Mapping):
                row = f" ({entry['row']})" if entry.get("row") else ""
                yield str(entry["name"]), f"{entry['question']}{row}", str(entry["answer"])


def _patterns(value: object, place: tuple[str, ...]) -> Iterator[str]:
    """The names of all answers there may be, without the numbers of rows."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            if place or name != "packet":
                yield from _patterns(each, (*place, str(name)))
    elif isinstance(value, (list, tuple)):
        for row in value:
            yield from _patterns(row, place)
    else:
        yield ".".join(place)


def _write(writer: PdfWriter, texts: Mapping[str, str]) -> None:
    """Put texts into boxes; letters that cannot be drawn are shown as ?, and are there to copy."""
    drawn = {name: _drawn(text) for name, text in texts.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, drawn, auto_regenerate=False)
    for box in _boxes(writer):
        name = str(box[Field.T])
        if name in texts:
            box[NameObject(Field.V)] = TextStringObject(texts[name])


def _drawn(text: str) -> str:
    return text.encode(_ENCODING, "replace").decode(_ENCODING)


def _tell_reader(writer: PdfWriter, words: Mapping[str, object]) -> None:
    """Name the document and its language, for those who have it read out."""
    packet = words.get("packet")
    title = str(packet.get("title", "")) if isinstance(packet, Mapping) else ""
    writer.add_metadata({"/Title": title})
    root = writer.root_object
    root.setdefault(NameObject("/Lang"), TextStringObject("en-GB"))
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(value=True)})
    root.setdefault(NameObject("/ViewerPreferences"), shown)


def _boxes(writer: PdfWriter) -> Iterator[DictionaryObject]:
    for page in writer.pages:
        for each in page.get("/Annots", ()):
            box = each.get_object()
            if box.get(Field.FT) == "/Tx" and Field.T in box:
                yield box


def _room(box: DictionaryObject) -> _Room:
    """How much can be read in a box, in letters of its size."""
    left, low, right, high = map(float, cast("list[float]", box["/Rect"]))
    flags, most = box.get(Field.Ff, 0), box.get("/MaxLen")
    said = _SIZE.search(str(box.get("/DA", "")))
    size = float(said[1]) if said and float(said[1]) else _USUAL
    lines = int((high - low - size) / (size * 1.25)) if int(flags) & _MULTILINE else 1
    letters = int((right - left - 4) / (size * 0.52))
    return _Room(max(1, letters), max(1, lines), int(most) if most else 50_000)


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []


def _refused(why: str) -> LibrarianError:
    return LibrarianError(
        f"The PDF form of a service cannot be filled in: {why}.",
        "Have its template put right; “librarian forms check” shows where.",
    )
