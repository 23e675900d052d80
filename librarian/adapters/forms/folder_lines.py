"""Finds the line on which each part of a JSON or TOML text stands, for checks to point there."""

import re
from json import JSONDecoder
from typing import Final

from librarian.domain.forms.form import Spot

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_TABLE: Final = re.compile(r"\s*\[\[?([\w.-]+)\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"\s*([\w-]+)\s*=")


def lines_of_json(text: str) -> dict[Spot, int]:
    """Return the line of each part of a JSON text that is known to be right."""
    return _Walk(text).found


def lines_of_toml(text: str) -> dict[Spot, int]:
    """Return the line of each table and key of a TOML text that is known to be right."""
    found: dict[Spot, int] = {(): 1}
    table: Spot = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := _TABLE.match(line):
            table = tuple(heading[1].split("."))
            if line.lstrip().startswith("[["):
                rows = sum(1 for spot in found if spot[:-1] == table and isinstance(spot[-1], int))
                table = (*table, rows)
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, key[1]), number)
    return found


class _Walk:
    """One walk through a text; `found` holds the lines."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decoder = JSONDecoder()
        self.found: dict[Spot, int] = {}
        self._value(0, ())

    def _value(self, at: int, spot: Spot) -> int:
        at = self._skip(at)
        self.found.setdefault(spot, self._text.count("\n", 0, at) + 1)
        opening = self._text[at]
        if opening == "{":
            return self._members(at + 1, spot)
        if opening == "[":
            return self._items(at + 1, spot)
        return self._decoder.raw_decode(self._text, at)[1]

    def _members(self, at: int, spot: Spot) -> int:
        at = self._skip(at)
        while self._text[at] != "}":
            name, at = self._decoder.raw_decode(self._text, at)
            at = self._skip(self._value(self._skip(at) + 1, (*spot, name)))
            at = self._skip(at + 1) if self._text[at] == "," else at
        return at + 1

    def _items(self, at: int, spot: Spot) -> int:
        at, number = self._skip(at), 0
        while self._text[at] != "]":
            at = self._skip(self._value(at, (*spot, number)))
            at = self._skip(at + 1) if self._text[at] == "," else at
            number += 1
        return at + 1

    def _skip(self, at: int) -> int:
        blank = _BLANK.match(self._text, at)
        return blank.end() if blank else at
