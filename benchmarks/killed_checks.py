"""Kills the automatic check again and again at random points, and counts what is lost: nothing.

Run by hand: ``python -m benchmarks.killed_checks --times 100``. Half the deaths come at a random
moment, half at a random move of a file; they are spread over the length of a check that nobody
kills, which is measured anew again and again. Colleagues save new copies between two deaths. Only
a check that really died counts: where it ended first, it is tried again.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

from librarian import cli
from librarian.bootstrap import LocalDesk

_ROOT: Final = Path(__file__).parents[1]
_NEW_COPIES: Final = 12
_MEASURED_ANEW: Final = 10
_TRIES: Final = 5
_RUN: Final = """
import json, os, signal, sys
from contextlib import redirect_stdout
from io import StringIO
from time import perf_counter
from librarian import cli
from librarian.adapters.drive_writing import Disk

deadly, made = int(sys.argv[3]), 0

def counted(work):
    def step(*arguments):
        global made
        if made == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        made += 1
        return work(*arguments)
    return step

if __name__ == "__main__":
    for name in ("copy", "move", "rename_new", "rename_aside", "unlink", "make_folder"):
        setattr(Disk, name, counted(getattr(Disk, name)))
    print("begun", flush=True)
    started = perf_counter()
    with redirect_stdout(StringIO()):
        asked = ["steward", "--once", "--drive", sys.argv[1], "--home", sys.argv[2]]
        ended = cli.main(asked, lambda _: 0)
    if ended:
        sys.exit(ended)
    print(json.dumps([perf_counter() - started, made]), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How often the check really died, how often in the middle of a plan, and what was lost."""

    deaths: int
    rounds: int
    in_a_plan: int
    lost: int
    half_moved: int
    ledger_is_whole: bool

    @property
    def is_sound(self) -> bool:
        """Whether nothing was lost, and nothing is left half done."""
        return not self.lost and not self.half_moved and self.ledger_is_whole


@dataclass(frozen=True, slots=True)
class _Length:
    """How long a check takes that nobody kills, in seconds and in moves of files."""

    seconds: float
    moves: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A drive, the desk that checks it, and the program that does."""

    root: Path
    home: Path
    script: Path


def main() -> int:
    """Kill as often as asked, then look; 0 where nothing is lost."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--times", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    arguments = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="librarian-killed-") as folder:
        outcome = kill(Path(folder), arguments.times, Random(arguments.seed))
    print(f"Killed {outcome.deaths} of {arguments.times} times, in {outcome.rounds} rounds;")
    print(f"{outcome.in_a_plan} times in the middle of a plan.")
    print(f"Contents lost: {outcome.lost}. Files left half moved: {outcome.half_moved}.")
    print(f"The ledger is whole: {outcome.ledger_is_whole}.")
    return 0 if outcome.is_sound and outcome.deaths == arguments.times else 1


def kill(folder: Path, times: int, random: Random, copies: int = _NEW_COPIES) -> Outcome:
    """Kill the check of a new drive in `folder` so often, let it end once, and look."""
    place = _Place(folder / "drive", folder / "home", folder / "run.py")
    place.script.write_text(_RUN, "utf-8")
    _drive(place.root, place.home, folder)
    kept, rounds, deaths, in_a_plan = set[str](), count(), 0, 0
    length = _Length(0, 0)
    for number, share in enumerate(_shares(times, random)):
        if number % _MEASURED_ANEW == 0:
            kept |= _colleagues(place.root, next(rounds), copies)
            length = _until_the_end(place)
        for _ in range(_TRIES):
            kept |= _colleagues(place.root, next(rounds), copies)
            ended = _killed_at(place, share, length, by_move=bool(number % 2))
            if ended is None:
                deaths += 1
                in_a_plan += _is_half_done(place.root, place.home)
                break
            length = ended
    _until_the_end(place)
    return Outcome(
        deaths,
        next(rounds),
        in_a_plan,
        len(kept - _contents(place.root)),
        len(list(place.root.rglob("~librarian-*"))),
        _is_whole(place.root, place.home),
    )


def _shares(times: int, random: Random) -> Iterator[float]:
    """Return where in a check it dies: one point in each of as many parts, in any order."""
    parts = random.sample(range(times), times)
    return ((part + random.random()) / times for part in parts)


def _killed_at(place: _Place, share: float, length: _Length, *, by_move: bool) -> _Length | None:
    """Kill a check at this share of its length; None, or its length where it ended first."""
    if by_move:
        return _run(place, int(share * length.moves), None)
    return _run(place, -1, share * length.seconds)


def _until_the_end(place: _Place) -> _Length:
    length = _run(place, -1, None)
    if length is None:
        message = "A check that nobody killed did not end."
        raise RuntimeError(message)
    return length


def _run(place: _Place, moves: int, seconds: float | None) -> _Length | None:
    """Run a check until it dies at a move or after some seconds; its length where it ended."""
    with _process(place, moves) as process:
        if not process.stdout or process.stdout.readline() != b"begun\n":
            message = "The check did not begin."
            raise RuntimeError(message)
        try:
            said, wrong = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            said, wrong = process.communicate()
    if said:
        return _Length(*json.loads(said))
    if process.returncode != -signal.SIGKILL:
        raise RuntimeError(wrong.decode("utf-8", "replace"))
    return None


def _drive(root: Path, home: Path, place: Path) -> None:
    """Make a drive whose rules have copies set aside by the machine."""
    (root / "Forms").mkdir(parents=True)
    desk = LocalDesk(home)
    desk.adopt(root, "Killed")
    rules = place / "rules"
    rules.mkdir()
    with desk.catalogued(root) as drive:
        before, code, after = drive.rules.book.default_text().partition("[DUP01]")
    after = after.replace('mode = "propose"', 'mode = "enforce"', 1)
    (rules / "principles.toml").write_text(before + code + after, "utf-8")
    publish = ["principles", "publish", str(rules), "--note", "Copies are set aside."]
    with redirect_stdout(StringIO()):
        cli.main([*publish, "--drive", str(root), "--home", str(home)], lambda _: 0)


def _colleagues(root: Path, number: int, copies: int) -> set[str]:
    """Save a form and copies of it; returns what they say."""
    words = f"Form {number}: what did the child say, what will we do? " * 30
    for each in range(copies):
        name = f"Form {number}" if not each else f"Form {number} - Copy ({each})"
        (root / "Forms" / f"{name}.txt").write_text(f"{words}\n{name}", "utf-8")
        copy = root / "Forms" / f"{name} twin.txt"
        copy.write_text(f"{words}\n{name}", "utf-8")
    return _contents(root / "Forms")


def _process(place: _Place, moves: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(place.script), str(place.root), str(place.home), str(moves)],
        bufsize=0,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )


def _is_half_done(root: Path, home: Path) -> bool:
    desk = LocalDesk(home)
    with desk.ledger(root) as ledger:
        kinds = [entry.kind for entry in ledger.entries()]
    return kinds.count("agreed") > kinds.count("carried")


def _is_whole(root: Path, home: Path) -> bool:
    desk = LocalDesk(home)
    with desk.ledger(root) as ledger:
        return ledger.verify().ok


def _contents(root: Path) -> set[str]:
    return {
        sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and "ledger" not in path.parts and path.suffix == ".txt"
    }


if __name__ == "__main__":
    sys.exit(main())
