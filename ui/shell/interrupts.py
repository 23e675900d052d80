"""Ctrl+C in the terminal closes the window properly."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication


class Interrupts(QObject):
    """Ends app at Ctrl+C; Python must be woken from Qt's loop to notice it."""

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
