"""What Word, PowerPoint and Excel packages share: types, relationships, properties, drawings."""

import posixpath
import re
from typing import Final, NamedTuple

from indexers.containers.markup import Attributes, attribute, texts, walk
from indexers.containers.tidying import block, has_text
from indexers.containers.zipped import Package
from librarian.domain.extraction import (
    Block,
    Extraction,
    Properties,
    Reason,
    Shape,
    UnreadableError,
)

TYPES: Final = "[Content_Types].xml"
PASSED_OVER: Final = frozenset({"Fallback"})
"""The second form of what another element says already."""

_OF_A_NEW_CHART: Final = re.compile(r"(?:Series|Category) \d{1,2}")
_NUMBER: Final = re.compile(r"\d+")


class Relation(NamedTuple):
    """A link from one part to another: what for, and the part's name."""

    kind: str
    target: str


def relations(package: Package, part: str) -> dict[str, Relation]:
    """Return where a part's links lead, by link id; those out of the file left out."""
    folder, _, name = part.rpartition("/")
    found: dict[str, Relation] = {}

    def link(attributes: Attributes) -> None:
        if attribute(attributes, "TargetMode") != "External":
            kind = attribute(attributes, "Type").rpartition("/")[2]
            target = attribute(attributes, "Target")
            found[attribute(attributes, "Id")] = Relation(kind, _resolved(folder, target))

    data = package.read_or_nothing(posixpath.join(folder, "_rels", f"{name}.rels"))
    walk(data, starts={"Relationship": link}, ends={}, text=lambda _: None)
    return found


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def main_part(package: Package, usual: re.Pattern[str]) -> str:
    """Return the name of the part everything starts from; raises where there is none."""
    for relation in relations(package, "").values():
        if relation.kind == "officeDocument" and relation.target in package:
            return relation.target
    found = sorted(name for name in package.names if usual.fullmatch(name))
    if not found:
        raise UnreadableError(Reason.DAMAGED, "its main part is missing")
    return found[0]


def numbered(package: Package, pattern: re.Pattern[str]) -> list[str]:
    """Return the parts whose whole name fits, in the order of their numbers."""
    found = [name for name in package.names if pattern.fullmatch(name)]
    return sorted(found, key=lambda name: ([int(n) for n in _NUMBER.findall(name)], name))


def properties(package: Package) -> Properties:
    """Return what the document says of itself."""
    core = texts(
        _first(package, ("docProps/core.xml", "docProps/core0.xml")),
        frozenset({"title", "creator", "created", "modified", "revision"}),
    )
    app = texts(package.read_or_nothing("docProps/app.xml"), frozenset({"Template"}))
    return Properties(
        title=core.get("title", "").strip(),
        author=core.get("creator", "").strip(),
        created=core.get("created", "").strip(),
        modified=core.get("modified", "").strip(),
        template=app.get("Template", "").strip(),
        revision=core.get("revision", "").strip(),
    )


def _first(package: Package, names: tuple[str, ...]) -> bytes:
    return next((package.read(name) for name in names if name in package), b"")


class _DrawingText:
    """Gathers the paragraphs of a drawing, diagram or chart, and a chart's own labels."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._heard = 0
        self._labels = 0

    def listen(self, data: bytes) -> bool:
        return walk(
            data,
            starts={"t": self._begin, "strCache": self._label, "v": self._value},
            ends={"t": self._end, "p": self._close, "strCache": self._unlabel, "v": self._stop},
            text=self._add,
            skip=PASSED_OVER,
        )

    def _begin(self, _: Attributes) -> None:
        self._heard += 1

    def _end(self) -> None:
        self._heard -= 1

    def _label(self, _: Attributes) -> None:
        self._labels += 1

    def _unlabel(self) -> None:
        self._labels -= 1

    def _value(self, _: Attributes) -> None:
        self._heard += 1 if self._labels else 0

    def _stop(self) -> None:
        if self._labels:
            self._heard -= 1
            self._close()

    def _close(self) -> None:
        self.blocks += block(Shape.ASIDE, "".join(self._pieces))
        self._pieces.clear()

    def _add(self, piece: str) -> None:
        if self._heard:
            self._pieces.append(piece)


def drawing_text(package: Package, part: str) -> list[Block]:
    """Return the words in a drawing, a diagram or a chart, as asides.

    What every new chart comes with is left out: nobody wrote it.
    """
    listener = _DrawingText()
    listener.listen(package.read_or_nothing(part))
    return [each for each in listener.blocks if not _OF_A_NEW_CHART.fullmatch(each.text)]


def ensured(package: Package, extraction: Extraction) -> Extraction:
    """Return extraction; raises the plain reason where it holds no text at all."""
    if has_text(extraction.blocks):
        return extraction
    reason = Reason.NO_TEXT if package.has_pictures else Reason.EMPTY
    raise UnreadableError(reason)
