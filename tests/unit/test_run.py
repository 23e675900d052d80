"""run.py picks what to install and what to become, and never shows a traceback."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import run
from installer.shell import Problem
from tests.support.sources import ROOT


@pytest.mark.parametrize(
    ("version", "words"),
    [((3, 11, 0), ""), ((3, 14, 1), ""), ((3, 10, 12), "this is 3.10.12"), ((2, 7, 18), "2.7.18")],
)
def test_an_old_python_gets_a_sentence(version: tuple[int, ...], words: str) -> None:
    assert words in run.too_old(version)
    assert bool(run.too_old(version)) == bool(words)


@pytest.mark.parametrize(
    ("arguments", "lock"),
    [
        ([], "requirements.txt"),
        (["demo"], "requirements.txt"),
        (["find", "test"], "requirements.txt"),
        (["test", "-k", "one"], "requirements-dev.txt"),
        (["check"], "requirements-dev.txt"),
        (["bench"], "requirements-dev.txt"),
    ],
)
def test_tools_are_installed_for_those_who_use_them(arguments: list[str], lock: str) -> None:
    assert run.lock_for(arguments) == lock


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["demo"], True),
        (["demo", "--seed", "3"], True),
        (["window", "--drive", "T"], True),
        (["demo", "--no-window"], False),
        (["window", "--help"], False),
        (["find", "genogram", "--json"], False),
    ],
)
def test_only_the_window_asks_for_a_screen(arguments: list[str], window: bool) -> None:
    assert run.opens_window(arguments) is window


@pytest.mark.parametrize(
    ("environ", "system", "platform"),
    [
        ({}, "linux", "offscreen"),
        ({"DISPLAY": ":0"}, "linux", None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", None),
        ({"QT_QPA_PLATFORM": "vnc"}, "linux", "vnc"),
        ({}, "win32", None),
        ({}, "darwin", None),
    ],
)
def test_without_a_screen_qt_draws_in_memory(
    environ: dict[str, str], system: str, platform: str | None
) -> None:
    assert run.surroundings(environ, system).get("QT_QPA_PLATFORM") == platform


def test_our_processes_find_our_packages_and_nobody_elses() -> None:
    # Given a person whose own Python settings point elsewhere
    environ = {"PYTHONPATH": "/theirs", "PYTHONHOME": "/theirs", "PATH": "/usr/bin"}

    # When the settings for our processes are made
    ours = run.surroundings(environ, "darwin")

    # Then they point to this tree, and the rest is as it was
    assert ours["PYTHONPATH"] == str(ROOT)
    assert "PYTHONHOME" not in ours
    assert ours["PATH"] == "/usr/bin"


def test_check_refuses_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    # Given a wrong option, when check gets it
    code = run.check([sys.executable], ["--quick"])

    # Then it tells the usage, with the code for wrong usage
    assert code == 2
    assert "--no-tests" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        (Problem("It rains.", "Take a coat."), 1, "It rains.\nTake a coat."),
        (PermissionError(13, "Permission denied", "x"), 1, "Permission denied"),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=["a problem", "the system", "Ctrl+C"],
)
def test_a_fault_ends_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: BaseException,
    code: int,
    words: str,
) -> None:
    # Given something that goes wrong
    def go_wrong(_: object) -> int:
        raise fault

    monkeypatch.setattr(run, "run", go_wrong)

    # When it is run
    ended = run.main(["find", "x"])

    # Then the code tells of it, and people read a sentence on stderr alone
    told = capsys.readouterr()
    assert ended == code
    assert words in told.err
    assert told.out == ""
    assert "Traceback" not in told.err


def test_a_folder_without_its_lock_is_told_in_words(tmp_path: Path) -> None:
    # Given a copy of run.py whose lock was left behind
    shutil.copy(ROOT / "run.py", tmp_path)
    shutil.copytree(
        ROOT / "installer", tmp_path / "installer", ignore=shutil.ignore_patterns("__pycache__")
    )

    # When it is started
    done = subprocess.run(
        [sys.executable, str(tmp_path / "run.py"), "find", "x"],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )

    # Then it ends with words and code 1, and stdout stays clean
    assert done.returncode == 1
    assert done.stderr.startswith("requirements.txt is missing.")
    assert done.stdout == ""
