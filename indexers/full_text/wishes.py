"""The plain words of a search and all that may answer them.

Each word is a clause of its own. Other words for it, a mended slip and the topics it reveals are
further ways to answer that clause, so they widen what is found and never hide what matches.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from indexers.full_text import ranking
from indexers.full_text.dictionary import Dictionary
from indexers.full_text.plans import Clause, Row, Way
from indexers.full_text.schema import whole
from indexers.full_text.topics import Revealed, revealed
from indexers.full_text.ways import Ways, tokens
from indexers.query_language import Word
from librarian.domain.vocabulary import Expanded, Vocabulary
from librarian.domain.words import STOP_WORDS

_OTHERS: Final = 5  # other words that are searched for what was typed

Known = Expanded | Revealed
"""What the vocabulary knows of some of the words."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What plain words come to: parts, what else is searched for, which words were mended."""

    parts: tuple[Clause | Row, ...] = ()
    also: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


def wish(ways: Ways, vocabulary: Vocabulary, run: Sequence[Word]) -> Wished:
    """Return all that may answer these words, each of them wanted."""
    if not run:
        return Wished()
    mended = [_mended(ways.dictionary, word) for word in run]
    meant = [near[0] if near else word.text for word, near in zip(run, mended, strict=True)]
    expanded = vocabulary.expand(meant)
    known: list[Known] = [*expanded, *revealed(vocabulary, meant)]
    clauses = [
        _clause(ways, place, *each, known)
        for place, each in enumerate(zip(run, mended, strict=True))
    ]
    parts = _parts(ways, clauses, [each for each in known if each.stop - each.start > 1])
    return Wished(
        (*parts, *_bonuses(ways, meant, unfinished=run[-1].unfinished)),
        also=_also(expanded, meant),
        corrected=tuple(near[0] for near in mended if near),
    )


def _mended(dictionary: Dictionary, word: Word) -> tuple[str, ...]:
    """Return what a word nobody wrote is probably a slip of."""
    words = tokens(word.text)
    if len(words) != 1 or words[0] in STOP_WORDS or dictionary.knows(words[0]):
        return ()
    if word.unfinished and dictionary.beginning("text", words[0], 1):
        return ()
    return dictionary.near(words[0], unfinished=word.unfinished)


def _clause(
    ways: Ways, place: int, word: Word, mended: Sequence[str], known: Sequence[Known]
) -> Clause:
    """Return what may answer the word at this place by itself."""
    own = [each for each in known if (each.start, each.stop) == (place, place + 1)]
    soft = any(isinstance(each, Revealed) and each.soft for each in own)
    stop_word = all(part in STOP_WORDS for part in tokens(word.text))
    answers = (
        ways.typed(word.text, word.where, unfinished=word.unfinished),
        _slips(ways, mended),
        *(_beside(ways, each) for each in own),
    )
    return Clause(tuple(chain.from_iterable(answers)), needed=not soft and not stop_word)


def _slips(ways: Ways, mended: Sequence[str]) -> Iterator[Way]:
    for place, near in enumerate(mended):
        yield from ways.words(near.split(), factor=ranking.SLIP / (place + 1))


def _beside(ways: Ways, known: Known) -> Iterator[Way]:
    """Yield the ways to answer that the vocabulary knows beside the words themselves."""
    if isinstance(known, Revealed):
        yield from ways.topic(known.category, known.names)
        return
    for other in known.others[:_OTHERS]:
        factor = ranking.OTHER * other.strength
        yield from ways.words(other.words, factor=factor, loose=other.loose)


def _parts(ways: Ways, clauses: Sequence[Clause], known: Sequence[Known]) -> Iterator[Clause | Row]:
    """Yield each clause, or a row of them where the vocabulary knows the words together."""
    place = 0
    while place < len(clauses):
        stop = max((each.stop for each in known if each.start == place), default=place + 1)
        here = [each for each in known if (each.start, each.stop) == (place, stop)]
        beside = tuple(chain.from_iterable(_beside(ways, each) for each in here))
        if any(isinstance(each, Revealed) and each.soft for each in here):
            inner = chain.from_iterable(clause.ways for clause in clauses[place:stop])
            yield Clause((*inner, *beside), needed=False)
        elif here and stop - place > 1:
            yield Row(tuple(clauses[place:stop]), beside)
        else:
            yield clauses[place]
        place = stop


def _bonuses(ways: Ways, meant: Sequence[str], *, unfinished: bool) -> Iterator[Clause]:
    """Yield what adds points without being needed: words side by side, the whole title."""
    words = [part for word in meant for part in tokens(word)]
    for pair in pairwise(words):
        beside = ways.words(pair, factor=ranking.SIDE_BY_SIDE, loose=True)
        yield Clause(tuple(beside), needed=False)
    title = whole(" ".join(meant))
    yield Clause(tuple(ways.title(title, unfinished=unfinished)), needed=False)


def _also(expanded: Sequence[Expanded], meant: Sequence[str]) -> tuple[str, ...]:
    """Return what else is searched for, as people write it."""
    typed = {word.lower() for word in meant}
    others = [other for each in expanded for other in each.others[:_OTHERS]]
    shown = {other.words: other.shown for other in others if other.shown.lower() not in typed}
    return tuple(shown.values())
