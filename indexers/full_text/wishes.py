"""The plain words of a search and all that may answer them.

Each word is a clause of its own. Other words for it, a mended slip and the topics it reveals are
further ways to answer that clause, so they widen what is found and never hide what matches.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Final

import tantivy

from indexers.full_text import ranking
from indexers.full_text.dictionary import Dictionary
from indexers.full_text.plans import Clause, Must, Row, Way, either
from indexers.full_text.schema import whole
from indexers.full_text.topics import Revealed, revealed
from indexers.full_text.ways import Ways, tokens
from indexers.query_language import Word
from librarian.domain.vocabulary import Expanded, Vocabulary, Words
from librarian.domain.words import STOP_WORDS, tells_version

_OTHERS: Final = 5  # other words that are searched for what was typed
_INITIALS: Final = range(3, 6)  # letters of what may be the initials of a title
_HALF: Final = 3  # letters of a word within a search that may be the half of one

Known = Expanded | Revealed
"""What the vocabulary knows of some of the words."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What plain words come to: parts, what else is searched for, which words were mended."""

    parts: tuple[Clause | Row, ...] = ()
    also: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    names_language: bool = False


@dataclass(frozen=True, slots=True)
class _Meant:
    """A typed word, what it is mended to, and what the vocabulary knows of it alone."""

    word: Word
    mended: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()

    @property
    def text(self) -> str:
        """The word that is searched for first."""
        return self.mended[0] if self.mended else self.word.text

    @property
    def needed(self) -> bool:
        """Whether a hit must answer it: little words, ages and marks of versions may be missing."""
        soft = any(isinstance(each, Revealed) and each.soft for each in self.known)
        parts = tokens(self.word.text)
        return not soft and not all(part in STOP_WORDS or tells_version(part) for part in parts)


def wish(ways: Ways, vocabulary: Vocabulary, run: Sequence[Word]) -> Wished:
    """Return all that may answer these words, each of them wanted."""
    if not run:
        return Wished()
    read = [_read(ways.dictionary, vocabulary, word) for word in run]
    typed = [each.text for each in read]
    expanded = vocabulary.expand(typed)
    known: list[Known] = [*expanded, *revealed(vocabulary, typed)]
    meant = [replace(each, known=_alone(known, place)) for place, each in enumerate(read)]
    clauses = [Clause(tuple(_answers(ways, each)), each.needed) for each in meant]
    together = [each for each in known if each.stop - each.start > 1]
    parts = _parts(ways, clauses, together, [_spellings(each) for each in meant])
    return Wished(
        (*parts, *_bonuses(ways, meant)),
        also=_also(expanded, typed),
        corrected=tuple(each.text for each in meant if each.mended),
        names_language=any(getattr(each, "category", "") == "languages" for each in known),
    )


def _alone(known: Sequence[Known], place: int) -> tuple[Known, ...]:
    return tuple(each for each in known if (each.start, each.stop) == (place, place + 1))


def _read(dictionary: Dictionary, vocabulary: Vocabulary, word: Word) -> _Meant:
    """Return a word that nobody wrote as the half of one, or as the word it is a slip of."""
    words = tokens(word.text)
    if len(words) != 1 or words[0] in STOP_WORDS or dictionary.knows(words[0]):
        return _Meant(word)
    if vocabulary.expand([word.text]):
        return _Meant(word)
    if len(words[0]) >= _HALF and dictionary.beginning("text", words[0], 1):
        return _Meant(replace(word, unfinished=True))
    if len(words[0]) in _INITIALS and dictionary.searcher.terms_with_prefix(
        "initials", words[0], limit=1
    ):
        return _Meant(word)
    return _Meant(word, dictionary.near(words[0], unfinished=word.unfinished))


def _answers(ways: Ways, meant: _Meant) -> Iterator[Way]:
    """Yield all that may answer a word by itself."""
    word = meant.word
    yield from ways.typed(word.text, word.where, unfinished=word.unfinished)
    for place, near in enumerate(meant.mended):
        yield from ways.words(near.split(), factor=ranking.SLIP / (place + 1))
    for each in meant.known:
        yield from _beside(ways, each)
    if len(word.text) in _INITIALS and word.text.isalpha() and not meant.mended:
        yield from ways.initials(word.text.lower())


def _beside(ways: Ways, known: Known, spelled: Sequence[frozenset[Words]] = ()) -> Iterator[Way]:
    """Yield the ways to answer that the vocabulary knows beside the words themselves.

    What answers word by word already, by other words for each, is not sought in texts once more.
    """
    if isinstance(known, Revealed):
        yield from ways.topic(known.category, known.names)
        return
    for other in known.others[:_OTHERS]:
        factor = ranking.OTHER * other.strength
        loose = other.loose or (bool(spelled) and _is_said(other.words, spelled))
        yield from ways.words(other.words, factor=factor, loose=loose)


def _spellings(meant: _Meant) -> frozenset[Words]:
    """Return the word as it is searched for, and the other words that texts are searched for."""
    others = (
        other.words
        for known in meant.known
        if isinstance(known, Expanded)
        for other in known.others[:_OTHERS]
        if not other.loose
    )
    return frozenset((tuple(tokens(meant.text)), *others))


def _is_said(words: Words, spelled: Sequence[frozenset[Words]]) -> bool:
    """Tell whether words are a spelling of each in turn, and nothing more."""
    if not spelled:
        return not words
    return any(
        words[: len(first)] == first and _is_said(words[len(first) :], spelled[1:])
        for first in spelled[0]
    )


def _parts(
    ways: Ways,
    clauses: Sequence[Clause],
    known: Sequence[Known],
    spelled: Sequence[frozenset[Words]],
) -> Iterator[Clause | Row]:
    """Yield each clause, or a row of them where the vocabulary knows the words together."""
    place = 0
    while place < len(clauses):
        stop = max((each.stop for each in known if each.start == place), default=place + 1)
        here = [each for each in known if (each.start, each.stop) == (place, stop)]
        beside = tuple(
            chain.from_iterable(_beside(ways, each, spelled[place:stop]) for each in here)
        )
        if any(isinstance(each, Revealed) and each.soft for each in here):
            inner = chain.from_iterable(clause.ways for clause in clauses[place:stop])
            yield Clause((*inner, *beside), needed=False)
        elif here and stop - place > 1:
            yield Row(tuple(clauses[place:stop]), beside)
        else:
            yield clauses[place]
        place = stop


def _bonuses(ways: Ways, meant: Sequence[_Meant]) -> Iterator[Clause]:
    """Yield what adds points without being needed: words side by side, in the title, all of it."""
    words = [part for each in meant for part in tokens(each.text)]
    for pair in pairwise(words):
        if not STOP_WORDS.intersection(pair):
            beside = ways.words(pair, factor=ranking.SIDE_BY_SIDE, loose=True)
            yield Clause(tuple(beside), needed=False)
    needed = [each for each in meant if each.needed]
    if len(needed) > 1:
        together = [(Must, either(_in_title(ways, each))) for each in needed]
        query = tantivy.Query.boolean_query(together)
        points = tantivy.Query.const_score_query(query, ranking.ALL_IN_TITLE)
        yield Clause((Way("has all the words in its title", points),), needed=False)
    title = whole(" ".join(each.text for each in meant))
    yield Clause(tuple(ways.title(title, unfinished=meant[-1].word.unfinished)), needed=False)


def _in_title(ways: Ways, meant: _Meant) -> Iterator[tantivy.Query]:
    for word in tokens(meant.text):
        yield from ways.in_title(word, unfinished=meant.word.unfinished)
    for known in meant.known:
        if isinstance(known, Expanded):
            for other in known.others[:_OTHERS]:
                yield ways.row("label", other.words)


def _also(expanded: Sequence[Expanded], typed: Sequence[str]) -> tuple[str, ...]:
    """Return what else is searched for, as people write it."""
    own = {word.lower() for word in typed}
    others = [other for each in expanded for other in each.others[:_OTHERS]]
    shown = {other.words: other.shown for other in others if other.shown.lower() not in own}
    return tuple(shown.values())
