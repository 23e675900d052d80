"""Reads what a document says of its own version: in headers, footers, and at its very ends.

"Version 2 · 5 June 2024 · Review due June 2025", "Last updated May 2024 (HO)", a table with a
row for each version. Running text is left alone: it may speak of other documents' versions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from librarian.domain.dates_said import Dated, Precision, mentions, read_date
from librarian.domain.extraction import Block, Shape
from librarian.domain.statements import Stated

_ENDS: Final = 8
"""So many blocks at either end may say it."""
_LAST: Final = 2
"""In so many last blocks a date alone is meant for the whole document."""
_PAGES: Final = 20
_LONGEST: Final = 220
_LONGEST_TITLE: Final = 150
_SHORT: Final = 24
"""A lone "v2" counts in a line that says little else."""
_MOST_VERSIONS: Final = 60

_VERSION: Final = re.compile(
    r"""(?ix)
    (?:^|[·•|,;(\t–-]\s*|\bdraft\ of\s+)
    (?:document\s+)?
    (?:version|ver\.?|(?P<short>v)|issue|edition|revision|rev\.?)
    (?:\s+(?:no\.?|number))?[.:\s]{0,3}
    (?P<number>\d{1,3}(?:\.\d{1,3}){0,3})(?![\d/])
    """,
)
_SAYS_WHEN: Final = re.compile(
    r"""(?ix)^\W*(?:
      (?:last\ |date\ (?:last\ )?)?(?:updated|revised|amended|reviewed|changed|modified|saved)
    | (?:date\ (?:of\ )?)?(?:issued?|published|publication|approved|approval|adopted|agreed)
    | effective|in\ force|in\ use|valid\ from|dated?|as\ (?:at|of)|version\ date|updated
    )\b[\s:]*(?:on|by|from|of)?\b""",
)
_LATER: Final = re.compile(
    r"(?i)\b(?:review|renew|due|expir\w*|until|valid (?:to|till)|before|next|replaces|supersedes)\b"
    r"[^·•|;\n]{0,30}$"
)
_DRAFT: Final = re.compile(r"^\W*(?:DRAFT\b|(?i:draft\s+(?:for|of|version|document|only|v?\d)))")
_RETIRED: Final = re.compile(
    r"(?i)^\W*(?:superseded|withdrawn|do not use(?=\W*$| (?:this|after)\b)|replaced by"
    r"|this (?:form|version|document) (?:is|has been)"
    r" (?:no longer|out of date|replaced|superseded|withdrawn))"
)
_WORD: Final = re.compile(r"[^\W\d_]{3}")
_VERSION_CELL: Final = re.compile(r"(?i)v?(?:ersion)?\.?\s*(\d{1,3}(?:\.\d{1,3}){0,3})")


def stated(blocks: Sequence[Block]) -> Stated:
    """Return what the blocks of a document say of its title, version, date and status."""
    lines = list(dict.fromkeys(_lines(blocks)))
    stamps = [stamp for line, apart in lines if (stamp := _stamp(line, apart=apart))]
    table = _newest(_history(blocks))
    told = [stamp for stamp in (*stamps, table) if stamp]
    return Stated(
        title=_title(blocks),
        version=next((stamp.version for stamp in told if stamp.version), ()),
        dated=next((stamp.dated for stamp in told if stamp.dated), None),
        draft=any(_DRAFT.match(line) for line, _ in lines),
        retired=any(_RETIRED.match(line) for line, _ in lines),
    )


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[str, bool]]:
    """Yield the lines that may say it, and whether they stand apart from the text; these first."""
    said = [block for block in blocks if block.text.strip()]
    yield from ((b.text, True) for b in said if b.shape is Shape.ASIDE and len(b.text) <= _LONGEST)
    running = [block for block in said if block.shape is not Shape.ASIDE]
    ends = [one for one, other in pairwise(running) if other.shape is Shape.BREAK][:_PAGES]
    for block in (*reversed(running[-_ENDS:]), *ends, *running[:_ENDS]):
        if block.shape is not Shape.BREAK and len(block.text) <= _LONGEST:
            apart = block in ends or block in running[-_LAST:]
            yield from ((line, apart) for line in block.text.splitlines())


def _stamp(line: str, *, apart: bool) -> Stated | None:
    """Return what one line says of version and date, if that is what it is for."""
    version = _VERSION.search(line)
    when = _when(line)
    if version and (when or not version["short"] or len(line) <= _SHORT):
        return Stated(version=_numbers(version["number"]), dated=when)
    alone = apart and when is not None and when.precision is not Precision.YEARS
    if when and (_SAYS_WHEN.match(line) or _DRAFT.match(line) or (alone and _is_date(line))):
        return Stated(dated=when)
    return None


def _is_date(line: str) -> bool:
    return read_date(line.strip(" ·|\t")) is not None


def _when(line: str) -> Dated | None:
    """Return the first date in line that is not one of what comes later."""
    return next(
        (found.dated for found in mentions(line) if not _LATER.search(line[: found.start])), None
    )


def _history(blocks: Iterable[Block]) -> Iterator[Stated]:
    """Yield the rows of a table of versions."""
    columns: tuple[int, int] | None = None
    rows = 0
    for block in blocks:
        cells = [cell.strip() for cell in block.text.split("\t")]
        if block.shape is not Shape.ROW or rows > _MOST_VERSIONS:
            columns = None
        elif columns is None:
            columns = _columns([cell.casefold() for cell in cells])
        elif max(columns) < len(cells):
            rows += 1
            number = _VERSION_CELL.fullmatch(cells[columns[0]])
            if number:
                yield Stated(version=_numbers(number[1]), dated=read_date(cells[columns[1]]))


def _columns(heads: list[str]) -> tuple[int, int] | None:
    """Return where version and date stand in a table of versions, by its head."""
    version = [place for place, head in enumerate(heads) if head.startswith(("version", "issue"))]
    date = [place for place, head in enumerate(heads) if "date" in head and "review" not in head]
    return (version[0], date[0]) if version and date and version[0] != date[0] else None


def _newest(rows: Iterable[Stated]) -> Stated | None:
    return max(rows, key=lambda row: row.version, default=None)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


def _title(blocks: Sequence[Block]) -> str:
    """Return the title or first heading; where there is none, a short first line."""
    for shape in (Shape.TITLE, Shape.HEADING):
        found = next((b.text for b in blocks if b.shape is shape and b.text.strip()), "")
        if found:
            return _line(found)
    running = (b.text for b in blocks if b.shape not in (Shape.ASIDE, Shape.BREAK))
    return _line(next(filter(_WORD.search, running), ""))


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else ""
