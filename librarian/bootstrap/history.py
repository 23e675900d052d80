"""Puts together what the team's shared history is made of, for one drive."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Final
from uuid import uuid4

from indexers.detection import personal_data
from indexers.isolation import IsolatedReader
from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.clock import SystemClock
from librarian.adapters.drive import FolderDrive
from librarian.adapters.drive_writing import Disk
from librarian.adapters.managed_files import FolderFiles
from librarian.adapters.messages import MessageFolder
from librarian.adapters.owner_files import DriveOwnerFiles
from librarian.adapters.store import JsonStore
from librarian.adapters.version_store import FolderVersionStore
from librarian.adapters.writer_lock import only_writer
from librarian.application.archiving import Archivist
from librarian.application.carrying_out import Hands
from librarian.application.comparing import Comparer
from librarian.application.contracting_doing import Deciders
from librarian.application.copies import Copies
from librarian.application.copies_recognised import Recogniser
from librarian.application.history import History
from librarian.application.holding import Holder
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.lineages import Genealogist
from librarian.application.managed import Managed
from librarian.application.managed_deciding import Decider
from librarian.application.managed_looking import Examiner
from librarian.application.managed_serving import Lender
from librarian.application.owning import Owners
from librarian.application.ports import Bus
from librarian.application.publishing import Publisher
from librarian.application.recovering import Recoverer
from librarian.application.restoring import Restorer
from librarian.application.retention import AskRetention
from librarian.application.upkeep_history import Listener
from librarian.application.wishing import Postbox
from librarian.bootstrap.plans import open_plans
from librarian.domain.document_types import AskMonths
from librarian.domain.extraction import Block, Shape
from librarian.domain.lineage import Known
from librarian.domain.vocabulary import Vocabulary

_CLOCK: Final = SystemClock()


def open_history(
    *,
    drive: FolderDrive,
    catalogue: SqliteCatalogue,
    vocabulary: Vocabulary,
    ledger: LedgerKeeper,
    genealogist: Genealogist,
    place: Path,
    retention: AskRetention,
    months: AskMonths,
) -> History:
    """Return the history of a drive; `place` is its data folder."""
    managed = Managed(ledger)
    store = FolderVersionStore(drive.root, Disk())
    files = FolderFiles(drive.root, store, Disk())
    reader = IsolatedReader(vocabulary, workers=1)
    examiner = Examiner(files=files, catalogue=catalogue, drive=drive, reader=reader)
    hands = Hands(
        ledger=ledger,
        files=files,
        managed=managed,
        alone=lambda: only_writer(place / "acts", "a change to a document"),
    )
    lender = Lender(
        managed=managed,
        looking=examiner,
        files=files,
        store=store,
        drive=drive,
        shelf=place / "lent",
    )
    copies = Copies(
        store=JsonStore(place / "own"),
        managed=managed,
        lender=lender,
        files=files,
        drive=drive,
        clock=_CLOCK,
    )
    comparer = Comparer(managed=managed, examiner=examiner, store=store, locate=drive.locate)

    def kin(path: str) -> Iterator[str]:
        origin = copies.origin(drive.locate(path))
        if origin:
            yield origin.path
        yield from _of_one_lineage(catalogue, genealogist, path)

    def close() -> None:
        reader.close()
        ledger.close()

    publisher = Publisher(
        managed=managed,
        hands=hands,
        examiner=examiner,
        store=store,
        files=files,
        locate=drive.locate,
        new_id=lambda: str(uuid4()),
        kin=kin,
    )
    restorer = Restorer(
        managed=managed,
        hands=hands,
        examiner=examiner,
        store=store,
        files=files,
        locate=drive.locate,
    )
    holder = Holder(managed=managed, hands=hands, looking=examiner)
    owners = Owners(managed=managed, hands=hands, clock=_CLOCK, months=months)
    owner_files = DriveOwnerFiles(drive, _CLOCK)
    plans = open_plans(
        drive=drive,
        catalogue=catalogue,
        managed=managed,
        hands=hands,
        files=files,
        store=store,
        owner_files=owner_files,
        deciders=Deciders(publisher, restorer, holder, owners),
        place=place,
        ledger=ledger,
        retention=retention,
    )
    return History(
        ledger=ledger,
        managed=managed,
        publisher=publisher,
        restorer=restorer,
        archivist=Archivist(
            managed=managed,
            hands=hands,
            examiner=examiner,
            store=store,
            files=files,
            locate=drive.locate,
        ),
        holder=holder,
        postbox=Postbox(
            ledger=ledger,
            managed=managed,
            hands=hands,
            looking=examiner,
            messages=MessageFolder(place / "messages"),
            told=JsonStore(place / "own"),
            locate=drive.locate,
            list_folder=drive.list,
            looks_personal=lambda words: bool(personal_data([Block(Shape.PARAGRAPH, words)])),
        ),
        owners=owners,
        comparer=comparer,
        copies=copies,
        recogniser=Recogniser(
            managed=managed,
            examiner=examiner,
            comparer=comparer,
            copies=copies,
            catalogue=catalogue,
        ),
        lender=lender,
        owner_files=owner_files,
        planner=plans.planner,
        contractor=plans.contractor,
        disposer=plans.disposer,
        labeller=plans.labeller,
        recoverer=Recoverer(
            managed=managed, hands=hands, desk=ledger.desk, resume=plans.contractor.resume
        ),
        decider=Decider(managed=managed, catalogue=catalogue, desk=ledger.desk),
        examiner=examiner,
        store=store,
        hands=hands,
        close=close,
    )


def _of_one_lineage(
    catalogue: SqliteCatalogue, genealogist: Genealogist, path: str
) -> Iterator[str]:
    """Paths of files that strong signs make versions of one document with the file at path."""
    record = catalogue.record(path)
    place = genealogist.places([record.file]).get(record.file) if record else None
    if place and place.known is Known.INFERRED:
        for each in genealogist.families([place.file]).get(place.lineage, ()):
            if each.path != path:
                yield each.path


@contextmanager
def listening(history: History, bus: Bus) -> Iterator[None]:
    """Hear what other desks do, on a thread of its own, for as long as the block runs."""
    listener = Listener(recoverer=history.recoverer, bus=bus)
    thread = Thread(target=listener.run, name="listener", daemon=True)
    thread.start()
    try:
        yield
    finally:
        listener.stop()
        thread.join()
