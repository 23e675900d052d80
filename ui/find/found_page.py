"""What was found: the results at the left, the chosen file at the right."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from librarian.application.ports import Clock
from ui.find.preview_pane import PreviewPane
from ui.find.results_pane import ResultsPane
from ui.find.view_model import FindViewModel
from ui.kit.theme import Theme

_BOTH: Final = 840
"""The least width, at 100 per cent, in which both can be read."""
SHARES: Final = (450, 550)


class FoundPage(QSplitter):
    """Results and preview with a divider that people can move; one at a time where it is narrow."""

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        find: FindViewModel,
        sizes: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._narrow = False
        self.results = ResultsPane(theme, clock, find, self)
        self.preview = PreviewPane(theme, clock, find, self)
        self.addWidget(self.results)
        self.addWidget(self.preview)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setSizes(list(sizes or SHARES))
        for number, share in enumerate(SHARES):
            self.setStretchFactor(number, share)

    def show_preview(self) -> None:
        """Put the keyboard into the preview, in the list's place where there is no other."""
        if self._narrow:
            self.results.hide()
            self.preview.show()
        self.preview.focus_content()

    def show_results(self) -> None:
        """Put the keyboard into the list."""
        self.go_back()
        self.results.list.setFocus()

    def go_back(self) -> None:
        """Show the list, wherever the keyboard is."""
        if self._narrow:
            self.preview.hide()
            self.results.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room for both."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_BOTH)
        if narrow is not self._narrow:
            self._narrow = narrow
            self.preview.setVisible(not narrow)
            self.results.show()
