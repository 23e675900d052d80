"""Where a rule holds: types of document, kinds of file, folders, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from librarian.domain.document_types import DocumentType
from librarian.domain.principles import Scope
from ui.kit.badges import KIND_NAMES
from ui.kit.flow import FlowLayout
from ui.kit.theme import Theme
from ui.kit.widgets import label
from ui.rules import texts
from ui.rules.place_field import PlaceField
from ui.rules.terms import is_of_files

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.principles import AnyRule
    from librarian.domain.scope_choices import ScopeChoices


class TickBoxes(QWidget):
    """Any number of some choices; those that the drive has none of show only where ticked."""

    changed = Signal()

    def __init__(self, theme: Theme, title: str, names: Mapping[str, str], ticked: object) -> None:
        super().__init__()
        self._names = names
        self._boxes: dict[str, QCheckBox] = {}
        row = FlowLayout(self)
        row.setSpacing(theme.px(6))
        for name, words in names.items():
            box = self._boxes[name] = QCheckBox(words)
            box.setAccessibleName(f"{title}: {words}")
            box.setChecked(isinstance(ticked, tuple) and name in ticked)
            box.toggled.connect(self.changed)
            row.addWidget(box)

    def offer(self, counts: Mapping[str, int]) -> None:
        """Offer what there is, with how many files are of it."""
        for name, box in self._boxes.items():
            box.setText(texts.choice(self._names[name], counts.get(name, 0)))
            box.setVisible(name in counts or box.isChecked())
        self.updateGeometry()

    def offer_all(self) -> None:
        """Offer everything, since nobody can tell what there is."""
        self.offer(dict.fromkeys(self._names, 0))

    def value(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())


class ScopeFields(QWidget):
    """Holds where a rule holds; `changed` tells of every stroke."""

    changed = Signal()

    def __init__(self, theme: Theme, rule: AnyRule) -> None:
        super().__init__()
        scope: Scope = rule.scope
        self.types = TickBoxes(theme, texts.TYPES, _TYPES, scope.types)
        self.kinds = TickBoxes(theme, texts.KINDS, _KINDS, scope.kinds)
        self.folders = PlaceField(theme, texts.ONLY_IN, scope.folders, texts.NO_FOLDER)
        self.excepted = PlaceField(theme, texts.NOT_IN, scope.excepted, texts.NO_PLACE)
        self.kinds.offer({})  # the others come when it is known what there is
        self._told = label(texts.WHERE_WHAT, tone="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._told)
        for title, boxes, is_set in (
            (texts.TYPES, self.types, scope.types),
            (texts.KINDS, self.kinds, scope.kinds),
        ):
            asked = label(title, strong="true", wrap=True)
            for part in (asked, boxes):
                column.addWidget(part)
                part.setVisible(bool(is_set) or is_of_files(rule))
        column.addWidget(self.folders)
        column.addWidget(self.excepted)
        for field in (self.types, self.kinds, self.folders, self.excepted):
            field.changed.connect(self.changed)

    def offer(self, choices: ScopeChoices | None) -> None:
        """Offer what is on the drive; None where it cannot be told."""
        if choices is not None:
            self.kinds.offer({str(each): count for each, count in choices.kinds.items()})
        else:
            self.kinds.offer_all()
            self._told.setText(texts.NO_CHOICES)
        self.folders.offer(choices.folders if choices else None)
        self.excepted.offer(choices.anything if choices else None)

    def settle(self) -> PlaceField | None:
        """Take what is still written; returns the field whose words are no place, if any."""
        unknown = [each for each in (self.folders, self.excepted) if not each.settle()]
        return unknown[0] if unknown else None

    def value(self) -> Scope:
        """Where the rule holds as it is written."""
        return Scope(
            folders=self.folders.value(),
            types=self.types.value(),
            kinds=self.kinds.value(),
            excepted=self.excepted.value(),
        )


_TYPES = {str(each): str(each) for each in DocumentType}
_KINDS = {str(kind): words for kind, words in KIND_NAMES.items()}
