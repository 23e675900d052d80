"""Wavy lines under words of a text field; they move with the text and are no part of it.

They are drawn with their paragraph, as the colours of a program's text are: what is copied, undone
or kept never knows of them. As extra selections they would have the text drawn once for each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from librarian.domain.spelling import Place, units
from ui.kit.theme import Theme

TextField = QPlainTextEdit | QTextEdit
MOST_LETTERS: Final = 50_000
"""A text with more is not looked at: no answer of a form may be as long."""
MOST_MARKS: Final = 400


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked word where it stands just now."""

    start: int
    stop: int
    word: str


class Marks(QObject):
    """The marks of one field."""

    def __init__(self, field: TextField, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._theme = theme
        self._shown: list[Place] | None = []
        """What is marked where it was put; None once some of it moved."""
        self._paragraphs = 0
        field.document().contentsChange.connect(self._move)

    def show(self, places: Sequence[Place], spared: int | None) -> None:
        """Mark these words, but not the one that `spared` touches: it is still being typed."""
        marked = [place for place in places if not _is_typed(place, spared)][:MOST_MARKS]
        if marked == self._shown:
            return
        self._shown = marked
        self._paragraphs = self._field.document().blockCount()
        looks = self._looks()
        document = self._field.document()
        ranges: dict[int, list[QTextLayout.FormatRange]] = {}
        for place in marked:
            block = document.findBlock(place.start)
            line = _line(place.start - block.position(), place.length, looks)
            ranges.setdefault(block.blockNumber(), []).append(line)
        for block in _blocks(document):
            self._put(block, ranges.get(block.blockNumber(), []))

    def forget(self) -> None:
        """Draw all of them anew the next time: the colours changed."""
        self._shown = None

    def clear(self) -> None:
        """Mark nothing."""
        self.show((), None)

    def all(self) -> tuple[Mark, ...]:
        """The marked words where they stand now, in their order."""
        document = self._field.document()
        found = (
            (block.position() + line.start, line.length)
            for block in (_blocks(document) if self._shown != [] else ())
            for line in block.layout().formats()
        )
        return tuple(_mark(document, start, start + length) for start, length in found)

    def at(self, position: int) -> Mark | None:
        """The marked word that this position touches."""
        return next((m for m in self.all() if m.start <= position <= m.stop), None)

    def beside(self, cursor: QTextCursor, step: int) -> Mark | None:
        """The next marked word behind a cursor, or before it; round the end and on."""
        every = self.all()
        if step > 0:
            onward = [mark for mark in every if mark.start >= cursor.selectionEnd()]
            return next(iter(onward or every), None)
        back = [mark for mark in every if mark.stop <= cursor.selectionStart()]
        return next(reversed(back or every), None)

    def _looks(self) -> QTextCharFormat:
        looks = QTextCharFormat()
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        looks.setUnderlineColor(self._theme.colour("bad"))
        return looks

    def _put(self, block: QTextBlock, ranges: list[QTextLayout.FormatRange]) -> None:
        """Draw the lines of a paragraph anew, where they are others than before."""
        layout = block.layout()
        if layout.formats() != ranges:
            layout.setFormats(ranges)
            self._field.document().markContentsDirty(block.position(), block.length())

    @Slot(int, int, int)
    def _move(self, at: int, removed: int, added: int) -> None:
        """Something was typed or taken away: lines behind it go along, one around it goes.

        This comes before the paragraph is laid out anew, which draws them where they are now.
        """
        if self._shown == []:
            return
        document = self._field.document()
        block = document.findBlock(at)
        lines = block.layout().formats()
        begin, last = at - block.position(), block.length() - 1
        torn = document.blockCount() != self._paragraphs or begin + added > last
        self._paragraphs = document.blockCount()
        if removed or any(line.start + line.length > begin for line in lines):
            moved = (_moved(line, begin, removed, None if torn else added) for line in lines)
            block.layout().setFormats([line for line in moved if line])
        if removed or at + added < document.characterCount() - 1:
            self._shown = None


def _moved(
    line: QTextLayout.FormatRange, begin: int, removed: int, added: int | None
) -> QTextLayout.FormatRange | None:
    """A line after an edit; None where it goes. Without `added`, the paragraph was torn or joined:
    what is behind the edit is marked by the next look.
    """
    if line.start + line.length <= begin:
        return line
    if added is None or line.start < begin + removed or line.start < begin:
        return None
    return _line(line.start + added - removed, line.length, line.format)


def _line(start: int, length: int, looks: QTextCharFormat) -> QTextLayout.FormatRange:
    line = QTextLayout.FormatRange()
    line.start, line.length, line.format = start, length, looks
    return line


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def _mark(document: QTextDocument, start: int, stop: int) -> Mark:
    return Mark(start, stop, selecting(document, start, stop).selectedText())


def selecting(document: QTextDocument, start: int, stop: int) -> QTextCursor:
    """Return a cursor that selects from start to stop."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def text_of(document: QTextDocument) -> str | None:
    """Return a document's text, each letter in its place; None where it is too long to look at.

    Halves of letters, which no text should hold, are lost on the way to Python: a paragraph that
    has one is left blank, so that all behind it stays in its place.
    """
    if document.characterCount() > MOST_LETTERS:
        return None
    text = document.toPlainText()
    if units(text) == document.characterCount() - 1:
        return text
    return "\n".join(_paragraphs(document))


def _paragraphs(document: QTextDocument) -> Iterator[str]:
    for block in _blocks(document):
        text, length = block.text(), block.length() - 1
        yield text if units(text) == length else " " * length


def _is_typed(place: Place, position: int | None) -> bool:
    return position is not None and place.start < position <= place.stop
