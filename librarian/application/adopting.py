"""Looking after a drive: the one deliberate act that puts something on it, a folder of ours."""

from enum import StrEnum
from typing import Protocol

from librarian.domain.curators import Adopted
from librarian.domain.curators_accounts import same_account
from librarian.domain.errors import LibrarianError

__all__ = ["Adopted", "Marker", "Standing", "adopt", "checked_name", "standing"]


class Marker(Protocol):
    """The file at the drive's top that proves the drive is really there."""

    def read(self) -> Adopted | None:
        """What it says, or None on a drive nobody looks after."""

    def write(self, adopted: Adopted) -> None:
        """Write it, unless there is one. Raises LibrarianError where it cannot be written."""


class Standing(StrEnum):
    """What a drive is to this desk."""

    NOBODYS = "nobody looks after it"
    OURS = "ours"
    OTHER = "marked as another drive"
    GONE = "its mark is gone"


def standing(found: Adopted | None, trusted: Adopted | None) -> Standing:
    """Return what a drive is that bears this mark, to a desk that trusts this founding."""
    if found is None:
        return Standing.GONE if trusted else Standing.NOBODYS
    return Standing.OURS if trusted is None or trusted.id == found.id else Standing.OTHER


def adopt(marker: Marker, name: str, *, new_id: str, who: str, keeper: str = "") -> Adopted:
    """Look after a drive from now on, with a second keeper if one is named; returns what it says.

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
    curators = (who, checked_name(keeper)) if keeper and not same_account(who, keeper) else (who,)
    adopted = Adopted(new_id, name.strip(), curators)
    marker.write(adopted)
    return adopted


def checked_name(name: str) -> str:
    """Return an account's name without what surrounds it.

    Raises LibrarianError where it cannot be one.
    """
    told = name.strip()
    if not told or not told.isprintable():
        raise LibrarianError(
            "This is not the name of an account.", "Type the name that the person signs in with."
        )
    return told
