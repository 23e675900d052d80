"""Filling in forms at one desk: what there is to fill in, drafts, what is known, handing over.

Half-filled forms are kept encrypted after every few seconds of work. Where nothing can be kept
encrypted on this computer, a passphrase is asked for; without one, nothing is kept at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from librarian.application.forms.comparing_drafts import Compared, compared
from librarian.application.forms.describing import span_of, texts_of, what_of
from librarian.application.forms.drafts_kept import DraftBox, Head
from librarian.application.forms.filling import Clerk, Filling, Given, Made
from librarian.application.forms.handing_journal import Record
from librarian.application.forms.handing_over import HandOver, Order
from librarian.application.forms.known_facts import Knowing
from librarian.application.forms.sealed import TeamPlace
from librarian.application.forms.sheet import Sheet
from librarian.application.forms.sheet_keeping import packed, unpacked
from librarian.application.forms.team_drafts import HandedOn, TeamDrafts
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.carrying_over import LastTime
from librarian.domain.forms.form import FormDefinition, Spot
from librarian.domain.forms.joining import Keep


@dataclass(frozen=True, slots=True)
class Listed:
    """A form that can be filled in: what it is called, and what it is for."""

    id: str
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A form somebody has begun; `outdated` where the form has another version by now."""

    id: str
    form: str
    title: str
    kept: date
    expires: date
    outdated: bool = False
    apart: str = ""
    """The id of the team's copy that somebody else went on with, where this is a second one."""
    is_closed: bool = False
    """Whether it does not open with the key of now."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a form: where its files lie, what went to services, texts to copy."""

    folder: Path | None
    files: tuple[str, ...]
    records: tuple[Record, ...]
    texts: tuple[tuple[str, str], ...]
    """Of each output that is text: its name, and its words."""


class FormDesk(Protocol):
    """Where forms are filled in; every call may block and be made from any thread.

    `knowing` fills in what is known; `team` holds what is shared. `take_in` opens what was locked
    with another passphrase, keeps it under the one of now, and returns how much it was.
    """

    knowing: Knowing
    team: TeamDrafts
    take_in: Callable[[str], int]

    def forms(self) -> tuple[Listed, ...]:
        """The forms there are."""

    def drafts(self) -> tuple[Draft, ...]:
        """Forms that were begun here, the last first; those that expired are gone."""

    def is_locked(self) -> bool:
        """Whether drafts need a passphrase first."""

    def unlock(self, passphrase: str) -> None:
        """Open drafts with a passphrase. Raises LibrarianError where it is another than before."""

    def last_times(self) -> tuple[LastTime, ...]:
        """What the next form of a kind can begin with, the latest first."""

    def begin(self, form: str, last: str = "") -> Sheet:
        """An empty sheet of a form, or one with what the last time of this id left open."""

    def carry_on(self, draft: str) -> Sheet:
        """The sheet that a draft holds. Raises LibrarianError where it cannot be opened."""

    def keep(self, sheet: Sheet) -> None:
        """Keep a sheet as its draft."""

    def forget(self, draft: str) -> None:
        """Delete a draft."""

    def carry_on_shared(self, draft: str) -> Sheet:
        """The sheet that lies in the team's folder. Raises LibrarianError where it does not."""

    def hand_on(self, sheet: Sheet) -> HandedOn:
        """Put a sheet into the team's folder; one that somebody went on with becomes one's own."""

    def leave(self, sheet: Sheet) -> HandedOn:
        """Keep a sheet where it belongs: here, or in the team's folder alone."""

    def compare(self, draft: str) -> Compared:
        """A draft against the team's copy of the form. Raises LibrarianError."""

    def join(self, both: Compared, kept: Mapping[Spot, Keep]) -> HandedOn:
        """Put both into the team's folder as one, as was chosen, in the place of the two."""

    def finish(self, sheet: Sheet, folder: Path) -> Finished:
        """Make every file, hand over to services what is theirs, and write the rest into folder.

        Raises LibrarianError where something stops the form, or nothing can be written.
        """


class Memory(Protocol):
    """Keeps what forms hand to the next of their kind."""

    def all(self, forms: Mapping[str, FormDefinition]) -> tuple[LastTime, ...]:
        """What there is, the latest first."""

    def keep(self, form: FormDefinition, answers: Mapping[str, object]) -> None:
        """Keep what a finished form leaves open."""


class LocalFormDesk:
    """Fills in forms for one person on one computer."""

    def __init__(
        self,
        *,
        clerk: Clerk,
        clock: Clock,
        box: Callable[[], DraftBox | None],
        open_box: Callable[[str], DraftBox],
        knowing: Knowing,
        team: Callable[[], TeamPlace | None],
        hand_over: Callable[[], HandOver | None],
        write: Callable[[Filling, Path, tuple[Made, ...]], Path],
        new_id: Callable[[], str],
        take_in: Callable[[str], int],
        memory: Memory | None = None,
    ) -> None:
        self._memory = memory
        self._clerk = clerk
        self._clock = clock
        self._box = box
        self._open_box = open_box
        self._opened: DraftBox | None = None
        self.knowing = knowing
        self.take_in = take_in
        self.team = TeamDrafts(team, clerk, clock, span_of)
        self._hand_over = hand_over
        self._write = write
        self._new_id = new_id

    def forms(self) -> tuple[Listed, ...]:
        """The forms there are; those that go to services come first."""
        found = sorted(self._clerk.forms(), key=lambda each: (not each.takes_services, each.title))
        return tuple(Listed(each.id, each.title, what_of(each)) for each in found)

    def drafts(self) -> tuple[Draft, ...]:
        """Forms that were begun here, the last first; those that expired are gone."""
        box = self._drafts()
        if box is None:
            return ()
        forms = {each.id: each for each in self._clerk.forms()}
        found = []
        for head in box.heads():
            form = forms.get(head.form)
            expires = head.kept + span_of(form)
            if self._today() > expires:
                box.forget(head.id)
            elif form:
                found.append(_listed(box, head, form, expires))
        return tuple(sorted(found, key=lambda each: (each.kept, each.id), reverse=True))

    def is_locked(self) -> bool:
        """Whether drafts need a passphrase first."""
        return self._drafts() is None

    def unlock(self, passphrase: str) -> None:
        """Open drafts with a passphrase. Raises LibrarianError where it is another than before."""
        self._opened = self._open_box(passphrase)

    def last_times(self) -> tuple[LastTime, ...]:
        """What the next form of a kind can begin with, the latest first."""
        if self._memory is None:
            return ()
        return self._memory.all({each.id: each for each in self._clerk.forms()})

    def begin(self, form: str, last: str = "") -> Sheet:
        """An empty sheet of a form, or one with what the last time of this id left open."""
        found = [each for each in self.last_times() if each.id == last] if last else []
        answers = found[0].answers if found else {}
        return Sheet(self._new_id(), self._clerk.form(form), answers)

    def carry_on(self, draft: str) -> Sheet:
        """The sheet that a draft holds. Raises LibrarianError where it cannot be opened."""
        box = self._drafts()
        head = next((each for each in (box.heads() if box else ()) if each.id == draft), None)
        if box is None or head is None:
            raise LibrarianError("This draft is not there any more.", "Begin a new form.")
        form = self._clerk.form(head.form)
        kept = box.load(draft, form.id, form.version)
        return unpacked(Sheet(draft, form), kept)

    def keep(self, sheet: Sheet) -> None:
        """Keep a sheet as its draft."""
        box = self._drafts()
        if box is not None:
            head = Head(sheet.id, sheet.form.id, sheet.form.version, self._today())
            box.save(head, packed(sheet))

    def forget(self, draft: str) -> None:
        """Delete a draft."""
        box = self._drafts()
        if box is not None:
            box.forget(draft)

    def carry_on_shared(self, draft: str) -> Sheet:
        """The sheet that lies in the team's folder. Raises LibrarianError where it does not."""
        box = self._drafts()
        here = {each.id for each in box.heads()} if box else set()
        own = self.carry_on(draft) if draft in here else None
        if own and self.team.is_seen(own):
            return own  # it holds all that the team has, and what did not get there
        sheet, *others = self.team.open(draft)
        for each in (*others, *([own] if own else [])):
            self._keep_apart(each)
        if own:
            self.forget(draft)
        return sheet

    def hand_on(self, sheet: Sheet) -> HandedOn:
        """Put a sheet into the team's folder; one that somebody went on with becomes one's own."""
        done = self.team.hand_on(sheet)
        if done.elsewhere:
            done = replace(done, sheet=self._keep_apart(sheet, is_alone=done.is_gone))
            self.forget(sheet.id)
        return done

    def compare(self, draft: str) -> Compared:
        """A draft against the team's copy of the form. Raises LibrarianError."""
        ours = self.carry_on(draft)
        theirs, *others = self.team.open(ours.apart)
        for each in others:
            self._keep_apart(each)
        return compared(ours, theirs, self.team.writer(ours.apart))

    def join(self, both: Compared, kept: Mapping[Spot, Keep]) -> HandedOn:
        """Put both into the team's folder as one, as was chosen, in the place of the two."""
        done = self.hand_on(both.as_one(kept))
        self.forget(both.ours.id)
        return done

    def leave(self, sheet: Sheet) -> HandedOn:
        """Keep a sheet where it belongs: here, or in the team's folder alone."""
        self.keep(sheet)
        if sheet.shared is None:
            return HandedOn(sheet)
        done = self.hand_on(sheet)
        if not done.elsewhere:
            self.forget(sheet.id)
        return done

    def finish(self, sheet: Sheet, folder: Path) -> Finished:
        """Make every file, hand over to services what is theirs, and write the rest into folder."""
        given = Given(sheet.answers, sheet.form.version, sheet.confirmed)
        hand_over = self._hand_over() if sheet.form.takes_services else None
        records: tuple[Record, ...] = ()
        is_safe = True
        if hand_over:
            handed = hand_over.submit(Order(sheet.id, sheet.form.id, given))
            filling, own = handed.filling, handed.own
            is_safe = hand_over.is_safe(handed)
            records = handed.receipt.records if handed.receipt else ()
        else:
            filling = self._clerk.fill(sheet.form.id, given)
            own = filling.made
        stopped = next((each for each in filling.problems if each.stops), None)
        if stopped:
            raise LibrarianError(stopped.what, stopped.remedy)
        where = self._write(filling, folder, own) if own else None
        if self._memory:
            self._memory.keep(sheet.form, filling.answers)
        if is_safe:
            self.forget(sheet.id)
            if sheet.shared is not None:
                self.team.forget(sheet.id)
        return Finished(where, tuple(each.name for each in own), records, texts_of(own))

    def _keep_apart(self, sheet: Sheet, *, is_alone: bool = False) -> Sheet:
        """The same sheet as a draft of its own, beside the team's, or where that is gone."""
        apart = replace(sheet, id=self._new_id(), shared=None, apart="" if is_alone else sheet.id)
        self.keep(apart)
        return apart

    def _drafts(self) -> DraftBox | None:
        self._opened = self._opened or self._box()
        return self._opened

    def _today(self) -> date:
        return self._clock.now().astimezone().date()


def _listed(box: DraftBox, head: Head, form: FormDefinition, expires: date) -> Draft:
    """A draft as it is listed; whether it opens is tried."""
    listed = Draft(head.id, form.id, form.title, head.kept, expires)
    if form.version != head.version:
        return replace(listed, outdated=True)
    try:
        apart = box.load(head.id, head.form, head.version).get("apart")
    except LibrarianError:
        return replace(listed, is_closed=True)
    return replace(listed, apart=str(apart or ""))
