"""One writer for one data folder: whoever comes second waits a little, then is told who writes."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from librarian.domain.errors import BusyError, LibrarianError

WAIT_SECONDS: Final = 10.0


@contextmanager
def only_writer(folder: Path, purpose: str, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the right to write in folder; the system gives it back even after a crash.

    Raises BusyError, naming who writes, where it is not free within wait seconds, and
    LibrarianError where nothing can be written in folder.
    """
    holder = folder / "writer.json"
    lock = FileLock(folder / "writer.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise BusyError(
            f"Another Librarian on this computer is at work on this drive{_who(holder)}.",
            "Close it, or wait until it is done. You can search meanwhile.",
        ) from error
    except OSError as error:
        raise LibrarianError(
            f"Librarian cannot write in {folder}.",
            "Check that the disk is not full and that you may write there.",
        ) from error
    try:
        with suppress(OSError):  # it only tells others who writes
            holder.write_text(json.dumps({"pid": os.getpid(), "purpose": purpose}), "utf-8")
        yield
    finally:
        with suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()


def _who(holder: Path) -> str:
    try:
        told = json.loads(holder.read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    return f" ({told.get('purpose', 'unknown')}, process {told.get('pid', 'unknown')})"
