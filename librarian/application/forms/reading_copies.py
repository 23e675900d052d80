"""What a manager reads before signing off: the referral, sealed, in the team's restricted folder.

A copy lies there from when a sign-off is asked for until it is signed, refused or taken back. It
holds the form in words, whole: what goes to the service, and what else was answered. Every
computer of the team that looks takes away what is over, or is older than any copy may be, so none
stays when the sender's computer is gone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from librarian.application.forms.filling import Clerk, Filling
from librarian.application.forms.handing_journal import Journal, Record, Stage
from librarian.application.forms.sealed import TeamPart, TeamPlace
from librarian.application.forms.sheet import Sheet, look_at
from librarian.application.forms.validating import holds
from librarian.application.ports import Clock
from librarian.domain.clocks import moment
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition, Service, spelled
from librarian.domain.forms.referral import combined, outputs_for
from librarian.domain.forms.sections import Entry, Section
from librarian.domain.forms.taking import Cut, cut
from librarian.domain.forms.visibility import MISSING, rows_of_question, value_at
from librarian.domain.referrals import WITH_MANAGER, Referral, State

KEPT: Final = timedelta(days=60)
"""How long a copy lies there after it was last sealed, whatever becomes of the computers."""
_MILLION: Final = 1_000_000


class NoFolderError(LibrarianError):
    """No working folder was chosen on this computer."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the manager asked or the sender answered: a state, the words, by whom, when."""

    state: State
    words: str
    who: str
    at: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A referral as a manager reads it: what goes to the service, what does not, what to know.

    `warnings` stand on what the service gets, such as that somebody must not be told.
    """

    goes: tuple[Section, ...]
    stays: tuple[Section, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignRoom:
    """One folder of a team: the copies in it, and what was said about each."""

    where: str
    copies: TeamPlace
    words: TeamPlace


class ReadingCopies:
    """Lays copies, shows them and takes them away; any call may block.

    `here` raises LibrarianError where this computer has no folder for it, with how to get one;
    `at` is a folder in which something was laid before.
    """

    def __init__(
        self,
        *,
        here: Callable[[], SignRoom],
        at: Callable[[str], SignRoom],
        clerk: Clerk,
        journal: Journal,
        clock: Clock,
    ) -> None:
        self._here = here
        self._at = at
        self._clerk = clerk
        self._journal = journal
        self._clock = clock

    def room(self) -> SignRoom:
        """The folder of this computer's team. Raises LibrarianError where there is none to use."""
        room = self._here()
        room.copies.check()
        return room

    def lay(self, record: Record, filling: Filling) -> Record:
        """The record of a referral whose copy lies in the folder by now, or that says why not.

        Where it lies is written down first, so that whatever breaks off can be taken away.
        """
        try:
            room = self.room()
            if record.copy and record.copy != room.where:
                self._take_away(record)
            record = self._journal.change(record, copy=room.where)
            room.copies.put(record.referral, self._copy(record, filling), {})
        except LibrarianError as error:
            return self._journal.change(record, lacks=f"{error.title} {error.remedy}")
        return self._journal.change(record, lacks="")

    def destroy(self, record: Record) -> Record:
        """The record of a referral of which no copy lies anywhere, where it can be reached.

        Where it cannot, the record still says where it lies, and `tend` tries again.
        """
        if not record.copy:
            return record
        with suppress(LibrarianError):
            self._take_away(record)
            return self._journal.change(record, copy="", lacks="")
        return record

    def tend(self, referrals: Iterable[Referral]) -> None:
        """Take away every copy that is over, and seal the others for who has joined.

        A folder that is away is left until the next time.
        """
        known = {each.id: each for each in referrals}
        for record in self._journal.all().values():
            state = known[record.referral].state if record.referral in known else None
            if not record.copy or (record.stage is Stage.UNSIGNED and state in WITH_MANAGER):
                continue
            if record.stage is Stage.UNSIGNED and state is State.REFUSED:
                with suppress(LibrarianError):  # why it was refused stays to be read
                    self._at(record.copy).copies.forget(record.referral)
            else:
                self.destroy(record)
        with suppress(LibrarianError):
            room = self.room()
            for place, kept in ((room.copies, _COPY_KEPT), (room.words, _WORDS_KEPT)):
                for name in place.names():
                    if self._is_over(place, name, known.get(name), kept):
                        place.forget(name)
                    else:
                        _open_for_all(place, name)

    def lacking(self, referrals: Iterable[Referral]) -> tuple[Record, ...]:
        """What was sent from here, waits for a sign-off, and does not lie in the folder."""
        records = self._journal.all()
        waiting = [
            record
            for each in referrals
            if each.state in WITH_MANAGER and (record := records.get(each.id))
            if record.stage is Stage.UNSIGNED
        ]
        if not waiting:
            return ()
        try:
            there = self.there()
        except LibrarianError as error:
            why = f"{error.title} {error.remedy}"
            for record in waiting:
                if record.lacks != why:
                    self._journal.change(record, lacks=why)
            return ()
        return tuple(record for record in waiting if record.referral not in there)

    def read(self, referral: str) -> Reading:
        """What a referral says. Raises LibrarianError where it does not open here."""
        look = self.room().copies.look(referral)
        parts = sorted(look.parts, key=lambda part: part.at)
        if not parts:
            raise _not_for_us() if look.closed else _not_there()
        return _reading(parts[-1].content)

    def there(self) -> frozenset[str]:
        """The referrals whose copy lies in the folder. Raises LibrarianError."""
        copies = self.room().copies
        looks = {name: copies.look(name) for name in copies.names()}
        return frozenset(name for name, look in looks.items() if look.parts or look.closed)

    def said(self, referral: str) -> tuple[Said, ...]:
        """What was asked and answered about it, in order; nothing where it cannot be reached."""
        with suppress(LibrarianError):
            return _said(self._here().words.look(referral).parts)
        return ()

    def say(self, referral: str, said: Said) -> None:
        """Put a question or an answer beside the copy. Raises LibrarianError."""
        words = self.room().words
        parts = words.look(referral).parts
        told = [_told(each) for each in (*_said(parts), said)]
        seen = {part.by: part.revision for part in parts}
        words.put(referral, {"said": told}, seen)

    def _take_away(self, record: Record) -> None:
        room = self._at(record.copy)
        for place in (room.copies, room.words):
            place.forget(record.referral)

    def _is_over(
        self, place: TeamPlace, name: str, referral: Referral | None, kept: frozenset[State]
    ) -> bool:
        if referral is not None and referral.state not in kept:
            return True
        today: date = self._clock.now().date()
        touched = place.touched(name)
        return not touched or moment(touched * _MILLION).date() + KEPT < today

    def _copy(self, record: Record, filling: Filling) -> dict[str, object]:
        form = self._clerk.form(record.form)
        [service] = [each for each in form.services if each.id == record.service]
        look = look_at(Sheet(record.submission, form, filling.answers))
        cuts = _cuts(form, service, filling.answers)
        goes = _goes_out(form, filling.answers, cuts)
        notes = [problem.what for problem in filling.problems if not problem.stops]
        return {
            "goes": _packed(_only(look.sections(), lambda entry: entry.name in goes)),
            "stays": _packed(_only(look.sections(), lambda entry: entry.name not in goes)),
            "notes": notes,
            "warnings": list(dict.fromkeys(each for one in cuts for each in one.warnings)),
        }


_COPY_KEPT: Final = WITH_MANAGER
_WORDS_KEPT: Final = WITH_MANAGER | {State.REFUSED}


def _cuts(form: FormDefinition, service: Service, answers: object) -> list[Cut]:
    """What each output for the service holds."""
    one = combined(form, (service,))
    return [cut(one, each, answers, holds, service.id) for each in outputs_for(one, service)]


def _goes_out(form: FormDefinition, answers: object, cuts: Iterable[Cut]) -> frozenset[str]:
    """The answers that the service gets, spelled out."""
    whole = combined(form, form.services)
    held = [each.answers for each in cuts]
    return frozenset(
        spelled(spot)
        for question in whole.questions
        for spot in rows_of_question(question, answers)
        if any(value_at(each, spot) not in (MISSING, None) for each in held)
    )


def _only(sections: Iterable[Section], wanted: Callable[[Entry], bool]) -> Iterator[Section]:
    for section in sections:
        entries = tuple(filter(wanted, section.entries))
        if entries:
            yield replace(section, entries=entries)


def _packed(sections: Iterable[Section]) -> list[object]:
    return [
        {
            "title": section.title,
            "entries": [[e.question, e.answer, e.row, e.whose] for e in section.entries],
        }
        for section in sections
    ]


def _reading(content: Mapping[str, object]) -> Reading:
    try:
        goes, stays = _sections(content["goes"]), _sections(content["stays"])
        return Reading(goes, stays, _texts(content["notes"]), _texts(content["warnings"]))
    except (KeyError, TypeError, ValueError) as error:
        raise LibrarianError(
            "This copy cannot be understood here.", "Another version of this program laid it there."
        ) from error


def _texts(given: object) -> tuple[str, ...]:
    return tuple(map(str, given)) if isinstance(given, list) else ()


def _sections(given: object) -> tuple[Section, ...]:
    if not isinstance(given, list):
        raise TypeError
    return tuple(
        Section(
            str(each["title"]),
            tuple(
                Entry(str(asked), str(said), int(row), whose=str(whose))
                for asked, said, row, whose in each["entries"]
            ),
        )
        for each in given
    )


def _told(said: Said) -> dict[str, object]:
    return {"state": str(said.state), "words": said.words, "who": said.who, "at": said.at}


def _said(parts: Iterable[TeamPart]) -> tuple[Said, ...]:
    found: dict[Said, None] = {}
    for part in sorted(parts, key=lambda part: part.at, reverse=True):
        given = part.content.get("said")
        for each in given if isinstance(given, list) else ():
            with suppress(KeyError, TypeError, ValueError):  # what is no saying is passed over
                state = State(str(each["state"]))
                found[Said(state, str(each["words"]), str(each["who"]), int(each["at"]))] = None
    return tuple(sorted(found, key=lambda said: said.at))


def _open_for_all(place: TeamPlace, name: str) -> None:
    """Seal it anew where somebody has joined whose computer cannot open it."""
    parts = place.look(name).parts
    if parts and place.readers() - frozenset().union(*(part.readers for part in parts)):
        latest = max(parts, key=lambda part: part.at)
        said = [_told(each) for each in _said(parts)]  # two may have written at once
        content = {"said": said} if said else latest.content
        place.put(name, content, {part.by: part.revision for part in parts})


def _not_there() -> LibrarianError:
    return LibrarianError(
        "There is no copy to read in your team’s folder.",
        "Ask whoever sent it to look at their Sent referrals: then it is put there.",
    )


def _not_for_us() -> LibrarianError:
    return LibrarianError(
        "The copy does not open at this computer yet.",
        "It does once the sender, or a colleague who can read it, looks at Sent referrals.",
    )
