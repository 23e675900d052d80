"""A referral that waits for a sign-off: the manager signs, asks or refuses, the sender answers.

Each deed is on record before the copy to read is taken away; what breaks off between the two is
taken away when anybody of the team next looks. The ledger holds no word of what was asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from librarian.application.forms.drafts_kept import DraftBox, Head
from librarian.application.forms.handing_errors import locked, not_kept
from librarian.application.forms.handing_journal import Journal, Record, Stage
from librarian.application.forms.handing_ports import Book, Submissions
from librarian.application.forms.reading_copies import NoFolderError, ReadingCopies, Said
from librarian.application.ports import Clock
from librarian.domain.clocks import nanoseconds
from librarian.domain.curators_accounts import same_account
from librarian.domain.errors import LibrarianError
from librarian.domain.referrals import (
    WITH_MANAGER,
    Referral,
    State,
    kind_of,
    payload_of,
    referrals_of,
)

_MILLION = 1_000_000


class Again(Protocol):
    """Makes what was handed over anew."""

    def show_again(self, referral: str) -> bool:
        """Whether the copy to read could be made anew."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a page shows of sign-offs: which copies can be read, what was said, why none can.

    `lacks` says why there is no folder here, and what to do; empty where there is one. `is_unset`
    tells that nobody chose one.
    """

    copies: frozenset[str] = frozenset()
    said: Mapping[str, tuple[Said, ...]] | None = None
    lacks: str = ""
    is_unset: bool = False

    def said_of(self, referral: str) -> tuple[Said, ...]:
        """What was asked and answered about a referral, in order."""
        return (self.said or {}).get(referral, ())


class SignOffs:
    """What managers and senders do about sign-offs; any call may block."""

    def __init__(
        self,
        *,
        copies: ReadingCopies,
        journal: Journal,
        book: Book,
        clock: Clock,
        submissions: Callable[[], Submissions | None],
        drafts: Callable[[], DraftBox | None],
    ) -> None:
        self.copies = copies
        self._journal = journal
        self._book = book
        self._clock = clock
        self._submissions = submissions
        self._drafts = drafts

    def tend(self, again: Again) -> Waiting:
        """What there is to read and was said, after copies were laid that lack, or are over."""
        found = self._referrals()
        self.copies.tend(found)
        for record in self.copies.lacking(found):
            again.show_again(record.referral)
        if not any(each.state in WITH_MANAGER | {State.REFUSED} for each in found):
            return Waiting()
        said = {each.id: self.copies.said(each.id) for each in found if _may_be_said(each)}
        try:
            return Waiting(self.copies.there(), said)
        except LibrarianError as error:
            is_unset = isinstance(error, NoFolderError)
            return Waiting(said=said, lacks=f"{error.title} {error.remedy}", is_unset=is_unset)

    def sign(self, referral: str) -> None:
        """Sign off somebody else's referral; their computer sends it when it next looks.

        Raises LibrarianError where it is one's own, or waits for no sign-off any more.
        """
        self._decide(referral, State.SIGNED)

    def send_back(self, referral: str, words: str) -> None:
        """Send somebody else's referral back with a question. Raises LibrarianError."""
        known = self._somebody_elses(referral)
        self._say(known.id, State.RETURNED, words)
        self._write(known, State.RETURNED)

    def refuse(self, referral: str, words: str) -> None:
        """Say why a referral is not signed off; the copy goes, the words stay a while."""
        known = self._somebody_elses(referral)
        self._say(known.id, State.REFUSED, words)
        self._decide(referral, State.REFUSED)

    def answer(self, referral: str, words: str) -> None:
        """Answer the manager's question; it waits for the sign-off again."""
        known = self._own(referral, State.RETURNED)
        self._say(known.id, State.TO_SIGN, words)
        self._write(known, State.TO_SIGN)

    def take_back(self, referral: str) -> str:
        """Take a referral back before it is signed off, and return the draft it is by now.

        Raises LibrarianError where it is not one's own, was sent, or is locked.
        """
        known = self._own(referral, *WITH_MANAGER, State.REFUSED)
        record = self._journal.all()[referral]
        if record.stage is not Stage.UNSIGNED:
            raise LibrarianError("It was sent already.", "Ask the service to send it back.")
        draft = self._as_draft(record)
        self._write(known, State.CLOSED)
        record = self._journal.change(record, stage=Stage.PURGED, signed="", place="")
        self.copies.destroy(record)
        self._forget(record.submission)
        return draft

    def _decide(self, referral: str, state: State) -> None:
        known = self._somebody_elses(referral)
        self._write(known, state)
        self.copies.tend(self._referrals())

    def _referrals(self) -> tuple[Referral, ...]:
        """All that is on record; what services wrote beside packets does not matter here."""
        return referrals_of(self._book.entries())

    def _somebody_elses(self, referral: str) -> Referral:
        found = next((each for each in self._referrals() if each.id == referral), None)
        if found is None or found.state not in WITH_MANAGER:
            raise LibrarianError(
                "This referral waits for no sign-off any more.", "Look at the list again."
            )
        if same_account(found.sender, self._book.who):
            raise LibrarianError(
                "This is your own referral.", "Somebody else signs it off, at their computer."
            )
        return found

    def _own(self, referral: str, *states: State) -> Referral:
        for each in self._referrals():
            is_it = each.id == referral and same_account(each.sender, self._book.who)
            if is_it and each.state in states and referral in self._journal.all():
                return each
        raise LibrarianError("This cannot be done with it any more.", "Look at the list again.")

    def _say(self, referral: str, state: State, words: str) -> None:
        if not words.strip():
            raise LibrarianError("Nothing is written yet.", "Write it in the box, then try again.")
        at = nanoseconds(self._clock.now()) // _MILLION
        self.copies.say(referral, Said(state, words.strip(), self._book.who, at))

    def _write(self, known: Referral, state: State) -> None:
        told = payload_of(known.id, known.case, known.service, self._today())
        self._book.write(kind_of(state), told)

    def _as_draft(self, record: Record) -> str:
        """The draft that holds what was answered, for this one service; one, however often."""
        kept, box = self._submissions(), self._drafts()
        if kept is None or box is None:
            raise locked()
        draft = f"back-{record.referral}"
        if draft in {each.id for each in box.heads()}:
            return draft
        heads = [each for each in kept.heads() if each.id == record.submission]
        answers = kept.load(heads[0]).get("answers") if heads else None
        if not isinstance(answers, Mapping):
            raise not_kept()
        sheet = {"answers": {**answers, "services": [record.service]}}
        box.save(Head(draft, heads[0].form, heads[0].version, self._today()), sheet)
        return draft

    def _forget(self, submission: str) -> None:
        """Forget what was answered where no service needs it any more."""
        needed = any(
            each.stage is not Stage.PURGED for each in self._journal.of(submission).values()
        )
        kept = self._submissions()
        if kept and not needed:
            kept.forget(submission)

    def _today(self) -> date:
        return self._clock.now().date()


def _may_be_said(referral: Referral) -> bool:
    return referral.state in WITH_MANAGER | {State.REFUSED}
