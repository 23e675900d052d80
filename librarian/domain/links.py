"""Where links inside documents lead, and how they are to read once files have moved.

A link is written as a person's program wrote it: relative to its document, by a drive letter, by a
server's name, with spaces as they are or as ``%20``. It keeps its way of writing.
"""

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from librarian.domain.paths import folder_of

_ELSEWHERE: Final = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:", re.IGNORECASE)
"""http, mailto and the like; a drive letter is one letter long."""
_ABSOLUTE: Final = re.compile(r"(?:file:|[a-z]:|[\\/]{1,2})", re.IGNORECASE)
_UNESCAPED: Final = "/!$&'()*+,;=:@~"
_LEAST_PARTS: Final = 2

Known = Callable[[str], str | None]
"""Tells how the drive spells a path, or None where no file is known there."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A file that a link leads to; `tail` is how many letters at its end name it."""

    path: str
    tail: int
    relative: bool


def lead_of(written: str, document: str, known: Known) -> Lead | None:
    """Return where a link written in a document leads on this drive; None where elsewhere."""
    plain = written.partition("#")[0]
    if not plain or _ELSEWHERE.match(plain):
        return None
    decoded = _decoded(plain).replace("\\", "/")
    if not _ABSOLUTE.match(plain):
        found = known(posixpath.normpath(posixpath.join(folder_of(document), decoded)))
        return Lead(found, len(plain), relative=True) if found else None
    parts = decoded.split("/")
    for start in range(1, len(parts) - _LEAST_PARTS + 1):
        rest = "/".join(parts[start:])
        found = known(rest) if rest else None
        if found:
            return Lead(found, _length_of_tail(plain, len(parts) - start), relative=False)
    return None


def rewritten(written: str, lead: Lead, to: str, document: str) -> str:
    """Return the link as it is to read where its file lies at `to`, and its document there."""
    plain, sign, fragment = written.partition("#")
    target = to
    if lead.relative:
        target = posixpath.relpath(to, folder_of(document) or ".")
    is_escaped = "%" in plain and _decoded(plain) != plain
    if is_escaped or not {" ", "\\"} & set(plain):
        target = quote(target, safe=_UNESCAPED)
    if "\\" in plain:
        target = target.replace("/", "\\")
    return f"{plain[: len(plain) - lead.tail]}{target}{sign}{fragment}"


def moved_links(
    document: str,
    links: Sequence[str],
    *,
    places: Mapping[str, str],
    leads: Mapping[str, str],
    known: Known,
) -> dict[str, tuple[str, str]]:
    """Return each link of a document that must read otherwise now, and the file it leads to.

    `places` tells where files lie that lay elsewhere, the document perhaps among them; `leads`
    where links to files are to lead from now on.
    """
    found: dict[str, tuple[str, str]] = {}
    place = places.get(document, document)
    for written in links:
        lead = lead_of(written, document, known)
        if lead is None:
            continue
        to = leads.get(lead.path, lead.path)
        stays = not lead.relative or folder_of(place) == folder_of(document)
        if to != lead.path or not stays:
            now = rewritten(written, lead, to, place)
            if now != written:
                found[written] = (now, lead.path)
    return found


def _decoded(text: str) -> str:
    return unquote(text, errors="surrogateescape")


def _length_of_tail(plain: str, parts: int) -> int:
    """How many letters the last parts of a link have, with the slashes between them."""
    pieces = re.split(r"[\\/]", plain)
    return len("/".join(pieces[-parts:]))
