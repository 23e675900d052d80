"""Putting a file that is not the current one into the archive: an older version, a draft."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from librarian.application.carrying_out import Hands
from librarian.application.history_ports import ManagedFiles, VersionStore
from librarian.application.managed import Managed
from librarian.application.managed_looking import Examiner, Seen
from librarian.application.publishing import ARCHIVE, Outcome, is_archived
from librarian.domain.acts import Archived
from librarian.domain.acts_steps import Place, Remove
from librarian.domain.documents import Document
from librarian.domain.errors import LibrarianError
from librarian.domain.paths import key, name_of


class Archivist:
    """Archives files, for those who look after the drive."""

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

    def archive(self, path: str, *, of: str = "", note: str = "", seen: str = "") -> Outcome:
        """Move the file at path to the archive, read-only; `of` is the document's current file.

        `seen` is the digest of what the person saw; another is refused with ChangedError.
        """
        with self._hands.alone():
            self._managed.refresh()
            self._managed.check_right()
            found = self._examiner.look_to_record(path, seen)
            document = self._managed.at(of or found.path)
            self._check(found.path, document)
            self._store.put(self._locate(found.path), found.reading.sha256)
            act = self._act(found, document, note)
            steps = (
                Place(act.to, act.sha256, read_only=True),
                Remove(found.path, act.sha256),
            )
            entry = self._hands.carry_out(act, steps)
            return Outcome(entry.id, act.document, act.label, "archived", act.to)

    def _check(self, path: str, document: Document | None) -> None:
        if is_archived(path):
            raise LibrarianError(f"{name_of(path)} is in the archive already.", "Nothing to do.")
        if document is None:
            return
        if document.held:
            raise LibrarianError(f"{document.title} is held as it is.", "Let it go first.")
        if document.current and key(document.path) == key(path):
            raise LibrarianError(
                f"{name_of(path)} is the current version.", "Approve another one in its place."
            )

    def _act(self, found: Seen, document: Document | None, note: str) -> Archived:
        digest, place = found.reading.sha256, PurePosixPath(found.path)
        known = [each for each in document.versions if each.sha256 == digest] if document else []
        label = known[-1].label if known else ""
        marked = label and not place.stem.endswith(label)
        name = f"{place.stem} {label}{place.suffix}" if marked else place.name
        wanted = str(PurePosixPath(self._files.folder(ARCHIVE)) / place.parent / name)
        return Archived(
            document=document.id if document else "",
            path=found.path,
            to=self._files.free_path(wanted, digest),
            sha256=digest,
            canonical=found.reading.canonical,
            label=label,
            note=note,
        )
