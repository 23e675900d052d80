"""What a version of the charter changes; whoever looks after the drive confirms it here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.domain.charter.sections import Change
from ui.charter import texts
from ui.charter.reading import Sheet
from ui.charter.typesetting import changes_html
from ui.kit.theme import Theme
from ui.kit.widgets import button, label


class ChangesPage(QWidget):
    """A sheet of what went and what came, and a way to confirm it."""

    confirmed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._changes: Sequence[Change] = ()
        self._title = label(letters="title", wrap=True)
        self._why = label(tone="muted", wrap=True)
        self.sheet = Sheet(theme, texts.CHANGED)
        self.note = QLineEdit()
        self._confirm = button(texts.CONFIRM, self._do_confirm, "primary")
        self._lay_out()
        theme.follow(self, self._redraw)

    def show_changes(
        self, title: str, why: str, changes: Sequence[Change], *, may_confirm: bool
    ) -> None:
        """Show these changes; with `may_confirm` they wait for a word."""
        self._changes = changes
        self._title.setText(title)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.note.clear()
        self.note.setVisible(may_confirm)
        self._confirm.setVisible(may_confirm)
        self._redraw()

    def begin(self) -> None:
        """Put the keyboard where one reads."""
        self.sheet.setFocus()

    def _do_confirm(self) -> None:
        self.confirmed.emit(self.note.text().strip())

    def _lay_out(self) -> None:
        self.note.setAccessibleName(texts.CONFIRM_NOTE)
        self.note.setPlaceholderText(texts.CONFIRM_NOTE)
        self._head = QVBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._why)
        self._foot = QHBoxLayout()
        self._foot.addWidget(button(texts.BACK, self.left.emit))
        self._foot.addWidget(self.note, 1000)
        self._foot.addWidget(self._confirm)
        self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._head)
        column.addWidget(self.sheet, 1)
        column.addLayout(self._foot)

    def _redraw(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(28), px(20), px(28), 0)
        self._foot.setContentsMargins(px(20), px(8), px(20), px(12))
        self.sheet.setHtml(changes_html(self._theme, self._changes))
