"""Two files side by side, below the table: what differs, that it is awaited, or why it is not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.curate import looks_texts as texts
from ui.curate.beside_view_model import BesideViewModel
from ui.curate.texts import TRY_AGAIN
from ui.kit.announcing import announce
from ui.kit.comparing import ComparisonView
from ui.kit.theme import Theme
from ui.kit.widgets import ProgressLine, button, label, rule, style


class ComparePane(QFrame):
    """Shows what the view-model has; `closed` when the person has seen enough."""

    closed = Signal()

    def __init__(self, theme: Theme, model: BesideViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._said = label(strong="true")
        self._remedy = label(tone="muted", wrap=True)
        self._again = button(TRY_AGAIN, model.again, "small")
        self._close = button(texts.CLOSE, self.closed.emit, "small")
        self._line = ProgressLine(theme)
        self.comparison = ComparisonView(theme, texts.COMPARISON)
        style(self, kind="panel")
        self._lay_out()
        model.changed.connect(self._show)
        theme.follow(self, self._respace)
        self._show()

    def begin(self) -> None:
        """Put the keyboard on what differs."""
        self.comparison.setFocus()

    def _show(self) -> None:
        model = self._model
        beside, trouble = model.beside, model.trouble
        self._close.setText(texts.STOP if model.is_waiting else texts.CLOSE)
        self._line.setVisible(model.is_waiting)
        self._line.show_share(None if model.is_waiting else 0.0)
        self._again.setVisible(trouble is not None)
        self._remedy.setText(trouble.remedy if trouble else "")
        self._remedy.setVisible(trouble is not None)
        self._said.setText(self._words())
        rows = (beside.before, beside.after, beside.rows) if beside else ("", "", ())
        self.comparison.show_rows(*rows)
        if self.isVisible() and (beside or trouble):
            announce(self, self._words())

    def _words(self) -> str:
        model = self._model
        if model.trouble:
            return model.trouble.title
        if model.beside:
            return texts.differences(model.beside.changes)
        return texts.COMPARING if model.is_waiting else texts.CHOOSE_TWO

    def _lay_out(self) -> None:
        self._bar = QHBoxLayout()
        self._bar.addWidget(self._said, 1)
        self._bar.addWidget(self._again)
        self._bar.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.addWidget(rule())
        self._column.addLayout(self._bar)
        self._column.addWidget(self._line)
        self._column.addWidget(self._remedy)
        self._column.addWidget(self.comparison, 1)

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._bar.setContentsMargins(px(16), px(6), px(12), px(4))
        self._bar.setSpacing(px(8))
        self._remedy.setContentsMargins(px(16), 0, px(16), 0)
