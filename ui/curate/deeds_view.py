"""What was done on the drive, the last first; a plan can be undone whole, or change by change."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from librarian.application.activity import Deed
from librarian.domain.plans import Change
from ui.curate import deeds_texts as words
from ui.curate import texts
from ui.curate.tidying_view_model import TidyingViewModel
from ui.kit.card_column import CardColumn
from ui.kit.theme import Theme
from ui.kit.widgets import button, label
from ui.kit.wording import spoken_day

WIDTH: Final = 860
_MOST: Final = 60
_MOST_CHANGES: Final = 100
_INDENT: Final = 20


class DeedsView(CardColumn):
    """A card for each day, a row for each thing that was done, the changes of one opened plan."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        show: Callable[[str], object],
        model: TidyingViewModel,
    ) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._now = now
        self._show = show
        self._model = model
        self._shown: tuple[Deed, ...] | None = None
        self._open = ""
        self._changes: tuple[Change, ...] | None = None
        self._opener: QWidget | None = None
        model.way_back_found.connect(self._take_changes)

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show these."""
        shown = tuple(deeds)[:_MOST]
        if shown == self._shown:
            return
        self._shown = shown
        if self._open:
            self._model.find_way_back(self._open)
        self._draw()

    def _draw(self) -> None:
        had_keyboard = self.has_keyboard()
        self.clear()
        self._opener = None
        shown = () if self._shown is None else self._shown
        title = texts.DEEDS if shown else words.DEEDS_NONE
        self.column.addWidget(label(title, letters="display", wrap=True))
        if not shown:
            self.column.addWidget(label(words.DEEDS_NONE_WHAT, tone="muted", wrap=True))
        self._add_days(shown)
        self.respace()
        if had_keyboard:
            self._begin_again()

    def _begin_again(self) -> None:
        """Put the keyboard back on what opened the changes, or where one begins."""
        if self._opener:
            self._opener.setFocus()
        else:
            self.begin()

    def _add_days(self, shown: Sequence[Deed]) -> None:
        day, card = "", None
        for deed in shown:
            said = spoken_day(deed.when, self._now())
            on = said[:1].upper() + said[1:]
            if card is None or on != day:
                day, card = on, self.card(on)
            card.addWidget(self._row(deed))
            if deed.entry == self._open and deed.left:
                card.addWidget(self._changes_of(deed))

    def _row(self, deed: Deed) -> QWidget:
        said = words.deed(deed)
        deeds: list[QWidget] = []
        if deed.kind in words.UNDOABLE and deed.left and not deed.undoes:
            if deed.changes:
                deeds.append(self._opens(deed, said))
            name = words.UNDO_ALL if deed.changes > 1 else texts.UNDO
            deeds.append(_named(name, said, partial(self._model.undo, deed.entry)))
        if deed.path and deed.kind not in words.NOT_SHOWN:
            deeds.append(_named(texts.SHOW, said, partial(self._show, deed.path)))
        return self.row(said, words.deed_line(deed, self._now()), *deeds)

    def _opens(self, deed: Deed, said: str) -> QPushButton:
        """What opens the changes of a plan, or folds them again."""
        is_open = deed.entry == self._open
        name = words.CHANGES_HIDE if is_open else words.CHANGES
        made = _named(name, said, partial(self._turn, "" if is_open else deed.entry))
        if is_open:
            self._opener = made
        return made

    def _turn(self, entry: str) -> None:
        self._open, self._changes = entry, None
        if entry:
            self._model.find_way_back(entry)
        self._draw()

    def _take_changes(self, entry: str, changes: tuple[Change, ...]) -> None:
        if entry == self._open:
            self._changes = changes
            self._draw()

    def _changes_of(self, deed: Deed) -> QWidget:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(self._theme.px(_INDENT), 0, 0, 0)
        changes = self._changes
        if changes is None:
            inside.addWidget(label(words.CHANGES_WAIT, tone="muted"))
            return made
        for change in changes[:_MOST_CHANGES]:
            title = words.back_title(change)
            back = partial(self._model.undo, deed.entry, (change.path,))
            inside.addWidget(
                self.row(title, words.back_line(change), _named(texts.UNDO, title, back))
            )
        if len(changes) > _MOST_CHANGES:
            more = texts.MORE.format(f"{len(changes) - _MOST_CHANGES:,}")
            inside.addWidget(label(more, tone="muted"))
        return made


def _named(words: str, about: str, pressed: Callable[[], object]) -> QPushButton:
    made = button(words, pressed)
    made.setAccessibleName(f"{words}: {about}")
    return made
