"""Examines the whole ledger: what was edited, is missing, was reordered or cut short.

It is held against the heads this desk has seen. What lies elsewhere, in a conflict copy or brought
back by somebody, is not missing; an edited line whose right one is there too harms nobody.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from librarian.application.keeping_ledger_ports import Kept, Segments
from librarian.application.keeping_ledger_reading import (
    Judge,
    contradicted,
    read_lines,
    strange_owner,
)
from librarian.domain.chains import BROUGHT_BACK, Line, brought_back, gaps
from librarian.domain.ledger import Problem

FAR_AHEAD: Final = 86_400_000
"""Milliseconds by which an entry may claim to be later than the newest file, before it is told."""


@dataclass(slots=True)
class Examined:
    """All lines of all segments, and what lies there soundly; `whole` leaves emptied ones out."""

    lines: dict[str, list[Line | None]] = field(default_factory=dict)
    hashes: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    strange: list[Problem] = field(default_factory=list)


def examine(
    segments: Segments, paths: Iterable[str], erased: frozenset[str], *, who: str
) -> Examined:
    """Return what lies in these segments, each read from its beginning to its end."""
    found = Examined()
    for path in paths:
        lines, _ = read_lines(segments, path, 0)
        found.lines[path] = lines
        good = [line for line in lines if line is not None]
        edited, owner = contradicted(good), segments.owner(path)
        sound = [line for line in good if line.sound and line.id not in edited]
        judge = Judge(owner, who)
        strange = [line for line in sound if not judge.counts(line.head.who)]
        if strange:
            names = {line.head.who for line in strange}
            found.strange.append(Problem(strange_owner(names, owner), path))
        found.hashes |= {line.hash for line in sound}
        passed = {line.id for line in strange}
        for line in sound:
            if line.id not in passed:
                _enter(found, line, erased)
    return found


def lost(kept: Iterable[Kept], found: Examined) -> list[Kept]:
    """Return what this desk has and the drive has no more, or only without its body."""
    return [each for each in kept if each.id not in found.whole]


def problems(
    found: Examined, seen: Mapping[str, tuple[int, str]], newest: int
) -> Iterator[Problem]:
    """Yield what is wrong, in words; newest is the time of the newest file, in milliseconds."""
    for path, lines in found.lines.items():
        yield from _in_segment(path, lines, found.hashes, newest)
    for path, (count, head) in sorted(seen.items()):
        if head not in found.hashes:
            yield Problem(_unlike_seen(found.lines.get(path), count), path)
    yield from found.strange


def _enter(found: Examined, line: Line, erased: frozenset[str]) -> None:
    inner = brought_back(line) if line.head.kind == BROUGHT_BACK else None
    for each in (line, inner):
        if each is not None:
            found.hashes.add(each.hash)
            if each.body is not None or each.id in erased:
                found.whole.add(each.id)


def _in_segment(
    path: str, lines: Sequence[Line | None], hashes: set[str], newest: int
) -> Iterator[Problem]:
    good = [line for line in lines if line is not None]
    for gap in gaps(good):
        if gap.reordered:
            yield Problem("Lines stand in another order than they were written.", path)
        elif gap.before not in hashes:
            what = "A line was changed" if gap.edited else "Lines are missing"
            yield Problem(f"{what} before line {gap.at + 1}.", path)
    for line in good:
        if not line.sound and line.hash not in hashes:
            yield Problem(f"What line {line.head.number + 1} says was changed.", path)
        if line.head.milliseconds > newest + FAR_AHEAD:
            yield Problem(f"Line {line.head.number + 1} claims to be from the future.", path)
    if lines and lines[-1] is None:
        yield Problem("The last line cannot be understood.", path)


def _unlike_seen(lines: Sequence[Line | None] | None, count: int) -> str:
    if lines is None:
        return f"This file is gone; it had {count} lines."
    if len(lines) < count:
        return f"It was cut short: {len(lines)} of {count} lines are left."
    return "A line that was read before is not there any more."
