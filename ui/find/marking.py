"""Where the words that were asked for stand in a text, and that text as safe HTML."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from librarian.domain.words import fold, spans_of

_LEAST_BEGINNING: Final = 4
"""Shorter words are marked only where they stand alone: "cin" is not in "cinema"."""


def spans(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words stand in text; a longer word also marks what begins with it."""
    if not words:
        return
    whole = frozenset(map(fold, words))
    beginnings = tuple(word for word in whole if len(word) >= _LEAST_BEGINNING)
    for start, end in spans_of(text):
        word = fold(text[start:end])
        if word in whole or word.startswith(beginnings):
            yield start, end


def marked(text: str, marks: Iterable[tuple[int, int]], tag: str = "b") -> str:
    """Return text as HTML with each of its marks in a tag; nothing in text is taken as HTML."""
    parts, at = [], 0
    for start, end in sorted(marks):
        if at <= start < end <= len(text):
            opening, closing = f"<{tag}>", f"</{tag.partition(' ')[0]}>"
            parts += [escape(text[at:start]), opening, escape(text[start:end]), closing]
            at = end
    return "".join([*parts, escape(text[at:])])
