"""How to begin: what happens to the drive, what it is called, and who else looks after it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.keeping import texts
from ui.kit.centred import CentredColumn
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, point, style

WIDTH = 640


class BeginView(CentredColumn):
    """Explains, asks for two names, and begins."""

    def __init__(
        self,
        theme: Theme,
        begin: Callable[[str, str], None],
        leave: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, WIDTH)
        if parent:
            self.setParent(parent)
        self._theme = theme
        self._begin = begin
        self.name = _field(texts.DRIVE_NAME, texts.DRIVE_HINT)
        self.keeper = _field(texts.KEEPER, texts.KEEPER_HINT)
        self._cannot = label(texts.CANNOT, tone="warn", wrap=True)
        self._do = button(texts.BEGIN, self._on_begin, "primary")
        self._leave = button(texts.BACK, leave)
        self._lay_out()
        self.name.textChanged.connect(self._allow)
        for field in (self.name, self.keeper):
            field.returnPressed.connect(self._on_begin)
        theme.follow(self, self._respace)

    def show_drive(self, name: str, *, may_begin: bool) -> None:
        """Offer the drive's folder as its name; say where nothing can be written there."""
        if not self.name.isModified():
            self.name.setText(name)
        self._may_begin = may_begin
        self._cannot.setVisible(not may_begin)
        self._allow()

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.name.setFocus()
        self.name.selectAll()

    def _on_begin(self) -> None:
        if self._do.isEnabled():
            self._begin(self.name.text(), self.keeper.text())

    def _allow(self) -> None:
        self._do.setEnabled(self._may_begin and bool(self.name.text().strip()))

    def _lay_out(self) -> None:
        self._may_begin = True
        what = QFrame()
        style(what, kind="card")
        inside = QVBoxLayout(what)
        inside.addWidget(label(texts.BEGIN_WHAT_TITLE, strong="true"))
        for line in texts.BEGIN_WHAT:
            inside.addWidget(point(line))
        self._inside = inside
        row = QHBoxLayout()
        row.addWidget(self._do)
        row.addWidget(self._leave)
        row.addStretch(1)
        self.column.addWidget(label(texts.TITLE, letters="display", wrap=True))
        self.column.addWidget(label(texts.BEGIN_LEAD, tone="muted", wrap=True))
        self.column.addWidget(what)
        for words, field, why in (
            (texts.DRIVE_NAME, self.name, ""),
            (texts.KEEPER, self.keeper, texts.KEEPER_WHY),
        ):
            asked = label(words, strong="true", wrap=True)
            asked.setBuddy(field)
            self.column.addWidget(asked)
            self.column.addWidget(field)
            if why:
                self.column.addWidget(label(why, tone="muted", letters="small", wrap=True))
        self.column.addWidget(self._cannot)
        self.column.addLayout(row)
        self._row = row

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(12))
        self._inside.setContentsMargins(px(18), px(14), px(18), px(14))
        self._inside.setSpacing(px(6))
        self._row.setSpacing(px(10))


def _field(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setInputMethodHints(Qt.InputMethodHint.ImhNoAutoUppercase)
    return made
