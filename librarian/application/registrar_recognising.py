"""Recognising a file that nobody has decided about: by its content among the drive's files."""

from pathlib import Path

from librarian.application.about import Known, Recognised
from librarian.application.comparing import compared
from librarian.application.lineages import Genealogist
from librarian.application.managed_looking import Examiner
from librarian.application.ports import Catalogue, Drive, Record
from librarian.domain.clocks import moment
from librarian.domain.errors import LibrarianError
from librarian.domain.files import Reading
from librarian.domain.lineage import Lineage, Looks
from librarian.domain.names import plain_title

_KNOWN = {
    Looks.ONLY: Known.LATEST,
    Looks.NEWEST: Known.LATEST,
    Looks.OLDER: Known.OLDER,
    Looks.DRAFT: Known.DRAFT,
    Looks.UNSURE: Known.LATEST,
}


class Undecided:
    """Tells what a file looks like to be, where only the files themselves can say so."""

    def __init__(
        self, *, examiner: Examiner, genealogist: Genealogist, catalogue: Catalogue, drive: Drive
    ) -> None:
        self._examiner = examiner
        self._genealogist = genealogist
        self._catalogue = catalogue
        self._drive = drive

    def recognise(self, file: Path) -> Recognised:
        """What a file from anywhere looks like to be."""
        reading = self._examiner.read(file, file.name)
        if reading.personal:
            return Recognised(file.name, Known.UNKNOWN)
        same = self._catalogue.with_content(reading.sha256, reading.canonical)
        for record in same:
            lineage = self._genealogist.lineage_of(record.file)
            return self._told(file, reading, record, lineage)
        return Recognised(file.name, Known.UNKNOWN)

    def _told(
        self, file: Path, reading: Reading, record: Record, lineage: Lineage | None
    ) -> Recognised:
        if lineage is None:
            path = record.listed.path
            return Recognised(file.name, Known.LATEST, path, plain_title(path))
        places = self._genealogist.places([record.file])
        known = _KNOWN[places[record.file].looks]
        head = lineage.editions[lineage.head]
        return Recognised(
            name=file.name,
            known=known,
            path=head.path,
            title=lineage.title,
            label=head.label,
            since=moment(record.listed.modified),
            changes=self._changes(reading, head.path) if known is Known.OLDER else None,
        )

    def _changes(self, reading: Reading, path: str) -> int | None:
        try:
            later = self._examiner.read(self._drive.locate(path), path)
            return len(compared(reading, later).changes)
        except LibrarianError:
            return None  # without text, or away: nothing to count
