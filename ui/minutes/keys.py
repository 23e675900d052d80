"""The keys of the Minutes page: on, back, and writing something down from anywhere."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.minutes import texts
from ui.minutes.taking_view import TakingView
from ui.minutes.view_model import MinutesViewModel


def install(view: QWidget, taking: TakingView, model: MinutesViewModel) -> None:
    """Make the page answer to its keys while a meeting is shown."""

    def while_taking(deed: Callable[[], object]) -> Callable[[], None]:
        def do() -> None:
            if model.meeting:
                deed()

        return do

    keys: list[tuple[str, Callable[[], object]]] = [
        ("F8", taking.go_on),
        ("Shift+F8", taking.go_back),
        *((keys, partial(taking.quick, name)) for name, _, keys in texts.QUICK_ADDS),
    ]
    for sequence, deed in keys:
        made = QShortcut(QKeySequence(sequence), view)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(while_taking(deed))
