"""Spelling help in a long answer: a key press with it and without, a look, and a huge paste."""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.figures import Figure, p95, seconds
from librarian.adapters.spelling import system_spelling
from librarian.application.spelling import Speller, words_of_the_field
from librarian.domain.settings import Look
from policies.vocabulary import field_words, load
from ui.bridge.jobs import ThreadJobs
from ui.kit.spelling import PAUSE_MS, FieldSpelling, SpellingTools
from ui.kit.theme import Theme
from ui.shell.running import TURN

SAID: Final = (
    "She has not atended school since Febuary, and teh keyworker drew a genogram with her. "
)
TEXT: Final = "\n".join([SAID * 5] * 12)
PASTED: Final = (SAID + "\n") * (5_000_000 // len(SAID))
KEYS: Final = "the chidl was at school " * 10
PATIENCE_MS: Final = 20_000
KEY_MS: Final = 16.0
LOOK_MS: Final = 100.0
AT_ONCE: Final = 1
"""A pause this short (ms) has the text looked at after each key: more than typing ever asks."""


class _MadeUp:
    """Stands in for a dictionary where this computer has none: words of five letters are wrong."""

    def knows(self, word: str) -> bool:
        return len(word) != 5  # noqa: PLR2004 - as it says

    def suggestions(self, word: str) -> tuple[str, ...]:
        return (word,)


def measure(_folder: Path, _: argparse.Namespace) -> Sequence[Figure]:
    """A long answer of sixty sentences, each with three words to check."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(TURN)  # as the window has it
    app = QApplication.instance()
    theme = Theme(app if isinstance(app, QApplication) else QApplication([]))
    theme.use(Look.LIGHT, 100)
    known = words_of_the_field(load(), field_words())
    jobs = ThreadJobs()
    alone, helped, restless = _field(), _field(), _field()
    _help(helped, theme, jobs, known, PAUSE_MS)
    _help(restless, theme, jobs, known, AT_ONCE)
    without = _pressed(alone)
    figures = (
        _drawn("a key pressed in a long answer with 180 words to check", _pressed(helped), without),
        _drawn("the same, were it looked at after each key", _pressed(restless), without),
        *_looked_at(_made(known)),
        _pasted(alone, helped),
    )
    jobs.shutdown()
    return figures


def _looked_at(speller: Speller) -> tuple[Figure, ...]:
    first = seconds(partial(speller.unknown, TEXT), 1) * 1000
    again = seconds(partial(speller.unknown, TEXT), 5) * 1000
    limit = f"≤ {LOOK_MS:g} ms"
    return (
        Figure("its 5,000 letters looked at for the first time", first, "ms", to_reach=limit),
        Figure("looked at again", again, "ms", to_reach=limit, reached=again <= LOOK_MS),
    )


def _pasted(alone: QPlainTextEdit, helped: QPlainTextEdit) -> Figure:
    without, with_help = (seconds(partial(_paste, field), 1) for field in (alone, helped))
    return Figure(
        name="5 MB pasted into it",
        value=with_help,
        unit="s",
        against=f"without help {without:.2f} s",
        ratio=with_help / without,
    )


def _drawn(name: str, samples: Sequence[float], without: Sequence[float]) -> Figure:
    return Figure(
        name=f"{name}, drawn anew, 95th percentile",
        value=p95(samples),
        unit="ms",
        against=f"without help {p95(without):.2f} ms",
        ratio=p95(samples) / p95(without),
        to_reach=f"≤ {KEY_MS:g} ms",
        reached=p95(samples) <= KEY_MS,
    )


def _made(known: frozenset[str]) -> Speller:
    return Speller(system_spelling() or _MadeUp(), known)


def _field() -> QPlainTextEdit:
    field = QPlainTextEdit(TEXT)
    field.resize(760, 300)
    field.show()
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.ensureCursorVisible()
    return field


def _help(
    field: QPlainTextEdit, theme: Theme, jobs: ThreadJobs, known: frozenset[str], pause_ms: int
) -> None:
    """Have a field looked at after such pauses, and wait until it was once."""
    make = cache(partial(_made, known))
    helping = FieldSpelling(field, SpellingTools(jobs, theme, make, _complain, str, pause_ms))
    looked = QEventLoop()
    helping.said.connect(looked.quit)
    field.setFocus()
    helping.enter()
    QTimer.singleShot(PATIENCE_MS, looked.quit)
    looked.exec()
    if not helping.words:
        raise RuntimeError("The long answer was not looked at.")


def _pressed(field: QPlainTextEdit) -> list[float]:
    field.setFocus()
    return [seconds(partial(_press, field, letter), 1) * 1000 for letter in KEYS]


def _press(field: QPlainTextEdit, letter: str) -> None:
    QTest.keyClicks(field, letter)
    QCoreApplication.processEvents()
    field.viewport().repaint()


def _paste(field: QPlainTextEdit) -> None:
    """Paste, and wait until all that follows a pause was done."""
    field.setFocus()
    field.insertPlainText(PASTED)
    field.viewport().repaint()
    waiting = QEventLoop()
    QTimer.singleShot(2 * PAUSE_MS, waiting.quit)
    waiting.exec()


def _complain(error: Exception) -> None:
    raise error
