"""What the team's acts say of each document and file; read from the ledger, held in memory.

Everybody may ask from any thread; `refresh` takes in what is new and swaps the whole at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Protocol

from librarian.application.adopting import Standing as DriveStanding
from librarian.application.keeping_ledger import News
from librarian.domain.acts import ANYBODYS, KINDS, Act, act_of
from librarian.domain.clocks import moment
from librarian.domain.curators import Curators
from librarian.domain.documents import Document, Done, Status, Version, in_time
from librarian.domain.documents_together import Documents, together
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Entry, Json
from librarian.domain.paths import key
from librarian.domain.searching import State
from librarian.domain.undoing import archived_by_plans

_STATES: Mapping[Status, State] = {
    Status.DRAFT: State.DRAFT,
    Status.APPROVED: State.CURRENT,
    Status.SUPERSEDED: State.SUPERSEDED,
    Status.ARCHIVED: State.ARCHIVED,
}


class SharedLedger(Protocol):
    """The ledger with what it says of who may do what."""

    who: str
    desk: str

    @property
    def rights(self) -> Curators: ...

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry: ...

    def poll(self) -> News: ...

    def standing(self) -> DriveStanding: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a file stands, as people have decided: never guessed.

    `edited` tells that it lies at the current version's place with other bytes. `at_home` tells
    that it is the document's own file rather than a copy that lies elsewhere.
    """

    document: Document
    version: Version
    state: State
    at_home: bool
    edited: bool = False

    @property
    def label(self) -> str:
        """The version's label."""
        return self.version.label

    @property
    def by(self) -> str:
        """Who decided so."""
        return self.version.who

    @property
    def at(self) -> datetime:
        """When that was."""
        return moment(self.version.since * 1_000_000)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Documents by where their files lie and by what is in them, and the acts that made them."""

    acts: Sequence[Done] = ()
    documents: Documents = field(default_factory=Documents)
    homes: Mapping[str, Document] = field(default_factory=dict)
    others: Mapping[str, tuple[Document, Version]] = field(default_factory=dict)
    contents: Mapping[str, tuple[Document, Version]] = field(default_factory=dict)
    archived: frozenset[str] = frozenset()


class Managed:
    """The documents that somebody looks after, as this desk has read of them."""

    def __init__(self, ledger: SharedLedger) -> None:
        self._ledger = ledger
        self._entries: dict[str, tuple[Entry, Act]] = {}
        self._shelf = _Shelf()
        self._lock = Lock()

    def refresh(self) -> News:
        """Take in what is new in the ledger, and tell it.

        Raises LibrarianError where the ledger cannot be read.
        """
        with self._lock:
            news = self._ledger.poll()
            changed = self._take(news.entries)
            for each in news.withdrawn:
                changed = self._entries.pop(each, None) is not None or changed
            if changed or news.rights_changed:
                self._fold()
            return news

    def take(self, *entries: Entry) -> None:
        """See acts that were put on record just now."""
        with self._lock:
            if self._take(entries):
                self._fold()

    def check_right(self) -> None:
        """Raise LibrarianError with a remedy where this person may not change documents here."""
        if self._ledger.rights.is_curator(self._ledger.who):
            return
        if self._ledger.standing() is DriveStanding.NOBODYS:
            raise LibrarianError(
                "Nobody looks after this drive yet.", "Business Support can begin to: adopt it."
            )
        keepers = " or ".join(self._ledger.rights.names) or "Business Support"
        raise LibrarianError("Only those who look after this drive may do that.", f"Ask {keepers}.")

    @property
    def acts(self) -> Sequence[Done]:
        """Every act that counts, in the order in which they count."""
        return self._shelf.acts

    @property
    def documents(self) -> Documents:
        """Every document, and what waits for a person."""
        return self._shelf.documents

    def document(self, name: str) -> Document | None:
        """The document with this id."""
        return self._shelf.documents.by_id.get(name)

    def at(self, path: str) -> Document | None:
        """The document whose current file, draft or archived version lies at path."""
        shelf, where = self._shelf, key(path)
        if where in shelf.homes:
            return shelf.homes[where]
        return shelf.others[where][0] if where in shelf.others else None

    def home(self, path: str) -> Document | None:
        """The document whose current file has its place at path."""
        return self._shelf.homes.get(key(path))

    def standing(self, path: str, sha256: str = "", canonical: str = "") -> Standing | None:
        """Where the file at path stands; its digests tell whether it is what was approved.

        Without digests it is taken for what was recorded there. A copy elsewhere is known by
        its bytes. None where nobody has decided anything about it.
        """
        shelf, where = self._shelf, key(path)
        if where in shelf.homes:
            return _at_home(shelf.homes[where], sha256, canonical)
        if where in shelf.others:
            document, version = shelf.others[where]
            return Standing(document, version, _STATES[version.status], at_home=True)
        for digest in (sha256, canonical):
            if digest and digest in shelf.contents:
                document, version = shelf.contents[digest]
                return Standing(document, version, _STATES[version.status], at_home=False)
        return None

    def beside(self, path: str) -> tuple[str, ...]:
        """The ids of documents that ever had this path, for one that begins there anew."""
        where = key(path)
        return tuple(
            name
            for name, document in self._shelf.documents.by_id.items()
            if any(key(each) == where for each in document.paths)
        )

    def is_archived(self, path: str) -> bool:
        """Whether a plan put the file at path into the archive, and it was not taken back."""
        return key(path) in self._shelf.archived

    def is_claimed(self, path: str) -> bool:
        """Whether an act put a version of a document there that is not the current one."""
        return key(path) in self._shelf.others

    def _take(self, entries: Sequence[Entry]) -> bool:
        changed = False
        for entry in entries:
            act = act_of(entry) if entry.kind in KINDS else None
            if act is not None:
                self._entries[entry.id] = (entry, act)
                changed = True
            elif self._entries.pop(entry.id, None):
                changed = True  # its payload was erased
        return changed

    def _fold(self) -> None:
        rights = self._ledger.rights
        done = [
            (entry, act)
            for entry, act in self._entries.values()
            if entry.kind in ANYBODYS or rights.had_right(entry.who, entry.stamp)
        ]
        self._shelf = _shelved(in_time(done))


def _at_home(document: Document, sha256: str, canonical: str) -> Standing | None:
    version = document.current
    if version is None:
        drafts = [each for each in document.drafts if key(each.path) == key(document.path)]
        if not drafts:
            return None
        return Standing(document, drafts[-1], State.DRAFT, at_home=True)
    edited = bool(sha256) and not version.matches(sha256, canonical)
    return Standing(document, version, State.CURRENT, at_home=True, edited=edited)


def _shelved(acts: Sequence[Done]) -> _Shelf:
    documents = together(acts)
    each = sorted(documents.by_id.values(), key=lambda document: document.id)
    homes = {key(document.path): document for document in each}
    others: dict[str, tuple[Document, Version]] = {}
    contents: dict[str, tuple[Document, Version]] = {}
    for document in each:
        for version in document.versions:
            if version.path and version.status is not Status.APPROVED:
                others[key(version.path)] = document, version
            _note(contents, document, version)
    return _Shelf(acts, documents, homes, others, contents, archived_by_plans(acts))


def _note(
    contents: dict[str, tuple[Document, Version]], document: Document, version: Version
) -> None:
    """Remember whose content this is; of several, the one that is current."""
    for digest in (version.sha256, version.canonical):
        known = contents.get(digest)
        if digest and (known is None or known[1].status is not Status.APPROVED):
            contents[digest] = document, version
