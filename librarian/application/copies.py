"""Copies that people took: where each came from, and whether its original has moved on.

The register is this desk's own and never leaves it. A file that comes back is recognised by where
it was put, by its bytes, or by its text.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Final

from librarian.application.history_ports import ManagedFiles
from librarian.application.managed import Managed
from librarian.application.managed_serving import Lender
from librarian.application.ports import Clock, Drive, Store
from librarian.domain.clocks import moment, nanoseconds
from librarian.domain.documents import Document, Version
from librarian.domain.errors import LibrarianError
from librarian.domain.labels import FIRST_DRAFT, Label
from librarian.domain.names import plain_title
from librarian.domain.paths import extension_of, name_of

_KEPT: Final = 500
_REGISTER: Final = "copies"
_MOST_NAMES: Final = 1000


@dataclass(frozen=True, slots=True)
class Origin:
    """What a copy was made of: path, document if somebody looks after it, digest, label, when."""

    path: str
    document: str
    sha256: str
    label: str
    at: int


@dataclass(frozen=True, slots=True)
class MovedOn:
    """A copy whose original has another current version now."""

    copy: Path
    origin: Origin
    path: str
    label: str
    by: str
    since: datetime


class Copies:
    """Makes copies and remembers them."""

    def __init__(
        self,
        *,
        store: Store,
        managed: Managed,
        lender: Lender,
        files: ManagedFiles,
        drive: Drive,
        clock: Clock,
    ) -> None:
        self._store = store
        self._managed = managed
        self._lender = lender
        self._files = files
        self._drive = drive
        self._clock = clock
        self._lock = Lock()

    def note(self, path: str, copy: Path) -> None:
        """Remember that this copy was made of the file at path."""
        document = self._managed.home(path)
        current = document.current if document else None
        origin = Origin(
            path=path,
            document=document.id if document else "",
            sha256=current.sha256 if current else self._files.digest(path) or "",
            label=current.label if current else "",
            at=nanoseconds(self._clock.now()),
        )
        with self._lock:
            known = {str(copy): asdict(origin), **self._store.load(_REGISTER)}
            known[str(copy)] = asdict(origin)
            self._store.save(_REGISTER, dict(list(known.items())[:_KEPT]))

    def origin(self, copy: Path) -> Origin | None:
        """What this copy was made of, if it was made here."""
        return _origin(self._store.load(_REGISTER).get(str(copy)))

    def moved_on(self) -> tuple[MovedOn, ...]:
        """Copies that still exist and whose original has another current version now."""
        found = []
        for place, told in self._store.load(_REGISTER).items():
            origin, copy = _origin(told), Path(place)
            document = self._document(origin) if origin else None
            current = document.current if document else None
            if origin is None or document is None or current is None or not copy.exists():
                continue
            if current.sha256 != origin.sha256:
                found.append(_moved(copy, origin, document, current))
        return tuple(found)

    def forget(self, copy: Path) -> None:
        """Tell nothing about this copy any more."""
        with self._lock:
            known = self._store.load(_REGISTER)
            known.pop(str(copy), None)
            self._store.save(_REGISTER, known)

    def change_template(self, path: str) -> str:
        """Begin the next version: a draft beside the current file, with its label in its name.

        Returns the draft's path. Raises LibrarianError where it cannot be put there.
        """
        document = self._managed.home(path)
        label = _next(document)
        place = PurePosixPath(path)
        target = self._free(place.with_name(f"{place.stem} {label}{place.suffix}"))
        self._lender.save(path, self._drive.locate(target))
        self.note(path, self._drive.locate(target))
        return target

    def dated_copy(self, path: str, folder: Path) -> Path:
        """Save what readers get as ``Title 2026-11-22.docx`` in folder, and return where."""
        day = self._clock.now().astimezone().date().isoformat()
        stem = f"{plain_title(path)} {day}"
        ending = f".{extension_of(path)}" if extension_of(path) else ""
        names = [f"{stem}{ending}", *(f"{stem} ({n}){ending}" for n in range(2, _MOST_NAMES))]
        target = next(folder / name for name in names if not (folder / name).exists())
        self._lender.save(path, target)
        self.note(path, target)
        return target

    def _free(self, place: PurePosixPath) -> str:
        for number in range(1, _MOST_NAMES):
            more = f" ({number})" if number > 1 else ""
            candidate = str(place.with_name(f"{place.stem}{more}{place.suffix}"))
            if self._files.spelled(candidate) is None:
                return candidate
        raise LibrarianError(
            f"There are too many drafts of {name_of(str(place))}.", "Tidy them first."
        )

    def _document(self, origin: Origin) -> Document | None:
        return self._managed.document(origin.document) or self._managed.home(origin.path)


def _next(document: Document | None) -> Label:
    versions = document.versions if document else ()
    labels = [label for each in versions if (label := Label.parse(each.label))]
    return max(labels).next_draft() if labels else FIRST_DRAFT


def _moved(copy: Path, origin: Origin, document: Document, current: Version) -> MovedOn:
    since = moment(current.since * 1_000_000)
    return MovedOn(copy, origin, document.path, current.label, current.who, since)


def _origin(told: object) -> Origin | None:
    if not isinstance(told, Mapping):
        return None
    at = told.get("at")
    return Origin(
        path=str(told.get("path", "")),
        document=str(told.get("document", "")),
        sha256=str(told.get("sha256", "")),
        label=str(told.get("label", "")),
        at=at if isinstance(at, int) else 0,
    )
