"""The sample drive, made and scanned once by the program itself."""

import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from librarian import cli

Answer = dict[str, Any]


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Librarian:
    """The program on one drive and one data folder."""

    drive: Path
    home: Path

    def run(self, *arguments: str) -> Done:
        """Carry out a command here, which spares the start of a process."""
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = cli.main([*arguments, "--home", str(self.home)], _no_window)
            except SystemExit as end:
                code = int(end.code or 0)
        return Done(code, out.getvalue(), err.getvalue())

    def json(self, *arguments: str) -> Answer:
        """The one JSON document on stdout of a command that succeeds."""
        done = self.run(*arguments, "--drive", str(self.drive), "--json")
        assert done.returncode == 0, done.stdout + done.stderr
        answer: Answer = json.loads(done.stdout)
        return answer

    def refusal(self, *arguments: str) -> dict[str, str]:
        """The error of a command that fails."""
        done = self.run(*arguments, "--json")
        assert done.returncode == 1
        error: dict[str, str] = json.loads(done.stdout)["error"]
        return error


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Librarian, Answer]:
    """The sample drive after `demo --no-window`, and what that said."""
    place = tmp_path_factory.mktemp("sample")
    program = Librarian(place / "drive", place / "home")
    return program, program.json("demo", "--no-window", "--at", str(program.drive))


@pytest.fixture
def librarian(sample: tuple[Librarian, Answer]) -> Librarian:
    """The program on the sample drive."""
    return sample[0]


@pytest.fixture
def a_librarian(tmp_path: Path) -> Callable[[], Librarian]:
    """The program on an empty drive of its own."""

    def made() -> Librarian:
        (tmp_path / "drive").mkdir()
        return Librarian(tmp_path / "drive", tmp_path / "home")

    return made


def _no_window(_: cli.Opening) -> int:
    raise AssertionError("no command here opens a window")
