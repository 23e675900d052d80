"""The end of a meeting: gentle checks, next dates, the page of actions, packs, what is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from librarian.domain.forms.wording import in_day
from librarian.domain.minutes.carrying import WORDS_IN, said
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, point
from ui.minutes import texts
from ui.minutes.boxes import NAMES
from ui.minutes.looking import Review
from ui.minutes.view_model import MinutesViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.minutes.taking_minutes import Written
    from librarian.domain.minutes.working_days import Proposed

WIDTH: Final = 760
_SAID_IN: Final = {**WORDS_IN, "voice": "child", "seen": "child", "dispute": "about"}
_SHOWN: Final = 50
Choose = Callable[[], Path | None]


class EndView(CardColumn):
    """What is done once everybody has spoken."""

    wanted = Signal(str)
    """Show the section of this question."""
    open_wanted = Signal(object)
    said = Signal(str)
    file_wanted = Signal()

    def __init__(self, theme: Theme, model: MinutesViewModel, choose: Choose) -> None:
        super().__init__(theme, WIDTH)
        self._model = model
        self._choose = choose
        self._review: Review | None = None
        self._written: Written | None = None
        self._are_hidden = False
        model.reviewed.connect(self._take)
        model.written.connect(self._take_written)
        model.opened.connect(self._forget)

    def hide_names(self, hidden: bool) -> None:
        """Whether somebody else looks at this screen."""
        self._are_hidden = hidden
        self.draw()

    def draw(self) -> None:
        """Show it as it is now."""
        had_keyboard = self.has_keyboard()
        self.clear()
        self.column.addWidget(label(texts.END, letters="display", wrap=True))
        self._add_finish()
        self._add_unplaced()
        if self._review:
            self._add_days(self._review)
            self._add_remarks(self._review)
            self._add_history(self._review)
        self._add_pack()
        self._add_team()
        self.column.addStretch(1)
        self.respace()
        if had_keyboard:
            self.begin()

    def _add_finish(self) -> None:
        card = self.card(texts.FINISH)
        card.addWidget(label(texts.FINISH_TEXT, tone="muted", wrap=True))
        if not said(self._model.answers.get("dates"), "taker"):
            go = button(texts.GO_THERE, partial(self.wanted.emit, "dates.taker"))
            go.setAccessibleName(f"{texts.GO_THERE}: {texts.NEXT_TAKER}")
            card.addWidget(self.row(texts.NEXT_TAKER, texts.NEXT_TAKER_DO, go, tone="warn"))
        make = button(texts.MAKE_ACTIONS, partial(self._into, self._model.finish), "primary")
        self.first = make
        copy = button(texts.COPY_ACTIONS, self._copy_actions)
        draft = button(texts.MAKE_DRAFT, partial(self._into, self._model.draft))
        card.addWidget(at_the_left(make, copy, draft))
        if self._written:
            self._add_written(card, self._written)

    def _add_written(self, card: QVBoxLayout, written: Written) -> None:
        if written.problems:
            for problem in written.problems:
                line = texts.KEPT_BACK.format(f"{problem.what} {problem.remedy}")
                card.addWidget(label(line, tone="bad", wrap=True))
            return
        deeds = [button(texts.OPEN_PAGE, partial(self.open_wanted.emit, written.folder))]
        if written.letter:
            deeds.append(button(texts.OPEN_LETTER, partial(self.open_wanted.emit, written.letter)))
        card.addWidget(self.row(texts.MADE, texts.MADE_TEXT, *deeds, tone="good"))

    def _add_days(self, review: Review) -> None:
        card = self.card(texts.DAYS)
        days = review.days
        if not days.core and not days.conference:
            card.addWidget(label(texts.NO_DAYS, tone="muted", wrap=True))
        for name, words, proposed in (
            ("core", texts.CORE, days.core),
            ("conference", texts.CONFERENCE, days.conference),
        ):
            if proposed:
                self._add_day(card, name, words, proposed)
        if days.share_by:
            line = texts.SHARE_BY.format(f"{days.share_by:%A} {in_day(days.share_by)}")
            card.addWidget(label(line, wrap=True))
        if days.guidance:
            card.addWidget(label(texts.GUIDANCE.format(days.guidance), tone="muted", wrap=True))
        for doubt in days.doubts:
            card.addWidget(label(doubt, tone="warn", wrap=True))

    def _add_day(self, card: QVBoxLayout, name: str, words: str, proposed: Proposed) -> None:
        line = words.format(f"{proposed.day:%A} {in_day(proposed.day)}")
        use = button(texts.USE_DAY, partial(self._use, name, proposed.day.isoformat()))
        use.setAccessibleName(f"{texts.USE_DAY}: {line}")
        rule = f"{proposed.rule[:1].upper()}{proposed.rule[1:]}."
        card.addWidget(self.row(line, rule, use))

    def _add_remarks(self, review: Review) -> None:
        card = self.card(texts.CHECKS)
        if not review.remarks:
            card.addWidget(label(texts.ALL_CLEAR, tone="good", wrap=True))
            return
        card.addWidget(label(texts.CHECKS_TEXT, tone="muted", wrap=True))
        for remark in review.remarks:
            go = button(texts.GO_THERE, partial(self.wanted.emit, remark.where))
            about = self._words_at(remark.where)
            line = texts.ABOUT.format(about, remark.remedy) if about else remark.remedy
            go.setAccessibleName(f"{texts.GO_THERE}: {remark.what} {about}".strip())
            card.addWidget(self.row(remark.what, line, go))

    def _words_at(self, where: str) -> str:
        """The beginning of the row that a remark is about, or the child's name."""
        name, _, rest = where.partition(".")
        if self._are_hidden and _SAID_IN.get(name, "name") in NAMES:
            return ""
        at = rest.partition(".")[0]
        rows = self._model.rows(name)
        if not at.isdigit() or int(at) >= len(rows):
            return ""
        words = str(rows[int(at)].get(_SAID_IN.get(name, "name")) or "")
        return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"

    def _add_unplaced(self) -> None:
        meeting = self._model.meeting
        if not meeting or not meeting.unplaced:
            return
        card = self.card(texts.UNPLACED)
        card.addWidget(label(texts.UNPLACED_TEXT, tone="muted", wrap=True))
        for text, where in meeting.unplaced:
            copy = button(texts.COPY, partial(self._copy, text))
            copy.setAccessibleName(f"{texts.COPY}: {text}")
            done = button(texts.TICK_OFF, partial(self._model.tick_off, (text, where)))
            done.setAccessibleName(f"{texts.TICK_OFF}: {text}")
            card.addWidget(self.row(text, where, copy, done))

    def _add_history(self, review: Review) -> None:
        longer = {item: steps for item, steps in review.history.items() if len(steps) > 1}
        if not longer:
            return
        card = self.card(texts.HISTORY)
        for item, steps in longer.items():
            card.addWidget(label(f"{item}  {steps[-1].words}", strong="true", wrap=True))
            for step in steps:
                difference = f": {step.difference}" if step.difference else ""
                state, kind = texts.STATES[step.state], texts.KINDS[step.kind]
                card.addWidget(
                    point(texts.HISTORY_LINE.format(step.meeting, kind, state, difference))
                )

    def _add_pack(self) -> None:
        card = self.card(texts.PACK)
        card.addWidget(label(texts.PACK_TEXT, tone="muted", wrap=True))
        make = button(texts.PACK_DO, partial(self._into, self._model.write_pack))
        mail = button(texts.PACK_MAIL, self._model.post_pack)
        card.addWidget(at_the_left(make, mail, button(texts.READ_PACK, self.file_wanted.emit)))

    def _add_team(self) -> None:
        """A colleague carries on: where these minutes lie, and for whom they open."""
        card = self.card(texts.TEAM)
        meeting = self._model.meeting
        people = ", ".join(self._review.people) if self._review else ""
        if meeting and meeting.team:
            card.addWidget(label(texts.TEAM_KEPT, tone="good", wrap=True))
        else:
            card.addWidget(label(texts.TEAM_TEXT, tone="muted", wrap=True))
            card.addWidget(at_the_left(button(texts.TEAM_DO, self._model.share)))
        if people:
            card.addWidget(label(texts.TEAM_PEOPLE.format(people), tone="muted", wrap=True))

    def _take(self, review: Review) -> None:
        self._review = review
        self.draw()

    def _take_written(self, written: Written) -> None:
        self._written = written
        self.draw()

    def _forget(self) -> None:
        self._written = self._review = None

    def _into(self, deed: Callable[[Path], None]) -> None:
        folder = self._choose()
        if folder:
            deed(folder)

    def _use(self, name: str, day: str) -> None:
        self._model.answer(("dates", name), day)
        self._model.review()

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(texts.COPIED)

    def _copy_actions(self) -> None:
        self._copy(actions_as_text(self._model))


def actions_as_text(model: MinutesViewModel) -> str:
    """Return the open actions as lines to paste: what, who, by when."""
    new = model.rows("action")
    old = [
        row
        for row in model.rows("last")
        if row.get("state") != "done" and row.get("then") in (None, "", "action")
    ]
    lines = [
        "\t".join(filter(None, (str(row.get(name, "")) for name in ("id", "what", "who", "due"))))
        for row in (*new, *old)
        if row.get("what")
    ]
    return "\n".join(lines)
