"""Above the preview: what the file is called, what kind it is, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.kinds import Kind
from ui.find import texts
from ui.find.acting_view_model import ActingViewModel
from ui.find.results_model import Row
from ui.kit.badges import BadgeLabel
from ui.kit.flow import FlowLayout
from ui.kit.states import StateBadge
from ui.kit.theme import Theme
from ui.kit.widgets import ElidedLabel, button, icon_button, style


@dataclass(frozen=True, slots=True)
class HeadDeeds:
    """What the head has done for it: facts shown or hidden, reasons told, the whole document."""

    toggle_facts: Callable[[], None]
    tell_why: Callable[[], None]
    tell_all: Callable[[str], None]


class PreviewHead(QFrame):
    """Title, summary and buttons for one file."""

    def __init__(
        self,
        theme: Theme,
        acts: ActingViewModel,
        deeds: HeadDeeds,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._acts = acts
        self._path = ""
        self._badge = BadgeLabel(theme, Kind.OTHER)
        self._title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._summary = ElidedLabel()
        self._state = StateBadge(theme)
        self._standing = ElidedLabel()
        self._why = button(texts.WHY, deeds.tell_why, "link")
        self._star = icon_button(theme, "star", texts.STAR, self._act(acts.toggle_star))
        self._facts = icon_button(theme, "info", texts.SHOW_FACTS, deeds.toggle_facts)
        self._more = self._more_button()
        self._tell_all = deeds.tell_all
        style(self, kind="panel")
        style(self._title, letters="lead", strong="true")
        style(self._summary, tone="muted", letters="small")
        style(self._standing, tone="muted", letters="small")
        self._standing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._why.setToolTip(f"{texts.WHY} (Ctrl+E)")
        self._lay_out()
        acts.starred_changed.connect(self._show_star)
        theme.follow(self, self._redraw)

    def show_row(self, row: Row, summary: str) -> None:
        """Show another file."""
        self._path = row.hit.path
        self._badge.show_kind(row.hit.kind)
        self._title.show_text(row.title)
        self._summary.show_text(summary)
        self._state.show_look(row.look)
        self._standing.show_text(row.standing)
        self._why.setVisible(row.look is not None)
        self._show_star()

    def show_facts_open(self, *, is_open: bool) -> None:
        """Say what the button for the facts does now."""
        name = texts.HIDE_FACTS if is_open else texts.SHOW_FACTS
        self._facts.setAccessibleName(name)
        self._facts.setToolTip(f"{name} (Ctrl+Shift+I)")

    def _act(self, act: Callable[[str], None]) -> Callable[[], None]:
        """What a button does with the file that is shown when it is pressed."""

        def pressed() -> None:
            act(self._path)

        return pressed

    def _more_button(self) -> QToolButton:
        more = icon_button(self._theme, "ellipsis", texts.MORE, self._show_menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return more

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, keys, act in (
            (texts.COPY_PATH, "Ctrl+C", self._acts.copy_path),
            (texts.OPEN_FOLDER, "Ctrl+Shift+O", self._acts.open_folder),
            (texts.PRINT, "Ctrl+P", self._acts.print),
        ):
            menu.addAction(f"{name}\t{keys}", self._act(act))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._summary)
        line = QHBoxLayout()
        line.addWidget(self._state)
        line.addWidget(self._standing)
        line.addWidget(self._why)
        line.addStretch(1)
        words.addLayout(line)
        top = QHBoxLayout()
        top.addWidget(self._badge)
        top.addLayout(words, 1)
        for icon in (self._star, self._facts, self._more):
            top.addWidget(icon)
        buttons = FlowLayout()
        for name, keys, act, kind in (
            (texts.OPEN, "Enter", self._acts.open, "primary"),
            (texts.FILL_IN, "Ctrl+D", self._acts.fill_in_copy, ""),
            (texts.OPEN_FOLDER, "Ctrl+Shift+O", self._acts.open_folder, ""),
            (texts.PRINT, "Ctrl+P", self._acts.print, ""),
            (texts.ALL_ABOUT, "Ctrl+I", self._tell_all, ""),
        ):
            made = button(name, self._act(act), kind)
            made.setToolTip(f"{name} ({keys})")
            buttons.addWidget(made)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(buttons)
        self._column, self._top, self._words, self._buttons = column, top, words, buttons
        self._line = line

    def _show_star(self) -> None:
        starred = self._path in self._acts.starred
        name = texts.UNSTAR if starred else texts.STAR
        self._star.setAccessibleName(name)
        self._star.setToolTip(f"{name} (Ctrl+S)")
        icon = ("star-filled", "star") if starred else ("star", "text")
        self._star.setIcon(self._theme.icon(*icon))

    def _redraw(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(12), px(12))
        self._column.setSpacing(px(10))
        self._top.setSpacing(px(6))
        self._words.setSpacing(px(1))
        self._line.setSpacing(px(8))
        self._words.setContentsMargins(px(6), 0, 0, 0)
        self._buttons.setSpacing(px(8))
        self._show_star()
