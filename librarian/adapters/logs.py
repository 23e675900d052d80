"""The log of this desk: rotating files in the user's data folder, never on the share.

It tells what the program did wrong, never what stands in a file; paths appear in it only as far
as a traceback of the operating system names them.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

_BYTES: Final = 1_000_000
_KEPT: Final = 3
_NAME: Final = "librarian.log"


def keep_log(folder: Path) -> None:
    """Write warnings and worse to a log under folder from now on; once is enough."""
    root = logging.getLogger()
    path = folder / _NAME
    if any(_writes_to(handler, path) for handler in root.handlers):
        return
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace"
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)


def _writes_to(handler: logging.Handler, path: Path) -> bool:
    return (
        isinstance(handler, RotatingFileHandler) and Path(handler.baseFilename) == path.absolute()
    )
