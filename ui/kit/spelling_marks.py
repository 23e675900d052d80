"""Wavy lines under words of a text field; they move with the text and are no part of it.

They are drawn as extra selections: nothing is asked of Python while somebody types, and what is
copied, undone or kept never knows of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
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


class Marks:
    """The marks of one field."""

    def __init__(self, field: TextField, theme: Theme) -> None:
        self._field = field
        self._theme = theme

    def show(self, places: Sequence[Place], spared: int | None) -> None:
        """Mark these words, but not the one that `spared` touches: it is still being typed."""
        looks = QTextCharFormat()
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        looks.setUnderlineColor(self._theme.colour("bad"))
        marked = [place for place in places if not _touches(place, spared)]
        self._field.setExtraSelections([self._line(place, looks) for place in marked[:MOST_MARKS]])

    def clear(self) -> None:
        """Mark nothing."""
        self._field.setExtraSelections([])

    def all(self) -> tuple[Mark, ...]:
        """The marked words, in their order; none that was deleted meanwhile."""
        cursors = (each.cursor for each in self._field.extraSelections())
        return tuple(
            Mark(cursor.selectionStart(), cursor.selectionEnd(), cursor.selectedText())
            for cursor in cursors
            if cursor.hasSelection()
        )

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

    def _line(self, place: Place, looks: QTextCharFormat) -> QTextEdit.ExtraSelection:
        line = QTextEdit.ExtraSelection()
        cursor = selecting(self._field.document(), place.start, place.stop)
        cursor.setKeepPositionOnInsert(True)  # what is typed behind a word is not marked with it
        line.cursor = cursor
        line.format = looks
        return line


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


def _paragraphs(document: QTextDocument) -> list[str]:
    found = []
    block = document.firstBlock()
    while block.isValid():
        text, length = block.text(), block.length() - 1
        found.append(text if units(text) == length else " " * length)
        block = block.next()
    return found


def _touches(place: Place, position: int | None) -> bool:
    return position is not None and place.start < position <= place.stop
