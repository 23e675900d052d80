"""Forms: the list of them, the one that is filled in, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.forms import texts
from ui.forms.done_view import DoneDeeds, DoneView
from ui.forms.filling_view import FillingView
from ui.forms.joining_view import JoiningView
from ui.forms.list_view import ListView
from ui.forms.view_model import FormsViewModel
from ui.kit.empty import Choice
from ui.kit.parts import Parts
from ui.kit.theme import Theme

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.form_desk import Finished

ChooseFolder = Callable[[], Path | None]


class FormsView(Parts):
    """Shows the one of its parts that is called for."""

    def __init__(
        self,
        theme: Theme,
        model: FormsViewModel,
        choose_folder: ChooseFolder,
        deeds: DoneDeeds,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._choose_folder = choose_folder
        self.list = ListView(theme, model)
        self.filling = FillingView(theme, model, self._finish)
        self.done = DoneView(theme, deeds)
        self.joining = JoiningView(theme, model.joining)
        self._hold(self.list, self.filling, self.done, self.joining)
        model.listed.connect(self._show_list)
        model.opened.connect(self._show_sheet)
        model.finished.connect(self._show_done)
        model.working.connect(self._show_working)
        model.turned.connect(self._show_sheet_again)
        model.failed.connect(self._show_failure)
        model.joining.shown.connect(self._show_joining)
        model.joining.put_off.connect(self._end_joining)
        self._show_list()

    def _show_list(self) -> None:
        if self._model.now is not None:
            return
        if self._stack.currentWidget() in (self.done, self.joining):
            return
        if not self._model.found.forms:
            self._explain("file-pen-line", texts.LOADING, "")
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
        self._explain("printer", texts.FINISHING, "")

    def _show_done(self, finished: Finished) -> None:
        self.done.show_finished(finished)
        self._turn_to(self.done)
        self.done.begin()

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        self._explain_failure(error, again)

    def _finish(self) -> None:
        folder = self._choose_folder()
        if folder is not None:
            self._model.finish(folder)

    def _turn_to(self, part: QWidget, *, anew: bool = False) -> None:
        super()._turn_to(part, anew=anew)
        self._hints.show_hints(texts.HINTS if part is self.filling else texts.HINTS_LIST)
