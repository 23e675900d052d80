"""Runs the window from its first pixel to the end of its last thread.

Only what a window needs to be seen is imported here; the library itself is opened in a lane once
the window was painted, since its parts take longer to load than a person should wait to type.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from librarian.cli.opening import Opening, Sample
from ui.bridge.clock import QtClock
from ui.bridge.jobs import ThreadJobs
from ui.bridge.sweeping import Sweeper
from ui.kit.theme import Theme
from ui.shell import texts
from ui.shell.failing import Watchman
from ui.shell.remembering import WindowMemory
from ui.shell.window import MainWindow, Surroundings

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Desk

TURN: Final = 0.0005
"""Seconds a lane may compute on while the window waits to go on; Python's own 5 ms, met many
times within one key press, would be felt."""
STYLE: Final = "Fusion"
"""Named to the application itself: QApplication.setStyle loads all that a style can draw."""


def run(opening: Opening, open_desk: Callable[[Path], Desk]) -> int:
    """Show the window until it is closed; returns the exit code."""
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    sweeper = Sweeper(app)
    sys.setswitchinterval(TURN)
    app.setApplicationName(texts.APP)
    app.setApplicationDisplayName(texts.APP)
    watchman = Watchman(opening.home)
    watchman.start()
    window = _window(app, opening)
    watchman.complained.connect(window.complain)
    window.painted.connect(sweeper.start)
    window.painted.connect(lambda: _begin(window, opening, open_desk))
    window.painted.connect(watchman.keep_reports)
    window.session.opened.connect(sweeper.spare)
    window.show()
    code = _show(window, opening.shots) if opening.shots else _stay(app, window)
    window.session.close()
    sweeper.stop()
    watchman.stop()
    return code


def _stay(app: QApplication, window: MainWindow) -> int:
    """Show the window until a person closes it."""
    listening = ExitStack()
    window.painted.connect(lambda: listening.callback(_listen(app)))
    with listening:
        return app.exec()


def _listen(app: QApplication) -> Callable[[], None]:
    """Hear Ctrl+C in the terminal from now on; returns what ends that."""
    from ui.shell.interrupts import Interrupts  # noqa: PLC0415 - after the window is shown

    return Interrupts(app).close


def _show(window: MainWindow, folder: Path) -> int:
    """Show the window to nobody, and save pictures of it."""
    from ui.shell.showing import Showing  # noqa: PLC0415 - seldom needed

    return Showing(window, folder).play()


def _window(app: QApplication, opening: Opening) -> MainWindow:
    memory = WindowMemory(opening.home)
    theme = Theme(app)
    theme.use(memory.appearance.look, memory.appearance.text_size)
    theme.setParent(app)
    app.setWindowIcon(theme.icon("library", "accent", 64))
    around = Surroundings(
        jobs=ThreadJobs(app), theme=theme, clock=QtClock(), memory=memory, home=opening.home
    )
    expects = bool(opening.drive or opening.sample or memory.appearance.drive)
    return MainWindow(around, expects_drive=expects)


def _begin(window: MainWindow, opening: Opening, open_desk: Callable[[Path], Desk]) -> None:
    window.session.start(lambda: open_desk(opening.home), opening.drive, _maker(opening.sample))


def _maker(sample: Sample | None) -> Callable[[Desk], Path] | None:
    if sample is None:
        return None
    at, seed = sample.at, sample.seed
    return lambda desk: desk.ready_sample(at, seed)
