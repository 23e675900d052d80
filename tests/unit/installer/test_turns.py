"""One process sets up while the others wait."""

import subprocess
import sys
from pathlib import Path

import pytest

from installer.shell import Problem
from installer.turns import only_one, take
from tests.support.sources import ROOT


def test_a_second_start_waits_for_the_first(tmp_path: Path) -> None:
    # Given a start that holds the lock
    lock = tmp_path / "lock"
    second = (
        "import sys; from pathlib import Path; from installer.turns import only_one\n"
        f"with only_one(Path({str(lock)!r})): print('in', flush=True)"
    )
    with only_one(lock):
        # When a second one comes
        waiting = subprocess.Popen(
            [sys.executable, "-c", second],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert waiting.stderr
        told = waiting.stderr.readline()

    # Then it says that it waits, and goes on when the first is done
    out, _ = waiting.communicate(timeout=30)
    assert told == "Another start is setting up; waiting for it.\n"
    assert out == "in\n"


def test_what_a_process_held_is_free_when_it_ends(tmp_path: Path) -> None:
    # Given a lock that was held and let go
    with only_one(tmp_path / "lock"):
        pass

    # When it is taken again, then it can be
    with (tmp_path / "lock").open("a+b") as file:
        assert take(file.fileno())


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    # Given a place where no file can be made, when a turn is asked for
    missing = tmp_path / "nowhere" / "lock"

    # Then a person reads what to do
    with pytest.raises(Problem, match="Copy this folder"), only_one(missing):
        pass
