"""Reads what is new in the ledger's segments, checks each chain, and judges what counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from librarian.application.keeping_ledger_ports import EntryCache, Known, Listed, Segments, Taken
from librarian.domain.chains import BROUGHT_BACK, START, Line, brought_back, parsed
from librarian.domain.curators_accounts import vouched
from librarian.domain.ledger import Problem

_AT_ONCE: Final = 8_000_000
"""Bytes that are read in one go; a line is far shorter."""
_KEPT_AT_ONCE: Final = 15_000


@dataclass(slots=True)
class Read:
    """What one look showed: heads that moved on, what was wrong, segments that lost lines.

    `edited` lines, and as many as are `waiting`, are on their way into the cache.
    """

    heads: dict[str, tuple[int, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    edited: set[str] = field(default_factory=set)
    waiting: int = 0


class SegmentReader:
    """Brings the cache up with the folder; only bytes that were not read before are read."""

    def __init__(
        self,
        *,
        segments: Segments,
        cache: EntryCache,
        seen: Mapping[str, tuple[int, str]],
        who: str,
    ) -> None:
        self._segments = segments
        self._cache = cache
        self._seen = dict(seen)
        self._who = who
        self._known: dict[str, Known] | None = None

    def read(self, listed: Sequence[Listed]) -> Read:
        """Take in what the listed segments have that was not read before."""
        if self._known is None:
            self._known = self._cache.segments()
        found = Read()
        for file in listed:
            known = self._known.get(file.path)
            if known is None or (known.size, known.modified) != (file.size, file.modified):
                self._known[file.path] = self._take(file, known, found)
                if found.waiting > _KEPT_AT_ONCE:
                    self._keep(found)
        self._keep(found)
        names = {file.path for file in listed}
        found.gone += sorted(path for path in self._known if path not in names)
        return found

    def forget(self, paths: Collection[str]) -> None:
        """These segments are gone from the folder, and are looked for no more."""
        for path in paths:
            self._known = {
                name: known for name, known in (self._known or {}).items() if name != path
            }
            self._cache.forget_segment(path)

    def read_again(self) -> None:
        """Read every segment whole at the next look."""
        self._known = {
            path: replace(known, size=-1, modified=-1)
            for path, known in (self._known or {}).items()
        }

    def _take(self, file: Listed, known: Known | None, found: Read) -> Known:
        """Read what is new of one segment; all of it where what was read is no more there."""
        fresh = Known(file.path, file.size, file.modified, owner=self._segments.owner(file.path))
        grown = known is not None and file.size > known.size >= 0
        start = replace(known, size=file.size, modified=file.modified) if known and grown else fresh
        lines, read = read_lines(self._segments, file.path, start.read)
        if grown and lines and not _follows(lines[0], start):
            start = fresh
            lines, read = read_lines(self._segments, file.path, 0)
        is_kept = self._is_kept(lines, start)
        if not is_kept and start is fresh:
            found.gone.append(file.path)
            found.problems.append(
                Problem("Lines that were read before are changed or gone.", file.path)
            )
        after = self._judge(lines, replace(start, read=read), found)
        if is_kept and after.head:
            found.heads[file.path] = self._seen[file.path] = (after.lines, after.head)
        return after

    def _is_kept(self, lines: Sequence[Line | None], start: Known) -> bool:
        """Whether the last line this desk ever saw of a segment is still where it was.

        What was seen is only ever moved on from there: a file cut short stays known as that.
        """
        _, head = self._seen.get(start.path, (0, start.head))
        if head == start.head:
            return True
        return any(line is not None and line.hash == head for line in lines)

    def _judge(self, lines: Sequence[Line | None], known: Known, found: Read) -> Known:
        good = [line for line in lines if line is not None]
        edited = contradicted(good)
        sound = [line for line in good if line.sound and line.id not in edited]
        judge = Judge(known.owner, self._who)
        taken = [each for line in sound for each in _taken(line, judge)]
        found.problems += _told(lines, good, sound, taken, known)
        found.edited |= edited
        if good:
            known = replace(known, lines=good[-1].head.number + 1, head=good[-1].hash)
        found.waiting += len(taken) + 1
        self._cache.take(known, taken)
        return known

    def _keep(self, found: Read) -> None:
        """Put what was read into the cache: many segments at once, for each commit takes time."""
        if found.waiting:
            self._cache.keep()
        if found.edited:
            self._cache.withdraw(sorted(found.edited))
        found.edited.clear()
        found.waiting = 0


class Judge:
    """Tells whether a line counts in a file of one owner, as this person can see it."""

    def __init__(self, owner: str | None, reader: str) -> None:
        self._owner = owner
        self._reader = reader
        self._judged: dict[str, bool] = {}

    def counts(self, who: str) -> bool:
        """Whether a line by this account counts."""
        if who not in self._judged:
            self._judged[who] = vouched(who, self._owner, self._reader)
        return self._judged[who]


def read_lines(segments: Segments, path: str, start: int) -> tuple[list[Line | None], int]:
    """Return the whole lines of a segment from start on, and where they end.

    What comes after the last end of a line is torn, or still being written; it stays unread.
    """
    lines: list[Line | None] = []
    while True:
        data = segments.read(path, start, _AT_ONCE)
        end = data.rfind(b"\n") + 1
        lines += [parsed(raw) for raw in data[:end].split(b"\n")[:-1]]
        start += end
        if not end or len(data) < _AT_ONCE:
            return lines, start


def contradicted(lines: Sequence[Line]) -> set[str]:
    """Return the ids of lines that are not what the line after them was chained to."""
    return {
        line.id
        for line, after in pairwise(lines)
        if after.head.number == line.head.number + 1 and after.head.before != line.hash
    }


def strange_owner(names: set[str], owner: str | None) -> str:
    """Return in words that a file's owner is not the one whose acts it holds."""
    told = " and ".join(sorted(names))
    writer = owner or "somebody else"
    return f"It says that {told} did this, but {writer} wrote it. It changes nothing."


def _taken(line: Line, judge: Judge) -> list[Taken]:
    counts = judge.counts(line.head.who)
    inner = brought_back(line) if counts and line.head.kind == BROUGHT_BACK else None
    if inner is None:
        return [Taken(line, counts)]
    return [Taken(line, counts), Taken(inner, False, line.head.who, line.head.stamp)]


def _follows(line: Line | None, known: Known) -> bool:
    """Whether a line goes on where the last reading ended."""
    return line is not None and line.head.before == (known.head or START)


def _told(
    lines: Sequence[Line | None],
    good: Sequence[Line],
    sound: Sequence[Line],
    taken: Sequence[Taken],
    known: Known,
) -> list[Problem]:
    """What is wrong with lines that were just read, in words."""
    what = []
    if len(good) < len(lines):
        what.append(f"{len(lines) - len(good)} lines cannot be understood.")
    if len(sound) < len(good):
        what.append(f"{len(good) - len(sound)} lines were changed; they change nothing.")
    strange = {each.line.head.who for each in taken if not each.counts and not each.by}
    if strange:
        what.append(strange_owner(strange, known.owner))
    return [Problem(each, known.path) for each in what]
