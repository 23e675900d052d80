"""What is known beside the versions: owner, review, who has it open, copies, wishes."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from librarian.application.about import About, WishShown
from librarian.domain.paths import folder_of, name_of, printable
from ui.document import texts
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, rule, style
from ui.kit.wording import listed, spoken_date, spoken_folder

_MOST = 8
"""Copies that are named; more than these are counted."""


class Details(QScrollArea):
    """Names and values of a document, in one column that scrolls."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        answer: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._answer = answer
        self._inside = QFrame()
        style(self._inside, kind="panel")
        self._column = QVBoxLayout(self._inside)
        self._grid = QGridLayout()
        self._wishes = QVBoxLayout()
        self._column.addLayout(self._grid)
        self._column.addLayout(self._wishes)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts.DETAILS)
        theme.follow(self, self._respace)

    def show_about(self, about: About) -> None:
        """Show another document's details."""
        empty_out(self._grid)
        empty_out(self._wishes)
        for row, (name, value) in enumerate(lines(about, self._now())):
            said = label(name, tone="muted")
            self._grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_value(value), row, 1, Qt.AlignmentFlag.AlignTop)
        if about.wishes:
            self._wishes.addWidget(rule())
            self._wishes.addWidget(label(texts.WISHES, strong="true"))
        for wish in about.wishes:
            self._wishes.addWidget(self._wish(wish, may_answer=about.may_change))

    def _wish(self, wish: WishShown, *, may_answer: bool) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        when = spoken_date(wish.when, self._now())
        row.addWidget(label(f"{wish.words} ({wish.who}, {texts.inside(when)})", wrap=True), 1)
        if may_answer:
            done = button(texts.ANSWERED, partial(self._answer, wish.id), "small")
            done.setAccessibleName(f"{texts.ANSWERED}: {wish.words}")
            row.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(14))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(9))
        self._grid.setColumnMinimumWidth(0, px(120))
        self._grid.setColumnStretch(1, 1)
        self._wishes.setSpacing(px(8))


def lines(about: About, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield what is known of a document as (name, value); what is not known is left out."""
    current = about.current
    if current and current.why:
        yield texts.WHY, current.why
    if about.owner:
        yield texts.OWNER, texts.owner(about)
    if about.deputy:
        yield texts.DEPUTY, about.deputy
    if about.review_due:
        due = about.review_due
        yield texts.REVIEW, f"{due.day} {due:%B %Y}"
    yield texts.FILE, printable(name_of(about.path))
    yield texts.FOLDER, spoken_folder(printable(folder_of(about.path)))
    if about.open_elsewhere:
        yield texts.OPEN_BY, texts.open_by(about.open_elsewhere, now)
    if about.copies:
        yield texts.COPIES, _places(about)
    if about.held:
        yield texts.HOLD, texts.HELD
    if about.keepers:
        yield texts.KEEPERS, listed(about.keepers)


def _places(about: About) -> str:
    named = [
        f"{spoken_folder(printable(folder_of(copy.path)))} · {printable(name_of(copy.path))}"
        for copy in about.copies[:_MOST]
    ]
    if len(about.copies) > _MOST:
        named.append(texts.other_copies(len(about.copies) - _MOST))
    return "\n".join(named)


def _value(text: str) -> QLabel:
    made = label(text, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
