"""The register of documents as rows of a table."""

from datetime import date
from typing import Final

from librarian.domain.register import RegisterLine
from ui.curate import texts
from ui.kit.rows import Columns


def _cells(line: RegisterLine) -> tuple[str, ...]:
    return (line.title, line.version, line.owner, texts.day(line.next_review), line.status)


def _ranks(line: RegisterLine) -> tuple[str, ...]:
    due = (line.next_review or date.max).isoformat()
    return tuple(map(str.casefold, (line.title, line.version, line.owner, due, line.status)))


REGISTER: Final = Columns(texts.COLUMNS, _cells, _ranks, lambda line: line.path)
