"""Looking after a drive, without its widgets: who does, how one begins, and what waits."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from librarian.application.about import Board, Care, Caretaker, Registrar
from librarian.application.ports import Jobs
from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, Event
from ui.bridge.newest import Newest
from ui.keeping import texts
from ui.keeping.confirming_view_model import LANE, ConfirmingViewModel

QUIET_MS: Final = 1500


class KeepingViewModel(QObject):
    """Everything the page shows and does."""

    changed = Signal()
    failed = Signal(object)
    started = Signal()
    """The first form to confirm is shown."""

    def __init__(
        self,
        jobs: Jobs,
        notify: Callable[[str, str], None],
        complain: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notify = notify
        self._complain = complain
        self._caretaker: Caretaker | None = None
        self._registrar: Registrar | None = None
        self._open: Callable[[str], object] | None = None
        self._caring = Newest(jobs, LANE, self._lack, self)
        self._boarding = Newest(jobs, LANE, self._complain, self)
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.load)
        self._goes_straight = False
        self.confirming = ConfirmingViewModel(jobs, notify, complain, self)
        self.care: Care | None = None
        self.board: Board | None = None
        self.drive = ""
        self.came_to_confirm = False
        """Whether a person came here to confirm forms, and for nothing else."""

    def use(
        self,
        caretaker: Caretaker | None,
        registrar: Registrar | None,
        drive: str,
        open_file: Callable[[str], object] | None = None,
    ) -> None:
        """Look after another drive from now on; `drive` is what its folder is called."""
        self.confirming.settle()
        self._caretaker, self._registrar, self.drive = caretaker, registrar, drive
        self._open = open_file
        self.care = self.board = None
        self.changed.emit()

    def open(self, path: str) -> None:
        """Open a version in its own program; what opened is all there is to see."""
        if self._open:
            self._jobs.submit("acts", partial(self._open, path), lambda _: None)

    def load(self) -> None:
        """Ask who looks after the drive, and what waits for them."""
        if self._caretaker:
            self._caring.ask(self._caretaker.care, self._take_care)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """Somebody did something: look again soon."""
        if isinstance(event, DocumentsChanged) and self.care and not self._soon.isActive():
            self._soon.start()

    def begin(self, name: str, keeper: str) -> None:
        """Look after the drive from now on."""
        if self._caretaker:
            work = partial(self._caretaker.begin, name.strip(), keeper.strip())
            self._jobs.submit(LANE, work, self._tell_begun, self._complain)

    def name_keeper(self, keeper: str) -> None:
        """Name somebody who looks after the drive too."""
        if self._caretaker and keeper.strip():
            work = partial(self._caretaker.name_keeper, keeper.strip())
            told = partial(self._tell_named, keeper.strip())
            self._jobs.submit(LANE, work, told, self._complain)

    def take_over(self, because: str) -> None:
        """Look after a drive whose keepers have left."""
        if self._caretaker:
            work = partial(self._caretaker.take_over, because)
            self._jobs.submit(LANE, work, self._tell_begun, self._complain)

    def start_at_once(self) -> None:
        """Confirm the most used forms as soon as it is known which they are."""
        self._goes_straight = True
        self.load()

    def start(self) -> None:
        """Confirm the most used forms, one at a time."""
        self.came_to_confirm, self._goes_straight = self._goes_straight, False
        if self.board and self.board.tasks and self._registrar:
            self.confirming.begin(self._registrar, self.board.tasks)
            self.started.emit()

    def start_next(self) -> None:
        """Ask for the next forms, then go on with them."""
        if self._caretaker:
            self.confirming.settle()
            self._boarding.ask(self._caretaker.board, self._take_next)

    def _take_care(self, care: Care) -> None:
        self.care = care
        self._goes_straight = self._goes_straight and care.is_mine
        self.changed.emit()
        if care.is_mine and self._caretaker:
            self._boarding.ask(self._caretaker.board, self._take_board)

    def _take_board(self, board: Board) -> None:
        self.board = board
        self.changed.emit()
        if self._goes_straight:
            self.start()

    def _take_next(self, board: Board) -> None:
        self._take_board(board)
        self.start()

    def _tell_begun(self, care: Care) -> None:
        self._notify(texts.BEGUN, "")
        self._take_care(care)

    def _tell_named(self, keeper: str, care: Care) -> None:
        self._notify(texts.NAMED.format(keeper), "")
        self._take_care(care)

    def _lack(self, error: LibrarianError) -> None:
        if self.care is None:
            self.failed.emit(error)
