"""The ways in which a file may answer one word, phrase or pattern, each with its weight."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import tantivy

from indexers.full_text import ranking
from indexers.full_text.dictionary import Dictionary
from indexers.full_text.plans import Must, MustNot, Way, either
from indexers.full_text.schema import LONGEST_OPENING, SHORTEST_OPENING, clean, stemmed, written
from indexers.query_language import In
from librarian.domain.words import words_of

_BEGINNINGS: Final = 50  # words that a beginning stands for
_TITLES: Final = 20  # titles that a beginning stands for
_IN_TEXTS: Final = 3  # letters before a beginning is looked up in texts as well as in titles
_FIELDS: Final = {
    In.ALL: ("label", "headings", "text", "folder"),
    In.TITLE: ("label",),
    In.FOLDER: ("folder",),
    In.AUTHOR: ("author",),
}
TOPIC_FIELDS: Final = {"ages": "age", "themes": "theme", "languages": "language"}
_SPOKEN: Final = {
    "label": "in the title",
    "headings": "in a heading",
    "text": "in the text",
    "folder": "in the folder's name",
    "author": "as the author",
}
_WEIGHTS: Final = {
    "label": ranking.TITLE,
    "headings": ranking.HEADING,
    "text": ranking.TEXT,
    "folder": ranking.FOLDER,
    "author": ranking.AUTHOR,
}
_STEMMED: Final = ("label", "headings", "text")


@dataclass(frozen=True, slots=True)
class Ways:
    """Makes the ways to answer, for one state of the index."""

    schema: tantivy.Schema
    dictionary: Dictionary

    def typed(self, text: str, where: In, *, unfinished: bool = False) -> Iterator[Way]:
        """Yield the ways to hold a typed word, or the row of words it falls into."""
        words = tokens(text)
        if len(words) == 1:
            yield from self.word(words[0], where)
            if unfinished:
                yield from self.begun(words[0], where)
        elif words:
            yield from self.phrase(words, where)

    def word(self, word: str, where: In = In.ALL, factor: float = 1.0) -> Iterator[Way]:
        """Yield the ways to hold a word as written or in another form of it."""
        stem = self.dictionary.stem(word)
        for field in _FIELDS[where]:
            weight, spoken = _WEIGHTS[field] * factor, _SPOKEN[field]
            exact = self.term(written(field), word)
            yield Way(f"“{word}” {spoken}", boosted(exact, weight * ranking.WRITTEN))
            if field in _STEMMED:
                formed = self.term(stemmed(field), stem, positions=True)
                yield Way(f"a form of “{word}” {spoken}", boosted(formed, weight * ranking.STEMMED))

    def as_written(self, word: str) -> Iterator[Way]:
        """Yield the ways to hold a word as written in what tells most: title and headings."""
        for field in _STEMMED[:2]:
            exact = self.term(written(field), word)
            yield Way(f"“{word}” {_SPOKEN[field]}", boosted(exact, _WEIGHTS[field]))

    def begun(self, start: str, where: In = In.ALL) -> Iterator[Way]:
        """Yield the ways to hold a longer word that begins so; the commonest are tried."""
        for field in _FIELDS[where]:
            if field == "text" and len(start) < _IN_TEXTS:
                continue
            words = dict(self.dictionary.counted(field, start, _BEGINNINGS))
            rarity = self.dictionary.rarity(sum(words.values()))
            exact = self.term(written(field), start)
            words.pop(start, None)
            if words:
                # A rare word that begins so is no better an answer than a common one.
                longer = [
                    boosted(self.term(written(field), word), rarity / self.dictionary.rarity(files))
                    for word, files in words.items()
                ]
                best = tantivy.Query.disjunction_max_query(longer)
                query = tantivy.Query.boolean_query([(Must, best), (MustNot, exact)])
                yield Way(
                    f"begins with “{start}” {_SPOKEN[field]}",
                    boosted(query, _WEIGHTS[field] * ranking.BEGUN),
                )

    def words(
        self, words: Sequence[str], *, factor: float = 1.0, loose: bool = False
    ) -> Iterator[Way]:
        """Yield the ways to hold one word, or several one after another."""
        if len(words) == 1:
            yield from self.word(words[0], factor=factor)
        elif words:
            yield from self.phrase(words, factor=factor, loose=loose)

    def phrase(
        self, words: Sequence[str], where: In = In.ALL, factor: float = 1.0, *, loose: bool = False
    ) -> Iterator[Way]:
        """Yield the ways to hold words one after another; loose ones are not sought in texts."""
        said = " ".join(words)
        fields = [field for field in _FIELDS[where] if field in _STEMMED]
        for field in fields if not loose else fields[:2]:
            query = self.row(field, words)
            yield Way(f"“{said}” {_SPOKEN[field]}", boosted(query, _WEIGHTS[field] * factor))

    def pattern(self, pattern: str, where: In = In.ALL) -> Iterator[Way]:
        """Yield the ways to hold a word that fits a pattern of * and ?."""
        simple = "".join(re.findall(r"[^\W_]+|[*?]", clean(pattern.lower())))
        start = re.match(r"[^*?]*", simple)
        fits = re.compile(re.escape(simple).replace(r"\*", ".*").replace(r"\?", "."))
        for field in _FIELDS[where]:
            known = self.dictionary.beginning(field, start[0] if start else "", None)
            words = [word for word in known if fits.fullmatch(word)][:_BEGINNINGS]
            if words:
                query = either(self.term(written(field), word) for word in words)
                yield Way(f"“{simple}” {_SPOKEN[field]}", boosted(query, _WEIGHTS[field]))

    def topic(self, category: str, names: Iterable[str]) -> Iterator[Way]:
        """Yield the way to be about one of these topics."""
        said = sorted(names)
        if category == "ages":
            yield from self._ages(said)
            return
        query = either(self._exactly(TOPIC_FIELDS[category], name) for name in said)
        if said:
            flat = tantivy.Query.const_score_query(query, ranking.TOPIC)
            yield Way(f"is about {' or '.join(said)}", flat)

    def _ages(self, names: Sequence[str]) -> Iterator[Way]:
        """Yield the ways to be for children of these ages, or for none in particular."""
        query = either(self._exactly("age", name) for name in names)
        points = tantivy.Query.const_score_query(query, ranking.AGE)
        yield Way(f"is for {' or '.join(names)}", points)
        aged = (MustNot, tantivy.Query.exists_query("age"))
        ageless = tantivy.Query.boolean_query([(Must, tantivy.Query.all_query()), aged])
        points = tantivy.Query.const_score_query(ageless, ranking.NO_AGE)
        yield Way("is for no age in particular", points)

    def initials(self, word: str) -> Iterator[Way]:
        """Yield the way to have a title whose words begin with these letters."""
        found = self.dictionary.searcher.terms_with_prefix("initials", word, limit=_TITLES)
        if found:
            query = either(self._exactly("initials", term) for term, _ in found)
            points = tantivy.Query.const_score_query(query, ranking.INITIALS)
            yield Way(f"“{word}” are the first letters of its title", points)

    def in_title(self, word: str, *, unfinished: bool) -> Iterator[tantivy.Query]:
        """Yield the queries for a word, or one that begins so, in titles alone."""
        yield self.term(stemmed("label"), self.dictionary.stem(word), positions=True)
        if unfinished:
            for longer in self.dictionary.beginning("label", word, _BEGINNINGS):
                yield self.term(written("label"), longer)

    def title(self, title: str, *, unfinished: bool) -> Iterator[Way]:
        """Yield the ways to have this whole title, or one that begins with it."""
        if title:
            query = self._exactly("whole", title)
            points = tantivy.Query.const_score_query(query, ranking.WHOLE_TITLE)
            yield Way("has this whole title", points)
        if unfinished and len(title) >= SHORTEST_OPENING:
            query = self._exactly("opening", title[:LONGEST_OPENING])
            points = tantivy.Query.const_score_query(query, ranking.TITLE_BEGINS)
            yield Way("has a title that begins so", points)

    def term(self, field: str, word: str, *, positions: bool = False) -> tantivy.Query:
        """Return the query for one term of a field."""
        option = "position" if positions else "freq"
        return tantivy.Query.term_query(self.schema, field, word, option)

    def _exactly(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self.schema, field, value, "basic")

    def row(self, field: str, words: Sequence[str]) -> tantivy.Query:
        """Return the query for words one after another in a field."""
        stems = [self.dictionary.stem(word) for word in words]
        if len(stems) == 1:
            return self.term(stemmed(field), stems[0], positions=True)
        return tantivy.Query.phrase_query(self.schema, stemmed(field), list(stems))


def boosted(query: tantivy.Query, weight: float) -> tantivy.Query:
    """Return query with its points multiplied by weight."""
    return tantivy.Query.boost_query(query, weight)


def tokens(text: str) -> list[str]:
    """Return the terms under which typed text is kept."""
    return words_of(clean(text))
