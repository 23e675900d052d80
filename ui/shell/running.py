"""Runs the window from its first pixel to the end of its last thread.

Only what a window needs to be seen is imported here; the library itself is opened in a lane once
the window was painted, since its parts take longer to load than a person should wait to type.
"""

import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from librarian.application.library import Desk
from librarian.cli.opening import Opening, Sample
from ui.bridge.clock import QtClock
from ui.bridge.jobs import ThreadJobs
from ui.kit.theme import Theme
from ui.shell import texts
from ui.shell.failing import Watchman
from ui.shell.remembering import WindowMemory
from ui.shell.showing import Showing
from ui.shell.window import MainWindow, Surroundings

SHOWN_SIZE: Final = (1280, 800)


def run(opening: Opening, open_desk: Callable[[Path], Desk]) -> int:
    """Show the window until it is closed; returns the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(texts.APP)
    app.setApplicationDisplayName(texts.APP)
    watchman = Watchman(opening.home)
    watchman.start()
    interrupts = _Interrupts(app)
    window = _window(app, opening)
    watchman.complained.connect(window.complain)
    window.painted.connect(lambda: _begin(window, opening, open_desk))
    show = Showing(window, opening.shots) if opening.shots else None
    window.show()
    code = show.play() if show else app.exec()
    window.session.close()
    interrupts.close()
    watchman.stop()
    return code


def _window(app: QApplication, opening: Opening) -> MainWindow:
    memory = WindowMemory(opening.home)
    theme = Theme(app)
    theme.use(memory.appearance.look, memory.appearance.text_size)
    theme.setParent(app)
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
    return lambda desk: desk.make_sample(at, seed)


class _Interrupts(QObject):
    """Ctrl+C in the terminal closes the window properly: Python must be woken to notice it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ours, theirs = socket.socketpair()
        self._theirs = theirs
        for end in (self._ours, theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._before = signal.signal(signal.SIGINT, lambda *_: app.quit())
        signal.set_wakeup_fd(theirs.fileno())

    def close(self) -> None:
        """Leave signals as they were."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, self._before)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _wake(self) -> None:
        self._ours.recv(64)
