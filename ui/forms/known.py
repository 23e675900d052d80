"""Filling in what is known already, without its widgets: from wherever a person asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject

from ui.forms import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.form_desk import FormDesk
    from librarian.application.forms.sheet import Sheet

    Ask = Callable[[FormDesk, Sheet], Sheet]

T = TypeVar("T")


class Filling(Protocol):
    """The form that is being filled in, and the desk it is filled in at."""

    @property
    def sheet(self) -> Sheet | None:
        """What was answered so far; None where no form is open."""

    def do(self, work: Callable[[FormDesk], T], done: Callable[[T], None]) -> None:
        """Have the desk do something, beside the window."""

    def replace_sheet(self, sheet: Sheet) -> None:
        """Go on with other answers to the same form."""

    def rebind(self, sheet: Sheet) -> None:
        """Go on with the same answers, which are kept elsewhere by now."""

    def notify(self, title: str, remedy: str) -> None:
        """Tell the person something."""


class Known(QObject):
    """Whatever is answered while something is looked up comes first."""

    def __init__(self, filling: Filling, parent: QObject) -> None:
        super().__init__(parent)
        self._filling = filling

    def fill_in(self, number: str) -> None:
        """Fill in what the case system knows of a case."""
        self._ask(lambda desk, sheet: desk.knowing.fill_in(sheet, number))

    def bring_over(self, number: str) -> None:
        """Fill in what the family's last referral said."""
        self._ask(lambda desk, sheet: desk.knowing.bring_over(sheet, number))

    def paste(self, number: str, text: str) -> None:
        """Fill in what a pasted case summary says."""
        if not text.strip():
            self._filling.notify(texts.NOTHING_COPIED, texts.NOTHING_COPIED_DO)
            return
        self._ask(lambda desk, sheet: desk.knowing.read_text(sheet, number, text))

    def drop(self, number: str, file: Path) -> None:
        """Fill in what the file of a case summary says."""
        self._ask(lambda desk, sheet: desk.knowing.read_file(sheet, number, file))

    def _ask(self, work: Ask) -> None:
        asked = self._filling.sheet
        if asked is not None:
            self._filling.do(lambda desk: work(desk, asked), partial(self._take, work, asked))

    def _take(self, work: Ask, asked: Sheet, found: Sheet) -> None:
        now = self._filling.sheet
        if now is None or now.id != asked.id:
            return
        if now is not asked:
            self._ask(work)
            return
        self._filling.replace_sheet(found)
        self._filling.notify(*texts.filled_in(len(found.known) - len(asked.known)))
