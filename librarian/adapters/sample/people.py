"""Made-up children and parents for the forms that somebody filled in and left on the drive.

Their NHS numbers come from the range that begins with 999, which is kept for testing.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from librarian.adapters.sample.papers import names

_STREETS: Final = ("Tanyard Lane", "Gasworks Row", "Linnet Court", "Old Ferry Road", "Cinder Path")
_SCHOOLS: Final = ("Ash Lane Primary", "St Bride's Primary", "Northside Infants", "Orchard Primary")
_TESTING: Final = 999_000_000
_ELEVEN: Final = 11
_TEN: Final = 10


@dataclass(frozen=True, slots=True)
class Child:
    """A child who does not exist, and what a form would say of them."""

    name: str
    parent: str
    born: date
    nhs_number: str
    address: str
    school: str
    case_number: str

    @property
    def first_name(self) -> str:
        """What the child is called."""
        return self.name.split()[0]

    @property
    def surname(self) -> str:
        """The family's name."""
        return self.name.split()[-1]

    @property
    def birthday(self) -> str:
        """The date of birth, as written on forms."""
        return f"{self.born:%d/%m/%Y}"


def children(random: Random, today: date, count: int) -> list[Child]:
    """Return that many children of different families."""
    drawn = zip(
        random.sample(names("children"), count),
        random.sample(names("families"), count),
        random.sample(names("parents"), count),
        strict=True,
    )
    return [
        Child(
            name=f"{first} {family}",
            parent=f"{parent} {family}",
            born=today - timedelta(days=random.randint(200, 5600)),
            nhs_number=nhs_number(random),
            address=f"{random.randint(2, 88)} {random.choice(_STREETS)}, QX4 {_postcode(random)}",
            school=random.choice(_SCHOOLS),
            case_number=f"C{random.randint(10_000, 99_999)}",
        )
        for first, family, parent in drawn
    ]


def _postcode(random: Random) -> str:
    return f"{random.randint(1, 9)}{random.choice('ABDEFGHJ')}{random.choice('LNPQRSTU')}"


def nhs_number(random: Random) -> str:
    """Return a valid NHS number of the testing range, spaced as on forms."""
    while True:
        digits = str(_TESTING + random.randrange(1_000_000))
        check = check_digit(digits)
        if check < _TEN:
            whole = f"{digits}{check}"
            return f"{whole[:3]} {whole[3:6]} {whole[6:]}"


def check_digit(nine: str) -> int:
    """Return the tenth digit that nine digits ask for; ten where there is none."""
    total = sum(int(digit) * (_TEN - place) for place, digit in enumerate(nine))
    return (_ELEVEN - total % _ELEVEN) % _ELEVEN
