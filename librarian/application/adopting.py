"""Looking after a drive: the one deliberate act that puts something on it, a folder of ours."""

from dataclasses import dataclass
from typing import Protocol

from librarian.domain.errors import LibrarianError


@dataclass(frozen=True, slots=True)
class Adopted:
    """A drive that is looked after: its lasting id, its name, who looks after it."""

    id: str
    name: str
    curators: tuple[str, ...]


class Marker(Protocol):
    """The file at the drive's top that proves the drive is really there."""

    def read(self) -> Adopted | None:
        """What it says, or None on a drive nobody looks after."""

    def write(self, adopted: Adopted) -> None:
        """Write it, unless there is one. Raises LibrarianError where it cannot be written."""


def adopt(marker: Marker, name: str, *, new_id: str, who: str) -> Adopted:
    """Look after a drive from now on; returns what was written.

    Raises LibrarianError where the name is empty or somebody looks after the drive already.
    """
    if not name.strip():
        raise LibrarianError("The drive needs a name.", "Give it one that your team knows.")
    before = marker.read()
    if before is not None:
        raise LibrarianError(
            f"This drive is looked after already, as {before.name}.",
            "There is nothing more to do.",
        )
    adopted = Adopted(new_id, name.strip(), (who,))
    marker.write(adopted)
    return adopted
