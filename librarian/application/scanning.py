"""Scanning a drive: names first, searchable at once; then contents, recently used folders first.

The scan is the truth. Every step is kept in this order: the catalogue's row (dirty), the index,
the row clean; so a kill at any instant costs at most the work of one batch, done again.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Final

from librarian.application.contents import PROGRESS_SECONDS, ContentReading
from librarian.application.entries import name_entry
from librarian.application.ports import (
    Bus,
    Cancel,
    Catalogue,
    Clock,
    Drive,
    IndexWriter,
    Reader,
)
from librarian.application.reconciling import Leftovers, Reconciliation
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import CancelledError, DriveUnavailableError
from librarian.domain.events import (
    DriveFound,
    DriveLost,
    IndexChanged,
    LossesDoubted,
    Progress,
    ScanFinished,
    Stage,
)
from librarian.domain.files import Closed, FileState, Listed
from librarian.domain.paths import folder_of, name_of

NAME_BATCH: Final = 5_000
NAME_SECONDS: Final = 2.0
"""On a slow share names become searchable this often, though few have come."""
NAMES_BETWEEN_LOOKS: Final = 100
MASS_SHARE: Final = 0.3
MASS_LEAST: Final = 50
ALL_LEAST: Final = 10
"""So many files that were all there is: this is what a share looks like that is not mounted."""


def never() -> bool:
    """A wish to stop that nobody has."""
    return False


class Scanner:
    """Brings catalogue and index up to what the drive holds now; one at a time for one drive."""

    def __init__(
        self,
        *,
        drive: Drive,
        catalogue: Catalogue,
        index: IndexWriter,
        reader: Reader,
        clock: Clock,
        bus: Bus,
        follow: Callable[[], bool] = never,
    ) -> None:
        """`follow` works out what contents tell of each other, and tells whether it found news."""
        self._drive = drive
        self._catalogue = catalogue
        self._index = index
        self._clock = clock
        self._bus = bus
        self._reader = reader
        self._follow = follow
        self._contents = ContentReading(
            drive=drive, catalogue=catalogue, index=index, reader=reader, clock=clock, bus=bus
        )

    def scan(
        self,
        cancel: Cancel = never,
        *,
        accept_losses: bool = False,
        between: Callable[[], None] | None = None,
    ) -> ScanFinished:
        """Look at the whole drive, then inside what is new; returns what was found.

        `between` is called after each batch of contents. Raises DriveUnavailableError where the
        drive is away, CancelledError where a person stopped it; what was settled stays.
        """
        started = self._clock.ticks()
        self.mend()
        news, losses, shut = self._list_names(cancel, accept_losses=accept_losses)
        self._catalogue.finish(nanoseconds(self._clock.now()))
        postponed = self._contents.read_all(cancel, between)
        self._conclude()
        finished = ScanFinished(
            files=self._catalogue.count_present(),
            new=news.new,
            changed=news.changed,
            missing=len(losses.gone),
            unreachable=(sum(map(len, losses.closed.values())) or shut) + postponed,
            at=nanoseconds(self._clock.now()),
            seconds=self._clock.ticks() - started,
        )
        self._bus.publish(finished)
        return finished

    def look_at(
        self, folders: Iterable[str], cancel: Cancel = never, *, accept_losses: bool = False
    ) -> None:
        """Look at single folders in which something moved; contents come by `read_new`.

        `accept_losses` is for what Librarian itself moved away, however much that is.
        """
        for folder in sorted(folders):
            if cancel():
                raise CancelledError
            self._look_in(folder, accept_losses=accept_losses)

    def read_new(self, cancel: Cancel = never) -> None:
        """Look inside every file that still waits for it."""
        self._contents.read_all(cancel, None)
        self._conclude()

    def mend(self) -> None:
        """Bring index and catalogue together again after a run that was cut short."""
        self._catalogue.retry()
        self._catalogue.reread(self._catalogue.outdated(self._reader.revisions))
        doubtful = self._catalogue.doubtful()
        if not doubtful:
            return
        present = [record for record in doubtful if record.state is FileState.PRESENT]
        self._catalogue.reread([record.file for record in present])
        self._index.remove([r.file for r in doubtful if r.state is not FileState.PRESENT])
        self._index.put(name_entry(record.file, record.listed) for record in present)
        self._index.commit()
        self._catalogue.agreed([record.file for record in doubtful])

    def _conclude(self) -> None:
        if self._follow():
            self._tell()

    def _list_names(
        self, cancel: Cancel, *, accept_losses: bool
    ) -> tuple[Reconciliation, Leftovers, int]:
        news = Reconciliation(self._catalogue.known(), self._catalogue.placeholders())
        closed: list[Closed] = []
        self._meet(self._drive.walk(), news, closed, cancel)
        self._bus.publish(DriveFound())
        losses = self._account_for(news, closed, accept_losses=accept_losses)
        return news, losses, len(closed)

    def _meet(
        self,
        entries: Iterable[Listed | Closed],
        news: Reconciliation,
        closed: list[Closed],
        cancel: Cancel,
    ) -> None:
        """Enter what is new or changed among entries, in batches, as they come.

        Raises DriveUnavailableError where the drive is lost: then nothing may be concluded.
        """
        batch: list[Listed] = []
        entered = told = self._clock.ticks()
        entries = iter(entries)
        while some := list(islice(entries, NAMES_BETWEEN_LOOKS)):
            batch += news.news(self._open(some, closed))
            if cancel():
                raise CancelledError
            now = self._clock.ticks()
            if len(batch) >= NAME_BATCH or now - entered >= NAME_SECONDS:
                self._enter(batch)
                batch, entered = [], self._clock.ticks()  # entering itself may take long
            if now - told >= PROGRESS_SECONDS:
                self._bus.publish(Progress(Stage.LISTING, news.seen))
                told = now
        renamed, new = news.respelled()
        for respelled in renamed:
            self._catalogue.rename(respelled.file, respelled.listed.path)
        self._enter([*batch, *new, *(respelled.listed for respelled in renamed)])

    def _open(self, entries: list[Listed | Closed], closed: list[Closed]) -> Sequence[Listed]:
        """The files among entries; what is closed is put aside."""
        files = [entry for entry in entries if isinstance(entry, Listed)]
        if len(files) < len(entries):
            for entry in entries:
                if isinstance(entry, Closed):
                    self._shut(entry, closed)
        return files

    def _shut(self, entry: Closed, closed: list[Closed]) -> None:
        if entry.lost:
            self._bus.publish(DriveLost(entry.why))
            raise DriveUnavailableError(
                "The drive stopped answering.", "Check the network or VPN, then look again."
            )
        closed.append(entry)

    def _enter(self, batch: Sequence[Listed]) -> None:
        if not batch:
            return
        self._reader.get_ready()
        files = self._catalogue.enter(batch, nanoseconds(self._clock.now()))
        self._index.put(name_entry(*pair) for pair in zip(files, batch, strict=True))
        self._agree(files)

    def _look_in(self, folder: str, *, accept_losses: bool = False) -> None:
        """Compare what lies directly in folder; go into subfolders only where they are new."""
        listing = self._drive.list(folder)
        if isinstance(listing, Closed):
            self._look_behind(listing)
            return
        known = self._catalogue.known(folder)
        inside = {path: each for path, each in known.items() if folder_of(path) == folder}
        familiar = {_child(path, folder) for path in known if path not in inside}
        vanished = familiar.difference(listing.folders)
        beneath = {p: each for p, each in known.items() if _child(p, folder) in vanished}
        news = Reconciliation(inside | beneath)
        closed = list(listing.closed)
        self._meet(listing.files, news, closed, never)
        for fresh in sorted(set(listing.folders) - familiar):
            self._meet(self._drive.walk(fresh), news, closed, never)
            self._bus.publish(DriveFound())
        self._account_for(news, closed, accept_losses=accept_losses)

    def _look_behind(self, closed: Closed) -> None:
        """A folder that a hint named cannot be listed: find out from above what became of it."""
        if closed.path and closed.gone:
            self._look_in(folder_of(closed.path))
        elif closed.path and not closed.lost:
            news = Reconciliation(self._catalogue.known(closed.path))
            self._account_for(news, [closed], accept_losses=False)
        else:
            self._bus.publish(DriveLost(closed.why))

    def _account_for(
        self, news: Reconciliation, closed: Sequence[Closed], *, accept_losses: bool
    ) -> Leftovers:
        """Say what became of known files that were not met; many at once are not believed."""
        losses = news.leftovers(closed)
        for why, files in losses.closed.items():
            self._lose(files, FileState.UNREACHABLE, why)
        if not accept_losses and self._is_mass(losses.gone):
            self._bus.publish(
                LossesDoubted(
                    f"{len(losses.gone):,} files are not where they were, so nothing was changed.",
                    "If they really are gone, look again and say that they are gone.",
                )
            )
            return Leftovers((), losses.closed)
        self._lose(losses.gone, FileState.NOT_SEEN, "")
        return losses

    def _is_mass(self, gone: Sequence[int]) -> bool:
        """Tell whether more is gone at once than people delete; what they moved is not gone."""
        if len(gone) < ALL_LEAST:
            return False
        files = self._catalogue.count_present()
        if len(gone) < files and not _is_much(len(gone), files):
            return False
        lost = self._not_elsewhere(gone)
        return len(gone) == files or _is_much(lost, files)

    def _not_elsewhere(self, gone: Sequence[int]) -> int:
        """How many of these files lie nowhere else under the same name, size and time."""
        missed = set(gone)
        left: set[tuple[str, int, int]] = set()
        lost: list[tuple[str, int, int]] = []
        for path, known in self._catalogue.known().items():
            looks = name_of(path), known.size, known.modified
            if known.file in missed:
                lost.append(looks)
            elif known.state is FileState.PRESENT:
                left.add(looks)
        return sum(looks not in left for looks in lost)

    def _lose(self, files: Sequence[int], state: FileState, why: str) -> None:
        if files:
            self._catalogue.lose(files, state, why)
            self._index.remove(files)
            self._agree(files)

    def _agree(self, files: Sequence[int]) -> None:
        self._index.commit()
        self._catalogue.agreed(files)
        self._tell()

    def _tell(self) -> None:
        tally = self._catalogue.tally()
        self._bus.publish(IndexChanged(tally.files, tally.read))


def _is_much(gone: int, files: int) -> bool:
    return gone >= MASS_LEAST and gone > MASS_SHARE * files


def _child(path: str, folder: str) -> str:
    """The folder directly in folder that path lies beneath."""
    start = len(folder) + 1 if folder else 0
    end = path.find("/", start)
    return path if end < 0 else path[:end]
