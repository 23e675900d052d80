"""Turns between processes: one sets up while the others wait."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from installer.shell import Problem, say


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold path for this process alone; the system lets go of it however the process ends."""
    try:
        file = path.open("a+b")
    except OSError as error:
        raise Problem(
            f"Nothing can be written in {path.parent}.",
            "Copy this folder to a place of your own, then start again there.",
        ) from error
    with file:
        if not take(file.fileno()):
            say("Another start is setting up; waiting for it.")
            while not take(file.fileno()):
                time.sleep(0.2)
        yield


def take(descriptor: int) -> bool:
    """Take hold of an open file unless another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows only

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
