"""Where minutes begin: a case number, the minutes that are kept, and a two-minute start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from librarian.application.minutes.made_up import is_made_up
from librarian.domain.forms.wording import in_day
from librarian.domain.minutes.carrying import number_of, said
from librarian.domain.minutes.days_typed import day_typed
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, point
from ui.minutes import texts
from ui.minutes.view_model import MinutesViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.minutes.ports import Meeting

WIDTH: Final = 760
_EXAMPLES: Final = 3


class StartView(CardColumn):
    """The list of minutes, and how to begin."""

    lesson_wanted = Signal()

    def __init__(self, theme: Theme, model: MinutesViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self.case = QLineEdit()
        self._sure = ""
        self._again: QWidget | None = None
        model.listed.connect(self.draw)

    def draw(self) -> None:
        """Show what is kept now."""
        typed = self.case.text()
        self.clear()
        self.column.addWidget(label(texts.HEAD, letters="display", wrap=True))
        self._add_new(typed)
        self._add_kept()
        if self._model.damaged:
            self._add_damaged()
        pack = self.card(texts.PACK_TITLE)
        pack.addWidget(label(texts.PACK_TEXT, tone="muted", wrap=True))
        self.column.addStretch(1)
        self.respace()

    def _add_new(self, typed: str) -> None:
        card = self.card(texts.NEW)
        card.addWidget(label(texts.NEW_TEXT, tone="muted", wrap=True))
        self.case = QLineEdit(typed)
        self.case.setAccessibleName(texts.CASE)
        self.case.setPlaceholderText(texts.CASE)
        self.case.setFixedWidth(self._theme.px(220))
        self.case.returnPressed.connect(self._begin)
        begin = button(texts.BEGIN, self._begin, "primary")
        lesson = button(texts.FIRST_TIME, self.lesson_wanted.emit)
        card.addWidget(at_the_left(self.case, begin, lesson))
        self.first = self.case

    def _add_kept(self) -> None:
        card = self.card(texts.KEPT)
        if not self._model.meetings:
            card.addWidget(label(texts.NONE_KEPT, tone="muted"))
        for meeting in self._model.meetings or ():
            title, line = _told(meeting)
            again = button(texts.OPEN, partial(self._model.open, meeting))
            again.setAccessibleName(f"{texts.OPEN}: {title}, {line}")
            card.addWidget(self.row(title, line, again))
        if any(is_made_up(each) for each in self._model.meetings or ()):
            card.addWidget(label(texts.MADE_UP_WHY, tone="muted", wrap=True))
            card.addWidget(at_the_left(button(texts.MADE_UP_AWAY, self._model.forget_samples)))

    def _add_damaged(self) -> None:
        """What cannot be opened; it is deleted by a second press, once the first has asked."""
        card = self.card(texts.DAMAGED)
        if any(each.may_be_locked for each in self._model.damaged):
            card.addWidget(label(texts.OTHER_WORDS_WHAT, wrap=True))
            words = QLineEdit()
            words.setEchoMode(QLineEdit.EchoMode.Password)
            words.setAccessibleName(texts.OTHER_WORDS)
            words.setPlaceholderText(texts.OTHER_WORDS)
            words.setFixedWidth(self._theme.px(280))
            give = button(texts.OPEN_OLDER, lambda: self._model.open_older(words.text()))
            words.returnPressed.connect(give.click)
            card.addWidget(at_the_left(words, give))
        for broken in self._model.damaged:
            if not broken.is_mine:
                card.addWidget(self.row(broken.what, broken.remedy, tone="warn"))
                continue
            title = f"{broken.what} ({texts.FILE.format(broken.id)})"
            day = texts.KEPT_ON.format(in_day(broken.kept)) if broken.kept else ""
            line = f"{day} {broken.remedy}".strip()
            if broken.id == self._sure:
                delete = button(texts.DELETE_SURE, partial(self._model.forget, broken.id))
            else:
                delete = button(texts.DELETE, partial(self._ask_again, broken.id))
            delete.setAccessibleName(f"{delete.text()}: {title}")
            card.addWidget(self.row(title, line, delete, tone="warn"))
            if broken.id == self._sure:
                self._again = delete

    def _ask_again(self, meeting: str) -> None:
        self._sure = meeting
        self.draw()
        if self._again:
            self._again.setFocus()

    def _begin(self) -> None:
        self._model.begin(self.case.text())
        self.case.clear()


class LockedView(CardColumn):
    """Asks for a passphrase where the computer has no place for a key."""

    def __init__(self, theme: Theme, model: MinutesViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self._passphrase = QLineEdit()

    def explain(self, title: str, remedy: str) -> None:
        """Say why it is asked."""
        self.clear()
        self.column.addWidget(label(texts.HEAD, letters="display", wrap=True))
        card = self.card(title)
        card.addWidget(label(remedy, tone="muted", wrap=True))
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.setAccessibleName(texts.OPENING_WORDS)
        self._passphrase.setPlaceholderText(texts.OPENING_WORDS)
        self._passphrase.setFixedWidth(self._theme.px(280))
        self._passphrase.returnPressed.connect(self._unlock)
        self.first = self._passphrase
        card.addWidget(at_the_left(self._passphrase, button(texts.UNLOCK, self._unlock, "primary")))
        self.column.addStretch(1)
        self.respace()

    def _unlock(self) -> None:
        self._model.unlock(self._passphrase.text())


class LessonView(CardColumn):
    """What somebody reads who has never taken minutes: what matters, and three examples."""

    left = Signal()

    def __init__(self, theme: Theme, model: MinutesViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._model = model
        model.listed.connect(self.draw)

    def draw(self) -> None:
        """Show the guide."""
        guide = self._model.guide
        self.clear()
        if guide is None:
            return
        self.column.addWidget(label(texts.START_TITLE, letters="display", wrap=True))
        card = self.card(texts.GUIDE)
        for line in guide.points:
            card.addWidget(point(line))
        examples = self.card(texts.EXAMPLE)
        six = {page for _, pages, _ in texts.STEPS for page in pages}
        for section in [each for each in guide.sections if each.title in six][:_EXAMPLES]:
            examples.addWidget(_example(section.title, section.good, section.poor))
        ready = button(texts.START_DONE, self.left.emit, "primary")
        self.first = ready
        self.column.addWidget(at_the_left(ready))
        self.column.addStretch(1)
        self.respace()


def _example(title: str, good: str, poor: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label(title, strong="true", wrap=True))
    column.addWidget(label(f"{texts.GOOD}: {good}", tone="good", wrap=True))
    column.addWidget(label(f"{texts.POOR}: {poor}", tone="muted", wrap=True))
    return made


def _told(meeting: Meeting) -> tuple[str, str]:
    day = day_typed(said(meeting.answers.get("meeting"), "date"))
    title = f"{meeting.case or texts.NO_CASE}: {texts.MEETING.format(number_of(meeting.answers))}"
    parts = [in_day(day) if day else texts.NO_DAY, texts.STAGES[meeting.stage]]
    parts += [texts.IN_TEAM] if meeting.team else []
    return title, " · ".join([*parts, texts.MADE_UP] if is_made_up(meeting) else parts)
