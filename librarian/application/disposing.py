"""Destroys for good what was kept long enough: two people agree, and never a machine.

A hold comes before everything, then what must be kept, then destroying. What is current, what
another document needs and what is kept for some time yet is refused in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from librarian.application.carrying_out import Hands
from librarian.application.filing_ports import FilesToDestroy
from librarian.application.history_ports import VersionStore
from librarian.application.managed import Managed
from librarian.application.ports import Clock
from librarian.application.publishing import is_archived
from librarian.domain.acts import Intended
from librarian.domain.acts_plans import Agreed, Carried, DisposeAsked, Disposed
from librarian.domain.clocks import moment
from librarian.domain.document_types import due_after
from librarian.domain.documents import Document, Version
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.ledger import Entry
from librarian.domain.paths import is_within, key, name_of
from librarian.domain.planning import QUARANTINE

KEPT_MONTHS: Final = 72
"""Six years, from the day something was replaced or archived."""
ASIDE_DAYS: Final = 30

_DAY: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that one person wants destroyed; another must agree. `mine` tells who asked."""

    entry: str
    path: str
    who: str
    because: str
    mine: bool


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
        kept_months: int = KEPT_MONTHS,
    ) -> None:
        self._ledger = ledger
        self._managed = managed
        self._hands = hands
        self._files = files
        self._store = store
        self._clock = clock
        self._kept_months = kept_months

    def waiting(self) -> tuple[Waiting, ...]:
        """What waits for a second person."""
        return tuple(
            Waiting(name, act.path, entry.who, act.because, mine=self._is_mine(entry))
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
        if _is_put_away(act.path):
            self._files.destroy(act.path, act.sha256)
        for version in self._put_away(act.sha256):
            self._files.destroy(version.path, act.sha256)
        self._store.remove(act.sha256)
        refused = self._ledger.erase(list(self._entries(act.sha256)))
        if refused:
            raise LibrarianError(
                "The record of it could not be erased everywhere.", "Try again in a moment."
            )
        done = self._hands.record(Disposed(entry.id, act.sha256, first=entry.who))
        self._ledger.erase([entry.id])
        self._managed.refresh()
        return done

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
        owners = [
            (document, version)
            for document in self._managed.documents.by_id.values()
            for version in document.versions
            if version.sha256 == sha256
        ]
        for document, version in owners:
            self._check_version(document, version)
        if owners:
            return
        if not _is_put_away(path):
            raise LibrarianError(
                f"{name_of(path)} is in use.", "Put it into the archive first; it is kept there."
            )
        if self._files.digest(path) != sha256:
            raise ChangedError(f"{name_of(path)} was changed since.", "Look at it again.")
        self._check_kept(path)

    def _check_version(self, document: Document, version: Version) -> None:
        if document.held:
            raise LibrarianError(f"{document.title} is held as it is.", "Let it go first.")
        current = document.current
        if current and current.sha256 == version.sha256:
            raise LibrarianError(
                f"These are the bytes of the current version of {document.title}.",
                "Confirm another one first.",
            )
        since = version.until if version.until is not None else version.since
        self._check_date(due_after(_day(since), self._kept_months))
        older = [each for each in document.approved if each.since < version.since]
        if any(self._store.has(each.sha256) for each in older if each.sha256 != version.sha256):
            raise LibrarianError(
                "An older version is still kept.", "Destroy the oldest first, one by one."
            )

    def _check_kept(self, path: str) -> None:
        since = self._put_away_since(path)
        if since is None:
            raise LibrarianError(
                "Nobody knows since when it lies there.", "Ask IT to remove it, if it must go."
            )
        if is_within(path, QUARANTINE):
            self._check_date(_day(since + ASIDE_DAYS * _DAY))
        else:
            self._check_date(due_after(_day(since), self._kept_months))

    def _check_date(self, kept_until: date) -> None:
        if self._clock.now().date() < kept_until:
            raise LibrarianError(
                f"It is kept until {kept_until.day} {kept_until:%B %Y}.",
                "It can be destroyed after that day.",
            )

    def _put_away_since(self, path: str) -> int | None:
        """When a plan put a file there, in milliseconds since 1970."""
        acts = self._managed.acts
        plans = {entry.id: act for entry, act in acts if isinstance(act, Agreed)}
        since = None
        for entry, act in acts:
            agreed = plans.get(act.intent) if isinstance(act, Carried) else None
            if agreed and isinstance(act, Carried):
                made = (agreed.changes[number] for number in act.done)
                if any(key(each.to) == key(path) for each in made):
                    since = entry.stamp.milliseconds
        return since

    def _is_mine(self, entry: Entry) -> bool:
        return entry.who.casefold() == self._ledger.who.casefold()


def _is_put_away(path: str) -> bool:
    return is_archived(path) or is_within(path, QUARANTINE)


def _day(milliseconds: int) -> date:
    return moment(milliseconds * 1_000_000).date()
