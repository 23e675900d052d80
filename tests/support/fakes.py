"""Fakes, one for each port: small, in memory, and obedient."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from librarian.application.ports import (
    Cancel,
    Listing,
    Unanswered,
)
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.events import Event
from librarian.domain.files import Closed, Listed, Reading
from librarian.domain.paths import is_within
from librarian.domain.searching import Entry

T = TypeVar("T")


class FakeClock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def ticks(self) -> float:
        return self.at.timestamp()

    def pass_by(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class FakeBus:
    """Keeps every event."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.listeners: list[Callable[[Event], None]] = []

    def publish(self, event: Event) -> None:
        self.events.append(event)
        for listener in self.listeners:
            listener(event)

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        self.listeners.append(listener)

    def of(self, kind: type[T]) -> list[T]:
        return [event for event in self.events if isinstance(event, kind)]


@dataclass
class FakeDrive:
    """Files by path, each with its bytes and time; folders can be closed, the drive be away."""

    files: dict[str, tuple[bytes, int]] = field(default_factory=dict)
    closed: dict[str, Closed] = field(default_factory=dict)
    away: bool = False
    lost_after: int | None = None
    root: Path = Path("/fake")
    online_only: set[str] = field(default_factory=set)

    def put(self, path: str, content: str = "text", modified: int = 1) -> None:
        self.files[path] = (content.encode(), modified)

    def walk(self, folder: str = "") -> Iterator[Listed | Closed]:
        if self.away:
            raise DriveUnavailableError("The drive does not answer.", "Check the network.")
        yield from (shut for path, shut in self.closed.items() if is_within(path, folder))
        for met, path in enumerate(sorted(self.files)):
            if self.lost_after is not None and met >= self.lost_after:
                yield Closed("", "The drive stopped answering.", lost=True)
                return
            if is_within(path, folder) and not self._is_closed(path):
                yield self._listed(path)

    def list(self, folder: str) -> Listing | Closed:
        if folder in self.closed:
            return self.closed[folder]
        inside = [path for path in self.files if is_within(path, folder)]
        if folder and not inside:
            return Closed(folder, "This folder is no longer there.", gone=True)
        prefix = f"{folder}/" if folder else ""
        children = {prefix + path.removeprefix(prefix).split("/")[0] for path in inside}
        return Listing(
            tuple(self._listed(path) for path in sorted(inside) if path in children),
            tuple(sorted(children.difference(self.files))),
        )

    def is_there(self) -> bool:
        return not self.away

    def locate(self, path: str) -> Path:
        return self.root / path

    def is_online_only(self, path: str) -> bool:
        return path in self.online_only

    def check_readable(self, path: str) -> None:
        if path not in self.files:
            raise DriveUnavailableError("This file is no longer there.", "Look again.")

    def copy_out(self, path: str, target: Path) -> None:
        target.write_bytes(self.files[path][0])

    def _listed(self, path: str) -> Listed:
        content, modified = self.files[path]
        return Listed(path, len(content), modified, path in self.online_only)

    def _is_closed(self, path: str) -> bool:
        return any(is_within(path, folder) for folder in self.closed)


class FakeIndex:
    """Entries by file; only what was committed is found."""

    def __init__(self) -> None:
        self.found: dict[int, Entry] = {}
        self._pending: list[tuple[int, Entry | None]] = []

    def put(self, entries: Iterable[Entry]) -> None:
        self._pending += [(entry.file, entry) for entry in entries]

    def remove(self, files: Iterable[int]) -> None:
        self._pending += [(file, None) for file in files]

    def commit(self) -> None:
        for file, entry in self._pending:
            self.found.pop(file, None)
            if entry:
                self.found[file] = entry
        self._pending.clear()

    def paths(self) -> set[str]:
        return {entry.path for entry in self.found.values()}

    def bodies(self) -> dict[str, str]:
        return {entry.path: entry.body for entry in self.found.values()}


class FakeReader:
    """Reads from a fake drive; some files do not answer."""

    def __init__(self, drive: FakeDrive, unanswered: Iterable[str] = ()) -> None:
        self.revisions: Mapping[str, int] = {"plain": 1}
        self.unanswered = set(unanswered)
        self.read_paths: list[str] = []
        self.is_ready = False
        self._drive = drive

    def get_ready(self) -> None:
        self.is_ready = True

    def read(
        self, files: Iterable[tuple[int, Listed, Path]], cancel: Cancel
    ) -> Iterator[tuple[int, Reading | Unanswered]]:
        for file, listed, _ in files:
            if cancel():
                return
            self.read_paths.append(listed.path)
            yield file, self._read(listed)

    def close(self) -> None:
        self.read_paths.clear()

    def _read(self, listed: Listed) -> Reading | Unanswered:
        if listed.path in self.unanswered or listed.path not in self._drive.files:
            return Unanswered("The network is slow.")
        data = self._drive.files[listed.path][0]
        digest = sha256(data).hexdigest()
        text = data.decode()
        return Reading(
            digest,
            digest,
            "text/plain",
            body=text,
            words=len(text.split()),
            extractor="plain",
            revision=self.revisions["plain"],
        )


class FakeWatcher:
    """Hints when told to."""

    def __init__(self) -> None:
        self.look: Callable[[frozenset[str]], None] | None = None

    @contextmanager
    def watch(self, look: Callable[[frozenset[str]], None]) -> Iterator[None]:
        self.look = look
        yield
        self.look = None


class FakeStore:
    """Documents in a dict."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, object]] = {}

    def load(self, name: str) -> dict[str, object]:
        return dict(self.documents.get(name, {}))

    def save(self, name: str, document: Mapping[str, object]) -> None:
        self.documents[name] = dict(document)


class FakeDesktop:
    """Remembers what it was asked to do."""

    def __init__(self) -> None:
        self.done: list[tuple[str, Path]] = []

    def open(self, path: Path) -> None:
        self.done.append(("open", path))

    def open_folder(self, path: Path) -> None:
        self.done.append(("folder", path))

    def print(self, path: Path) -> None:
        self.done.append(("print", path))
