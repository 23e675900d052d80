"""Looking after a drive: how to begin, who does, and the forms to confirm, one page at a time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.keeping import texts
from ui.keeping.begin_view import BeginView
from ui.keeping.confirming_view import ConfirmingView
from ui.keeping.overview import Overview, OverviewDeeds
from ui.keeping.view_model import KeepingViewModel
from ui.kit.empty import Choice
from ui.kit.parts import Parts
from ui.kit.theme import Theme


class KeepingView(Parts):
    """Shows the one of its parts that is called for."""

    left = Signal()
    document_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: KeepingViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._model = model
        self.start = BeginView(theme, model.begin, self.left.emit)
        self.overview = Overview(theme, self._deeds())
        self.confirming = ConfirmingView(theme, now, model.confirming)
        self._hold(self.start, self.overview, self.confirming)
        self._hints.show_hints(texts.HINTS)
        model.changed.connect(self._show)
        model.failed.connect(self._show_failure)
        model.started.connect(self._show_confirming)
        self.confirming.left.connect(self._stop)
        self.confirming.more_wanted.connect(model.start_next)
        self.confirming.open_wanted.connect(self.open_wanted)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        care = self._model.care
        if care is None:
            self._explain("users", texts.LOADING, "")
        elif care.is_nobodys:
            self.start.show_drive(self._model.drive, may_begin=care.may_begin)
            self._turn_to(self.start)
        else:
            self.overview.show_care(care, self._model.board)
            if self._stack.currentWidget() is not self.confirming:
                self._turn_to(self.overview)

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        back = Choice(texts.BACK, self.left.emit)
        self._explain_failure(error, again, back)

    def _show_confirming(self) -> None:
        self._turn_to(self.confirming)
        self.confirming.begin()

    def _stop(self) -> None:
        """What was answered counts; back to where one came from, or to the overview."""
        self._model.confirming.settle()
        self._turn_to(self.overview)
        if self._model.came_to_confirm:
            self.left.emit()
        else:
            self._model.load()

    def _turn_to(self, part: QWidget, *, anew: bool = False) -> None:
        super()._turn_to(part, anew=anew)
        self._hints.show_hints(texts.HINTS_TASK if part is self.confirming else texts.HINTS)

    def _deeds(self) -> OverviewDeeds:
        return OverviewDeeds(
            start=self._model.start,
            name_keeper=self._model.name_keeper,
            take_over=self._model.take_over,
            show=self.document_wanted.emit,
            leave=self.left.emit,
        )
