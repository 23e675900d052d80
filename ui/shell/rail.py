"""The rail at the left: one button for each page, and the keys' help at its foot."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.kit.theme import Theme
from ui.kit.widgets import style
from ui.shell import texts

WIDTH: Final = 84
_ICON: Final = 22
_DIGITS: Final = 9


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
        self._outer = QVBoxLayout(self)
        self._column = QVBoxLayout()
        self._inside = QWidget()
        self._pages = QScrollArea()
        style(self, kind="rail")
        self.setAccessibleName(texts.PAGES)
        self._lay_out(places)
        theme.follow(self, self._redraw)

    def show_page(self, key: str) -> None:
        """Mark the page of this key as the one that is shown."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            self._draw_icons()

    def show_place(self, key: str, *, on: bool) -> None:
        """Show the button of a page, or hide it."""
        if self._buttons[key].isHidden() is on:
            self._buttons[key].setVisible(on)
            self._draw_icons()
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the button that has the keyboard into sight."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._pages.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)

    def _lay_out(self, places: Sequence[tuple[str, str, str]]) -> None:
        self._sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._outer.addWidget(self._sign)
        self._outer.addWidget(self._pages, 1)
        self._scroll()
        for number, (key, title, icon) in enumerate(places, start=1):
            button = self._button(title, icon, _tip(title, number))
            button.installEventFilter(self)
            self._column.addWidget(button)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
        self._column.addStretch()
        helper = self._button(texts.HELP, "keyboard", f"{texts.HELP} (F1)")
        helper.clicked.connect(self._ask_for_help)
        self._outer.addWidget(helper)

    def _scroll(self) -> None:
        """In a low window the pages scroll, under the keyboard or the wheel; nothing is cut off."""
        style(self._inside, kind="rail")
        self._inside.setLayout(self._column)
        self._pages.setWidget(self._inside)
        self._pages.setWidgetResizable(True)
        self._pages.setFrameShape(QFrame.Shape.NoFrame)
        self._pages.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages.setMinimumHeight(1)
        style(self._pages, kind="rail")
        for turn in (
            self._pages.setHorizontalScrollBarPolicy,
            self._pages.setVerticalScrollBarPolicy,
        ):
            turn(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _ask_for_help(self) -> None:
        self.help_wanted.emit()

    def _button(self, title: str, icon: str, tip: str) -> QToolButton:
        made = QToolButton()
        made.setText(title)
        made.setToolTip(tip)
        made.setAccessibleName(title)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        # as wide as the rail, whatever it says: wider buttons would be cut off
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        style(made, kind="rail")
        self._icons[made] = icon
        return made

    def _redraw(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(WIDTH))
        self._outer.setContentsMargins(px(8), px(14), px(8), px(10))
        self._outer.setSpacing(px(6))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._sign.setPixmap(self._theme.pixmap("library", "accent", 26))
        self._sign.setFixedHeight(px(38))
        self._draw_icons()
        self._fit()

    def _draw_icons(self) -> None:
        side = self._theme.px(_ICON)
        for button, icon in self._icons.items():
            if not button.isHidden():
                tone = "accent" if button.isChecked() else "muted"
                button.setIcon(self._theme.icon(icon, tone, _ICON))
                button.setIconSize(QSize(side, side))

    def _fit(self) -> None:
        px = self._theme.px
        shown = [each for each in self._buttons.values() if not each.isHidden()]
        self._inside.setMinimumHeight(sum(each.sizeHint().height() + px(6) for each in shown))


def _tip(title: str, number: int) -> str:
    """What a page is called, and its key; only nine of them have a digit."""
    return f"{title} (Ctrl+{number})" if number <= _DIGITS else title
