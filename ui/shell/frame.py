"""What the window consists of, and where each part of it lies."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.empty import EmptyState
from ui.kit.notices import NoticeBoard
from ui.kit.theme import Theme
from ui.shell.banner import AwayBanner
from ui.shell.keys_panel import KeysPanel
from ui.shell.navigation import PLACES
from ui.shell.rail import Rail
from ui.shell.status_line import StatusDeeds, StatusLine
from ui.shell.status_view_model import StatusViewModel
from ui.shell.welcome import Welcome, WelcomeDeeds


@dataclass(frozen=True, slots=True)
class FrameDeeds:
    """What the parts of the window have done for them."""

    welcome: WelcomeDeeds
    status: StatusDeeds
    look_again: Callable[[], object]


class Frame(QWidget):
    """Rail at the left; banner, page and status line, one over the other; notices over the page."""

    def __init__(self, theme: Theme, status: StatusViewModel, deeds: FrameDeeds) -> None:
        super().__init__()
        self.rail = Rail(theme, [(place.key, place.title, place.icon) for place in PLACES])
        self.banner = AwayBanner(theme, deeds.look_again)
        self.stack = QStackedWidget()
        self.welcome = Welcome(theme, deeds.welcome)
        self.away = EmptyState(theme)
        for widget in (self.welcome, self.away):
            self.stack.addWidget(widget)
        self.keys = KeysPanel(theme)
        self.line = StatusLine(theme, status, deeds.status)
        self.notices = NoticeBoard(theme, self._lay_out())

    def _lay_out(self) -> QWidget:
        """Put all in place; returns the room that notices may lie over."""
        content = QWidget()
        inside = QHBoxLayout(content)
        inside.addWidget(self.stack, 1)
        inside.addWidget(self.keys)
        column = QVBoxLayout()
        column.addWidget(self.banner)
        column.addWidget(content, 1)
        column.addWidget(self.line)
        row = QHBoxLayout(self)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        for layout in (inside, column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        return content
