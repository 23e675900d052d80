"""The badges that say where a file stands among its versions: what people confirmed is solid.

What only looks so is an outline. The two must never be taken for each other, also without colour:
the solid one bears a tick, and the words differ.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from librarian.domain.searching import State
from ui.kit.theme import Size, Theme

HEIGHT: Final = 18


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is said: its words, the colour of its words, its ground, and whether it is an
    outline; `tick` stands before what people confirmed.
    """

    words: str
    tone: str
    ground: str
    outlined: bool = False
    tick: bool = False


LOOKS: Final = {
    State.CURRENT: StateLook("Current", "base", "good", tick=True),
    State.LOOKS_NEWEST: StateLook("Looks like the latest", "accent", "accent", outlined=True),
    State.LOOKS_OLDER: StateLook("Looks older", "muted", "edge", outlined=True),
    State.DRAFT: StateLook("Draft", "warn", "warn_soft"),
    State.SUPERSEDED: StateLook("Replaced", "text", "bad_soft"),
    State.ARCHIVED: StateLook("Archived", "text", "bad_soft"),
}
"""No badge for a file that stands alone: there is nothing to say."""
NOT_CLEAR: Final = StateLook("Not clear which to use", "warn", "warn", outlined=True)
"""Several may be the latest, and nobody has said which."""


def look_of(state: State, *, asked: bool = False) -> StateLook | None:
    """Return how a state is said; `asked` where even its place is a question."""
    if asked and state not in (State.CURRENT, State.SUPERSEDED, State.ARCHIVED):
        return NOT_CLEAR
    return LOOKS.get(state)


def state_width(look: StateLook, theme: Theme) -> float:
    """Return how much room a badge takes."""
    tick = theme.px(15) if look.tick else 0
    metrics = QFontMetricsF(_font(theme))
    return metrics.horizontalAdvance(look.words) + theme.px(16) + tick


def paint_state(painter: QPainter, place: QRectF, look: StateLook, theme: Theme) -> None:
    """Draw a badge into place."""
    px = theme.px
    pill = place.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.outlined:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(look.ground), 1, Qt.PenStyle.DashLine))
    else:
        painter.setBrush(theme.colour(look.ground))
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    words = pill.adjusted(px(8), 0, -px(8), 0)
    if look.tick:
        side = px(13)
        corner = QPointF(words.left() - px(1), words.center().y() - side / 2)
        painter.drawPixmap(corner, theme.pixmap("check", look.tone, 13))
        words.setLeft(words.left() + px(15))
    painter.setFont(_font(theme))
    painter.setPen(theme.colour(look.tone))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, look.words)
    painter.restore()


class StateBadge(QWidget):
    """A badge as a widget; it hides where there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: StateLook | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.follow(self, self._resize)

    def show_look(self, look: StateLook | None) -> None:
        """Show another state; None for none."""
        self._look = look
        self.setAccessibleName(look.words if look else "")
        self.setVisible(look is not None)
        self._resize()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        if self._look is None:
            return QSize(0, 0)
        width = state_width(self._look, self._theme)
        return QSize(round(width) + 1, self._theme.px(HEIGHT + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        if self._look is None:
            return
        painter = QPainter(self)
        paint_state(painter, QRectF(self.rect()), self._look, self._theme)
        painter.end()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()


def _font(theme: Theme) -> QFont:
    return theme.font(Size.SMALL, QFont.Weight.DemiBold)
