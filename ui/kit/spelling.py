"""Spelling help in one text field: marks, keys and a menu; words are looked up in a lane.

A word is looked at once typing pauses, and not while the cursor still stands at its end. What is
ignored here is known in this field alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolTip

from librarian.domain.spelling import Place, names_in, plain
from ui.bridge.newest import Newest
from ui.kit import spelling_texts as texts
from ui.kit.announcing import announce
from ui.kit.spelling_marks import Mark, Marks, TextField, selecting, text_of
from ui.kit.spelling_menu import WordDeeds, offer
from ui.kit.theme import Theme

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Jobs
    from librarian.application.spelling import Speller

LANE: Final = "spelling"
"""One thread for all of it: what the computer offers stays in the thread that asked for it."""
PAUSE_MS: Final = 300


@runtime_checkable
class HoldsAnswers(Protocol):
    """A widget around fields that knows what stands in its form already, names among it."""

    def answers_of_form(self) -> object:
        """All answers, as the form holds them."""


@dataclass(frozen=True, slots=True)
class SpellingTools:
    """What a field needs: `speller` is to be called in the lane alone; `told` says keys once."""

    jobs: Jobs
    theme: Theme
    speller: Callable[[], Speller | None]
    failed: Callable[[Exception], None]
    counted: Callable[[int], str]
    pause_ms: int = PAUSE_MS


class FieldSpelling(QObject):
    """Helps in one field for as long as that lives, or until `end`; `said` is what is told."""

    said = Signal(str)

    def __init__(self, field: TextField, tools: SpellingTools) -> None:
        super().__init__(field)
        self._field = field
        self._tools = tools
        self._marks = Marks(field, tools.theme, self)
        self._places: tuple[Place, ...] = ()
        self._found_in = -1
        """The state of the text that these places belong to."""
        self._ignored: set[str] = set()
        self._seen = -1
        self._typed_at: int | None = None
        self._tells = False
        self._then: Callable[[], None] | None = None
        self._menu: QMenu | None = None
        self._keys: tuple[QAction, ...] = ()
        self._looking = Newest(tools.jobs, LANE, tools.failed, self)
        self._asking = Newest(tools.jobs, LANE, tools.failed, self)
        self._pause = QTimer(self, singleShot=True, interval=tools.pause_ms)
        self._pause.timeout.connect(self._settle)
        field.textChanged.connect(self._pause.start)
        field.cursorPositionChanged.connect(self._pause.start)
        tools.theme.follow(self, self._redraw)

    @property
    def words(self) -> list[str]:
        """The words that are marked now."""
        return [mark.word for mark in self._marks.all()]

    def enter(self) -> None:
        """The keyboard came: look, and say how many words there are to check."""
        self._tells = True
        self._look()

    def leave(self) -> None:
        """The keyboard went: no word is being typed any more."""
        self._tells = False
        self._typed_at = None
        self._settle()

    def end(self) -> None:
        """Help no more."""
        self._pause.stop()
        self._marks.clear()
        self._field.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        for key in self._keys:
            self._field.removeAction(key)
        self._field.textChanged.disconnect(self._pause.start)
        self._field.cursorPositionChanged.disconnect(self._pause.start)
        self.setParent(None)
        self.deleteLater()

    def _settle(self) -> None:
        """Typing or moving paused."""
        at = self._field.textCursor().position()
        if self._field.document().revision() != self._seen:
            self._typed_at = at if self._field.hasFocus() else None
            self._look()
        elif at != self._typed_at:
            self._typed_at = None
            self._show()

    def _look(self) -> None:
        document = self._field.document()
        self._seen = document.revision()
        text = text_of(document)
        if text is None:
            self._looking.forget()
            self._take(self._seen, ())
            return
        known = _names_around(self._field, text) | self._ignored
        work = partial(_unknown, self._tools.speller, text, known)
        self._looking.ask(work, partial(self._take, self._seen))

    def _take(self, revision: int, places: tuple[Place, ...] | None) -> None:
        if places is None or revision != self._field.document().revision():
            return  # there is no help, or more was typed and another pause comes
        self._offer_keys()
        self._places, self._found_in = places, revision
        self._show()
        then, self._then = self._then, None
        if then:
            then()
        elif self._tells and places:
            self._say(self._tools.counted(len(places)))
        self._tells = False

    def _show(self) -> None:
        """Mark what was found, unless the text changed since: then another look comes."""
        if self._field.document().revision() == self._found_in:
            self._marks.show(self._places, self._typed_at)

    def _redraw(self) -> None:
        self._marks.forget()
        self._show()

    def _offer_keys(self) -> None:
        if self._keys:
            return
        self._keys = (
            self._key(texts.NEXT, texts.NEXT_KEY, partial(self._go, 1)),
            self._key(texts.BEFORE, texts.BEFORE_KEY, partial(self._go, -1)),
            self._key(texts.HELP, texts.HELP_KEY, self._ask_at_cursor),
        )
        self._field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._field.customContextMenuRequested.connect(self._ask)

    def _key(self, words: str, key: str, do: Callable[[], None]) -> QAction:
        made = QAction(words, self)
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(do)
        self._field.addAction(made)
        return made

    def _go(self, step: int) -> None:
        """Select the next word to check, or the one before."""
        if self._field.document().revision() != self._seen:
            self._then = partial(self._go, step)
            self._look()
            return
        self._typed_at = None
        self._show()
        mark = self._marks.beside(self._field.textCursor(), step)
        if mark is None:
            self._tell(texts.NONE)
            return
        self._field.setTextCursor(selecting(self._field.document(), mark.start, mark.stop))
        every = self._marks.all()
        self._say(texts.ONE_OF.format(every.index(mark) + 1, len(every)))

    def _say(self, words: str) -> None:
        """Have a screen reader say something when it pauses."""
        self.said.emit(words)
        announce(self._field, words)

    def _tell(self, words: str) -> None:
        """Say something beside the cursor, and to who listens."""
        self._say(words)
        at = self._field.mapToGlobal(self._field.cursorRect().bottomLeft())
        QToolTip.showText(at, words, self._field)

    def _ask_at_cursor(self) -> None:
        self._ask(self._field.cursorRect().center())

    def _ask(self, at: QPoint) -> None:
        """Open the menu on what is at a point, once there are ideas for it."""
        self._typed_at = None
        self._show()
        mark = self._marks.at(self._field.cursorForPosition(at).position())
        if mark is None:
            self._open(at, None, ())
            return
        work = partial(_ideas, self._tools.speller, mark.word)
        self._asking.ask(work, partial(self._open, at, mark), partial(self._open_without, at))

    def _open_without(self, at: QPoint, error: Exception) -> None:
        self._tools.failed(error)
        self._open(at, None, ())

    def _open(self, at: QPoint, mark: Mark | None, ideas: tuple[str, ...]) -> None:
        if not self._field.isVisible():
            return  # somebody went to another page meanwhile
        menu = self._menu = self._field.createStandardContextMenu()
        if mark and not self._field.isReadOnly():
            offer(menu, mark.word, ideas, self._deeds(mark))
        if self._marks.all():
            menu.addSeparator()
            menu.addAction(self._keys[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._field.viewport().mapToGlobal(at))

    def _deeds(self, mark: Mark) -> WordDeeds:
        return WordDeeds(
            take=partial(self._replace, mark),
            add=partial(self._add, mark.word),
            ignore=partial(self._ignore, mark.word),
        )

    def _replace(self, mark: Mark, idea: str) -> None:
        cursor = selecting(self._field.document(), mark.start, mark.stop)
        if cursor.selectedText() == mark.word:  # else it was changed while the menu was open
            cursor.insertText(idea)

    def _add(self, word: str) -> None:
        work = partial(_add, self._tools.speller, word)
        self._tools.jobs.submit(LANE, work, self._on_added, self._tools.failed)

    def _on_added(self, _answer: object) -> None:
        self._look()

    def _ignore(self, word: str) -> None:
        self._ignored.add(plain(word).casefold())
        self._look()


def _names_around(field: TextField, text: str) -> frozenset[str]:
    around = field.parentWidget()
    while around is not None and not isinstance(around, HoldsAnswers):
        around = around.parentWidget()
    answers = around.answers_of_form() if isinstance(around, HoldsAnswers) else ()
    return names_in(answers, besides=text)


def _unknown(
    speller: Callable[[], Speller | None], text: str, known: frozenset[str]
) -> tuple[Place, ...] | None:
    help_there = speller()
    return help_there.unknown(text, known) if help_there else None


def _ideas(speller: Callable[[], Speller | None], word: str) -> tuple[str, ...]:
    help_there = speller()
    return help_there.suggestions(word) if help_there else ()


def _add(speller: Callable[[], Speller | None], word: str) -> None:
    help_there = speller()
    if help_there:
        help_there.add(word)
