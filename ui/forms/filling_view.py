"""Filling in one form: its pages at the left, one of them or the check beside it, ways on below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.forms import texts
from ui.forms.check_view import CheckView
from ui.forms.topic_view import TopicView
from ui.forms.view_model import FormsViewModel
from ui.kit.theme import Theme
from ui.kit.widgets import ElidedLabel, button, label, style

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.forms.form import Problem

_SIDE = 276


class FillingView(QWidget):
    """What a person fills in; every page can be gone to at any time, and nothing is lost."""

    def __init__(self, theme: Theme, model: FormsViewModel, finish: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.pages = QListWidget()
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topic = TopicView(theme, model)
        self.check = CheckView(theme, model, self._go_to, finish)
        self._title = label(letters="title")
        self._running = ElidedLabel()
        self._kept = label(tone="muted", letters="small")
        self._back = button(texts.BACK, self._turn_back)
        self._next = button(texts.NEXT, self._turn_on, "primary")
        self._leave = button(texts.LEAVE, model.leave)
        self._share = button(texts.SHARE, self._share_or_not)
        self._apart = self._apart_bar()
        self._stack = QStackedWidget()
        self._titles: tuple[str, ...] = ()
        self._lay_out()
        self._add_keys()
        model.answered.connect(self.topic.show_answer)
        model.looked.connect(self._show)
        model.turned.connect(self._turn)
        model.kept.connect(self._show_kept)
        model.team.changed.connect(self._show_shared)
        self.pages.itemActivated.connect(self._choose)
        self.pages.itemClicked.connect(self._choose)
        theme.follow(self, self._respace)

    def begin(self) -> None:
        """Put the keyboard on the first question, or on the first thing to do with the check."""
        if self._model.is_checking:
            self.check.begin()
        else:
            self.topic.begin()

    def _show(self) -> None:
        now = self._model.now
        if now is None:
            return
        self._title.setText(now.sheet.form.title)
        self._running.show_text(texts.running_line(now.count))
        self._show_pages()
        if self._model.is_checking:
            self.check.show_now()
        else:
            self.topic.show_now()
        self._back.setEnabled(self._model.page > 0)
        self._next.setVisible(not self._model.is_checking)
        self._show_shared()
        last = self._model.page == len(now.topics) - 1
        self._next.setText(texts.CHECK if last else texts.NEXT)

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self.check if self._model.is_checking else self.topic)
        self._show()
        self.begin()

    def _show_pages(self) -> None:
        now = self._model.now
        if now is None:
            return
        titles = (*(topic.title for topic in now.topics), texts.CHECK)
        if titles != self._titles:
            self._titles = titles
            self.pages.clear()
            for title in titles:
                self.pages.addItem(QListWidgetItem(title))
        for number in range(len(titles)):
            self._show_page(number)
        self.pages.setCurrentRow(self._model.page)

    def _show_page(self, number: int) -> None:
        item = self.pages.item(number)
        wrong = len(self._model.problems_on(number))
        done = number in self._model.passed and not wrong and number < len(self._titles) - 1
        name, tone = ("circle-alert", "bad") if wrong else ("check", "good")
        icon = (
            self._theme.icon(name, tone, 16)
            if wrong or done
            else self._theme.icon("square", "line", 16)
        )
        item.setIcon(icon)
        spoken = texts.page_spoken(self._titles[number], problems=wrong, done=done)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _choose(self, item: QListWidgetItem) -> None:
        row = self.pages.row(item)
        if row != self._model.page:
            self._model.go(row)

    def _turn_on(self) -> None:
        self._model.go(self._model.page + 1)

    def _turn_back(self) -> None:
        self._model.go(self._model.page - 1)

    def _go_to(self, problem: Problem) -> None:
        from librarian.application.forms.sheet import spot_of  # noqa: PLC0415 - not needed to type

        self._model.go_to(problem)
        self.topic.show_problem(spot_of(problem.question))

    def _show_kept(self, is_kept: bool) -> None:
        if self._model.found.is_locked:
            self._kept.setText(texts.NOT_KEPT)
        else:
            self._kept.setText(texts.KEPT.format("✓") if is_kept else texts.KEEPING)

    def _apart_bar(self) -> QFrame:
        """What is said, and can be done, while somebody else went on with this form too."""
        bar = QFrame()
        style(bar, kind="said")
        row = QHBoxLayout(bar)
        row.addWidget(label(texts.APART, wrap=True), 1)
        row.addWidget(button(texts.JOIN_DO, self._model.bring_together))
        bar.hide()
        return bar

    def _show_shared(self) -> None:
        sheet = self._model.sheet
        self._apart.setVisible(sheet is not None and bool(sheet.apart))
        is_shared = self._model.team.is_shared
        self._share.setVisible(self._model.found.team.is_there)
        self._share.setText(texts.UNSHARE if is_shared else texts.SHARE)
        people = texts.who_opens(self._model.found.team.people)
        self._share.setToolTip(people)
        self._share.setAccessibleDescription(people)

    def _share_or_not(self) -> None:
        if self._model.team.is_shared:
            self._model.team.unshare()
        else:
            self._model.team.share()

    def _add_keys(self) -> None:
        for words, keys, deed in (
            (texts.NEXT, "Ctrl+PgDown", self._turn_on),
            (texts.BACK, "Ctrl+PgUp", self._turn_back),
            (texts.CHECK, "Ctrl+Return", self._model.check),
            (texts.LEAVE, "Escape", self._model.leave),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, deed=deed: deed())
            self.addAction(action)

    def _lay_out(self) -> None:
        self.pages.setAccessibleName(texts.PAGES)
        style(self.pages, kind="steps")
        self._side = QFrame()
        style(self._side, kind="panel")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.pages)
        self._stack.addWidget(self.topic)
        self._stack.addWidget(self.check)
        self._stack.setMinimumSize(1, 1)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._running, 1)
        self._head.addWidget(self._kept)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._back)
        self._foot.addWidget(self._next)
        self._foot.addStretch(1)
        self._foot.addWidget(self._share)
        self._foot.addWidget(self._leave)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._apart)
        right.addWidget(self._stack, 1)
        right.addLayout(self._foot)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._side)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(body, 1)

    def _respace(self) -> None:
        px = self._theme.px
        self._side.setFixedWidth(px(_SIDE))
        self.pages.setIconSize(QSize(px(16), px(16)))
        self.pages.setSpacing(px(2))
        self._show_pages()  # its icons have the colours of the look before
        self._head.setContentsMargins(px(18), px(12), px(18), px(10))
        self._head.setSpacing(px(18))
        inside = self._apart.layout()
        if inside:
            inside.setContentsMargins(px(18), px(8), px(18), px(8))
        self._foot.setContentsMargins(px(18), px(10), px(18), px(10))
        self._foot.setSpacing(px(10))
