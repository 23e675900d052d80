"""What one core group hands to the next: open actions, outcomes, worries, dates, and their numbers.

An item keeps its number for as long as the plan lasts, also when it changes from an action into an
outcome or a worry and back: what it is, is said by the list it stands in at each meeting.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

Answers = Mapping[str, object]
Row = Mapping[str, object]


class ItemKind(StrEnum):
    """What an item is at a meeting."""

    ACTION = "action"
    OUTCOME = "outcome"
    WORRY = "worry"


WORDS_IN: Final = {"last": "what", "action": "what", "outcome": "want", "news": "fact"}
"""Where each list keeps the words of an item."""
_STAYS: Final = {"last": ItemKind.ACTION, "action": ItemKind.ACTION, "outcome": ItemKind.OUTCOME}
_CHILD: Final = ("name", "dob", "case")
_SEAT: Final = ("name", "role", "agency")
_MEETING: Final = ("place", "chair", "conference", "review")
_READER: Final = ("name", "agency", "kind", "how", "email")


@dataclass(frozen=True, slots=True)
class Item:
    """An action, an outcome or a worry, as the next meeting gets it."""

    id: str
    kind: ItemKind
    words: str
    who: str = ""
    due: str = ""
    serves: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of an item at one meeting."""

    meeting: int
    date: str
    kind: ItemKind
    words: str
    who: str
    due: str
    state: str
    difference: str
    becomes: ItemKind | None


def rows(answers: Answers, name: str) -> tuple[Row, ...]:
    """Return the rows of a list that say anything."""
    found = answers.get(name)
    given = found if isinstance(found, list) else []
    return tuple(row for row in given if isinstance(row, Mapping) and any(map(_text, row.values())))


def said(row: object, name: str) -> str:
    """Return what a row or a group says under a name; nothing where it says nothing."""
    return _text(row.get(name)) if isinstance(row, Mapping) else ""


def number_of(answers: Answers) -> int:
    """Return which meeting these answers are of; 1 where nobody said."""
    given = said(answers.get("meeting"), "number")
    return int(given) if given.isdigit() and int(given) else 1


def numbered(answers: Answers) -> dict[str, object]:
    """Return answers in which each action, outcome and watched worry has a number of its own."""
    made = deepcopy(dict(answers))
    meeting = number_of(answers)
    taken = {said(row, "id") for name in WORDS_IN for row in rows(answers, name)}
    free = (f"{meeting}.{count}" for count in range(1, 10_000))
    for name in ("action", "outcome", "news"):
        given = made.get(name)
        for row in given if isinstance(given, list) else ():
            if _needs_number(name, row):
                row["id"] = next(each for each in free if each not in taken)
    return made


def becomes(name: str, row: Row) -> ItemKind | None:
    """Return what an item is at the next meeting; None where it is over."""
    if not said(row, WORDS_IN[name]):
        return None
    then = said(row, "then")
    if name == "last" and said(row, "state") == "done" and then in ("", "action"):
        return None
    if then in set(ItemKind):
        return ItemKind(then)
    return None if then else _STAYS.get(name)


def items(answers: Answers) -> tuple[Item, ...]:
    """Return every item that the next meeting has to look at, in the order of their lists."""
    whole = numbered(answers)
    return tuple(
        Item(
            said(row, "id"),
            kind,
            said(row, WORDS_IN[name]),
            said(row, "who"),
            said(row, "due"),
            said(row, "serves"),
        )
        for name in WORDS_IN
        for row in rows(whole, name)
        if (kind := becomes(name, row)) is not None
    )


def carried(answers: Answers) -> dict[str, object]:
    """Return the answers that the next meeting begins with, from those of the last one."""
    going = items(answers)
    return {
        "child": [_kept(row, _CHILD) for row in rows(answers, "child")],
        "meeting": {
            **_kept(answers.get("meeting"), _MEETING),
            "number": number_of(answers) + 1,
            "date": said(answers.get("dates"), "core"),
            "before": said(answers.get("meeting"), "date"),
            "taker": said(answers.get("dates"), "taker"),
        },
        "plan": _kept(answers.get("plan"), ("category", "change")),
        "last": [_action(each) for each in going if each.kind is ItemKind.ACTION],
        "outcome": [
            {"id": each.id, "want": each.words} for each in going if each.kind is ItemKind.OUTCOME
        ],
        "news": [
            {"id": each.id, "fact": each.words, "source": "From last time"}
            for each in going
            if each.kind is ItemKind.WORRY
        ],
        "dates": _kept(answers.get("dates"), ("conference",)),
        "readers": [_kept(row, _READER) for row in rows(answers, "readers")],
    }


def seats(answers: Answers) -> list[dict[str, str]]:
    """Return who was asked to a meeting, for the next one to tick."""
    return [_kept(row, _SEAT) for row in rows(answers, "came")]


def history(meetings: Sequence[Answers]) -> dict[str, tuple[Step, ...]]:
    """Return what became of each item, by its number, over meetings in their order."""
    found: dict[str, list[Step]] = {}
    for answers in meetings:
        for item, step in _steps(numbered(answers)):
            found.setdefault(item, []).append(step)
    return {item: tuple(steps) for item, steps in found.items()}


def _steps(answers: Answers) -> Iterator[tuple[str, Step]]:
    date = said(answers.get("meeting"), "date")
    for name, words in WORDS_IN.items():
        for row in rows(answers, name):
            if said(row, "id"):
                yield (
                    said(row, "id"),
                    Step(
                        meeting=number_of(answers),
                        date=date,
                        kind=_STAYS.get(name, ItemKind.WORRY),
                        words=said(row, words),
                        who=said(row, "who"),
                        due=said(row, "due"),
                        state=said(row, "state"),
                        difference=said(row, "difference") or said(row, "impact"),
                        becomes=becomes(name, row),
                    ),
                )


def _needs_number(name: str, row: object) -> bool:
    if not isinstance(row, dict) or said(row, "id"):
        return False
    return becomes(name, row) is not None


def _action(item: Item) -> dict[str, object]:
    made = {"id": item.id, "what": item.words, "who": item.who}
    return {**made, "due": item.due, "serves": item.serves}


def _kept(row: object, names: tuple[str, ...]) -> dict[str, str]:
    return {name: said(row, name) for name in names if said(row, name)}


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
