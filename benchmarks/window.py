"""From the start of the process to a window that is shown, its search box ready to type in."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.figures import Figure

_ROUNDS = 7
_TO_REACH = 2.5
_BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
app = QApplication([])
window = QMainWindow()
box = QLineEdit()
window.setCentralWidget(box)
window.show()
box.setFocus()
QTimer.singleShot(0, lambda: os._exit(0))
app.exec()
"""
_OURS = """
import os
import sys
from librarian.cli import parsing
from ui import __main__ as entry
parsing.has_display = lambda: True
entry._open_desk = lambda home: os._exit(0)  # the first that is done once it was painted
entry.main(["window", "--home", sys.argv[1], "--drive", sys.argv[1]])
"""


def measure(folder: Path, _: argparse.Namespace) -> Sequence[Figure]:
    """Whole processes, in turns, so that both meet the same machine; the first round warms up."""
    ours: list[float] = []
    bare: list[float] = []
    command = [sys.executable, "-c", _OURS, str(folder / "home")]
    for _round in range(_ROUNDS + 1):
        bare.append(_seconds([sys.executable, "-c", _BARE]))
        ours.append(_seconds(command))
    ours, bare = ours[1:], bare[1:]
    ratio = median(ours) / median(bare)
    return [
        Figure(
            "window shown and ready to type",
            median(ours),
            "s",
            "bare window of the same Qt",
            ratio,
            f"≤ {_TO_REACH:g} ×",
            ratio <= _TO_REACH,
        )
    ]


def _seconds(command: list[str]) -> float:
    started = perf_counter()
    subprocess.run(
        command,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
    )
    return perf_counter() - started
