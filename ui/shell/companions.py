"""What accompanies a person everywhere: files dropped, copies left, replies, rail, spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.kit.page import Tools
from ui.shell.dropping import Dropping
from ui.shell.keeper_places import KeeperPlaces
from ui.shell.left_behind import CopiesLeftBehind
from ui.shell.rail import Rail
from ui.shell.referral_places import ReferralPlaces
from ui.shell.replies import RepliesTold
from ui.shell.spelling import SpellingHelp

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library
    from librarian.domain.settings import Settings
    from ui.bridge.events import EventBridge


class Companions:
    """Each looks for itself whether there is something to tell."""

    def __init__(self, window: QWidget, tools: Tools, rail: Rail) -> None:
        self._library: Library | None = None
        Dropping(window, tools, lambda: self._library)
        self._copies = CopiesLeftBehind(window, tools)
        self._places = KeeperPlaces(window, tools, rail)
        self._referrals = ReferralPlaces(window, tools, rail)
        self._replies = RepliesTold(window, tools)
        self._spelling = SpellingHelp(window, tools)

    def use(self, library: Library, events: EventBridge) -> None:
        """Accompany a person on this drive from now on."""
        self._library = library
        self._spelling.use(library)
        for companion in (self._copies, self._places, self._referrals, self._replies):
            companion.use(library, events)

    def heed(self, settings: Settings) -> None:
        """Accompany a person as they have set it."""
        self._spelling.heed(settings)
