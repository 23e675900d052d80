"""Destroys for good what was kept long enough: two people agree, and never a machine.

A hold comes before everything, then what must be kept, then destroying. What is current, what
another document needs and what is kept for some time yet is refused in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from librarian.application.carrying_out import Hands
from librarian.application.filing_ports import FilesToDestroy
from librarian.application.history_ports import VersionStore
from librarian.application.managed import Managed
from librarian.application.ports import Clock
from librarian.application.publishing import is_archived
from librarian.application.retention import AskRetention, is_put_away, put_away
from librarian.domain.acts import Intended
from librarian.domain.acts_plans import DisposeAsked, Disposed, DisposeDropped
from librarian.domain.documents import Document, Version
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.ledger import Entry
from librarian.domain.paths import is_within, key, name_of
from librarian.domain.planning import QUARANTINE


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that one person wants destroyed; another must agree. `mine` tells who asked.

    `since` is when it was asked, in milliseconds since 1970.
    """

    entry: str
    path: str
    who: str
    because: str
    mine: bool
    sha256: str = ""
    since: int = 0


class ErasingLedger(Protocol):
    """The ledger, as far as destroying needs it."""

    who: str

    def erase(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Erase the payloads of these entries for good; returns the files that refused."""


class Disposer:
    """Destroys what two people who look after the drive agreed about."""

    def __init__(
        self,
        *,
        ledger: ErasingLedger,
        managed: Managed,
        hands: Hands,
        files: FilesToDestroy,
        store: VersionStore,
        clock: Clock,
        retention: AskRetention,
    ) -> None:
        self._ledger = ledger
        self._managed = managed
        self._hands = hands
        self._files = files
        self._store = store
        self._clock = clock
        self._retention = retention

    @property
    def retention(self) -> AskRetention:
        """How long things are kept, by the rules that are in force now."""
        return self._retention

    def waiting(self) -> tuple[Waiting, ...]:
        """What waits for a second person."""
        return tuple(
            Waiting(
                name,
                act.path,
                entry.who,
                act.because,
                mine=self._is_mine(entry),
                sha256=act.sha256,
                since=entry.stamp.milliseconds,
            )
            for name, (entry, act) in self._managed.documents.to_destroy.items()
        )

    def ask(self, path: str, sha256: str = "", *, because: str = "") -> Entry:
        """Ask that a file in the archive or set aside, or a replaced version, is destroyed.

        `sha256` names a replaced version of the document at path. Raises LibrarianError with the
        reason where it must stay.
        """
        with self._hands.keeping():
            wanted = sha256 or self._files.digest(path)
            if not wanted:
                raise LibrarianError(f"There is no file {name_of(path)} there.", "Check the name.")
            self._check(path, wanted)
            return self._hands.record(DisposeAsked(path, wanted, because))

    def drop(self, name: str, note: str = "") -> Entry:
        """Keep after all what somebody asked to have destroyed."""
        with self._hands.keeping():
            if name not in self._managed.documents.to_destroy:
                raise LibrarianError("Nobody asked to have that destroyed.", "Look again.")
            return self._hands.record(DisposeDropped(name, note.strip()))

    def hindrance(self, each: Waiting) -> str:
        """Why something that waits must stay by now, in words; empty where it may go."""
        try:
            self._check(each.path, each.sha256)
        except LibrarianError as error:
            return error.title
        return ""

    def agree(self, name: str) -> Entry:
        """Agree that it is destroyed, and destroy it: on the drive, in the store, on record.

        Raises LibrarianError where the same person asked, or where it must stay by now.
        """
        with self._hands.keeping():
            found = self._managed.documents.to_destroy.get(name)
            if found is None:
                raise LibrarianError("Nobody asked to have that destroyed.", "Look again.")
            entry, act = found
            if self._is_mine(entry):
                raise LibrarianError(
                    "You asked for this yourself.", "Somebody else must agree: two people do it."
                )
            self._check(act.path, act.sha256)
            return self._destroy(entry, act)

    def _destroy(self, entry: Entry, act: DisposeAsked) -> Entry:
        if is_put_away(act.path):
            self._files.destroy(act.path, act.sha256)
        owners = self._owners(act.sha256)
        if not (owners and self._is_copy(act.path, owners)):
            self._destroy_everywhere(act)
        done = self._hands.record(Disposed(entry.id, act.sha256, first=entry.who))
        self._ledger.erase([entry.id])
        self._managed.refresh()
        return done

    def _destroy_everywhere(self, act: DisposeAsked) -> None:
        """Destroy these bytes in the archive, in the store, and what the records say of them."""
        for version in self._put_away(act.sha256):
            self._files.destroy(version.path, act.sha256)
        self._store.remove(act.sha256)
        refused = self._ledger.erase(list(self._entries(act.sha256)))
        if refused:
            raise LibrarianError(
                "The record of it could not be erased everywhere.", "Try again in a moment."
            )

    def _put_away(self, sha256: str) -> list[Version]:
        return [
            version
            for document in self._managed.documents.by_id.values()
            for version in document.versions
            if version.sha256 == sha256 and version.path and is_archived(version.path)
        ]

    def _entries(self, sha256: str) -> Iterator[str]:
        """The acts that tell of these bytes."""
        for entry, act in self._managed.acts:
            told = act.act.get("sha256") if isinstance(act, Intended) else None
            if sha256 in (told, getattr(act, "sha256", "")) and not isinstance(
                act, DisposeAsked | Disposed
            ):
                yield entry.id

    def _check(self, path: str, sha256: str) -> None:
        """Raise LibrarianError where a hold, a duty to keep, or another document is in the way."""
        owners = self._owners(sha256)
        if owners and self._is_copy(path, owners):
            self._check_held(owners)
        elif owners:
            for document, version in owners:
                self._check_version(document, version)
            return
        if not is_put_away(path):
            raise LibrarianError(
                f"{name_of(path)} is in use.", "Put it into the archive first; it is kept there."
            )
        if self._files.digest(path) != sha256:
            raise ChangedError(f"{name_of(path)} was changed since.", "Look at it again.")
        found = put_away(self._managed).get(key(path))
        self._check_kept(path, found.since if found else None)

    def _owners(self, sha256: str) -> list[tuple[Document, Version]]:
        """The documents that have these bytes as a version."""
        return [
            (document, version)
            for document in self._managed.documents.by_id.values()
            for version in document.versions
            if version.sha256 == sha256
        ]

    def _is_copy(self, path: str, owners: Sequence[tuple[Document, Version]]) -> bool:
        """Whether a file was set aside that a document has elsewhere: its bytes stay there."""
        places = {key(version.path) for _, version in owners}
        return is_within(path, QUARANTINE) and key(path) not in places

    def _check_held(self, owners: Sequence[tuple[Document, Version]]) -> None:
        for document, _ in owners:
            if document.held:
                raise LibrarianError(f"{document.title} is held as it is.", "Let it go first.")

    def _check_version(self, document: Document, version: Version) -> None:
        self._check_held([(document, version)])
        current = document.current
        if current and current.sha256 == version.sha256:
            raise LibrarianError(
                f"These are the bytes of the current version of {document.title}.",
                "Confirm another one first.",
            )
        since = version.until if version.until is not None else version.since
        self._check_kept(document.path, since)
        older = [each for each in document.approved if each.since < version.since]
        if any(self._store.has(each.sha256) for each in older if each.sha256 != version.sha256):
            raise LibrarianError(
                "An older version is still kept.", "Destroy the oldest first, one by one."
            )

    def _check_kept(self, path: str, since: int | None) -> None:
        """Raise LibrarianError where what lies at path since then is to be kept for some time."""
        if since is None:
            raise LibrarianError(
                "Nobody knows since when it lies there.", "Ask IT to remove it, if it must go."
            )
        kept_until = self._retention().kept_until(path, since)
        if self._clock.now().date() < kept_until:
            raise LibrarianError(
                f"It is kept until {kept_until.day} {kept_until:%B %Y}.",
                "It can be destroyed after that day.",
            )

    def _is_mine(self, entry: Entry) -> bool:
        return entry.who.casefold() == self._ledger.who.casefold()
