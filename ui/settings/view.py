"""The Settings page: cards of choices, each kept at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton

from librarian.domain.settings import Look, Pace
from ui.kit.centred import CentredColumn
from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.kit.widgets import Dropdown, button, label
from ui.settings import texts
from ui.settings.about import about_card
from ui.settings.cards import Card
from ui.settings.cases import CasesCard
from ui.settings.drives import DrivesCard
from ui.settings.view_model import SettingsViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library
    from librarian.application.spelling import Speller

C = TypeVar("C", Look, Pace)
TEXT_SIZES: Final = tuple(range(80, 201, 10))
WIDTH: Final = 720
SPELLING_LANE: Final = "spelling"
"""The thread that all spelling help stays in."""


class SettingsView(CentredColumn):
    """A column of cards that scrolls."""

    def __init__(self, tools: Tools, model: SettingsViewModel) -> None:
        super().__init__(tools.theme, WIDTH)
        self._tools = tools
        self._model = model
        self._looks = _choices(texts.LOOKS, model.choose_look, texts.COLOURS)
        self._paces = _choices(texts.PACES, model.choose_pace, texts.PACE)
        self._sizes = self._dropdown(texts.TEXT_SIZE)
        self._minutes = self._dropdown(texts.AGAIN)
        self._speller: Callable[[], Speller | None] | None = None
        self._spelling = QCheckBox(texts.SPELLING)
        self._writing = self._writing_card()
        self._doubt = label(tone="warn", wrap=True)
        self._accept = button(texts.LOSSES, model.accept_losses)
        self._lay_out()
        self._fill()
        model.changed.connect(self._show)
        self._theme.follow(self, self._resize)
        self._show()

    def begin(self) -> None:
        """Put the keyboard on the look that is chosen."""
        self._looks[self._model.settings.look].setFocus()

    def use(self, library: Library) -> None:
        """Offer what this drive's library can be set to."""
        self._speller = library.spelling

    def load(self) -> None:
        """Ask whether this computer helps with spelling."""
        if self._speller:
            offered = partial(_is_offered, self._speller)
            self._tools.jobs.submit(SPELLING_LANE, offered, self._offer_spelling)

    def _offer_spelling(self, is_there: bool) -> None:
        """Show what there is to choose about spelling, where the computer helps with it."""
        self._writing.setVisible(is_there)

    def _dropdown(self, name: str) -> Dropdown:
        made = Dropdown(self._theme)
        made.setAccessibleName(name)
        return made

    def _lay_out(self) -> None:
        self.column.addWidget(label(texts.TITLE, letters="display"))
        self.column.addWidget(label(texts.SAVED, tone="muted"))
        for card in (self._look_card(), self._reading_card()):
            self.column.addWidget(card)
        self.column.addWidget(DrivesCard(self._theme, self._model))
        self.column.addWidget(CasesCard(self._theme, self._model))
        self.column.addWidget(self._writing)
        self.column.addWidget(self._care_card())
        self.column.addWidget(self._words_card())
        self.column.addWidget(about_card(self._theme, self._model))

    def _look_card(self) -> Card:
        card = Card(self._theme, texts.LOOK)
        card.add_row(texts.COLOURS, *self._looks.values())
        card.add_row(texts.TEXT_SIZE, self._sizes)
        return card

    def _reading_card(self) -> Card:
        card = Card(self._theme, texts.READING)
        card.add_row(texts.PACE, *self._paces.values())
        card.add(label(texts.PACE_WHY, tone="muted", letters="small", wrap=True))
        card.add_row(texts.AGAIN, self._minutes)
        card.add(self._doubt)
        card.add_row("", button(texts.LOOK_AGAIN, self._look_again), self._accept)
        return card

    def _writing_card(self) -> Card:
        card = Card(self._theme, texts.WRITING)
        card.add_row("", self._spelling)
        card.add(label(texts.SPELLING_WHY, tone="muted", letters="small", wrap=True))
        self._spelling.clicked.connect(lambda on: self._model.choose_spelling(on=on))
        card.hide()
        return card

    def _care_card(self) -> Card:
        card = Card(self._theme, texts.CARE)
        card.add(label(texts.CARE_WHY, tone="muted", wrap=True))
        card.add_row("", button(texts.CARE_DO, self._tools.look_after))
        return card

    def _words_card(self) -> Card:
        card = Card(self._theme, texts.WORDS)
        card.add(label(texts.WORDS_WHY, tone="muted", wrap=True))
        card.add_row("", button(texts.WORDS_OPEN, self._model.open_words))
        return card

    def _fill(self) -> None:
        for size in TEXT_SIZES:
            self._sizes.addItem(texts.PER_CENT.format(size), size)
        for minutes, words in texts.MINUTES.items():
            self._minutes.addItem(words, minutes)
        self._sizes.activated.connect(
            lambda row: self._model.choose_text_size(self._sizes.itemData(row))
        )
        self._minutes.activated.connect(
            lambda row: self._model.choose_minutes(self._minutes.itemData(row))
        )

    def _look_again(self) -> None:
        self._model.look_again()
        self._tools.notify(Notice(texts.LOOKING))

    def _show(self) -> None:
        settings = self._model.settings
        self._looks[settings.look].setChecked(True)
        self._paces[settings.pace].setChecked(True)
        self._spelling.setChecked(settings.spelling)
        _select(self._sizes, settings.text_size, texts.PER_CENT)
        _select(self._minutes, settings.rescan_minutes, texts.OTHER_MINUTES)
        doubted = self._model.doubted
        self._doubt.setText(texts.LOSSES_WHY.format(doubted))
        self._doubt.setVisible(bool(doubted))
        self._accept.setVisible(bool(doubted))

    def _resize(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(16))


def _choices(
    words: Mapping[C, str], choose: Callable[[C], None], group_name: str
) -> dict[C, QRadioButton]:
    """Return a radio button for each choice; choosing one tells choose."""
    made: dict[C, QRadioButton] = {}
    group: QButtonGroup | None = None
    for value, name in words.items():
        radio = QRadioButton(name)
        radio.setAccessibleName(f"{group_name}: {name}")
        group = group or QButtonGroup(radio)
        group.addButton(radio)
        radio.clicked.connect(_chosen(choose, value))
        made[value] = radio
    return made


def _chosen(choose: Callable[[C], None], value: C) -> Callable[[], None]:
    return lambda: choose(value)


def _select(choices: Dropdown, value: int, words: str) -> None:
    """Show value as the chosen one, also where it is none of those offered."""
    row = choices.findData(value)
    if row < 0:
        choices.addItem(words.format(value), value)
        row = choices.count() - 1
    choices.setCurrentIndex(row)


def _is_offered(spelling: Callable[[], Speller | None]) -> bool:
    return spelling() is not None
