"""Lines for answers of some kind: days, times, numbers, words; how each is read and said."""

from librarian.domain.dates_said import Precision, read_date
from librarian.domain.forms.wording import in_day, in_time
from ui.forms import texts
from ui.forms.controls import LongText, TextLine
from ui.forms.times import read_time
from ui.kit.theme import Theme


def day_line() -> TextLine:
    """Return a line for a day, as people write one."""
    return TextLine(_read_day, _said_day, texts.DAY_HINT)


def time_line() -> TextLine:
    """Return a line for a time of day."""
    return TextLine(_read_clock, _said_clock, texts.TIME_HINT)


def number_line(*, whole: bool) -> TextLine:
    """Return a line for a number."""
    return TextLine(_read_whole if whole else _read_number)


def text_line() -> TextLine:
    """Return a line for words."""
    return TextLine(lambda typed: typed if typed.strip() else None)


def long_text(theme: Theme) -> LongText:
    """Return several lines for words."""
    return LongText(theme, lambda typed: typed if typed.strip() else None, str)


def list_of_lines(theme: Theme) -> LongText:
    """Return several lines, each of which is an answer of its own."""
    return LongText(theme, _read_lines, _said_lines, texts.LINES_HINT)


def _read_day(typed: str) -> object:
    """The day as ISO 8601; what is no day stays as it was typed, to be told of."""
    said = read_date(typed)
    if said and said.precision is Precision.DAY:
        return said.first.isoformat()
    return typed if typed.strip() else None


def _said_day(value: object) -> str:
    said = read_date(str(value))
    return in_day(said.first) if said and said.precision is Precision.DAY else str(value)


def _read_clock(typed: str) -> object:
    found = read_time(typed)
    if found:
        return found.isoformat()
    return typed if typed.strip() else None


def _said_clock(value: object) -> str:
    found = read_time(str(value))
    return in_time(found) if found else str(value)


def _read_whole(typed: str) -> object:
    plain = typed.replace(",", "").strip()
    return int(plain) if plain.lstrip("-").isdecimal() else (typed if plain else None)


def _read_number(typed: str) -> object:
    plain = typed.replace(",", "").strip()
    try:
        return float(plain) if plain else None
    except ValueError:
        return typed


def _read_lines(typed: str) -> object:
    return [line.strip() for line in typed.splitlines() if line.strip()] or None


def _said_lines(value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
