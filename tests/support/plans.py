"""Plans on a real folder, and facts of a drive that is none, for tests."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from indexers.links import LARGEST, LINKED, links_in, relinked
from librarian.adapters.archive_labels import FolderLabels
from librarian.adapters.moved_files import FolderMoves
from librarian.adapters.owner_files import DriveOwnerFiles
from librarian.application.archive_labels import Labeller
from librarian.application.contracting import Contractor
from librarian.application.contracting_doing import Deciders, Doer
from librarian.application.linking import LinkMender, LinkReading
from librarian.application.planning import DriveFacts, Planner
from librarian.domain.document_types import usual_months
from librarian.domain.documents import Document
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.paths import is_passed_over, key
from librarian.domain.planning import SeenFile
from tests.support.fakes import FakeStore

if TYPE_CHECKING:
    from tests.support.history_fakes import ActingDesk


def plans_of(desk: ActingDesk) -> tuple[Planner, Contractor]:
    """Who plans and who carries out, on the folder and with the disk of a desk."""
    moves = FolderMoves(desk.root, desk.disk)
    mender = LinkMender(
        catalogue=desk.catalogue,
        managed=desk.managed,
        files=desk.files,
        store=desk.store,
        locate=desk.drive.locate,
        reading=LinkReading(links_in, relinked, LINKED, LARGEST),
        cache=FakeStore(),
        scratch=desk.root.parent / "scratch",
    )
    doer = Doer(
        managed=desk.managed,
        hands=desk.hands,
        moves=moves,
        files=desk.files,
        owner_files=DriveOwnerFiles(desk.drive, desk.clock),
        deciders=Deciders(desk.publisher, desk.restorer, desk.holder, desk.owners),
        record_links=mender.record,
    )
    contractor = Contractor(
        managed=desk.managed,
        hands=desk.hands,
        doer=doer,
        moves=moves,
        is_there=desk.drive.is_there,
        alone=nullcontext,
        clock=desk.clock,
        desk=desk.desk,
        after=Labeller(managed=desk.managed, files=FolderLabels(desk.root)).refresh,
    )
    planner = Planner(
        store=FakeStore(),
        facts=lambda paths: DriveFacts(
            catalogue=desk.catalogue,
            managed=desk.managed,
            files=desk.files,
            moves=moves,
            due=desk.owners.due,
            paths=paths,
        ),
        managed=desk.managed,
        clock=desk.clock,
        widen=mender.widen,
    )
    return planner, contractor


@dataclass
class MadeUpFacts:
    """A drive that is told of: its files, and the documents that people decided about."""

    files: dict[str, SeenFile] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    archive: str = "Archive"

    def seen(self, path: str) -> SeenFile | None:
        return self.files.get(key(path))

    def is_taken(self, path: str) -> bool:
        return key(path) in self.files or path in self.folders

    def is_file(self, path: str) -> bool:
        return key(path) in self.files

    def document(self, path: str) -> Document | None:
        return self.documents.get(key(path))

    def due(self, document: Document) -> date | None:
        return document.due(usual_months)


def a_drive(*paths: str, alike: tuple[str, ...] = ()) -> MadeUpFacts:
    """A drive with these files; those that are `alike` say the same."""
    files = {
        key(path): SeenFile(path, f"sha of {path}", "alike" if path in alike else path, 5, 7)
        for path in paths
    }
    return MadeUpFacts(files)


def look_at(desk: ActingDesk) -> None:
    """Have the catalogue know every file of the drive, as after a scan."""
    listed = [each for each in desk.drive.walk() if isinstance(each, Listed)]
    for path, known in desk.catalogue.known().items():
        if path not in {each.path for each in listed}:
            desk.catalogue.lose([known.file], FileState.NOT_SEEN, "")
    files = desk.catalogue.enter(listed, 1)
    readings = [reading_of((desk.root / each.path).read_bytes()) for each in listed]
    desk.catalogue.settle(list(zip(files, readings, strict=True)))


def reading_of(data: bytes) -> Reading:
    """What is in a file of plain text; one that begins with PERSONAL is filled in."""
    text = data.decode("utf-8", "replace").replace("\r", "")
    personal = ("name",) if data.startswith(b"PERSONAL") else ()
    return Reading(
        sha256(data).hexdigest(),
        sha256(data.replace(b"\r", b"")).hexdigest(),
        "text/plain",
        body="" if personal else text,
        personal=personal,
    )


def lying(desk: ActingDesk) -> dict[str, tuple[bytes, int, int]]:
    """Every file of the team with its bytes, its time and its rights."""
    return {
        str(place.relative_to(desk.root)): (
            place.read_bytes(),
            place.stat().st_mtime_ns,
            place.stat().st_mode,
        )
        for place in desk.root.rglob("*")
        if place.is_file() and ".librarian" not in place.parts and not is_passed_over(place.name)
    }
