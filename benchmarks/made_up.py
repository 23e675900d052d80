"""Made-up files in the words of the field, by the ten thousand and always the same."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from librarian.domain.kinds import Kind
from librarian.domain.places import is_backwater
from librarian.domain.searching import Entry

SUBJECTS: Final = [
    "the social worker",
    "a family support worker",
    "the core group",
    "the child",
    "a foster carer",
    "the school",
    "the health visitor",
    "an independent reviewing officer",
    "the parents",
    "a grandmother",
    "the police",
    "the nursery",
    "an advocate",
    "the chair",
    "the midwife",
    "a mentor",
    "the panel",
    "the guardian",
]
VERBS: Final = [
    "records",
    "asks about",
    "agrees",
    "reviews",
    "writes down",
    "shares",
    "plans",
    "explains",
    "checks",
    "describes",
    "signs",
    "considers",
    "brings",
    "completes",
    "discusses",
    "notes",
    "prepares",
    "monitors",
    "supports",
    "recommends",
]
OBJECTS: Final = [
    "a safety plan",
    "the chronology",
    "a genogram",
    "wishes and feelings",
    "the child protection plan",
    "the strategy discussion",
    "family time",
    "a pathway plan",
    "the risk assessment",
    "the health passport",
    "a parenting course",
    "the threshold document",
    "school attendance",
    "bruising and marks",
    "the feelings worksheet",
    "a food bank voucher",
    "the referral",
    "special guardianship",
    "substance misuse",
    "online safety",
    "the bedtime routine",
    "domestic abuse",
    "the placement",
    "life story work",
    "an interpreter",
    "the written agreement",
    "safeguarding supervision",
    "the child in need plan",
    "a looked after child review",
    "the section 47 enquiry",
]
TAILS: Final = [
    "before the review",
    "within ten working days",
    "after the home visit",
    "with the whole family",
    "in words the child knows",
    "for the next meeting",
    "when it is safe to do so",
    "at the school gate",
    "on the same day",
    "with the manager",
    "every week",
    "in the first session",
    "as the law asks",
]
FOLDERS: Final = [
    "Forms/Referrals",
    "Forms/Visits",
    "Guidance/Thresholds",
    "Direct work/Feelings",
    "Templates/Core groups",
    "Court/Statements",
    "Leaflets",
    "Training/2025",
    "Archive/Old forms",
    "Backup 2022/Forms",
    "Placements",
]


def entries(count: int, seed: int = 1) -> Iterator[Entry]:
    """Yield made-up files, the same for the same seed; about 600 words each.

    Each speaks of a few subjects and things, as documents do, and not of everything.
    """
    draw = random.Random(seed)
    names = [f"{stem}{ending}" for stem in _stems() for ending in ("son", "ton", "well", "ley")]
    start = int(datetime(2015, 1, 1, tzinfo=UTC).timestamp())
    for number in range(count):
        folder = draw.choice(FOLDERS)
        things = draw.sample(OBJECTS, 5)
        ways = (draw.sample(SUBJECTS, 5), draw.sample(VERBS, 7), things, draw.sample(TAILS, 4))
        topic = things[0].removeprefix("the ").removeprefix("a ").capitalize()
        title = f"{topic} {draw.choice(TAILS)} {draw.choice(names).capitalize()}"
        body = " ".join(_sentence(draw, ways, names) for _ in range(50))
        kind = draw.choice((Kind.WORD, Kind.WORD, Kind.PDF, Kind.SHEET, Kind.MAIL))
        yield Entry(
            file=number,
            path=f"{folder}/{number // 500}/{title} v{number % 4}.{kind.value[:4]}",
            title=title,
            kind=kind,
            modified=(start + draw.randrange(370_000_000)) * 1_000_000_000,
            size=len(body),
            headings=title,
            body=body,
            author=draw.choice(names),
            backwater=is_backwater(folder),
        )


def _stems() -> Iterator[str]:
    consonants, vowels = "bdfghklmnprstw", "aeiou"
    for first in consonants:
        for vowel in vowels:
            for last in consonants:
                yield first + vowel + last


def _sentence(draw: random.Random, ways: Sequence[Sequence[str]], names: list[str]) -> str:
    said = " ".join(draw.choice(way) for way in ways)
    name = f" with {draw.choice(names).capitalize()}" if draw.random() < 0.4 else ""  # noqa: PLR2004
    return f"{said}{name}, reference {draw.randrange(60_000)}.".capitalize()
