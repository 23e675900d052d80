"""How the drive is kept, for the page that everybody reads; asked for on a lane of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, Event, ScanFinished
from ui.bridge.newest import Newest
from ui.rules import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Caretaker
    from librarian.application.ports import Jobs
    from librarian.application.rulekeeping import DriveRules, HowWeKeepThisDrive
    from librarian.domain.principles import AnyRule

LANE: Final = "rules"
QUIET_MS: Final = 1500


class RulesViewModel(QObject):
    """What the page shows; `changed` tells that it is another, `printed` where the page lies.

    `tried` tells what a rule would change, None where that could not be told; `left` that nothing
    is being set any more, `offered` what is on the drive, None where that could not be told.
    """

    changed = Signal()
    failed = Signal(object)
    printed = Signal(object)
    tried = Signal(object)
    left = Signal()
    offered = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        complain: Callable[[LibrarianError], None],
        notify: Callable[[str, str], None],
        parent: QObject | None = None,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.complain = complain
        self._notify = notify
        self._rules: DriveRules | None = None
        self._caretaker: Caretaker | None = None
        self._is_shown = False
        self._asking = Newest(jobs, LANE, self._lack, self)
        self._trying = Newest(jobs, LANE, self._fail_trial, self)
        self._offering = Newest(jobs, LANE, self._fail_offer, self)
        self._wanted: AnyRule | None = None
        self._seen = ""
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.load)
        self.how: HowWeKeepThisDrive | None = None
        self.may_change = False

    @property
    def has_drive(self) -> bool:
        """Whether there is a drive with rules."""
        return self._rules is not None

    def use(self, rules: DriveRules | None, caretaker: Caretaker | None = None) -> None:
        """Tell of another drive from now on."""
        self._rules, self._caretaker = rules, caretaker
        self.how, self.may_change = None, False
        self.leave()
        self.changed.emit()
        if self._is_shown:
            self.load()

    def load(self) -> None:
        """Ask how the drive stands, and whether this person may change its rules."""
        self._is_shown = True
        if self._rules:
            self._asking.ask(partial(_asked, self._rules, self._caretaker), self._take)

    def begin(self) -> None:
        """Somebody begins to set a rule: what they see now is what they decide on."""
        self._seen = self.how.in_force.entry if self.how else ""

    def ask_choices(self) -> None:
        """Ask what is on the drive that a rule can be kept to; `offered` tells it."""
        if self._rules:
            self._offering.ask(self._rules.scope_choices, self.offered.emit)

    def try_rule(self, rule: AnyRule) -> None:
        """Ask what would change with a rule; `tried` tells it."""
        if self._rules:
            self._wanted = rule
            self._trying.ask(partial(self._rules.try_rule, rule), self.tried.emit)

    def try_file(self) -> None:
        """Ask what would change with the file that was edited by hand; `tried` tells it."""
        if self._rules:
            self._trying.ask(self._rules.try_file, self.tried.emit)

    def forget_trial(self) -> None:
        """What would change is not asked any more."""
        self._wanted = None
        self._trying.forget()

    def leave(self) -> None:
        """Set nothing."""
        self.forget_trial()
        self._offering.forget()
        self.left.emit()

    def set_rule(self, note: str) -> None:
        """Put the rule that was tried in force."""
        if self._rules and self._wanted:
            work = partial(self._rules.set_rule, self._wanted, note, self._seen)
            self._do(work, texts.IS_SET)

    def take_over(self, seen: str) -> None:
        """Put the file that was edited by hand, and looked at, in force."""
        if self._rules:
            self._do(partial(self._rules.take_over, seen), texts.ARE_TAKEN)

    def put_back(self) -> None:
        """Have the file say again what is in force."""
        if self._rules:
            self._do(self._rules.put_back, texts.ARE_BACK)

    def print_page(self) -> None:
        """Make the page to print; `printed` tells where it lies."""
        if self._rules:
            self._jobs.submit(LANE, self._rules.sheet, self._show_sheet, self.complain)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """The drive was looked at, or somebody decided something: look again soon."""
        is_news = isinstance(event, DocumentsChanged | ScanFinished)
        if is_news and self._is_shown and not self._soon.isActive():
            self._soon.start()

    def _do(self, work: Callable[[], None], said: str) -> None:
        self._jobs.submit(LANE, work, partial(self._be_set, said), self.complain)

    def _be_set(self, said: str, _answer: object) -> None:
        self._notify(said, "")
        self.leave()
        self.load()

    def _take(self, found: tuple[HowWeKeepThisDrive, bool]) -> None:
        self.how, self.may_change = found
        self.changed.emit()

    def _show_sheet(self, place: Path) -> None:
        self.printed.emit(place)

    def _lack(self, error: LibrarianError) -> None:
        if self.how is None:
            self.failed.emit(error)

    def _fail_trial(self, error: LibrarianError) -> None:
        self.tried.emit(None)
        self.complain(error)

    def _fail_offer(self, error: LibrarianError) -> None:
        self.offered.emit(None)


def _asked(rules: DriveRules, caretaker: Caretaker | None) -> tuple[HowWeKeepThisDrive, bool]:
    """How a drive stands, and whether this person may change its rules."""
    return rules.standing(), caretaker is not None and caretaker.care().is_mine
