"""What was found: the results at the left, the chosen file at the right."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from librarian.application.ports import Clock
from ui.find.preview_pane import PreviewPane
from ui.find.results_pane import ResultsPane
from ui.find.view_model import FindViewModel
from ui.kit.theme import Theme

SHARES: Final = (450, 550)


class FoundPage(QSplitter):
    """Results and preview with a divider that people can move."""

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        find: FindViewModel,
        sizes: Sequence[int] = SHARES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.results = ResultsPane(theme, clock, find, self)
        self.preview = PreviewPane(theme, clock, find, self)
        self.addWidget(self.results)
        self.addWidget(self.preview)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setSizes(list(sizes))
        for number, share in enumerate(SHARES):
            self.setStretchFactor(number, share)
