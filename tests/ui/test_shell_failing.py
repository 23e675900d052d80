"""When the program fails there is a report and a notice; neither tells anything of a file."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, qWarning
from pytestqt.qtbot import QtBot

from ui.bridge.jobs import MishapError
from ui.shell.failing import FILE, Watchman, reports_in

pytestmark = pytest.mark.logs_warnings


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def take(self, said: object) -> None:
        self.heard.append(said)


@pytest.fixture
def watchman(tmp_path: Path, qtbot: QtBot) -> Iterator[Watchman]:  # noqa: ARG001 - Qt is there
    watchman = Watchman(tmp_path)
    watchman.start()
    watchman.keep_reports()
    yield watchman
    watchman.stop()


def report(home: Path) -> str:
    return (home / "logs" / FILE).read_text("utf-8")


def secret_failure() -> None:
    name = "Case notes of a child.docx"
    try:
        Path(name).read_bytes()
    except FileNotFoundError as error:
        raise RuntimeError(f"cannot read {name}") from error


def test_what_nobody_caught_is_reported_without_what_it_says(
    watchman: Watchman, tmp_path: Path
) -> None:
    # Given somebody who listens, and a failure whose message names a file
    listener = Listener()
    watchman.complained.connect(listener.take)

    # When nobody catches it
    try:
        secret_failure()
    except RuntimeError:
        sys.excepthook(*sys.exc_info())

    # Then the report tells where and what kind, a person is told, and the name is nowhere
    assert "in secret_failure" in report(tmp_path)
    assert "builtins.RuntimeError" in report(tmp_path)
    assert "builtins.FileNotFoundError" in report(tmp_path)
    assert "child" not in report(tmp_path)
    assert [type(said) for said in listener.heard] == [MishapError]


@pytest.mark.usefixtures("watchman")
def test_what_other_libraries_say_is_reported_by_its_place(tmp_path: Path) -> None:
    logging.getLogger("pypdf").warning("Bad object in %s", "Case notes of a child.pdf")
    assert "pypdf" in report(tmp_path)
    assert f"said at {Path(__file__).name}" in report(tmp_path)
    assert "child" not in report(tmp_path)


def test_a_failure_in_another_thread_is_told_in_that_of_the_window(
    watchman: Watchman, tmp_path: Path, qtbot: QtBot
) -> None:
    # Given somebody who listens
    listener = Listener()
    watchman.complained.connect(listener.take)

    # When a thread fails
    thread = threading.Thread(target=secret_failure, name="lane keeper")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(listener.heard))

    # Then the report names the thread
    assert "lane keeper" in report(tmp_path)


@pytest.mark.usefixtures("watchman")
def test_warnings_of_qt_are_reported_but_for_a_harmless_one(tmp_path: Path) -> None:
    qWarning("This plugin does not support propagateSizeHints()")
    qWarning("QPainter::begin: Paint device returned engine == 0")
    assert "Paint device" in report(tmp_path)
    assert "propagateSizeHints" not in report(tmp_path)


def test_ctrl_c_is_no_failure(watchman: Watchman, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt) as stopped:
        raise KeyboardInterrupt
    sys.excepthook(stopped.type, stopped.value, stopped.tb)
    assert not (tmp_path / "logs").exists()
    assert watchman is not None


def test_nothing_is_written_while_nothing_is_wrong(watchman: Watchman, tmp_path: Path) -> None:
    logging.getLogger("librarian").info("All is well.")
    assert not (tmp_path / "logs").exists()
    assert watchman is not None


def test_a_failure_before_reports_are_kept_is_reported_too(tmp_path: Path) -> None:
    # Given a window that is only just being made
    watchman = Watchman(tmp_path)
    watchman.start()

    # When it fails
    try:
        secret_failure()
    except RuntimeError:
        sys.excepthook(*sys.exc_info())
    watchman.stop()

    # Then there is a report
    assert "in secret_failure" in report(tmp_path)


def test_reports_do_not_grow_for_ever(tmp_path: Path) -> None:
    # Given a place for reports
    reports = reports_in(tmp_path)
    record = logging.makeLogRecord({"msg": "x" * 10_000, "name": "ui", "levelno": logging.ERROR})

    # When very much goes wrong
    for _ in range(250):
        reports.emit(record)
    reports.close()

    # Then only the latest of it is kept
    written = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert 500_000 < written < 2_100_000
