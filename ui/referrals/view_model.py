"""Referrals that were sent, without their widgets: how they stand, and what their sender does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, DriveFound, Event
from librarian.domain.referrals import State, Waits
from ui.bridge.newest import Newest
from ui.referrals import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.at_hand import ReferralsAtHand
    from librarian.application.forms.following import Followed
    from librarian.application.forms.handing_over import Receipt
    from librarian.application.forms.reading_copies import Reading, Said
    from librarian.application.forms.referrals_desk import Referrals
    from librarian.application.forms.signing_off import Waiting
    from librarian.application.ports import Jobs

LANE: Final = "referrals"
QUIET_MS: Final = 1500


@dataclass(frozen=True, slots=True)
class Board:
    """All referrals as they stand, and what each service is called."""

    referrals: tuple[Followed, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    signing: Waiting | None = None
    """What there is to read before signing off, and what was said about it."""

    @property
    def overdue(self) -> tuple[Followed, ...]:
        """Those on which somebody ought to have done something."""
        return tuple(each for each in self.referrals if each.is_overdue)

    @property
    def with_me(self) -> tuple[Followed, ...]:
        """Those that wait on this person and are in time."""
        return tuple(each for each in self._in_time() if waits_on_me(each))

    @property
    def waiting(self) -> tuple[Followed, ...]:
        """Those that wait on somebody else and are in time."""
        mine = (*self.with_me, *self.to_sign)
        return tuple(each for each in self._in_time() if each not in mine)

    @property
    def to_sign(self) -> tuple[Followed, ...]:
        """Those of others that wait for a sign-off, perhaps by this person, and are in time."""
        found = (each for each in self._in_time() if not each.is_mine)
        return tuple(each for each in found if each.referral.state is State.TO_SIGN)

    @property
    def done(self) -> tuple[Followed, ...]:
        """Those that wait on nobody, the latest first."""
        done = [each for each in self.referrals if each.referral.waits_on is Waits.NOBODY]
        return tuple(sorted(done, key=lambda each: each.referral.since, reverse=True))

    def _in_time(self) -> list[Followed]:
        return [
            each
            for each in self.referrals
            if not each.is_overdue and each.referral.waits_on is not Waits.NOBODY
        ]


@dataclass(frozen=True, slots=True)
class Opened:
    """A referral that is read before it is signed off; `name` is the service's."""

    followed: Followed
    name: str
    reading: Reading
    said: tuple[Said, ...] = ()

    @property
    def id(self) -> str:
        """The referral's number."""
        return self.followed.referral.id


class ReferralsViewModel(QObject):
    """Everything the page shows and does."""

    changed = Signal()
    turned = Signal()
    """A copy was opened to be read, or closed."""
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
        self._asking = Newest(jobs, LANE, self._lack, self)
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.load)
        self.board: Board | None = None
        self.opened: Opened | None = None

    def use(self, at_hand: ReferralsAtHand | None) -> None:
        """Show the referrals of another drive from now on."""
        self._at_hand = at_hand
        self._asking.forget()
        self.opened = None
        self.board = None if at_hand else Board()
        self.changed.emit()

    def load(self) -> None:
        """Ask how all referrals stand; the first time, what broke off is ended too."""
        if self._at_hand:
            self._asking.ask(partial(_board, self._at_hand), self._take)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """Somebody did something: look again soon."""
        is_news = isinstance(event, DocumentsChanged | DriveFound)
        if is_news and self.board is not None and not self._soon.isActive():
            self._soon.start()

    def send_now(self) -> None:
        """Send what could not be sent before."""
        self._do(_send_all, self._tell_sent)

    def sign(self, referral: str, by: str) -> None:
        """Somebody signed it off."""
        self._do(lambda desk: desk.hand_over.sign(referral, by), self._tell_signed)

    def sign_off(self, referral: str) -> None:
        """Sign off somebody else's referral."""
        self._do(lambda desk: desk.sign_offs.sign(referral), self._tell_signed_off)

    def read(self, followed: Followed) -> None:
        """Open the copy of somebody else's referral, to be read."""
        referral = followed.referral.id
        taken = partial(self._open_copy, followed)
        self._do(lambda desk: desk.sign_offs.copies.read(referral), taken)

    def close_copy(self) -> None:
        """Go back to the list."""
        if self.opened is not None:
            self.opened = None
            self.turned.emit()

    def send_back(self, referral: str, words: str) -> None:
        """Ask its sender a question."""
        self._do(lambda desk: desk.sign_offs.send_back(referral, words), self._tell_sent_back)

    def refuse(self, referral: str, words: str) -> None:
        """Say why it is not signed off."""
        self._do(lambda desk: desk.sign_offs.refuse(referral, words), self._tell_refused)

    def answer_manager(self, referral: str, words: str) -> None:
        """Answer whoever signs it off."""
        self._do(lambda desk: desk.sign_offs.answer(referral, words), self._tell_asked_again)

    def take_back(self, referral: str) -> None:
        """Take it back, to be changed."""
        self._do(lambda desk: desk.sign_offs.take_back(referral), self._tell_taken_back)

    def sent_by_hand(self, referral: str) -> None:
        """The prepared message was sent."""
        self._do(lambda desk: desk.follower.sent_by_hand(referral), self._tell_noted)

    def open_message(self, record_place: str) -> None:
        """Open the prepared message in the mail program."""
        self._do(lambda desk: desk.open_file(Path(record_place)), self._be_content)

    def answer(self, referral: str, words: str) -> None:
        """Give the service what it asked for."""
        self._do(lambda desk: desk.follower.answer(referral, words), self._tell_answered)

    def note(self, referral: str, state: State) -> None:
        """Note what the service said by another way."""
        self._do(lambda desk: desk.follower.note(referral, state), self._tell_noted)

    def purge(self) -> None:
        """Delete what was kept long enough."""
        self._do(lambda desk: desk.follower.purge(), self._tell_purged)

    def _do(self, deed: Callable[[Referrals], object], done: Callable[..., None]) -> None:
        at_hand = self._at_hand
        if at_hand:
            self._jobs.submit(LANE, lambda: deed(at_hand.desk()), done, self._complain)

    def _take(self, board: Board) -> None:
        is_first = self.board is None
        self.board = board
        self.changed.emit()
        if is_first and any(each.record and each.record.is_open for each in board.referrals):
            self._do(lambda desk: desk.hand_over.resume(), self._take_resumed)

    def _take_resumed(self, _receipts: object) -> None:
        """What broke off is ended as far as it can be: show that, and say nothing of it."""
        self.load()

    def _tell_sent(self, receipts: tuple[Receipt, ...]) -> None:
        whole = all(receipt.is_complete for receipt in receipts)
        self._notify(texts.SENT_NOW if whole else texts.NOT_SENT, "")
        self.load()

    def _tell_signed(self, receipt: Receipt) -> None:
        self._tell_sent((receipt,))

    def _open_copy(self, followed: Followed, reading: Reading) -> None:
        board, referral = self.board or Board(), followed.referral
        said = board.signing.said_of(referral.id) if board.signing else ()
        name = board.names.get(referral.service, referral.service)
        self.opened = Opened(followed, name, reading, said)
        self.turned.emit()

    def _tell_signed_off(self, _answer: object) -> None:
        self._tell_decided(texts.SIGNED_OFF)

    def _tell_sent_back(self, _answer: object) -> None:
        self._tell_decided(texts.SENT_BACK)

    def _tell_refused(self, _answer: object) -> None:
        self._tell_decided(texts.REFUSED_IT)

    def _tell_asked_again(self, _answer: object) -> None:
        self._tell_decided(texts.ASKED_AGAIN)

    def _tell_taken_back(self, _answer: object) -> None:
        self._notify(texts.TAKEN_BACK, texts.TAKEN_BACK_WHERE)
        self.load()

    def _tell_decided(self, told: str) -> None:
        self.close_copy()
        self._notify(told, "")
        self.load()

    def _tell_noted(self, _answer: object) -> None:
        self._notify(texts.NOTED, "")
        self.load()

    def _tell_answered(self, _answer: object) -> None:
        self._notify(texts.ANSWER_SENT, "")
        self.load()

    def _tell_purged(self, gone: tuple[str, ...]) -> None:
        self._notify(texts.purged(len(gone)), "")
        self.load()

    def _be_content(self, _answer: object) -> None:
        """What opened is all there is to see."""

    def _lack(self, error: LibrarianError) -> None:
        if self.board is None:
            self.failed.emit(error)


def waits_on_me(followed: Followed) -> bool:
    """Whether the person here has to do something about a referral."""
    return followed.is_mine and followed.referral.waits_on in (Waits.SENDER, Waits.MANAGER)


def _send_all(desk: Referrals) -> tuple[Receipt, ...]:
    """Send what broke off, and what was signed off elsewhere; failing where it is locked."""
    signed = desk.follower.signed_elsewhere().items()
    receipts = tuple(desk.hand_over.sign(referral, who) for referral, who in signed)
    return (*receipts, *desk.hand_over.resume())


def _board(at_hand: ReferralsAtHand) -> Board:
    desk = at_hand.desk()
    desk.settle()
    desk.send_signed()
    signing = desk.sign_offs.tend(desk.hand_over)
    return Board(desk.follower.referrals(), desk.services(), signing)
