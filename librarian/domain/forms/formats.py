"""Formats of answers that JSON Schema does not know, from NHS numbers to pictures."""

import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Final

_DIGITS: Final = 10
_PICTURE: Final = re.compile(r"data:image/(?:jpeg|png);base64,[A-Za-z0-9+/]+={0,2}")
_BEGINNINGS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_CASE: Final = re.compile(r"[A-Za-z]{0,4}[-/ ]?\d{3,12}")


def is_nhs_number(text: str) -> bool:
    """Tell whether text is an NHS number whose check digit is right; spaces do not matter."""
    digits = re.sub(r"[ -]", "", text)
    if len(digits) != _DIGITS or not (digits.isascii() and digits.isdigit()):
        return False
    weighed = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    check = (11 - weighed % 11) % 11
    return check == int(digits[9])


def is_case_number(text: str) -> bool:
    """Tell whether text is a case number: up to four letters, then digits; never a name."""
    return _CASE.fullmatch(text) is not None


def is_day(text: str) -> bool:
    """Tell whether text is a day: 2026-03-14."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_time(text: str) -> bool:
    """Tell whether text is a time of day: 12:30."""
    try:
        return time.fromisoformat(text).isoformat("minutes") == text
    except ValueError:
        return False


def is_picture(text: str) -> bool:
    """Tell whether text is a picture as web pages hold small ones: JPEG or PNG, in base64."""
    if not _PICTURE.fullmatch(text):
        return False
    try:
        content = b64decode(text.partition(",")[2], validate=True)
    except ValueError:
        return False
    return content.startswith(_BEGINNINGS)


FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "nhs-number": is_nhs_number,
    "case-number": is_case_number,
    "date": is_day,
    "time": is_time,
    "picture": is_picture,
}
