"""The forms there are, and those that were begun."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.forms import texts
from ui.forms.view_model import FormsViewModel
from ui.kit.card_column import CardColumn
from ui.kit.theme import Theme
from ui.kit.widgets import button, label

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.form_desk import Draft

WIDTH = 760


class ListView(CardColumn):
    """A card for what was begun, one for the forms; one more where nothing can be kept yet."""

    def __init__(self, theme: Theme, model: FormsViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._model = model
        self._asked = ""
        self._keep: QWidget | None = None

    def show_forms(self) -> None:
        """Show what there is now."""
        had_keyboard = self.has_keyboard()
        self.clear()
        self.column.addWidget(label(texts.LEAD, letters="display"))
        self.column.addWidget(label(texts.LEAD_WHAT, tone="muted", wrap=True))
        if self._model.found.is_locked:
            self._add_lock()
        self._add_drafts()
        self._add_shared()
        self._add_last_times()
        self._add_forms()
        self.respace()
        if had_keyboard:
            self.begin()

    def _add_drafts(self) -> None:
        if not self._model.found.drafts:
            return
        card = self.card(texts.BEGUN)
        for draft in self._model.found.drafts:
            card.addWidget(self._draft(draft))
        if any(each.is_closed for each in self._model.found.drafts):
            card.addWidget(label(texts.OTHER_WORDS_WHAT, wrap=True))
            card.addWidget(self._words(texts.OTHER_WORDS, texts.OPEN_OLDER, self._model.take_in))

    def _draft(self, draft: Draft) -> QWidget:
        deeds: list[QWidget] = []
        if not draft.outdated and not draft.is_closed:
            go = button(texts.CARRY_ON, partial(self._model.carry_on, draft.id), "primary")
            go.setAccessibleName(f"{texts.CARRY_ON}: {draft.title}")
            deeds.append(go)
        if draft.apart and draft.apart in self._in_team():
            both = button(texts.JOIN_DO, partial(self._model.joining.begin, draft.id))
            both.setAccessibleName(f"{texts.JOIN_DO}: {draft.title}")
            deeds.append(both)
        line = texts.draft_line(draft)
        return self._deletable(
            draft.id, (draft.title, line), deeds, partial(self._model.delete, draft)
        )

    def _in_team(self) -> set[str]:
        return {each.id for each in self._model.found.team.drafts if each.gone is None}

    def _deletable(
        self,
        name: str,
        words: tuple[str, str],
        deeds: list[QWidget],
        delete: Callable[[], object],
        ask: str = texts.DELETE_ASK,
    ) -> QWidget:
        """A row with Delete, which asks in its place before it does so."""
        title, line = words
        if self._asked != name:
            asks = button(texts.DELETE, partial(self._ask, name))
            asks.setAccessibleName(f"{texts.DELETE}: {title}, {line}")
            return self.row(title, line, *deeds, asks)
        do = button(texts.DELETE_DO, partial(self._answer, delete))
        do.setAccessibleName(f"{texts.DELETE_DO}: {title}")
        keep = button(texts.DELETE_NOT, partial(self._answer, None))
        keep.setAccessibleName(f"{texts.DELETE_NOT}: {title}. {ask}")
        self._keep = keep
        return self.row(title, ask, keep, do, tone="bad")

    def _ask(self, name: str) -> None:
        self._asked = name
        self.show_forms()
        if self._keep is not None:
            self._keep.setFocus()

    def _answer(self, delete: Callable[[], object] | None) -> None:
        self._asked = ""
        self._keep = None
        self.show_forms()
        if delete is not None:
            delete()

    def _add_shared(self) -> None:
        """What lies in the team's folder: anybody of the team may carry on."""
        team = self._model.found.team
        if not team.drafts and not team.trouble:
            return
        card = self.card(texts.TEAM)
        card.addWidget(label(texts.who_opens(team.people), tone="muted", wrap=True))
        if team.trouble:
            again = button(texts.TRY_AGAIN, self._model.load)
            card.addWidget(self.row(team.trouble.title, team.trouble.remedy, again, tone="bad"))
        for draft in team.drafts:
            deeds: list[QWidget] = []
            title = texts.team_title(draft)
            if draft.gone is not None:
                back = button(texts.PUT_BACK_DRAFT, partial(self._model.put_draft_back, draft))
                back.setAccessibleName(f"{texts.PUT_BACK_DRAFT}: {title}")
                card.addWidget(self.row(title, texts.team_line_gone(draft), back))
                continue
            if not draft.outdated:
                go = button(texts.CARRY_ON, partial(self._model.carry_on_shared, draft.id))
                go.setAccessibleName(f"{texts.CARRY_ON}: {title}, {texts.team_line(draft)}")
                deeds.append(go)
            delete = partial(self._model.delete_shared, draft)
            words = (title, texts.team_line(draft))
            card.addWidget(self._deletable(draft.id, words, deeds, delete, texts.DELETE_TEAM_ASK))

    def _add_last_times(self) -> None:
        """What was agreed last time comes along; only what this person filled in is here."""
        if not self._model.found.last_times:
            return
        card = self.card(texts.LAST_TIMES)
        for last in self._model.found.last_times:
            line = texts.last_line(last)
            go = button(texts.NEXT_ONE, partial(self._model.begin_next, last))
            go.setAccessibleName(f"{texts.NEXT_ONE}: {last.title}, {line}")
            card.addWidget(self.row(last.title, line, go))

    def _add_forms(self) -> None:
        card = self.card(texts.TITLE)
        for form in self._model.found.forms:
            start = button(texts.START, partial(self._model.begin, form.id))
            start.setAccessibleName(f"{texts.START}: {form.title}")
            card.addWidget(self.row(form.title, form.what, start))

    def _add_lock(self) -> None:
        card = self.card(texts.NO_DRAFTS_KEPT)
        card.addWidget(label(texts.LOCKED_WHY, tone="muted", wrap=True))
        card.addWidget(self._words(texts.LOCKED_ASK, texts.UNLOCK, self._model.unlock))

    def _words(self, asked: str, does: str, deed: Callable[[str], object]) -> QWidget:
        """A field for a passphrase, and what is done with it."""
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(asked)
        field.setPlaceholderText(asked)
        use = button(does, lambda: deed(field.text()))
        field.returnPressed.connect(use.click)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field, 1)
        row.addWidget(use)
        return made
