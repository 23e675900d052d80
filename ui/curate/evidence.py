"""What speaks for a finding: the file that stands beside it, and the parts of its name."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from librarian.application.tidying import Look
from librarian.domain.paths import name_of, printable
from ui.curate import looks_texts as texts
from ui.curate.name_parts_list import NamePartsList
from ui.kit.flow import FlowLayout
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, rule


class Evidence(QWidget):
    """Shows either, both or nothing, as a look has them."""

    compare_wanted = Signal()

    def __init__(self, theme: Theme, show: Callable[[str], object]) -> None:
        super().__init__()
        self._theme = theme
        self._show = show
        self._look: Look | None = None
        self._other, self._name = QWidget(), QWidget()
        self._said = label(tone="muted")
        self._title = label(strong="true", wrap=True)
        self._place = label(tone="muted", wrap=True)
        self._show_other = button(texts.SHOW_OTHER, self._show_it)
        self.parts = NamePartsList(theme)
        self._better = label(strong="true", wrap=True)
        self._better_said = label(texts.BETTER, tone="muted")
        self._lay_out()
        theme.follow(self, self._respace)
        self.show_look(None)

    def show_look(self, look: Look | None) -> None:
        """Show what another look has."""
        self._look = look
        self._other.setVisible(bool(look and look.other))
        self._name.setVisible(bool(look and look.is_about_name))
        self.setVisible(bool(look and (look.other or look.is_about_name)))
        if look and look.other:
            self._said.setText(texts.other_said(look))
            self._title.setText(texts.other_name(look))
            place = texts.other_place(look)
            self._place.setText(place)
            self._place.setVisible(bool(place))
            self._show_other.setVisible(bool(place))
        if look and look.is_about_name:
            self.parts.show_look(look)
            self._better.setText(printable(name_of(look.better)))
            self._better.setVisible(bool(look.better))
            self._better_said.setVisible(bool(look.better))

    def _show_it(self) -> None:
        if self._look:
            self._show(self._look.other)

    def _lay_out(self) -> None:
        self._columns = [QVBoxLayout(each) for each in (self._other, self._name)]
        other, name = self._columns
        self._buttons = FlowLayout()
        self._buttons.addWidget(button(texts.COMPARE, self.compare_wanted.emit))
        self._buttons.addWidget(self._show_other)
        for widget in (rule(), self._said, self._title, self._place):
            other.addWidget(widget)
        other.addLayout(self._buttons)
        for widget in (
            rule(),
            label(texts.PARTS, tone="muted"),
            self.parts,
            self._better_said,
            self._better,
        ):
            name.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._other)
        self._column.addWidget(self._name)

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setSpacing(px(10))
        for column in self._columns:
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(6))
