"""Puts the concrete parts together; the only module that knows every one of them.

One drive has one folder in the user's data folder, so that two drives never mix:
`drives/<key>/catalogue.sqlite`, `index/` and `own/`. All but `own/` can be thrown away.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from secrets import token_hex
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from indexers.full_text.reading import FullTextReader
from indexers.full_text.writing import FullTextIndex
from indexers.isolation import IsolatedReader
from indexers.previewing import IsolatedPreviewer
from indexers.watching import FolderWatcher
from librarian.adapters.accounts import current_account
from librarian.adapters.bus import LocalBus
from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.clock import SystemClock
from librarian.adapters.desktop import SystemDesktop
from librarian.adapters.drive import FolderDrive
from librarian.adapters.ledger_cache import SqliteLedgerCache
from librarian.adapters.ledger_files import FolderSegments
from librarian.adapters.ledger_records import LocalRecords, desk_id
from librarian.adapters.lineage_store import SqliteLineages
from librarian.adapters.logs import keep_log
from librarian.adapters.marker import DriveMarker
from librarian.adapters.store import JsonStore
from librarian.adapters.writer_lock import only_writer
from librarian.application.adopting import Adopted, adopt
from librarian.application.belongings import Belongings
from librarian.application.finding import Finder
from librarian.application.folding import Folding
from librarian.application.history import History
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.keeping_ledger_writing import LedgerWriter
from librarian.application.library import SAMPLE_SEED, Library
from librarian.application.lineages import Genealogist
from librarian.application.portering import Porter
from librarian.application.preferences import Preferences
from librarian.application.scanning import Scanner
from librarian.application.upkeep import Keeper
from librarian.bootstrap.about import caretaker_of, registrar_of
from librarian.bootstrap.history import listening, open_history
from librarian.domain.curators import ADOPTED
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.events import Event, IndexChanged
from librarian.domain.settings import Pace
from librarian.domain.vocabulary import Vocabulary
from policies.vocabulary import load

if TYPE_CHECKING:
    from librarian.bootstrap.forms import FormRoom

_PAIRED: Final = "catalogue"
_SECONDS_BETWEEN_FILES: Final = {Pace.FULL: 0.0, Pace.GENTLE: 0.25, Pace.PAUSED: float("inf")}
_CLOCK: Final = SystemClock()


@dataclass(frozen=True, slots=True)
class OpenDrive:
    """One drive with all that is known of it; searching goes on while another process writes."""

    place: Path
    drive: FolderDrive
    catalogue: SqliteCatalogue
    index: FullTextReader
    vocabulary: Vocabulary
    belongings: Belongings
    previewer: IsolatedPreviewer
    finder: Finder
    history: History
    genealogist: Genealogist
    lineages: SqliteLineages
    bus: LocalBus

    @contextmanager
    def writing(self, purpose: str, pace: Callable[[], float] = lambda: 0.0) -> Iterator[Scanner]:
        """The right to bring catalogue and index up to date, for as long as the block runs.

        Raises BusyError where another process has it.
        """
        with only_writer(self.place, purpose):
            index = self._index_of_this_catalogue()
            reader = IsolatedReader(self.vocabulary, pace=pace)
            try:
                yield Scanner(
                    drive=self.drive,
                    catalogue=self.catalogue,
                    index=index,
                    reader=reader,
                    clock=_CLOCK,
                    bus=self.bus,
                    follow=self.genealogist.follow,
                )
            finally:
                reader.close()
                index.close()

    def close(self) -> None:
        """Let go of files and worker processes."""
        self.previewer.close()
        self.history.close()
        self.lineages.close()
        self.catalogue.close()

    def _index_of_this_catalogue(self) -> FullTextIndex:
        """The index that belongs to this catalogue; numbers of another one mean other files."""
        folder = self.place / "index"
        paired = folder / _PAIRED
        index = FullTextIndex.open(folder)
        is_ours = paired.is_file() and paired.read_text("utf-8") == self.catalogue.identity
        if not index.fresh and is_ours:
            return index
        if not index.fresh:
            index.close()
            index = FullTextIndex.rebuild(folder)
            index.take_over()
        self.catalogue.distrust()
        paired.write_text(self.catalogue.identity, "utf-8")
        return index


class LocalDesk:
    """One installation for one person: opens drives and keeps settings under one folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.words = home / "own" / "words"
        self.preferences = Preferences(JsonStore(home / "own"))

    def open(self, root: Path) -> Library:
        """Open the drive at root; nothing is written there.

        Raises DriveUnavailableError where root is no folder that was ever known or can be listed.
        """
        opened = self._opened(root)
        self.preferences.use_drive(str(opened.drive.root))
        porter = Porter(
            opened.drive,
            SystemDesktop(),
            opened.belongings,
            opened.finder.forget_openings,
            lender=opened.history.lender,
            copies=opened.history.copies,
            bus=opened.bus,
        )
        keeper = Keeper(
            writing=lambda: opened.writing("window", self._pace),
            drive=opened.drive,
            watcher=FolderWatcher(opened.drive.root, _CLOCK),
            bus=opened.bus,
            rescan_seconds=lambda: 60.0 * self.preferences.load().rescan_minutes,
            random=Random(),  # noqa: S311 - spreads load, keeps no secret
            meanwhile=lambda: listening(opened.history, opened.bus),
        )
        return Library(
            name=self._name(opened.drive.root),
            root=opened.drive.root,
            finder=opened.finder,
            porter=porter,
            keeper=keeper,
            history=opened.history,
            genealogist=opened.genealogist,
            registrar=registrar_of(
                history=opened.history,
                genealogist=opened.genealogist,
                catalogue=opened.catalogue,
                drive=opened.drive,
                bus=opened.bus,
            ),
            caretaker=caretaker_of(
                history=opened.history,
                genealogist=opened.genealogist,
                catalogue=opened.catalogue,
                belongings=opened.belongings,
                root=opened.drive.root,
                adopted=partial(self.adopted, opened.drive.root),
                adopt=partial(self.adopt, opened.drive.root),
                bus=opened.bus,
            ),
            bus=opened.bus,
            close=opened.close,
        )

    @contextmanager
    def catalogued(self, root: Path) -> Iterator[OpenDrive]:
        """The drive at root, for one command."""
        opened = self._opened(root)
        try:
            opened.history.catch_up()
            yield opened
        finally:
            opened.close()

    def make_sample(self, at: Path | None = None, seed: int = SAMPLE_SEED) -> Path:
        """Make the sample drive, unless it is there already, and return where it lies."""
        from librarian.adapters.sample import (  # noqa: PLC0415 - few need its many writers
            is_made,
            make,
        )

        place = (at or self.home / "sample" / f"Sample drive {seed}").absolute()
        if not is_made(place, seed):
            make(place, seed)
        return place

    def adopted(self, root: Path) -> Adopted | None:
        """What the drive says of who looks after it, or None."""
        return DriveMarker(root).read()

    def adopt(self, root: Path, name: str, keeper: str = "") -> Adopted:
        """Look after the drive at root from now on; writes only its `.librarian` folder."""
        who = current_account()
        adopted = adopt(DriveMarker(root), name, new_id=str(uuid4()), who=who, keeper=keeper)
        with self.ledger(root) as ledger:
            told = {"drive": adopted.id, "name": adopted.name, "curators": list(adopted.curators)}
            ledger.append(ADOPTED, told)
        return adopted

    def trust(self, root: Path) -> Adopted:
        """Take the drive at root as it is marked now for the right one."""
        with self.ledger(root) as ledger:
            return ledger.trust()

    @contextmanager
    def ledger(self, root: Path) -> Iterator[LedgerKeeper]:
        """What was done on the drive at root, for one command."""
        ledger = open_ledger(self.home, root.absolute())
        try:
            yield ledger
        finally:
            ledger.close()

    def forms(self) -> "FormRoom":
        """What fills in forms."""
        from librarian.bootstrap.forms import form_room  # noqa: PLC0415 - most never need it

        return form_room(self.home, _CLOCK)

    def _opened(self, root: Path) -> OpenDrive:
        drive = FolderDrive(root.absolute())
        place = _place(self.home, drive.root)
        if not place.exists() and not drive.is_there():
            raise DriveUnavailableError(
                f"There is no folder {root} that can be opened.",
                "Check its name, and that you are connected to the network.",
            )
        catalogue = SqliteCatalogue(place / "catalogue.sqlite")
        vocabulary = load(self.words)
        index = FullTextReader(place / "index", vocabulary, _CLOCK)
        belongings = Belongings(JsonStore(place / "own"), _CLOCK)
        previewer = IsolatedPreviewer()
        lineages = SqliteLineages(place / "catalogue.sqlite")
        genealogist = Genealogist(lineages)
        history = open_history(
            drive=drive,
            catalogue=catalogue,
            vocabulary=vocabulary,
            ledger=open_ledger(self.home, drive.root),
            genealogist=genealogist,
            place=place,
        )
        finder = Finder(
            catalogue=catalogue,
            index=index,
            drive=drive,
            previewer=previewer,
            belongings=belongings,
            folding=Folding(
                families=genealogist, decided=history.managed, records=catalogue.records
            ),
            serve=lambda path: history.lender.serve(path).place,
        )
        bus = LocalBus()
        bus.subscribe(lambda event: _follow(finder, event))
        return OpenDrive(
            place=place,
            drive=drive,
            catalogue=catalogue,
            index=index,
            vocabulary=vocabulary,
            belongings=belongings,
            previewer=previewer,
            finder=finder,
            history=history,
            genealogist=genealogist,
            lineages=lineages,
            bus=bus,
        )

    def _name(self, root: Path) -> str:
        adopted = self.adopted(root)
        return adopted.name if adopted else root.name

    def _pace(self) -> float:
        return _SECONDS_BETWEEN_FILES[self.preferences.load().pace]


def open_desk(home: Path) -> LocalDesk:
    """Return this person's desk under home, with a log beside it."""
    keep_log(home / "logs")
    return LocalDesk(home)


def open_ledger(home: Path, root: Path) -> LedgerKeeper:
    """Return the ledger of the drive at root as this desk keeps it; close it in the end."""
    place = _place(home, root)
    segments = FolderSegments(root, _CLOCK)
    writer = LedgerWriter(
        segments=segments,
        clock=_CLOCK,
        desk=desk_id(home / "own"),
        who=current_account(),
        salt=lambda: token_hex(16),
    )
    return LedgerKeeper(
        marker=DriveMarker(root),
        segments=segments,
        cache=SqliteLedgerCache(place / "catalogue.sqlite"),
        records=LocalRecords(place / "own"),
        writer=writer,
        clock=_CLOCK,
    )


def _place(home: Path, root: Path) -> Path:
    return home / "drives" / _key(root)


def _key(root: Path) -> str:
    return sha256(str(root).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _follow(finder: Finder, event: Event) -> None:
    if isinstance(event, IndexChanged):
        finder.refresh()
