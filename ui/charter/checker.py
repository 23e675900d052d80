"""Should you invite us? Four questions at the left, the team's answer and words to send beside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.charter.inviting import (
    Invitation,
    InviteRules,
    Verdict,
    answered,
    is_protected,
    rules_of,
)
from librarian.domain.charter.sections import VERDICTS
from ui.charter import texts
from ui.kit.scrolled import scrolled
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label, style

_TONES = {
    Verdict.RING: "bad",
    Verdict.COME: "good",
    Verdict.MORNING: "warn",
    Verdict.NOTE: "accent",
    Verdict.OTHER: "accent",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Three radio buttons of one question: yes, no, not sure."""

    group: QButtonGroup
    buttons: tuple[QRadioButton, QRadioButton, QRadioButton]

    @property
    def said(self) -> bool | None:
        """What was chosen; None for not sure."""
        return {0: True, 1: False}.get(self.group.checkedId())


class InviteChecker(QWidget):
    """Asks, and answers at once; nothing is sent or kept."""

    copied = Signal()
    left = Signal()

    def __init__(self, theme: Theme, today: Callable[[], QDate]) -> None:
        super().__init__()
        self._theme = theme
        self._today = today
        self._rules: InviteRules = rules_of({})
        self.unsafe = QCheckBox(texts.ASK_UNSAFE)
        self.meeting = Dropdown(theme)
        self.adds = _choice(texts.ASK_ADDS)
        self.note = _choice(texts.ASK_NOTE)
        self.known = QCheckBox(texts.ASK_KNOWN)
        self.day, self.time = QDateEdit(), QTimeEdit(QTime(9, 30))
        self._clock = label(tone="muted", wrap=True)
        self._verdict = label(letters="title", wrap=True)
        self._why = label(wrap=True)
        self._whose = label(tone="muted", wrap=True)
        self.words = QPlainTextEdit()
        self.copy = button(texts.COPY, self._copy, "primary")
        self._name()
        self._lay_out()
        self._connect()
        theme.follow(self, self._redraw)

    def show_charter(self, answers: Mapping[str, object]) -> None:
        """Ask by the rules of this charter."""
        self._rules = rules_of(answers)
        self.meeting.clear()
        self.meeting.addItem(texts.ANOTHER)
        for rule in self._rules.meetings:
            self.meeting.addItem(rule.meeting)
        self.meeting.setCurrentIndex(min(1, self.meeting.count() - 1))
        self.day.setDate(self._today())
        self._answer()

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        self.unsafe.setFocus()

    def _name(self) -> None:
        self.meeting.setAccessibleName(texts.ASK_MEETING)
        self.day.setAccessibleName(texts.ASK_DAY)
        self.time.setAccessibleName(texts.ASK_TIME)
        self.words.setAccessibleName(texts.REPLY)
        self.words.setTabChangesFocus(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.time.setDisplayFormat("h:mm ap")
        for field in (self.day, self.time):
            field.lineEdit().setTextMargins(self._theme.px(8), 0, 0, 0)

    def _connect(self) -> None:
        self.unsafe.toggled.connect(self._answer)
        self.known.toggled.connect(self._answer)
        self.meeting.currentIndexChanged.connect(self._answer)
        self.adds.group.idToggled.connect(self._answer)
        self.note.group.idToggled.connect(self._answer)
        self.day.dateChanged.connect(self._answer)
        self.time.timeChanged.connect(self._answer)

    def _asked(self) -> Invitation:
        index = self.meeting.currentIndex()
        rules, known = self._rules.meetings, self.known.isChecked()
        day, time = self.day.date().toPython(), self.time.time().toPython()
        return Invitation(
            rule=rules[index - 1] if 0 < index <= len(rules) else None,
            unsafe=self.unsafe.isChecked(),
            adds=self.adds.said,
            note_would_do=self.note.said,
            day=day if known else None,  # type: ignore[arg-type]  # Qt says object
            starts=time if known else None,  # type: ignore[arg-type]  # as above
        )

    def _answer(self) -> None:
        asked = self._asked()
        reply = answered(self._rules, asked)
        for field in (self.day, self.time):
            field.setEnabled(self.known.isChecked())
        self._verdict.setText(VERDICTS[reply.verdict])
        style(self._verdict, tone=_TONES[reply.verdict])
        style(self._card, tone=_TONES[reply.verdict])
        self._why.setText("\n".join(reply.why))
        self._whose.setText(texts.WHOSE.format(reply.whose) if reply.whose else "")
        self.words.setPlainText(reply.words)
        self._clock.setText(self._of_the_clock(asked))

    def _of_the_clock(self, asked: Invitation) -> str:
        time = self._rules.time
        if asked.starts is None:
            return texts.MEETINGS.format(time.meetings_spoken, time.spoken)
        if is_protected(self._rules, asked):
            return texts.PROTECTED.format(time.spoken)
        return texts.NOT_PROTECTED.format(time.spoken)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())
        self.copied.emit()

    def _lay_out(self) -> None:
        asks, self._asks = QWidget(), QVBoxLayout()
        asks.setLayout(self._asks)
        self._asks.addWidget(label(texts.INVITE, letters="display", wrap=True))
        self._asks.addWidget(label(texts.ASK_LEAD, tone="muted", wrap=True))
        self._asks.addWidget(self.unsafe)
        self._add(texts.ASK_MEETING, self.meeting)
        self._add(texts.ASK_ADDS, _row(*self.adds.buttons))
        self._add(texts.ASK_NOTE, _row(*self.note.buttons))
        self._add(texts.ASK_WHEN, self.known)
        self._asks.addWidget(_row(self.day, self.time))
        self._asks.addWidget(self._clock)
        back = button(texts.BACK, self.left.emit)
        self._asks.addWidget(_row(back))
        self._asks.addStretch(1)
        self._card = QFrame()
        style(self._card, kind="card")
        self._says = QVBoxLayout(self._card)
        for said in (self._verdict, self._why, self._whose, label(texts.REPLY, strong="true")):
            self._says.addWidget(said)
        self._says.addWidget(self.words, 1)
        self._says.addWidget(_row(self.copy))
        inside = QWidget()
        self._columns = QHBoxLayout(inside)
        self._columns.addWidget(asks, 5)
        answer = QVBoxLayout()
        answer.addWidget(self._card)
        answer.addStretch(1)
        self._columns.addLayout(answer, 6)
        self._inside = inside
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = scrolled(held)
        for widget in (area, held):
            style(widget, kind="page")
        outer.addWidget(area)

    def _add(self, question: str, widget: QWidget) -> None:
        self._asks.addSpacing(self._theme.px(8))
        self._asks.addWidget(label(question, strong="true", wrap=True))
        self._asks.addWidget(widget)

    def _redraw(self) -> None:
        px = self._theme.px
        self._columns.setContentsMargins(px(36), px(28), px(36), px(28))
        self._columns.setSpacing(px(36))
        self._asks.setSpacing(px(8))
        self._asks.setContentsMargins(0, 0, 0, 0)
        self._says.setContentsMargins(px(22), px(20), px(22), px(18))
        self._says.setSpacing(px(10))
        self.words.setFixedHeight(px(340))
        self._inside.setMaximumWidth(px(1240))


def _choice(question: str) -> Choice:
    group = QButtonGroup()
    made = []
    for number, words in enumerate((texts.YES, texts.NO, texts.NOT_SURE)):
        each = QRadioButton(words)
        each.setAccessibleName(f"{question} {words}")
        group.addButton(each, number)
        made.append(each)
    made[2].setChecked(True)
    return Choice(group, (made[0], made[1], made[2]))


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return made
