"""What accompanies a person everywhere: files dropped, copies left, replies, rail, spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.kit.page import Tools
from ui.shell.dropping import Dropping
from ui.shell.left_behind import CopiesLeftBehind
from ui.shell.places_shown import keeper_places, referral_places
from ui.shell.rail import Rail
from ui.shell.replies import RepliesTold
from ui.shell.spelling import SpellingHelp
from ui.shell.watching import Watching

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library
    from librarian.domain.settings import Settings
    from ui.bridge.events import EventBridge

COPIES_MS: Final = 3000
REPLIES_MS: Final = 3500


class Companions:
    """Each looks for itself whether there is something to tell."""

    def __init__(self, window: QWidget, tools: Tools, rail: Rail) -> None:
        self._library: Library | None = None
        Dropping(window, tools, lambda: self._library)
        copies, replies = CopiesLeftBehind(tools), RepliesTold(tools)
        self._watching = (
            Watching(
                window,
                tools,
                lambda library: library.registrar,
                lambda registrar: registrar.left_behind(),
                copies.tell,
                quiet_ms=COPIES_MS,
            ),
            keeper_places(window, tools, rail),
            referral_places(window, tools, rail),
            Watching(
                window,
                tools,
                lambda library: library.post,
                lambda post: post.replies(),
                replies.tell,
                quiet_ms=REPLIES_MS,
            ),
        )
        self._spelling = SpellingHelp(window, tools)

    def use(self, library: Library, events: EventBridge) -> None:
        """Accompany a person on this drive from now on."""
        self._library = library
        self._spelling.use(library)
        for companion in self._watching:
            companion.use(library, events)

    def heed(self, settings: Settings) -> None:
        """Accompany a person as they have set it."""
        self._spelling.heed(settings)
