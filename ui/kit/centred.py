"""A column in the middle of the room there is, no wider than is good to read, that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.theme import Theme
from ui.kit.widgets import style

_MOST: int = 1000


class CentredColumn(QScrollArea):
    """Holds `column`; with `middle` it stands in the middle of the height too."""

    def __init__(self, theme: Theme, width: int, *, middle: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._width = width
        self._held = QWidget()
        self._held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self._held)
        self._put_in_the_middle(middle=middle)
        theme.follow(self, self._keep_narrow)

    def _put_in_the_middle(self, *, middle: bool) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._held, _MOST)
        row.addStretch(1)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        if middle:
            layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)
        for widget in (self, inside):
            style(widget, kind="page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)

    def _keep_narrow(self) -> None:
        self._held.setMaximumWidth(self._theme.px(self._width))
