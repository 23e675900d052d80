"""Beside what needs a look: what it is, where, and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from librarian.application.tidying import Look
from librarian.domain.paths import printable
from ui.curate import looks_texts as words
from ui.curate import texts
from ui.curate.evidence import Evidence
from ui.curate.tidying_view_model import TidyingViewModel
from ui.kit.scrolled import scrolled
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, rule, style


class LookPanel(QFrame):
    """Tells of one thing, or how many are chosen; a plan can be made of either."""

    plan_wanted = Signal()
    compare_wanted = Signal()

    def __init__(
        self, theme: Theme, model: TidyingViewModel, show: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._show = show
        self._look: Look | None = None
        self._title = label(letters="lead", strong="true", wrap=True)
        self._where = label(tone="muted", wrap=True)
        self._rule = label(tone="muted", wrap=True)
        self._evidence = Evidence(theme, show)
        self._evidence.compare_wanted.connect(self.compare_wanted)
        self.parts = self._evidence.parts
        self._none = label(words.NO_MEND, tone="muted", wrap=True)
        self._plan = button(texts.PLAN_THESE, self.plan_wanted.emit, "primary")
        self._open = button(texts.SHOW, self._show_it)
        self._left = label(strong="true", wrap=True)
        self._because = label(tone="muted", wrap=True)
        self._again = button(words.AGAIN, self._look_again)
        self._why, self._until = QLineEdit(), QLineEdit()
        self._leaving = QWidget()
        style(self, kind="side")
        self._lay_out()
        self.show_looks(())
        theme.follow(self, self._respace)

    def show_looks(self, looks: Sequence[Look], nothing: str = words.CHOOSE) -> None:
        """Show what is chosen, or where nothing is, these words."""
        one = looks[0] if len(looks) == 1 else None
        self._look = one
        mends = sum(look.can_mend for look in looks)
        if one:
            told = (one.message, printable(one.path), one.rule)
        elif looks:
            rules = {look.rule for look in looks}
            told = (
                words.chosen(len(looks)),
                words.shares(mends, len(looks)),
                "".join(rules) if len(rules) == 1 else "",
            )
        else:
            told = (nothing, "", "")
        for part, said in zip((self._title, self._where, self._rule), told, strict=True):
            part.setText(said)
            part.setVisible(bool(said))
        self._evidence.show_look(one)
        self._plan.setVisible(bool(mends))
        self._none.setText(words.NO_MEND if one else words.NO_MENDS)
        is_left = any(look.left for look in looks)
        self._none.setVisible(bool(looks) and not mends and not is_left)
        self._open.setVisible(one is not None)
        self._leaving.setVisible(one is not None and not is_left)
        self._left.setText(words.left_until(one) if one else "")
        self._because.setText(words.left_because(one) if one else "")
        left: tuple[QWidget, ...] = (self._left, self._because, self._again)
        for each in left:
            each.setVisible(one is not None and is_left)

    def _show_it(self) -> None:
        if self._look:
            self._show(self._look.path)

    def _leave(self) -> None:
        if self._look and self._model.leave(self._look, self._why.text(), self._until.text()):
            self._why.clear()
            self._until.clear()

    def _look_again(self) -> None:
        if self._look:
            self._model.look_again(self._look)

    def _lay_out(self) -> None:
        content = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        content.setAutoFillBackground(False)  # the panel's own ground is to be seen
        self._column = QVBoxLayout(content)
        inside = QVBoxLayout(self._leaving)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(rule())
        for field, name in ((self._why, texts.LEAVE_WHY), (self._until, texts.LEAVE_UNTIL)):
            said = label(name, wrap=True)
            said.setBuddy(field)
            field.setAccessibleName(name)
            field.returnPressed.connect(self._leave)
            inside.addWidget(said)
            inside.addWidget(field)
        inside.addWidget(button(texts.LEAVE, self._leave))
        for widget in (
            self._title,
            self._where,
            self._rule,
            self._evidence,
            self._none,
            self._left,
            self._because,
            self._again,
            self._plan,
            self._open,
            self._leaving,
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(18), px(16), px(18), px(16))
        self._column.setSpacing(px(10))
