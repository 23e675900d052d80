"""What the window remembers of itself; nonsense in its file does no harm."""

from pathlib import Path

import pytest

from librarian.domain.settings import Look, Settings
from ui.shell.remembering import Appearance, WindowMemory


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    # Given a window that was closed
    before = WindowMemory(tmp_path)
    before.keep_appearance(Settings(look=Look.DARK, text_size=150, drive="/team"))
    before.keep_page("find", {"split": "500,700"})
    before.page = "find"
    before.close()

    # When the next one starts
    memory = WindowMemory(tmp_path)

    # Then it knows
    assert memory.appearance == Appearance(Look.DARK, 150, "/team")
    assert memory.of_page("find") == {"split": "500,700"}
    assert memory.page == "find"


def test_the_first_start_remembers_nothing(tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path)
    assert memory.appearance == Appearance()
    assert memory.of_page("find") == {}
    assert memory.geometry.isEmpty()


@pytest.mark.parametrize(
    "nonsense",
    ["", "look=purple\ntext_size=huge\n", "[General]\nlook=purple\ntext_size=9000\n", "\x00\xff"],
)
def test_nonsense_in_the_file_does_no_harm(tmp_path: Path, nonsense: str) -> None:
    (tmp_path / "window.ini").write_text(nonsense, "utf-8")
    appearance = WindowMemory(tmp_path).appearance
    assert appearance.look is Look.SYSTEM
    assert appearance.text_size in (100, 200)
