"""A ledger in memory that several desks share, and desks that act on a real folder, for tests."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import count
from pathlib import Path

from librarian.adapters.drive import FolderDrive
from librarian.adapters.drive_writing import Disk
from librarian.adapters.managed_files import FolderFiles
from librarian.adapters.moved_files import FolderMoves
from librarian.adapters.version_store import FolderVersionStore
from librarian.application.adopting import Standing
from librarian.application.archiving import Archivist
from librarian.application.carrying_out import Hands
from librarian.application.comparing import Comparer
from librarian.application.copies import Copies
from librarian.application.copies_recognised import Recogniser
from librarian.application.disposing import Disposer
from librarian.application.holding import Holder
from librarian.application.keeping_ledger import News
from librarian.application.managed import Managed
from librarian.application.managed_looking import Examiner
from librarian.application.managed_serving import Lender
from librarian.application.owning import Owners
from librarian.application.ports import Cancel, Unanswered
from librarian.application.prepared_emails import PreparedEmail
from librarian.application.publishing import Publisher
from librarian.application.recovering import Recoverer
from librarian.application.restoring import Restorer
from librarian.application.retention import Retention
from librarian.application.wishing import Postbox
from librarian.domain.curators import Curators, Span
from librarian.domain.document_types import Months, usual_months
from librarian.domain.files import Listed, Reading
from librarian.domain.ledger import Entry, Json, Stamp
from tests.support.fake_catalogue import FakeCatalogue
from tests.support.fakes import FakeClock, FakeStore
from tests.support.faulty_disk import FaultyDisk
from tests.support.plans import plans_of, reading_of


def nothing() -> None:
    """Let everything go well."""


@dataclass
class SharedRecord:
    """What all desks have written, in the order in which it came."""

    entries: list[Entry] = field(default_factory=list)
    curators: tuple[str, ...] = ("janet", "tom")
    numbers: Iterator[int] = field(default_factory=lambda: count(1))


class FakeLedger:
    """One desk's view of a shared record; `step` may fail or end the process."""

    def __init__(self, record: SharedRecord, desk: str, who: str, clock: FakeClock) -> None:
        self.desk = desk
        self.who = who
        self.stands = Standing.OURS
        self.step: Callable[[], None] = nothing
        self._record = record
        self._clock = clock
        self._told = 0

    @property
    def rights(self) -> Curators:
        return Curators(tuple(Span(name) for name in self._record.curators))

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry:
        self.step()
        number = next(self._record.numbers)
        stamp = Stamp(int(self._clock.now().timestamp() * 1000), number, self.desk)
        entry = Entry(f"{number:032x}", stamp, self.who, kind, dict(payload))
        self._record.entries.append(entry)
        self.step()
        return entry

    def poll(self) -> News:
        fresh = tuple(self._record.entries[self._told :])
        self._told = len(self._record.entries)
        return News(fresh)

    def standing(self) -> Standing:
        return self.stands

    def erase(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Every desk hears again of entries whose payload is gone."""
        gone = [replace(each, payload=None) for each in self._record.entries if each.id in set(ids)]
        self._record.entries += gone
        return ()


@dataclass
class FakeMessages:
    """Remembers the messages that were prepared."""

    prepared: list[PreparedEmail] = field(default_factory=list)

    def put(self, prepared: PreparedEmail) -> Path:
        self.prepared.append(prepared)
        return Path(f"/made-up/messages/{len(self.prepared)}.eml")


class PlainReader:
    """Reads any file as text; one that begins with PERSONAL is filled in.

    What a sync client adds, carriage returns here, does not change the second hash.
    """

    revisions: Mapping[str, int] = {}

    def get_ready(self) -> None: ...

    def close(self) -> None: ...

    def read(
        self, files: Iterable[tuple[int, Listed, Path]], cancel: Cancel
    ) -> Iterator[tuple[int, Reading | Unanswered]]:
        del cancel
        for file, _, place in files:
            yield file, reading_of(place.read_bytes())


def digest(data: bytes | str) -> str:
    """The SHA-256 of bytes or text."""
    return sha256(data.encode() if isinstance(data, str) else data).hexdigest()


@dataclass
class ActingDesk:
    """One person's desk, with every service over documents, on a real folder."""

    root: Path
    record: SharedRecord = field(default_factory=SharedRecord)
    who: str = "janet"
    desk: str = "desk1"
    disk: Disk = field(default_factory=FaultyDisk)
    clock: FakeClock = field(default_factory=FakeClock)
    home: Path | None = None
    kin: dict[str, tuple[str, ...]] = field(default_factory=dict)
    months: Months = usual_months

    def __post_init__(self) -> None:
        (self.root / ".librarian").mkdir(parents=True, exist_ok=True)
        self.ledger = FakeLedger(self.record, self.desk, self.who, self.clock)
        self.managed = Managed(self.ledger)
        self.drive = FolderDrive(self.root)
        self.store = FolderVersionStore(self.root, self.disk)
        self.files = FolderFiles(self.root, self.store, self.disk)
        self.catalogue = FakeCatalogue()
        self.examiner = Examiner(
            files=self.files, catalogue=self.catalogue, drive=self.drive, reader=PlainReader()
        )
        self.hands = Hands(
            ledger=self.ledger, files=self.files, managed=self.managed, alone=nullcontext
        )
        self.lender = Lender(
            managed=self.managed,
            looking=self.examiner,
            files=self.files,
            store=self.store,
            drive=self.drive,
            shelf=(self.home or self.root.parent / "home") / "lent",
        )
        self._start_services()

    def _start_services(self) -> None:
        ids = count(1)
        self.publisher = Publisher(
            managed=self.managed,
            hands=self.hands,
            examiner=self.examiner,
            store=self.store,
            files=self.files,
            locate=self.drive.locate,
            new_id=lambda: f"{self.desk}-{len(self.record.entries)}-{next(ids)}",
            kin=lambda path: self.kin.get(path, ()),
        )
        self.restorer = Restorer(
            managed=self.managed,
            hands=self.hands,
            examiner=self.examiner,
            store=self.store,
            files=self.files,
            locate=self.drive.locate,
        )
        self.archivist = Archivist(
            managed=self.managed,
            hands=self.hands,
            examiner=self.examiner,
            store=self.store,
            files=self.files,
            locate=self.drive.locate,
        )
        self.holder = Holder(managed=self.managed, hands=self.hands, looking=self.examiner)
        self.owners = Owners(
            managed=self.managed,
            hands=self.hands,
            clock=self.clock,
            months=lambda: self.months,
        )
        self.messages = FakeMessages()
        self.postbox = Postbox(
            ledger=self.ledger,
            managed=self.managed,
            hands=self.hands,
            looking=self.examiner,
            messages=self.messages,
            told=FakeStore(),
            locate=self.drive.locate,
            list_folder=self.drive.list,
            looks_personal=lambda words: "NHS" in words,
        )
        self.comparer = Comparer(
            managed=self.managed,
            examiner=self.examiner,
            store=self.store,
            locate=self.drive.locate,
        )
        self.copies = Copies(
            store=FakeStore(),
            managed=self.managed,
            lender=self.lender,
            files=self.files,
            drive=self.drive,
            clock=self.clock,
        )
        self.recogniser = Recogniser(
            managed=self.managed,
            examiner=self.examiner,
            comparer=self.comparer,
            copies=self.copies,
            catalogue=self.catalogue,
        )
        self.retention = Retention(months=72, aside_days=30)
        self.planner, self.contractor = plans_of(self)
        self.disposer = Disposer(
            ledger=self.ledger,
            managed=self.managed,
            hands=self.hands,
            files=FolderMoves(self.root, self.disk),
            store=self.store,
            clock=self.clock,
            retention=lambda: self.retention,
        )
        self.recoverer = Recoverer(
            managed=self.managed,
            hands=self.hands,
            desk=self.desk,
            resume=self.contractor.resume,
        )

    def put(self, path: str, text: str) -> str:
        """A colleague saves a file; returns its digest."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            place.chmod(0o644)
        place.write_text(text, "utf-8")
        return digest(text)

    def text(self, path: str) -> str:
        """What a file says."""
        return (self.root / path).read_text("utf-8")
