"""Where two drafts of one form differ: both answers side by side, and whose is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ui.forms import texts
from ui.forms.joining import Joining
from ui.kit.announcing import announce
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import button, label

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.comparing_drafts import Compared
    from librarian.domain.forms.form import Spot
    from librarian.domain.forms.joining import Differing, Keep

WIDTH: Final = 760


class JoiningView(CardColumn):
    """One card for each page of the form on which something differs."""

    def __init__(self, theme: Theme, joining: Joining) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._joining = joining
        self._groups: list[QButtonGroup] = []
        self.kept: dict[Spot, Keep] = {}
        self._left = label(tone="muted", wrap=True)

    def show_both(self) -> None:
        """Show what is to be chosen, with what is likely chosen already."""
        both = self._joining.both
        if both is None:
            return
        self.clear()
        self._groups.clear()
        self.kept = {each.spot: each.likely for each in both.differing if each.likely is not None}
        self.column.addWidget(label(texts.JOIN_TITLE, letters="display", wrap=True))
        self.column.addWidget(label(texts.JOIN_WHAT.format(both.who), tone="muted", wrap=True))
        cards: dict[str, QVBoxLayout] = {}
        for each in both.differing:
            if each.page not in cards:
                cards[each.page] = self.card(each.page)
            self._add(cards[each.page], both, each)
        self._left = label(tone="muted", wrap=True)
        self.column.addWidget(self._left)
        join = button(texts.JOIN, lambda: self._joining.join(self.kept), "primary")
        later = button(texts.JOIN_LATER, self._joining.leave)
        self.column.addWidget(at_the_left(join, later))
        self._count()
        self.respace()
        self.verticalScrollBar().setValue(0)
        announce(self, f"{texts.JOIN_TITLE}. {self._left.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves both as they are."""
        if event.key() == Qt.Key.Key_Escape:
            self._joining.leave()
        else:
            super().keyPressEvent(event)

    def _add(self, card: QVBoxLayout, both: Compared, each: Differing) -> None:
        from librarian.domain.forms.joining import Keep  # noqa: PLC0415 - not needed to type

        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addWidget(label(each.question, strong="true", wrap=True))
        group = QButtonGroup(made)
        self._groups.append(group)
        choices = [
            (Keep.THEIRS, texts.wrote(both.who), each.theirs or texts.NOTHING_WRITTEN),
            (Keep.OURS, texts.YOU_WROTE, each.ours or texts.NOTHING_WRITTEN),
        ]
        if each.can_be_both:
            choices.append((Keep.BOTH, texts.KEEP_BOTH, ""))
        for keep, head, words in choices:
            radio = QRadioButton(head)
            radio.setAccessibleName(f"{each.question}: {head} {words}".strip())
            radio.setChecked(self.kept.get(each.spot) is keep)
            radio.clicked.connect(partial(self._choose, each.spot, keep))
            group.addButton(radio)
            column.addWidget(radio)
            if words:
                tone = "muted" if words == texts.NOTHING_WRITTEN else ""
                under = QHBoxLayout()
                under.setContentsMargins(self._theme.px(26), 0, 0, self._theme.px(4))
                under.addWidget(label(words, wrap=True, tone=tone))
                column.addLayout(under)
            self.first = self.first or radio
        card.addWidget(made)

    def _choose(self, spot: Spot, keep: Keep, _checked: bool = False) -> None:
        self.kept[spot] = keep
        self._count()

    def _count(self) -> None:
        both = self._joining.both
        if both is not None:
            left = sum(each.spot not in self.kept for each in both.differing)
            self._left.setText(texts.choose_first(left) if left else texts.ALL_CHOSEN)
