"""The documents a sample drive is made of, read from the data files beside this module.

A file in content/documents holds any number of documents. Each begins with a line
``+++ its-id``, then ``key = value`` lines up to a blank line, then its words:

``# `` heading, ``## `` subheading, ``- `` item, ``? `` field to fill in, ``?? `` box for a longer
answer, ``[] `` boxes to tick, ``| a | b`` row of a table, ``~ `` comment or speaker note, ``! ``
text box, ``=== name`` new slide or sheet, ``%name`` the shared block of that name, anything else
a paragraph. A line that starts with ``^2 `` stands in versions from the second on; with ``_1 ``
in versions up to the first.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from librarian.adapters.sample.pages import Form, Part

_MARKS: Final = (
    ("## ", Form.SUBHEADING),
    ("# ", Form.HEADING),
    ("- ", Form.ITEM),
    ("?? ", Form.BOX),
    ("? ", Form.FIELD),
    ("[] ", Form.CHOICE),
    ("| ", Form.ROW),
    ("~ ", Form.NOTE),
    ("! ", Form.TIP),
    ("=== ", Form.BREAK),
)
_VERSIONED: Final = re.compile(r"([\^_])(\d) (.*)")


@dataclass(frozen=True, slots=True)
class Document:
    """One thing people mean by a document, in all its versions.

    `formats` begins with the one it is kept in; the others are those it gets converted to.
    `newest` is the earliest month its latest version can have. `old_format` is what its
    earliest versions were kept in.
    """

    id: str
    title: str
    kind: str
    place: str
    formats: tuple[str, ...]
    parts: tuple[Part, ...]
    was: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    language: str = "English"
    core: bool = False
    versions: int = 1
    newest: str = "2023-03"
    dated: str = ""
    old_format: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def content(name: str) -> str:
    """Return the text of a data file."""
    return (files("librarian.adapters.sample") / "content" / name).read_text("utf-8")


def original(name: str) -> bytes:
    """Return the bytes of a ready-made file in a format that nothing here writes."""
    return (files("librarian.adapters.sample") / "content" / "originals" / name).read_bytes()


def names(kind: str) -> list[str]:
    """Return the made-up names of that kind."""
    found: list[str] = tomllib.loads(content("names.toml"))[kind]
    return found


def documents() -> tuple[Document, ...]:
    """Return every document there is, in a fixed order."""
    folder = files("librarian.adapters.sample") / "content" / "documents"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".md"))
    blocks = dict(_sections(content("blocks.md")))
    return tuple(
        _document(name, lines, blocks)
        for file in names
        for name, lines in _sections(content(f"documents/{file}"))
    )


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    for section in re.split(r"^\+\+\+ ", text, flags=re.MULTILINE)[1:]:
        name, *lines = section.rstrip().splitlines()
        yield name.strip(), lines


def _document(name: str, lines: list[str], blocks: Mapping[str, list[str]]) -> Document:
    end = lines.index("") if "" in lines else len(lines)
    meta = dict(_pair(line) for line in lines[:end])
    return Document(
        id=name,
        title=meta["title"],
        kind=meta["kind"],
        place=meta["in"],
        formats=tuple(meta["as"].split()),
        parts=tuple(_parts(lines[end:], blocks)),
        was=_several(meta.get("was", "")),
        ages=_several(meta.get("ages", "")),
        themes=_several(meta.get("themes", "")),
        language=meta.get("language", "English"),
        core="core" in meta,
        versions=int(meta.get("versions", "1")),
        newest=meta.get("newest", "2023-03"),
        dated=meta.get("dated", ""),
        old_format=meta.get("old format", ""),
        headers=tuple((key, meta[key]) for key in ("From", "To", "Subject") if key in meta),
    )


def _pair(line: str) -> tuple[str, str]:
    key, _, value = line.partition("=")
    return key.strip(), value.strip()


def _several(value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in value.split(";") if word.strip())


def _parts(lines: Iterable[str], blocks: Mapping[str, list[str]]) -> Iterator[Part]:
    for line in lines:
        if line.startswith("%"):
            yield from _parts(blocks[line[1:].strip()], blocks)
        elif line.strip():
            yield _part(line)


def _part(line: str) -> Part:
    since, until = 1, 99
    if marked := _VERSIONED.fullmatch(line):
        sign, number, line = marked.groups()
        since, until = (int(number), 99) if sign == "^" else (1, int(number))
    for mark, form in _MARKS:
        if line.startswith(mark):
            text = line.removeprefix(mark).strip()
            cells = tuple(cell.strip() for cell in text.split("|")) if form is Form.ROW else ()
            return Part(form, text, cells, since, until)
    return Part(Form.TEXT, line.strip(), (), since, until)
