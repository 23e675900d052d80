"""What waits for those who look after the drive: edits nobody approved, files gone, two at once."""

from dataclasses import dataclass
from enum import StrEnum

from librarian.application.managed import Managed
from librarian.application.ports import Catalogue
from librarian.application.registrar_missing import lies_at
from librarian.domain.documents import Document, Version
from librarian.domain.files import FileState
from librarian.domain.paths import key


class Matter(StrEnum):
    """What is to be decided."""

    EDITED = "edited"
    """The approved file was changed: make it the next version, or put the approved one back."""
    MISSING = "missing"
    """The approved file is not in its place: put it back, or say where it lies now."""
    RIVALS = "rivals"
    """Two people approved at once: approve the one that counts."""
    UNFINISHED = "unfinished"
    """Another desk began an act and did not end it; it ends it when it starts again."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to decide: about which document, and the digest of what lies there now."""

    matter: Matter
    document: str
    path: str
    seen: str = ""
    since: int | None = None
    """Since when a complete look at the drive misses its file, in milliseconds since 1970."""
    lies_at: str = ""
    """Where a missing file seems to lie now, since somebody moved it."""


class Decider:
    """Lists what waits; quick, from what the last scan saw."""

    def __init__(self, *, managed: Managed, catalogue: Catalogue, desk: str) -> None:
        self._managed = managed
        self._catalogue = catalogue
        self._desk = desk

    def waiting(self) -> tuple[Decision, ...]:
        """Everything that waits for a decision, by path."""
        documents = self._managed.documents
        found = [
            decision
            for document in documents.by_id.values()
            if document.current
            for decision in self._about(document, document.current)
        ]
        for each in documents.unfinished:
            name, path = (str(each.intended.act.get(part, "")) for part in ("document", "path"))
            if each.entry.stamp.desk != self._desk:
                found.append(Decision(Matter.UNFINISHED, name, path))
        return tuple(sorted(found, key=lambda decision: (key(decision.path), decision.matter)))

    def _about(self, document: Document, current: Version) -> list[Decision]:
        found = []
        if document.rivals:
            found.append(Decision(Matter.RIVALS, document.id, document.path, current.sha256))
        record = self._catalogue.record(document.path)
        if record is None or record.state is FileState.UNREACHABLE:
            return found  # not seen yet, or closed to us just now: nothing may be concluded
        if record.state is FileState.NOT_SEEN:
            since = document.missing_since
            place = lies_at(self._managed, self._catalogue, document)
            missing = Decision(Matter.MISSING, document.id, document.path, "", since, place)
            return [*found, missing]
        reading = record.reading
        if reading and reading.sha256 and not current.matches(reading.sha256, reading.canonical):
            path = record.listed.path
            found.append(Decision(Matter.EDITED, document.id, path, reading.sha256))
        return found
