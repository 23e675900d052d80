"""What can be destroyed, what waits for a second person, and what is held: the queue of a window.

Every step is one act of one person; nothing here agrees for anybody.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, Protocol

from librarian.application.disposing import Disposer, Waiting
from librarian.application.filing_ports import FilesToDestroy
from librarian.application.history_ports import VersionStore
from librarian.application.managed import Managed
from librarian.application.ports import Bus, Cancel, Clock
from librarian.application.retention import PutAway, is_put_away, put_away
from librarian.domain.clocks import moment
from librarian.domain.documents import Document, Version
from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, PlanProgress
from librarian.domain.paths import is_within, key, name_of
from librarian.domain.planning import QUARANTINE

_HELD: Final = "It is held as it is. Let it go first."


class Because(StrEnum):
    """Why nobody uses it any more."""

    REPLACED = "replaced"
    ARCHIVED = "archived"
    ASIDE = "aside"
    BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class Disposal:
    """Something that may be destroyed one day.

    `title` and `label` are what people call it, `since` is when it was replaced or put away, and
    `kept_until` the day from which it may go. Where somebody asked for it, `asked` is the entry,
    `who` and `note` theirs, `mine` whether it was this person. `hindrance` says in words why it
    must stay.
    """

    path: str
    sha256: str
    title: str
    why: Because
    since: date
    kept_until: date
    label: str = ""
    asked: str = ""
    who: str = ""
    note: str = ""
    mine: bool = False
    hindrance: str = ""

    @property
    def may_be_asked(self) -> bool:
        """Whether a first person may ask for it."""
        return not self.asked and not self.hindrance

    @property
    def may_be_agreed(self) -> bool:
        """Whether this person may be the second who agrees."""
        return bool(self.asked) and not self.mine and not self.hindrance


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many went well, and the first reason why some did not."""

    done: int
    failed: int = 0
    reason: str = ""


class Disposals(Protocol):
    """The queue; every call may block and be made from any thread."""

    def queue(self) -> tuple[Disposal, ...]:
        """What was kept long enough and what somebody asked for; the latter first."""

    def ask(self, chosen: Sequence[Disposal], because: str, cancel: Cancel) -> Outcome:
        """Ask as the first person; nothing is destroyed by it."""

    def agree(self, chosen: Sequence[Disposal], cancel: Cancel) -> Outcome:
        """Agree as the second person: these are destroyed for good."""

    def keep(self, chosen: Sequence[Disposal], note: str, cancel: Cancel) -> Outcome:
        """Keep after all what somebody asked to have destroyed."""


class TeamDisposals:
    """The queue of a team's drive."""

    def __init__(
        self,
        *,
        disposer: Disposer,
        managed: Managed,
        files: FilesToDestroy,
        store: VersionStore,
        clock: Clock,
        bus: Bus,
    ) -> None:
        self._disposer = disposer
        self._managed = managed
        self._files = files
        self._store = store
        self._retention = disposer.retention
        self._clock = clock
        self._bus = bus

    def queue(self) -> tuple[Disposal, ...]:
        """What was kept long enough and what somebody asked for; the latter first."""
        away = put_away(self._managed)
        asked = [self._asked_for(each, away) for each in self._disposer.waiting()]
        taken = {(key(each.path), each.sha256) for each in asked}
        names = {name for name, _ in taken}
        ripe = [
            each
            for each in (*self._replaced(), *self._files_put_away(away.values()))
            if (key(each.path), each.sha256) not in taken
            and (each.sha256 or key(each.path) not in names)
        ]
        return (*asked, *sorted(ripe, key=lambda each: (each.kept_until, each.path)))

    def ask(self, chosen: Sequence[Disposal], because: str, cancel: Cancel) -> Outcome:
        """Ask as the first person; nothing is destroyed by it."""

        def step(each: Disposal) -> None:
            self._disposer.ask(each.path, each.sha256, because=because.strip())

        return self._each(chosen, step, cancel)

    def agree(self, chosen: Sequence[Disposal], cancel: Cancel) -> Outcome:
        """Agree as the second person: these are destroyed for good."""
        return self._each(chosen, lambda each: self._disposer.agree(each.asked), cancel)

    def keep(self, chosen: Sequence[Disposal], note: str, cancel: Cancel) -> Outcome:
        """Keep after all what somebody asked to have destroyed."""
        return self._each(chosen, lambda each: self._disposer.drop(each.asked, note), cancel)

    def _each(
        self, chosen: Sequence[Disposal], step: Callable[[Disposal], object], cancel: Cancel
    ) -> Outcome:
        done, reasons = 0, []
        for number, each in enumerate(chosen):
            if cancel():
                break
            try:
                step(each)
                done += 1
            except LibrarianError as error:
                reasons.append(f"{each.title}: {error.title}")
            self._bus.publish(PlanProgress(number + 1, len(chosen)))
        self._bus.publish(DocumentsChanged())
        return Outcome(done, len(reasons), reasons[0] if reasons else "")

    def _replaced(self) -> Iterator[Disposal]:
        """Versions that were replaced long enough ago, the oldest of each document."""
        for document in self._managed.documents.by_id.values():
            oldest_first = sorted(_past(document), key=lambda each: each.since)
            left = next((each for each in oldest_first if self._is_left(each)), None)
            found = self._version(document, left) if left else None
            if found and self._is_over(found):
                yield found

    def _files_put_away(self, away: Iterable[PutAway]) -> Iterator[Disposal]:
        """Files that were put away long enough ago, and that are no version of a document.

        A copy that was set aside counts, whatever it is a copy of.
        """
        documents = self._managed.documents.by_id.values()
        versions = {each.sha256 for document in documents for each in document.versions}
        for each in away:
            found = self._file(each)
            is_version = each.sha256 in versions and found.why is not Because.ASIDE
            if self._is_over(found) and not is_version and self._files.look(each.path):
                yield found

    def _version(self, document: Document, version: Version) -> Disposal:
        since = version.until if version.until is not None else version.since
        return Disposal(
            document.path,
            version.sha256,
            document.title,
            Because.REPLACED,
            _day(since),
            self._retention().kept_until(document.path, since),
            version.label,
            hindrance=_HELD if document.held else "",
        )

    def _file(self, away: PutAway) -> Disposal:
        aside = is_within(away.path, QUARANTINE)
        why = Because.BY_HAND if away.by_hand else Because.ASIDE if aside else Because.ARCHIVED
        kept_until = self._retention().kept_until(away.path, away.since)
        return Disposal(away.path, "", name_of(away.path), why, _day(away.since), kept_until)

    def _asked_for(self, waiting: Waiting, away: Mapping[str, PutAway]) -> Disposal:
        return replace(
            self._about(waiting, away.get(key(waiting.path))),
            path=waiting.path,
            sha256=waiting.sha256,
            asked=waiting.entry,
            who=waiting.who,
            note=waiting.because,
            mine=waiting.mine,
            hindrance=self._disposer.hindrance(waiting),
        )

    def _about(self, waiting: Waiting, away: PutAway | None) -> Disposal:
        """What there is to know of something that was asked for, be its time over or not."""
        if away:
            return self._file(away)
        document = self._managed.at(waiting.path)
        past = _past(document) if document else []
        version = next((each for each in past if each.sha256 == waiting.sha256), None)
        if document and version:
            return self._version(document, version)
        day = _day(waiting.since)
        return Disposal(waiting.path, "", name_of(waiting.path), Because.ARCHIVED, day, day)

    def _is_over(self, found: Disposal) -> bool:
        return self._clock.now().date() >= found.kept_until

    def _is_left(self, version: Version) -> bool:
        """Whether there is anything of it to destroy."""
        if self._store.has(version.sha256):
            return True
        path = version.path
        return bool(path) and is_put_away(path) and self._files.look(path) is not None


def _past(document: Document) -> list[Version]:
    """The versions that do not count any more; the bytes of the current one are none of them."""
    current = document.current.sha256 if document.current else ""
    old = [each for each in document.approved if each.until is not None]
    return [each for each in (*old, *document.put_away) if each.sha256 != current]


def _day(milliseconds: int) -> date:
    return moment(milliseconds * 1_000_000).date()
