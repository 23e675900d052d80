"""The card that says what this is, and what it was made with."""

from PySide6.QtWidgets import QGridLayout

from librarian import VERSION
from ui.kit.theme import Theme
from ui.kit.widgets import button, label
from ui.settings import texts
from ui.settings.cards import Card
from ui.settings.view_model import SettingsViewModel


def about_card(theme: Theme, model: SettingsViewModel) -> Card:
    """Return the card: version, licence, the parts and theirs, and where reports lie."""
    card = Card(theme, texts.ABOUT)
    card.add(label(texts.VERSION.format(VERSION), strong="true"))
    card.add(label(texts.LICENCE, tone="muted", wrap=True))
    card.add(label(texts.PARTS, strong="true"))
    card.column.addLayout(_parts())
    card.add(label(texts.REPORTS_WHY, tone="muted", letters="small", wrap=True))
    card.add_row("", button(texts.REPORTS, model.open_reports))
    return card


def _parts() -> QGridLayout:
    grid = QGridLayout()
    for row, part in enumerate(texts.PART_LIST):
        for column, words in enumerate(part):
            tone = "" if column == 0 else "muted"
            grid.addWidget(label(words, letters="small", tone=tone, wrap=True), row, column)
    for column, share in enumerate((4, 4, 3)):
        grid.setColumnStretch(column, share)
    return grid
