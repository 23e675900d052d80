"""Tells a reader what became of what they asked Business Support for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.shell import texts
from ui.shell.watching import LANE

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.wishing import ReaderPost
    from librarian.domain.wishes import Reply


class RepliesTold:
    """Tells each reply once.

    At the next start it tells again, until the person has pressed its button.
    """

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._told: set[str] = set()

    def tell(self, post: ReaderPost, found: Sequence[Reply]) -> None:
        """Tell those that were not told yet."""
        for reply in found:
            if reply.entry not in self._told:
                self._told.add(reply.entry)
                title = texts.REPLY[reply.wish.kind].format(reply.who)
                read = partial(self._forget, post, reply)
                notice = Notice(title, reply.note, action=texts.REPLY_READ, act=read)
                self._tools.notify(notice)

    def _forget(self, post: ReaderPost, reply: Reply) -> None:
        work = partial(post.forget, reply)
        self._tools.jobs.submit(LANE, work, lambda _: None, lambda _: None)
