"""Finishes, confirms and issues minutes; what is withheld from a reader is in no copy of theirs.

The page of actions, and whatever goes to everybody, leaves out what is withheld from anybody.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from librarian.application.forms.filling import Made
from librarian.application.forms.ports import FormShelf
from librarian.application.forms.validating import holds, problems_of
from librarian.application.forms.writing import EXTENSIONS, Maker, Packet
from librarian.application.minutes.mailing import same_name
from librarian.application.minutes.minute_desk import FORM, MinuteDesk
from librarian.application.minutes.ports import IssueBook, Meeting, Stage
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition, Kind, Output, Problem, pattern_of, spelled
from librarian.domain.forms.taking import Cut, cut
from librarian.domain.forms.visibility import MISSING, Visibility, rows_of_question, value_at
from librarian.domain.minutes.carrying import Answers, rows, said

ACTIONS: Final = "actions"
EVERYBODY: Final = "everyone"
ISSUED: Final = "minutes_issued"
CONFIRMED: Final = "minutes_confirmed"
RECORD: Final = "the record"
"""The copy that is filed: it leaves out only what is withheld from everyone."""
_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Copies:
    """Finished files by their names, and what kept any from being made."""

    made: tuple[Made, ...]
    problems: tuple[Problem, ...]


class Issuer:
    """Makes the copies of minutes, each for its readers only."""

    def __init__(
        self, desk: MinuteDesk, shelf: FormShelf, maker: Maker, book: IssueBook, clock: Clock
    ) -> None:
        self._desk = desk
        self._shelf = shelf
        self._maker = maker
        self._book = book
        self._clock = clock

    def finish(self, meeting: Meeting) -> tuple[Meeting, Copies]:
        """The page of actions for everyone, and the meeting whose new actions have numbers."""
        numbered = self._desk.numbered(meeting)
        return numbered, self._copies(numbered, "", (ACTIONS,))

    def confirm(self, meeting: Meeting, by: str) -> Meeting:
        """The social worker confirms the minutes. Raises LibrarianError where no name is said."""
        if not by.strip():
            raise LibrarianError("It is not said who confirms.", "Write the social worker's name.")
        problem = next(iter(misnamed(self._desk.form, meeting.answers)), None)
        if problem:
            raise LibrarianError(problem.what, problem.remedy)
        day = self._clock.now().date().isoformat()
        answers = {**meeting.answers, "confirm": {"by": by.strip(), "on": day}}
        self._note(CONFIRMED, meeting)
        return self._desk.settle(replace(meeting, answers=answers, stage=Stage.CONFIRMED))

    def reopen(self, meeting: Meeting) -> Meeting:
        """Confirmed minutes are a draft again, to be put right."""
        answers = {name: each for name, each in meeting.answers.items() if name != "confirm"}
        return self._desk.settle(replace(meeting, answers=answers, stage=Stage.DRAFT))

    def copy_for(self, meeting: Meeting, reader: str) -> Copies:
        """The minutes as one reader gets them; for RECORD, as they are filed."""
        return self._copies(meeting, reader, ())

    def issue(self, meeting: Meeting) -> tuple[Meeting, Mapping[str, Copies]]:
        """Copies for everyone on the list and for the record, put on record without a name.

        Raises LibrarianError where the minutes are not confirmed, or nobody is to get them.
        """
        if meeting.stage is Stage.DRAFT:
            raise LibrarianError("These minutes are a draft.", "The social worker confirms first.")
        readers = tuple(
            dict.fromkeys(said(row, "name") for row in rows(meeting.answers, "readers"))
        )
        names = tuple(filter(None, readers))
        if not names:
            raise LibrarianError("It is not said who gets the minutes.", "Fill in section 15.")
        copies = {name: self.copy_for(meeting, name) for name in (*names, RECORD)}
        if any(each.problems for each in copies.values()):
            return meeting, copies
        day = self._clock.now().date().isoformat()
        done = self._desk.settle(
            replace(meeting, stage=Stage.ISSUED, issued=dict.fromkeys(names, day))
        )
        self._note(ISSUED, meeting, len(names))
        return done, copies

    def for_everybody(self, meeting: Meeting) -> Meeting:
        """The meeting without what is withheld from anybody, for a pack that may go to anybody.

        Raises LibrarianError where words that are withheld stand elsewhere too.
        """
        form, answers = self._shelf.load(FORM), for_reader(meeting.answers, "")
        every = frozenset(each.id for each in form.questions)
        output = Output("pack", form.title, Kind.WORD, every)
        part = cut(form, output, Visibility(form, answers, holds).seen(), holds)
        for problem in (*_leaks(form, part), *_names_left(form, output, part, answers)):
            raise LibrarianError(problem.what, problem.remedy)
        return replace(meeting, answers=part.answers)

    def _copies(self, meeting: Meeting, reader: str, only: tuple[str, ...]) -> Copies:
        answers = for_reader(meeting.answers, reader)
        form = self._shelf.load(FORM)
        seen = Visibility(form, answers, holds)
        problems = [*misnamed(form, meeting.answers), *problems_of(form, seen)]
        day = self._clock.now().date()
        made: list[Made] = []
        for output in form.outputs if not problems else ():
            if only and output.id not in only:
                continue
            part = cut(form, output, seen.seen(), holds)
            problems += [*_leaks(form, part), *_names_left(form, output, part, answers)]
            packet = Packet(output.title, meeting.case or "no case number", day)
            name = f"{packet.case} {day.isoformat()} {output.id}.{EXTENSIONS[output.kind]}"
            content = self._maker.make(form, output, part, packet)
            made.append(Made(output.id, name, content, part.fields))
        return Copies(() if problems else tuple(made), tuple(dict.fromkeys(problems)))

    def _note(self, kind: str, meeting: Meeting, readers: int = 0) -> None:
        held = said(meeting.answers.get("meeting"), "date")
        payload = {"case": meeting.case, "held": held, "day": self._clock.now().date().isoformat()}
        self._book.write(kind, payload | ({"copies": str(readers)} if readers else {}))


def for_reader(answers: Answers, reader: str) -> dict[str, object]:
    """Return answers in which only what is withheld from this reader is still withheld.

    Without a reader everything withheld from anybody stays withheld.
    """
    kept = [
        row
        for row in rows(answers, "withheld")
        if not reader or same_name(said(row, "reader"), reader) or _is_everyone(row)
    ]
    return {**answers, "withheld": kept}


def misnamed(form: FormDefinition, answers: Answers) -> Iterator[Problem]:
    """Yield what is withheld by a name that no part or reader has: it would keep nothing back."""
    names = [said(row, "name") for row in rows(answers, "readers")]
    for number, row in enumerate(rows(answers, "withheld")):
        reader, what = said(row, "reader"), said(row, "what")
        if not _is_part(form, what):
            problem = "There is no such part of the minutes to withhold."
            yield Problem(f"withheld.{number}", problem, "Choose a part from the list.")
        if not _is_everyone(row) and not any(same_name(reader, name) for name in names):
            problem = "Something is withheld from somebody who is not on the list of section 15."
            yield Problem(f"withheld.{number}", problem, "Spell the name as it is there.")


def _is_part(form: FormDefinition, name: str) -> bool:
    pattern = ".".join(step for step in name.split(".") if not step.isdigit())
    known = (each.id for each in form.questions)
    return bool(name) and any(each == pattern or each.startswith(f"{pattern}.") for each in known)


def _is_everyone(row: object) -> bool:
    return said(row, "reader").casefold() in ("", EVERYBODY, "everybody")


def _leaks(form: FormDefinition, part: Cut) -> Iterator[Problem]:
    for spot in part.leaks:
        yield _told(spelled(spot), form.by_pattern[pattern_of(spot)].title)


def _names_left(
    form: FormDefinition, output: Output, part: Cut, answers: Answers
) -> Iterator[Problem]:
    """Where the name of a person whose row is withheld stands in another answer of this output."""
    hidden = set(_hidden_names(form, part, answers))
    for question in form.questions if hidden else ():
        if question.id not in output.takes:
            continue
        for spot in rows_of_question(question, part.answers):
            value = value_at(part.answers, spot)
            text = "" if value in (MISSING, None) else str(value)
            if any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in hidden):
                yield _told(spelled(spot), question.title)


def _hidden_names(form: FormDefinition, part: Cut, answers: Answers) -> Iterator[str]:
    for question in form.questions:
        if question.pattern in (("came", "name"), ("readers", "name")):
            for spot in rows_of_question(question, answers):
                name = value_at(answers, spot)
                gone = value_at(part.answers, spot) in (None, MISSING)
                if gone and isinstance(name, str) and question.id in part.fields:
                    words = [name.strip(), *name.split()]
                    yield from (each for each in words if len(each.strip(".")) >= _LEAST)


def _told(where: str, title: str) -> Problem:
    return Problem(
        where,
        f"{title}: words that are withheld from somebody stand here too.",
        "Take them out here, or change what is withheld.",
    )
