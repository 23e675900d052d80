"""Writes this process's own segments of the ledger: stamped, sealed, chained, one line an act."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from librarian.application.keeping_ledger_ports import Kept, Segments
from librarian.application.ports import Clock
from librarian.domain.chains import (
    BROUGHT_BACK,
    ERASED_BODY,
    START,
    Head,
    digest,
    id_of,
    sealed_body,
    text_of,
    written,
)
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Entry, Json, Stamp
from librarian.domain.stamps import FAR, drift, next_stamp

_LARGEST: Final = 1_000_000
"""Bytes after which a new segment is begun, so that none takes long to read again."""
_AT_ONCE: Final = 500
_TRIES: Final = 3


class Draft(NamedTuple):
    """What is to be written, before it has its place in a chain."""

    kind: str
    body: str
    sealed: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class _Segment:
    """Our newest segment: how long it is, what the next head names, what the clocks said."""

    path: str
    size: int
    number: int
    before: str
    ahead: int
    began: int
    ticks: float


class LedgerWriter:
    """The one that writes for this process; a segment it could not add to is left for good."""

    def __init__(
        self, *, segments: Segments, clock: Clock, desk: str, who: str, salt: Callable[[], str]
    ) -> None:
        self.desk = desk
        self.who = who
        self._segments = segments
        self._clock = clock
        self._salt = salt
        self._segment: _Segment | None = None

    @property
    def ahead(self) -> int:
        """By how many milliseconds this computer's clock is far ahead of the drive's, or 0."""
        return self._segment.ahead if self._segment else 0

    def write(self, kind: str, payload: Mapping[str, Json], last: Stamp | None) -> Entry:
        """Put an act on record, later than last; it is on disk when this returns.

        Raises LibrarianError where the drive does not take it.
        """
        body = sealed_body(payload, self._salt())
        [(hash_, stamp)] = self._append([Draft(kind, body, digest(body.encode()))], last)
        return Entry(id_of(hash_), stamp, self.who, kind, payload)

    def bring_back(self, lost: Sequence[Kept], last: Stamp | None) -> None:
        """Write entries again that the drive has lost; they keep their ids."""
        for start in range(0, len(lost), _AT_ONCE):
            some = lost[start : start + _AT_ONCE]
            self._append([_again(kept) for kept in some], last)

    def _append(self, drafts: Sequence[Draft], last: Stamp | None) -> list[tuple[str, Stamp]]:
        for _ in range(_TRIES):
            segment = self._near()
            data, after, made = self._linked(segment, drafts, last)
            self._segment = None  # until it is known that the line is whole
            if self._segments.append(segment.path, segment.size, data):
                self._segment = after
                return made
        raise LibrarianError(
            "Another program keeps changing what Librarian writes on this drive.",
            "Ask IT to leave the folder .librarian alone.",
        )

    def _linked(
        self, segment: _Segment, drafts: Sequence[Draft], last: Stamp | None
    ) -> tuple[bytes, _Segment, list[tuple[str, Stamp]]]:
        """The bytes that drafts become at the end of segment, and what the segment is then."""
        lines, made = [], []
        for draft in drafts:
            last = next_stamp(max(0, self._now() - segment.ahead), last, self.desk)
            head = Head(
                *(last.milliseconds, last.count, last.desk),
                self.who,
                draft.kind,
                segment.number,
                draft.sealed,
                segment.before,
                draft.of,
            )
            line, hash_ = written(head, draft.body)
            lines.append(line)
            made.append((hash_, last))
            segment = replace(
                segment,
                size=segment.size + len(line),
                number=segment.number + 1,
                before=hash_,
            )
        return b"".join(lines), segment, made

    def _near(self) -> _Segment:
        """Our newest segment, or a new one where that is long or the clock made a leap since.

        The share gives a new file its own time: so it is asked again whose clock is right.
        """
        segment = self._segment
        if segment is not None and segment.size < _LARGEST and not self._leapt(segment):
            return segment
        own, ticks = self._now(), self._clock.ticks()
        begun = self._segments.begin(self.desk)
        ahead = drift(own, begun.modified)
        return _Segment(begun.path, 0, 0, START, ahead, own, ticks)

    def _leapt(self, segment: _Segment) -> bool:
        passed = (self._clock.ticks() - segment.ticks) * 1000
        return abs(self._now() - segment.began - passed) > FAR

    def _now(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


def _again(kept: Kept) -> Draft:
    return Draft(BROUGHT_BACK, kept.body or ERASED_BODY, kept.head.sealed, text_of(kept.head))
