"""A service's side of referrals: what came into its inbox, what it says, and what it answers."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from librarian.application.forms.filling import Clerk
from librarian.application.forms.handing_over import KEEP_DAYS, Ways
from librarian.application.forms.handing_ports import Shelf
from librarian.application.forms.packing import SEALED, SLIP
from librarian.application.forms.replies import Reply, beyond, replies_in, reply_file
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import Service
from librarian.domain.forms.referral import combined
from librarian.domain.forms.sections import Section, sections
from librarian.domain.ledger import Entry, Stamp
from librarian.domain.referrals import (
    Referral,
    State,
    kind_of,
    overdue_first,
    payload_of,
    referrals_of,
)

_ANSWERS: Final = "answers.json"
_FORM: Final = "referral"


@dataclass(frozen=True, slots=True)
class Slip:
    """What a packet says of itself."""

    referral: str
    case: str
    service: str
    form: str
    version: str
    day: str
    answer_by: str
    keep_days: int
    signed_by: str
    signed_on: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """One packet in an inbox, and how its referral stands."""

    name: str
    slip: Slip
    files: tuple[str, ...]
    referral: Referral
    replies: tuple[Reply, ...]
    is_overdue: bool

    @property
    def is_sealed(self) -> bool:
        """Whether its files are encrypted."""
        return any(file.endswith(SEALED) for file in self.files)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a packet says, in sections, with the warnings that stand over it."""

    sections: tuple[Section, ...]
    warnings: tuple[str, ...]


class Intake:
    """Reads a service's inbox and answers there; any call may block."""

    def __init__(self, *, clerk: Clerk, ways: Ways, clock: Clock, shelf: Shelf) -> None:
        self._clerk = clerk
        self._shelf = shelf
        self._ways = ways
        self._clock = clock

    def services(self) -> tuple[Service, ...]:
        """The services whose inbox this person can read."""
        every = self._clerk.form(_FORM).services
        return tuple(service for service in every if self._can_read(service.id))

    def packets(self, service: str) -> tuple[Arrived, ...]:
        """What lies in a service's inbox: overdue first, then what waits, then what is done.

        Raises LibrarianError where the inbox cannot be read.
        """
        folder = self._folder(service)
        names = self._ways.inboxes.names(folder)
        slips = {name: self._slip(folder, name) for name in names}
        replies = {
            name: replies_in(self._ways.inboxes, folder, name, slip.referral)
            for name, slip in slips.items()
            if slip
        }
        written = [reply for each in replies.values() for reply in each]
        entries = beyond(self._ways.book.entries(), written)
        on_record = {each.id: each for each in referrals_of(entries)}
        today = self._clock.now().date()
        arrived = {
            slip.referral: Arrived(
                name=name,
                slip=slip,
                files=self._files(folder, name),
                referral=referral,
                replies=replies[name],
                is_overdue=referral.is_overdue(today),
            )
            for name, slip in slips.items()
            if slip
            for referral in [on_record.get(slip.referral) or _unrecorded(slip, replies[name])]
        }
        ordered = overdue_first((each.referral for each in arrived.values()), today)
        return tuple(arrived[referral.id] for referral in ordered)

    def show(self, service: str, name: str) -> Shown:
        """What a packet says. Raises LibrarianError where it cannot be opened or understood."""
        folder = self._folder(service)
        found = [each for each in self._files(folder, name) if _ANSWERS in each]
        if not found:
            raise _unreadable()
        try:
            told = json.loads(self.read(service, name, found[0]))
            form = self._clerk.form(str(told["form"]))
            chosen = tuple(each for each in form.services if each.id == service)
            shown = sections(combined(form, chosen), told["answers"])
            return Shown(tuple(shown), tuple(map(str, told["warnings"])))
        except (ValueError, KeyError, TypeError) as error:
            raise _unreadable() from error

    def read(self, service: str, name: str, file: str) -> bytes:
        """What a file of a packet holds, opened with this person's key where it is sealed."""
        content = self._ways.inboxes.read(self._folder(service), name, file)
        return self._ways.seals.open(content) if file.endswith(SEALED) else content

    def lend(self, service: str, name: str, file: str) -> Path:
        """A copy of a file to open in its own program; what is in the inbox stays as it is."""
        content = self.read(service, name, file)
        return self._shelf.put(name, file.removesuffix(SEALED), content)

    def answer(self, service: str, name: str, state: State, words: str = "") -> None:
        """Say that a referral was received, ask for more, accept, decline, or close it.

        Raises LibrarianError where words are needed and missing, or nothing can be written there.
        """
        folder = self._folder(service)
        slip = self._slip(folder, name)
        if slip is None:
            raise _unreadable()
        now = self._clock.now()
        told = payload_of(slip.referral, slip.case, service, now.date())
        number = len(self._ways.inboxes.files(folder, name))
        me = self._ways.book.who
        content = reply_file(state, told, words, who=me, at=now, number=number)
        self._ways.inboxes.check(folder)
        file = f"reply {now.date().isoformat()} {state} {number}.json"
        self._ways.inboxes.add(folder, name, file, content)
        self._ways.book.write(kind_of(state), told)

    def purge(self, service: str) -> tuple[str, ...]:
        """Delete packets that were acknowledged as long ago as their form says; returns which."""
        today = self._clock.now().date()
        old = [each.name for each in self.packets(service) if _is_over(each, today)]
        for name in old:
            self._ways.inboxes.remove(self._folder(service), name)
        return tuple(old)

    def _folder(self, service: str) -> Path:
        inbox = self._ways.addresses.of(service).inbox
        if inbox is None:
            raise LibrarianError(
                "This service has no inbox.", "Name its folder: see “For services” in the help."
            )
        return inbox

    def _can_read(self, service: str) -> bool:
        with suppress(LibrarianError):  # not told rightly, away or closed: no inbox of theirs
            inbox = self._ways.addresses.of(service).inbox
            if inbox is not None:
                self._ways.inboxes.names(inbox)
                return True
        return False

    def _files(self, folder: Path, name: str) -> tuple[str, ...]:
        every = self._ways.inboxes.files(folder, name)
        return tuple(file for file in every if not file.startswith(("reply ", "answer ", SLIP)))

    def _slip(self, folder: Path, name: str) -> Slip | None:
        try:
            told = json.loads(self._ways.inboxes.read(folder, name, SLIP))
            return _slip(told)
        except (LibrarianError, ValueError, KeyError, TypeError, AttributeError):
            return None  # a folder that somebody else put there


def _slip(told: Mapping[str, object]) -> Slip:
    signed = told.get("signed_off")
    by = signed if isinstance(signed, Mapping) else {}
    keep = told.get("keep_days")
    day = date.fromisoformat(str(told["day"]))
    return Slip(
        referral=str(told["referral"]),
        case=str(told["case"]),
        service=str(told["service"]),
        form=str(told["form"]),
        version=str(told["version"]),
        day=day.isoformat(),
        answer_by=str(told.get("answer_by") or ""),
        keep_days=keep if isinstance(keep, int) else KEEP_DAYS,
        signed_by=str(by.get("by", "")),
        signed_on=str(by.get("on", "")),
    )


def _unrecorded(slip: Slip, replies: tuple[Reply, ...]) -> Referral:
    """The referral of a packet that no ledger here tells of: sent from elsewhere."""
    day = date.fromisoformat(slip.day)
    by = date.fromisoformat(slip.answer_by) if slip.answer_by else None
    told = payload_of(slip.referral, slip.case, slip.service, day, by)
    first = Entry(slip.referral, Stamp(0, 0, ""), "", kind_of(State.SENT), told)
    [referral] = referrals_of([first, *(reply.entry for reply in replies)])
    return referral


def _is_over(arrived: Arrived, today: date) -> bool:
    if not arrived.referral.is_acknowledged:
        return False
    return today - arrived.referral.since >= timedelta(days=arrived.slip.keep_days)


def _unreadable() -> LibrarianError:
    return LibrarianError(
        "This referral cannot be shown here.", "Open its form instead, or ask whoever sent it."
    )
