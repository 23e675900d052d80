"""What a team keeps in its restricted folder: parts that never change, sealed for its computers.

What lies there in plain is which computer put it there and when, never a word of what it says. A
part that has a later one of the same computer is taken away.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from librarian.adapters.drive_writing import told
from librarian.adapters.forms.inboxes import Moves
from librarian.adapters.forms.team_keys import TeamKeys
from librarian.adapters.forms.working_folder import FolderOfParts
from librarian.application.forms.sealed import TeamLook, TeamPart
from librarian.application.forms.sharing import Shared
from librarian.application.ports import Clock
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.together import Part

_SHAPE: Final = "1"
_MILLION: Final = 1_000_000
_TRIES: Final = 20


@dataclass(frozen=True, slots=True)
class Kind:
    """What is kept: the folder inside the team's, what each is called there, and in words."""

    place: str
    form: str
    what: str


MINUTES: Final = Kind("minutes", "minutes", "the minutes")
DRAFTS: Final = Kind("drafts", "draft", "this form")
COPIES: Final = Kind("sign-offs", "copy", "the copy to read")
WORDS: Final = Kind("sign-offs", "words", "what was said about it")


class SealedParts:
    """All of one kind that a team keeps in one folder."""

    def __init__(
        self,
        folder: Path,
        kind: Kind,
        keys: TeamKeys,
        clock: Clock,
        who: str,
        *,
        moves: Moves | None = None,
    ) -> None:
        self._folder = folder
        self._kind = kind
        self._parts = FolderOfParts(folder / kind.place, moves)
        self._keys = keys
        self._clock = clock
        self._who = who
        self._looked: dict[str, tuple[str, TeamLook]] = {}

    def check(self) -> None:
        """Raise LibrarianError where it is away, or open to everybody."""
        FolderOfParts(self._folder).check()
        with told(self._kind.what):
            (self._folder / self._kind.place).mkdir(mode=0o770, exist_ok=True)
        self._parts.check()
        self._parts.sweep()
        self._keys.me()

    def names(self) -> tuple[str, ...]:
        """The id of everything there."""
        return tuple(each.case for each in self._parts.names() if each.form == self._kind.form)

    def look(self, name: str) -> TeamLook:
        """What there is of one of them; it is read anew where somebody wrote."""
        shared = Shared(self._kind.form, name)
        stamp = self._parts.stamp(shared)
        known = self._looked.get(name)
        if known is None or known[0] != stamp:
            found = [self._opened(part) for part in self._parts.parts(shared)]
            parts = tuple(each for each in found if each)
            known = stamp, TeamLook(parts, len(found) - len(parts))
            self._looked[name] = known
        return known[1]

    def put(
        self, name: str, content: Mapping[str, object], seen: Mapping[str, int]
    ) -> Mapping[str, int]:
        """Add a part for everybody of the team, and return what has been seen with it."""
        shared, me = Shared(self._kind.form, name), self._keys.me()
        plain = json.dumps({"who": self._who, "content": content}).encode()
        answers = {
            "sealed": b64encode(self._keys.seal(plain)).decode("ascii"),
            "seen": dict(seen),
            "readers": sorted(self._keys.readers()),
        }
        for _ in range(_TRIES):
            ours = (part.revision for part in self._parts.parts(shared) if part.person == me)
            part = Part(
                person=me,
                party="",
                revision=1 + max((*ours, seen.get(me, 0))),
                at=nanoseconds(self._clock.now()) // _MILLION,
                answers=answers,
                version=_SHAPE,
            )
            if self._parts.add(shared, part):
                self._parts.drop_before(shared, part)
                return {**seen, me: part.revision}
        title = f"{self._kind.what[:1].upper()}{self._kind.what[1:]} could not be put there."
        raise LibrarianError(title, "Try again in a moment.")

    def forget(self, name: str) -> None:
        """Take one away with all its parts."""
        self._parts.forget(Shared(self._kind.form, name))
        self._looked.pop(name, None)

    def touched(self, name: str) -> int:
        """When somebody last put anything there, in milliseconds, even what does not open here."""
        shared = Shared(self._kind.form, name)
        at = [part.at for part in self._parts.parts(shared)]
        return max(at) if at else self._parts.touched(shared)

    def readers(self) -> frozenset[str]:
        """The computers that what is put there from now on opens for."""
        return frozenset(self._keys.readers())

    def people(self) -> tuple[str, ...]:
        """Whose computers those are, in order."""
        return tuple(sorted({each.who for each in self._keys.readers().values()}))

    def _opened(self, part: Part) -> TeamPart | None:
        try:
            plain = self._keys.open(b64decode(str(part.answers["sealed"]), validate=True))
            if plain is None:
                return None
            inside = json.loads(plain)
            return TeamPart(
                by=part.person,
                revision=part.revision,
                at=part.at,
                seen=_counts(part.answers.get("seen")),
                content=dict(inside["content"]),
                who=str(inside["who"]),
                readers=frozenset(map(str, _listed(part.answers.get("readers")))),
            )
        except (ValueError, KeyError, TypeError):
            return None


def _counts(value: object) -> dict[str, int]:
    found = value if isinstance(value, Mapping) else {}
    return {str(by): each for by, each in found.items() if isinstance(each, int)}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
