"""Asks for a few words before something is done, in the page itself: nothing pops up."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.document import texts
from ui.kit.text_box import TextBox
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style


class NotePanel(QFrame):
    """A title, a sentence, a box for words, and two buttons; `closed` when it was answered."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._act: Callable[[str], None] | None = None
        self._needs_words = False
        self._title = label(letters="lead", strong="true", wrap=True)
        self._why = label(tone="muted", wrap=True)
        self._question = label(wrap=True)
        self.words = TextBox()
        self.words.setTabChangesFocus(True)
        self._question.setBuddy(self.words)
        self._do = button("", self._on_done, "primary")
        self._cancel = button(texts.CANCEL, self.closed.emit)
        style(self, kind="panel")
        self._lay_out()
        self.words.textChanged.connect(self._allow)
        theme.follow(self, self._respace)

    def ask(
        self,
        title: str,
        why: str,
        question: str,
        does: str,
        act: Callable[[str], None],
        *,
        needs_words: bool = False,
    ) -> None:
        """Ask; `act` is called with the words once the person agrees."""
        self._act, self._needs_words = act, needs_words
        self._title.setText(title)
        self._why.setText(why)
        self._question.setText(question)
        self.words.setAccessibleName(question)
        self.words.setPlainText("")
        self._do.setText(does)
        self._allow()
        self.words.setFocus()

    def agree(self) -> None:
        """Do it, as if the button was pressed."""
        self._do.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _allow(self) -> None:
        self._do.setEnabled(not self._needs_words or bool(self.words.toPlainText().strip()))

    def _on_done(self) -> None:
        act, words = self._act, self.words.toPlainText().strip()
        self._act = None
        self.closed.emit()
        if act:
            act(words)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        for widget in (self._title, self._why, self._question, self.words):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._do)
        row.addWidget(self._cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._column = column

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(20), px(24), px(20))
        self._column.setSpacing(px(10))
        self.words.setFixedHeight(px(110))
