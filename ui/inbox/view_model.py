"""A service's inbox without its widgets: what came, what one says, and what the service answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, DriveFound, Event
from librarian.domain.referrals import State, Waits
from ui.bridge.newest import Newest
from ui.inbox import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.at_hand import ReferralsAtHand
    from librarian.application.forms.intake import Arrived, Shown
    from librarian.application.forms.referrals_desk import Referrals
    from librarian.application.ports import Jobs

LANE: Final = "inbox"
QUIET_MS: Final = 1500


@dataclass(frozen=True, slots=True)
class Tray:
    """The services this person reads for (id and name), and what came for the chosen one."""

    services: tuple[tuple[str, str], ...] = ()
    service: str = ""
    packets: tuple[Arrived, ...] = ()

    @property
    def name(self) -> str:
        """What the chosen service is called."""
        return dict(self.services).get(self.service, self.service)

    @property
    def waiting(self) -> int:
        """How many wait for the service."""
        return sum(each.referral.waits_on is Waits.SERVICE for each in self.packets)


class InboxViewModel(QObject):
    """Everything the page shows and does."""

    changed = Signal()
    opened = Signal()
    failed = Signal(object)

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
        self._at_hand: ReferralsAtHand | None = None
        self._listing = Newest(jobs, LANE, self._lack, self)
        self._showing = Newest(jobs, LANE, self._lack_one, self)
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.load)
        self.tray: Tray | None = None
        self.chosen: Arrived | None = None
        self.shown: Shown | None = None
        self.trouble: LibrarianError | None = None
        """Why the chosen one cannot be shown."""

    def use(self, at_hand: ReferralsAtHand | None) -> None:
        """Read the inboxes that belong to another drive from now on."""
        self._at_hand = at_hand
        self._listing.forget()
        self._showing.forget()
        self.tray = None if at_hand else Tray()
        self.chosen = self.shown = self.trouble = None
        self.changed.emit()

    def load(self, service: str = "") -> None:
        """Ask what came, for this service or the one that is shown."""
        if self._at_hand:
            wanted = service or (self.tray.service if self.tray else "")
            self._listing.ask(partial(_tray, self._at_hand, wanted), self._take)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """Somebody did something: look again soon."""
        is_news = isinstance(event, DocumentsChanged | DriveFound)
        if is_news and self.tray is not None and not self._soon.isActive():
            self._soon.start()

    def choose(self, name: str) -> None:
        """Show what one referral says."""
        tray, at_hand = self.tray, self._at_hand
        found = next((each for each in tray.packets if each.name == name), None) if tray else None
        if found is None or tray is None or at_hand is None:
            return
        if self.chosen is None or found.name != self.chosen.name:
            self.shown = self.trouble = None
        self.chosen = found
        self.opened.emit()
        work = partial(_shown, at_hand, tray.service, name)
        self._showing.ask(work, self._take_shown)

    def answer(self, state: State, words: str = "") -> None:
        """Say what becomes of the chosen one."""
        tray, chosen = self.tray, self.chosen
        if tray and chosen:
            self._do(
                lambda desk: desk.intake.answer(tray.service, chosen.name, state, words),
                partial(self._tell_answered, state),
            )

    def open_file(self, file: str) -> None:
        """Open a file of the chosen one in its own program."""
        tray, chosen = self.tray, self.chosen
        if tray and chosen:
            self._do(
                lambda desk: desk.open_file(desk.intake.lend(tray.service, chosen.name, file)),
                self._be_content,
            )

    def purge(self) -> None:
        """Delete what was kept long enough."""
        tray = self.tray
        if tray:
            self._do(lambda desk: desk.intake.purge(tray.service), self._tell_purged)

    def _do(self, deed: Callable[[Referrals], object], done: Callable[..., None]) -> None:
        at_hand = self._at_hand
        if at_hand:
            self._jobs.submit(LANE, lambda: deed(at_hand.desk()), done, self._complain)

    def _take(self, tray: Tray) -> None:
        self.tray = tray
        names = {each.name: each for each in tray.packets}
        self.chosen = names.get(self.chosen.name) if self.chosen else None
        self.changed.emit()
        if self.chosen is None and tray.packets:
            self.choose(tray.packets[0].name)
        else:
            self.opened.emit()

    def _take_shown(self, shown: Shown) -> None:
        self.shown, self.trouble = shown, None
        self.opened.emit()

    def _tell_answered(self, state: State, _answer: object) -> None:
        self._notify(texts.DONE[state], "")
        self.load()

    def _tell_purged(self, gone: tuple[str, ...]) -> None:
        self._notify(texts.purged(len(gone)), "")
        self.load()

    def _be_content(self, _answer: object) -> None:
        """What opened is all there is to see."""

    def _lack(self, error: LibrarianError) -> None:
        if self.tray is None:
            self.failed.emit(error)

    def _lack_one(self, error: LibrarianError) -> None:
        self.trouble = error
        self.opened.emit()


def _tray(at_hand: ReferralsAtHand, wanted: str) -> Tray:
    desk = at_hand.desk()
    desk.settle()
    services = tuple((service.id, service.name) for service in desk.intake.services())
    if not services:
        return Tray()
    if wanted in dict(services):
        return Tray(services, wanted, desk.intake.packets(wanted))
    trays = [Tray(services, service, desk.intake.packets(service)) for service, _ in services]
    return max(trays, key=lambda tray: (tray.waiting, len(tray.packets)))  # of equals, the first


def _shown(at_hand: ReferralsAtHand, service: str, name: str) -> Shown:
    return at_hand.desk().intake.show(service, name)
