"""Puts together what plans are made and carried out with, for one drive."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from indexers.links import LARGEST, LINKED, links_in, relinked
from librarian.adapters.archive_labels import FolderLabels
from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.clock import SystemClock
from librarian.adapters.drive import FolderDrive
from librarian.adapters.drive_writing import Disk
from librarian.adapters.moved_files import FolderMoves
from librarian.adapters.store import JsonStore
from librarian.adapters.writer_lock import only_writer
from librarian.application.archive_labels import Labeller
from librarian.application.carrying_out import Hands
from librarian.application.contracting import Contractor
from librarian.application.contracting_doing import Deciders, Doer
from librarian.application.disposing import Disposer
from librarian.application.history_ports import ManagedFiles, OwnerFiles, VersionStore
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.linking import LinkMender, LinkReading
from librarian.application.managed import Managed
from librarian.application.planning import DriveFacts, Planner
from librarian.application.retention import AskRetention

_CLOCK: Final = SystemClock()
_WAIT: Final = 1.0
"""Seconds that a second process of this desk waits for the one that makes changes."""


@dataclass(frozen=True, slots=True)
class Plans:
    """Who makes plans, who carries them out, and who destroys what two agreed about."""

    planner: Planner
    contractor: Contractor
    disposer: Disposer
    labeller: Labeller


def open_plans(
    *,
    drive: FolderDrive,
    catalogue: SqliteCatalogue,
    managed: Managed,
    hands: Hands,
    files: ManagedFiles,
    store: VersionStore,
    owner_files: OwnerFiles,
    deciders: Deciders,
    place: Path,
    ledger: LedgerKeeper,
    retention: AskRetention,
) -> Plans:
    """Return the plans of a drive; `place` is its data folder."""
    moves = FolderMoves(drive.root, Disk())
    mender = LinkMender(
        catalogue=catalogue,
        managed=managed,
        files=files,
        store=store,
        locate=drive.locate,
        reading=LinkReading(links_in, relinked, LINKED, LARGEST),
        cache=JsonStore(place),
        scratch=place / "scratch",
    )
    doer = Doer(
        managed=managed,
        hands=hands,
        moves=moves,
        files=files,
        owner_files=owner_files,
        deciders=deciders,
        record_links=mender.record,
    )
    labeller = Labeller(managed=managed, files=FolderLabels(drive.root))
    contractor = Contractor(
        managed=managed,
        hands=hands,
        doer=doer,
        moves=moves,
        is_there=drive.is_there,
        alone=lambda: only_writer(place / "plans", "changes to many files", _WAIT),
        clock=_CLOCK,
        desk=ledger.desk,
        after=labeller.refresh,
    )
    planner = Planner(
        store=JsonStore(place / "own" / "plans"),
        facts=lambda paths: DriveFacts(
            catalogue=catalogue,
            managed=managed,
            files=files,
            moves=moves,
            due=deciders.owners.due,
            paths=paths,
        ),
        managed=managed,
        clock=_CLOCK,
        widen=mender.widen,
    )
    disposer = Disposer(
        ledger=ledger,
        managed=managed,
        hands=hands,
        files=moves,
        store=store,
        clock=_CLOCK,
        retention=retention,
    )
    return Plans(planner, contractor, disposer, labeller)
