"""Picks the piece of a text that shows best why it was found, and marks the words in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indexers.full_text.dictionary import Dictionary
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


@dataclass(frozen=True, slots=True)
class Sought:
    """What to mark: the stems of words, beginnings, patterns, and rows of stems."""

    stems: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def sought(asked: Asked, others: Sequence[str], dictionary: Dictionary) -> Sought:
    """Return what to mark for what was asked; others are words searched for beside it."""
    parts = list(_leaves(asked))
    words = [word for part in parts if isinstance(part, Word) for word in tokens(part.text)]
    said = [part.text for part in parts if isinstance(part, Phrase)] + list(others)
    rows = tuple(tuple(map(dictionary.stem, tokens(text))) for text in said)
    telling = [word for word in words if word not in STOP_WORDS] or words
    return Sought(
        frozenset(map(dictionary.stem, telling)),
        tuple(
            tokens(part.text)[-1] for part in parts if isinstance(part, Word) and part.unfinished
        ),
        tuple(fold(part.text) for part in parts if isinstance(part, Pattern)),
        tuple(row for row in rows if row),
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


def snippet(body: str, wanted: Sought, dictionary: Dictionary) -> Snippet:
    """Return the piece of body that holds most of what was sought, or else its first words."""
    text = " ".join(body[:_LOOKED_AT].split())
    marks = list(_marks(text, wanted, dictionary))
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


def _marks(text: str, wanted: Sought, dictionary: Dictionary) -> Iterator[_Mark]:
    plain = _folded(text)
    heads = {_head(stem) for stem in (*wanted.stems, *(row[0] for row in wanted.rows))}
    heads |= {re.escape(start) for start in wanted.starts}
    heads |= {re.escape(p).replace(r"\*", r"\w*").replace(r"\?", r"\w") for p in wanted.patterns}
    if not heads:
        return
    count = 0
    for found in re.finditer(rf"(?<![^\W_])(?:{'|'.join(sorted(heads))})[^\W_]*", plain):
        mark = _mark(plain, found, wanted, dictionary)
        if mark:
            count += 1
            yield mark
        if count >= _MARKS:
            return


def _mark(plain: str, found: re.Match[str], wanted: Sought, dictionary: Dictionary) -> _Mark | None:
    word, (start, stop) = found[0], found.span()
    stem = dictionary.stem(word)
    for row in wanted.rows:
        if row[0] == stem:
            end = _end_of(plain, start, row, dictionary)
            if end:
                return _Mark(start, end, " ".join(row))
    if stem in wanted.stems:
        return _Mark(start, stop, stem)
    for begun in wanted.starts:
        if word.startswith(begun):
            return _Mark(start, stop, begun)
    for pattern in wanted.patterns:
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."), word):
            return _Mark(start, stop, pattern)
    return None


def _end_of(plain: str, start: int, row: Sequence[str], dictionary: Dictionary) -> int:
    """Return where the row of stems that starts here ends; 0 where it does not stand here."""
    end = 0
    words = re.finditer(r"[^\W_]+", plain[start : start + 40 * len(row)])
    for stem, found in zip(row, words, strict=False):
        if dictionary.stem(found[0]) != stem:
            return 0
        end = start + found.end()
    return end


def _head(stem: str) -> str:
    """Return the letters that every form of a stem begins with: famili stands for family too."""
    return re.escape(stem[:-1] if len(stem) > _FIRM and stem[-1] in "iey" else stem)


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
