"""Qt for Python gives back every reference to None, True and False that it borrows.

A release that loses one at each call ends the program after some thousand calls.
"""

import os
import subprocess
import sys
from typing import Final

CALLS: Final = 200
PROBE: Final = f"""
import os, sys
from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget, thing, index = QWidget(), QObject(), QModelIndex()
calls = (
    (lambda: thing.setObjectName("x"), None),
    (lambda: widget.update(), None),
    (lambda: thing.parent(), None),
    (lambda: widget.isVisible(), False),
    (lambda: widget.isEnabled(), True),
    (lambda: index.isValid(), False),
    (lambda: thing.blockSignals(False), False),
)
for call, singleton in calls:
    before = sys.getrefcount(singleton)
    for _ in range({CALLS}):
        call()
    print(sys.getrefcount(singleton) - before, flush=True)
os._exit(0)  # a release that loses references may not live to the end of Python
"""


def test_calls_lose_no_reference_to_none_true_or_false() -> None:
    # Given calls that return None, True and False, in a process that may die of them
    command = [sys.executable, "-c", PROBE]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    # When each is made many times
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environ, timeout=60
    )

    # Then nothing was lost beyond what Python itself moves about
    drift = [int(line) for line in done.stdout.split()]
    assert len(drift) == 7
    assert max(map(abs, drift)) < CALLS // 2
