"""The window is there before the library is loaded, and worker processes never load Qt."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "sqlalchemy",
    "tantivy",
    "whoosh",
    "pebble",
    "pypdfium2",
    "typst",
    "docx",
    "pypdf",
    "librarian.bootstrap",
    "librarian.application.library",
    "librarian.application.finding",
    "librarian.application.scanning",
    "librarian.application.ports",
    "librarian.domain.dates_said",
    "librarian.domain.name_marks",
    "multiprocessing",
    "ui.find.found_page",
    "ui.find.nothing_page",
    "ui.find.preparing",
    "ui.settings.view",
)
"""Libraries, and parts of our own, that a window does without until it was painted."""

SEEN_AT_FIRST_PAINT = """
import gc, json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit
import ui.__main__ as entry
from librarian.cli import Opening
from ui.shell import running

def look(window, opening, open_desk):
    app = QApplication.instance()
    loaded = sorted(sys.modules)
    ready = isinstance(app.focusWidget() or window.focusWidget(), QLineEdit)
    print(json.dumps({"loaded": loaded, "ready": ready, "collecting": gc.isenabled()}))
    app.quit()

running._begin = look
sys.exit(entry.open_window(Opening(Path(sys.argv[1]), drive=Path("/made-up"))))
"""


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What is true when the window has just been painted."""
    home = tmp_path_factory.mktemp("home")
    seen: dict[str, object] = json.loads(python("-c", SEEN_AT_FIRST_PAINT, str(home)))
    return seen


def python(*arguments: str) -> str:
    """What a fresh Python prints."""
    ran = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return ran.stdout


@pytest.mark.parametrize("library", HEAVY)
def test_the_window_is_shown_before_heavy_libraries_are_loaded(
    first_paint: dict[str, object], library: str
) -> None:
    loaded = first_paint["loaded"]
    assert isinstance(loaded, list)
    assert "PySide6" in loaded
    assert library not in loaded


def test_the_window_can_be_typed_in_when_it_is_first_seen(first_paint: dict[str, object]) -> None:
    assert first_paint["ready"] is True


def test_python_collects_in_no_other_thread_while_there_is_a_window(
    first_paint: dict[str, object],
) -> None:
    assert first_paint["collecting"] is False


def test_a_worker_that_imports_the_entry_loads_no_qt() -> None:
    seen = "import ui.__main__, sys; print(any(name.startswith('PySide6') for name in sys.modules))"
    assert python("-c", seen).strip() == "False"
