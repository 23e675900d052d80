"""Messages with minutes are for sending at once; what lies longer than a day is taken away.

They hold names in plain words, and nobody needs them once they were sent.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from librarian.adapters.drive_writing import told

_STAY: Final = timedelta(days=1)


def forget_old_letters(folder: Path, now: datetime) -> int:
    """Delete messages older than a day, and return how many.

    Raises LibrarianError where the disk does not let go of one.
    """
    oldest = (now - _STAY).timestamp()
    over = [each for each in folder.glob("*.eml") if each.stat().st_mtime < oldest]
    with told("an old message"):
        for each in over:
            each.unlink(missing_ok=True)
    return len(over)
