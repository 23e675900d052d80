"""The Minutes page: the list, the two-minute start, or one meeting; packs are dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from librarian.application.minutes.ports import LockedError
from librarian.domain.errors import LibrarianError
from ui.kit.desktop import ask_for_file, ask_for_folder
from ui.kit.empty import Choice
from ui.kit.parts import Parts
from ui.kit.theme import Theme
from ui.minutes import texts
from ui.minutes.start_view import LessonView, LockedView, StartView
from ui.minutes.taking_view import TakingView
from ui.minutes.view_model import MinutesViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.minutes.minute_desk import Returned

Choose = Callable[[QWidget], Path | None]


def _ask_for_folder(parent: QWidget) -> Path | None:
    return ask_for_folder(parent, texts.CHOOSE_FOLDER)


def _ask_for_pack(parent: QWidget) -> Path | None:
    return ask_for_file(parent, texts.READ_PACK, texts.WORD_FILES)


class MinutesView(Parts):
    """Shows the one of its parts that is called for."""

    told = Signal(str, str)
    open_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: MinutesViewModel,
        choose_folder: Choose = _ask_for_folder,
        choose_pack: Choose = _ask_for_pack,
    ) -> None:
        super().__init__(theme)
        self._model = model
        self._choose_pack = choose_pack
        self.start = StartView(theme, model)
        self.lesson = LessonView(theme, model)
        self.locked = LockedView(theme, model)
        self.taking = TakingView(theme, model, now, partial(choose_folder, self))
        self._hold(self.start, self.lesson, self.locked, self.taking)
        self._hints.show_hints(texts.HINTS)
        self._hints.hide()
        self.setAcceptDrops(True)
        self._connect()
        self.empty.explain("file-pen-line", texts.LOADING, "")

    def answers_of_form(self) -> object:
        """What stands in it already: names in it are no slips."""
        return self._model.answers

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a Word file while a meeting is shown."""
        if self._model.meeting and _packs(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read packs that are dropped; anything else is the window's."""
        files = _packs(event) if self._model.meeting else []
        for file in files:
            self._model.read_file(file)
        if files:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _connect(self) -> None:
        model = self._model
        model.listed.connect(self._show_list)
        model.opened.connect(self._show_meeting)
        model.failed.connect(self._show_failure)
        model.returned.connect(self._tell_returned)
        model.packed.connect(self._tell_packed)
        model.joined.connect(self._tell_joined)
        self.start.lesson_wanted.connect(self._show_lesson)
        self.lesson.left.connect(self._show_list)
        self.taking.said.connect(lambda words: self.told.emit(words, ""))
        self.taking.end.file_wanted.connect(self._choose_file)
        self.taking.end.open_wanted.connect(self.open_wanted)
        self.taking.worker.open_wanted.connect(self.open_wanted)

    def _show_list(self) -> None:
        if self._model.meeting is None:
            self._turn_to(self.start)

    def _show_lesson(self) -> None:
        self._turn_to(self.lesson)

    def _show_meeting(self) -> None:
        if self._stack.currentWidget() is not self.taking:
            self._turn_to(self.taking)

    def _show_failure(self, error: LibrarianError) -> None:
        if isinstance(error, LockedError):
            self.locked.explain(error.title, error.remedy)
            self._turn_to(self.locked)
            return
        if self._stack.currentWidget() is self.locked:
            self.told.emit(error.title, error.remedy)
            return
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        self._explain_failure(error, again)

    def _turn_to(self, part: QWidget, *, anew: bool = True) -> None:
        super()._turn_to(part, anew=anew)
        self._hints.setVisible(part is self.taking)

    def _tell_returned(self, back: Returned) -> None:
        left = len(back.unplaced)
        self.told.emit(
            texts.PACK_READ.format(back.boxes, left), texts.PACK_READ_TEXT if left else ""
        )

    def _tell_packed(self, place: Path) -> None:
        self.told.emit(texts.PACK_READY, "")
        self.open_wanted.emit(place)

    def _tell_joined(self, people: tuple[str, ...]) -> None:
        self.told.emit(texts.JOINED.format(", ".join(people)), texts.JOINED_WHY)

    def _choose_file(self) -> None:
        file = self._choose_pack(self)
        if file:
            self._model.read_file(file)


def _packs(event: QDropEvent) -> list[Path]:
    data = event.mimeData()
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() == ".docx"]
