"""What happens when the program itself fails: a report in a file, a notice, no traceback."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from ui.bridge.jobs import MishapError

FILE: Final = "librarian.log"
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_HARMLESS: Final = "This plugin does not support propagateSizeHints"
"""Said by the platform without a screen about every window."""

_log = logging.getLogger(__name__)


class Watchman(QObject):
    """Catches what nobody caught, in any thread; `complained` tells the person."""

    complained = Signal(object)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = home / "logs"
        self._reports: logging.Handler | None = None

    def start(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        qInstallMessageHandler(_on_qt)

    def keep_reports(self) -> None:
        """Write reports from now on, of what is merely logged too."""
        if self._reports is None:
            self._reports = reports_in(self._folder)
            logging.getLogger().addHandler(self._reports)

    def stop(self) -> None:
        """Leave everything as it was found."""
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._reports is not None:
            logging.getLogger().removeHandler(self._reports)
            self._reports.close()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        self.keep_reports()
        _log.error("Nobody caught this.", exc_info=(kind, error, trace))
        self.complained.emit(MishapError())

    def _on_thread(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self._on_exception(failure.exc_type, failure.exc_value, failure.exc_traceback)


def reports_in(folder: Path) -> logging.Handler:
    """Return the handler that writes reports into folder, which is made at the first report."""
    from ui.shell.reports import ReportFile  # noqa: PLC0415 - slow to load, not needed to type

    return ReportFile(folder / FILE)


def _on_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_HARMLESS):
        _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
