"""Makes a lineage of a group of contents: the order of its versions, the newest, and the words.

The order is by majority: a version comes after those that it beats. The newest is certain only
where it clearly beats each of the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Final

from librarian.domain.lineage import Copy, Edition, Known, Lineage, Looks
from librarian.domain.lineage_groups import Group
from librarian.domain.lineage_kinship import Kinship, Tie
from librarian.domain.lineage_members import PRINTED, Content, Member
from librarian.domain.lineage_order import (
    Verdict,
    is_draft,
    is_retired,
    saved_at,
    says_which,
    verdict,
)
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
    ordered = _ordered(_editions(group))
    head = _head(ordered)
    rivals = _rivals(ordered, head)
    question = _question(group, ordered, rivals)
    return Lineage(
        id=_id(ordered[0].main),
        title=_title(ordered[head].main),
        known=Known.ASKED if question else Known.INFERRED,
        editions=tuple(
            _edition(place, ordered, head, rivals, asked=bool(question))
            for place in range(len(ordered))
        ),
        head=head,
        question=question,
    )


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
    converted = (
        extension_of(ours.path) != extension_of(theirs.path)
        and ours.name.core == theirs.name.core
        and ours.name.marks == theirs.name.marks
        and _saved_together(one, other)
    )
    return tie.tie is Tie.SAME_TEXT or converted


def _saved_together(one: Content, other: Content) -> bool:
    """Tell whether two files were saved within weeks, or do not say when."""
    ours, theirs = saved_at(one), saved_at(other)
    return not ours or not theirs or abs(ours - theirs) <= _SOON


def _first_format(content: Content) -> tuple[object, ...]:
    """Return what puts the format that people work in before those made from it."""
    main = content.main
    printed = extension_of(main.path) in PRINTED
    return (main.in_backwater, printed, min(m.modified for m in content.members), content.id)


def _ordered(editions: Sequence[_Formats]) -> list[_Formats]:
    """Return the editions, the oldest first: each after those it beats."""
    wins = dict.fromkeys(range(len(editions)), 0.0)
    for place, one in enumerate(editions):
        for further, other in enumerate(editions[place + 1 :], start=place + 1):
            weight = verdict(one.main, other.main).weight
            sign = (weight > 0) - (weight < 0)
            wins[place] += sign
            wins[further] -= sign
    order = sorted(
        wins, key=lambda at: (wins[at], -is_draft(editions[at].main), editions[at].main.id)
    )
    return [editions[at] for at in order]


def _head(ordered: Sequence[_Formats]) -> int:
    """Return the place of the last version that is neither a draft nor marked as old."""
    places = range(len(ordered))
    mains = [edition.main for edition in ordered]
    issued = [at for at in places if not is_draft(mains[at])]
    live = [at for at in issued if not is_retired(mains[at])]
    return max(live or issued or places)


def _rivals(ordered: Sequence[_Formats], head: int) -> frozenset[int]:
    """Return the places of versions that may be the newest as well."""
    newest = ordered[head].main
    return frozenset(
        place
        for place, edition in enumerate(ordered)
        if place != head
        and is_draft(edition.main) == is_draft(newest)
        and not _beats(verdict(newest, edition.main))
    )


def _beats(found: Verdict) -> bool:
    return found.is_clear and found.weight > 0


def _question(group: Group, ordered: Sequence[_Formats], rivals: frozenset[int]) -> str:
    """Return what business support have to be asked; empty where nothing is."""
    if group.doubtful:
        return "Are these versions of one document?"
    if rivals:
        return "Which of these is the one to use?"
    if len(ordered) > 1 and all(is_retired(edition.main) for edition in ordered):
        return "All of these are marked as old. Is one of them still in use?"
    return ""


def _edition(
    place: int, ordered: Sequence[_Formats], head: int, rivals: frozenset[int], *, asked: bool
) -> Edition:
    edition = ordered[place]
    main = edition.main.main
    looks = _looks(place, ordered, head, rivals, asked=asked)
    return Edition(
        file=main.file,
        path=main.path,
        content=edition.main.id,
        label=_label(edition.main),
        looks=looks,
        why=_why(place, ordered, head, looks),
        copies=tuple(_copies(edition)),
    )


def _looks(
    place: int, ordered: Sequence[_Formats], head: int, rivals: frozenset[int], *, asked: bool
) -> Looks:
    if len(ordered) == 1:
        return Looks.ONLY
    if place == head:
        return Looks.UNSURE if asked else Looks.NEWEST
    if place in rivals:
        return Looks.UNSURE
    return Looks.DRAFT if is_draft(ordered[place].main) else Looks.OLDER


def _why(place: int, ordered: Sequence[_Formats], head: int, looks: Looks) -> str:
    """Return in words why a version looks as it does."""
    this = ordered[place].main
    if looks is Looks.ONLY:
        return "There is no other version of it."
    if looks is Looks.DRAFT:
        return "It says that it is a draft."
    if looks is Looks.UNSURE:
        return "Nothing says clearly which of these is the latest."
    if looks is Looks.OLDER:
        found = verdict(ordered[head].main, this)
        return f"There is a later one: {_told(found)}."
    issued = [at for at, each in enumerate(ordered) if at < place and not is_draft(each.main)]
    if not issued and not is_draft(this):
        return "It looks like the latest: the others are drafts."
    before = ordered[max(issued, default=place - 1)].main
    return f"It looks like the latest: {_told(verdict(this, before))}."


def _told(found: Verdict) -> str:
    return ", and ".join(found.words()[:2])


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
