"""Says answers in words, as they stand on paper, without what no file or screen can carry."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Final

from librarian.domain.forms.form import Question, Schema

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# Signs that turn the direction of text round: what is read would not be what is written.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAK: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ENDED: Final = re.compile(r"[.?!](?: \(\d+\))?$")
"""A title that is a sentence, perhaps with the number of a row."""
PICTURE: Final = "picture"
"""The format of answers that are pictures; words can only say that there is one."""
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def clean(text: str) -> str:
    """Return text that XML, PDF and screens can carry, with plain line ends."""
    tidy = _ILLEGAL.sub("", _BREAK.sub("\n", text))
    return _TURNING.sub("", _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", tidy))


def squeezed(text: str) -> str:
    """Return what two spellings of one text share: letters and digits, case folded."""
    return "".join(letter for letter in clean(text).casefold() if letter.isalnum())


def worded(question: Question, value: object) -> str:
    """Return an answer in words; nothing for no answer."""
    return _worded(question.schema, value)


def in_day(day: date) -> str:
    """Return a day as people write it: 3 March 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_time(at: time) -> str:
    """Return a time of day as people write it: 9 am, 12.30 pm."""
    hour = at.hour % 12 or 12
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{hour}{minutes} {'pm' if at.hour > 11 else 'am'}"  # noqa: PLR2004 - noon is at 12


def _worded(schema: Schema, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        items = schema.get("items")
        inner = items if isinstance(items, Mapping) else {}
        return "\n".join(filter(None, (_worded(inner, each) for each in value)))
    if isinstance(value, Mapping):
        return _row(schema, value)
    return _text(schema, value)


def _row(schema: Schema, value: Mapping[str, object]) -> str:
    found = schema.get("properties")
    properties = found if isinstance(found, Mapping) else {}
    said = [
        _worded(properties[name] if isinstance(properties.get(name), Mapping) else {}, each)
        for name, each in value.items()
    ]
    return ", ".join(filter(None, said))


def _text(schema: Schema, value: object) -> str:
    if schema.get("format") == PICTURE:
        return PICTURE.capitalize()
    named = titles_of(schema).get(str(value))
    if named is not None:
        return named
    text = clean(str(value))
    spoken = _SPOKEN.get(str(schema.get("format")))
    try:
        return spoken(text) if spoken else text
    except ValueError:
        return text


_SPOKEN: Final[Mapping[str, Callable[[str], str]]] = {
    "date": lambda text: in_day(date.fromisoformat(text)),
    "time": lambda text: in_time(time.fromisoformat(text)),
}


def titles_of(schema: Schema) -> dict[str, str]:
    """Return the words for each choice of a schema that offers some."""
    choices = schema.get("oneOf", schema.get("anyOf"))
    return {
        str(choice["const"]): str(choice.get("title", choice["const"]))
        for choice in (choices if isinstance(choices, list) else ())
        if isinstance(choice, Mapping) and "const" in choice
    }


def told_of(title: str, what: str) -> str:
    """Return what is said of a question behind its title, as a sentence of its own after one."""
    if _ENDED.search(title):
        return f"{title} {what[:1].upper()}{what[1:]}"
    return f"{title}: {what}"


def before_answer(title: str) -> str:
    """Return a title as it stands before an answer; a question mark needs no colon."""
    return title if _ENDED.search(title) else f"{title}:"
