"""Hands one form over to every service it is for: one packet each, whole or not at all.

What was answered is kept (encrypted) and what is to be done is written down before anything is
sent; each step is written down before the next. Whatever breaks off is ended by `resume`, and to
hand the same submission over again does the rest of it and nothing twice.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from librarian.application.forms.filling import Clerk, Filling, Given, Last, Made
from librarian.application.forms.handing_errors import locked, not_agreed, not_kept, unknown
from librarian.application.forms.handing_journal import Journal, Record, Stage
from librarian.application.forms.handing_ports import (
    Addresses,
    Book,
    Inboxes,
    KeptHead,
    Letters,
    Seals,
    Submissions,
)
from librarian.application.forms.packing import letter_for, packed, packet_name, referral_id
from librarian.application.forms.reading_copies import ReadingCopies
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case
from librarian.domain.forms.form import FormDefinition, Service
from librarian.domain.referrals import State, kind_of, payload_of, referrals_of

KEEP_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class Order:
    """One submission: its own lasting id (that of its draft), the form, the answers, for whom.

    `signed` names, by service, the person who signed it off where the service asks for that.
    """

    id: str
    form: str
    given: Given
    services: Sequence[str] = ()
    case: Case | None = None
    last: Last | None = None
    signed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What went where: a record for each service, in the order in which it was chosen."""

    submission: str
    case: str
    records: tuple[Record, ...]

    @property
    def is_complete(self) -> bool:
        """Whether nothing of it is left for this computer to do."""
        return not any(record.is_open for record in self.records)


@dataclass(frozen=True, slots=True)
class Handed:
    """What came of a submission; no receipt where a problem stops the form."""

    filling: Filling
    receipt: Receipt | None = None

    @property
    def own(self) -> tuple[Made, ...]:
        """What is not for a service: text for the case system, a copy for the family."""
        read = {record.service for record in self.receipt.records} if self.receipt else set()
        return tuple(made for made in self.filling.made if made.reader not in read)


@dataclass(frozen=True, slots=True)
class Ways:
    """How packets get to services."""

    addresses: Addresses
    inboxes: Inboxes
    seals: Seals
    letters: Letters
    book: Book


class HandOver:
    """Sends packets, and ends what broke off; any call may block.

    `submissions` finds None while nothing can be kept encrypted on this computer: then a
    submission that broke off is ended by handing it over again.
    """

    def __init__(
        self,
        *,
        clerk: Clerk,
        ways: Ways,
        journal: Journal,
        submissions: Callable[[], Submissions | None],
        clock: Clock,
        alone: Callable[[], AbstractContextManager[None]],
        copies: ReadingCopies,
    ) -> None:
        self._clerk = clerk
        self._ways = ways
        self._journal = journal
        self._kept_at = submissions
        self._clock = clock
        self._alone = alone
        self._copies = copies

    def is_safe(self, handed: Handed) -> bool:
        """Whether nothing is lost when the draft goes: all was sent, or is kept here."""
        records = handed.receipt.records if handed.receipt else ()
        is_gone = all(record.stage in (Stage.SENT, Stage.LETTER) for record in records)
        return is_gone or self._submissions is not None

    def submit(self, order: Order) -> Handed:
        """Hand a form over to every service it is for; what is gone already stays as it went.

        A service that cannot be reached costs only itself: its record says why. Raises
        LibrarianError where nothing can be handed over at all.
        """
        filling = self._clerk.fill(order.form, order.given, order.services, order.case, order.last)
        if not filling.ok:
            return Handed(filling)
        form = self._clerk.form(order.form)
        readers = {made.reader for made in filling.made}
        services = tuple(service for service in form.services if service.id in readers)
        if not services:
            raise LibrarianError("No service is chosen.", "Choose at least one, then hand it over.")
        with self._alone():
            self._begin(order, filling, form, services)
            self._sign(order)
            self._send(order.id, filling)
            return Handed(filling, self.receipt(order.id))

    def resume(self) -> tuple[Receipt, ...]:
        """End what broke off, or could not be sent before; returns what it was."""
        opened = {each.submission for each in self._journal.all().values() if each.is_open}
        with self._alone():
            for submission in sorted(opened):
                filling = self._again(submission)
                if filling:
                    self._send(submission, filling)
        return tuple(map(self.receipt, sorted(opened)))

    def sign(self, referral: str, by: str) -> Receipt:
        """Note that somebody signed a referral off, and send it.

        Raises LibrarianError where no name is given, or what was answered is not kept here.
        """
        if not by.strip():
            raise LibrarianError("It is not said who signed it off.", "Give the person's name.")
        with self._alone():
            record = self.record(referral)
            self._check_not_refused(record)
            filling = self._again(record.submission)
            if filling is None:
                raise not_kept() if self._submissions else locked()
            self._signed(record, by)
            self._send(record.submission, filling)
            return self.receipt(record.submission)

    def show_again(self, referral: str) -> bool:
        """Whether the copy for whoever signs off could be made anew from what is kept here."""
        with self._alone():
            record = self.record(referral)
            filling = self._again(record.submission)
            return filling is not None and not self._copies.lay(record, filling).lacks

    def receipt(self, submission: str) -> Receipt:
        """What went where, of one submission. Raises LibrarianError where it is not known."""
        records = tuple(self._journal.of(submission).values())
        if not records:
            raise unknown()
        return Receipt(submission, records[0].case, records)

    def record(self, referral: str) -> Record:
        """What is known of one referral here. Raises LibrarianError where nothing is."""
        record = self._journal.all().get(referral)
        if record is None:
            raise unknown()
        return record

    # How

    @property
    def _submissions(self) -> Submissions | None:
        """What is kept, once there is a key to it."""
        return self._kept_at()

    def _begin(
        self, order: Order, filling: Filling, form: FormDefinition, services: Iterable[Service]
    ) -> None:
        known = self._journal.of(order.id)
        today = self._clock.now().date()
        new = [
            self._record(order, filling, form, service, today)
            for service in services
            if service.id not in known
        ]
        kept = self._submissions
        if new and kept:
            kept.save(
                KeptHead(order.id, form.id, form.version, today), {"answers": filling.answers}
            )
        self._journal.keep(*new)

    def _record(
        self,
        order: Order,
        filling: Filling,
        form: FormDefinition,
        service: Service,
        today: date,
    ) -> Record:
        referral = referral_id(order.id, service.id)
        day = today.isoformat()
        taken = {name for made in filling.made if made.reader == service.id for name in made.fields}
        kept = form.schema.get("x-retention-days")
        return Record(
            referral=referral,
            submission=order.id,
            form=form.id,
            version=form.version,
            service=service.id,
            title=service.name,
            case=filling.case,
            day=day,
            name=packet_name(filling.case.replace(" ", "-"), day, service.id, referral),
            stage=Stage.UNSIGNED if service.sign_off else Stage.BEGUN,
            keep_days=kept if isinstance(kept, int) else KEEP_DAYS,
            taken=len(taken),
            sign_off=service.sign_off,
        )

    def _sign(self, order: Order) -> None:
        for record in self._journal.of(order.id).values():
            by = order.signed.get(record.service, "")
            if by.strip():
                self._signed(record, by)

    def _signed(self, record: Record, by: str) -> None:
        if record.stage is Stage.UNSIGNED:
            today = self._clock.now().date().isoformat()
            record = self._journal.change(
                record, stage=Stage.BEGUN, signed=by.strip(), signed_on=today
            )
            self._copies.destroy(record)

    def _check_not_refused(self, record: Record) -> None:
        """Raise where whoever signs such referrals off has said no, or it was taken back."""
        known = [e for e in referrals_of(self._ways.book.entries()) if e.id == record.referral]
        if any(each.state in (State.REFUSED, State.CLOSED) for each in known):
            raise not_agreed()

    def _again(self, submission: str) -> Filling | None:
        """What was answered, made into packets again; None where it is not kept here."""
        kept = self._submissions
        found = [each for each in kept.heads() if each.id == submission] if kept else []
        if not found or kept is None:
            return None
        [head] = found
        answers = kept.load(head).get("answers")
        given = Given(answers if isinstance(answers, Mapping) else {}, head.version)
        services = tuple(self._journal.of(submission))
        filling = self._clerk.fill(head.form, given, services)
        return filling if filling.ok else None

    def _send(self, submission: str, filling: Filling) -> None:
        for record in self._journal.of(submission).values():
            made = [each for each in filling.made if each.reader == record.service]
            try:
                self._tell(self._delivered(self._shown(record, filling), made))
            except LibrarianError as error:
                latest = self.record(record.referral)
                self._journal.change(latest, problem=f"{error.title} {error.remedy}")

    def _shown(self, record: Record, filling: Filling) -> Record:
        """The record of a referral that whoever signs it off can read, where that was new."""
        is_new = record.stage is Stage.UNSIGNED and State.TO_SIGN not in record.told
        return self._copies.lay(record, filling) if is_new else record

    def _delivered(self, record: Record, made: Sequence[Made]) -> Record:
        """The record of a packet that was sent by now, or is as far as it can get."""
        if record.stage is Stage.BEGUN:
            record = self._placed(record, made)
        if record.stage is Stage.PLACED:
            folder = Path(record.place)
            if self._ways.inboxes.is_placed(folder, record.name):
                self._ways.inboxes.check(folder)
                self._ways.inboxes.finish(folder, record.name)
            # It got its own name before, and the service may have taken it away since.
            record = self._journal.change(record, stage=Stage.SENT, problem="")
        return record

    def _placed(self, record: Record, made: Sequence[Made]) -> Record:
        address = self._ways.addresses.of(record.service)
        files = packed(record, made, address, self._ways.seals)
        by = self._clock.now().date() + timedelta(days=address.answer_days)
        changed: dict[str, object] = {
            "files": tuple(files),
            "sealed": bool(address.age_key),
            "answer_by": by.isoformat(),
            "problem": "",
        }
        if address.inbox is None:
            place = self._ways.letters.put(letter_for(record, files, address))
            return self._journal.change(record, stage=Stage.LETTER, place=str(place), **changed)
        self._ways.inboxes.check(address.inbox)
        self._ways.inboxes.place(address.inbox, record.name, files)
        place = address.inbox
        return self._journal.change(record, stage=Stage.PLACED, place=str(place), **changed)

    def _tell(self, record: Record) -> None:
        states = {
            Stage.UNSIGNED: State.TO_SIGN,
            Stage.LETTER: State.TO_SEND,
            Stage.SENT: State.SENT,
        }
        state = states.get(record.stage)
        if state is None or str(state) in record.told:
            return
        by = date.fromisoformat(record.answer_by) if record.answer_by else None
        day = self._clock.now().date()
        told = payload_of(record.referral, record.case, record.service, day, by)
        self._ways.book.write(kind_of(state), told)
        self._journal.change(record, told=(*record.told, str(state)))
