"""Set-up installs what the lock names, once, and notices what was cut short."""

import hashlib
import json
import sys
from pathlib import Path

import pytest

from installer.environment import Environment, is_old_linux, python_now, show_progress
from installer.shell import Problem
from tests.support.shells import FakeShell

HAS_PIP = {"-m pip --version": "pip 25", "-I -c": python_now()}


def a_tree(folder: Path) -> Path:
    (folder / "requirements.txt").write_text("one==1 --hash=sha256:00\n", encoding="utf-8")
    (folder / "requirements-dev.txt").write_text("one==1\ntwo==2\n", encoding="utf-8")
    return folder


def made(environment: Environment) -> None:
    environment.python.parent.mkdir(parents=True, exist_ok=True)
    environment.python.touch()


def test_the_first_start_installs_the_lock_and_the_second_does_nothing(tmp_path: Path) -> None:
    # Given an environment that was made and holds nothing yet
    shell = FakeShell(HAS_PIP)
    environment = Environment(a_tree(tmp_path), shell)
    made(environment)

    # When it is set up twice
    environment.set_up("requirements.txt")
    environment.set_up("requirements.txt")

    # Then the lock was installed once, by hash and never from source
    [line] = shell.followed
    assert "-r " + str(tmp_path / "requirements.txt") in line
    assert "--require-hashes --only-binary=:all:" in line


def test_what_is_set_up_for_work_is_set_up_for_use(tmp_path: Path) -> None:
    # Given an environment that is set up for work
    environment = Environment(a_tree(tmp_path), FakeShell(HAS_PIP))
    made(environment)
    environment.set_up("requirements-dev.txt")

    # When it is asked whether it is ready, then it is for both
    assert environment.is_ready("requirements-dev.txt")
    assert environment.is_ready("requirements.txt")


def test_a_changed_lock_is_installed(tmp_path: Path) -> None:
    # Given an environment that is set up for both
    environment = Environment(a_tree(tmp_path), FakeShell(HAS_PIP))
    made(environment)
    environment.set_up("requirements-dev.txt")

    # When one lock changes
    (tmp_path / "requirements-dev.txt").write_text("one==1\ntwo==3\n", encoding="utf-8")

    # Then that one alone is not ready any more
    assert not environment.is_ready("requirements-dev.txt")
    assert environment.is_ready("requirements.txt")


@pytest.mark.parametrize("stamp", ["", "[]", "{", '{"python": "2.7"}'])
def test_a_stamp_that_says_nothing_useful_is_not_believed(tmp_path: Path, stamp: str) -> None:
    # Given an environment with a damaged stamp, or one of another Python
    environment = Environment(a_tree(tmp_path), FakeShell(HAS_PIP))
    made(environment)
    (environment.folder / "librarian-stamp.json").write_text(stamp, encoding="utf-8")

    # When it is asked whether it is ready, then it is not
    assert not environment.is_ready("requirements.txt")


def test_an_environment_of_another_python_is_not_sound(tmp_path: Path) -> None:
    # Given an environment whose Python is of another line than the one that asks
    environment = Environment(a_tree(tmp_path), FakeShell({"-I -c": "3.99"}))
    made(environment)

    # When it is asked whether it can be kept, then it cannot
    assert not environment.is_sound()


def test_an_install_that_was_killed_leaves_an_unsound_environment(tmp_path: Path) -> None:
    # Given an install during which the machine went off
    class Killed(FakeShell):
        def follow(self, *_: object, **__: object) -> int:
            raise KeyboardInterrupt

    environment = Environment(a_tree(tmp_path), Killed(HAS_PIP))
    made(environment)
    with pytest.raises(KeyboardInterrupt):
        environment.set_up("requirements.txt")

    # When the next start looks at it, then it has to be made anew
    assert not environment.is_sound()
    assert not environment.is_ready("requirements.txt")


def test_an_upgrade_that_finds_no_network_leaves_what_worked(tmp_path: Path) -> None:
    # Given an environment that is set up for use, and no network
    shell = FakeShell(HAS_PIP, fails=["requirements-dev"], says=["ERROR: No matching thing"])
    environment = Environment(a_tree(tmp_path), shell)
    made(environment)
    environment.set_up("requirements.txt")

    # When it is to be set up for work
    with pytest.raises(Problem, match="network connection") as problem:
        environment.set_up("requirements-dev.txt")

    # Then a person reads what to do, and use goes on
    assert "No matching thing" in str(problem.value)
    assert environment.is_ready("requirements.txt")


@pytest.mark.parametrize(
    ("answers", "pip"),
    [
        ({"-m pip --version": "pip 25"}, "{python} -m pip install"),
        ({"-m ensurepip": "made"}, "{python} -m pip install"),
        ({"--python": "pip 25"}, f"{sys.executable} -m pip --python {{python}} install"),
    ],
    ids=["its own", "brought by ensurepip", "the system's, which writes into .venv only"],
)
def test_pip_is_taken_from_where_there_is_one(
    tmp_path: Path, answers: dict[str, str], pip: str
) -> None:
    # Given a system that keeps pip in one of three places
    shell = FakeShell({**answers, "-I -c": python_now()})
    environment = Environment(a_tree(tmp_path), shell)
    made(environment)

    # When the environment is set up
    environment.set_up("requirements.txt")

    # Then that pip installed into it
    assert shell.followed[0].startswith(pip.format(python=environment.python))


def test_a_bare_debian_without_rights_is_told_the_command(tmp_path: Path) -> None:
    # Given a Python without pip and ensurepip, and nobody who may install packages
    shell = FakeShell({"-I -c": python_now()}, programs=["apt-get"])
    environment = Environment(a_tree(tmp_path), shell)
    made(environment)

    # When the environment is set up, then the command stands in the words
    with pytest.raises(Problem, match=f"sudo apt-get install python{python_now()}-venv"):
        environment.set_up("requirements.txt")


def test_a_missing_lock_is_told(tmp_path: Path) -> None:
    # Given a folder without its lock, when it is set up, then a person reads which
    with pytest.raises(Problem, match=r"requirements\.txt is missing"):
        Environment(tmp_path, FakeShell()).set_up("requirements.txt")


def test_a_real_environment_is_made_anew_where_it_was_broken(tmp_path: Path) -> None:
    # Given a folder in which an environment was half made
    environment = Environment(a_tree(tmp_path), FakeShell(HAS_PIP))
    made(environment)
    (environment.folder / "librarian-unfinished").touch()
    rest = environment.folder / "left-behind"
    rest.touch()

    # When it is set up
    environment.set_up("requirements.txt")

    # Then it is new, with a Python and a stamp
    assert not rest.exists()
    assert environment.python.exists()
    stamp = json.loads((environment.folder / "librarian-stamp.json").read_text("utf-8"))
    lock = (tmp_path / "requirements.txt").read_bytes()
    assert stamp == {
        "python": python_now(),
        "requirements.txt": hashlib.sha256(lock).hexdigest(),
    }


@pytest.mark.parametrize(
    ("libc", "old"),
    [
        (("glibc", "2.36"), False),
        (("glibc", "2.34"), False),
        (("glibc", "2.9"), True),
        (("", ""), False),
    ],
)
def test_a_linux_too_old_for_qt_is_known_by_its_c_library(libc: tuple[str, str], old: bool) -> None:
    assert is_old_linux(libc) is old


def test_no_progress_is_drawn_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    # Given an output that is not a terminal, when pip speaks, then nothing is drawn
    show_progress("Collecting one")
    assert capsys.readouterr() == ("", "")
