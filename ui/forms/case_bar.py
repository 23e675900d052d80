"""What is known already, filled in with one key: from the case system, a printout, the past."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from ui.forms import texts
from ui.forms.view_model import FormsViewModel
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style


class CaseBar(QFrame):
    """Stands on the first page of forms whose answers can be known; a printout is dropped on it."""

    def __init__(self, theme: Theme, model: FormsViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.field = QLineEdit()
        self._what = label(tone="muted", wrap=True)
        self._do = button(texts.CASE_DO, self._fill_in, "primary")
        self._last = button(texts.LAST_DO, self._bring_over)
        self._paste = button(texts.PASTE_DO, self._take_pasted)
        style(self, kind="card")
        self.setAcceptDrops(True)
        self._lay_out()
        model.listed.connect(self.show_now)
        model.opened.connect(self.show_now)
        self.show_now()
        theme.follow(self, self._respace)

    def show_now(self) -> None:
        """Offer what can be done with the form that is open."""
        name, sheet = self._model.found.case_system, self._model.sheet
        self._what.setText(texts.CASE_WHAT.format(name) if name else texts.CASE_NONE)
        self._do.setVisible(bool(name))
        self._last.setVisible(sheet is not None and sheet.form.takes_services)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome the file of a printout, or its text."""
        if event.mimeData().hasText() or _file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Fill in what a printout says."""
        file = _file(event)
        if file:
            self._model.known.drop(self.field.text(), file)
        else:
            self._model.known.paste(self.field.text(), event.mimeData().text())
        event.acceptProposedAction()

    def _fill_in(self) -> None:
        self._model.known.fill_in(self.field.text())

    def _bring_over(self) -> None:
        self._model.known.bring_over(self.field.text())

    def _take_pasted(self) -> None:
        self._model.known.paste(self.field.text(), QGuiApplication.clipboard().text())

    def _lay_out(self) -> None:
        self.field.setAccessibleName(texts.CASE_NUMBER)
        self.field.setPlaceholderText(texts.CASE_NUMBER)
        self.field.returnPressed.connect(self._do.click)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self._do)
        more = QHBoxLayout()
        more.addWidget(self._last)
        more.addWidget(self._paste)
        more.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(label(texts.CASE_TITLE, letters="lead", strong="true"))
        self._column.addWidget(self._what)
        self._column.addLayout(row)
        self._column.addLayout(more)
        self._column.addWidget(label(texts.PASTE_WHAT, tone="muted", letters="small", wrap=True))

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(14))
        self._column.setSpacing(px(8))


def _file(event: QDropEvent) -> Path | None:
    files = [Path(each.toLocalFile()) for each in event.mimeData().urls() if each.isLocalFile()]
    return files[0] if files else None
