"""A box for more than a line; what is far too long for any answer is not pasted into it.

Qt lays a paragraph out as a whole: one of five megabytes would hold the window for ten seconds, and
each key after it for a good part of one.
"""

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from ui.kit.announcing import announce

MOST_PASTED: Final = 100_000
TOO_LONG: Final = "That is too long for one answer: {:,} letters. Paste only what is needed."


class TextBox(QPlainTextEdit):
    """Holds what a person writes."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, or say why not; nothing is cut off without a word."""
        length = len(source.text())
        if length <= MOST_PASTED:
            super().insertFromMimeData(source)
            return
        words = TOO_LONG.format(length)
        announce(self, words, urgent=True)
        QToolTip.showText(self.mapToGlobal(self.cursorRect().bottomLeft()), words, self)
