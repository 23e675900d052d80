"""The pack: the minutes as boxes for somebody who has only Word, and what comes back of it.

What was typed is placed by the box it was typed in, else by the heading, the column or the label
beside it. What cannot be placed is told with where it stood; nothing is dropped.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from librarian.domain.forms.form import FormDefinition, Pattern, Placed, Question, Spot
from librarian.domain.forms.visibility import MISSING, put, value_at
from librarian.domain.forms.wording import clean, squeezed, titles_of, worded
from librarian.domain.minutes.days_typed import day_typed
from librarian.domain.minutes.guide import Guide, SectionGuide

WRITE_HERE: Final = "Write here"
CHOOSE: Final = "Choose"
NOT_ASKED: Final = frozenset({"withheld", "confirm"})
"""What is the social worker's, and no minute-taker is asked."""
_NOT_IN_A_PACK: Final = frozenset({("readers", "email")})
"""What goes to nobody who reads the list with it."""
_SPARE: Final = 3
_TOO_LONG: Final = 200
_ROW: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Box:
    """A place to write: which answer it is, what is asked, what stands there, what to choose of."""

    spot: Spot
    title: str
    text: str
    choices: tuple[str, ...]
    is_long: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to write in, a row for each; or, without columns, questions one under the other."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class PackSection:
    """A section of the pack: its guide and its tables."""

    title: str
    guide: SectionGuide
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """Something typed, and where: box, section, column or label beside it, row of which table."""

    text: str
    tag: str = ""
    section: str = ""
    label: str = ""
    table: int = -1
    row: int = -1


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What was typed and could not be placed: the words, and where they stood."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class PackRead:
    """What came back: answers, how many boxes were filled, and what could not be placed."""

    answers: dict[str, object]
    boxes: int
    unplaced: tuple[Unplaced, ...]


def pack_of(form: FormDefinition, guide: Guide, answers: object) -> tuple[PackSection, ...]:
    """Return the sections of a pack in which these answers stand already."""
    return tuple(
        PackSection(page, guide.of(page), grids)
        for page in form.pages
        if (grids := tuple(_grids(form, page, answers)))
    )


def own_words(sections: Iterable[PackSection]) -> frozenset[str]:
    """Return every text that the pack itself says, squeezed: none of it was typed by a person."""
    said: set[str] = {WRITE_HERE, CHOOSE}
    for section in sections:
        said |= {section.title, section.guide.line, section.guide.good, section.guide.poor}
        for grid in section.grids:
            said |= set(grid.columns) | {box.title for row in grid.rows for box in row}
    return frozenset(filter(None, map(squeezed, said)))


def read_pack(form: FormDefinition, typed: Iterable[Typed]) -> PackRead:
    """Return the answers that were typed, each where it belongs."""
    answers: dict[str, object] = {}
    unplaced: list[Unplaced] = []
    spots = _Spots(form)
    boxes = 0
    for each in typed:
        spot = spots.of(each)
        question = form.by_pattern.get(tuple(x for x in spot if isinstance(x, str)))
        value = _understood(question, each.text) if question else None
        if value is None or question is None:
            unplaced.append(Unplaced(clean(each.text), _where(each)))
            continue
        boxes += 1
        before = value_at(answers, spot)
        if before in (MISSING, None, ""):
            put(answers, spot, value)
        elif isinstance(before, str) and isinstance(value, str) and not titles_of(question.schema):
            put(answers, spot, before if value == before else f"{before}\n{value}")
        elif before != value:
            unplaced.append(Unplaced(clean(each.text), _where(each)))
    return PackRead(_without_blank_rows(answers), boxes, tuple(unplaced))


class _Spots:
    """Finds where typed text belongs; rows that were copied in Word get numbers of their own."""

    def __init__(self, form: FormDefinition) -> None:
        self._questions = tuple(form.questions)
        self._pages = {each.pattern: place.page for each, place in _placed(form)}
        self._rows: dict[tuple[int, int], tuple[Pattern, int]] = {}
        self._used: dict[Pattern, set[int]] = {}

    def of(self, typed: Typed) -> Spot:
        """The spot of an answer; () where nobody can say."""
        tagged = self._tagged(typed.tag)
        question = self._known(tagged) or self._labelled(typed) or self._only_one(typed)
        if question is None:
            return ()
        if not question.repeats:
            return question.pattern
        rows = [step for step in tagged if isinstance(step, int)]
        number = self._row(question.repeat, typed, rows[0] if rows else None)
        return (*question.repeat, number, *question.pattern[len(question.repeat) :])

    def _tagged(self, tag: str) -> Spot:
        return tuple(int(x) if _ROW.fullmatch(x) else x for x in tag.split(".") if x)

    def _known(self, spot: Spot) -> Question | None:
        pattern = tuple(step for step in spot if isinstance(step, str))
        return next((each for each in self._questions if each.pattern == pattern), None)

    def _labelled(self, typed: Typed) -> Question | None:
        """The question with this label, in this section; else the only one anywhere."""
        label = squeezed(typed.label)
        alike = [q for q in self._questions if label and squeezed(q.title) == label]
        here = [q for q in alike if squeezed(self._pages[q.pattern]) == squeezed(typed.section)]
        return here[0] if here else alike[0] if len(alike) == 1 else None

    def _only_one(self, typed: Typed) -> Question | None:
        """What is typed under a heading that has one box is meant for that box."""
        section = squeezed(typed.section)
        asked = [
            q for q in self._questions if section and squeezed(self._pages[q.pattern]) == section
        ]
        return asked[0] if len(asked) == 1 and not asked[0].repeats and not typed.label else None

    def _row(self, repeat: Pattern, typed: Typed, wanted: int | None) -> int:
        place = (typed.table, typed.row)
        known = self._rows.get(place) if typed.row >= 0 else None
        if known and known[0] == repeat:
            return known[1]
        used = self._used.setdefault(repeat, set())
        number = wanted if wanted is not None else typed.row if typed.row >= 0 else None
        if number is None or (number in used and typed.row >= 0):
            number = max(used, default=-1) + 1
        used.add(number)
        if typed.row >= 0:
            self._rows[place] = (repeat, number)
        return number


def merged(
    answers: Mapping[str, object], read: Mapping[str, object]
) -> tuple[dict[str, object], tuple[Unplaced, ...]]:
    """Return answers with what came back laid over them, and what that took the place of."""
    replaced: list[Unplaced] = []

    def over(old: object, new: object, where: str) -> object:
        if isinstance(new, Mapping):
            base = dict(old) if isinstance(old, Mapping) else {}
            return base | {k: over(base.get(k), v, f"{where}.{k}") for k, v in new.items()}
        if isinstance(new, list):
            return _rows_over(old if isinstance(old, list) else [], new, over, where)
        if old not in (None, "", new):
            replaced.append(Unplaced(str(old), f"{where.strip('.')}, before"))
        return new

    made = over(answers, read, "")
    return made if isinstance(made, dict) else {}, tuple(replaced)


def _rows_over(
    old: list[object], new: list[object], over: Callable[[object, object, str], object], where: str
) -> list[object]:
    """Rows with a number go over the row of that number, others over the row in their place."""
    made = list(old)
    ids = {
        row["id"]: at for at, row in enumerate(old) if isinstance(row, Mapping) and row.get("id")
    }
    for number, row in enumerate(new):
        given = row.get("id") if isinstance(row, Mapping) else None
        at = ids.get(given, number if not given else len(made))
        if at < len(made):
            made[at] = over(made[at], row, f"{where}.{at}")
        else:
            made.append(row)
    return made


def _grids(form: FormDefinition, page: str, answers: object) -> Iterator[Grid]:
    here = [q for q, place in _placed(form) if place.page == page and _is_asked(q)]
    for name in dict.fromkeys(q.pattern[0] for q in here):
        asked = [q for q in here if q.pattern[0] == name]
        if asked[0].repeats:
            found = value_at(answers, (name,))
            count = len(found) if isinstance(found, list) else 0
            numbers = range(count + (1 if name == "child" and count else _SPARE))
            rows = tuple(tuple(_box(q, _in_row(q, n), answers) for q in asked) for n in numbers)
            yield Grid(tuple(q.title for q in asked), rows)
        else:
            yield Grid((), tuple((_box(q, q.pattern, answers),) for q in asked))


def _is_asked(question: Question) -> bool:
    return question.pattern[0] not in NOT_ASKED and question.pattern not in _NOT_IN_A_PACK


def _placed(form: FormDefinition) -> Iterator[tuple[Question, Placed]]:
    for question in form.questions:
        place = form.places.get(question.pattern)
        if place is not None:
            yield question, place


def _in_row(question: Question, row: int) -> Spot:
    return (question.pattern[0], row, *question.pattern[1:])


def _box(question: Question, spot: Spot, answers: object) -> Box:
    value = value_at(answers, spot)
    said = "" if value is MISSING else worded(question, value)
    choices = tuple(titles_of(question.schema).values())
    longest = question.schema.get("maxLength")
    is_long = not choices and isinstance(longest, int) and longest > _TOO_LONG
    return Box(spot, question.title, said, choices, is_long)


def _understood(question: Question, text: str) -> object:
    """A typed text as an answer; None where it is none of what may be answered."""
    said = clean(text).strip()
    choices = titles_of(question.schema)
    if choices:
        meant = (
            key for key, title in choices.items() if squeezed(said) in map(squeezed, (key, title))
        )
        return next(meant, None)
    if question.schema.get("format") == "date":
        day = day_typed(said)
        return day.isoformat() if day else None
    if question.schema.get("type") == "integer":
        digits = _ROW.findall(said)
        return int(digits[0]) if len(digits) == 1 else None
    return said or None


def _where(typed: Typed) -> str:
    return ", ".join(filter(None, (typed.section, typed.label))) or "Outside of all boxes"


def _without_blank_rows(answers: dict[str, object]) -> dict[str, object]:
    return {
        name: [row for row in value if row] if isinstance(value, list) else value
        for name, value in answers.items()
    }
