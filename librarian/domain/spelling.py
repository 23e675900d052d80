"""Which words of a text can be judged by their spelling, and where they stand.

Places are counted in UTF-16 units, as windows count them: a letter beyond the first 65,536, such as
an emoji, takes two. Numbers, addresses of the web, of e-mail and of files, and words of other
scripts are nobody's slips and are passed over.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_CHUNK: Final = re.compile(r"\S+")
_WORD: Final = re.compile(
    r"[^\W_][\w\u0300-\u036f]*(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W_][\w\u0300-\u036f]*)*"
)
_LATIN: Final = re.compile(
    r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f'\N{RIGHT SINGLE QUOTATION MARK}]+"
)
_ADDRESS: Final = re.compile(
    r"@|://|\\|\bwww\.|\.(?:com|org|net|gov|nhs|sch|uk|eu|info|docx?|pdf|xlsx?)\b", re.IGNORECASE
)
_ASTRAL: Final = re.compile(r"[\U00010000-\U0010ffff]")
_LONGEST: Final = 60
"""Whatever has more letters is no word that a dictionary holds."""
_SHORT_ANSWER: Final = 100
_WORDS_OF_A_NAME: Final = 8
_NESTED: Final = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A word in a text: where it starts and how long it is, in UTF-16 units."""

    start: int
    length: int
    word: str

    @property
    def stop(self) -> int:
        """The place behind its last letter."""
        return self.start + self.length


def units(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))


def judged(text: str) -> Iterator[Place]:
    """Return each word whose spelling can be judged, in its order."""
    wide = not text.isascii() and _ASTRAL.search(text) is not None
    seen = extra = 0
    for start, stop in _stretches(text):
        for found in _WORD.finditer(text, start, stop):
            if _is_judged(found[0]):
                if wide:
                    extra += len(_ASTRAL.findall(text, seen, found.start()))
                    seen = found.start()
                yield Place(found.start() + extra, len(found[0]), found[0])


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Return from where to where there is no address; where there is none, that is all."""
    if not _ADDRESS.search(text):
        yield 0, len(text)
        return
    for chunk in _CHUNK.finditer(text):
        if not _ADDRESS.search(text, *chunk.span()):
            yield chunk.span()


def _is_judged(word: str) -> bool:
    """Tell whether it is letters alone, of the script that English is written in."""
    return 1 < len(word) <= _LONGEST and _LATIN.fullmatch(word) is not None


def plain(word: str) -> str:
    """Return a word as dictionaries have it: straight apostrophes, each letter in one piece."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def without_ending(word: str) -> str:
    """Return a word without the ending of a genitive or a plural: IRO’s, LACs."""
    for ending in ("'s", "s'", "s"):
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word


def names_in(answers: object, besides: str = "") -> frozenset[str]:
    """Return the words, in small letters, of answers that are names: people, schools, streets.

    Such an answer has few words, and most of them have a capital. One that says the same as
    `besides`, the text that is being looked at, is left out: no text vouches for itself.
    """
    found: set[str] = set()
    for answer in _short_answers(answers, _NESTED):
        if answer.count(" ") < _WORDS_OF_A_NAME and answer.strip() != besides.strip():
            words = [place.word for place in judged(answer)]
            named = [word for word in words if word[0].isupper()]
            if 2 * len(named) >= len(words):
                found.update(plain(word).casefold() for word in named)
    return frozenset(found)


def _short_answers(answers: object, deep: int) -> Iterator[str]:
    if isinstance(answers, str):
        if len(answers) <= _SHORT_ANSWER:
            yield answers
        return
    inside: Iterable[object] = ()
    if isinstance(answers, Mapping):
        inside = answers.values()
    elif isinstance(answers, list | tuple):
        inside = answers
    for each in inside if deep else ():
        yield from _short_answers(each, deep - 1)
