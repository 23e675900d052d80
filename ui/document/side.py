"""The right half of the page: details, two versions side by side, or a question before a deed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from librarian.application.about import About
from ui.document import texts
from ui.document.details import Details
from ui.document.note_panel import NotePanel
from ui.document.view_model import DocumentViewModel
from ui.kit.announcing import announce
from ui.kit.comparing import ComparisonView
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, rule, style


class Side(QStackedWidget):
    """Shows one of the three; `closed` when a comparison or a question was closed."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: DocumentViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.details = Details(theme, now, model.answer)
        self.comparison = ComparisonView(theme, texts.COMPARISON)
        self.note = NotePanel(theme)
        self._changes = label(strong="true")
        self._compared = self._comparison_page()
        for widget in (self.details, self._compared, self.note):
            self.addWidget(widget)
        self.note.closed.connect(self.close_all)
        model.comparing.connect(self._await_comparison)
        model.compared_changed.connect(self._show_comparison)
        theme.follow(self, self._respace)

    @property
    def is_busy(self) -> bool:
        """Whether something else than the details is shown."""
        return self.currentWidget() is not self.details

    def show_about(self, about: About) -> None:
        """Show another document's details; what is open for this one stays open."""
        self.details.show_about(about)

    def ask(
        self, deed: str, title: str, why: str, question: str, act: Callable[[str], None]
    ) -> None:
        """Ask for a few words before a deed is done."""
        needs_words = deed in (texts.SUGGEST, texts.REPORT, texts.PUT_FORWARD)
        self.setCurrentWidget(self.note)
        self.note.ask(title, why, question, texts.DO_IT[deed], act, needs_words=needs_words)

    def agree(self) -> bool:
        """Answer a question that is open with yes; tells whether there was one."""
        is_asking = self.currentWidget() is self.note
        if is_asking:
            self.note.agree()
        return is_asking

    def close_all(self) -> None:
        """Show the details again."""
        self.setCurrentWidget(self.details)
        self._model.close_comparison()
        self.closed.emit()

    def forget(self) -> None:
        """Close what is open: a question about one document is none about the next."""
        self.setCurrentWidget(self.details)

    def _await_comparison(self) -> None:
        self._changes.setText(texts.COMPARING)
        self.comparison.show_rows("", "", ())
        self.setCurrentWidget(self._compared)

    def _show_comparison(self) -> None:
        compared = self._model.compared
        if compared is None:
            if self.currentWidget() is self._compared:
                self.close_all()
            return
        words = texts.differences(compared.changes)
        self._changes.setText(words)
        self.comparison.show_rows(compared.before, compared.after, compared.rows)
        self.setCurrentWidget(self._compared)
        self.comparison.setFocus()
        announce(self, words)

    def _comparison_page(self) -> QWidget:
        page = QFrame()
        style(page, kind="panel")
        bar = QHBoxLayout()
        bar.addWidget(self._changes, 1)
        close = button(texts.CLOSE_COMPARISON, self.close_all, "small")
        close.setAccessibleName(texts.CLOSE_COMPARISON_NAMED)
        bar.addWidget(close)
        inside = QVBoxLayout(page)
        inside.addLayout(bar)
        inside.addWidget(rule())
        inside.addWidget(self.comparison, 1)
        self._bar, self._inside = bar, inside
        return page

    def _respace(self) -> None:
        px = self._theme.px
        self._bar.setContentsMargins(px(20), px(8), px(12), px(4))
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(px(2))
