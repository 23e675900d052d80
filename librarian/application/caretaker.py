"""Looks after a whole drive: who does, how one begins, and which documents to confirm first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from librarian.application.about import Board, Care, Edition, Task, WishShown
from librarian.application.adopting import Standing as DriveStanding
from librarian.application.belongings import Belongings
from librarian.application.curators import Appointments
from librarian.application.history import History
from librarian.application.lineages import Genealogist
from librarian.application.ports import Bus, Catalogue
from librarian.application.registrar_editions import inferred_editions
from librarian.domain.clocks import moment
from librarian.domain.curators import Adopted
from librarian.domain.events import DocumentsChanged
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.lineage import Lineage
from librarian.domain.paths import extension_of, folder_of
from librarian.domain.places import is_backwater
from librarian.domain.searching import State

_OPENED: Final = 3
_STARRED: Final = 4
_CLOSE: Final = 2
"""What an opening, a star, and another version or copy each count: much copied is much used."""
_FORMS: Final = frozenset({Kind.WORD, Kind.PDF, Kind.SHEET})
_ASKED: Final = "Is this the current one?"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What only whoever opens the drive can do: read and write what marks it as looked after."""

    adopted: Callable[[], Adopted | None]
    adopt: Callable[[str, str], Adopted]
    can_write: Callable[[], bool]


class TeamCaretaker:
    """Looks after one drive for one person."""

    def __init__(
        self,
        *,
        history: History,
        genealogist: Genealogist,
        catalogue: Catalogue,
        belongings: Belongings,
        beginning: Beginning,
        bus: Bus,
    ) -> None:
        self._history = history
        self._genealogist = genealogist
        self._catalogue = catalogue
        self._belongings = belongings
        self._beginning = beginning
        self._bus = bus
        self._appointments = Appointments(history.ledger)

    def care(self) -> Care:
        """Who looks after the drive."""
        ledger, marked = self._history.ledger, self._beginning.adopted()
        if marked is None or ledger.standing() is DriveStanding.NOBODYS:
            return Care(ledger.who, may_begin=self._beginning.can_write())
        curators = ledger.curators()
        return Care(
            me=ledger.who,
            name=marked.name,
            keepers=curators.names,
            is_mine=curators.is_curator(ledger.who) and ledger.standing() is DriveStanding.OURS,
            may_begin=ledger.are_gone(),
            questions=ledger.questions(),
            taken_over=tuple(f"{each.who}: {each.because}" for each in curators.take_overs),
        )

    def begin(self, name: str, keeper: str = "") -> Care:
        """Look after the drive from now on, with a second person where one is named."""
        self._beginning.adopt(name, keeper)
        return self._changed()

    def name_keeper(self, keeper: str) -> Care:
        """Name somebody else to look after the drive too."""
        self._appointments.add(keeper)
        return self._changed()

    def take_over(self, because: str) -> Care:
        """Look after a drive whose keepers are all gone, for a reason that everybody sees."""
        self._appointments.take_over(because)
        return self._changed()

    def board(self, most: int = 20) -> Board:
        """The most used documents that nobody has confirmed so far, and what readers wish."""
        documents = self._history.managed.documents
        confirmed = sum(each.current is not None for each in documents.by_id.values())
        return Board(tuple(self._tasks(most)), confirmed, tuple(self._wishes()))

    def _changed(self) -> Care:
        self._history.managed.refresh()
        self._bus.publish(DocumentsChanged())
        return self.care()

    def _tasks(self, most: int) -> Iterator[Task]:
        opened = {path: each.times for path, each in self._belongings.opened().items()}
        starred = frozenset(self._belongings.starred())
        rated = (
            (_use(each, opened, starred), each)
            for each in self._genealogist.lineages()
            if self._is_to_confirm(each)
        )
        for _, lineage in nlargest(most, rated, key=lambda item: (item[0], item[1].title)):
            candidates = self._candidates(lineage)
            if candidates:
                used = sum(opened.get(path, 0) for path in _paths(lineage))
                yield Task(lineage.title, candidates, lineage.question, used)

    def _is_to_confirm(self, lineage: Lineage) -> bool:
        """Whether nobody decided about it, it is a living form or guide, and holds no details."""
        head = lineage.editions[lineage.head].path
        if kind_of(extension_of(head)) not in _FORMS or is_backwater(folder_of(head)):
            return False
        if any(self._history.managed.at(path) for path in _paths(lineage)):
            return False
        record = self._catalogue.record(head)
        return bool(record and record.reading and not record.reading.personal)

    def _candidates(self, lineage: Lineage) -> tuple[Edition, ...]:
        """The versions that may be the current one, the likeliest first."""
        found = inferred_editions(lineage, "", self._catalogue)
        head = found.all[found.head]
        others = [each for each in found.all if each is not head]
        others.sort(key=lambda each: each.state is not State.LOOKS_NEWEST)
        return (head, *others)

    def _wishes(self) -> Iterator[tuple[str, WishShown]]:
        about_files = (each for each in self._history.managed.documents.wishes if each.path)
        for wish in about_files:
            at = moment(wish.at * 1_000_000)
            yield wish.path, WishShown(wish.entry, wish.who, at, wish.note or _ASKED)


def _use(lineage: Lineage, opened: dict[str, int], starred: frozenset[str]) -> int:
    paths = tuple(_paths(lineage))
    openings = sum(opened.get(path, 0) for path in paths)
    stars = sum(path in starred for path in paths)
    return _OPENED * openings + _STARRED * stars + _CLOSE * len(paths)


def _paths(lineage: Lineage) -> Iterator[str]:
    for edition in lineage.editions:
        yield edition.path
        yield from (copy.path for copy in edition.copies)
