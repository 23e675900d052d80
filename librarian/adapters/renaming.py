"""One rename that copies nothing and never replaces anything, on each system.

Windows' own rename refuses a name that is taken. Linux and macOS replace it, unless they are asked
by a call that Python does not offer; a file system that does not know that call gets a second name
for the file first, or, at the last, an empty file that keeps the name free for this one.
"""

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

_AT_FDCWD: Final = -100
_NO_REPLACE: Final = 1
_EXCLUSIVE: Final = 4
"""RENAME_NOREPLACE of Linux, RENAME_EXCL of macOS."""
_UNKNOWN: Final = frozenset(
    {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.EMLINK}
)


def rename_exclusively(source: Path, target: Path) -> None:
    """Give source the name of target; raises FileExistsError where that is taken."""
    if sys.platform == "win32":
        os.rename(source, target)  # noqa: PTH104 - must not replace anything
        return
    number = _asked(source, target)
    if number in _UNKNOWN:
        _by_a_second_name(source, target)
    elif number:
        raise OSError(number, os.strerror(number), str(source), None, str(target))


def _asked(source: Path, target: Path) -> int:
    """Ask the system; returns the number of its error, 0 where it is done."""
    call = _call()
    if call is None:
        return errno.ENOSYS
    one, other = os.fsencode(source), os.fsencode(target)
    if sys.platform == "darwin":
        failed = call(one, other, _EXCLUSIVE)
    else:
        failed = call(_AT_FDCWD, one, _AT_FDCWD, other, _NO_REPLACE)
    return ctypes.get_errno() if failed else 0


@cache
def _call() -> Any:
    library = ctypes.CDLL(None, use_errno=True)
    return getattr(library, "renamex_np" if sys.platform == "darwin" else "renameat2", None)


def _by_a_second_name(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise
        os.close(os.open(target, os.O_CREAT | os.O_EXCL))
        source.replace(target)
    else:
        source.unlink()
