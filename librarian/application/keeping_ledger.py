"""Keeps one drive's ledger on this desk: writes acts, hears what others did, and checks it all.

What an entry says is for whoever folds its kind; only who looks after the drive, and which
payloads are erased, is understood here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import Final

from librarian.application.adopting import Adopted, Marker, Standing
from librarian.application.keeping_ledger_erasing import erase
from librarian.application.keeping_ledger_ports import (
    PAYLOADS_ERASED,
    EntryCache,
    Kept,
    Listed,
    OwnRecords,
    Segments,
)
from librarian.application.keeping_ledger_reading import Read, SegmentReader
from librarian.application.keeping_ledger_settling import settled
from librarian.application.keeping_ledger_trust import Trust
from librarian.application.keeping_ledger_verifying import Examined, examine, lost, problems
from librarian.application.keeping_ledger_writing import LedgerWriter
from librarian.application.ports import Clock
from librarian.domain.curators import Curators, quiet_since
from librarian.domain.curators_accounts import same_account
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Entry, Json, Problem, Stamp, in_order
from librarian.domain.stamps import in_words

LEDGER: Final = ".librarian/ledger"

MEND_SECONDS: Final = 60.0
"""How long lines stay gone before they are brought back: a sync client may be at work."""


@dataclass(frozen=True, slots=True)
class News:
    """What came since the last look.

    An entry that was told before replaces that one (its payload was erased); `withdrawn` are ids
    that count no more. After `rights_changed`, acts are to be judged anew from all entries.
    """

    entries: tuple[Entry, ...] = ()
    withdrawn: tuple[str, ...] = ()
    rights_changed: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of the whole ledger found; `entries` is how many count."""

    entries: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing was wrong."""
        return not self.problems


class LedgerKeeper:
    """The ledger of one drive, as one process of one desk keeps it; safe to use from threads."""

    def __init__(
        self,
        *,
        marker: Marker,
        segments: Segments,
        cache: EntryCache,
        records: OwnRecords,
        writer: LedgerWriter,
        clock: Clock,
    ) -> None:
        self.who = writer.who
        self.desk = writer.desk
        self._trust = Trust(marker, records)
        self._segments = segments
        self._cache = cache
        self._records = records
        self._writer = writer
        self._clock = clock
        self._reader = SegmentReader(
            segments=segments, cache=cache, seen=records.heads(), who=self.who
        )
        self._lock = RLock()
        self._rights = Curators()
        self._rights_told = Curators()
        self._last: Stamp | None = None
        self._settled = -1
        self._founding: Adopted | None = None
        self._mark = 0
        self._lost_since: dict[str, float] = {}
        self._told: set[Problem] = set()
        self._heard: list[Problem] = []
        self._settle()

    # What is there

    def read_new(self) -> Sequence[Entry]:
        """Entries of all desks that this object did not return before, in no certain order."""
        return self.poll().entries

    def poll(self) -> News:
        """Look once at what all desks have written, and tell what is new; cheap where nothing is.

        Raises DriveUnavailableError where the drive does not answer.
        """
        with self._lock:
            found = self._hear()
            if self._stays_lost(found.gone):
                found.problems += self.verify().problems
            changes = self._cache.since(self._mark)
            is_new = self._rights != self._rights_told
            self._mark, self._rights_told = changes.mark, self._rights
            return News(changes.entries, changes.without, is_new, self._untold(found))

    def entries(self) -> list[Entry]:
        """Every entry that counts so far, in order: to fold from nothing."""
        return in_order(self._cache.since(0).entries)

    @property
    def rights(self) -> Curators:
        """Who looks after the drive, by all that was read so far."""
        return self._rights

    def curators(self) -> Curators:
        """Who looks after the drive, by all that can be read just now."""
        with self._lock:
            self._hear()
            return self._rights

    def standing(self) -> Standing:
        """What the drive is to this desk; only on one that is ours is anything written."""
        with self._lock:
            return self._trust.look()

    def questions(self) -> tuple[str, ...]:
        """What this person is asked, in words."""
        with self._lock:
            asked = self._rights.questions if self._rights.is_curator(self.who) else ()
            which = self._trust.question()
            return (which, *asked) if which else asked

    def last_seen(self) -> int | None:
        """When one of the curators last did anything, in milliseconds; None for never."""
        return self._cache.last_act(self._rights.names, self._moment())

    def are_gone(self) -> bool:
        """Whether nobody looks after the drive, or all who do were quiet for weeks."""
        return quiet_since(self._rights.names, self._moment(), self._cache.last_act)

    def verify(self) -> Verified:
        """Check the whole ledger, and bring back what the drive lost and this desk still has.

        Raises DriveUnavailableError where the drive does not answer.
        """
        with self._lock:
            self._reader.read_again()
            self._hear()
            found, told = self._examined()
            missing = lost(self._cache.kept(), found)
            mended = self._mend(missing)
            self._reader.forget([path for path in self._lost_since if path not in found.lines])
            self._lost_since.clear()
            left = self._examined()[1] if missing else told  # what was brought back is right now
            self._records.found_wrong(_once(*left))
            return Verified(self._cache.count(), _once(*told, *mended))

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """What was found wrong with the ledger, also by an earlier process, and is so still."""
        return self._records.wrong()

    # What is written

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry:
        """Put an act on record; it is on disk when this returns.

        Raises LibrarianError where the drive does not take it, or is not the one we know.
        """
        with self._lock:
            self._trust.check_ours()
            entry = self._writer.write(kind, payload, self._last)
            self._last = entry.stamp
            return entry

    def trust(self) -> Adopted:
        """Take the drive as it is marked now for the right one: somebody was asked.

        Raises LibrarianError where it bears no mark.
        """
        with self._lock:
            found = self._trust.accept()
            self._settle()
            return found

    def erase(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Erase the payloads of these entries for good; returns the files that refused.

        Whoever calls this has made sure that two people agreed. Raises LibrarianError where this
        person does not look after the drive.
        """
        with self._lock:
            if not self.curators().is_curator(self.who):
                raise LibrarianError(
                    "Only those who look after this drive may erase.", "Ask Business Support."
                )
            self.append(PAYLOADS_ERASED, {"ids": list(ids)})
            refused = erase(
                self._segments, [file.path for file in self._segments.list()], frozenset(ids)
            )
            self._hear()
            return tuple(refused)

    def close(self) -> None:
        """Let go of the cache."""
        self._cache.close()

    # How

    def _hear(self) -> Read:
        """Bring cache and rights up with what lies on the drive."""
        stands = self._trust.look()
        listed = self._segments.list()
        if stands in (Standing.NOBODYS, Standing.GONE):
            return Read(problems=self._trust.problems())
        read = self._reader.read(listed)
        if read.heads:
            self._records.saw(read.heads)
        self._keep_in_mind(read.problems)
        if (self._cache.mark(), self._trust.founding) != (self._settled, self._founding):
            self._settle()
        if stands is Standing.OTHER or read.heads:
            read.problems += self._trust.problems()
        return read

    def _keep_in_mind(self, found: Sequence[Problem]) -> None:
        """What is read once is told once: whoever asked first, it is kept until it is right."""
        if found:
            self._heard += found
            self._records.found_wrong(_once(*self.wrong, *found))

    def _settle(self) -> None:
        self._founding = self._trust.founding
        self._rights = settled(self._cache, self._founding)
        latest = self._cache.last(self._settled)
        self._last = max(filter(None, (self._last, latest)), default=None)
        self._settled = self._cache.mark()

    def _examined(self) -> tuple[Examined, list[Problem]]:
        """All that lies in the ledger, and what is wrong with it."""
        listed, erased = self._segments.list(), self._cache.erased()
        found = examine(self._segments, [file.path for file in listed], erased, who=self.who)
        told = list(problems(found, self._records.heads(), self._newest(listed)))
        return found, told + self._trust.problems()

    def _mend(self, missing: Sequence[Kept]) -> list[Problem]:
        """Bring back what may be brought back from here, and tell of all that was missing."""
        is_curator = self._rights.is_curator(self.who)
        can = [
            each
            for each in missing
            if (is_curator or same_account(each.head.who, self.who)) and each.can_be_written()
        ]
        told = []
        if can:
            told.append(self._brought_back(can))
        if len(can) < len(missing):
            what = f"Lost acts that this computer still has: {len(missing) - len(can)}."
            told.append(Problem(f"{what} Business Support's computers bring them back.", LEDGER))
        return told

    def _brought_back(self, lost_here: Sequence[Kept]) -> Problem:
        try:
            self._trust.check_ours()
            self._writer.bring_back(lost_here, self._last)
        except LibrarianError as error:
            return Problem(f"Lost acts: {len(lost_here)}. {error.title}", LEDGER)
        self._hear()
        return Problem(f"Lost acts, brought back from here: {len(lost_here)}.", LEDGER)

    def _stays_lost(self, gone: Sequence[str]) -> bool:
        """Whether lines have been gone for so long that no sync client is at work any more."""
        now = self._clock.ticks()
        for path in gone:
            self._lost_since.setdefault(path, now)
        return any(now - since >= MEND_SECONDS for since in self._lost_since.values())

    def _moment(self) -> Stamp:
        """A stamp later than all that was seen."""
        now = int(self._clock.now().timestamp() * 1000)
        return Stamp(max(now, self._last.milliseconds + 1 if self._last else 0), 0, self.desk)

    def _newest(self, listed: Sequence[Listed]) -> int:
        now = int(self._clock.now().timestamp() * 1000)
        return max([now, *(file.modified // 1_000_000 for file in listed)])

    def _warnings(self) -> list[Problem]:
        """What is not wrong with the ledger itself, but worth telling."""
        told = [
            Problem(f"{each.entry.who} wanted to change who looks after it. {each.why}", LEDGER)
            for each in self._rights.refused
        ]
        if self._writer.ahead:
            how_far = in_words(self._writer.ahead)
            what = f"This computer's clock is {how_far}; the drive's time is used."
            told.append(Problem(what, self.desk))
        return told

    def _untold(self, found: Read) -> tuple[Problem, ...]:
        all_told = dict.fromkeys([*self._heard, *found.problems, *self._warnings()])
        self._heard.clear()
        fresh = tuple(each for each in all_told if each not in self._told)
        self._told.update(fresh)
        return fresh


def _once(*found: Problem) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(found))
