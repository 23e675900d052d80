"""What meetings brought: entries that nobody has to sign, and one page of them for the team.

An entry goes into the team's working folder under a number drawn by lot. Whether it is signed is
up to the person; nothing else in it or in its name tells who wrote it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from librarian.application.forms.filling import Clerk, Given
from librarian.application.forms.sharing import Shared, WorkingFolder
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition, Problem
from librarian.domain.forms.together import Part
from librarian.domain.forms.visibility import MISSING, value_at
from librarian.domain.forms.wording import titles_of

FORM: Final = "experience-log"
_COUNTED: Final = ("you.needed", "you.note", "you.gave", "meeting.kind", "meeting.in_time")
_SUGGESTION: Final = ("you", "better")


@dataclass(frozen=True, slots=True)
class Count:
    """One question, and how often each answer was given, the most frequent first."""

    question: str
    answers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What the team looks at together: how many entries, the counts, and what people suggest."""

    entries: int
    counts: tuple[Count, ...] = ()
    suggestions: tuple[str, ...] = ()


class ExperienceLog:
    """Takes entries, and counts them."""

    def __init__(
        self,
        *,
        folder: WorkingFolder,
        clerk: Clerk,
        form: Callable[[], FormDefinition],
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._folder = folder
        self._clerk = clerk
        self._form = form
        self._clock = clock
        self._new_id = new_id

    def write(self, answers: Mapping[str, object]) -> tuple[Problem, ...]:
        """Keep an entry; what is not right with it is returned, and then nothing is kept."""
        filling = self._clerk.fill(FORM, Given(answers))
        if not filling.ok:
            return filling.problems
        self._folder.check()
        part = Part(
            person=self._new_id(),
            party="",
            revision=1,
            at=0,  # a time would tell who had just come from a meeting
            answers=answers,
            done=True,
            version=self._form().version,
        )
        if not self._folder.add(self._month(), part):
            raise LibrarianError("The entry could not be kept.", "Try again in a moment.")
        return filling.problems

    def months(self) -> tuple[str, ...]:
        """The months that have entries, the last first."""
        self._folder.check()
        names = (each.case for each in self._folder.names() if each.form == FORM)
        return tuple(sorted(names, reverse=True))

    def page(self, month: str) -> Page:
        """What the team wrote in a month, such as 2026-05."""
        self._folder.check()
        parts = self._folder.parts(Shared(FORM, month))
        return counted(self._form(), (part.answers for part in parts))

    def _month(self) -> Shared:
        return Shared(FORM, f"{self._clock.now():%Y-%m}")


def counted(form: FormDefinition, entries: Iterable[Mapping[str, object]]) -> Page:
    """Return the page of these entries; in which order they came tells nothing and is not kept."""
    found = list(entries)
    said = (value_at(each, _SUGGESTION) for each in found)
    return Page(
        entries=len(found),
        counts=tuple(_count(form, name, found) for name in _COUNTED),
        suggestions=tuple(sorted({str(each) for each in said if each not in (MISSING, None, "")})),
    )


def review_words(month: str, page: Page) -> dict[str, object]:
    """Return what the team's one page of a month is made from."""
    day = date.fromisoformat(f"{month}-01")
    counts = [
        {
            "question": each.question,
            "answers": [
                {"words": words, "number": number, "of": sum(n for _, n in each.answers)}
                for words, number in each.answers
            ],
        }
        for each in page.counts
        if each.answers
    ]
    entries = "1 entry" if page.entries == 1 else f"{page.entries} entries"
    told = {"title": f"What our meetings brought, {day:%B %Y}", "entries": entries}
    return {**told, "counts": counts, "suggestions": list(page.suggestions)}


def _count(form: FormDefinition, name: str, entries: list[Mapping[str, object]]) -> Count:
    question = form.by_pattern[tuple(name.split("."))]
    titles = titles_of(question.schema)
    given = Counter(str(value_at(each, question.pattern)) for each in entries)
    known = [(words, given[value]) for value, words in titles.items() if given[value]]
    return Count(question.title, tuple(sorted(known, key=lambda pair: -pair[1])))
