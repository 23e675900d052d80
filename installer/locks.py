"""The locks: every library by version and hash, without an address of where it comes from."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from installer.environment import LOCK_FOR_USE, LOCK_FOR_WORK
from installer.shell import Problem, say

OLDEST_PYTHON = "3.11"
NOTE = "# Made by `python run.py lock`. Hashes without addresses install from any index.\n"
CHOICES = {
    LOCK_FOR_USE: (),
    LOCK_FOR_WORK: ("--group", "dev", "--constraint", LOCK_FOR_USE),
    "installer/requirements.txt": ("--group", "installer", "--constraint", LOCK_FOR_USE),
}


def compile_command(uv: Sequence[str], lock: str, more: Sequence[str] = ()) -> list[str]:
    """Return the command that writes one lock; more, such as --upgrade, is for uv."""
    fixed = ("--quiet", "--universal", "--generate-hashes", "--no-header", "--no-emit-index-url")
    python = ("--python-version", OLDEST_PYTHON)
    return [
        *(*uv, "pip", "compile", *fixed, *python, *CHOICES[lock], *more),
        *("pyproject.toml", "--output-file", lock),
    ]


def write_locks(root: Path, uv: Sequence[str], more: Sequence[str] = ()) -> None:
    """Write every lock of root from its pyproject.toml."""
    for lock in CHOICES:
        command = compile_command(uv, lock, more)
        if subprocess.call(command, cwd=root, stdout=subprocess.DEVNULL) != 0:
            raise Problem(f"{lock} could not be made.", "What uv says above tells why.")
        text = (root / lock).read_text(encoding="utf-8")
        (root / lock).write_text(NOTE + text.removeprefix(NOTE), encoding="utf-8", newline="\n")
        say(f"Wrote {lock.replace('/', os.sep)}")
