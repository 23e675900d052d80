"""Opens one drive: its catalogue, its index, its history, and what reads it.

One drive has one folder in the user's data folder, so that two drives never mix:
`drives/<key>/catalogue.sqlite`, `index/` and `own/`. All but `own/` can be thrown away.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Final

from indexers.full_text.reading import FullTextReader
from indexers.full_text.writing import FullTextIndex
from indexers.isolation import IsolatedReader
from indexers.links import links_in
from indexers.previewing import IsolatedPreviewer
from librarian.adapters.accounts import current_account
from librarian.adapters.bus import LocalBus
from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.clock import SystemClock
from librarian.adapters.drive import FolderDrive
from librarian.adapters.ledger_cache import SqliteLedgerCache
from librarian.adapters.ledger_files import FolderSegments
from librarian.adapters.ledger_records import LocalRecords, desk_id
from librarian.adapters.lineage_store import SqliteLineages
from librarian.adapters.marker import DriveMarker
from librarian.adapters.store import JsonStore
from librarian.adapters.writer_lock import only_writer
from librarian.application.belongings import Belongings
from librarian.application.finding import Finder
from librarian.application.folding import Folding
from librarian.application.following import Follower
from librarian.application.history import History
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.keeping_ledger_writing import LedgerWriter
from librarian.application.leftovers import LeftoverWatch
from librarian.application.lineages import Genealogist
from librarian.application.rulekeeping import RuleKeeping
from librarian.application.scanning import Scanner
from librarian.application.stewarding import Steward
from librarian.bootstrap.history import open_history
from librarian.bootstrap.rules import months_of, open_rules, retention_of
from librarian.bootstrap.steward import open_steward
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.events import Event, IndexChanged, WordsUnread
from librarian.domain.vocabulary import Vocabulary
from policies.vocabulary import load

_PAIRED: Final = "catalogue"
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
    rules: RuleKeeping
    steward: Steward
    leftovers: LeftoverWatch

    @contextmanager
    def writing(self, purpose: str, pace: Callable[[], float] = lambda: 0.0) -> Iterator[Scanner]:
        """The right to bring catalogue and index up to date, for as long as the block runs.

        Raises BusyError where another process has it.
        """
        with only_writer(self.place, purpose):
            self._tell_of_words()
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
                    follow=self._follow,
                )
            finally:
                reader.close()
                index.close()

    def close(self) -> None:
        """Let go of files and worker processes."""
        self.previewer.close()
        self.rules.close()
        self.history.close()
        self.lineages.close()
        self.catalogue.close()

    def _tell_of_words(self) -> None:
        """Say which lines of the team's own words could not be used; they are left out."""
        unread = self.vocabulary.warnings
        if unread:
            lines = "A line" if len(unread) == 1 else f"{len(unread)} lines"
            title = f"{lines} of your team’s own words could not be used."
            self.bus.publish(WordsUnread(title, unread[0]))

    def _follow(self) -> bool:
        """Work out what contents tell of each other, and list what programs left behind."""
        has_news = self.genealogist.follow()
        return self.leftovers.follow() or has_news

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


def open_drive(
    home: Path, words: Path, root: Path, forget_ended: Callable[[], int] = lambda: 0
) -> OpenDrive:
    """Return the drive at root with all that is known of it; `words` are the team's own.

    `forget_ended` is what the automatic check does in the team's working folder.

    Raises DriveUnavailableError where root is no folder that was ever known or can be listed.
    """
    drive = FolderDrive(root.absolute())
    place = place_of(home, drive.root)
    if not place.exists() and not drive.is_there():
        raise DriveUnavailableError(
            f"There is no folder {root} that can be opened.",
            "Check its name, and that you are connected to the network.",
        )
    catalogue = SqliteCatalogue(place / "catalogue.sqlite")
    vocabulary = load(words)
    index = FullTextReader(place / "index", vocabulary, _CLOCK)
    belongings = Belongings(JsonStore(place / "own"), _CLOCK)
    previewer = IsolatedPreviewer()
    lineages = SqliteLineages(place / "catalogue.sqlite")
    genealogist = Genealogist(lineages)
    history = open_history(
        drive=drive,
        catalogue=catalogue,
        vocabulary=vocabulary,
        ledger=open_ledger(home, drive.root),
        genealogist=genealogist,
        place=place,
        retention=lambda: retention_of(rules.book.rules()),
        months=lambda: months_of(rules.book.rules()),
    )
    finder = Finder(
        catalogue=catalogue,
        index=index,
        drive=drive,
        previewer=previewer,
        belongings=belongings,
        folding=Folding(
            families=genealogist,
            decided=history.managed,
            records=catalogue.records,
            fitting=index.fitting,
            archived=history.managed.is_archived,
        ),
        serve=lambda path: history.lender.serve(path).place,
    )
    bus = LocalBus()
    bus.subscribe(lambda event: _follow(finder, event))
    history.contractor.tell(bus)
    bus.subscribe(Follower(managed=history.managed, belongings=belongings).take_event)
    rules = open_rules(
        root=drive.root,
        place=place,
        name=lambda: _name(drive.root),
        history=history,
        bus=bus,
    )
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
        rules=rules,
        steward=open_steward(
            root=drive.root,
            catalogue=catalogue,
            history=history,
            rules=rules,
            forget_ended=forget_ended,
        ),
        leftovers=LeftoverWatch(
            drive=drive,
            root=drive.root,
            catalogue=catalogue,
            store=rules.store,
            links_in=links_in,
            cache=JsonStore(place),
        ),
    )


def open_ledger(home: Path, root: Path) -> LedgerKeeper:
    """Return the ledger of the drive at root as this desk keeps it; close it in the end."""
    place = place_of(home, root)
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


def _name(root: Path) -> str:
    """Return what those who look after the drive call it, else its folder's name."""
    adopted = DriveMarker(root).read()
    return adopted.name if adopted else root.name


def place_of(home: Path, root: Path) -> Path:
    """Return the data folder of the drive at root."""
    return home / "drives" / _key(root)


def _key(root: Path) -> str:
    return sha256(str(root).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _follow(finder: Finder, event: Event) -> None:
    if isinstance(event, IndexChanged):
        finder.refresh()
