"""Who is at work, and who owns a file, as the operating system vouches for it.

Environment variables are never asked: anyone may set them.
"""

import sys
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    from librarian.adapters.accounts_windows import account_of_process, owner_of_file
else:
    import os
    import pwd

_INVENTED: Final = frozenset(
    {"cifs", "smb3", "smbfs", "vfat", "msdos", "exfat", "ntfs", "ntfs3", "9p", "vboxsf", "drvfs"}
)
"""File systems of Linux that make up one owner for all files."""

_PEOPLE: Final = 1000
_NOBODY: Final = 65534
_MOUNTS: Final = Path("/proc/self/mountinfo")


def current_account() -> str:
    """Return the account under which this process runs."""
    if sys.platform == "win32":
        return account_of_process()
    return _account(os.getuid()) or f"user {os.getuid()}"


def owner_of(path: Path) -> str | None:
    """Return the person's account that owns a file, or None where that is not told.

    What belongs to the system, or lies on a file system that makes owners up, tells nothing.
    """
    if sys.platform == "win32":
        return owner_of_file(str(path))
    owner = path.stat().st_uid
    is_person = owner == os.getuid() or _PEOPLE <= owner < _NOBODY
    return _account(owner) if is_person else None


def tells_owners(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Tell whether the owners that files in this folder seem to have mean anything."""
    if sys.platform == "win32":
        return True
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return sys.platform != "linux"
    kind = _kind_of_mount(str(folder.resolve()), lines)
    return kind not in _INVENTED and not kind.startswith("fuse")


def _kind_of_mount(folder: str, lines: list[str]) -> str:
    """The file system that a folder lies on, by Linux's list of mounts (proc(5), mountinfo)."""
    best, kind = "", ""
    for line in lines:
        left, _, right = line.partition(" - ")
        point = left.split()[4].replace("\\040", " ") if len(left.split()) > 4 else ""  # noqa: PLR2004 - the fifth field
        holds = folder == point or folder.startswith(point.rstrip("/") + "/")
        if point and holds and len(point) >= len(best):
            best, kind = point, right.split(" ")[0]
    return kind


if sys.platform != "win32":

    def _account(number: int) -> str | None:
        try:
            return pwd.getpwuid(number).pw_name
        except KeyError:
            return None
