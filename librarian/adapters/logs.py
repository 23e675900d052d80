"""The log of this desk: rotating files in the user's data folder, never on the share.

It tells what the program did wrong and where in it, never what stands in a file nor its name.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from librarian.application.discreet_logs import DiscreetFormatter
from librarian.domain.errors import LibrarianError

_BYTES: Final = 1_000_000
_KEPT: Final = 3
_NAME: Final = "librarian.log"


def keep_log(folder: Path) -> None:
    """Write warnings and worse to a log under folder from now on; once is enough.

    Raises LibrarianError where nothing can be written there.
    """
    root = logging.getLogger()
    path = folder / _NAME
    if any(_writes_to(handler, path) for handler in root.handlers):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace"
        )
    except OSError as error:
        raise LibrarianError(
            f"Librarian cannot write in {folder}.",
            "Check that the disk is not full and that you may write there,"
            " or name another folder with --home.",
        ) from error
    handler.setLevel(logging.WARNING)
    handler.setFormatter(DiscreetFormatter())
    root.addHandler(handler)


def _writes_to(handler: logging.Handler, path: Path) -> bool:
    return (
        isinstance(handler, RotatingFileHandler) and Path(handler.baseFilename) == path.absolute()
    )
