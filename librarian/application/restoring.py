"""Bringing recorded bytes back: an older version becomes the current one again, as a new act.

Also what business support choose when an approved file was edited on the drive: to put the
approved one back. The edit is recorded as a draft first, so that nobody's work is lost.
"""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from librarian.application.carrying_out import Hands
from librarian.application.history_ports import ManagedFiles, VersionStore
from librarian.application.managed import Managed
from librarian.application.managed_looking import Examiner
from librarian.application.publishing import Outcome, archive_path
from librarian.domain.acts import Published, Restored
from librarian.domain.acts_steps import Place, Remove, Replace, Step
from librarian.domain.documents import Document, Version
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.labels import Label
from librarian.domain.paths import name_of


class Restorer:
    """Makes recorded versions current again, for those who look after the drive."""

    def __init__(
        self,
        *,
        managed: Managed,
        hands: Hands,
        examiner: Examiner,
        store: VersionStore,
        files: ManagedFiles,
        locate: Callable[[str], Path],
    ) -> None:
        self._managed = managed
        self._hands = hands
        self._examiner = examiner
        self._store = store
        self._files = files
        self._locate = locate

    def restore(self, path: str, version: str, *, note: str = "", seen: str = "") -> Outcome:
        """Make a recorded version current again; version is its label or how its hash begins.

        `seen` is the digest of what the person saw at the current file's place; another is
        refused with ChangedError.
        """
        with self._hands.alone():
            document = self._document(path)
            wanted = document.recorded(version)
            if wanted is None:
                raise LibrarianError(
                    f"{document.title} has no version {version}.",
                    "Its history lists the ones that are recorded.",
                )
            if not self._store.has(wanted.sha256):
                raise LibrarianError(
                    f"The bytes of {version} are missing from the version store.",
                    "Ask IT to bring back the folder .librarian/versions from a backup.",
                )
            return self._put(document, wanted, note, seen)

    def put_back(self, path: str, *, note: str = "", seen: str = "") -> Outcome:
        """Put the approved bytes back where somebody edited or removed the file."""
        with self._hands.alone():
            document = self._document(path)
            if document.current is None:
                raise LibrarianError(
                    f"No version of {document.title} was confirmed so far.", "Confirm one first."
                )
            return self._put(document, document.current, note, seen)

    def _document(self, path: str) -> Document:
        self._managed.refresh()
        self._managed.check_right()
        document = self._managed.at(path)
        if document is None:
            raise LibrarianError(
                f"Nobody has recorded {name_of(path)} so far.", "Confirm it first."
            )
        return document

    def _put(self, document: Document, wanted: Version, note: str, seen: str) -> Outcome:
        home = self._files.spelled(document.path) or document.path
        there = self._there(document, home, seen)
        before = document.current
        archived, steps = "", list[Step]()
        if before and before.sha256 != wanted.sha256:
            archived = archive_path(self._files, home, before)
            steps.append(Place(archived, before.sha256, read_only=True))
        target = _place_of(wanted, home)
        if target != home:
            steps.append(Place(target, wanted.sha256))
            steps += [Remove(home, there)] if there else []
        elif there is None:
            steps.append(Place(home, wanted.sha256))
        elif there != wanted.sha256:
            steps.append(Replace(home, there, wanted.sha256))
        elif not steps:
            raise LibrarianError(f"{name_of(home)} is {wanted.label} already.", "Nothing to do.")
        act = Restored(
            document=document.id,
            path=target,
            sha256=wanted.sha256,
            canonical=wanted.canonical,
            label=_reigning(wanted.label),
            note=note,
            before=before.entry if before else "",
            archived=archived,
        )
        entry = self._hands.carry_out(act, steps)
        return Outcome(entry.id, document.id, act.label, "approved", target)

    def _there(self, document: Document, home: str, seen: str) -> str | None:
        """The digest of what lies at home now, which is in the store when this returns."""
        if self._files.spelled(home) is None:
            if seen:
                raise ChangedError(f"{name_of(home)} is no longer there.", "Look at it again.")
            return None
        found = self._examiner.look(home, seen).reading
        if any(each.sha256 == found.sha256 for each in document.versions):
            return found.sha256 if self._store.has(found.sha256) else self._kept(home, found.sha256)
        edit = self._examiner.look_to_record(home, found.sha256).reading
        self._kept(home, edit.sha256)
        current = document.current
        if current is None or not current.matches(edit.sha256, edit.canonical):
            label = Label.parse(current.label) if current else None
            self._hands.record(
                Published(
                    document=document.id,
                    path="",  # it lies only in the store from now on
                    sha256=edit.sha256,
                    canonical=edit.canonical,
                    label=str(label.next_draft()) if label else "v0.1",
                    note="Found in the current file's place.",
                )
            )
        return edit.sha256

    def _kept(self, home: str, sha256: str) -> str:
        self._store.put(self._locate(home), sha256)
        return sha256


def _place_of(wanted: Version, home: str) -> str:
    """Where a version comes to lie: the document's place, with the ending of its own format."""
    suffix = PurePosixPath(wanted.path).suffix if wanted.path else PurePosixPath(home).suffix
    if suffix.lower() == PurePosixPath(home).suffix.lower():
        return home
    return str(PurePosixPath(home).with_suffix(suffix))


def _reigning(label: str) -> str:
    """The label of a version that counts again; a draft's becomes an approved one."""
    parsed = Label.parse(label)
    return label if parsed is None or parsed.approved else str(parsed.when_approved())
