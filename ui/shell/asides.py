"""Pages beside those of the rail: how one gets to them, and back to where one was."""

from collections.abc import Callable
from typing import Final

from ui.kit.page import Page

DOCUMENT: Final = "document"
KEEPING: Final = "keeping"


class Asides:
    """Leads to a page beside the others, and remembers from where."""

    def __init__(self, made: Callable[[str], Page], go_to: Callable[[str], None]) -> None:
        self._made = made
        self._go_to = go_to
        self._before = ""

    def note(self, key: str) -> None:
        """Remember a page of the rail as one to come back to."""
        if key not in (DOCUMENT, KEEPING):
            self._before = key

    def show_document(self, path: str) -> None:
        """Show all about the document that the file at path is a version of."""
        self._made(DOCUMENT).look_at(path)
        self._go_to(DOCUMENT)

    def look_after(self) -> None:
        """Show how to look after the drive, and what waits for those who do."""
        self._go_to(KEEPING)

    def confirm_forms(self) -> None:
        """Show the first form to confirm to whoever looks after the drive."""
        self._made(KEEPING).look_at("")
        self._go_to(KEEPING)

    def go_back(self) -> None:
        """Show the page of the rail that was shown before."""
        self._go_to(self._before)
