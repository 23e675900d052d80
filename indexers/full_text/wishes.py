"""The plain words of a search and all that may answer them.

Each word is a clause of its own. Other words for it, a mended slip and the topics it reveals are
further ways to answer that clause, so they widen what is found and never hide what matches.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from indexers.full_text import ranking
from indexers.full_text.dictionary import Dictionary
from indexers.full_text.plans import Clause, Way
from indexers.full_text.schema import whole
from indexers.full_text.ways import Ways, tokens
from indexers.query_language import Word
from librarian.domain import recognition
from librarian.domain.vocabulary import Expanded, Mention, Other, Vocabulary
from librarian.domain.words import STOP_WORDS, words_of

_OTHERS: Final = 5  # other words that are searched for what was typed


@dataclass(frozen=True, slots=True)
class Wished:
    """What plain words come to: clauses, what else is searched for, which words were mended."""

    clauses: tuple[Clause, ...] = ()
    also: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


def wish(ways: Ways, vocabulary: Vocabulary, run: Sequence[Word]) -> Wished:
    """Return all that may answer these words, each of them wanted."""
    if not run:
        return Wished()
    mended = [_mended(ways.dictionary, word) for word in run]
    meant = [near[0] if near else word.text for word, near in zip(run, mended, strict=True)]
    expanded = vocabulary.expand(meant)
    topics = _topics(vocabulary, meant)
    answers = [
        [*ways.typed(word.text, word.where, unfinished=word.unfinished), *_slips(ways, near)]
        for word, near in zip(run, mended, strict=True)
    ]
    known: list[Expanded | _Topic] = [*expanded, *topics]
    for found in known:
        if found.stop - found.start == 1:
            answers[found.start] += _beside(ways, found)
    clauses = list(_clauses(ways, run, answers, known))
    return Wished(
        (*clauses, *_bonuses(ways, run, meant)),
        also=_also(expanded, meant),
        corrected=tuple(near[0] for near in mended if near),
    )


@dataclass(frozen=True, slots=True)
class _Topic:
    """A topic that words reveal; where it is `soft` they need not stand in the file."""

    start: int
    stop: int
    category: str
    names: tuple[str, ...]

    @property
    def soft(self) -> bool:
        return self.category == "ages"


def _mended(dictionary: Dictionary, word: Word) -> tuple[str, ...]:
    """Return what a word nobody wrote is probably a slip of."""
    words = tokens(word.text)
    if len(words) != 1 or words[0] in STOP_WORDS or dictionary.knows(words[0]):
        return ()
    if word.unfinished and dictionary.beginning("text", words[0], 1):
        return ()
    return dictionary.near(words[0], unfinished=word.unfinished)


def _slips(ways: Ways, near: Sequence[str]) -> Iterator[Way]:
    for place, other in enumerate(near):
        words, factor = other.split(), ranking.SLIP / (place + 1)
        if len(words) == 1:
            yield from ways.word(words[0], factor=factor)
        else:
            yield from ways.phrase(words, factor=factor)


def _beside(ways: Ways, found: "Expanded | _Topic") -> Iterator[Way]:
    """Yield the ways to answer that the vocabulary knows beside the words themselves."""
    if isinstance(found, _Topic):
        yield from ways.topic(found.category, found.names)
        return
    for other in found.others[:_OTHERS]:
        factor = ranking.OTHER * other.strength
        if len(other.words) == 1:
            yield from ways.word(other.words[0], factor=factor)
        else:
            yield from ways.phrase(other.words, factor=factor, loose=other.loose)


def _clauses(
    ways: Ways,
    run: Sequence[Word],
    answers: Sequence[Sequence[Way]],
    found: "Sequence[Expanded | _Topic]",
) -> Iterator[Clause]:
    """Yield a clause for each word, or for each row of words that the vocabulary knows."""
    rows = _rows([each for each in found if each.stop - each.start > 1])
    place = 0
    while place < len(run):
        row = [each for each in rows if each.start == place]
        stop = max((each.stop for each in row), default=place + 1)
        soft = any(isinstance(each, _Topic) and each.soft for each in row)
        if not row:
            yield Clause(tuple(answers[place]), needed=not _is_soft(run[place], place, found))
        elif soft:
            inner = [way for ways_ in answers[place:stop] for way in ways_]
            beside = [way for each in row for way in _beside(ways, each)]
            yield Clause((*inner, *beside), needed=False)
        else:
            said = " ".join(word.text for word in run[place:stop])
            words = Way(f"“{said}”", ways.together(answers[place:stop]))
            beside = [way for each in row for way in _beside(ways, each)]
            yield Clause((words, *beside))
        place = stop


def _rows(found: "Sequence[Expanded | _Topic]") -> list["Expanded | _Topic"]:
    """Return what was found without what overlaps something longer that starts before."""
    kept: list[Expanded | _Topic] = []
    for each in sorted(found, key=lambda each: (each.start, -each.stop)):
        if all(each.start >= other.stop or _same_span(each, other) for other in kept):
            kept.append(each)
    return kept


def _same_span(one: "Expanded | _Topic", other: "Expanded | _Topic") -> bool:
    return (one.start, one.stop) == (other.start, other.stop)


def _is_soft(word: Word, place: int, found: "Sequence[Expanded | _Topic]") -> bool:
    if all(part in STOP_WORDS for part in tokens(word.text)):
        return True
    return any(isinstance(each, _Topic) and each.soft and each.start == place for each in found)


def _topics(vocabulary: Vocabulary, meant: Sequence[str]) -> list[_Topic]:
    """Return the topics that the words reveal, by where they stand."""
    found: dict[tuple[int, int, str], set[str]] = {}
    for mention in _mentions(vocabulary, meant):
        place = mention.start, mention.stop, mention.category
        found.setdefault(place, set()).add(mention.name)
    return [_Topic(*place, tuple(sorted(names))) for place, names in found.items()]


def _mentions(vocabulary: Vocabulary, meant: Sequence[str]) -> Iterator[Mention]:
    places = [place for place, word in enumerate(meant) for _ in words_of(word)]
    folded = [part for word in meant for part in words_of(word)]
    for mention in vocabulary.mentions(folded):
        start, stop = places[mention.start], places[mention.stop - 1] + 1
        yield Mention(start, stop, mention.category, mention.name)
    ends: list[int] = []
    for word in meant:
        ends.append((ends[-1] + 1 if ends else 0) + len(word))
    for begin, end, low, high in recognition.ages_said(" ".join(meant)):
        start = sum(stop <= begin for stop in ends)
        stop = sum(last < end for last in ends) + 1
        for name in recognition.ages_between(vocabulary, low, high):
            yield Mention(start, stop, "ages", name)


def _bonuses(ways: Ways, run: Sequence[Word], meant: Sequence[str]) -> Iterator[Clause]:
    """Yield what adds points without being needed: words side by side, the whole title."""
    words = [part for word in meant for part in tokens(word)]
    for pair in pairwise(words):
        yield Clause(
            tuple(ways.phrase(pair, factor=ranking.SIDE_BY_SIDE, loose=True)), needed=False
        )
    title = whole(" ".join(meant))
    yield Clause(tuple(ways.title(title, unfinished=run[-1].unfinished)), needed=False)


def _also(expanded: Sequence[Expanded], meant: Sequence[str]) -> tuple[str, ...]:
    typed = {word.lower() for word in meant}
    others: list[Other] = [other for each in expanded for other in each.others[:_OTHERS]]
    shown = {other.words: other.shown for other in others if other.shown.lower() not in typed}
    return tuple(shown.values())
