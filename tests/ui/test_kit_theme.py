"""Another look is put on each widget once, however deep in the window it is."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from librarian.domain.settings import Look
from ui.kit.theme import Theme
from ui.kit.widgets import label


class Counting(QWidget):
    """Counts how often it is dressed."""

    times = 0

    def event(self, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.StyleChange
        return super().event(event)


def nested(outermost: QWidget, depth: int) -> Counting:
    """A widget on the screen that so many others are around."""
    inner = outermost
    for _ in range(depth):
        column = QVBoxLayout(inner)
        column.addWidget(label("Words", tone="muted"))
        inner = QWidget()
        column.addWidget(inner)
    found = Counting()
    QVBoxLayout(inner).addWidget(found)
    outermost.show()
    return found


def test_a_deep_widget_is_dressed_as_often_as_a_shallow_one(qtbot: QtBot, theme: Theme) -> None:
    # Given a widget near the window's ground, and one deep inside
    ground, other = QWidget(), QWidget()
    qtbot.addWidget(ground)
    qtbot.addWidget(other)
    shallow, deep = nested(ground, 1), nested(other, 12)
    shallow.times = deep.times = 0

    # When another look is put on
    theme.use(Look.DARK, 100)

    # Then each was dressed as often
    assert deep.times == shallow.times > 0
