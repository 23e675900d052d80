"""A drive's catalogue on disk with its reviewer, filled by hand instead of by a scan."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.lineage_store import SqliteLineages
from librarian.adapters.review_store import SqliteReviews
from librarian.application.lineages import Genealogist
from librarian.application.managed import Managed
from librarian.application.reviewing import Reviewer
from librarian.application.since_book import FindingsBook
from librarian.domain.clocks import nanoseconds
from librarian.domain.document_types import usual_months
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.principles import AnyRule, Mode, as_started
from librarian.domain.sketches import pack
from policies.loading import load_principles
from tests.support.fakes import FakeBus, FakeClock, FakeStore
from tests.support.history_fakes import FakeLedger, SharedRecord, digest


class ReviewedDrive:
    """A drive without a disk under it: files are entered, gone or moved as a test says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.bus = FakeBus()
        self.own = FakeStore()
        self.ledger = FakeLedger(SharedRecord(), "desk1", "janet", self.clock)
        self.managed = Managed(self.ledger)
        self.rules: Sequence[AnyRule] = [
            replace(as_started(each), mode=Mode.PROPOSE) for each in load_principles()
        ]
        self.open()

    def open(self) -> None:
        """Open the catalogue, a new one where it was thrown away."""
        place = self.folder / "catalogue.sqlite"
        self.catalogue = SqliteCatalogue(place)
        self.lineages = SqliteLineages(place)
        self.reviews = SqliteReviews(place)
        self.genealogist = Genealogist(self.lineages)
        self.reviewer = Reviewer(
            store=self.reviews,
            managed=self.managed,
            rules=lambda: self.rules,
            book=FindingsBook(self.own),
            clock=self.clock,
            bus=self.bus,
            months=lambda: usual_months,
        )

    def close(self) -> None:
        """Let go of the database."""
        for each in (self.reviews, self.lineages, self.catalogue):
            each.close()

    def save(self, path: str, words: str, personal: tuple[str, ...] = ()) -> None:
        """A file with these words lies at path, and was looked inside."""
        now = nanoseconds(self.clock.now())
        [file] = self.catalogue.enter([Listed(path, len(words), now)], now)
        sketch = pack({hash_of(word) for word in words.split()})
        reading = Reading(
            digest(words), digest(words), "text/plain", words=9, personal=personal, sketch=sketch
        )
        self.catalogue.settle([(file, reading)])
        self.genealogist.follow()

    def lose(self, path: str) -> None:
        """The file at path is not seen any more."""
        record = self.catalogue.record(path)
        assert record is not None
        self.catalogue.lose([record.file], FileState.NOT_SEEN, "")
        self.genealogist.follow()

    def confirm(self, path: str, words: str) -> None:
        """Business Support confirm these words as the version at path."""
        current = self.managed.home(path)
        self.ledger.append(
            "approved",
            {
                "document": current.id if current else f"document of {path}",
                "path": path,
                "sha256": digest(words),
                "canonical": digest(words),
                "label": "v1.0",
                "before": current.current.entry if current and current.current else "",
            },
        )
        self.managed.refresh()


def hash_of(word: str) -> int:
    """A number for a word, the same in every run."""
    return int(digest(word)[:8], 16)
