"""Which of two contents of one document is the newer, and how we know: reasons with weights.

A version number or a date that the document states of itself counts most; where a file lies and
what words stand in its name count less. When it was last saved or changed, and the word FINAL,
count so little that none of them ever decides alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from typing import Any, Final

from librarian.domain.clocks import moment
from librarian.domain.dates_said import Dated, Precision
from librarian.domain.lineage_members import Content
from librarian.domain.name_patterns import Mark

ENOUGH: Final = 2.0
"""Reasons that weigh less together are a question for a person."""

_STATED: Final = 4.0
_NAMED: Final = 3.5
_MIXED: Final = 2.5
_RETIRED: Final = 3.0
_SAVED: Final = 1.25
_PLACED: Final = 1.5
_SLIGHT: Final = 0.5
_BEFORE_2007: Final = frozenset({"doc", "dot", "ppt", "pps", "xls"})
_DAY: Final = timedelta(days=1)
_DAY_IN_NANOSECONDS: Final = 86_400_000_000_000

_Numbers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that tells one content from another: positive weight where the first is newer.

    `words` say it of the newer one; they are only spelled when somebody asks, for most never do.
    """

    weight: float
    told: str
    values: tuple[object, ...] = ()
    spell: Callable[[Any], str] = str

    @property
    def words(self) -> str:
        """What is told, in words."""
        return self.told.format(*map(self.spell, self.values))

    def turned(self) -> "Reason":
        """Return the same seen from the other content."""
        return Reason(-self.weight, self.told, self.values, self.spell)


@dataclass(frozen=True, slots=True)
class Verdict:
    """All reasons together; `weight` is positive where the first content is the newer."""

    weight: float
    reasons: tuple[Reason, ...]

    @property
    def is_won(self) -> bool:
        """Whether the first is the newer, by enough to ask nobody."""
        return self.weight >= ENOUGH

    def turned(self) -> "Verdict":
        """Return the same seen from the other content."""
        return Verdict(-self.weight, tuple(reason.turned() for reason in self.reasons))

    def words(self, most: int) -> tuple[str, ...]:
        """Return the weightiest reasons that speak for this verdict, so many at most."""
        speaking = [reason for reason in self.reasons if reason.weight * self.weight > 0]
        speaking.sort(key=lambda reason: -abs(reason.weight))
        return tuple(reason.words for reason in speaking[:most])


def verdict(one: Content, other: Content) -> Verdict:
    """Return which content is the newer, and why."""
    reasons = tuple(reason for ask in _QUESTIONS if (reason := ask(one, other)))
    return Verdict(sum(reason.weight for reason in reasons), reasons)


def says_which(one: Content, other: Content) -> bool:
    """Tell whether two contents claim to be different versions, by number, date or as a draft."""
    return one.is_draft != other.is_draft or any(ask(one, other) for ask in _QUESTIONS[:4])


def from_when(content: Content) -> tuple[datetime, datetime] | None:
    """Return the earliest and latest moment a content can be from, by what it says itself."""
    main = content.main
    dated = main.stated.dated or _dated_name(content)
    if dated:
        return (
            datetime(dated.first.year, dated.first.month, dated.first.day, tzinfo=UTC),
            datetime(dated.last.year, dated.last.month, dated.last.day, tzinfo=UTC),
        )
    return (content.saved, content.saved) if content.saved else None


def _dated_name(content: Content) -> Dated | None:
    """Return the date in the name, unless the title inside says it too: then it is content."""
    inside = content.main.stated.title
    found = content.main.name.dates
    return found[-1] if found and not _says(inside, found[-1]) else None


def _says(title: str, dated: Dated) -> bool:
    return bool(title) and dated.in_words().casefold() in title.casefold()


def _by_stated_number(one: Content, other: Content) -> Reason | None:
    ours, theirs = one.main.stated.version, other.main.stated.version
    if not ours or not theirs:
        return None
    return _compared(ours, theirs, _STATED, "it says {} inside, the other {}", _version)


def _by_named_number(one: Content, other: Content) -> Reason | None:
    ours, theirs = one.main.name.version, other.main.name.version
    if ours and theirs:
        return _compared(ours, theirs, _NAMED, "its name says {}, the other’s {}", _version)
    said, told = one.main.stated.version, other.main.stated.version
    ours, theirs = ours or said, theirs or told
    if not ours or not theirs or (said and told):
        return None
    return _compared(ours, theirs, _MIXED, "it is {}, the other {}", _version)


def _by_stated_date(one: Content, other: Content) -> Reason | None:
    ours, theirs = one.main.stated.dated, other.main.stated.dated
    if not ours or not theirs:
        return None
    return _dates(ours, theirs, _STATED, "it says {} inside, the other {}")


def _by_named_date(one: Content, other: Content) -> Reason | None:
    ours, theirs = _dated_name(one), _dated_name(other)
    if ours and theirs:
        exact = min(ours.precision, theirs.precision) > Precision.YEARS
        weight = _NAMED if exact else _MIXED
        return _dates(ours, theirs, weight, "its name says {}, the other’s {}")
    said, told = one.main.stated.dated, other.main.stated.dated
    ours, theirs = said or ours, told or theirs
    if not ours or not theirs or (said and told):
        return None
    return _dates(ours, theirs, _MIXED, "it is from {}, the other from {}")


def _by_marks(one: Content, other: Content) -> Reason | None:
    if one.is_retired != other.is_retired:
        sign = 1 if other.is_retired else -1
        return Reason(sign * _RETIRED, "the other is marked as old")
    if one.is_retired and one.main.name.ordinal != other.main.name.ordinal:
        later = one.main.name.ordinal > other.main.name.ordinal
        return Reason(1.0 if later else -1.0, "it was put aside after the other")
    return None


def _by_place(one: Content, other: Content) -> Reason | None:
    if one.is_aside == other.is_aside:
        return None
    weight = _PLACED if other.is_aside else -_PLACED
    return Reason(weight, "the other lies in a folder for old files")


def _by_saving(one: Content, other: Content) -> Reason | None:
    ours, theirs = one.saved, other.saved
    if not ours or not theirs or abs(ours - theirs) <= _DAY:
        return None
    words = "it was last worked on {}, after the other"
    return Reason(_SAVED if ours > theirs else -_SAVED, words, (max(ours, theirs),), _day)


def _by_revision(one: Content, other: Content) -> Reason | None:
    ours, theirs = one.main.properties, other.main.properties
    if not ours.created or ours.created != theirs.created:
        return None
    if not ours.revision.isdigit() or not theirs.revision.isdigit():
        return None
    words = "it was saved more often than the other since both were begun"
    return _compared((int(ours.revision),), (int(theirs.revision),), 1.0, words, str)


def _by_final(one: Content, other: Content) -> Reason | None:
    return _by_mark(one, other, Mark.FINAL, "its name says final")


def _by_new(one: Content, other: Content) -> Reason | None:
    return _by_mark(one, other, Mark.NEW, "its name says that it is the new one")


def _by_mark(one: Content, other: Content, mark: Mark, words: str) -> Reason | None:
    ours, theirs = one.main.name.marks, other.main.name.marks
    if ours == theirs or (mark in ours) == (mark in theirs):
        return None
    return Reason(_SLIGHT if mark in ours else -_SLIGHT, words)


def _by_format(one: Content, other: Content) -> Reason | None:
    ours, theirs = one.extension, other.extension
    if ours == theirs or (ours in _BEFORE_2007) == (theirs in _BEFORE_2007):
        return None
    weight = -_SLIGHT if ours in _BEFORE_2007 else _SLIGHT
    return Reason(weight, "the other is in a format of before 2007")


def _by_change(one: Content, other: Content) -> Reason | None:
    ours, theirs = one.changed, other.changed
    if abs(ours - theirs) <= _DAY_IN_NANOSECONDS:
        return None
    words = "the file was changed {}, after the other"
    return Reason(_SLIGHT if ours > theirs else -_SLIGHT, words, (max(ours, theirs),), _day_of)


_QUESTIONS: Final[Sequence[Callable[[Content, Content], Reason | None]]] = (
    _by_stated_number,
    _by_named_number,
    _by_stated_date,
    _by_named_date,
    _by_marks,
    _by_place,
    _by_saving,
    _by_revision,
    _by_final,
    _by_new,
    _by_format,
    _by_change,
)


def _compared(
    ours: _Numbers, theirs: _Numbers, weight: float, words: str, spell: Callable[[Any], str]
) -> Reason | None:
    sign = _sign(ours, theirs)
    if not sign:
        return None
    newer, older = (ours, theirs) if sign > 0 else (theirs, ours)
    return Reason(sign * weight, words, (newer, older), spell)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _day_of(nanoseconds: int) -> str:
    return _day(moment(nanoseconds))


def _sign(ours: _Numbers, theirs: _Numbers) -> int:
    """Return 1 where ours are the higher, -1 where theirs are; what is not said counts as 0."""
    if len(ours) == len(theirs):
        return (ours > theirs) - (ours < theirs)
    for one, other in zip_longest(ours, theirs, fillvalue=0):
        if one != other:
            return 1 if one > other else -1
    return 0


def _dates(ours: Dated, theirs: Dated, weight: float, words: str) -> Reason | None:
    if theirs.is_before(ours):
        return Reason(weight, words, (ours, theirs), Dated.in_words)
    if ours.is_before(theirs):
        return Reason(-weight, words, (theirs, ours), Dated.in_words)
    return None


def _version(numbers: _Numbers) -> str:
    return f"version {'.'.join(map(str, numbers))}"
