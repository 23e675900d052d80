"""Cards of what is in the working folder: shared forms, earlier requests, what meetings brought."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.application.forms.requesting import Request
from librarian.application.forms.sharing import Seen, Shared
from librarian.domain.forms.together import Share
from librarian.domain.forms.wording import in_day
from ui.kit.centred import CentredColumn
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label, style
from ui.kit.wording import counted, listed
from ui.together import texts
from ui.together.view_model import Board

WIDTH = 860


@dataclass(frozen=True, slots=True)
class CardsDeeds:
    """What the buttons do."""

    write: Callable[[Shared], object]
    repeat: Callable[[str], object]
    month: Callable[[str], object]
    choose: Callable[[], object]
    entry: Callable[[], object]
    review: Callable[[str], object]


class Cards(CentredColumn):
    """Drawn anew when somebody wrote; where the keyboard was, it is again."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], deeds: CardsDeeds) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._now = now
        self._deeds = deeds
        self._layouts: list[QVBoxLayout] = []
        self.case = QLineEdit()
        theme.follow(self, self._respace)

    def show_board(self, board: Board) -> None:
        """Show what is there now."""
        focused: QWidget | None = self.window().focusWidget()
        had = focused.accessibleName() if focused and self.isAncestorOf(focused) else ""
        typed = self.case.text()
        self._clear()
        self.column.addWidget(label(texts.TITLE, letters="display", wrap=True))
        self.column.addWidget(label(texts.LEAD, tone="muted", wrap=True))
        self._add_forms(board, typed)
        self._add_requests(board)
        self._add_log(board)
        self._add_folder(board)
        self._respace()
        self._refocus(had)

    def begin(self) -> None:
        """Put the keyboard where a form is begun."""
        self.case.setFocus()

    def _refocus(self, name: str) -> None:
        for widget in self.findChildren(QWidget) if name else ():
            if widget.accessibleName() == name and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.setFocus()
                return

    def _add_forms(self, board: Board, typed: str) -> None:
        card = self._card(texts.FORMS)
        card.addWidget(
            label(texts.LIVE if board.forms else texts.NO_FORMS, tone="muted", wrap=True)
        )
        for seen in board.forms:
            card.addWidget(self._form(seen))
        self.case = QLineEdit(typed)
        self.case.setAccessibleName(f"{texts.NEW}: {texts.CASE}")
        self.case.setPlaceholderText(texts.CASE)
        begin = button(texts.BEGIN, self._begin)
        begin.setAccessibleName(texts.NEW)
        self.case.returnPressed.connect(self._begin)
        card.addWidget(label(texts.NEW, strong="true", wrap=True))
        card.addWidget(_row(self.case, begin))

    def _begin(self) -> None:
        if self.case.text().strip():
            self._deeds.write(Shared(texts.REVIEW, self.case.text().strip()))

    def _form(self, seen: Seen) -> QWidget:
        made, waiting = QFrame(), [s.party.title for s in seen.whole.shares if s.waits]
        style(made, kind="card")
        column = QVBoxLayout(made)
        px = self._theme.px
        column.setContentsMargins(px(16), px(12), px(16), px(14))
        column.setSpacing(px(8))
        head = label(f"{texts.CASE} {seen.shared.case}", letters="lead", strong="true")
        write = button(texts.WRITE, partial(self._deeds.write, seen.shared))
        write.setAccessibleName(f"{texts.WRITE}: {seen.shared.case}")
        row = QHBoxLayout()
        row.addWidget(head, 1)
        row.addWidget(write)
        column.addLayout(row)
        said = texts.WAITS_ON.format(listed(tuple(waiting))) if waiting else texts.ALL_DONE
        column.addWidget(label(said, wrap=True, tone="" if waiting else "good"))
        for share in seen.whole.shares:
            column.addWidget(_share(share))
        for question, who in seen.whole.otherwise:
            words = texts.OTHERWISE.format(who=who, question=question)
            column.addWidget(label(words, wrap=True, tone="warn"))
        return made

    def _add_requests(self, board: Board) -> None:
        card = self._card(texts.REQUESTS)
        if not board.requests:
            card.addWidget(label(texts.NO_REQUESTS, tone="muted", wrap=True))
        for last, number in board.requests:
            card.addWidget(self._request(last, number))

    def _request(self, last: Request, number: int) -> QWidget:
        words = texts.REQUEST.format(
            case=last.case, count=counted(number, "request"), who=last.who, day=in_day(last.at)
        )
        repeat = button(texts.REPEAT, partial(self._deeds.repeat, last.case))
        repeat.setAccessibleName(f"{texts.REPEAT}: {last.case}")
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(words, wrap=True), 1)
        row.addWidget(repeat)
        return made

    def _add_log(self, board: Board) -> None:
        card = self._card(texts.LOG)
        page = board.page
        card.addWidget(_row(button(texts.ENTRY, self._deeds.entry)))
        if page is None:
            card.addWidget(label(texts.NO_LOG, tone="muted", wrap=True))
            return
        month = Dropdown(self._theme)
        month.setAccessibleName(texts.MONTH)
        for each in board.months:
            month.addItem(f"{date.fromisoformat(f'{each}-01'):%B %Y}", each)
        month.setCurrentIndex(month.findData(board.month))
        month.activated.connect(lambda row: self._deeds.month(str(month.itemData(row))))
        review = button(texts.REVIEW_MAKE, partial(self._deeds.review, board.month))
        card.addWidget(
            _row(month, review, label(counted(page.entries, "entry", "entries"), tone="muted"))
        )
        for count in page.counts:
            said = " · ".join(f"{words} {number}" for words, number in count.answers)
            card.addWidget(label(count.question, strong="true", wrap=True))
            card.addWidget(label(said, wrap=True))
        if page.suggestions:
            card.addWidget(label(texts.SUGGESTIONS, strong="true", wrap=True))
        for each in page.suggestions:
            card.addWidget(label(f"• {each}", wrap=True))

    def _add_folder(self, board: Board) -> None:
        name = board.folder.name if board.folder else ""
        choose = button(texts.CHOOSE_OTHER, self._deeds.choose, "link")
        self.column.addWidget(_row(label(texts.FOLDER.format(name), tone="muted"), choose))

    def _card(self, title: str) -> QVBoxLayout:
        frame = QFrame()
        style(frame, kind="card")
        frame.setAccessibleName(title)
        inside = QVBoxLayout(frame)
        inside.addWidget(label(title, letters="lead", strong="true", wrap=True))
        self.column.addWidget(frame)
        self._layouts.append(inside)
        return inside

    def _clear(self) -> None:
        self._layouts.clear()
        empty_out(self.column)

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(16))
        for inside in self._layouts:
            inside.setContentsMargins(px(20), px(16), px(20), px(18))
            inside.setSpacing(px(10))


def _share(share: Share) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    words = texts.WAITS if share.waits else texts.DONE
    people = listed(share.people)
    said = f"{people}, {texts.ANSWERED.format(share.answered)}." if people else texts.NOBODY
    still = f" {texts.OPEN.format(' · '.join(share.open))}" if share.open else ""
    row.addWidget(label(share.party.title, strong="true", wrap=True), 3)
    row.addWidget(label(said + still, wrap=True, tone="muted"), 6)
    row.addWidget(label(words, tone="warn" if share.waits else "good"), 1)
    return made


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return made
