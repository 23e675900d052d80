"""Spelling help wherever one writes at length: a field is helped from when the keyboard enters it.

Pages know nothing of it. Where the computer offers no help, nothing is ever to be seen of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from librarian.domain.errors import LibrarianError
from ui.bridge.jobs import MishapError
from ui.kit.notices import Notice
from ui.kit.page import Tools

if TYPE_CHECKING:  # not needed before somebody writes
    from librarian.application.library import Library
    from librarian.application.spelling import Speller
    from librarian.domain.settings import Settings
    from ui.kit.spelling import FieldSpelling
    from ui.kit.spelling_marks import TextField

Make = Callable[[], "Speller | None"]


class SpellingHelp(QObject):
    """Follows the keyboard from field to field."""

    def __init__(self, window: QWidget, tools: Tools) -> None:
        super().__init__(window)
        self._window = window
        self._tools = tools
        self._speller: Make | None = None
        self._is_on = True
        self._has_told_keys = False
        self._here: FieldSpelling | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def use(self, library: Library) -> None:
        """Help with what this drive's library offers from now on."""
        self._speller = library.spelling

    def heed(self, settings: Settings) -> None:
        """Help, or stop helping, as a person has set it."""
        if self._is_on and not settings.spelling:
            self._end()
        self._is_on = settings.spelling

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        here = self._here
        if here is not None and isValid(here):
            here.leave()
        self._here = None
        make = self._speller
        if self._is_on and make and self._is_written_in(now):
            self._here = self._helping(now, make)
            self._here.enter()

    def _is_written_in(self, widget: QWidget | None) -> TypeGuard[TextField]:
        """Tell whether it is a field of this window for more than a line."""
        if not isinstance(widget, QPlainTextEdit | QTextEdit):
            return False
        return not widget.isReadOnly() and self._window.isAncestorOf(widget)

    def _helping(self, field: TextField, make: Make) -> FieldSpelling:
        """The help that a field has already, or one that is made for it."""
        from ui.kit.spelling import FieldSpelling, SpellingTools  # noqa: PLC0415 - as above

        only = Qt.FindChildOption.FindDirectChildrenOnly
        found = field.findChild(FieldSpelling, options=only)
        if found is not None:
            return found
        tools = SpellingTools(
            jobs=self._tools.jobs,
            theme=self._tools.theme,
            speller=make,
            failed=self._fail,
            counted=self._counted,
        )
        return FieldSpelling(field, tools)

    def _counted(self, number: int) -> str:
        """How many words there are to check; the first time with the keys for it."""
        from ui.kit import spelling_texts as texts  # noqa: PLC0415 - as above

        said = texts.to_check(number)
        if self._has_told_keys:
            return said
        self._has_told_keys = True
        return texts.FIRST_TOLD.format(said)

    def _fail(self, error: Exception) -> None:
        """Help stopped: say so once, and go without it."""
        if self._speller is None:
            return
        self._speller = None
        self._end()
        if isinstance(error, LibrarianError) and not isinstance(error, MishapError):
            self._tools.notify(Notice.of(error))

    def _end(self) -> None:
        """Take all help away."""
        from ui.kit.spelling import FieldSpelling  # noqa: PLC0415 - as above

        self._here = None
        for each in self._window.findChildren(FieldSpelling):
            each.end()
