"""Which of two contents of one document is the newer, and how we know: reasons with weights.

A version number or a date that the document states of itself counts most; where a file lies and
what words stand in its name count less. When it was last saved or changed, and the word FINAL,
count so little that none of them ever decides alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from typing import Any, Final

from librarian.domain.clocks import moment
from librarian.domain.dates_said import Dated, Precision
from librarian.domain.lineage_members import Content
from librarian.domain.name_patterns import Mark
from librarian.domain.paths import extension_of

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
        return replace(self, weight=-self.weight)


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

    def words(self) -> tuple[str, ...]:
        """Return the reasons that speak for this verdict, the weightiest first."""
        speaking = [reason for reason in self.reasons if reason.weight * self.weight > 0]
        return tuple(
            reason.words for reason in sorted(speaking, key=lambda reason: -abs(reason.weight))
        )


def verdict(one: Content, other: Content) -> Verdict:
    """Return which content is the newer, and why."""
    reasons = tuple(reason for ask in _QUESTIONS for reason in ask(one, other))
    return Verdict(sum(reason.weight for reason in reasons), reasons)


def says_which(one: Content, other: Content) -> bool:
    """Tell whether two contents claim to be different versions, by number, date or as a draft."""
    asked = (ask(one, other) for ask in _QUESTIONS[:4])
    return one.is_draft != other.is_draft or any(reason for found in asked for reason in found)


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


def _by_stated_number(one: Content, other: Content) -> Iterator[Reason]:
    ours, theirs = one.main.stated.version, other.main.stated.version
    if ours and theirs:
        yield from _compared(ours, theirs, _STATED, "it says {} inside, the other {}", _version)


def _by_named_number(one: Content, other: Content) -> Iterator[Reason]:
    ours, theirs = one.main.name.version, other.main.name.version
    if ours and theirs:
        yield from _compared(ours, theirs, _NAMED, "its name says {}, the other’s {}", _version)
        return
    ours, theirs = ours or one.main.stated.version, theirs or other.main.stated.version
    neither = one.main.stated.version and other.main.stated.version
    if ours and theirs and not neither:
        yield from _compared(ours, theirs, _MIXED, "it is {}, the other {}", _version)


def _by_stated_date(one: Content, other: Content) -> Iterator[Reason]:
    ours, theirs = one.main.stated.dated, other.main.stated.dated
    if ours and theirs:
        yield from _dates(ours, theirs, _STATED, "it says {} inside, the other {}")


def _by_named_date(one: Content, other: Content) -> Iterator[Reason]:
    ours, theirs = _dated_name(one), _dated_name(other)
    if ours and theirs:
        exact = min(ours.precision, theirs.precision) > Precision.YEARS
        weight = _NAMED if exact else _MIXED
        yield from _dates(ours, theirs, weight, "its name says {}, the other’s {}")
        return
    said, told = one.main.stated.dated or ours, other.main.stated.dated or theirs
    neither = one.main.stated.dated and other.main.stated.dated
    if said and told and not neither:
        yield from _dates(said, told, _MIXED, "it is from {}, the other from {}")


def _by_marks(one: Content, other: Content) -> Iterator[Reason]:
    if one.is_retired != other.is_retired:
        sign = 1 if other.is_retired else -1
        yield Reason(sign * _RETIRED, "the other is marked as old")
    elif one.is_retired and one.main.name.ordinal != other.main.name.ordinal:
        later = one.main.name.ordinal > other.main.name.ordinal
        yield Reason(1.0 if later else -1.0, "it was put aside after the other")


def _by_place(one: Content, other: Content) -> Iterator[Reason]:
    if one.is_aside != other.is_aside:
        yield Reason(
            _PLACED if other.is_aside else -_PLACED, "the other lies in a folder for old files"
        )


def _by_saving(one: Content, other: Content) -> Iterator[Reason]:
    ours, theirs = one.saved, other.saved
    if ours and theirs and abs(ours - theirs) > _DAY:
        words = "it was last worked on {}, after the other"
        yield Reason(_SAVED if ours > theirs else -_SAVED, words, (max(ours, theirs),), _day)


def _by_revision(one: Content, other: Content) -> Iterator[Reason]:
    ours, theirs = one.main.properties, other.main.properties
    if not ours.created or ours.created != theirs.created:
        return
    if ours.revision.isdigit() and theirs.revision.isdigit():
        words = "it was saved more often than the other since both were begun"
        yield from _compared(int(ours.revision), int(theirs.revision), 1.0, words, str)


def _by_words(one: Content, other: Content) -> Iterator[Reason]:
    for mark, words in ((Mark.FINAL, "final"), (Mark.NEW, "that it is the new one")):
        ours, theirs = (mark in content.main.name.marks for content in (one, other))
        if ours != theirs:
            yield Reason(_SLIGHT if ours else -_SLIGHT, f"its name says {words}")


def _by_format(one: Content, other: Content) -> Iterator[Reason]:
    ours, theirs = (extension_of(content.main.path) in _BEFORE_2007 for content in (one, other))
    if ours != theirs:
        yield Reason(-_SLIGHT if ours else _SLIGHT, "the other is in a format of before 2007")


def _by_change(one: Content, other: Content) -> Iterator[Reason]:
    ours, theirs = (min(m.modified for m in c.members) for c in (one, other))
    if abs(ours - theirs) > _DAY_IN_NANOSECONDS:
        words = "the file was changed {}, after the other"
        when = (max(ours, theirs),)
        yield Reason(_SLIGHT if ours > theirs else -_SLIGHT, words, when, _day_of)


_QUESTIONS: Final[Sequence[Callable[[Content, Content], Iterator[Reason]]]] = (
    _by_stated_number,
    _by_named_number,
    _by_stated_date,
    _by_named_date,
    _by_marks,
    _by_place,
    _by_saving,
    _by_revision,
    _by_words,
    _by_format,
    _by_change,
)


def _compared(
    ours: object, theirs: object, weight: float, words: str, spell: Callable[[Any], str]
) -> Iterator[Reason]:
    sign = _sign(ours, theirs)
    if sign:
        newer, older = (ours, theirs) if sign > 0 else (theirs, ours)
        yield Reason(sign * weight, words, (newer, older), spell)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _day_of(nanoseconds: int) -> str:
    return _day(moment(nanoseconds))


def _sign(ours: object, theirs: object) -> int:
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        for one, other in zip_longest(ours, theirs, fillvalue=0):
            if one != other:
                return 1 if one > other else -1
        return 0
    if isinstance(ours, int) and isinstance(theirs, int):
        return (ours > theirs) - (ours < theirs)
    return 0


def _dates(ours: Dated, theirs: Dated, weight: float, words: str) -> Iterator[Reason]:
    if theirs.is_before(ours):
        yield Reason(weight, words, (ours, theirs), Dated.in_words)
    elif ours.is_before(theirs):
        yield Reason(-weight, words, (theirs, ours), Dated.in_words)


def _version(numbers: tuple[int, ...]) -> str:
    return f"version {'.'.join(map(str, numbers))}"
