"""The rail at the left: one button for each page, and the keys' help at its foot."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from ui.kit.theme import Theme
from ui.kit.widgets import style
from ui.shell import texts

WIDTH: Final = 84
_ICON: Final = 22


class Rail(QFrame):
    """Says which page is wanted; `show_page` marks the one that is shown."""

    wanted = Signal(str)
    help_wanted = Signal()

    def __init__(self, theme: Theme, places: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._icons: dict[QToolButton, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._sign = QLabel()
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        style(self, kind="rail")
        self.setAccessibleName(texts.PAGES)
        self._lay_out(places)
        theme.follow(self, self._redraw)

    def show_page(self, key: str) -> None:
        """Mark the page of this key as the one that is shown."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            self._redraw()

    def show_place(self, key: str, *, on: bool) -> None:
        """Show the button of a page, or hide it."""
        self._buttons[key].setVisible(on)

    def _lay_out(self, places: Sequence[tuple[str, str, str]]) -> None:
        self._sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._sign)
        for number, (key, title, icon) in enumerate(places, start=1):
            button = self._button(title, icon, f"{title} (Ctrl+{number})")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
        self._column.addStretch()
        helper = self._button(texts.HELP, "keyboard", f"{texts.HELP} (F1)")
        helper.clicked.connect(self._ask_for_help)

    def _ask_for_help(self) -> None:
        self.help_wanted.emit()

    def _button(self, title: str, icon: str, tip: str) -> QToolButton:
        made = QToolButton()
        made.setText(title)
        made.setToolTip(tip)
        made.setAccessibleName(title)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        style(made, kind="rail")
        self._icons[made] = icon
        self._column.addWidget(made)
        return made

    def _redraw(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(WIDTH))
        self._column.setContentsMargins(px(8), px(14), px(8), px(10))
        self._column.setSpacing(px(6))
        self._sign.setPixmap(self._theme.pixmap("library", "accent", 26))
        self._sign.setFixedHeight(px(38))
        for button, icon in self._icons.items():
            tone = "accent" if button.isChecked() else "muted"
            button.setIcon(self._theme.icon(icon, tone, _ICON))
            button.setIconSize(QSize(px(_ICON), px(_ICON)))
