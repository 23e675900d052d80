"""What becomes of referrals, for whoever sent them: all of them, on whom each waits, what to do.

A service's words (its question, why it declined) lie beside the packet in its inbox, for those who
may read there; the ledger has only that there are some.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from librarian.application.forms.filling import Last
from librarian.application.forms.handing_journal import Journal, Record, Stage
from librarian.application.forms.handing_over import Ways
from librarian.application.forms.handing_ports import Submissions
from librarian.application.forms.replies import Reply, beyond, replies_in, reply_file
from librarian.application.ports import Clock
from librarian.domain.curators_accounts import same_account
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Json
from librarian.domain.referrals import (
    Referral,
    State,
    Step,
    kind_of,
    overdue_first,
    payload_of,
    referrals_of,
)

UNREADABLE: Final = "What the service wrote lies with the packet. Ask them for it."


@dataclass(frozen=True, slots=True)
class Followed:
    """One referral: how it stands, what this computer knows of it, what was written about it."""

    referral: Referral
    record: Record | None
    replies: tuple[Reply, ...]
    is_mine: bool
    is_overdue: bool


class Follower:
    """Shows referrals and does what their sender does with them; any call may block."""

    def __init__(
        self,
        *,
        ways: Ways,
        journal: Journal,
        submissions: Callable[[], Submissions | None],
        clock: Clock,
    ) -> None:
        self._ways = ways
        self._journal = journal
        self._kept_at = submissions
        self._clock = clock

    def referrals(self) -> tuple[Followed, ...]:
        """Every referral, overdue ones first, then those that wait, then those that are done."""
        today = self._clock.now().date()
        records = self._journal.all()
        replies = {name: self._replies(record) for name, record in records.items()}
        written = [reply for each in replies.values() for reply in each]
        found = referrals_of(beyond(self._ways.book.entries(), written))
        known = {each.id for each in found}
        stuck = [self._stuck(each) for name, each in records.items() if name not in known]
        return tuple(
            Followed(
                referral=each,
                record=records.get(each.id),
                replies=replies.get(each.id, ()),
                is_mine=same_account(each.sender, self._ways.book.who),
                is_overdue=each.is_overdue(today),
            )
            for each in overdue_first([*found, *stuck], today)
        )

    def has_any(self) -> bool:
        """Whether any referral is known here at all."""
        return bool(self._journal.all() or referrals_of(self._ways.book.entries()))

    def sent_by_hand(self, referral: str) -> None:
        """The person sent the message that was prepared; it is not kept any longer."""
        record = self._record(referral)
        self._write(record, State.SENT)
        self._ways.letters.remove(Path(record.place))
        self._journal.change(record, stage=Stage.SENT, place="", told=(*record.told, "sent"))

    def signed_elsewhere(self) -> Mapping[str, str]:
        """Who signed off what has not gone from here yet, by referral."""
        return {
            each.referral.id: each.referral.steps[-1].who
            for each in self.referrals()
            if each.is_mine and each.record and each.record.stage is Stage.UNSIGNED
            if each.referral.state is State.SIGNED
        }

    def answer(self, referral: str, words: str) -> None:
        """Give a service the information it wanted: beside the packet, where it reads.

        Raises LibrarianError where nothing is written, or it cannot be put there.
        """
        record = self._record(referral)
        if record.place:
            folder, now = Path(record.place), self._clock.now()
            number = len(self._ways.inboxes.files(folder, record.name))
            told, me = self._payload(record), self._ways.book.who
            content = reply_file(State.ANSWERED, told, words, who=me, at=now, number=number)
            self._ways.inboxes.check(folder)
            name = f"answer {now.date().isoformat()} {number}.json"
            self._ways.inboxes.add(folder, record.name, name, content)
        self._write(record, State.ANSWERED)

    def note(self, referral: str, state: State) -> None:
        """Note what a service said by another way: it has it, accepts, declines, or it is over."""
        self._write(self._record(referral), state)

    def purge(self) -> tuple[str, ...]:
        """Delete what was kept of referrals that were acknowledged long enough ago.

        Returns the referrals it was; their numbers, days and services stay known.
        """
        today = self._clock.now().date()
        followed = {each.referral.id: each for each in self.referrals()}
        records = self._journal.all()
        done = {
            name
            for name, record in records.items()
            if record.stage is Stage.PURGED or _is_over(followed.get(name), record, today)
        }
        fresh = [name for name in done if records[name].stage is not Stage.PURGED]
        for name in fresh:
            if records[name].stage is Stage.LETTER:
                self._ways.letters.remove(Path(records[name].place))
            self._journal.change(records[name], stage=Stage.PURGED, signed="", place="")
        self._forget(records, done)
        return tuple(sorted(fresh))

    def last(self, case: str) -> Last | None:
        """The answers of the last referral of a case that are still kept here, or None."""
        every = self._journal.all().values()
        submissions = {each.submission for each in every if each.case == case}
        kept = self._submissions
        for head in kept.heads() if kept else ():
            if head.id in submissions and kept:
                answers = kept.load(head).get("answers")
                return Last(answers if isinstance(answers, Mapping) else {}, head.kept)
        return None

    @property
    def _submissions(self) -> Submissions | None:
        """What is kept, once there is a key to it."""
        return self._kept_at()

    def _stuck(self, record: Record) -> Referral:
        """A referral that was begun here and is on record nowhere else so far."""
        step = Step(State.TO_SEND, record.handed_over, self._ways.book.who)
        return Referral(record.referral, record.case, record.service, (step,))

    def _forget(self, records: Mapping[str, Record], done: set[str]) -> None:
        """Forget the submissions of which nothing is open any more."""
        needed = {each.submission for name, each in records.items() if name not in done}
        kept = self._submissions
        for submission in {records[name].submission for name in done} - needed:
            if kept:
                kept.forget(submission)

    def _replies(self, record: Record) -> tuple[Reply, ...]:
        if not record.place or record.stage is not Stage.SENT:
            return ()
        with suppress(LibrarianError):  # who may not read there still has the states
            return replies_in(self._ways.inboxes, Path(record.place), record.name, record.referral)
        return ()

    def _record(self, referral: str) -> Record:
        record = self._journal.all().get(referral)
        if record is None:
            raise LibrarianError(
                "This referral was not sent from this computer.", "Ask whoever sent it."
            )
        return record

    def _payload(self, record: Record) -> dict[str, Json]:
        day = self._clock.now().date()
        return payload_of(record.referral, record.case, record.service, day)

    def _write(self, record: Record, state: State) -> None:
        self._ways.book.write(kind_of(state), self._payload(record))


def _is_over(followed: Followed | None, record: Record, today: date) -> bool:
    if followed is None or not followed.referral.is_acknowledged:
        return False
    return today - followed.referral.since >= timedelta(days=record.keep_days)
