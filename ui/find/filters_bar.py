"""The row of filters: a chip for each kind, its choices with how many results each leaves."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from librarian.domain.searching import Counts, Filters
from ui.find import texts
from ui.find.filtering import FACETS, Facet
from ui.find.search_view_model import SearchViewModel
from ui.kit.flow import FlowLayout
from ui.kit.theme import Theme
from ui.kit.widgets import Chip, button

_MOST: Final = 24
"""Choices in one menu; more would not fit on a small screen."""


class ChoicesMenu(QMenu):
    """A menu that stays open while choices are ticked; Enter or Escape closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks, and leaves the menu open for the next one."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, and leaves the menu open for the next one."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isEnabled():
            return False
        action.trigger()
        return True


class FiltersBar(QWidget):
    """Chips that narrow a search, and a button that clears them all."""

    def __init__(
        self, theme: Theme, search: SearchViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._search = search
        self._chips = [(facet, self._chip(facet)) for facet in FACETS]
        self._clear = button(texts.CLEAR_ALL, self._clear_all, "link")
        self._drawn: Filters | None = None
        self._menu: tuple[Facet, ChoicesMenu] | None = None
        self.setAccessibleName(texts.FILTERS)
        self._flow = FlowLayout(self)
        for _, chip in self._chips:
            self._flow.addWidget(chip)
        self._flow.addWidget(self._clear)
        search.asked.connect(self.redraw)
        search.counts_changed.connect(self._recount)
        theme.follow(self, self._respace)
        self.redraw()

    def redraw(self) -> None:
        """Show what is chosen now."""
        filters = self._search.query.filters
        if filters == self._drawn:
            return
        self._drawn = filters
        for facet, chip in self._chips:
            chip.show_chosen(facet.summary(filters))
        self._clear.setVisible(filters != Filters())

    def chip(self, name: str) -> Chip:
        """The chip of this name."""
        return next(chip for facet, chip in self._chips if facet.name == name)

    def open_menu(self) -> ChoicesMenu | None:
        """The choices that are open, if any are."""
        return self._menu[1] if self._menu else None

    def _chip(self, facet: Facet) -> Chip:
        chip = Chip(self._theme, facet.name, self)
        chip.clicked.connect(partial(self._open, facet, chip))
        chip.cleared.connect(partial(self._choose, facet, ()))
        return chip

    def _open(self, facet: Facet, chip: Chip, _checked: bool = False) -> None:
        menu = ChoicesMenu(self)
        menu.setAccessibleName(facet.name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self._forget_menu)
        self._menu = (facet, menu)
        _fill(menu, facet, self._search.counts, self._search.query.filters, self._toggle)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + self._theme.px(4))))
        menu.setActiveAction(menu.actions()[0])

    def _forget_menu(self) -> None:
        self._menu = None

    def _toggle(self, facet: Facet, value: str) -> None:
        self._search.narrow(facet.toggle(self._search.query.filters, value))

    def _choose(self, facet: Facet, values: tuple[str, ...]) -> None:
        self._search.narrow(facet.choose(self._search.query.filters, values))

    def _clear_all(self) -> None:
        self._search.narrow(Filters())

    def _recount(self) -> None:
        """An open menu shows the new counts where its choices are."""
        if self._menu:
            facet, menu = self._menu
            counts = dict(facet.offered(self._search.counts, self._search.query.filters))
            chosen = facet.chosen(self._search.query.filters)
            for action in menu.actions():
                value = action.data()
                if isinstance(value, str):
                    number = texts.choice(counts.get(value, 0), self._search.counts)
                    action.setText(_choice(facet, value, number))
                    action.setChecked(value in chosen)

    def _respace(self) -> None:
        self._flow.setSpacing(self._theme.px(8))

    def changeEvent(self, event: QEvent) -> None:
        """Lines are laid out anew where the type changes."""
        super().changeEvent(event)
        self.updateGeometry()


def _fill(
    menu: QMenu,
    facet: Facet,
    counts: Counts,
    filters: Filters,
    toggle: Callable[[Facet, str], None],
) -> None:
    chosen = facet.chosen(filters)
    for value, count in facet.offered(counts, filters)[:_MOST]:
        action = menu.addAction(_choice(facet, value, texts.choice(count, counts)))
        action.setCheckable(True)
        action.setChecked(value in chosen)
        action.setData(value)
        action.triggered.connect(partial(_on_triggered, toggle, facet, value))
    if not menu.actions():
        menu.addAction(texts.NO_CHOICE).setEnabled(False)


def _on_triggered(
    toggle: Callable[[Facet, str], None], facet: Facet, value: str, _checked: bool = False
) -> None:
    toggle(facet, value)


def _choice(facet: Facet, value: str, number: str) -> str:
    """A line of the menu: the value, and how many results it leaves at the right."""
    return f"{facet.spoken(value)}\t{number}".replace("&", "&&")
