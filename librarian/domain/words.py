"""Words as they are compared: lower case, accents folded, split where letters and digits end."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_POSSESSIVE: Final = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}][sS]\b(?<=\w..)")
_BEGINS: Final = 4
"""Letters of a word that is found at the beginning of longer ones: "cin" is not in "cinema"."""
_WORD: Final = re.compile(r"[^\W_]+")
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_UNDECOMPOSED: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | {"\N{LATIN SMALL LETTER DOTLESS I}": "i"}
)
_SEAMS: Final = re.compile(
    r"(?<=[a-z])(?=[A-Z])"  # GenogramGuide
    r"|(?<=[A-Z])(?=[A-Z][a-z]{2})"  # CPPlan
    r"|(?<=[A-Za-z]{3})(?=\d)"  # Form12, yet v2 and s47 stay whole
    r"|(?<=\d\d)(?=[A-Za-z]{3})"  # 2024Budget
)
_OF_VERSIONS: Final = re.compile(
    r"\b(?:copy (?:\d+ )?of|copy|v(?:ersion)? ?\d+(?: \d+)*"
    r"|final|draft|latest|updated|amended|revised"
    r"|(?:19|20)\d\d \d\d \d\d|\d\d? \d\d? (?:19|20)?\d\d|\d{6}|\d{8})\b"
)


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(words.split())


# Words that carry no wish of their own, so that missing one never hides a result.
STOP_WORDS: Final = listed(
    "a an and are as at be but by can do for from has have how i if in into is it its me my no not"
    " of on or our should so such that the their then there these they this to was we what when"
    " where which who will with you your"
)


def fold(text: str) -> str:
    """Return text in lower case without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _BEYOND_ASCII.sub(_without_accents, decomposed).translate(_UNDECOMPOSED)


def _without_accents(found: re.Match[str]) -> str:
    return "".join(letter for letter in found[0] if not unicodedata.combining(letter))


def without_possessives(text: str) -> str:
    """Return text with each ’s taken off: "child's plan" and "child plan" are the same words."""
    if "'" not in text and "\N{RIGHT SINGLE QUOTATION MARK}" not in text:
        return text
    return _POSSESSIVE.sub("", text)


def words_of(text: str) -> list[str]:
    """Return the folded words of text, in order."""
    return _WORD.findall(fold(without_possessives(text)))


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of text starts and ends."""
    return (found.span() for found in _WORD.finditer(text))


def places_of(text: str, sought: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where what is sought stands in text, the longest first where several begin there.

    What is sought is a word, which also marks longer ones that begin with it, or words in a row.
    """
    rows = sorted({tuple(_folded(each, spans_of(each))) for each in sought}, key=len, reverse=True)
    spans = [*spans_of(text)] if rows else []
    folded = _folded(text, spans)
    at = 0
    while at < len(spans):
        length = next((len(row) for row in rows if _stands(row, folded, at)), 0)
        if length:
            yield spans[at][0], spans[at + length - 1][1]
        at += max(1, length)


def _folded(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    return [fold(text[start:end]) for start, end in spans]


def _stands(row: tuple[str, ...], folded: Sequence[str], at: int) -> bool:
    """Tell whether words stand in a row from a place on."""
    if len(row) > 1:
        return tuple(folded[at : at + len(row)]) == row
    word = folded[at]
    return bool(row) and (word == row[0] or (len(row[0]) >= _BEGINS and word.startswith(row[0])))


def name_words(name: str) -> str:
    """Return a file name as words: split at seams too, where GenogramGuide becomes two.

    A word that was split is kept whole as well, for it may be typed so.
    """
    words = []
    for word in _WORD.findall(name):
        pieces = _SEAMS.split(word)
        words += pieces if len(pieces) == 1 else [*pieces, word]
    return " ".join(words)


def tells_version(word: str) -> bool:
    """Tell whether a folded word only tells versions and copies apart: "v2", "final"."""
    return bool(_OF_VERSIONS.fullmatch(word))


def without_version(title: str) -> str:
    """Return the folded words of a title without what only tells versions and copies apart."""
    said = " ".join(words_of(title))
    return " ".join(_OF_VERSIONS.sub(" ", said).split()) or said


def are_near(one: str, other: str, most: int) -> bool:
    """Tell whether at most `most` slips of the finger lie between two words.

    A slip is a letter too many, too few or wrong, or two neighbours swapped.
    """
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, facing in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != facing))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing
            row.append(min(cost, older[j - 2] + 1) if swapped else cost)
        if min(row) > most:
            return False
    return row[-1] <= most
