"""The minute desk: begins meetings with what the last one left, keeps them, reads packs back."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from librarian.application.forms.ports import FormShelf, Renderer
from librarian.application.minutes.paper import paper_of
from librarian.application.minutes.ports import (
    Calendars,
    Damaged,
    Meeting,
    Meetings,
    PackReader,
    PackWriter,
    Stage,
    TeamCopy,
)
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition
from librarian.domain.forms.wording import squeezed
from librarian.domain.minutes.carrying import (
    Step,
    carried,
    history,
    number_of,
    numbered,
    said,
    seats,
)
from librarian.domain.minutes.gentle_checks import Remark, remarks
from librarian.domain.minutes.guide import Guide, guide_of
from librarian.domain.minutes.pack import Unplaced, merged, own_words, pack_of, read_pack
from librarian.domain.minutes.working_days import (
    BankHolidays,
    Clocks,
    Proposed,
    clocks_of,
    doubts,
    first_core_group,
    next_conference,
    next_core_group,
    working_days_after,
)

FORM: Final = "minutes"
PACK: Final = "Core group minutes: pack"
_SETTINGS: Final = "settings.toml"
_PAPER: Final = "paper.typ"


@dataclass(frozen=True, slots=True)
class Returned:
    """What a pack that came back brought: the meeting with it, how many boxes, what is left."""

    meeting: Meeting
    boxes: int
    unplaced: tuple[Unplaced, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """The days that are proposed after a meeting, and what speaks against those chosen."""

    core: Proposed | None
    conference: Proposed | None
    doubts: tuple[str, ...]
    share_by: date | None = None
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class DeskParts:
    """What the desk works with."""

    shelf: FormShelf
    meetings: Meetings
    writer: PackWriter
    reader: PackReader
    paper: Renderer
    calendars: Calendars
    holidays: Callable[[str], BankHolidays]
    acronyms: Callable[[], Mapping[str, str]]
    new_id: Callable[[], str]
    clock: Clock


class MinuteDesk:
    """Keeps the minutes of this person's core groups."""

    def __init__(self, parts: DeskParts) -> None:
        self._parts = parts

    @property
    def form(self) -> FormDefinition:
        """The form of the minutes. Raises LibrarianError where it is not in order."""
        return self._parts.shelf.load(FORM)

    @property
    def guide(self) -> Guide:
        """Its guide."""
        return guide_of(self.form.guide)

    @property
    def clocks(self) -> Clocks:
        """What the area has agreed."""
        return clocks_of(self._document(_SETTINGS))

    def meetings(self, case: str = "") -> tuple[Meeting, ...]:
        """Every meeting kept (of a case), the latest first."""
        kept = [each for each in self._parts.meetings.all() if case in ("", each.case)]
        return tuple(sorted(kept, key=_when, reverse=True))

    def damaged(self) -> tuple[Damaged, ...]:
        """What is kept and cannot be opened; nothing else suffers from it."""
        return tuple(self._parts.meetings.damaged())

    def forget(self, meeting: str) -> None:
        """Delete minutes; those that are not there are gone already."""
        self._parts.meetings.forget(meeting)

    def unlock(self, passphrase: str) -> None:
        """Open what is kept with a passphrase. Raises LibrarianError where it does not fit."""
        if not passphrase.strip():
            raise LibrarianError("There is no passphrase yet.", "Type one, then try again.")
        self._parts.meetings.unlock(passphrase)

    def meeting(self, meeting: str) -> Meeting:
        """One meeting. Raises LibrarianError where it is not kept here."""
        for each in self._parts.meetings.all():
            if each.id == meeting:
                return each
        for broken in self.damaged():
            if broken.id == meeting:
                raise LibrarianError("These minutes cannot be opened.", broken.remedy)
        raise LibrarianError("These minutes are not kept here.", "Begin anew, or choose others.")

    def begin(self, case: str) -> Meeting:
        """Begin the next meeting of a case, with what the last one left open, and keep it."""
        case = case.strip()
        earlier = self.meetings(case) if case else ()
        answers = carried(earlier[0].answers) if earlier else _blank(case)
        told = answers.get("meeting")
        if isinstance(told, dict) and not said(told, "date"):
            told["date"] = self._today().isoformat()
        begun = self.save(Meeting(self._parts.new_id(), case, answers))
        if earlier and earlier[0].team is not None:
            return self.settle(replace(begun, team=TeamCopy()))
        return begun

    def people_before(self, meeting: Meeting) -> list[dict[str, str]]:
        """Who was asked to the meeting of this case before this one."""
        number = number_of(meeting.answers)
        kept = self.meetings(meeting.case) if meeting.case else ()
        before = [each for each in kept if number_of(each.answers) < number]
        return seats(before[0].answers) if before else []

    def save(self, meeting: Meeting) -> Meeting:
        """Keep a meeting as it is now, and return it."""
        kept = replace(meeting, kept=self._today())
        self._parts.meetings.save(kept)
        return kept

    def settle(self, meeting: Meeting) -> Meeting:
        """Keep a meeting, and put it into the team's folder where it is shared; then return it.

        Where the folder is away, or open to everybody, it goes there another time.
        """
        kept = self.save(meeting)
        if kept.team is not None:
            with suppress(LibrarianError):  # `damaged` tells of it, and so does the page
                return self._parts.meetings.hand_on(kept)
        return kept

    def share(self, meeting: Meeting) -> Meeting:
        """Keep a meeting in the team's folder from now on, for a colleague to carry on.

        Raises LibrarianError where there is none, it is away, or open to everybody.
        """
        return self._parts.meetings.hand_on(self.save(meeting))

    def tend(self) -> None:
        """Put into the team's folder what is not there yet, and open it for whoever has joined."""
        self._parts.meetings.tend()

    def people(self) -> tuple[str, ...]:
        """Who can open what is in the team's folder; nobody where there is none."""
        return self._parts.meetings.people()

    def pack(self, meeting: Meeting) -> bytes:
        """The pack of a meeting as one Word file."""
        form, guide = self.form, self.guide
        return self._parts.writer.write(PACK, guide, pack_of(form, guide, meeting.answers))

    def paper(self, meeting: Meeting) -> bytes:
        """The pack of a meeting to print and write on."""
        form, guide = self.form, self.guide
        folder = self._folder()
        template = self._parts.shelf.template(replace(form.outputs[0], template=folder + _PAPER))
        return self._parts.paper.render(template, paper_of(form, guide, meeting.answers))

    def read_back(self, meeting: Meeting, content: bytes) -> Returned:
        """Take what was typed into a pack over into its meeting, and keep both.

        Raises LibrarianError where the file cannot be read, or nothing of it is of a pack.
        """
        form, guide = self.form, self.guide
        own = own_words(pack_of(form, guide, meeting.answers))
        own |= {squeezed(each) for each in (*guide.points, PACK)}
        read = read_pack(form, self._parts.reader.read(content, own, form.pages))
        if not read.boxes:
            raise LibrarianError(
                "This is not a pack of minutes that somebody filled in.",
                "Nothing was changed. Choose the file that came back.",
            )
        answers, replaced = merged(meeting.answers, read.answers)
        unplaced = (*read.unplaced, *replaced)
        kept = tuple(dict.fromkeys((*meeting.unplaced, *((u.text, u.where) for u in unplaced))))
        back = self.settle(replace(meeting, answers=answers, unplaced=kept))
        return Returned(back, read.boxes, unplaced)

    def remarks(self, meeting: Meeting) -> tuple[Remark, ...]:
        """What may be made clearer."""
        return remarks(meeting.answers, self._parts.acronyms())

    def days(self, meeting: Meeting) -> Days:
        """The days that are proposed after this meeting, and doubts about those chosen."""
        clocks, off = self.clocks, self._parts.holidays(self.clocks.nation)
        told = meeting.answers.get("meeting")
        held, first = _day(said(told, "date")), _day(said(told, "conference"))
        core = next_core_group(held, clocks, off) if held else None
        if core is None and first is not None:
            core = first_core_group(first, clocks, off)
        conference = next_conference(first, _day(said(told, "review")), clocks, off)
        found: list[str] = []
        for name, proposed in (("core", core), ("conference", conference)):
            chosen = _day(said(meeting.answers.get("dates"), name))
            if chosen and proposed:
                title = "Next core group" if name == "core" else "Next conference"
                found += [f"{title}: {each}" for each in doubts(chosen, proposed, off)]
        share_by = working_days_after(held, clocks.share_working_days, off) if held else None
        return Days(core, conference, tuple(found), share_by, clocks.guidance)

    def in_time(self, meeting: Meeting) -> str:
        """Whether this meeting was held in time, in words; nothing where that is not known."""
        clocks, off = self.clocks, self._parts.holidays(self.clocks.nation)
        told = meeting.answers.get("meeting")
        held, before = _day(said(told, "date")), _day(said(told, "before"))
        first = _day(said(told, "conference"))
        due = next_core_group(before, clocks, off) if before else None
        if due is None and first is not None:
            due = first_core_group(first, clocks, off)
        if held is None or due is None:
            return ""
        rule = due.rule.replace("this one", "the last one")
        return f"{'Yes' if held <= due.latest else 'No'}: {rule}."

    def invitation(self, meeting: Meeting) -> bytes:
        """The next core group as a date to import. Raises LibrarianError where it has no day."""
        dates = meeting.answers.get("dates")
        day = _day(said(dates, "core"))
        if day is None:
            raise LibrarianError("There is no day for the next core group yet.", "Choose one.")
        title = f"Core group {meeting.case}".strip()
        return self._parts.calendars.event(meeting.id, title, day, said(dates, "at"))

    def history(self, case: str) -> dict[str, tuple[Step, ...]]:
        """What became of each action, outcome and worry of a case, meeting by meeting."""
        return history([each.answers for each in reversed(self.meetings(case))])

    def purge(self) -> int:
        """Delete the minutes of every case whose last meeting is past its time; says how many."""
        oldest = self._today() - timedelta(days=self.clocks.keep_days)
        latest: dict[str, date] = {}
        for each in self.meetings():
            key = each.case or each.id
            latest[key] = max(each.kept, latest.get(key, date.min))
        over = [each for each in self.meetings() if latest[each.case or each.id] < oldest]
        for each in over:
            self._parts.meetings.forget(each.id)
        return len(over)

    def numbered(self, meeting: Meeting) -> Meeting:
        """The meeting with a number for each action, and whether it was held in time; kept."""
        answers = numbered(meeting.answers)
        told = answers.get("meeting")
        if isinstance(told, dict) and not said(told, "deadline"):
            told["deadline"] = self.in_time(meeting)
        return self.settle(replace(meeting, answers=answers))

    def _document(self, name: str) -> Mapping[str, object]:
        found = self._parts.shelf.read(Path(self._folder())).documents.get(name)
        return found.value if found else {}

    def _folder(self) -> str:
        return self.form.outputs[0].template.rpartition("/")[0] + "/"

    def _today(self) -> date:
        return self._parts.clock.now().date()


def _blank(case: str) -> dict[str, object]:
    return {"child": [{"case": case}] if case else [], "meeting": {"number": 1}}


def _when(meeting: Meeting) -> tuple[int, str, date]:
    told = meeting.answers.get("meeting")
    return number_of(meeting.answers), said(told, "date"), meeting.kept


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_confirmed(meeting: Meeting) -> bool:
    """Tell whether the social worker has confirmed these minutes."""
    return meeting.stage is not Stage.DRAFT
