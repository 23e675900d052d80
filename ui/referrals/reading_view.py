"""A referral as whoever signs it off reads it: what goes to the service, and what does not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.kit.announcing import announce
from ui.kit.answers import answer_grid
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style
from ui.referrals import texts
from ui.referrals.quoting import quoted
from ui.referrals.view_model import Opened, ReferralsViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.forms.sections import Section

WIDTH: Final = 760


class ReadingView(CardColumn):
    """Shows the copy that was opened; Escape goes back to the list."""

    def __init__(self, theme: Theme, model: ReferralsViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self.words = QLineEdit()

    def show_copy(self, opened: Opened) -> None:
        """Show this copy from its top."""
        begun = self.words.text()
        self.clear()
        name, reading = opened.name, opened.reading
        back = button(texts.BACK_TO_LIST, self._model.close_copy, "link")
        self.first = back
        self.column.addWidget(at_the_left(back))
        self.column.addWidget(label(name, letters="display", wrap=True))
        self.column.addWidget(label(texts.reading_line(opened.followed), tone="muted", wrap=True))
        for said in opened.said:
            self.column.addWidget(quoted(texts.said_by(said, mine=False), said.words))
        for warning in reading.warnings:
            self.column.addWidget(_warning(warning))
        if reading.notes:
            notes = self.card(texts.READ_NOTES)
            for note in reading.notes:
                notes.addWidget(label(note, wrap=True))
        self._add_sections(texts.GOES.format(name), texts.GOES_WHAT, reading.goes)
        self._add_sections(texts.STAYS, texts.STAYS_WHAT.format(name), reading.stays)
        self._add_deeds(opened, begun)
        self.respace()
        self.verticalScrollBar().setValue(0)
        announce(self, f"{name}. {texts.reading_line(opened.followed)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._model.close_copy()
        else:
            super().keyPressEvent(event)

    def _add_sections(self, title: str, what: str, sections: Iterable[Section]) -> None:
        found = tuple(sections)
        if not found:
            return
        self.column.addWidget(label(title, letters="title", wrap=True))
        self.column.addWidget(label(what, tone="muted", wrap=True))
        for section in found:
            inside = self.card(section.title)
            inside.addLayout(answer_grid(self._theme, section.entries))

    def _add_deeds(self, opened: Opened, begun: str) -> None:
        inside = self.card(texts.READ_DONE)
        sign = button(texts.SIGN_OFF, partial(self._model.sign_off, opened.id), "primary")
        inside.addWidget(label(texts.SIGN_OFF_WHAT.format(opened.name), wrap=True))
        inside.addWidget(at_the_left(sign))
        self.words = QLineEdit()
        self.words.setText(begun)
        self.words.setAccessibleName(texts.NOT_YET)
        self.words.setPlaceholderText(texts.NOT_YET_HINT)
        asked = label(texts.NOT_YET, strong="true", wrap=True)
        asked.setBuddy(self.words)
        back = button(texts.SEND_BACK, lambda: self._model.send_back(opened.id, self.words.text()))
        no = button(texts.REFUSE, lambda: self._model.refuse(opened.id, self.words.text()))
        self.words.returnPressed.connect(back.click)
        for widget in (asked, self.words, at_the_left(back, no)):
            inside.addWidget(widget)
        inside.addWidget(label(texts.NOT_YET_WHAT, tone="muted", letters="small", wrap=True))


def _warning(words: str) -> QWidget:
    made = QFrame()
    style(made, kind="card", tone="bad")
    QVBoxLayout(made).addWidget(label(words, strong="true", wrap=True))
    return made
