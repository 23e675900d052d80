"""What making changes needs of the drive: files that are renamed and never copied or replaced."""

from dataclasses import dataclass
from typing import Protocol

from librarian.domain.plans import Change


@dataclass(frozen=True, slots=True)
class Look:
    """A file as its folder tells of it; nothing was opened."""

    size: int
    modified: int
    mode: int


class FilesToMove(Protocol):
    """Files of the drive, whoever wrote them; a move is one rename, done or not done.

    `token` names what is left half done. Where a change was made already, nothing happens.
    """

    def look(self, path: str) -> Look | None:
        """The file at path; None where there is none."""

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file's bytes; None where there is no such file."""

    def set_aside(self, change: Change, token: str) -> None:
        """Take the file of a change from its place, under a name that only we use.

        Raises ChangedError where it is not what was seen, LibrarianError where it cannot be.
        """

    def move(self, change: Change, token: str) -> None:
        """Give the file of a change its new place; an archived one is read-only there.

        Raises ChangedError where it is not what was seen or the place is taken, LibrarianError
        where it cannot be moved. It is where it was then.
        """

    def move_back(self, change: Change, token: str) -> None:
        """Give a file that was set aside its old place; if that is taken, one like it beside."""

    def give_time(self, change: Change) -> None:
        """Give the file of a change the time that it had when it was seen."""

    def settle(self, changes: tuple[Change, ...]) -> None:
        """Have what was moved on disk too; take away folders of ours that are empty now."""


class FilesToDestroy(Protocol):
    """Files that were put away; the one port through which bytes of the drive are destroyed."""

    def look(self, path: str) -> Look | None:
        """The file at path; None where there is none."""

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file's bytes; None where there is no such file."""

    def destroy(self, path: str, sha256: str) -> None:
        """Take away a file in the archive or in quarantine, if its bytes are these.

        Raises ChangedError where they are others.
        """
