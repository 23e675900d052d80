"""Tells whoever made a copy that its original has another current version by now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.kit.wording import spoken_day
from ui.shell import texts
from ui.shell.watching import LANE

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import LeftBehind, Registrar


class CopiesLeftBehind:
    """Tells of each copy once.

    At the next start it tells again, until the person has had the current one shown.
    """

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._told: set[Path] = set()

    def tell(self, registrar: Registrar, found: Sequence[LeftBehind]) -> None:
        """Tell of those that were not told yet."""
        now = self._tools.now()
        for each in found:
            if each.copy not in self._told:
                self._told.add(each.copy)
                title = texts.LEFT_BEHIND.format(each.copy.name)
                day = spoken_day(each.since, now)
                remedy = texts.LEFT_BEHIND_BY.format(each.label, each.who, day)
                show = partial(self._show, registrar, each)
                self._tools.notify(Notice(title, remedy, action=texts.DROP_SHOW, act=show))

    def _show(self, registrar: Registrar, left: LeftBehind) -> None:
        work = partial(registrar.forget, left.copy)
        self._tools.jobs.submit(LANE, work, lambda _: None, lambda _: None)
        self._tools.show_document(left.path)
