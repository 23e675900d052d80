"""Beside the results: the chosen file's title, its buttons, what it looks like, its facts."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from librarian.application.ports import Clock
from librarian.domain.extraction import Reason
from librarian.domain.previews import NoPreview
from ui.find import facts, preview_texts, texts
from ui.find.facts_strip import FactsStrip
from ui.find.pages_view import PagesView
from ui.find.picture_view import PictureView
from ui.find.preparing import Shown, ShownPages, ShownPicture, ShownTable, ShownText
from ui.find.preview_head import HeadDeeds, PreviewHead
from ui.find.results_model import row_of
from ui.find.table_view import TableView
from ui.find.text_view import TextView
from ui.find.view_model import FindViewModel
from ui.find.why_panel import EditedBar, WhyPanel
from ui.kit.announcing import announce
from ui.kit.empty import Choice, EmptyState
from ui.kit.theme import Theme
from ui.kit.widgets import rule, style

LOADING_MS: Final = 150
_ROOMY: Final = 640
"""The facts are open from this height on, until somebody says otherwise."""


class PreviewPane(QFrame):
    """Shows one file; it never waits for it."""

    document_wanted = Signal(str)
    """All about the document at this path is to be shown."""

    def __init__(
        self, theme: Theme, clock: Clock, find: FindViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._find = find
        self._shown_path = ""
        self._facts_wanted: bool | None = None
        deeds = HeadDeeds(self.toggle_facts, self.toggle_why, self.document_wanted.emit)
        self._head = PreviewHead(theme, find.acts, deeds)
        self._edited = EditedBar(theme, self._tell_all)
        self._why = WhyPanel(theme, ask=self._ask_to_confirm, tell_all=self._tell_all)
        self._facts = FactsStrip(theme)
        self._empty = EmptyState(theme)
        self._pages = PagesView(theme)
        self._text = TextView(theme)
        self._table = TableView(theme)
        self._picture = PictureView(theme)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # what is shown may be cut, the buttons above may not
        self._loading = QTimer(self, singleShot=True, interval=LOADING_MS)
        style(self, kind="panel")
        self._lay_out()
        self._connect()
        self._on_chosen()
        self._on_facts()
        self._on_shown()

    def focus_content(self) -> None:
        """Put the keyboard into what is shown, to scroll it."""
        shown = self._stack.currentWidget()
        if shown:
            shown.setFocus()

    def toggle_facts(self) -> None:
        """Show the facts, or put them away."""
        self._facts_wanted = self._facts.isHidden()
        self._place_facts()

    def toggle_why(self) -> None:
        """Tell why this file is the one to use, or put the reasons away."""
        hit = self._find.chosen
        if hit is None or not self._why.isHidden():
            self._close_why()
            return
        self._why.show_hit(hit, self._clock.now().astimezone())
        self._why.show()
        self._respace()
        self._why.begin()
        announce(self, self._why.accessibleName())

    def has_focus(self) -> bool:
        """Whether the keyboard is somewhere in here."""
        focused = self.window().focusWidget()
        return bool(focused) and self.isAncestorOf(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A taller pane has room for the facts."""
        super().resizeEvent(event)
        self._place_facts()

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.addWidget(self._edited)
        self._words.addWidget(self._why)
        for view in (self._empty, self._pages, self._text, self._table, self._picture):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._words)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        column.addWidget(self._facts)

    def _connect(self) -> None:
        self._find.chosen_changed.connect(self._on_chosen)
        preview = self._find.preview
        preview.facts_changed.connect(self._on_facts)
        preview.shown_changed.connect(self._on_shown)
        preview.pages_added.connect(self._pages.add_pages)
        self._pages.wanted.connect(preview.want_page)
        self._loading.timeout.connect(self._on_loading)
        self._why.closed.connect(self._close_why)

    def _on_chosen(self) -> None:
        hit = self._find.chosen
        self._head.setVisible(hit is not None)
        self._edited.setVisible(bool(hit and hit.edited))
        self._why.hide()
        self._respace()
        if hit is None:
            self._loading.stop()
            self._say("file-search", texts.NOTHING_CHOSEN, "")
            self._place_facts()
            return
        now = self._clock.now().astimezone()
        row = row_of(hit, now, starred=False)
        self._head.show_row(row, facts.brief(hit, now))
        if hit.path != self._shown_path:
            self._await(personal=hit.personal)
        self._place_facts()

    def _close_why(self) -> None:
        had_focus = self.has_focus()
        self._why.hide()
        self._respace()
        if had_focus:
            self.focus_content()

    def _tell_all(self) -> None:
        if self._find.chosen:
            self.document_wanted.emit(self._find.chosen.path)

    def _ask_to_confirm(self) -> None:
        if self._find.chosen:
            self._find.acts.ask_to_confirm(self._find.chosen.path)
        self._close_why()

    def _await(self, *, personal: bool) -> None:
        """Another file was chosen: what it looks like is still to come."""
        self._facts.show_lines(())
        if personal:
            self._loading.stop()
            self._say("lock", texts.PERSONAL_WHY, texts.PERSONAL_DO)
        elif self._find.preview.shown is None:
            self._loading.start()

    def _on_loading(self) -> None:
        self._say("file-text", texts.LOADING, "")

    def _on_facts(self) -> None:
        known = self._find.preview.facts
        if known:
            self._facts.show_lines(facts.lines(known, self._clock.now().astimezone()))
        self._place_facts()

    def _on_shown(self) -> None:
        shown, subject = self._find.preview.shown, self._find.preview.subject
        if shown is None or subject is None:
            return
        self._loading.stop()
        keep = subject.path == self._shown_path
        self._shown_path = subject.path
        self._show(shown, keep_place=keep)

    def _show(self, shown: Shown, *, keep_place: bool) -> None:
        match shown:
            case ShownPages():
                self._pages.show_pages(shown, keep_place=keep_place)
                self._stack.setCurrentWidget(self._pages)
            case ShownText():
                self._text.show_text(shown, keep_place=keep_place)
                self._stack.setCurrentWidget(self._text)
            case ShownTable():
                self._table.show_table(shown, keep_place=keep_place)
                self._stack.setCurrentWidget(self._table)
            case ShownPicture(image):
                self._picture.show_picture(image)
                self._stack.setCurrentWidget(self._picture)
            case NoPreview(Reason.UNREACHABLE, detail):
                self._say(
                    "unplug", preview_texts.why_not(Reason.UNREACHABLE), detail or texts.AWAY_DO
                )
            case NoPreview(reason):
                self._say("file", preview_texts.why_not(reason), preview_texts.REMEDIES[reason])

    def _say(self, icon: str, title: str, text: str) -> None:
        choices = (Choice(texts.OPEN, self._find.open_best),) if text else ()
        self._shown_path = ""
        self._empty.explain(icon, title, text, choices)
        self._stack.setCurrentWidget(self._empty)

    def _respace(self) -> None:
        """The room around what is said beneath the title goes away with it."""
        px = self._theme.px
        told = not (self._edited.isHidden() and self._why.isHidden())
        side = px(12) if told else 0
        self._words.setContentsMargins(px(12), 0, px(12), side)
        self._words.setSpacing(px(8))

    def _place_facts(self) -> None:
        wanted = self._facts_wanted
        is_open = self.height() >= _ROOMY if wanted is None else wanted
        self._facts.setVisible(
            is_open and self._find.chosen is not None and self._find.preview.facts is not None
        )
        self._head.show_facts_open(is_open=is_open)
