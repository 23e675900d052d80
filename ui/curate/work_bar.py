"""Over the parts of the page: how far changes have got that are made or taken back just now."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.curate import texts
from ui.curate.tidying_view_model import TidyingViewModel
from ui.kit.theme import Theme
from ui.kit.widgets import ProgressLine, button, label


class WorkBar(QWidget):
    """Tells what is under way and how far it is, and can stop it."""

    def __init__(self, theme: Theme, model: TidyingViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._said = label(strong="true")
        self._far = label(tone="muted")
        self._line = ProgressLine(theme)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._said)
        self._row.addWidget(self._line, 1)
        self._row.addWidget(self._far)
        self._row.addWidget(button(texts.STOP, model.stop, "small"))
        model.planned.connect(self._begin)
        model.progressed.connect(self._show_progress)
        theme.follow(self, self._respace)

    def _begin(self) -> None:
        self._said.setText(self._model.working_on)
        self._far.setText("")
        self._line.show_share(None if self._model.is_working else 0.0)

    def _show_progress(self, done: int, total: int) -> None:
        if self._model.is_working:
            self._line.show_share(done / total if total else None)
            self._far.setText(texts.PROGRESS.format(f"{done:,}", f"{total:,}"))

    def _respace(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(2), px(12), px(6))
        self._row.setSpacing(px(10))
