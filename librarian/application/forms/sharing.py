"""One form, several people: each writes their own part, everybody sees the whole and what waits.

Parts lie in the team's restricted working folder, one file for each, and never change; so no
file is ever written by two. A folder that is open to everybody is refused. What lies there is
named by form and case number, never by a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from librarian.application.forms.looking import cleaned
from librarian.application.forms.ports import FormShelf
from librarian.application.ports import Clock
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition
from librarian.domain.forms.formats import is_case_number
from librarian.domain.forms.together import Part, Together, parties_of, together

_MILLION: Final = 1_000_000
_TRIES: Final = 20


@dataclass(frozen=True, slots=True)
class Shared:
    """A form that several people fill in: which form, for which case."""

    form: str
    case: str

    @property
    def name(self) -> str:
        """What it is called where it lies; no person's name is in it."""
        return f"{self.form} {self.case}".replace("/", "-")


class WorkingFolder(Protocol):
    """The team's restricted working folder."""

    def check(self) -> None:
        """Raise LibrarianError where it is away, or open to everybody."""

    def names(self) -> tuple[Shared, ...]:
        """Every form that is being filled in there."""

    def parts(self, shared: Shared) -> tuple[Part, ...]:
        """Every part of a form, in no certain order; what cannot be read is passed over."""

    def add(self, shared: Shared, part: Part) -> bool:
        """Write a part as a file of its own; False where its number is taken by now."""

    def stamp(self, shared: Shared) -> str:
        """What changes whenever a part was added by anybody; cheap enough to ask each second."""

    def forget(self, shared: Shared) -> None:
        """Take a form away with all its parts."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The whole of a form as it was read, and the stamp of that moment."""

    shared: Shared
    whole: Together
    mine: Mapping[str, object]
    stamp: str
    confirmed: Mapping[str, str] = field(default_factory=dict)
    """Old answers that this person said to be still right, with the day."""


class Colleague:
    """Fills in shared forms for one person."""

    def __init__(
        self, *, folder: WorkingFolder, shelf: FormShelf, clock: Clock, person: str
    ) -> None:
        self._folder = folder
        self._shelf = shelf
        self._clock = clock
        self._person = person

    def forms(self) -> tuple[Shared, ...]:
        """Every form that is being filled in. Raises LibrarianError where the folder is away."""
        self._folder.check()
        return self._folder.names()

    def look(self, shared: Shared, party: str = "") -> Seen:
        """The whole of a form, and what this person has written for a party."""
        self._folder.check()
        stamp = self._folder.stamp(shared)
        parts = self._folder.parts(shared)
        whole = together(self._form(shared), parts)
        mine = self._last(parts, party)
        confirmed = mine.confirmed if mine else {}
        return Seen(shared, whole, mine.answers if mine else {}, stamp, confirmed)

    def write(
        self,
        shared: Shared,
        party: str,
        answers: Mapping[str, object],
        *,
        done: bool = False,
        confirmed: Mapping[str, str] | None = None,
    ) -> Seen:
        """Keep what this person has written for a party as a new part, and return the whole.

        Raises LibrarianError where the folder may not hold it.
        """
        form = self._form(shared)
        self._check(form, shared, party)
        told = cleaned(answers)
        for _ in range(_TRIES):
            last = self._last(self._folder.parts(shared), party)
            part = Part(
                person=self._person,
                party=party,
                revision=last.revision + 1 if last else 1,
                at=nanoseconds(self._clock.now()) // _MILLION,
                answers=told,
                done=done,
                version=form.version,
                confirmed=confirmed or {},
            )
            if self._folder.add(shared, part):
                return self.look(shared, party)
        raise LibrarianError(
            "What you wrote could not be kept.", "Somebody signed in as you writes there too."
        )

    def stamp(self) -> str:
        """What changes whenever anybody wrote anything in the folder."""
        self._folder.check()
        return " ".join(self._folder.stamp(each) for each in self._folder.names())

    def watch(self, shared: Shared, stamp: str) -> Seen | None:
        """The whole anew where anybody has written since this stamp; None where nobody has."""
        self._folder.check()
        return None if self._folder.stamp(shared) == stamp else self.look(shared)

    def end(self, shared: Shared) -> None:
        """Take a form away that was handed over."""
        self._folder.check()
        self._folder.forget(shared)

    def _form(self, shared: Shared) -> FormDefinition:
        return self._shelf.load(shared.form)

    def _check(self, form: FormDefinition, shared: Shared, party: str) -> None:
        if not is_case_number(shared.case):
            raise LibrarianError(
                "This is not a case number.",
                "A shared form goes by its case number, not by a name.",
            )
        if party not in {each.id for each in parties_of(form)}:
            titles = ", ".join(each.title for each in parties_of(form))
            raise LibrarianError(
                "Nobody of that role fills in this form.",
                f"Choose one of: {titles}." if titles else "One person fills in this form.",
            )
        self._folder.check()

    def _last(self, parts: tuple[Part, ...], party: str) -> Part | None:
        ours = (each for each in parts if (each.person, each.party) == (self._person, party))
        return max(ours, key=lambda part: part.rank, default=None)
