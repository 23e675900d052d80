"""A field with its question above it and, where what is written does not fit, why below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.theme import Theme
from ui.kit.widgets import label


class Named(QWidget):
    """Shows one field; `complain` says what is wrong with it, and puts the keyboard on it."""

    def __init__(self, theme: Theme, title: str, field: QWidget, focus: QWidget) -> None:
        super().__init__()
        self._focus = focus
        self._problem = label(tone="warn", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        if title:
            column.addWidget(label(title, strong="true", wrap=True))
        column.addWidget(field)
        column.addWidget(self._problem)

    @property
    def problem(self) -> str:
        """What is wrong with the field; empty where nothing is."""
        return "" if self._problem.isHidden() else self._problem.text()

    def complain(self, words: str) -> None:
        """Say what is wrong; nothing, where nothing is any more."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._focus.setAccessibleDescription(words)

    def begin(self) -> None:
        """Put the keyboard on the field."""
        self._focus.setFocus()
