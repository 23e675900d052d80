"""Picks the piece of a text that shows best why it was found, and marks the words in it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from indexers.full_text.ways import tokens
from indexers.query_language import All, Asked, Either, In, Pattern, Phrase, Word
from librarian.domain.searching import Snippet
from librarian.domain.words import STOP_WORDS, fold

_LENGTH: Final = 180  # letters of a snippet
_BEFORE: Final = 50  # letters of it before the first mark
_LOOKED_AT: Final = 300_000  # letters of a text
_MARKS: Final = 40  # marks among which the best piece is chosen
_CLOSE: Final = 8  # marks that one piece holds at most
_FIRM: Final = 3  # letters of a stem that no form of the word changes
_MORE: Final = "… "

Stem = Callable[[str], str]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What to mark: the stems of words, beginnings with their stems, patterns, rows of stems.

    `full` tells how many different things a piece shows that shows all that was typed.
    """

    stems: frozenset[str] = frozenset()
    starts: tuple[tuple[str, str], ...] = ()
    patterns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    full: int = 0

    @property
    def heads(self) -> str:
        """What every mark begins with, as a pattern; empty where nothing is sought."""
        heads = {_head(stem) for stem in (*self.stems, *(row[0] for row in self.rows))}
        heads |= {re.escape(start) for start, _ in self.starts}
        heads |= {_as_regex(pattern, r"[^\W_]") for pattern in self.patterns}
        return "|".join(sorted(heads))


def sought(asked: Asked, others: Sequence[str], stem: Stem) -> Sought:
    """Return what to mark for what was asked; others are words searched for beside it."""
    parts = list(_leaves(asked))
    words = [word for part in parts if isinstance(part, Word) for word in tokens(part.text)]
    phrases = [part.text for part in parts if isinstance(part, Phrase)]
    begun = [tokens(part.text)[-1] for part in parts if isinstance(part, Word) and part.unfinished]
    telling = {stem(word) for word in words if word not in STOP_WORDS} or set(map(stem, words))
    rows = [tuple(map(stem, tokens(text))) for text in (*phrases, *others)]
    patterns = tuple(fold(part.text) for part in parts if isinstance(part, Pattern))
    return Sought(
        frozenset(telling),
        tuple((word, stem(word)) for word in begun),
        patterns,
        tuple(row for row in rows if row),
        len(telling) + len(patterns) + len(phrases),
    )


def _leaves(parts: Asked) -> Iterator[Word | Phrase | Pattern]:
    for part in parts:
        match part:
            case All(inner) | Either(inner):
                yield from _leaves(inner)
            case Word(_, In.ALL | In.TITLE) | Phrase() | Pattern():
                yield part
            case _:
                pass


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    stop: int
    sign: str
    """What was met, so that different words count for more than one word often."""


def snippet(body: str, wanted: Sought, stem: Stem) -> Snippet:
    """Return the piece of body that holds most of what was sought, or else its first words."""
    text = " ".join(body[:_LOOKED_AT].split())
    marks = _marks(text, wanted, stem)
    first = _best(marks)
    start = _word_before(text, marks[first].start - _BEFORE) if marks else 0
    stop = _word_after(text, start + _LENGTH)
    lead = _MORE if start else ""
    shift = len(lead) - start
    return Snippet(
        f"{lead}{text[start:stop]}{' …' if stop < len(text) else ''}",
        tuple(
            (mark.start + shift, mark.stop + shift)
            for mark in marks
            if start <= mark.start and mark.stop <= stop
        ),
    )


def _best(marks: Sequence[_Mark]) -> int:
    """Return the first mark of the stretch with most different words, then with most marks."""

    def worth(place: int) -> tuple[int, int, int]:
        reach = marks[place].start + _LENGTH - _BEFORE
        signs = [mark.sign for mark in marks[place : place + _CLOSE] if mark.stop <= reach]
        return len(set(signs)), len(signs), -place

    return max(range(len(marks)), key=worth, default=0)


@lru_cache(maxsize=16)
def _finder(wanted: Sought) -> re.Pattern[str] | None:
    """Return what finds the words that may be marked; the rows of one answer share it."""
    heads = wanted.heads
    return re.compile(rf"(?<![^\W_])(?:{heads})[^\W_]*") if heads else None


def _marks(text: str, wanted: Sought, stem: Stem) -> list[_Mark]:
    """Return marks in order, until a piece shows all that was typed or enough were looked at."""
    marks: list[_Mark] = []
    finder = _finder(wanted)
    if finder is None:
        return marks
    plain = _folded(text)
    enough = len(plain)
    for found in finder.finditer(plain):
        if found.start() > enough or len(marks) == _MARKS:
            break
        mark = _mark(plain, found, wanted, stem)
        if mark:
            marks.append(mark)
            if enough == len(plain) and _shows_all(marks, wanted.full):
                enough = mark.start + _LENGTH
    return marks


def _shows_all(marks: Sequence[_Mark], full: int) -> bool:
    since = marks[-1].stop - _LENGTH + _BEFORE
    return len({mark.sign for mark in marks[-_CLOSE:] if mark.start >= since}) >= full


def _mark(plain: str, found: re.Match[str], wanted: Sought, stem: Stem) -> _Mark | None:
    word, (start, stop) = found[0], found.span()
    own = stem(word)
    for row in wanted.rows:
        if row[0] == own:
            end = _end_of(plain, start, row, stem)
            if end:
                return _Mark(start, end, " ".join(row))
    if own in wanted.stems:
        return _Mark(start, stop, own)
    for begun, sign in wanted.starts:
        if word.startswith(begun):
            return _Mark(start, stop, sign)
    for pattern in wanted.patterns:
        if re.fullmatch(_as_regex(pattern, "."), word):
            return _Mark(start, stop, pattern)
    return None


def _end_of(plain: str, start: int, row: Row, stem: Stem) -> int:
    """Return where the row of stems that starts here ends; 0 where it does not stand here."""
    end = 0
    words = re.finditer(r"[^\W_]+", plain[start : start + 40 * len(row)])
    for own, found in zip(row, words, strict=False):
        if stem(found[0]) != own:
            return 0
        end = start + found.end()
    return end


def _head(stem: str) -> str:
    """Return the letters that every form of a stem begins with: famili stands for family too."""
    return re.escape(stem[:-1] if len(stem) > _FIRM and stem[-1] in "iey" else stem)


def _as_regex(pattern: str, letter: str) -> str:
    return re.escape(pattern).replace(r"\*", f"{letter}*").replace(r"\?", letter)


class _Letters(dict[int, str]):
    """Folds letter by letter, so that places in the text stay the same."""

    def __missing__(self, code: int) -> str:
        plain = fold(chr(code))
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_Letters())


def _word_before(text: str, place: int) -> int:
    return text.rfind(" ", 0, place) + 1 if place > 0 else 0


def _word_after(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", 0, place)
    return space if space > place - 30 else place
