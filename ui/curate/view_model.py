"""What waits for whoever looks after the drive, without its widgets."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from librarian.application.about import Care, Caretaker
from librarian.application.activity import Deed
from librarian.application.disposing_queue import Disposals
from librarian.application.overseeing import Overseer, Today
from librarian.application.ports import Jobs
from librarian.application.tidying import Tidier
from librarian.domain.dates_said import Precision, read_date
from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, Event, ScanFinished
from librarian.domain.register import RegisterLine
from librarian.domain.wishes import Wish
from ui.bridge.newest import Newest
from ui.curate import texts
from ui.curate.destroy_view_model import DestroyViewModel
from ui.curate.tidying_view_model import TidyingViewModel

LANE: Final = "curating"
QUIET_MS: Final = 1500


class CurateViewModel(QObject):
    """Everything the page shows and does."""

    changed = Signal()
    cited = Signal(object)
    failed = Signal(object)
    message_ready = Signal(object)

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
        self._overseer: Overseer | None = None
        self._asking = Newest(jobs, LANE, self._lack, self)
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.load)
        self.tidying = TidyingViewModel(jobs, notify, complain, self)
        self.tidying.made.connect(self.load)
        self.destroying = DestroyViewModel(jobs, notify, complain, self)
        self.care: Care | None = None
        self.today: Today | None = None
        self.lines: tuple[RegisterLine, ...] = ()
        self.deeds: tuple[Deed, ...] = ()

    def use(
        self,
        caretaker: Caretaker | None,
        overseer: Overseer | None,
        tidier: Tidier | None = None,
        disposals: Disposals | None = None,
    ) -> None:
        """Look after another drive from now on."""
        self._caretaker, self._overseer = caretaker, overseer
        self.tidying.use(tidier)
        self.destroying.use(disposals)
        self.care = self.today = None
        self.lines, self.deeds = (), ()
        self.changed.emit()

    def load(self) -> None:
        """Ask what waits, what is on the register, and what was done."""
        caretaker, overseer = self._caretaker, self._overseer
        if caretaker and overseer:
            self._asking.ask(partial(_everything, caretaker, overseer), self._take)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """Somebody did something, or the drive was looked at: look again soon."""
        self.tidying.take_event(event)
        self.destroying.take_event(event)
        if isinstance(event, DocumentsChanged | ScanFinished) and not self._soon.isActive():
            self._soon.start()

    def answer(self, wish: Wish, note: str) -> None:
        """A wish was dealt with."""
        if self._overseer:
            self._do(partial(self._overseer.answer, wish, note), texts.ANSWERED)

    def still_right(self, path: str, title: str) -> None:
        """A document was looked at and is still right."""
        if self._overseer:
            self._do(partial(self._overseer.still_right, path), texts.REVIEWED.format(title))

    def mend_history(self) -> None:
        """Check the history, and bring back what is lost."""
        if self._overseer:
            self._jobs.submit(LANE, self._overseer.mend_history, self._tell_mended, self._complain)

    def signpost(self, folder: str, whom: str) -> None:
        """Show a folder to all, with whom to ask; or no longer where `whom` is empty."""
        if self._overseer:
            said = texts.SIGNED if whom else texts.UNSIGNED
            self._do(partial(self._overseer.signpost, folder, whom), said.format(folder))

    def prepare_for_it(self, wish: Wish) -> None:
        """Write the message that IT needs to let somebody in."""
        if self._overseer:
            work = partial(self._overseer.message_for_it, wish)
            self._jobs.submit(LANE, work, self.message_ready.emit, self._complain)

    def save_register(self, target: Path) -> None:
        """Write the register of documents where the person wants it."""
        if self._overseer:
            self._do(partial(self._overseer.save_register, target), texts.SAVED)

    def find_citing(self, words: str) -> None:
        """Ask which documents cite something; `cited` tells them."""
        if self._overseer and words.strip():
            work = partial(self._overseer.citing, words)
            self._jobs.submit(LANE, work, self.cited.emit, self._complain)

    def review_again(self, lines: tuple[RegisterLine, ...]) -> None:
        """These documents are to be looked at today."""
        if self._overseer and lines:
            work = partial(self._overseer.review_again, tuple(line.path for line in lines))
            self._do(work, texts.again(len(lines)))

    def keep_owner(self, line: RegisterLine, owner: str, deputy: str, phone: str) -> None:
        """A document has this owner from now on."""
        if self._overseer:
            work = partial(self._overseer.assign, line.path, owner, deputy, phone)
            self._do(work, texts.KEPT.format(line.title))

    def keep_review(self, line: RegisterLine, written: str) -> bool:
        """A document is to be looked at again by a day; tells whether that is one."""
        said = read_date(written)
        if said is None or said.precision is not Precision.DAY:
            self._complain(LibrarianError(texts.NOT_A_DAY.format(written), texts.NOT_A_DAY_REMEDY))
            return False
        if self._overseer and said.first != line.next_review:
            work = partial(self._overseer.set_review, line.path, said.first)
            self._do(work, texts.KEPT.format(line.title))
        return True

    def _do(self, work: Callable[[], object], said: str) -> None:
        self._jobs.submit(LANE, work, partial(self._tell, said), self._complain)

    def _tell_mended(self, left: tuple[str, ...]) -> None:
        if left:
            self._notify(texts.HISTORY_LEFT, texts.HISTORY_LEFT_WHAT.format(left[0]))
        else:
            self._notify(texts.HISTORY_MENDED, "")
        self.load()

    def _tell(self, said: str, _answer: object) -> None:
        self._notify(said, "")
        self.load()

    def _take(
        self, found: tuple[Care, Today | None, tuple[RegisterLine, ...], tuple[Deed, ...]]
    ) -> None:
        self.care, self.today, self.lines, self.deeds = found
        if self.care.is_mine:
            self.tidying.load()
            self.destroying.load()
        self.changed.emit()

    def _lack(self, error: LibrarianError) -> None:
        if self.today is None:
            self.failed.emit(error)


def _everything(
    caretaker: Caretaker, overseer: Overseer
) -> tuple[Care, Today | None, tuple[RegisterLine, ...], tuple[Deed, ...]]:
    care = caretaker.care()
    if not care.is_mine:
        return care, None, (), ()
    return care, overseer.today(), overseer.lines(), overseer.deeds()
