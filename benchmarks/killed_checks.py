"""Kills the automatic check again and again at random points, and counts what is lost: nothing.

Run by hand: ``python -m benchmarks.killed_checks --times 100``. Half the deaths come at a random
moment, half at a random move of a file. Colleagues save new copies between two deaths.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout, suppress
from hashlib import sha256
from io import StringIO
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

from librarian import cli
from librarian.bootstrap import LocalDesk

_ROOT: Final = Path(__file__).parents[1]
_NEW_COPIES: Final = 12
_RUN: Final = """
import os, signal, sys
from librarian import cli
from librarian.adapters.drive_writing import Disk

left = int(sys.argv[3])

def counted(work):
    def step(*arguments):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return work(*arguments)
    return step

if __name__ == "__main__":
    for name in ("copy", "move", "rename_new", "rename_aside", "unlink", "make_folder"):
        setattr(Disk, name, counted(getattr(Disk, name)))
    cli.main(["steward", "--once", "--drive", sys.argv[1], "--home", sys.argv[2]], lambda _: 0)
"""


def main() -> int:
    """Kill as often as asked, then look; 0 where nothing is lost."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--times", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    arguments = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="librarian-killed-") as folder:
        return _kill(Path(folder), arguments.times, Random(arguments.seed))


def _kill(place: Path, times: int, random: Random) -> int:
    root, home, script = place / "drive", place / "home", place / "run.py"
    script.write_text(_RUN, "utf-8")
    kept = _drive(root, home, place)
    started = perf_counter()
    _process(script, root, home, -1).wait()
    whole = perf_counter() - started
    deaths = broken = 0
    for number in range(times):
        kept |= _colleagues(root, number)
        moves = random.randrange(2 * _NEW_COPIES) if number % 2 else -1
        process = _process(script, root, home, moves)
        with suppress(subprocess.TimeoutExpired):
            process.wait(None if number % 2 else random.uniform(0.2, 1.0) * whole)
        process.kill()
        deaths += process.wait() == -signal.SIGKILL
        broken += _is_half_done(root, home)
    _process(script, root, home, -1).wait()
    lost = kept - _contents(root)
    left = list(root.rglob("~librarian-*"))
    is_whole = _is_whole(root, home)
    print(f"{deaths} of {times} rounds were killed, {broken} in the middle of a plan.")
    print(f"Contents lost: {len(lost)}. Files left half moved: {len(left)}. Ledger: {is_whole}.")
    return 0 if not lost and not left and is_whole else 1


def _drive(root: Path, home: Path, place: Path) -> set[str]:
    """A drive whose rules have copies set aside by the machine."""
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
    return _colleagues(root, -1)


def _colleagues(root: Path, number: int) -> set[str]:
    """Save a form and copies of it; returns what they say."""
    words = f"Form {number}: what did the child say, what will we do? " * 30
    for each in range(_NEW_COPIES):
        name = f"Form {number}" if not each else f"Form {number} - Copy ({each})"
        (root / "Forms" / f"{name}.txt").write_text(f"{words}\n{name}", "utf-8")
        copy = root / "Forms" / f"{name} twin.txt"
        copy.write_text(f"{words}\n{name}", "utf-8")
    return _contents(root / "Forms")


def _process(script: Path, root: Path, home: Path, moves: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(script), str(root), str(home), str(moves)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
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
