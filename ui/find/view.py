"""The Find page: box and filters above; start page, results with preview, or a way out beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.searching import Filters
from ui.find import texts
from ui.find.filters_bar import FiltersBar
from ui.find.search_box import SearchBox
from ui.find.start_page import StartPage
from ui.find.view_model import FindViewModel
from ui.kit.announcing import announce
from ui.kit.hints import Hints
from ui.kit.theme import Theme

if TYPE_CHECKING:  # what is only seen once something was searched is loaded after the box is there
    from librarian.application.ports import Clock
    from ui.find.found_page import FoundPage
    from ui.find.nothing_page import NothingPage

ANNOUNCE_MS: Final = 600
QUIET_MS: Final = 200
_BOX: Final = 900


class FindView(QWidget):
    """Puts the parts together, and moves the keyboard between them.

    What is not to be seen before a search is made when it is first needed, or in the first quiet
    moment: the window is there to be typed in without it.
    """

    look_again = Signal()
    document_wanted = Signal(str)
    """All about the document at this path is to be shown."""
    care_wanted = Signal()
    """How to look after the drive is to be shown."""

    def __init__(
        self, theme: Theme, clock: Clock, find: FindViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._find = find
        self._sizes: Sequence[int] = ()
        self._found: FoundPage | None = None
        self._nothing: NothingPage | None = None
        self.box = SearchBox(theme, self)
        self.filters = FiltersBar(theme, find.search, self)
        self._stack = QStackedWidget(self)
        self.start = StartPage(theme, clock, find.start, self._stack)
        self.hints = Hints(theme, self)
        self._saying = QTimer(self, singleShot=True, interval=ANNOUNCE_MS)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._lay_out()
        self._connect()
        self._add_actions()
        self._show_page(self.start)
        theme.follow(self, self._respace)

    @property
    def found(self) -> FoundPage:
        """The results and the preview beside them."""
        if self._found is None:
            self._found = self._make_found()
        return self._found

    @property
    def nothing(self) -> NothingPage:
        """What to do where nothing was found."""
        if self._nothing is None:
            self._nothing = self._make_nothing()
        return self._nothing

    def _make_found(self) -> FoundPage:
        from ui.find.found_page import FoundPage  # noqa: PLC0415 - not needed to begin to type

        page = FoundPage(self._theme, self._clock, self._find, self._sizes, self._stack)
        page.results.list.opened.connect(self._find.open_best)
        page.results.list.left_at_top.connect(self.box.setFocus)
        page.splitterMoved.connect(self._note_sizes)
        page.preview.document_wanted.connect(self.document_wanted)
        self._stack.addWidget(page)
        return page

    def _make_nothing(self) -> NothingPage:
        from ui.find.nothing_page import NothingPage  # noqa: PLC0415 - not needed to begin to type

        page = NothingPage(self._theme, self._find, self._stack)
        page.look_again.connect(self.look_again)
        self._stack.addWidget(page)
        return page

    @property
    def sizes(self) -> Sequence[int]:
        """How wide results and preview are to be: as shipped until a person moves the divider."""
        return self._sizes

    def set_sizes(self, sizes: Sequence[int]) -> None:
        """Put the divider between results and preview."""
        self._sizes = sizes
        if self._found:
            self._found.setSizes(list(sizes))

    def _note_sizes(self) -> None:
        self._sizes = self.found.sizes()

    def showEvent(self, event: QShowEvent) -> None:
        """What is needed later is made when it is quiet."""
        super().showEvent(event)
        self._quiet.start()

    def begin(self) -> None:
        """Put the keyboard into the box, ready to type over what is there."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the part with the keyboard has no use for."""
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_Escape:
            self._step_back()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy_path()
        elif text == "/":
            self.begin()
        elif text == "*":
            self._star()
        elif key == Qt.Key.Key_Space:
            self.found.show_preview()
        elif key == Qt.Key.Key_Backspace or (text.isprintable() and text and not _held(event)):
            self.box.take_key(event)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.start)
        line = QHBoxLayout()
        line.addWidget(self.box, 1)
        line.addStretch(0)
        head = QVBoxLayout()
        head.addLayout(line)
        head.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.hints)
        self._head, self._column = head, column

    def _connect(self) -> None:
        find, search = self._find, self._find.search
        self.box.textChanged.connect(search.type)
        self.box.went_down.connect(self._go_down)
        self.box.entered.connect(find.open_best)
        self.box.escaped.connect(find.clear)
        self.box.copy_wanted.connect(self._copy_path)
        find.text_changed.connect(self._show_text)
        search.asked.connect(self._on_asked)
        search.found.connect(self._on_found)
        find.acts.path_copied.connect(self._to_clipboard)
        self.start.opened.connect(find.acts.open)
        self.start.shelf_chosen.connect(self._show_shelf)
        self.start.care_wanted.connect(self.care_wanted)
        self.start.access_wanted.connect(find.acts.ask_access)
        self._saying.timeout.connect(self._say_found)
        self._quiet.timeout.connect(self._make_rest)

    def _add_actions(self) -> None:
        for name, keys, act in (
            (texts.STAR, "Ctrl+S", self._star),
            (texts.OPEN_FOLDER, "Ctrl+Shift+O", self._open_folder),
            (texts.PRINT, "Ctrl+P", self._print),
            (texts.FILL_IN, "Ctrl+D", self._fill_in),
            (texts.ALL_ABOUT, "Ctrl+I", self._tell_all),
            (texts.WHY, "Ctrl+E", self._tell_why),
            (texts.SHOW_FACTS, "Ctrl+Shift+I", self._toggle_facts),
        ):
            action = QAction(name, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    def _make_rest(self) -> None:
        """Make one page at a time, so that nobody who types has to wait for both."""
        if self._found is None:
            self._found = self._make_found()
            self._quiet.start()
        elif self._nothing is None:
            self._nothing = self._make_nothing()

    def _tell_all(self) -> None:
        if self._find.chosen:
            self.document_wanted.emit(self._find.chosen.path)

    def _tell_why(self) -> None:
        if self._find.chosen:
            self.found.show_preview()
            self.found.preview.toggle_why()

    def _toggle_facts(self) -> None:
        self.found.preview.toggle_facts()

    def _on_asked(self) -> None:
        if self._find.search.is_empty:
            self._saying.stop()
            self._show_page(self.start)

    def _on_found(self, fresh: bool) -> None:
        if self._find.search.hits:
            self._show_page(self.found)
        else:
            self.nothing.redraw(fresh=fresh)
            self._show_page(self.nothing)
        if fresh:
            self._saying.start()
            if self._found:
                self._found.go_back()

    def _show_page(self, page: QWidget) -> None:
        """Show this beneath the box; the keyboard never stays on what is no longer seen."""
        before = self._stack.currentWidget()
        if before is not page and before and before.isAncestorOf(self.window().focusWidget()):
            self.box.setFocus()
        self._stack.setCurrentWidget(page)
        self.hints.show_hints(self._hints_of(page))

    def _hints_of(self, page: QWidget) -> tuple[tuple[str, str], ...]:
        if page is self._found:
            return texts.HINTS
        return texts.NOTHING_HINTS if page is self._nothing else texts.START_HINTS

    def _say_found(self) -> None:
        results = self._find.search.results
        if results and results.hits:
            announce(self.box, texts.results_line(self._find.search.total))
        elif results:
            announce(self.box, self.nothing.words())

    def _go_down(self) -> None:
        shown = self._stack.currentWidget()
        if shown is self._found:
            self.found.show_results()
        elif shown is self.start:
            self.start.focus_first()
        else:
            self.nothing.focus_first()

    def _step_back(self) -> None:
        """Escape: from the preview to the list, from anywhere else to an empty box."""
        if self._found and self._found.preview.has_focus():
            self._found.show_results()
        else:
            self._find.clear()
            self.box.setFocus()

    def _show_text(self, text: str) -> None:
        if text != self.box.text():
            self.box.setText(text)
        self.box.setFocus()

    def _show_shelf(self, folder: str) -> None:
        self._find.search.narrow(Filters(folders=frozenset({folder})))
        self.box.setFocus()

    def _to_clipboard(self, path: str) -> None:
        QGuiApplication.clipboard().setText(path)

    def _copy_path(self) -> None:
        if self._find.chosen:
            self._find.acts.copy_path(self._find.chosen.path)

    def _star(self) -> None:
        if self._find.chosen:
            self._find.acts.toggle_star(self._find.chosen.path)

    def _open_folder(self) -> None:
        if self._find.chosen:
            self._find.acts.open_folder(self._find.chosen.path)

    def _print(self) -> None:
        if self._find.chosen:
            self._find.acts.print(self._find.chosen.path)

    def _fill_in(self) -> None:
        if self._find.chosen:
            self._find.acts.fill_in_copy(self._find.chosen.path)

    def _respace(self) -> None:
        px = self._theme.px
        self.box.setMaximumWidth(px(_BOX))
        self._head.setContentsMargins(px(16), px(16), px(16), px(10))
        self._head.setSpacing(px(10))
        self._column.setSpacing(0)


def _held(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or the like is held: then a letter is a command, not a letter."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return held != Qt.KeyboardModifier.NoModifier
