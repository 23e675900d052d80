"""The card of the case system: where forms are filled in from, tried when it is chosen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.kit.desktop import ask_for_file, ask_for_folder
from ui.kit.theme import Theme
from ui.kit.widgets import ElidedLabel, button, label, style
from ui.settings import texts
from ui.settings.cards import Card
from ui.settings.view_model import SettingsViewModel


def _ask_for_folder(parent: QWidget) -> Path | None:
    return ask_for_folder(parent, texts.CASES_FOLDER)


def _ask_for_mapping(parent: QWidget) -> Path | None:
    return ask_for_file(parent, texts.CASES_MAPPING, texts.CASES_FILES)


@dataclass(frozen=True, slots=True)
class Chooses:
    """How a person chooses a folder, or a mapping file."""

    folder: Callable[[QWidget], Path | None] = _ask_for_folder
    mapping: Callable[[QWidget], Path | None] = _ask_for_mapping


class CasesCard(Card):
    """Says what is used now, and offers another."""

    def __init__(
        self, theme: Theme, model: SettingsViewModel, chooses: Chooses | None = None
    ) -> None:
        super().__init__(theme, texts.CASES)
        self._model = model
        self._chooses = chooses or Chooses()
        self._now = label(strong="true", wrap=True)
        self._path = ElidedLabel("")
        style(self._path, tone="muted", letters="small")
        self._none = button(texts.CASES_NO_MORE, model.use_no_cases, "quiet")
        self.add(label(texts.CASES_WHY, tone="muted", wrap=True))
        self.add(self._now)
        self.add(self._path)
        self.add_row(
            "",
            button(texts.CASES_FOLDER, lambda: self._choose(self._chooses.folder)),
            button(texts.CASES_MAPPING, lambda: self._choose(self._chooses.mapping)),
            self._none,
        )
        self.add(label(texts.CASES_TRIED, tone="muted", letters="small", wrap=True))
        model.changed.connect(self._show)
        self._show()

    def _choose(self, ask: Callable[[QWidget], Path | None]) -> None:
        source = ask(self)
        if source is not None:
            self._model.use_cases(source)

    def _show(self) -> None:
        chosen = self._model.settings.case_source
        self._now.setText(texts.CASES_NOW.format(Path(chosen).stem) if chosen else texts.CASES_NONE)
        self._path.show_text(chosen)
        self._path.setVisible(bool(chosen))
        self._none.setVisible(bool(chosen))
