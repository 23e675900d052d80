"""A case number, and one key that fills in what the case system knows."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from ui.forms import texts
from ui.forms.view_model import FormsViewModel
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style


class CaseBar(QFrame):
    """Stands on the first page of forms whose answers can be known."""

    def __init__(self, theme: Theme, model: FormsViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.field = QLineEdit()
        self._what = label(tone="muted", wrap=True)
        self._do = button(texts.CASE_DO, self._fill_in, "primary")
        style(self, kind="card")
        self.field.setAccessibleName(texts.CASE_NUMBER)
        self.field.setPlaceholderText(texts.CASE_NUMBER)
        self.field.returnPressed.connect(self._do.click)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self._do)
        self._column = QVBoxLayout(self)
        self._column.addWidget(label(texts.CASE_TITLE, letters="lead", strong="true"))
        self._column.addWidget(self._what)
        self._column.addLayout(row)
        model.listed.connect(self._show)
        self._show()
        theme.follow(self, self._respace)

    def _show(self) -> None:
        name = self._model.case_system
        self._what.setText(texts.CASE_WHAT.format(name) if name else texts.CASE_NONE)
        self.field.setVisible(bool(name))
        self._do.setVisible(bool(name))

    def _fill_in(self) -> None:
        self._model.fill_in(self.field.text())

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(14))
        self._column.setSpacing(px(8))
