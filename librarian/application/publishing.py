"""Publishing and approving: a version is recorded as a draft, or made the current one.

Bytes are stored before anything else. The current version keeps its path for life; the one
before goes to the archive in the same act, read-only and with its label in its name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from librarian.application.carrying_out import Hands
from librarian.application.history_ports import ManagedFiles, VersionStore
from librarian.application.managed import Managed
from librarian.application.managed_looking import Examiner, Seen
from librarian.domain.acts import Approved, Published
from librarian.domain.acts_steps import Place, Remove, Replace, Step
from librarian.domain.documents import Document, Version
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.labels import FIRST_DRAFT, Label
from librarian.domain.ledger import Entry
from librarian.domain.name_marks import Mark, read_name
from librarian.domain.paths import extension_of, is_within, key, name_of
from librarian.domain.searching import State

ARCHIVE: Final = "Archive"

Kin = Callable[[str], Iterable[str]]
"""Paths of files that are surely versions of the same document as the file at a path."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act has done: its entry, and where the document stands now."""

    entry: str
    document: str
    label: str
    status: str
    path: str


class Publisher:
    """Records drafts and approves versions, for those who look after the drive."""

    def __init__(
        self,
        *,
        managed: Managed,
        hands: Hands,
        examiner: Examiner,
        store: VersionStore,
        files: ManagedFiles,
        locate: Callable[[str], Path],
        new_id: Callable[[], str],
        kin: Kin,
    ) -> None:
        self._managed = managed
        self._hands = hands
        self._examiner = examiner
        self._store = store
        self._files = files
        self._locate = locate
        self._new_id = new_id
        self._kin = kin

    def publish(
        self, path: str, *, label: str = "", note: str = "", seen: str = "", of: str = ""
    ) -> Outcome:
        """Record the file at path as a draft, of the document whose file lies at `of` if given.

        With `of` its own path it begins a document, whatever it looks like.
        `seen` is the digest of what the person saw; another is refused with ChangedError.
        """
        with self._hands.alone():
            found, document = self._begin(path, seen, of)
            digest = found.reading.sha256
            known = next((each for each in _contents(document) if each.sha256 == digest), None)
            if known is not None:
                raise LibrarianError(
                    f"{name_of(path)} is recorded already, as {known.label}.", "Nothing more to do."
                )
            draft = _draft_label(document, label)
            self._store.put(self._locate(found.path), digest)
            entry = self._hands.record(
                Published(
                    document=document.id if document else self._new_id(),
                    path=found.path,
                    sha256=digest,
                    canonical=found.reading.canonical,
                    label=str(draft),
                    note=note,
                    beside=() if document else self._managed.beside(found.path),
                )
            )
            return self._outcome(entry, str(draft), "draft", found.path)

    def approve(self, path: str, *, note: str = "", seen: str = "", of: str = "") -> Outcome:
        """Make the file at path the current version; the one before is superseded and archived.

        A draft that lies elsewhere takes the current file's place, and its own goes away.
        `seen` is the digest of what the person saw; another is refused with ChangedError.
        """
        with self._hands.alone():
            found, document = self._begin(path, seen, of)
            self._check_is_new(found, document)
            self._store.put(self._locate(found.path), found.reading.sha256)
            return self._approve(found, document, note)

    def _begin(self, path: str, seen: str, of: str) -> tuple[Seen, Document | None]:
        self._managed.refresh()
        self._managed.check_right()
        found = self._examiner.look_to_record(path, seen)
        document = self._managed.at(of or found.path) or self._related(of, found.path)
        if document is None and of and key(of) != key(found.path):
            raise LibrarianError(
                f"Nobody has recorded {name_of(of)} so far.", "Confirm that file first."
            )
        if is_archived(found.path):
            raise LibrarianError(
                f"{name_of(path)} lies in the archive.",
                "Restore that version, or copy the file to where it belongs first.",
            )
        return found, document

    def _related(self, of: str, path: str) -> Document | None:
        """The document whose next version this surely is, unless it is named as its own."""
        found = () if of else (self._managed.at(each) for each in self._kin(path))
        return next((document for document in found if document), None)

    def _check_is_new(self, found: Seen, document: Document | None) -> None:
        """Refuse what is approved already, here or as the content of another document."""
        reading = found.reading
        current = document.current if document else None
        if current and current.matches(reading.sha256, reading.canonical) and not _asked(document):
            raise LibrarianError(
                f"{name_of(found.path)} is confirmed already, as {current.label}.",
                "Nothing more to do.",
            )
        known = None if document else self._managed.standing("", reading.sha256, reading.canonical)
        if known and known.state is not State.DRAFT:
            home = known.document.path
            raise LibrarianError(
                f"{name_of(found.path)} is a copy of {home}, {known.label}.",
                "Use that one. To make an older version count again, restore it.",
            )

    def _approve(self, found: Seen, document: Document | None, note: str) -> Outcome:
        home = self._home(document, found.path)
        before = document.current if document else None
        archived, steps = "", list[Step]()
        if document and before:
            archived = archive_path(self._files, document.path, before)
            steps.append(Place(archived, before.sha256, read_only=True))
        if key(home) != key(found.path):
            steps += self._moved_home(found, home, before)
        elif document and before and key(document.path) != key(home):
            steps += self._left_home(document.path, before)
        act = Approved(
            document=document.id if document else self._new_id(),
            path=home,
            sha256=found.reading.sha256,
            canonical=found.reading.canonical,
            label=str(_approved_label(document, found.reading.sha256)),
            note=note,
            before=before.entry if before else "",
            archived=archived,
            taken_from=found.path if key(home) != key(found.path) else "",
            beside=() if document else self._managed.beside(found.path),
        )
        entry = self._hands.carry_out(act, steps)
        return self._outcome(entry, act.label, "approved", home)

    def _home(self, document: Document | None, path: str) -> str:
        """Where the current file lies for life, as the drive spells it.

        A name that says which version it is would lie from now on: then the new one's counts.
        """
        if document is None or document.current is None or _will_lie(document.path, path):
            return path
        return self._files.spelled(document.path) or document.path

    def _moved_home(self, found: Seen, home: str, before: Version | None) -> list[Step]:
        """The moves that bring a draft to the current file's place."""
        there = self._files.digest(home)
        away = Remove(found.path, found.reading.sha256)
        if there is None:
            return [Place(home, found.reading.sha256), away]
        if not self._is_recorded(home, there, before):
            raise ChangedError(
                f"Somebody has changed {name_of(home)} since it was confirmed.",
                "Decide first what is to become of that change.",
            )
        return [Replace(home, there, found.reading.sha256), away]

    def _left_home(self, old: str, before: Version) -> list[Step]:
        """The move that takes the one before from its place; what is not recorded stays."""
        there = self._files.digest(old)
        if there is None or not self._is_recorded(old, there, before):
            return []
        return [Remove(old, there)]

    def _is_recorded(self, home: str, there: str, before: Version | None) -> bool:
        """Whether the bytes at home are the approved ones, and in the store as they lie there."""
        if before is None:
            return False
        if there != before.sha256:
            seen = self._examiner.look(home)
            if seen.reading.sha256 != there or not before.matches(there, seen.reading.canonical):
                return False
            self._store.put(self._locate(home), there)
        return self._store.has(there)

    def _outcome(self, entry: Entry, label: str, status: str, path: str) -> Outcome:
        document = self._managed.at(path)
        return Outcome(entry.id, document.id if document else "", label, status, path)


def archive_path(files: ManagedFiles, home: str, version: Version) -> str:
    """Return where a version is archived: its folders kept, its label in its name."""
    place = PurePosixPath(home)
    name = f"{place.stem} {version.label}{place.suffix}"
    archive = PurePosixPath(files.folder(ARCHIVE))
    return files.free_path(str(archive / place.parent / name), version.sha256)


def is_archived(path: str) -> bool:
    """Tell whether a file lies in the archive."""
    return is_within(key(path), key(ARCHIVE))


def _will_lie(home: str, path: str) -> bool:
    """Whether home's name would say something wrong of the file at path: its format, a version.

    A draft's name says so too; it never stays.
    """
    if key(home) == key(path):
        return False
    if extension_of(home) != extension_of(path):
        return True
    said, marks = read_name(home), read_name(path)
    return bool(said.version or said.marks) and Mark.DRAFT not in marks.marks


def _asked(document: Document | None) -> bool:
    """Whether somebody is to decide between two versions that were approved at once."""
    return bool(document and document.rivals)


def _contents(document: Document | None) -> tuple[Version, ...]:
    if document is None:
        return ()
    return (*((document.current,) if document.current else ()), *document.drafts)


def _draft_label(document: Document | None, wanted: str) -> Label:
    newest = _newest(document)
    if not wanted:
        return newest.next_draft() if newest else FIRST_DRAFT
    label = Label.parse(wanted)
    if label is None:
        raise LibrarianError(
            f"{wanted} is no version label.", "Use one like v0.1, v1.0 or v1.1 DRAFT."
        )
    draft = Label(label.major, label.minor, approved=False)
    if newest and draft < newest and draft != newest:
        raise LibrarianError(
            f"{wanted} comes before {newest}, which is recorded already.",
            f"Use {newest.next_draft()} or a later one.",
        )
    return draft


def _approved_label(document: Document | None, sha256: str) -> Label:
    """The label that a content gets when it is approved: its draft's, or the next."""
    drafts = [each for each in _contents(document) if each.sha256 == sha256]
    drafted = Label.parse(drafts[-1].label) if drafts else None
    newest = _newest(document, approved_only=True)
    if drafted and (newest is None or drafted.when_approved() > newest):
        return drafted.when_approved()
    return (newest.next_draft() if newest else FIRST_DRAFT).when_approved()


def _newest(document: Document | None, *, approved_only: bool = False) -> Label | None:
    versions = document.versions if document else ()
    labels = [Label.parse(each.label) for each in versions]
    found = [label for label in labels if label and (label.approved or not approved_only)]
    return max(found, default=None)
