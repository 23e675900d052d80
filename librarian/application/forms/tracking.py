"""The book in which it is written how referrals stand.

On a drive that somebody looks after it is the shared ledger; elsewhere it is this computer alone.
What the drive does not take just now waits here, and goes there later.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Final, Protocol

from librarian.application.adopting import Standing
from librarian.application.ports import Clock, Store
from librarian.domain.curators import Curators
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Entry, Json, Stamp
from librarian.domain.referrals import KINDS

_NAME: Final = "tracking"


class TeamLedger(Protocol):
    """What is asked of the ledger of a drive."""

    who: str
    desk: str

    @property
    def rights(self) -> Curators:
        """Who looks after the drive, by all that was read so far."""

    def standing(self) -> Standing:
        """What the drive is to this desk."""

    def curators(self) -> Curators:
        """Who looks after the drive; hears what others wrote meanwhile."""

    def entries(self) -> list[Entry]:
        """Every entry that counts so far."""

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry:
        """Put an act on record. Raises LibrarianError where the drive does not take it."""


class TrackingBook:
    """Writes to the ledger where it may, else into a document of this user's."""

    def __init__(self, ledger: TeamLedger, store: Store, clock: Clock) -> None:
        self.who = ledger.who
        self._ledger = ledger
        self._store = store
        self._clock = clock

    def write(self, kind: str, payload: Mapping[str, Json]) -> None:
        """Put it on record, on this computer at least."""
        try:
            is_shared = self._ledger.standing() is Standing.OURS
        except LibrarianError:
            is_shared = True  # the drive is away: it goes there later
        if is_shared:
            with suppress(LibrarianError):  # a drive that is away or only read: kept here
                self._ledger.append(kind, payload)
                return
        self._keep([*self._kept(), self._line(kind, payload, waits=is_shared)])

    def settle(self) -> None:
        """Write to the ledger what it did not take before."""
        waiting = [line for line in self._kept() if line.get("waits")]
        for line in waiting:
            with suppress(LibrarianError):  # still away: the next time
                self._ledger.append(str(line["kind"]), _payload(line))
                self._keep([each for each in self._kept() if each != line])

    def entries(self) -> Iterable[Entry]:
        """All that is on record, here and on the drive."""
        with suppress(LibrarianError):  # what was read before counts while the drive is away
            self._ledger.curators()
        shared = [entry for entry in self._ledger.entries() if entry.kind in KINDS]
        return [*shared, *(_entry(line, self._ledger.desk) for line in self._kept())]

    def _line(self, kind: str, payload: Mapping[str, Json], *, waits: bool) -> dict[str, object]:
        now = int(self._clock.now().timestamp() * 1000)
        return {
            "kind": kind,
            "payload": dict(payload),
            "who": self.who,
            "at": now,
            "number": len(self._kept()),
            "waits": waits,
        }

    def _kept(self) -> list[dict[str, object]]:
        given = self._store.load(_NAME).get("lines")
        lines = given if isinstance(given, list) else []
        return [line for line in lines if isinstance(line, dict)]

    def _keep(self, lines: Sequence[Mapping[str, object]]) -> None:
        self._store.save(_NAME, {"lines": list(lines)})


def _payload(line: Mapping[str, object]) -> dict[str, Json]:
    payload = line.get("payload")
    known = payload if isinstance(payload, Mapping) else {}
    return {str(name): str(value) for name, value in known.items()}


def _entry(line: Mapping[str, object], desk: str) -> Entry:
    at, number = line.get("at"), line.get("number")
    stamp = Stamp(
        at if isinstance(at, int) else 0, number if isinstance(number, int) else 0, f"{desk} alone"
    )
    name = f"{stamp.milliseconds}-{stamp.count}"
    return Entry(name, stamp, str(line.get("who")), str(line.get("kind")), _payload(line))
