"""Taking minutes: the agenda, the boxes of one step, the guide beside them, quick notes below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.minutes.carrying import number_of
from ui.kit.scrolled import scrolled
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style
from ui.minutes import texts
from ui.minutes.agenda import STEPS, Agenda
from ui.minutes.boxes import Boxes
from ui.minutes.end_view import EndView
from ui.minutes.guide_panel import GuidePanel
from ui.minutes.view_model import MinutesViewModel
from ui.minutes.worker_view import WorkerView

END: Final = len(STEPS) - 2
WORKER: Final = len(STEPS) - 1
_TICK_MS: Final = 20_000
_NARROW: Final = 1000
_PLANNED: Final = sum(spent for _, _, spent in texts.STEPS)


class TakingView(QWidget):
    """One meeting's minutes."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        model: MinutesViewModel,
        now: Callable[[], datetime],
        choose: Callable[[], Path | None],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._now = now
        self._began: datetime | None = None
        self._shown_meeting = ""
        self._was_narrow = False
        self.step = 0
        self._title = label("", letters="title")
        self._state = label("", letters="small", tone="muted")
        self._hide = QCheckBox(texts.HIDE)
        self._on = button(texts.ON, self.go_on, "primary")
        self._quick = QLineEdit()
        self._boxes: list[Boxes] = []
        self.agenda = Agenda(theme, self.go)
        self.guide = GuidePanel(theme)
        self._guide_place = scrolled(self.guide)
        self.end = EndView(theme, model, choose)
        self.worker = WorkerView(theme, model, choose)
        self._form = QScrollArea()
        self._stack = QStackedWidget()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._tell_time)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Put the keyboard into the first box."""
        if self.step == END:
            self.end.begin()
        elif self.step == WORKER:
            self.worker.begin()
        elif self._boxes and self._boxes[0].first:
            self._boxes[0].first.setFocus()

    def go(self, step: int) -> None:
        """Show a step."""
        self.step = step
        self.agenda.mark(step)
        self._model.save()
        self._draw()
        self.begin()

    def go_on(self) -> None:
        """The next box."""
        self.go(min(self.step + 1, END))

    def go_back(self) -> None:
        """The box before."""
        self.go(max(self.step - 1, 0))

    def go_to(self, where: str) -> None:
        """Show the step in which a question stands, with the keyboard in its box."""
        form, name = self._model.form, where.partition(".")[0]
        pages = {q.pattern[0]: form.places[q.pattern].page for q in form.questions} if form else {}
        for number, (_, sections) in enumerate(STEPS):
            if pages.get(name) in sections:
                self.go(number)
                self._focus(where)
                return

    def quick(self, name: str) -> None:
        """Write something down from anywhere; without words the keyboard goes to the line."""
        words = self._quick.text().strip()
        if not words:
            self._quick.setFocus()
            return
        self._quick.clear()
        self._model.add_row(name, **{texts.QUICK_COLUMNS[name]: words})
        self.said.emit(texts.ADDED.format(texts.QUICK_HOMES[name]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for it beside the boxes, the guide stands over them."""
        super().resizeEvent(event)
        if self._is_narrow() != self._was_narrow and self._model.meeting:
            self._draw()

    def _is_narrow(self) -> bool:
        return self.width() < self._theme.px(_NARROW)

    def _lay_out(self) -> None:
        self._form.setWidgetResizable(True)
        self._form.setFrameShape(QFrame.Shape.NoFrame)
        self._form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        style(self._form, kind="page")
        for widget in (self._form, self.end, self.worker):
            self._stack.addWidget(widget)
        self._stack.setMinimumSize(1, 1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._top())
        middle.addWidget(self._stack, 1)
        middle.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        agenda_place = scrolled(self.agenda)
        row.addWidget(agenda_place)
        row.addLayout(middle, 1)
        row.addWidget(self._guide_place)
        for place, inside in ((agenda_place, self.agenda), (self._guide_place, self.guide)):
            self._theme.follow(place, partial(_as_wide, place, inside))

    def _top(self) -> QWidget:
        made = QFrame()
        px = self._theme.px
        row = QHBoxLayout(made)
        row.setContentsMargins(px(20), px(12), px(20), px(8))
        row.addWidget(button(texts.BACK, self._model.leave, "quiet"))
        row.addWidget(self._title, 1)
        row.addWidget(self._state)
        self._hide.setToolTip(texts.HIDE_WHY)
        self._hide.setAccessibleName(texts.HIDE)
        row.addWidget(self._hide)
        row.addWidget(self._on)
        return made

    def _foot(self) -> QWidget:
        made = QFrame()
        style(made, kind="status")
        made.setAccessibleName(texts.QUICK)
        px = self._theme.px
        row = QHBoxLayout(made)
        row.setContentsMargins(px(20), px(8), px(20), px(8))
        self._quick.setPlaceholderText(texts.QUICK_PLACE)
        self._quick.setAccessibleName(texts.QUICK_PLACE)
        self._quick.setAcceptDrops(False)
        self._quick.returnPressed.connect(partial(self.quick, "action"))
        row.addWidget(self._quick, 1)
        for name, title, keys in texts.QUICK_ADDS:
            add = button(title, partial(self.quick, name))
            add.setToolTip(keys)
            row.addWidget(add)
        return made

    def _connect(self) -> None:
        model = self._model
        model.opened.connect(self._on_opened)
        model.redrawn.connect(self._redraw_boxes)
        model.saving.connect(self._tell_saving)
        model.busy.connect(self._wait)
        model.shared.connect(partial(self.said.emit, texts.TEAM_NOW))
        self._hide.toggled.connect(self._redraw_boxes)
        self._hide.toggled.connect(self.end.hide_names)
        self.end.wanted.connect(self.go_to)
        self.end.said.connect(self.said)

    def _on_opened(self) -> None:
        meeting = self._model.meeting
        if meeting is None:
            return
        number = number_of(meeting.answers)
        self._title.setText(f"{meeting.case or texts.NO_CASE}: {texts.MEETING.format(number)}")
        if meeting.id != self._shown_meeting:
            self._shown_meeting, self._began = meeting.id, self._now()
            self.step = 0
            self._tick.start()
            self._tell_time()
        self.agenda.mark(self.step)
        self._draw()

    def _draw(self) -> None:
        title, pages = STEPS[self.step]
        self._was_narrow = self._is_narrow()
        guide = self._model.guide
        self._guide_place.setVisible(bool(pages) and not self._is_narrow())
        self._on.setVisible(self.step < END)
        if pages and guide:
            self.guide.show_guides(tuple(guide.of(page) for page in pages))
            self._draw_boxes(title, pages)
            self._stack.setCurrentWidget(self._form)
        elif self.step == END:
            self.end.draw()
            self._stack.setCurrentWidget(self.end)
            self._model.review()
        else:
            self.worker.draw()
            self._stack.setCurrentWidget(self.worker)

    def _draw_boxes(self, title: str, pages: tuple[str, ...]) -> None:
        px = self._theme.px
        inside = QWidget()
        style(inside, kind="page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(24), px(8), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(label(title, letters="display", wrap=True))
        if self._is_narrow() and self._model.guide:
            column.addWidget(label(self._model.guide.of(pages[0]).line, tone="muted", wrap=True))
        if self._model.is_closed:
            line = f"{texts.CLOSED} {texts.CLOSED_WHY}"
            column.addWidget(label(line, tone="good", wrap=True))
        hidden = self._hide.isChecked()
        self._boxes = [Boxes(self._theme, self._model, page, hidden=hidden) for page in pages]
        for page, boxes in zip(pages, self._boxes, strict=True):
            if len(pages) > 1:
                column.addWidget(label(page.partition(" ")[2], letters="title", wrap=True))
            column.addWidget(boxes)
        column.addStretch(1)
        self._form.setWidget(inside)

    def _redraw_boxes(self) -> None:
        title, pages = STEPS[self.step]
        if pages and self._model.meeting:
            self._draw_boxes(title, pages)

    def _focus(self, where: str) -> None:
        for boxes in self._boxes:
            for spot, field in boxes.fields.items():
                spelt = ".".join(map(str, spot))
                if spelt == where or spelt.startswith(f"{where}."):
                    field.setFocus()
                    self._form.ensureWidgetVisible(field)
                    return

    def _wait(self, busy: bool) -> None:
        """Nobody writes while files are made or read: what they wrote would be overlaid."""
        if busy == self.isEnabled():
            self.setEnabled(not busy)
            self._state.setText(texts.WORKING if busy else self._kept())
            if not busy and self.isVisible():
                self.begin()

    def _tell_saving(self, saving: bool) -> None:
        self._state.setText(texts.SAVING if saving else self._kept())

    def _kept(self) -> str:
        meeting = self._model.meeting
        if meeting is None or meeting.team is None:
            return texts.SAVED
        return texts.SAVED_THERE if self._model.is_handed_on else texts.SAVED_HERE

    def _tell_time(self) -> None:
        if self._began:
            spent = int((self._now() - self._began).total_seconds() // 60)
            self.agenda.clock.setText(texts.SINCE.format(spent, _PLANNED))


def _as_wide(place: QWidget, inside: QWidget) -> None:
    place.setFixedWidth(inside.maximumWidth() + 2)
