"""The keys that work everywhere in the window."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def install(window: QWidget, keys: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """Give window its keys, each with what it does."""
    for key, deed in keys:
        QShortcut(QKeySequence(key), window).activated.connect(deed)
