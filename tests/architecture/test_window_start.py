"""The window is shown before services, databases and readers are loaded: people wait for it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = (
    "librarian.application.",
    "librarian.adapters",
    "librarian.domain.events",
    "librarian.domain.extraction",
    "librarian.domain.ledger",
    "librarian.domain.previews",
    "indexers",
    "sqlalchemy",
    "tantivy",
)
SCRIPT = """
import linecache, os, sys
from librarian.cli import parsing
from ui import __main__ as entry

def painted(home):
    read = [name for name in linecache.cache if "librarian" in name or "ui/" in name]
    print(len(read), *sys.modules, sep="\\n", flush=True)
    os._exit(0)

parsing.has_display = lambda: True
entry._open_desk = painted
entry.main(["window", "--home", sys.argv[1], "--drive", sys.argv[1]])
"""


def test_nothing_that_a_window_can_do_without_is_loaded_before_it_is_seen(tmp_path: Path) -> None:
    # Given a window that tells what is loaded when it is first painted
    command = [sys.executable, "-P", "-c", SCRIPT, str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    # When it is opened
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    # Then that is no service, no database and no reader of files
    sources, *loaded = done.stdout.split()
    assert "ui.find.page" in loaded
    assert [module for module in loaded if module.startswith(HEAVY)] == []
    # And PySide did not read the source of what was
    assert sources == "0"
