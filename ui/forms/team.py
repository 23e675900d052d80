"""A form in the team's folder, without its widgets: shared, carried on, handed on as it grows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.forms import texts
from ui.forms.known import Filling

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.sheet import Sheet
    from librarian.application.forms.team_drafts import HandedOn

HAND_ON_MS: Final = 20_000


class Team(QObject):
    """Puts the form that is filled in where colleagues carry on; `changed` when that changed."""

    changed = Signal()

    def __init__(self, filling: Filling, parent: QObject, hand_on_ms: int = HAND_ON_MS) -> None:
        super().__init__(parent)
        self._filling = filling
        self._later = QTimer(self, singleShot=True, interval=hand_on_ms)
        self._later.timeout.connect(self.hand_on)

    @property
    def is_shared(self) -> bool:
        """Whether the form that is filled in lies in the team's folder too."""
        sheet = self._filling.sheet
        return sheet is not None and sheet.shared is not None

    def share(self) -> None:
        """Put the form there from now on."""
        self._hand_on(texts.SHARED)

    def unshare(self) -> None:
        """Take the form out of there, and go on with it alone."""
        self._later.stop()
        asked = self._filling.sheet
        if asked is not None:
            done = partial(self._take_back, asked.id)
            self._filling.do(lambda desk: desk.team.forget(asked.id), done)

    def hand_on(self) -> None:
        """Put what was written since there, where the form is shared."""
        self._later.stop()
        if self.is_shared:
            self._hand_on("")

    def hand_on_later(self) -> None:
        """Put it there in a while."""
        if self.is_shared and not self._later.isActive():
            self._later.start()

    def forget(self) -> None:
        """No form is filled in any more."""
        self._later.stop()

    def tell(self, done: HandedOn) -> None:
        """Say what came of it, where somebody has to know."""
        if done.elsewhere:
            title, what = texts.ELSEWHERE, texts.ELSEWHERE_DO
            if done.is_gone:
                title, what = texts.ELSEWHERE_GONE, texts.ELSEWHERE_GONE_DO
            self._filling.notify(title.format(done.elsewhere), what)

    def _hand_on(self, told: str) -> None:
        asked = self._filling.sheet
        if asked is not None:
            self._filling.do(lambda desk: desk.hand_on(asked), partial(self._take, asked.id, told))

    def _take_back(self, asked: str, _: object) -> None:
        now = self._filling.sheet
        if now is not None and now.id == asked:
            self._filling.rebind(replace(now, shared=None))
            self.changed.emit()
            self._filling.notify(texts.UNSHARED, "")

    def _take(self, asked: str, told: str, done: HandedOn) -> None:
        """Go on with what was typed meanwhile, as the sheet that it is now."""
        self.tell(done)
        now: Sheet | None = self._filling.sheet
        if now is None or now.id != asked:
            return
        self._filling.rebind(
            replace(now, id=done.sheet.id, shared=done.sheet.shared, apart=done.sheet.apart)
        )
        self.changed.emit()
        if told and not done.elsewhere:
            self._filling.notify(told, texts.SHARED_WHY)
