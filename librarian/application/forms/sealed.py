"""What lies in the team's folder so that only the team's computers can open it: minutes, drafts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class TeamPart:
    """What somebody put into the team's folder, knowing of the parts it has `seen`."""

    by: str
    revision: int
    at: int
    seen: Mapping[str, int]
    content: Mapping[str, object]
    who: str = ""
    readers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TeamLook:
    """The parts of one thing that open here, and how many do not."""

    parts: tuple[TeamPart, ...]
    closed: int = 0


class TeamPlace(Protocol):
    """The team's restricted working folder, as a place for what only the team can open."""

    def check(self) -> None:
        """Raise LibrarianError where it is away, or open to everybody."""

    def names(self) -> tuple[str, ...]:
        """The id of everything there."""

    def look(self, name: str) -> TeamLook:
        """What there is of one of them."""

    def put(
        self, name: str, content: Mapping[str, object], seen: Mapping[str, int]
    ) -> Mapping[str, int]:
        """Add a part for everybody of the team, and return what has been seen with it."""

    def forget(self, name: str) -> None:
        """Take one away with all its parts."""

    def touched(self, name: str) -> int:
        """When somebody last put anything there, in milliseconds, even what does not open here."""

    def readers(self) -> frozenset[str]:
        """The computers that what is put there from now on opens for."""

    def people(self) -> tuple[str, ...]:
        """Whose computers those are, in order."""
