"""Makes a lineage of a group of contents: the order of its versions, the newest, and the words.

The order is by majority: a version comes after those that it beats. The newest is certain only
where it clearly beats each of the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from itertools import combinations
from typing import Final

from librarian.domain.lineage import Copy, Edition, Known, Lineage, Looks
from librarian.domain.lineage_groups import Group
from librarian.domain.lineage_kinship import Kinship, Tie
from librarian.domain.lineage_members import PRINTED, Content, Member
from librarian.domain.lineage_order import Verdict, says_which, verdict
from librarian.domain.name_marks import core_words
from librarian.domain.paths import extension_of

_SOON: Final = timedelta(days=31)
_ID_LETTERS: Final = 16


@dataclass(frozen=True, slots=True)
class _Formats:
    """Contents that are one version in several formats; the first stands for them."""

    contents: tuple[Content, ...]

    @property
    def main(self) -> Content:
        return self.contents[0]


def lineage(group: Group) -> Lineage:
    """Return the lineage that a group of contents is."""
    return _Line(_editions(group)).told(doubtful=group.doubtful)


def _editions(group: Group) -> list[_Formats]:
    """Put contents together that are one version: the same words, or the same in another format."""
    of = {content.id: {content.id} for content in group.contents}
    by_id = {content.id: content for content in group.contents}
    for tie in group.ties:
        if _is_one_version(tie, by_id[tie.one], by_id[tie.other]):
            together = of[tie.one] | of[tie.other]
            for name in together:
                of[name] = together
    distinct = {min(names): names for names in of.values()}
    return [
        _Formats(tuple(sorted((by_id[name] for name in names), key=_first_format)))
        for _, names in sorted(distinct.items())
    ]


def _is_one_version(tie: Kinship, one: Content, other: Content) -> bool:
    """Tell a version that was converted or saved again from another version."""
    if tie.tie is Tie.MAYBE or says_which(one, other):
        return False
    ours, theirs = one.main, other.main
    same_name = ours.name.core == theirs.name.core and ours.name.marks == theirs.name.marks
    converted = (
        one.extension != other.extension
        and (same_name or tie.tie is Tie.NEARLY_SAME)
        and _saved_together(one, other)
    )
    return tie.tie is Tie.SAME_WORDS or converted


def _saved_together(one: Content, other: Content) -> bool:
    """Tell whether two files were saved within weeks, or do not say when."""
    ours, theirs = one.saved, other.saved
    return not ours or not theirs or abs(ours - theirs) <= _SOON


def _first_format(content: Content) -> tuple[object, ...]:
    """Return what puts the format that people work in before those made from it."""
    printed = content.extension in PRINTED
    return (content.main.in_backwater, printed, content.changed, content.id)


class _Line:
    """The versions of one document in order, and what can be told of each."""

    def __init__(self, editions: Sequence[_Formats]) -> None:
        self._verdicts: dict[tuple[int, int], Verdict] = {}
        self._ordered = self._in_order(editions)
        self._head = self._newest()
        self._rivals = self._may_be_newest()

    def told(self, *, doubtful: bool) -> Lineage:
        """Return the lineage; where it is doubtful that it is one, that is the question."""
        question = self._question(doubtful=doubtful)
        places = range(len(self._ordered))
        return Lineage(
            id=_id(self._ordered[0].main),
            title=_title(self._ordered[self._head].main),
            known=Known.ASKED if question else Known.INFERRED,
            editions=tuple(self._edition(place, asked=bool(question)) for place in places),
            head=self._head,
            question=question,
        )

    def _verdict(self, one: Content, other: Content) -> Verdict:
        known = self._verdicts.get((one.id, other.id))
        if known is None:
            turned = self._verdicts.get((other.id, one.id))
            known = turned.turned() if turned else verdict(one, other)
            self._verdicts[one.id, other.id] = known
        return known

    def _in_order(self, editions: Sequence[_Formats]) -> list[_Formats]:
        """Return the editions, the oldest first: each after those it beats."""
        wins = dict.fromkeys((edition.main.id for edition in editions), 0)
        for one, other in combinations(editions, 2):
            weight = self._verdict(one.main, other.main).weight
            sign = (weight > 0) - (weight < 0)
            wins[one.main.id] += sign
            wins[other.main.id] -= sign

        def rank(edition: _Formats) -> tuple[object, ...]:
            return (wins[edition.main.id], not edition.main.is_draft, edition.main.id)

        return sorted(editions, key=rank)

    def _newest(self) -> int:
        """Return the place of the last version that is neither a draft nor marked as old."""
        places = range(len(self._ordered))
        mains = [edition.main for edition in self._ordered]
        issued = [at for at in places if not mains[at].is_draft]
        live = [at for at in issued if not mains[at].is_retired]
        return max(live or issued or places)

    def _may_be_newest(self) -> frozenset[int]:
        """Return the places of versions that may be the newest as well."""
        newest = self._ordered[self._head].main
        return frozenset(
            place
            for place, edition in enumerate(self._ordered)
            if place != self._head
            and edition.main.is_draft == newest.is_draft
            and not self._verdict(newest, edition.main).is_won
        )

    def _question(self, *, doubtful: bool) -> str:
        """Return what business support have to be asked; empty where nothing is."""
        if doubtful:
            return "Are these versions of one document?"
        if self._rivals:
            return "Which of these is the one to use?"
        if len(self._ordered) > 1 and all(each.main.is_retired for each in self._ordered):
            return "All of these are marked as old. Is one of them still in use?"
        return ""

    def _edition(self, place: int, *, asked: bool) -> Edition:
        edition = self._ordered[place]
        looks = self._looks(place, asked=asked)
        return Edition(
            file=edition.main.main.file,
            path=edition.main.main.path,
            content=edition.main.id,
            label=_label(edition.main),
            looks=looks,
            why=self._why(place, looks),
            copies=tuple(_copies(edition)),
        )

    def _looks(self, place: int, *, asked: bool) -> Looks:
        if len(self._ordered) == 1:
            return Looks.ONLY
        if place == self._head:
            return Looks.UNSURE if asked else Looks.NEWEST
        if place in self._rivals:
            return Looks.UNSURE
        return Looks.DRAFT if self._ordered[place].main.is_draft else Looks.OLDER

    def _why(self, place: int, looks: Looks) -> str:
        """Return in words why a version looks as it does."""
        match looks:
            case Looks.ONLY:
                return "There is no other version of it."
            case Looks.DRAFT:
                return "It says that it is a draft."
            case Looks.UNSURE:
                return "Nothing says clearly which of these is the latest."
            case Looks.OLDER:
                newest, this = self._ordered[self._head].main, self._ordered[place].main
                return f"There is a later one: {_told(self._verdict(newest, this))}."
            case Looks.NEWEST:
                return f"It looks like the latest: {self._why_newest(place)}."

    def _why_newest(self, place: int) -> str:
        """Return what tells the newest from the one before it."""
        this = self._ordered[place].main
        before = [each.main for each in self._ordered[:place] if not each.main.is_draft]
        if not before and not this.is_draft:
            return "the others are drafts"
        return _told(self._verdict(this, before[-1] if before else self._ordered[place - 1].main))


def _told(found: Verdict) -> str:
    return ", and ".join(found.words(2))


def _label(content: Content) -> str:
    """Return what a version calls itself."""
    main = content.main
    number = main.stated.version or main.name.version
    if number:
        return f"version {'.'.join(map(str, number))}"
    dated = main.stated.dated or next(iter(main.name.dates), None)
    return dated.in_words() if dated else ""


def _copies(edition: _Formats) -> list[Copy]:
    kept = edition.main.main
    same = [Copy(m.file, m.path, _same_how(m)) for m in edition.main.members if m is not kept]
    for content in edition.contents[1:]:
        same += [Copy(m.file, m.path, _converted(m, kept)) for m in content.members]
    return same


def _converted(member: Member, kept: Member) -> str:
    if extension_of(member.path) == extension_of(kept.path):
        return "the same words, saved again"
    return f"the same version as {extension_of(member.path).upper()}"


def _same_how(member: Member) -> str:
    if member.name.conflict:
        return "the same, left behind when two people saved at once"
    return "the same in every way that matters"


def _title(content: Content) -> str:
    inside, outside = content.main.stated.title, content.main.name.title
    alike = inside and set(core_words(inside)) & set(core_words(outside))
    return inside if alike else outside


def _id(oldest: Content) -> str:
    return sha256(str(oldest.id).encode()).hexdigest()[:_ID_LETTERS]
