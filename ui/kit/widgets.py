"""Small widgets that pages share: labels, buttons, chips, a progress line."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.kit.theme import Theme

_TICK_MS: Final = 40


def style(widget: QWidget, **properties: str) -> None:
    """Set properties that the stylesheet looks at (kind, tone, letters …), also after showing."""
    changed = {name: value for name, value in properties.items() if widget.property(name) != value}
    for name, value in changed.items():
        widget.setProperty(name, value)
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(text: str = "", *, wrap: bool = False, **properties: str) -> QLabel:
    """Return a label of plain text in this tone and size of letters."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    style(made, **properties)
    return made


def point(words: str) -> QWidget:
    """Return a point of a list, its lines set off from the dot before them."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label("•"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, wrap=True), 1)
    return made


def rule() -> QFrame:
    """Return a thin line between two things."""
    made = QFrame()
    style(made, kind="rule")
    return made


def button(text: str, pressed: Callable[[], object], kind: str = "") -> QPushButton:
    """Return a push button (kind: primary, quiet, link or plain); Enter presses it too."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    style(made, kind=kind)
    made.clicked.connect(lambda: pressed())  # noqa: PLW0108 - the signal also says `checked`
    return made


def icon_button(theme: Theme, icon: str, name: str, pressed: Callable[[], object]) -> QToolButton:
    """Return a button that is only an icon; its name is read out and shown as a tooltip."""
    made = QToolButton()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    style(made, kind="bare")
    theme.dress(made, icon)
    made.clicked.connect(lambda: pressed())  # noqa: PLW0108 - the signal also says `checked`
    return made


class Chip(QPushButton):
    """A filter: opens its choices when pressed, and shows what is chosen with a cross to clear it.

    `cleared` comes from the cross, and from Delete or Backspace on the chip.
    """

    cleared = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._theme = theme
        self._name = name
        self._chosen = ""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        style(self, kind="chip", chosen="false")
        theme.follow(self, self._redraw)
        self.show_chosen("")

    def show_chosen(self, chosen: str) -> None:
        """Show what is chosen; the empty string where nothing is."""
        self._chosen = chosen
        self.setText(f"{self._name}: {chosen}" if chosen else self._name)
        spoken = f"{self._name}, {chosen} chosen. Delete clears it." if chosen else self._name
        self.setAccessibleName(spoken)
        style(self, kind="chip", chosen="true" if chosen else "false")
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace clear, Down and Return open."""
        if self._chosen and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the cross clears; anywhere else it opens."""
        cross = self.width() - self.iconSize().width() - self._theme.px(14)
        if self._chosen and event.position().x() >= cross:
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def _redraw(self) -> None:
        name = "x" if self._chosen else "chevron-down"
        self.setIcon(self._theme.icon(name, "text" if self._chosen else "muted", 14))
        self.setIconSize(QSize(self._theme.px(14), self._theme.px(14)))


class Dropdown(QComboBox):
    """A list to choose one thing from, with an arrow in the colour of its text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field as Qt does, and the arrow on it."""
        super().paintEvent(event)
        arrow = self._theme.pixmap("chevron-down", "muted", 16)
        side = self._theme.px(16)
        painter = QPainter(self)
        painter.drawPixmap(
            self.width() - side - self._theme.px(10), (self.height() - side) // 2, arrow
        )
        painter.end()


class ElidedLabel(QLabel):
    """A line of plain text that ends in … where there is no room; the tooltip says it whole."""

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole = text
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_text(text)

    @property
    def whole(self) -> str:
        """The text without the ellipsis."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()  # it may want another width although nothing of it fits so far
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """As high as a line, and as narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        wanted = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(wanted + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        fitting = self.fontMetrics().elidedText(self._whole, self._mode, max(0, self.width()))
        self.setText(fitting)
        self.setToolTip(self._whole if fitting != self._whole else "")


class ProgressLine(QWidget):
    """A thin line that fills; where nobody knows how much there is, a piece of it runs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share: float | None = 0.0
        self._phase = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._advance)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self, self._resize)

    def show_share(self, share: float | None) -> None:
        """Fill this share (0 to 1) of the line; None while it cannot be known."""
        self._share = share
        if share is None:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and what is filled of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        start, length = self.filled()
        for colour, left, width in (("line", 0.0, 1.0), ("accent", start, length)):
            painter.setBrush(self._theme.colour(colour))
            rect = QRectF(left * self.width(), 0, width * self.width(), self.height())
            painter.drawRoundedRect(rect, self.height() / 2, self.height() / 2)
        painter.end()

    def filled(self) -> tuple[float, float]:
        """Where the filled piece begins, and how long it is, as shares of the line."""
        if self._share is not None:
            return 0.0, min(max(self._share, 0.0), 1.0)
        return self._phase * 0.75, 0.25

    def _advance(self) -> None:
        self._phase = (self._phase + 0.02) % 1.0
        self.update()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.px(4))
        self.update()
