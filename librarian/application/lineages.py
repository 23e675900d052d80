"""Works out which files are versions of one document, and keeps that up with the catalogue.

When little changed, only what could be touched by it is worked out again; the answer is the same
as if everything had been, as long as nearly the same shingles are common.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from librarian.application.lineage_ports import (
    Agenda,
    LineageStore,
    Place,
    Revision,
    Whole,
)
from librarian.application.unswept import unswept
from librarian.domain.lineage import Lineage
from librarian.domain.lineage_candidates import boilerplate, filed, pairs
from librarian.domain.lineage_documents import lineage
from librarian.domain.lineage_groups import group
from librarian.domain.lineage_kinship import Kinship, kinship
from librarian.domain.lineage_members import Content, contents
from librarian.domain.sketches import Texts

REVISION: Final = 2
"""Raised when lineages are told otherwise than before: everything is worked out again."""

_MANY: Final = 400
"""So many changed files are worked out together with everything else."""
_SHARE: Final = 0.2
"""What is common is counted anew when so large a part of the drive has changed since."""


class Genealogist:
    """Answers which version of a document a file is; `follow` takes in what changed."""

    def __init__(self, store: LineageStore) -> None:
        self._store = store
        self._texts: Texts | None = None

    def follow(self) -> bool:
        """Take in every file that changed; tells whether there was any."""
        agenda = self._store.agenda()
        if not agenda.due and agenda.revision == REVISION:
            return False
        if _is_much(agenda):
            with unswept():
                self._begin_anew()
        else:
            self._take_in(agenda.due)
        return True

    def places(self, files: Collection[int]) -> Mapping[int, Place]:
        """Where each of these files stands among the versions of its document."""
        return self._store.places(files)

    def families(self, files: Collection[int]) -> Mapping[str, Sequence[Place]]:
        """Where all files of the documents of these files stand, by document."""
        return self._store.families(files)

    def lineage_of(self, file: int) -> Lineage | None:
        """The document that a file belongs to, with all its versions."""
        place = self._store.places([file]).get(file)
        return self._store.lineage(place.lineage) if place else None

    def lineages(self) -> Iterator[Lineage]:
        """Every document, by title."""
        return self._store.lineages()

    def _begin_anew(self) -> None:
        everything = contents(self._store.every_member())
        common = boilerplate(everything)
        self._texts = texts = Texts(common)
        files = [filed(content, texts) for content in everything]
        ties = [
            tie
            for one, other in pairs(files)
            if (tie := kinship(everything[one], everything[other], texts))
        ]
        self._store.begin_anew(
            Whole(
                files={m.file: content.id for content in everything for m in content.members},
                filed=files,
                ties=ties,
                lineages=map(lineage, group(everything, ties)),
                boilerplate=common,
                revision=REVISION,
            )
        )

    def _take_in(self, due: Sequence[int]) -> None:
        changed = self._store.members(due)
        files = {member.file: member.content for member in changed}
        touched = {*self._store.contents_of(due).values(), *files.values()}
        kept = self._store.files_with(touched).difference(due)
        renewed = contents([*changed, *self._store.members(kept)])
        before = self._store.ties_of(touched)
        ties = self._ties_to(renewed)
        apart = {name for tie in before for name in (tie.one, tie.other)}
        together = {name for tie in ties for name in (tie.one, tie.other)}
        others, linked = self._related((apart | together) - touched, touched)
        everyone = [*renewed, *contents(self._store.members(self._store.files_with(others)))]
        self._store.revise(
            Revision(
                due=due,
                files=files,
                contents=touched | others,
                renewed=touched,
                filed=[filed(content, self._known_texts()) for content in renewed],
                ties=ties,
                lineages=[lineage(each) for each in group(everyone, [*linked, *ties])],
            )
        )

    def _ties_to(self, renewed: Sequence[Content]) -> list[Kinship]:
        """Return what ties these contents to each other and to any other."""
        texts = self._known_texts()
        ours = {content.id for content in renewed}
        ties: list[Kinship] = []
        for place, content in enumerate(renewed):
            under = filed(content, texts)
            near = self._store.filed_under(under.anchors, under.titles) - ours
            others = contents(self._store.members(self._store.files_with(near)))
            ties += [
                tie
                for other in (*renewed[place + 1 :], *others)
                if (tie := kinship(content, other, texts))
            ]
        return ties

    def _related(
        self, beginning: Collection[int], touched: Collection[int]
    ) -> tuple[set[int], list[Kinship]]:
        """Return all contents tied to these, near or far, and the ties among them."""
        found: set[int] = set()
        ties: dict[tuple[int, int], Kinship] = {}
        edge = set(beginning)
        while edge:
            found |= edge
            reached: set[int] = set()
            for tie in self._store.ties_of(edge):
                if tie.one not in touched and tie.other not in touched:
                    ties[tie.one, tie.other] = tie
                    reached |= {tie.one, tie.other}
            edge = reached - found
        return found, list(ties.values())

    def _known_texts(self) -> Texts:
        if self._texts is None:
            self._texts = Texts(self._store.boilerplate())
        return self._texts


def _is_much(agenda: Agenda) -> bool:
    if agenda.revision != REVISION or len(agenda.due) > _MANY:
        return True
    return agenda.since + len(agenda.due) > max(_MANY, _SHARE * agenda.known)
