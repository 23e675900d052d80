"""OpenDocument text and slides as blocks; headings by their element, titles by their style."""

from dataclasses import dataclass, field
from typing import Final

from indexers.containers.markup import BROKEN, Attributes, attribute, texts, walk
from indexers.containers.tidying import aside, block, has_text, row
from indexers.containers.zipped import Package, package_in
from librarian.domain.extraction import (
    Block,
    Extraction,
    Properties,
    Reason,
    Shape,
    UnreadableError,
)

_SKIP: Final = frozenset(
    {
        "tracked-changes",
        "binary-data",
        "note-citation",
        "scripts",
        "font-face-decls",
    }
)
_BESIDE: Final = frozenset(
    {"note-body", "text-box", "notes", "header", "header-first", "header-left"}
    | {"footer", "footer-first", "footer-left"}
)
_MOST_BLANKS: Final = 100


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is being read."""

    shape: Shape
    level: int = 0
    pieces: list[str] = field(default_factory=list)


class _Story:
    """Listens to content.xml or to the headers and footers in styles.xml."""

    def __init__(self, *, is_slides: bool) -> None:
        self.blocks: list[Block] = []
        self._is_slides = is_slides
        self._parents: dict[str, str] = {}
        self._paragraphs: list[_Paragraph] = []
        self._places: list[list[Block]] = [self.blocks]
        self._rows: list[list[str]] = []
        self._items = 0
        self._beside = 0
        self._heading = False

    def listen(self, data: bytes) -> bool:
        starts = {
            "style": self._style,
            "h": self._open_heading,
            "p": self._open_paragraph,
            "s": self._blanks,
            "tab": self._blank,
            "line-break": self._blank,
            "list-item": self._open_item,
            "table-row": self._open_row,
            "table-cell": self._open_cell,
            "page": self._open_page,
            "frame": self._open_frame,
        }
        ends = {
            "h": self._close_paragraph,
            "p": self._close_paragraph,
            "list-item": self._close_item,
            "table-row": self._close_row,
            "table-cell": self._close_cell,
        }
        beside = _BESIDE - {"text-box"} if self._is_slides else _BESIDE
        starts |= dict.fromkeys(beside, self._open_beside)
        ends |= dict.fromkeys(beside, self._close_beside)
        for said in ("desc", "title"):
            starts[said], ends[said] = self._open_said, self._close_said
        starts["annotation"], ends["annotation"] = self._open_note, self._close_note
        whole = walk(data, starts=starts, ends=ends, text=self._add, skip=_SKIP)
        while self._paragraphs:
            self._close_paragraph()
        return whole

    def _style(self, attributes: Attributes) -> None:
        self._parents[attribute(attributes, "name")] = attribute(attributes, "parent-style-name")

    def _open_heading(self, attributes: Attributes) -> None:
        level = attribute(attributes, "outline-level")
        self._paragraphs.append(_Paragraph(Shape.HEADING, int(level) if level.isdecimal() else 1))

    def _open_paragraph(self, attributes: Attributes) -> None:
        self._paragraphs.append(_Paragraph(*self._shape(attribute(attributes, "style-name"))))

    def _shape(self, style: str) -> tuple[Shape, int]:
        if "Title" in (style, self._parents.get(style)):
            return Shape.TITLE, 0
        if self._heading and not self._beside:
            return Shape.HEADING, 1
        return (Shape.ITEM if self._items else Shape.PARAGRAPH), 0

    def _close_paragraph(self) -> None:
        if self._paragraphs:
            done = self._paragraphs.pop()
            shape = Shape.ASIDE if self._beside else done.shape
            level = 0 if self._beside else done.level
            self._places[-1] += block(shape, "".join(done.pieces), level)

    def _add(self, piece: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].pieces.append(piece)

    def _blank(self, _: Attributes) -> None:
        self._add(" ")

    def _blanks(self, attributes: Attributes) -> None:
        count = attribute(attributes, "c")
        self._add(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))

    def _open_item(self, _: Attributes) -> None:
        self._items += 1

    def _close_item(self) -> None:
        self._items -= 1

    def _open_row(self, _: Attributes) -> None:
        self._rows.append([])

    def _open_cell(self, _: Attributes) -> None:
        self._places.append([])

    def _close_cell(self) -> None:
        if len(self._places) == 1:
            return
        cell = self._places.pop()
        if self._rows:
            self._rows[-1].append(" ".join(found.text for found in cell))
        else:
            self._places[-1] += cell

    def _close_row(self) -> None:
        if self._rows:
            self._places[-1] += row(self._rows.pop())

    def _open_page(self, attributes: Attributes) -> None:
        self._places[-1].append(Block(Shape.BREAK, ""))
        self._open_frame(attributes)

    def _open_frame(self, attributes: Attributes) -> None:
        """On slides a frame says what it is for; its text box is no aside there."""
        self._heading = attribute(attributes, "class") == "title"

    def _open_beside(self, attributes: Attributes) -> None:
        del attributes
        self._beside += 1

    def _close_beside(self) -> None:
        self._beside -= 1

    def _open_note(self, _: Attributes) -> None:
        """A comment names its author and date outside its paragraphs; those are not kept."""
        self._beside += 1
        self._paragraphs.append(_Paragraph(Shape.ASIDE))

    def _close_note(self) -> None:
        if self._paragraphs:
            self._paragraphs.pop()
        self._beside -= 1

    def _open_said(self, _: Attributes) -> None:
        self._beside += 1
        self._paragraphs.append(_Paragraph(Shape.ASIDE))

    def _close_said(self) -> None:
        self._close_paragraph()
        self._beside -= 1


def extract(data: bytes, *, is_slides: bool) -> Extraction:
    """Return the text of an OpenDocument text or presentation."""
    package = package_in(data)
    refuse_locked(package)
    story = _Story(is_slides=is_slides)
    whole = story.listen(package.read("content.xml"))
    if not whole and not has_text(story.blocks):
        raise UnreadableError(Reason.DAMAGED, "its text cannot be read")
    margins = [] if is_slides else _margins(package)
    blocks = (*story.blocks, *margins)
    if not has_text(blocks):
        raise UnreadableError(Reason.NO_TEXT if package.has_pictures else Reason.EMPTY)
    return Extraction(blocks, properties(package), warnings=() if whole else (BROKEN,))


def _margins(package: Package) -> tuple[Block, ...]:
    """Return headers and footers; the rest of the styles holds only samples of text."""
    story = _Story(is_slides=False)
    if styles := package.read_or_nothing("styles.xml"):
        story.listen(styles)
    return aside(found for found in story.blocks if found.shape is Shape.ASIDE)


def refuse_locked(package: Package) -> None:
    """Raise the plain reason where the package is encrypted."""
    if b"encryption-data" in package.read_or_nothing("META-INF/manifest.xml"):
        raise UnreadableError(Reason.PASSWORD)


def properties(package: Package) -> Properties:
    """Return what the document says of itself."""
    data = package.read_or_nothing("meta.xml")
    templates: list[str] = []

    def template(attributes: Attributes) -> None:
        templates.append(attribute(attributes, "title"))

    walk(data, starts={"template": template}, ends={}, text=lambda _: None)
    wanted = {"title", "initial-creator", "creator", "creation-date", "date", "editing-cycles"}
    said = {name: text.strip() for name, text in texts(data, frozenset(wanted)).items()}
    return Properties(
        title=said.get("title", ""),
        author=said.get("initial-creator") or said.get("creator", ""),
        created=said.get("creation-date", ""),
        modified=said.get("date", ""),
        template=next(iter(templates), ""),
        revision=said.get("editing-cycles", ""),
    )
