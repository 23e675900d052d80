"""Recognising a file that came from anywhere: whether it is one of ours, and still current.

Also what business support want to see: new files that nearly equal a document they look after.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from librarian.application.comparing import Comparer, compared
from librarian.application.copies import Copies
from librarian.application.managed import Managed, Standing
from librarian.application.managed_looking import Examiner
from librarian.application.ports import Catalogue, Record
from librarian.domain.clocks import moment
from librarian.domain.documents import Document, Version
from librarian.domain.errors import LibrarianError
from librarian.domain.files import Reading
from librarian.domain.searching import State
from librarian.domain.sketches import Texts

NEAR: Final = 0.7
"""Sketches so alike are of one document; see the measurements of lineage."""
_FEWEST: Final = 8
"""With fewer shingles to compare, likeness tells nothing."""
_MOST: Final = 500

Sketched = list[tuple[Document, bytes]]
"""Documents with the sketches of their current versions."""


class Known(StrEnum):
    """How a file was recognised."""

    CURRENT = "current"
    OLDER = "older"
    DRAFT = "draft"
    CHANGED = "changed"
    """A copy that somebody wrote in."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a file is, and where the current one lies; `replaced` is when it stopped counting.

    `changes` counts what differs from the current one; None where that cannot be told.
    """

    known: Known
    title: str = ""
    label: str = ""
    current: str = ""
    current_label: str = ""
    replaced: datetime | None = None
    changes: int | None = None


@dataclass(frozen=True, slots=True)
class Already:
    """A file that (nearly) equals a document somebody looks after; `exact` where it is a copy."""

    path: str
    document: str
    current: str
    likeness: float
    exact: bool


class Recogniser:
    """Tells what a file is, from its bytes and its text."""

    def __init__(
        self,
        *,
        managed: Managed,
        examiner: Examiner,
        comparer: Comparer,
        copies: Copies,
        catalogue: Catalogue,
    ) -> None:
        self._managed = managed
        self._examiner = examiner
        self._comparer = comparer
        self._copies = copies
        self._catalogue = catalogue

    def recognise_dropped(self, place: Path) -> Recognition:
        """What a file from anywhere on this computer is.

        Raises LibrarianError where it cannot be read.
        """
        reading = self._examiner.read(place, place.name)
        standing = self._managed.standing("", reading.sha256, reading.canonical)
        if standing is not None:
            return self._recorded(standing, reading)
        document = self._made_here(place) or self._alike(reading)
        if document is None or document.current is None:
            return Recognition(Known.UNKNOWN)
        return self._written_in(document, document.current, reading, place)

    def already_there(self, since: int) -> tuple[Already, ...]:
        """Files that came since then (nanoseconds), after a document that they nearly equal."""
        sketched = self._sketched()
        recent = self._catalogue.recent(since, _MOST)
        found = (self._already(record, sketched) for record in recent)
        return tuple(each for each in found if each)

    def _recorded(self, standing: Standing, reading: Reading) -> Recognition:
        document, version = standing.document, standing.version
        if standing.state is State.CURRENT:
            return _recognition(Known.CURRENT, document, version, 0)
        known = Known.DRAFT if standing.state is State.DRAFT else Known.OLDER
        return _recognition(known, document, version, self._changes(document, reading))

    def _written_in(
        self, document: Document, current: Version, reading: Reading, place: Path
    ) -> Recognition:
        """A file with words of its own: of the current version, or of the one it was made of."""
        origin = self._copies.origin(place)
        made_of = document.recorded(origin.sha256) if origin and origin.sha256 else None
        changes = self._changes(document, reading)
        return _recognition(Known.CHANGED, document, made_of or current, changes)

    def _changes(self, document: Document, reading: Reading) -> int | None:
        if document.current is None:
            return None
        try:
            current = self._comparer.read_version(document.path, document.current.sha256)
            return len(compared(reading, current).changes)
        except LibrarianError:
            return None  # filled in, or without text: nothing to count

    def _made_here(self, place: Path) -> Document | None:
        origin = self._copies.origin(place)
        if origin is None:
            return None
        return self._managed.document(origin.document) or self._managed.home(origin.path)

    def _alike(self, reading: Reading) -> Document | None:
        score, best = _nearest(reading, self._sketched())
        return best if score >= NEAR else None

    def _sketched(self) -> Sketched:
        found = []
        for document in self._managed.documents.by_id.values():
            record = self._catalogue.record(document.path) if document.current else None
            if record and record.reading and record.reading.sketch:
                found.append((document, record.reading.sketch))
        return found

    def _already(self, record: Record, sketched: Sketched) -> Already | None:
        reading, path = record.reading, record.listed.path
        if reading is None or reading.personal or self._managed.at(path):
            return None
        standing = self._managed.standing("", reading.sha256, reading.canonical)
        score, best = (1.0, standing.document) if standing else _nearest(reading, sketched)
        current = best.current if best else None
        if best is None or current is None or score < NEAR:
            return None
        if record.since <= current.since * 1_000_000:
            return None  # it was there before
        return Already(path, best.id, best.path, round(score, 2), exact=standing is not None)


def _nearest(reading: Reading, sketched: Sketched) -> tuple[float, Document | None]:
    """The document whose current version is most alike, and how much (0-1)."""
    best: tuple[float, Document | None] = (0.0, None)
    texts = Texts()
    for document, sketch in sketched if reading.sketch else ():
        found = texts.likeness(sketch, reading.sketch)
        if found.sampled >= _FEWEST and found.shared > best[0]:
            best = found.shared, document
    return best


def _recognition(
    known: Known, document: Document, version: Version, changes: int | None
) -> Recognition:
    current = document.current
    return Recognition(
        known=known,
        title=document.title,
        label=version.label,
        current=document.path if current else "",
        current_label=current.label if current else "",
        replaced=moment(version.until * 1_000_000) if version.until else None,
        changes=changes,
    )
