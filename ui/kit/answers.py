"""Answers to be read: each question at the left, its answer beside it, rows of a repeat by name."""

from collections.abc import Iterable
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.kit.theme import Theme
from ui.kit.widgets import label

SHORT: Final = 60
"""How long a row's first answer may be to stand over the row."""


class Answer(Protocol):
    """One question with its answer in words; `row` is that of a repeat, from 1 (0: none).

    `whose` is the first answer of that row.
    """

    @property
    def question(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def row(self) -> int: ...
    @property
    def whose(self) -> str: ...


def answer_grid(theme: Theme, answers: Iterable[Answer]) -> QGridLayout:
    """Return answers laid out to be read."""
    grid = QGridLayout()
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    grid.setVerticalSpacing(theme.px(8))
    grid.setHorizontalSpacing(theme.px(16))
    top, row, asked = Qt.AlignmentFlag.AlignTop, 0, set[str]()
    for each in answers:
        if each.row != row or each.question in asked:
            row, asked = each.row, set()
            if row:
                head = label(row_head(row, each.whose), strong="true", wrap=True)
                grid.addWidget(head, grid.rowCount(), 0, 1, 2, top)
        asked.add(each.question)
        line = grid.rowCount()
        grid.addWidget(label(each.question, tone="muted", wrap=True), line, 0, top)
        grid.addWidget(label(each.answer, wrap=True), line, 1, top)
    return grid


def row_head(number: int, first: object) -> str:
    """What a row is called: its number, and its first answer where that is a few words."""
    is_short = isinstance(first, str) and 0 < len(first) <= SHORT and "\n" not in first
    return f"{number} · {first}" if is_short else str(number)
