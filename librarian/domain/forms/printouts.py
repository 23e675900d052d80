"""Reads a printed case summary: which part a line belongs to, which fact it tells.

Case systems print in many ways, so this knows three: `Name: Mia`, a name and a value with a gap
between them, and tables with a line of headings. What it does not know it leaves out; nothing is
guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

Labels = Mapping[str, str]
"""Which fact each label means, label by label as `plain` says it."""

_GAP: Final = re.compile(r"\t+|\s{2,}|\s*\|\s*")
_LABELLED: Final = re.compile(r"\s*([^:\t]{1,60}?)\s*:\s*(.*)")
_PRINTED: Final = re.compile(
    r"(?:printed|produced|generated|run|as at|as of)(?: on)?[: ]+(.+)", re.IGNORECASE
)
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """What parts and facts are called: kinds by heading, and labels of each kind."""

    sections: Labels
    labels: Mapping[str, Labels]


@dataclass(slots=True)
class Summary:
    """What was read: rows of facts by kind, and the words that say when it was printed."""

    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    printed: str = ""


def plain(label: str) -> str:
    """Return a label without case, signs and numbers: `Child 2:` is `child`."""
    words = re.sub(r"[^a-z ]+", " ", label.casefold().replace("'", "").replace("’", ""))
    return " ".join(words.split())


def read(text: str, wording: Wording) -> Summary:
    """Return the facts of a printed summary."""
    reading = _Reading(wording, Summary())
    for line in text.splitlines():
        reading.take(line)
    return reading.summary


@dataclass(slots=True)
class _Reading:
    wording: Wording
    summary: Summary
    kind: str = "case"
    columns: tuple[str, ...] = ()
    last: tuple[dict[str, str], str] | None = None
    fresh: bool = True
    """Whether the next fact begins a row of its own."""

    def take(self, line: str) -> None:
        if not line.strip():
            self.columns = ()
            self.last = None
            return
        printed = _PRINTED.match(line.strip())
        if printed and not self.summary.printed:
            self.summary.printed = printed[1].strip()
        elif not (self._heading(line) or self._table(line) or self._fact(line)):
            self._more(line)

    def _heading(self, line: str) -> bool:
        kind = self.wording.sections.get(plain(line.rstrip().rstrip(":")))
        labelled = _LABELLED.fullmatch(line)
        if kind is None or (labelled and labelled[2]) or len(_cells(line)) > 1:
            return False
        self.kind, self.columns, self.last, self.fresh = kind, (), None, True
        return True

    def _table(self, line: str) -> bool:
        cells = _cells(line)
        if self.columns and len(cells) == len(self.columns):
            self._rows().append(
                {name: cell for name, cell in zip(self.columns, cells, strict=True) if cell}
            )
            self.last = None
            return True
        labels = self.wording.labels[self.kind]
        names = tuple(labels.get(plain(cell), "") for cell in cells)
        if len(cells) >= _FEWEST and all(names) and len(set(names)) == len(names):
            self.columns = names
            return True
        return False

    def _fact(self, line: str) -> bool:
        told = list(self._told(line))
        for name, value in told:
            row = self._row_for(name)
            row[name] = value
            self.last = (row, name)
        return bool(told)

    def _told(self, line: str) -> Iterator[tuple[str, str]]:
        """The facts of a line: mostly one, or several with gaps between them."""
        labels = self.wording.labels[self.kind]
        parts = [_LABELLED.fullmatch(part) for part in _cells(line)]
        if all(part and plain(part[1]) in labels for part in parts):
            yield from ((labels[plain(part[1])], part[2].strip()) for part in parts if part)
            return
        whole, cells = _LABELLED.fullmatch(line), _cells(line)
        if whole and plain(whole[1]) in labels:
            yield labels[plain(whole[1])], whole[2].strip()
        elif len(cells) == _FEWEST and plain(cells[0]) in labels:
            yield labels[plain(cells[0])], cells[1]

    def _row_for(self, name: str) -> dict[str, str]:
        rows = self._rows()
        is_next = self.kind != "case" and rows and name in rows[-1]
        if not rows or is_next or (self.fresh and self.kind != "case"):
            rows.append({})
        self.fresh = False
        return rows[-1]

    def _rows(self) -> list[dict[str, str]]:
        return self.summary.rows.setdefault(self.kind, [])

    def _more(self, line: str) -> None:
        """A line that is set in goes on with what the one before said."""
        if self.last and line[:1].isspace():
            row, name = self.last
            row[name] = f"{row[name]} {line.strip()}".strip()
        else:
            self.last = None


def _cells(line: str) -> Sequence[str]:
    return [cell.strip() for cell in _GAP.split(line.strip().strip("|"))]
