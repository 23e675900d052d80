"""Recognises for whom a document is: ages, themes and languages, from title, folder and text.

Precision comes before recall: a filter that shows the wrong things is worse than one that misses
some. So a word in running text counts only where it comes up again and again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from librarian.domain.facets import Facets
from librarian.domain.vocabulary import Mention, Vocabulary
from librarian.domain.words import fold, listed, words_of

_LOOKED_AT: Final = 20_000  # letters of a text
_OPENING: Final = 800  # letters in which a text says for whom it is
_OFTEN: Final = 4  # mentions before a text is about something
_DENSE: Final = 150  # words of text for each mention, at most
_MOST_THEMES: Final = 3
_OLDEST: Final = 18
_WIDEST: Final = 12  # years; a wider range says only "children"

_DIGIT: Final = re.compile(r"\d")  # no age is said without one
_N: Final = r"(\d{1,2})"
_UNITS: Final = (
    r"(?!\s*(?:[/.:]\s*\d|\d|%|(?:st|nd|rd|th)\b"
    r"|(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|mths?|working|pages?|points?|questions?"
    r"|sessions?|children|people|am|pm|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
)
_YEARS: Final = r"(?:\s*-?\s*(?:year|yr)s?(?:\s*-?\s*olds?)?)?"
_AGE: Final = r"\b(?:aged?|ages|age\s+group|age\s+range)\s*:?\s*(?:of\s+|between\s+|from\s+)?"
_TO: Final = r"\s*(?:-|–|—|to|and)\s*"
_NUMBERED: Final = "".join(
    rf"(?<!\b{word} )"
    for word in listed(
        "page pages week weeks day days part parts session sessions section sections chapter"
        " chapters step steps house no"
    )
)
_RANGE: Final = rf"(?<![\d./:,-]){_NUMBERED}{_N}\s*(?:-|–|—|to)\s*{_N}{_YEARS}{_UNITS}(?!-)"
_SAID_RANGE: Final = rf"{_AGE}{_N}{_TO}{_N}"
_OLD_RANGE: Final = rf"(?<![\d./]){_N}{_TO}{_N}\s*-?\s*(?:year|yr)s?[\s-]*olds?"
_UNDER: Final = rf"\bunder[\s-]*{_N}'?s?\b{_UNITS}"
_UNDERS: Final = rf"\bunder[\s-]*{_N}'?s\b|\bunder\s+(?:the\s+age\s+of\s+){_N}\b"
_OVER: Final = rf"\bover[\s-]*{_N}'?s\b|\b(?:ages?\s+)?{_N}\s*\+(?!\d)|{_AGE}over\s+{_N}\b"
_SINGLE: Final = rf"{_AGE}{_N}\b{_UNITS}|(?<![\d./]){_N}\s*-?\s*(?:year|yr)s?[\s-]*olds?\b"
_SCHOOL_YEAR: Final = rf"\byears?\s*{_N}(?:\s*(?:-|–|to|and|&)\s*{_N})?\b(?!\s*old)"
_KEY_STAGE: Final = r"\b(?:ks|key\s+stage)\s*([1-5])\b"
_STAGES: Final = {1: (5, 7), 2: (7, 11), 3: (11, 14), 4: (14, 16), 5: (16, 18)}
_SCALE: Final = (0, 10)  # said of scaling questions, hardly of children
_STARTS_SCHOOL: Final = 4  # year 1 is for five-year-olds, year 2 for six …

_Span = tuple[int, int, int, int]
"""Where ages are said, from and up to; and the ages, from and to."""


def recognise(vocabulary: Vocabulary, *, title: str, folder: str, text: str) -> Facets:
    """Return the ages, themes and languages that a document is for."""
    named = [*vocabulary.mentions(words_of(title)), *_in_folders(vocabulary, folder)]
    looked_at = text[:_LOOKED_AT]
    words = words_of(looked_at)
    told = vocabulary.mentions(words)
    return Facets(
        ages=_ordered(vocabulary, "ages", _ages(vocabulary, title, folder, looked_at, named)),
        themes=_ordered(vocabulary, "themes", _about(named, told, "themes", len(words))),
        languages=_ordered(vocabulary, "languages", _about(named, told, "languages", len(words))),
    )


def _in_folders(vocabulary: Vocabulary, folder: str) -> Iterator[Mention]:
    for part in folder.split("/"):
        yield from vocabulary.mentions(words_of(part))


def _about(
    named: Sequence[Mention], told: Sequence[Mention], category: str, length: int
) -> frozenset[str]:
    """Return the topics named outright, and those that the text keeps coming back to."""
    often = Counter(mention.name for mention in told if mention.category == category)
    enough = max(_OFTEN, length // _DENSE)
    main = {name for name, count in often.most_common(_MOST_THEMES) if count >= enough}
    return frozenset(main | {mention.name for mention in named if mention.category == category})


def _ages(
    vocabulary: Vocabulary, title: str, folder: str, text: str, named: Sequence[Mention]
) -> frozenset[str]:
    found = {mention.name for mention in named if mention.category == "ages"}
    said = [*ages_said(title), *(span for part in folder.split("/") for span in ages_said(part))]
    if not said and not found:
        said = list(_ages_told(text[:_OPENING]))
    for _, _, low, high in said:
        found |= ages_between(vocabulary, low, high)
    return frozenset(found)


def ages_between(vocabulary: Vocabulary, low: int, high: int) -> frozenset[str]:
    """Return the age groups that children from low to high years old fall in."""
    needed = min(2, high - low + 1)
    return frozenset(
        topic.name
        for topic in vocabulary.ages
        for first, last in [_years(topic.name)]
        if min(last, high) - max(first, low) + 1 >= needed
    )


@cache
def _years(name: str) -> tuple[int, int]:
    """Return the first and last year of an age group by its name; an empty range where none."""
    numbers = [int(number) for number in re.findall(r"\d+", name)]
    match numbers:
        case [first, last]:
            return first, last
        case [only]:
            return (0, only - 1) if fold(name).startswith("under") else (only, _OLDEST)
        case _:
            return 1, 0


def ages_said(text: str) -> Iterator[_Span]:
    """Yield the ages that a title or a query names: "8-11", "under 7s", "KS2", "Year 6"."""
    return _first_of(
        fold(text),
        (_SAID_RANGE, _OLD_RANGE, _RANGE, _UNDER, _OVER, _SINGLE, _SCHOOL_YEAR, _KEY_STAGE),
    )


def _ages_told(text: str) -> Iterator[_Span]:
    """Yield the ages that running text names beyond doubt."""
    return _first_of(fold(text), (_SAID_RANGE, _OLD_RANGE, _UNDERS, _KEY_STAGE))


def _first_of(text: str, patterns: Iterable[str]) -> Iterator[_Span]:
    """Yield what each pattern finds where no earlier one found anything."""
    taken: list[tuple[int, int]] = []
    if not _DIGIT.search(text):
        return
    for pattern in patterns:
        for found in re.finditer(pattern, text):
            start, stop = found.span()
            if all(stop <= first or start >= last for first, last in taken):
                taken.append((start, stop))
                yield from _span(pattern, found)


def _span(pattern: str, found: re.Match[str]) -> Iterator[_Span]:
    numbers = [int(group) for group in found.groups() if group]
    low, high = numbers[0], numbers[-1]
    if pattern in {_UNDER, _UNDERS}:
        low, high = 0, high - 1
    elif pattern == _OVER:
        high = _OLDEST
    elif pattern == _SCHOOL_YEAR:
        low, high = low + _STARTS_SCHOOL, high + _STARTS_SCHOOL
    elif pattern == _KEY_STAGE:
        low, high = _STAGES[low]
    elif pattern == _RANGE and (low == high or (low, high) == _SCALE):
        return
    if low <= high <= _OLDEST + 1 and high - low < _WIDEST:
        yield *found.span(), low, high


def _ordered(vocabulary: Vocabulary, category: str, names: frozenset[str]) -> tuple[str, ...]:
    topics = {"ages": vocabulary.ages, "themes": vocabulary.themes}
    known = topics.get(category, vocabulary.languages)
    return tuple(topic.name for topic in known if topic.name in names)
