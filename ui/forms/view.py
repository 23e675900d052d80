"""Forms: the list of them, the one that is filled in, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from librarian.domain.errors import LibrarianError
from ui.forms import texts
from ui.forms.done_view import DoneDeeds, DoneView
from ui.forms.filling_view import FillingView
from ui.forms.joining_view import JoiningView
from ui.forms.list_view import ListView
from ui.forms.view_model import FormsViewModel
from ui.kit.empty import Choice, EmptyState
from ui.kit.hints import Hints
from ui.kit.theme import Theme

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.form_desk import Finished

ChooseFolder = Callable[[], Path | None]


class FormsView(QWidget):
    """Shows the one of its parts that is called for."""

    def __init__(
        self,
        theme: Theme,
        model: FormsViewModel,
        choose_folder: ChooseFolder,
        deeds: DoneDeeds,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._choose_folder = choose_folder
        self.empty = EmptyState(theme)
        self.list = ListView(theme, model)
        self.filling = FillingView(theme, model, self._finish)
        self.done = DoneView(theme, deeds)
        self.joining = JoiningView(theme, model.joining)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # a low window may cut what is shown
        self._hints = Hints(theme)
        for part in (self.empty, self.list, self.filling, self.done, self.joining):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hints)
        model.listed.connect(self._show_list)
        model.opened.connect(self._show_sheet)
        model.finished.connect(self._show_done)
        model.working.connect(self._show_working)
        model.turned.connect(self._show_sheet_again)
        model.failed.connect(self._show_failure)
        model.joining.shown.connect(self._show_joining)
        model.joining.put_off.connect(self._end_joining)
        self._show_list()

    def begin(self) -> None:
        """Put the keyboard where a person would begin."""
        shown = self._stack.currentWidget()
        if isinstance(shown, ListView | FillingView | DoneView | JoiningView):
            shown.begin()
        elif self.empty.choices():
            self.empty.choices()[0].setFocus()
        else:
            self.setFocus()

    def _show_list(self) -> None:
        if self._model.now is not None:
            return
        if self._stack.currentWidget() in (self.done, self.joining):
            return
        if not self._model.found.forms:
            self.empty.explain("file-pen-line", texts.LOADING, "")
            self._turn_to(self.empty)
            return
        self.list.show_forms()
        self._turn_to(self.list)

    def show_list(self) -> None:
        """Go back to the list of forms."""
        self._stack.setCurrentWidget(self.empty)
        self._show_list()
        self._model.load()
        self.begin()

    def _show_sheet(self) -> None:
        if self._model.now is None:
            self.show_list()
            return
        self._turn_to(self.filling)
        self._model.turned.emit()

    def _show_sheet_again(self) -> None:
        if self._model.now is not None:
            self._turn_to(self.filling)

    def _show_joining(self) -> None:
        self.joining.show_both()
        self._turn_to(self.joining)
        self.joining.begin()

    def _end_joining(self) -> None:
        """Go back to where it was asked for."""
        if self._model.now is not None:
            self._turn_to(self.filling)
        else:
            self._turn_to(self.list)
            self._model.load()

    def _show_working(self) -> None:
        self.empty.explain("printer", texts.FINISHING, "")
        self._turn_to(self.empty)

    def _show_done(self, finished: Finished) -> None:
        self.done.show_finished(finished)
        self._turn_to(self.done)
        self.done.begin()

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        self.empty.explain("circle-alert", error.title, error.remedy, (again,))
        self._turn_to(self.empty)

    def _finish(self) -> None:
        folder = self._choose_folder()
        if folder is not None:
            self._model.finish(folder)

    def _turn_to(self, part: QWidget) -> None:
        """Show another part; the keyboard goes along where it was in here."""
        before = self._stack.currentWidget()
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
        self._stack.setCurrentWidget(part)
        self._hints.show_hints(texts.HINTS if part is self.filling else texts.HINTS_LIST)
        if before is not part and had_focus:
            self.begin()
