"""What a document says of itself in its heading and footer: title, version, date, status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # reading dates takes patterns that a window does without until it was painted
    from librarian.domain.dates_said import Dated


@dataclass(frozen=True, slots=True)
class Stated:
    """What stands inside a file about its version; empty where nothing does.

    `version` holds the numbers of "Version 2.1"; `dated` is when that version is from, never when
    it is to be reviewed. `draft` and `retired` tell that it calls itself a draft, or replaced.
    """

    title: str = ""
    version: tuple[int, ...] = ()
    dated: Dated | None = None
    draft: bool = False
    retired: bool = False
