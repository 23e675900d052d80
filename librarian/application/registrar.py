"""Tells all about one document, and does with it what a page asks.

What people decided comes from the shared history; what only looks so, from the files. Neither is
ever shown as the other.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from librarian.application.about import (
    About,
    Comparison,
    Edition,
    Known,
    LeftBehind,
    OpenElsewhere,
    Recognised,
    Sent,
    WishShown,
)
from librarian.application.adopting import Standing as DriveStanding
from librarian.application.copies_recognised import Known as Found
from librarian.application.history import History
from librarian.application.lineages import Genealogist
from librarian.application.overseeing import STILL_RIGHT, urgency
from librarian.application.ports import Bus, Catalogue, Clock, Drive, Record
from librarian.application.registrar_comparing import side_by_side
from librarian.application.registrar_editions import (
    Editions,
    confirmed_editions,
    copies_of,
    inferred_editions,
)
from librarian.application.registrar_missing import is_missing, lies_at
from librarian.application.registrar_recognising import Undecided
from librarian.domain.clocks import moment
from librarian.domain.documents import Document
from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged
from librarian.domain.files import Reading
from librarian.domain.history_changes import blocks_of
from librarian.domain.lineage import Lineage
from librarian.domain.names import plain_title
from librarian.domain.paths import key, name_of
from librarian.domain.vouching import owns

_log = logging.getLogger(__name__)
ASKED: Final = "Is this the current one?"
_KNOWN: Final = {
    Found.CURRENT: Known.CURRENT,
    Found.OLDER: Known.REPLACED,
    Found.DRAFT: Known.DRAFT,
    Found.CHANGED: Known.ALIKE,
    Found.UNKNOWN: Known.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a path: its record, its document, its lineage."""

    path: str
    record: Record | None
    document: Document | None
    lineage: Lineage | None

    @property
    def reading(self) -> Reading | None:
        return self.record.reading if self.record else None


class TeamRegistrar:
    """Shows and changes single documents of a team's drive."""

    def __init__(
        self,
        *,
        history: History,
        genealogist: Genealogist,
        catalogue: Catalogue,
        drive: Drive,
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._history = history
        self._genealogist = genealogist
        self._catalogue = catalogue
        self._drive = drive
        self._bus = bus
        self._clock = clock
        self._undecided = Undecided(
            examiner=history.examiner, genealogist=genealogist, catalogue=catalogue, drive=drive
        )

    def about(self, path: str) -> About:
        """All that is known of the document at path. Raises LibrarianError where there is none."""
        self._hear()
        found = self._found(path)
        if found.record is None and found.document is None:
            raise LibrarianError(
                f"{name_of(path)} is not known here any more.", "Look at the drive again."
            )
        editions = self._editions(found)
        home = self._home(found)
        ledger = self._history.ledger
        return About(
            path=home,
            title=found.document.title if found.document else plain_title(home),
            editions=editions.all,
            seen=self._seen(home),
            head=editions.head,
            copies=copies_of(found.lineage, home, found.document),
            question=self._question(found),
            edited=editions.edited,
            held=bool(found.document and found.document.held),
            open_elsewhere=self._open_elsewhere(home),
            owner=found.document.owner if found.document else "",
            deputy=found.document.deputy if found.document else "",
            phone=found.document.phone if found.document else "",
            review_due=self._history.owners.due(found.document) if found.document else None,
            missing_since=_missing_since(found.document),
            is_missing=is_missing(self._catalogue, found.document),
            lies_at=lies_at(self._history.managed, self._catalogue, found.document),
            may_vouch=self._may_vouch(found.document),
            wishes=tuple(self._wishes(found, home)),
            may_change=ledger.rights.is_curator(ledger.who)
            and ledger.standing() is DriveStanding.OURS,
            keepers=ledger.rights.names,
        )

    def compare(self, one: Edition, other: Edition) -> Comparison:
        """Two versions side by side. Raises LibrarianError where one cannot be read as text."""
        return side_by_side(self._read(one), self._read(other))

    def read(self, edition: Edition) -> tuple[str, ...]:
        """A version's text, block by block. Raises LibrarianError where it has none."""
        body = self._read(edition).body
        if not body:
            raise LibrarianError("It has no text that can be shown here.", "Open it to see it.")
        return blocks_of(body)

    def confirm(self, path: str, *, note: str = "", seen: str = "", of: str = "") -> None:
        """Make the file at path the current version of its document, or of the one at `of`."""
        self._history.publisher.approve(path, note=note, seen=seen, of=of)
        self._tell()

    def put_forward(self, path: str, *, note: str = "", seen: str = "", of: str = "") -> None:
        """Record the file at path as a draft of its document, or of the one at `of`."""
        self._history.publisher.publish(path, note=note, seen=seen, of=of)
        self._tell()

    def restore(self, path: str, edition: Edition, *, note: str = "", seen: str = "") -> None:
        """Make a recorded version of the document at path current again."""
        self._history.restorer.restore(path, edition.sha256, note=note, seen=seen)
        self._tell()

    def put_back(self, path: str, *, seen: str = "") -> None:
        """Put the confirmed bytes back where somebody changed the file."""
        self._history.restorer.put_back(path, seen=seen)
        self._tell()

    def follow(self, path: str, to: str) -> None:
        """The document at path has its place at `to` from now on: somebody moved its file."""
        self._history.holder.follow(path, to)
        self._tell()

    def hold(self, path: str, *, on: bool) -> None:
        """Keep the document where and as it is, or let it go again."""
        self._history.holder.hold(path, on=on)
        self._tell()

    def ask_to_confirm(self, path: str, *, seen: str = "") -> Sent:
        """Ask those who look after the drive whether this is the current one."""
        return self._told(self._history.postbox.ask_to_confirm(path, seen=seen))

    def suggest(self, path: str, note: str, *, seen: str = "") -> Sent:
        """Tell those who look after the drive what should be otherwise."""
        return self._told(self._history.postbox.suggest(path, note, seen=seen))

    def report(self, path: str, note: str) -> Sent:
        """Tell those who look after the drive that something is wrong with the file."""
        return self._told(self._history.postbox.report(path, note))

    def vouch(self, path: str) -> Sent | None:
        """Say that the document at path is still right; None where that settled it at once."""
        ledger = self._history.ledger
        if ledger.rights.is_curator(ledger.who):
            self._history.owners.review(path, note=STILL_RIGHT)
            self._tell()
            return None
        sent = self._told(self._history.owners.vouch(path, self._history.postbox.vouch))
        document = self._history.managed.at(path)
        return None if document and owns(ledger.who, document) and not sent.message else sent

    def answer(self, wish: str) -> None:
        """A reader's wish was dealt with."""
        self._history.postbox.answer(wish)
        self._tell()

    def change_template(self, path: str) -> str:
        """Begin the next version of the document at path; return where its draft lies."""
        draft = self._history.copies.change_template(path)
        self._tell()
        return draft

    def save_dated_copy(self, path: str, folder: Path) -> Path:
        """Put a copy with today's date in its name into folder, and return where it lies."""
        return self._history.copies.dated_copy(path, folder)

    def left_behind(self) -> tuple[LeftBehind, ...]:
        """Copies made here whose original has moved on, until `forget` was told of them."""
        self._hear()
        return tuple(
            LeftBehind(each.copy, each.path, each.label, each.by, each.since)
            for each in self._history.copies.moved_on()
        )

    def forget(self, copy: Path) -> None:
        """Tell nothing about this copy any more."""
        self._history.copies.forget(copy)

    def recognise(self, file: Path) -> Recognised:
        """What a file from anywhere is."""
        found = self._history.recogniser.recognise_dropped(file)
        if found.known is Found.UNKNOWN:
            return self._undecided.recognise(file)
        return Recognised(
            name=file.name,
            known=_KNOWN[found.known],
            path=found.current,
            title=found.title,
            label=found.label,
            since=found.replaced,
            changes=found.changes,
        )

    # How

    def _told(self, sent: Sent) -> Sent:
        """Tell of a wish that went on record."""
        if sent.message is None:
            self._tell()
        return sent

    def _tell(self) -> None:
        self._bus.publish(DocumentsChanged())

    def _hear(self) -> None:
        """Take in what others did, for everybody; while the drive is away, what is known does."""
        try:
            news = self._history.managed.refresh()
        except LibrarianError as error:
            _log.info("The history could not be read: %s.", type(error).__name__)
            return
        if news.entries or news.withdrawn or news.rights_changed:
            self._tell()

    def _found(self, path: str) -> _Found:
        record = self._catalogue.record(path)
        reading = record.reading if record else None
        digests = (reading.sha256, reading.canonical) if reading else ("", "")
        standing = self._history.managed.standing(path, *digests)
        document = standing.document if standing else self._history.managed.at(path)
        if document is None and record is None:  # its file moved when another became current
            before = self._history.managed.beside(path)
            document = self._history.managed.document(before[-1]) if before else None
        lineage = self._genealogist.lineage_of(record.file) if record else None
        document = document or self._decided_in(lineage)
        home = record
        if document and (record is None or key(document.path) != key(path)):
            home = self._catalogue.record(document.path) or record
        if home and home is not record:
            lineage = self._genealogist.lineage_of(home.file)
        return _Found(path, record, document, lineage)

    def _decided_in(self, lineage: Lineage | None) -> Document | None:
        """The document that people decided about among files that look like one document."""
        editions = lineage.editions if lineage else ()
        paths = (path for each in editions for path in (each.path, *(c.path for c in each.copies)))
        found = (self._history.managed.at(path) for path in paths)
        return next((document for document in found if document), None)

    def _home(self, found: _Found) -> str:
        if found.document:
            return found.document.path
        return found.lineage.editions[found.lineage.head].path if found.lineage else found.path

    def _editions(self, found: _Found) -> Editions:
        if found.document is None:
            return inferred_editions(found.lineage, found.path, self._catalogue)
        return confirmed_editions(
            found.document, found.lineage, self._catalogue, self._history.store.has
        )

    def _seen(self, path: str) -> str:
        record = self._catalogue.record(path)
        return record.reading.sha256 if record and record.reading else ""

    def _question(self, found: _Found) -> str:
        if found.document:
            asked = self._history.managed.documents.questions
            return next((each.what for each in asked if each.document == found.document.id), "")
        return found.lineage.question if found.lineage else ""

    def _open_elsewhere(self, path: str) -> OpenElsewhere | None:
        found = self._history.owner_files.who_has_open(path)
        if found is None or not found.who:
            return None
        return OpenElsewhere(found.who, moment(found.since), found.doubtful)

    def _may_vouch(self, document: Document | None) -> bool:
        ledger = self._history.ledger
        if document is None or document.current is None:
            return False
        if ledger.standing() is not DriveStanding.OURS:
            return False
        today = self._clock.now().astimezone().date()
        due = self._history.owners.due(document)
        is_due = due is not None and urgency(due, today) is not None
        return is_due or owns(ledger.who, document)

    def _wishes(self, found: _Found, home: str) -> Iterator[WishShown]:
        document = found.document
        paths = {key(each) for each in (home, found.path, *(document.paths if document else ()))}
        for wish in self._history.managed.documents.wishes:
            if key(wish.path) in paths:
                at = moment(wish.at * 1_000_000)
                yield WishShown(wish.entry, wish.who, at, wish.note or ASKED)

    def _read(self, edition: Edition) -> Reading:
        """A version with its text: from the drive where it lies there, else as it was recorded."""
        managed = self._history.managed
        standing = managed.standing("", edition.sha256) if edition.recorded else None
        if standing:
            return self._history.comparer.read_version(standing.document.path, edition.sha256)
        place = self._drive.locate(edition.path)
        return self._history.examiner.read(place, edition.path)


def _missing_since(document: Document | None) -> datetime | None:
    """Since when the file of a confirmed document is gone; None where it is there."""
    if document is None or document.missing_since is None:
        return None
    return moment(document.missing_since * 1_000_000)
