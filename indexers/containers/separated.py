"""Tables kept as text (csv, tsv): which sign separates the cells, and the rows."""

import csv
from collections.abc import Iterator
from typing import Final

_LOOK: Final = 20
_SIGNS: Final = ("\t", ";", ",", "|")


def rows(text: str) -> Iterator[list[str]]:
    """Yield the rows; a line that is no table row comes as one cell."""
    lines = text.splitlines(keepends=True)
    reading = csv.reader(lines, delimiter=_sign(lines))
    while True:
        try:
            yield next(reading)
        except StopIteration:
            return
        except csv.Error:  # a cell larger than the module reads
            yield ["".join(lines[reading.line_num - 1 : reading.line_num]).strip()]


def _sign(lines: list[str]) -> str:
    """Return the sign that most lines hold equally often; the rarer signs first."""
    head = [line for line in lines[:_LOOK] if line.strip()]
    counts = {sign: [line.count(sign) for line in head] for sign in _SIGNS}

    def steadiness(sign: str) -> int:
        found = counts[sign]
        usual = max(set(found), key=found.count, default=0)
        return found.count(usual) * min(usual, 1)

    return max(_SIGNS, key=steadiness)
