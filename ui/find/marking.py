"""A text with marks in it, as safe HTML."""

from collections.abc import Iterable
from html import escape


def marked(text: str, marks: Iterable[tuple[int, int]], tag: str = "b") -> str:
    """Return text as HTML with each of its marks in a tag; nothing in text is taken as HTML."""
    parts, at = [], 0
    for start, end in sorted(marks):
        if at <= start < end <= len(text):
            opening, closing = f"<{tag}>", f"</{tag.partition(' ')[0]}>"
            parts += [escape(text[at:start]), opening, escape(text[start:end]), closing]
            at = end
    return "".join([*parts, escape(text[at:])])
