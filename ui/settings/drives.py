"""The card of drives: which one is open, which were, and how to get to another."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import ElidedLabel, button, label, style
from ui.settings import texts
from ui.settings.cards import Card
from ui.settings.view_model import KnownDrive, SettingsViewModel


class DrivesCard(Card):
    """Lists the drives of a SettingsViewModel."""

    def __init__(self, theme: Theme, model: SettingsViewModel) -> None:
        super().__init__(theme, texts.DRIVES)
        self._model = model
        self._shown: tuple[KnownDrive, ...] | None = None
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self.add(label(texts.DRIVES_WHY, tone="muted", letters="small", wrap=True))
        self.add_row(
            "",
            button(texts.CHOOSE, model.choose_folder),
            button(texts.SAMPLE, model.use_sample),
        )
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        drives = self._model.drives
        if drives == self._shown:
            return
        self._shown = drives
        empty_out(self._list)
        for drive in drives:
            self._list.addWidget(self._row(drive))
        if not drives:
            self._list.addWidget(label(texts.NO_DRIVES, tone="muted"))

    def _row(self, drive: KnownDrive) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        path = ElidedLabel(drive.path)
        style(path, tone="muted", letters="small")
        words.addWidget(label(drive.name, strong="true"))
        words.addWidget(path)
        row.addLayout(words, 1)
        if drive.is_open:
            row.addWidget(label(texts.OPEN_NOW, tone="good"))
            return made
        use = button(texts.USE, lambda: self._model.use_drive(drive.path))
        use.setAccessibleName(texts.USE_NAMED.format(drive.name))
        forget = button(texts.FORGET, lambda: self._model.forget(drive.path), "quiet")
        forget.setAccessibleName(texts.FORGET_NAMED.format(drive.name))
        row.addWidget(use)
        row.addWidget(forget)
        return made
