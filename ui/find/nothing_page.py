"""Nothing was found: what was tried, near spellings, what is not looked at yet, what to do."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.find import texts
from ui.find.filtering import narrowed_to
from ui.find.search_view_model import NO_FILTERS
from ui.find.view_model import FindViewModel
from ui.kit.emptying import empty_out
from ui.kit.flow import FlowLayout
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style

_WIDTH = 520
_NEAR = 5


class NothingPage(QScrollArea):
    """Says what can be done when a search has no result."""

    look_again = Signal()

    def __init__(self, theme: Theme, find: FindViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._find = find
        self._icon = QLabel()
        self._title = label(letters="title", wrap=True)
        self._tried = label(tone="muted", wrap=True)
        self._mean = label(texts.DID_YOU_MEAN, strong="true")
        self._near = FlowLayout()
        self._offered: tuple[str, ...] | None = None
        self._unread = label(wrap=True)
        self._do = label(texts.WHAT_TO_DO, strong="true")
        self._steps = label(wrap=True)
        self._clear = button(texts.CLEAR_FILTERS, find.clear_filters, "primary")
        self._again = button(texts.LOOK_AGAIN, self.look_again.emit)
        self._ask = button(texts.WANT, self._begin_asking)
        self._words = QLineEdit()
        self._careful = label(texts.WANT_CAREFUL, tone="muted", letters="small", wrap=True)
        self._send = button(texts.WANT_SEND, self._send_words, "primary")
        style(self, kind="page")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        find.search.near_changed.connect(self._show_near)
        find.listing_changed.connect(self._tell_how_far)
        theme.follow(self, self._respace)

    def redraw(self, *, fresh: bool) -> None:
        """Tell of the search that found nothing just now.

        Where the same was asked again, what a person began to write here stays.
        """
        query = self._find.search.query
        results = self._find.search.results
        tried = texts.tried(narrowed_to(query.filters), results.also if results else ())
        self._tried.setText(tried)
        self._tried.setVisible(bool(tried))
        self._clear.setVisible(query.filters != NO_FILTERS)
        if fresh:
            self._show_asking(on=False)
        self._tell_how_far()
        self._show_near()

    def _tell_how_far(self) -> None:
        """Nothing is missing for good while the files of the drive are still being found."""
        query, listed = self._find.search.query, self._find.listed
        so_far = listed is not None
        self._title.setText(texts.nothing_title(query.text.strip(), so_far=so_far))
        self._unread.setText(
            texts.looked_inside(*self._find.tally)
            if listed is None
            else texts.still_listing(listed)
        )
        self._unread.setVisible(bool(self._unread.text()))
        filtered = query.filters != NO_FILTERS
        self._steps.setText(texts.steps(filtered=filtered, so_far=so_far, text=query.text))
        for what in (self._do, self._steps):
            what.setVisible(filtered or not so_far)
        self._again.setVisible(not so_far)
        self._ask.setVisible(not so_far and self._words.isHidden())

    def words(self) -> str:
        """All that is said here, for a screen reader."""
        return f"{self._title.text()}. {self._unread.text()}".strip()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        first = self._near.itemAt(0)
        near = first.widget() if first else None
        for widget in (near, self._clear, self._again):
            if widget and not widget.isHidden():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _begin_asking(self) -> None:
        """What was typed is a beginning; it goes to nobody before the person sends it."""
        self._words.setText(self._find.search.query.text.strip())
        self._show_asking(on=True)
        self._words.setFocus()
        self._words.selectAll()

    def _send_words(self) -> None:
        if self._words.text().strip():
            self._find.acts.want(self._words.text())
            self._show_asking(on=False)
            self._ask.setFocus()

    def _show_asking(self, *, on: bool) -> None:
        self._ask.setVisible(not on)
        self._words.setVisible(on)
        self._careful.setVisible(on)
        self._send.setVisible(on)

    def _show_near(self) -> None:
        near = self._find.search.near[:_NEAR]
        if near == self._offered:
            return
        self._offered = near
        empty_out(self._near)
        for spelling in near:
            offer = button(spelling, partial(self._find.say, spelling))
            self._near.addWidget(offer)
            offer.show()
            QWidget.setTabOrder(offer, self._clear)  # Tab comes to spellings first
        QWidget.setTabOrder(self._clear, self._again)
        QWidget.setTabOrder(self._again, self._ask)
        QWidget.setTabOrder(self._ask, self._words)
        QWidget.setTabOrder(self._words, self._send)
        self._mean.setVisible(bool(near))

    def _lay_out(self) -> None:
        inside, column = QWidget(), QWidget()
        style(inside, kind="page")
        self._column = QVBoxLayout(column)
        for widget in (self._icon, self._title, self._tried, self._mean):
            self._column.addWidget(widget)
        self._column.addLayout(self._near)
        for widget in (self._unread, self._do, self._steps):
            self._column.addWidget(widget)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._clear)
        self._buttons.addWidget(self._again)
        self._buttons.addWidget(self._ask)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self._words.setAccessibleName(texts.WANT_WORDS)
        self._words.setAccessibleDescription(texts.WANT_CAREFUL)
        self._words.setPlaceholderText(texts.WANT_WORDS)
        self._words.returnPressed.connect(self._send.click)
        self._asking = QHBoxLayout()
        self._asking.addWidget(self._words, 1)
        self._asking.addWidget(self._send)
        self._column.addLayout(self._asking)
        self._column.addWidget(self._careful)
        self._column.addStretch(1)
        middle = QHBoxLayout(inside)
        middle.addStretch(1)
        middle.addWidget(column)
        middle.addStretch(1)
        self._middle = column
        self.setWidget(inside)

    def _respace(self) -> None:
        px = self._theme.px
        self._icon.setPixmap(self._theme.pixmap("file-search", "accent", 40))
        self._middle.setFixedWidth(px(_WIDTH))
        self._column.setContentsMargins(0, px(32), 0, px(24))
        self._column.setSpacing(px(10))
        self._near.setSpacing(px(8))
        self._buttons.setSpacing(px(10))
        self._asking.setSpacing(px(10))
