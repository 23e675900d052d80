"""Two drafts of one form brought together, without widgets: compared, chosen, made one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.forms import texts
from ui.forms.known import Filling

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.comparing_drafts import Compared
    from librarian.application.forms.form_desk import FormDesk
    from librarian.application.forms.sheet import Sheet
    from librarian.application.forms.team_drafts import HandedOn
    from librarian.domain.forms.form import Spot
    from librarian.domain.forms.joining import Keep


class Joining(QObject):
    """Shows where two differ; `opened` gives the one that comes of them, `put_off` ends it."""

    shown = Signal()
    opened = Signal(object)
    put_off = Signal()

    def __init__(self, filling: Filling, parent: QObject) -> None:
        super().__init__(parent)
        self._filling = filling
        self.both: Compared | None = None

    def carry_on(self, draft: str) -> None:
        """Open the team's copy, and say where a draft of this person lies beside it."""

        def opened(desk: FormDesk) -> tuple[Sheet, bool]:
            sheet = desk.carry_on_shared(draft)
            return sheet, any(each.apart == draft for each in desk.drafts())

        self._filling.do(opened, self._open)

    def begin(self, draft: str) -> None:
        """Compare a draft with the team's copy."""
        self._filling.do(lambda desk: desk.compare(draft), self._take)

    def begin_with(self, sheet: Sheet) -> None:
        """Keep the form that is filled in, and compare it with the team's copy."""

        def kept_first(desk: FormDesk) -> Compared:
            desk.keep(sheet)
            return desk.compare(sheet.id)

        self._filling.do(kept_first, self._take)

    def join(self, kept: Mapping[Spot, Keep]) -> None:
        """Make them one, as was chosen for every answer; says where something is not chosen."""
        both = self.both
        if both is None:
            return
        open_ones = [each for each in both.differing if each.spot not in kept]
        if open_ones:
            self._filling.notify(texts.choose_first(len(open_ones)), "")
            return
        chosen = dict(kept)
        self._filling.do(lambda desk: desk.join(both, chosen), partial(self._end, both.who))

    def leave(self) -> None:
        """Leave both as they are."""
        self.both = None
        self.put_off.emit()

    def _open(self, found: tuple[Sheet, bool]) -> None:
        sheet, has_apart = found
        self.opened.emit(sheet)
        if has_apart:
            self._filling.notify(texts.HAS_APART, texts.HAS_APART_DO)

    def _take(self, both: Compared) -> None:
        self.both = both
        if both.differing:
            self.shown.emit()
        else:
            self.join({})

    def _end(self, who: str, done: HandedOn) -> None:
        self.both = None
        if done.elsewhere:
            self._filling.notify(texts.ELSEWHERE.format(done.elsewhere), texts.ELSEWHERE_DO)
        else:
            self._filling.notify(texts.JOINED.format(who), "")
        self.opened.emit(done.sheet)
