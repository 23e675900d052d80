"""Whether two contents may be versions of one document, told from their texts and their titles.

The text decides; titles and properties only move how much of it has to agree. A team's letterhead
and other boilerplate is left out of account. Two dates or numbers in two titles (the rota of May,
the rota of June; Form 7, Form 8) are two documents unless nearly all of the text is the same.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from librarian.domain.dates_said import Dated, Precision, mentions
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.lineage_members import Content
from librarian.domain.sketches import WIDTH, Likeness, Texts
from librarian.domain.words import listed, words_of

AGREES: Final = 0.42
"""So much of the shorter text must be in the longer one, where the titles have a word in common."""
_RENAMED: Final = 0.1
"""More is needed where the titles have no word in common, less where they are the same."""
_SAME_ORIGIN: Final = 0.1
"""Less is needed where both were begun at the very same moment: one was saved as the other."""
_MAYBE: Final = 0.2
"""Under the same title, with marks of versions, even so little is a question."""
_EXACT: Final = 1.1
_NEARLY_ALL: Final = 0.92
_MUCH: Final = 0.6
_GROWN: Final = 2.5
_HOLDS: Final = 4.0
"""A text longer so many times rather holds the other, as a handbook holds a form."""
_TOO_FEW: Final = 5
_NEVER: Final = 2.0
_FEW: Final = 20
"""Among fewer shingles, chance plays a part: more of them must agree."""

_EVERYDAY: Final = listed(
    "form forms template record guide guidance list report plan sheet leaflet letter policy tool"
    " referral request minutes notes worksheet booklet agenda checklist summary pack copy document"
    " standards part service team support new meeting children family"
)
_NUMBER: Final = re.compile(r"\d+")


class Tie(IntEnum):
    """How sure it is that two contents belong to one document."""

    MAYBE = 1
    KIN = 2
    NEARLY_SAME = 3
    """Hardly a word differs: another format, or a small change."""
    SAME_WORDS = 4
    """Not a word differs: another format, or saved again."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two contents of one document; `closeness` is higher for more alike."""

    one: int
    other: int
    tie: Tie
    closeness: float


def kinship(one: Content, other: Content, texts: Texts) -> Kinship | None:
    """Return what ties two contents together, or None where nothing does."""
    alike = texts.likeness(one.sketch, other.sketch)
    same_title = bool(one.titles & other.titles)
    if one.main.wording and one.main.wording == other.main.wording:
        telling = _tell_much(one, other) or _one_name(one, other)
        return _tied(one, other, Tie.SAME_WORDS, _EXACT) if telling else None
    if not alike.sampled:
        return _by_name(one, other) if same_title else None
    if not same_title and not _tell_much(one, other) and not _one_name(one, other):
        return None
    tie = _tie(one, other, alike, same_title=same_title)
    if tie is None:
        return None
    closeness = (alike.contained + alike.shared) / 2 + 0.1 * same_title
    return _tied(one, other, tie, round(closeness, 4))


def _tied(one: Content, other: Content, tie: Tie, closeness: float) -> Kinship:
    first, second = sorted((one.id, other.id))
    return Kinship(first, second, tie, closeness)


def _tie(one: Content, other: Content, alike: Likeness, *, same_title: bool) -> Tie | None:
    if alike.sampled < _TOO_FEW and not same_title:
        return None
    nearly_all = alike.shared >= _NEARLY_ALL
    if _parts(one, other):
        return Tie.KIN if nearly_all else None
    if _is_mail(one) or _is_mail(other):
        return None  # an answer holds what it answers
    if nearly_all and (same_title or alike.sampled >= _FEW):
        return Tie.NEARLY_SAME
    needed = _needed(one, other, alike, same_title=same_title)
    if alike.contained >= needed:
        return Tie.KIN
    marked = _is_marked(one) or _is_marked(other)
    return Tie.MAYBE if same_title and marked and alike.contained >= _MAYBE else None


def _needed(one: Content, other: Content, alike: Likeness, *, same_title: bool) -> float:
    """Return how much of the shorter text must be in the longer one."""
    needed = AGREES
    if same_title:
        needed -= _RENAMED
    elif not _share_a_word(one, other):
        needed += _RENAMED
    if _begun_together(one, other):
        needed -= _SAME_ORIGIN
    if alike.sampled < _FEW:
        needed += _RENAMED
    if _years_differ(one, other):
        needed = max(needed, _MUCH)
    longer = alike.contained / alike.shared - 1 if alike.shared else 0.0
    if longer >= _HOLDS and not same_title:
        return _NEVER
    return needed if longer < _GROWN else max(needed, _MUCH)


def _by_name(one: Content, other: Content) -> Kinship | None:
    """Return a question for two files without text whose names differ only in marks."""
    ours, theirs = one.main, other.main
    if one.sketch or other.sketch or ours.media_type != theirs.media_type:
        return None
    marked = ours.name.version != theirs.name.version or ours.name.marks != theirs.name.marks
    if not marked or len(ours.name.core) < 2:  # noqa: PLR2004 - one word is no title
        return None
    return _tied(one, other, Tie.MAYBE, 0.0)


def _tell_much(*contents: Content) -> bool:
    """Tell whether each has so much text that it shares little of it by chance."""
    return all(len(content.sketch) >= _FEW * WIDTH for content in contents)


def _one_name(one: Content, other: Content) -> bool:
    """Tell whether one file's name says all that the other's does."""
    ours, theirs = set(one.main.name.core), set(other.main.name.core)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _is_marked(content: Content) -> bool:
    """Tell whether a name speaks of versions; a date alone may be of what it is about."""
    return bool(content.main.name.version or content.main.name.marks)


def _is_mail(content: Content) -> bool:
    return kind_of(content.extension) is Kind.MAIL


def _share_a_word(one: Content, other: Content) -> bool:
    ours = {word for title in one.titles for word in title}
    theirs = {word for title in other.titles for word in title}
    return bool((ours & theirs) - _EVERYDAY)


def _begun_together(one: Content, other: Content) -> bool:
    begun = one.main.properties.created
    return bool(begun) and begun == other.main.properties.created


def _parts(one: Content, other: Content) -> bool:
    """Tell two of a series: titles alike but for the date or the number in them."""
    ours, theirs = _called(one), _called(other)
    if ours == theirs:
        return False
    said, told = _dates_in(ours), _dates_in(theirs)
    if said and told and not any(a == b for a in said for b in told):
        return _dateless(ours) == _dateless(theirs)
    numbers, others = _NUMBER.findall(ours), _NUMBER.findall(theirs)
    if not numbers or not others or numbers == others:
        return False
    return _NUMBER.sub("", ours) == _NUMBER.sub("", theirs)


def _called(content: Content) -> str:
    """Return what a content is called inside, else outside."""
    return _plain(content.main.stated.title or content.main.name.title)


@lru_cache(maxsize=4096)
def _plain(title: str) -> str:
    return " ".join(words_of(title))


def _dates_in(title: str) -> list[Dated]:
    return [m.dated for m in mentions(title) if m.dated.precision is not Precision.YEARS]


def _dateless(title: str) -> str:
    for mention in reversed(mentions(title)):
        title = f"{title[: mention.start]}{title[mention.end :]}"
    return " ".join(title.split())


def _years_differ(one: Content, other: Content) -> bool:
    titles = one.main.stated.title, other.main.stated.title
    if titles[0] == titles[1]:
        return False
    ours, theirs = ({m.dated for m in mentions(title)} for title in titles)
    return bool(ours and theirs and not ours & theirs)
