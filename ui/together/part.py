"""One's own part of a shared form: for whom one writes, and the questions of that role alone."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from librarian.application.forms.sharing import Seen, Shared
from librarian.domain.forms.form import FormDefinition
from librarian.domain.forms.together import parties_of, schema_for
from ui.kit.centred import CentredColumn
from ui.kit.emptying import empty_out
from ui.kit.fields import Group
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label
from ui.together import texts
from ui.together.doubts import Doubts
from ui.together.view_model import Mine, TogetherViewModel

WIDTH = 760


class PartEditor(CentredColumn):
    """Nobody answers for anybody else: only the chosen role's questions are here."""

    left = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime], model: TogetherViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._now = now
        self._confirmed: dict[str, str] = {}
        self._theme = theme
        self._model = model
        self._form: FormDefinition | None = None
        self._shared: Shared | None = None
        self._group: Group | None = None
        self._title = label(letters="title", wrap=True)
        self.party = Dropdown(theme)
        self.party.setAccessibleName(texts.PARTY)
        self._fields = QVBoxLayout()
        self._doubts = Doubts(theme, self._still_right)
        self._lay_out()
        self.party.activated.connect(self._ask)
        theme.follow(self, self._respace)

    def open(self, form: FormDefinition, seen: Seen) -> None:
        """Begin with what this person wrote before, for the role they wrote for."""
        self._form, self._shared = form, seen.shared
        self._title.setText(texts.WRITE_TITLE.format(f"{form.title}, {seen.shared.case}"))
        chosen = self.party.currentData()
        self.party.clear()
        for each in parties_of(form):
            self.party.addItem(each.title, each.id)
        self.party.setCurrentIndex(max(0, self.party.findData(chosen)))
        self._ask()

    def answers_of_form(self) -> object:
        """What stands in it already: names in it are no slips."""
        return self._group.value() if self._group else {}

    def begin(self) -> None:
        """Put the keyboard where the role is chosen."""
        self.party.setFocus()

    def _ask(self) -> None:
        if self._shared:
            self._model.mine(self._shared, str(self.party.currentData()), self._take)

    def _take(self, mine: Mine) -> None:
        empty_out(self._fields)
        self._confirmed = dict(mine.seen.confirmed)
        self._doubts.show_known(mine.known)
        if self._form:
            schema = schema_for(self._form, str(self.party.currentData()))
            self._group = Group(self._theme, schema, mine.known.answers, _nothing)
            self._fields.addWidget(self._group.widget)

    def _still_right(self, value: str) -> None:
        self._confirmed[value] = self._now().date().isoformat()

    def _keep(self) -> None:
        self._write(done=False)

    def _keep_done(self) -> None:
        self._write(done=True)

    def _write(self, *, done: bool) -> None:
        if self._shared and self._group:
            party = str(self.party.currentData())
            answers = self._group.value()
            self._model.write(self._shared, party, answers, self._confirmed, done=done)

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(label(texts.PARTY, strong="true"))
        self.column.addWidget(self.party)
        self.column.addWidget(self._doubts)
        self.column.addLayout(self._fields)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button(texts.KEEP_DONE, self._keep_done, "primary"))
        row.addWidget(button(texts.KEEP, self._keep))
        row.addWidget(button(texts.BACK, self.left.emit))
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(foot)

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(12))


def _nothing() -> None:
    """What is typed is kept when the person says so."""
