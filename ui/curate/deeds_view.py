"""What was done on the drive, the last first."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from librarian.application.activity import Deed
from ui.curate import texts
from ui.kit.card_column import CardColumn
from ui.kit.theme import Theme
from ui.kit.widgets import button, label
from ui.kit.wording import spoken_day

WIDTH = 860
_MOST = 60


class DeedsView(CardColumn):
    """A card for each day, a row for each thing that was done."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        show: Callable[[str], object],
        undo: Callable[[str], object],
    ) -> None:
        super().__init__(theme, WIDTH)
        self._now = now
        self._show = show
        self._undo = undo
        self._shown: tuple[Deed, ...] | None = None

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show these."""
        shown = tuple(deeds)[:_MOST]
        if shown == self._shown:
            return
        self._shown = shown
        self.clear()
        title = texts.DEEDS if shown else texts.DEEDS_NONE
        self.column.addWidget(label(title, letters="display", wrap=True))
        if not shown:
            self.column.addWidget(label(texts.DEEDS_NONE_WHAT, tone="muted", wrap=True))
        day, card = "", None
        for deed in shown:
            said = spoken_day(deed.when, self._now())
            on = said[:1].upper() + said[1:]
            if card is None or on != day:
                day, card = on, self.card(on)
            card.addWidget(self._row(deed))
        self.respace()

    def _row(self, deed: Deed) -> QWidget:
        said = texts.deed(deed)
        line = texts.deed_line(deed, self._now())
        deeds: list[QWidget] = []
        if deed.kind in texts.UNDOABLE:
            undo = button(texts.UNDO, lambda: self._undo(deed.entry))
            undo.setAccessibleName(f"{texts.UNDO}: {said}")
            deeds.append(undo)
        if deed.path and deed.kind not in texts.NOT_SHOWN:
            show = button(texts.SHOW, lambda: self._show(deed.path))
            show.setAccessibleName(f"{texts.SHOW}: {said}")
            deeds.append(show)
        return self.row(said, line, *deeds)
