"""What may be destroyed one day, as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.curate import destroy_texts as texts
from ui.kit.rows import Columns

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.disposing_queue import Disposal


def _cells(found: Disposal) -> tuple[str, ...]:
    until = texts.day(found.kept_until)
    return (texts.name(found), texts.why_short(found), texts.standing(found), until)


def _ranks(found: Disposal) -> tuple[str, ...]:
    why, until = f"{found.why} {found.since.isoformat()}", found.kept_until.isoformat()
    return (texts.name(found).casefold(), why, texts.standing(found), until)


QUEUE: Final = Columns(
    texts.COLUMNS, _cells, _ranks, lambda found: (found.path, found.sha256, found.asked)
)
