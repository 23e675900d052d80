"""The social worker's page: what is withheld from whom, confirming, giving out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.domain.forms.reading import properties_of
from librarian.domain.forms.wording import in_day
from librarian.domain.minutes.carrying import said
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label, point
from ui.minutes import texts
from ui.minutes.boxes import LongText
from ui.minutes.view_model import MinutesViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.minutes.taking_minutes import Written
    from librarian.domain.forms.form import FormDefinition

WIDTH: Final = 760
_SHOWN: Final = 60
_NOT_WITHHELD: Final = ("withheld", "confirm", "meeting", "dates")


class WorkerView(CardColumn):
    """What only the social worker decides."""

    open_wanted = Signal(object)

    def __init__(
        self, theme: Theme, model: MinutesViewModel, choose: Callable[[], Path | None]
    ) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self._choose = choose
        self._written: Written | None = None
        self._part = Dropdown(theme)
        self._reader = Dropdown(theme)
        self._why = QLineEdit()
        self._by = QLineEdit()
        self._comments = ""
        self._shown = ""
        model.written.connect(self._take_written)
        model.opened.connect(self._forget)

    def draw(self) -> None:
        """Show it as it is now."""
        had_keyboard = self.has_keyboard()
        self.clear()
        self.column.addWidget(label(texts.WORKER, letters="display", wrap=True))
        self._add_withheld()
        self._add_comments()
        self._add_confirm()
        self._add_issue()
        self.column.addStretch(1)
        self.respace()
        if had_keyboard:
            self.begin()

    def _add_withheld(self) -> None:
        card = self.card(texts.WITHHOLD)
        card.addWidget(label(texts.WITHHOLD_TEXT, tone="muted", wrap=True))
        titles = dict(self._parts())
        for number, row in enumerate(self._model.rows("withheld")):
            part = titles.get(str(row.get("what")), str(row.get("what")))
            reader = row.get("reader") or texts.EVERYONE
            if self._model.is_closed:
                card.addWidget(point(texts.WITHHELD_ROW.format(part, reader)))
                continue
            back = button(texts.TAKE_BACK.format(part, reader), partial(self._take_back, number))
            card.addWidget(at_the_left(back))
        if not self._model.is_closed:
            self._add_choice(card)
        elif not self._model.rows("withheld"):
            card.addWidget(label(texts.NOTHING_WITHHELD))

    def _add_choice(self, card: QVBoxLayout) -> None:
        self._part, self._reader = Dropdown(self._theme), Dropdown(self._theme)
        self._why = QLineEdit()
        for name, title in self._parts():
            self._part.addItem(title, name)
        names = [said(row, "name") for row in self._model.rows("readers")]
        self._reader.addItems([*filter(None, names), texts.EVERYONE])
        asked = QWidget()
        form = QFormLayout(asked)
        form.setContentsMargins(0, 0, 0, 0)
        fields: tuple[tuple[str, QWidget], ...] = (
            (texts.PART, self._part),
            (texts.READER, self._reader),
            (texts.WHY, self._why),
        )
        for title, field in fields:
            field.setAccessibleName(title)
            form.addRow(title, field)
        card.addWidget(asked)
        card.addWidget(at_the_left(button(texts.WITHHOLD_DO, self._withhold)))
        self.first = self._part

    def _parts(self) -> list[tuple[str, str]]:
        """Everything that can be withheld: whole lists and groups, and each row by itself."""
        form = self._model.form
        found: list[tuple[str, str]] = []
        for name, title in titles_of_parts(form) if form else ():
            found.append((name, title))
            rows = self._model.rows(name)
            told = ((f"{name}.{at}", _row_words(row)) for at, row in enumerate(rows))
            found += [(spot, f"    {words}") for spot, words in told if words]
        return found

    def _add_comments(self) -> None:
        """Something is to be put right first: it goes back with the pack."""
        if self._model.is_closed:
            return
        card = self.card(texts.COMMENTS)
        card.addWidget(label(texts.COMMENTS_TEXT, tone="muted", wrap=True))
        typed = LongText()
        typed.setAccessibleName(texts.COMMENTS_FIELD)
        typed.setPlaceholderText(texts.COMMENTS_FIELD)
        typed.setFixedHeight(self._theme.px(72))
        typed.setPlainText(self._comments)
        typed.textChanged.connect(lambda: self._note(typed.toPlainText()))
        card.addWidget(typed)
        card.addWidget(at_the_left(button(texts.COMMENTS_DO, self._post_comments)))

    def _note(self, words: str) -> None:
        self._comments = words

    def _post_comments(self) -> None:
        self._model.post_comments(self._comments)

    def _add_confirm(self) -> None:
        card = self.card(texts.CONFIRM)
        meeting = self._model.meeting
        if meeting and meeting.stage != "draft":
            by = said(self._model.answers.get("confirm"), "by")
            card.addWidget(label(texts.CONFIRMED.format(by), tone="good", wrap=True))
            reopen = button(texts.REOPEN, self._model.reopen)
            self.first = self.first or reopen
            card.addWidget(at_the_left(reopen))
            return
        card.addWidget(label(texts.CONFIRM_TEXT, tone="muted", wrap=True))
        self._by = QLineEdit(said(self._model.answers.get("meeting"), "chair"))
        self._by.setAccessibleName(texts.CONFIRM_NAME)
        self._by.setPlaceholderText(texts.CONFIRM_NAME)
        self._by.setFixedWidth(self._theme.px(260))
        confirm = button(texts.CONFIRM_DO, self._confirm, "primary")
        card.addWidget(at_the_left(self._by, confirm))

    def _add_issue(self) -> None:
        card = self.card(texts.ISSUE)
        card.addWidget(label(texts.ISSUE_TEXT, tone="muted", wrap=True))
        issue = button(texts.ISSUE_DO, self._issue)
        meeting = self._model.meeting
        issue.setEnabled(bool(meeting and meeting.stage != "draft"))
        card.addWidget(at_the_left(issue))
        days = sorted(set(meeting.issued.values())) if meeting else []
        if days:
            told = ", ".join(in_day(date.fromisoformat(day)) for day in days)
            card.addWidget(label(texts.ISSUED_ON.format(told), tone="good"))
        if self._written and self._written.folder:
            show = button(texts.OPEN_FOLDER, partial(self.open_wanted.emit, self._written.folder))
            card.addWidget(at_the_left(show))
        for reader, letter in self._written.letters if self._written else ():
            mail = button(texts.READER_MAIL, partial(self.open_wanted.emit, letter))
            mail.setAccessibleName(f"{texts.READER_MAIL}: {reader}")
            card.addWidget(self.row(reader, texts.READER_MAIL_WHY, mail))
        for problem in self._written.problems if self._written else ():
            line = texts.KEPT_BACK.format(f"{problem.what} {problem.remedy}")
            card.addWidget(label(line, tone="bad", wrap=True))

    def _withhold(self) -> None:
        told = {"what": str(self._part.currentData()), "reader": self._reader.currentText()}
        self._model.add_row("withheld", **told, why=self._why.text())
        self.draw()

    def _take_back(self, row: int) -> None:
        self._model.remove_row("withheld", row)
        self.draw()

    def _confirm(self) -> None:
        self._model.confirm(self._by.text())

    def _issue(self) -> None:
        folder = self._choose()
        if folder:
            self._model.issue(folder)

    def _take_written(self, written: Written) -> None:
        self._written = written
        self.draw()

    def _forget(self) -> None:
        self._written = None
        shown = self._model.meeting.id if self._model.meeting else ""
        if shown != self._shown:
            self._shown, self._comments = shown, ""


def titles_of_parts(form: FormDefinition) -> list[tuple[str, str]]:
    """Return each list and group of the minutes that may be withheld, with its title."""
    told = properties_of(form.schema)
    found = []
    for name in dict.fromkeys(each.pattern[0] for each in form.questions):
        schema = told.get(name)
        if name not in _NOT_WITHHELD and isinstance(schema, dict):
            found.append((name, str(schema.get("title", name))))
    return found


def _row_words(row: dict[str, Any]) -> str:
    words = ", ".join(str(each) for key, each in row.items() if each and key not in ("id", "then"))
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
