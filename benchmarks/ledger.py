"""The ledger from nothing, against reading, hashing and parsing its JSON; and an idle look."""

import argparse
import json
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random

from benchmarks.figures import Figure, seconds
from librarian.adapters.accounts import current_account
from librarian.adapters.clock import SystemClock
from librarian.adapters.ledger_cache import SqliteLedgerCache
from librarian.adapters.ledger_files import FolderSegments
from librarian.adapters.ledger_records import LocalRecords
from librarian.adapters.marker import DriveMarker
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.keeping_ledger_writing import LedgerWriter
from librarian.domain.chains import START, Head, digest, sealed_body, written
from librarian.domain.curators import Adopted

_ENTRIES = 50_000
_DESKS = 12
_SEGMENTS = 20
_ROUNDS = 5
_BEGAN = 1_780_000_000_000
_TO_REACH = 4.0
_IDLE_TO_REACH = 5.0
_KINDS = ("published", "approved", "held", "asked", "noted")


def measure(folder: Path, _: argparse.Namespace) -> Sequence[Figure]:
    """Folding 50,000 entries of twelve desks; a look at which nothing is new; one new entry."""
    drive = folder / "drive"
    drive.mkdir()
    DriveMarker(drive).write(Adopted("drive-1", "Team", (current_account(), "tom")))
    make_ledger(drive, Random(2))
    bare = read = float("inf")
    for number in range(_ROUNDS):  # by turns, so that both meet the same noise
        home = folder / f"home {number}"
        bare = min(bare, seconds(lambda: _bare(drive), rounds=1))
        read = min(read, seconds(partial(_fold, drive, home), rounds=1))
    keeper = _keeper(drive, folder / "home 0")
    given = seconds(keeper.entries)
    keeper.poll()
    idle = seconds(keeper.poll, rounds=20) * 1000
    one = seconds(lambda: _one_more(keeper), rounds=20) * 1000
    return [
        Figure(
            f"ledger of {_ENTRIES:,} entries from nothing: read, verified, kept in the cache",
            read,
            "s",
            "reading, hashing and parsing the JSON",
            read / bare,
            f"≤ {_TO_REACH:g} ×",
            read / bare <= _TO_REACH,
        ),
        Figure(f"{_ENTRIES:,} entries out of the cache, in order", given, "s"),
        Figure(
            f"a look at {_DESKS * _SEGMENTS} segments where nothing is new",
            idle,
            "ms",
            to_reach=f"≤ {_IDLE_TO_REACH:g} ms",
            reached=idle <= _IDLE_TO_REACH,
        ),
        Figure("one act written, on disk, and read back", one, "ms"),
    ]


def make_ledger(drive: Path, random: Random) -> None:
    """Write segments as twelve desks would have, without their fsyncs."""
    number = 0
    for desk in range(_DESKS):
        folder = drive / ".librarian" / "ledger" / f"desk{desk:08}"
        folder.mkdir(parents=True)
        for segment in range(_SEGMENTS):
            count = (_ENTRIES - number) // (_DESKS * _SEGMENTS - desk * _SEGMENTS - segment)
            lines = _lines(count, number, folder.name, random)
            name = f"20260601T0900{segment:02}000000-{random.getrandbits(32):08x}.jsonl"
            (folder / name).write_bytes(b"".join(lines))
            number += count


def _lines(count: int, first: int, desk: str, random: Random) -> list[bytes]:
    lines, before = [], START
    for number in range(count):
        payload = {
            "document": f"{random.getrandbits(128):032x}",
            "path": f"Forms/Core groups/Minutes of a core group {first + number}.docx",
            "sha256": f"{random.getrandbits(256):064x}",
            "note": "Two boxes fewer, and the new telephone number of the duty team.",
        }
        body = sealed_body(payload, f"{random.getrandbits(128):032x}")
        at = _BEGAN + (first + number) * 1000
        kind = _KINDS[number % len(_KINDS)]
        sealed = digest(body.encode())
        line, before = written(
            Head(at, 0, desk, current_account(), kind, number, sealed, before), body
        )
        lines.append(line)
    return lines


def _bare(drive: Path) -> int:
    count = 0
    for path in sorted(drive.glob(".librarian/ledger/*/*.jsonl")):
        for line in path.read_bytes().split(b"\n")[:-1]:
            sha256(line).hexdigest()
            json.loads(line)
            count += 1
    return count


def _keeper(drive: Path, home: Path) -> LedgerKeeper:
    clock, segments = SystemClock(), FolderSegments(drive, SystemClock())
    return LedgerKeeper(
        marker=DriveMarker(drive),
        segments=segments,
        cache=SqliteLedgerCache(home / "catalogue.sqlite"),
        records=LocalRecords(home / "own"),
        writer=LedgerWriter(
            segments=segments,
            clock=clock,
            desk="mine",
            who=current_account(),
            salt=lambda: "0" * 32,
        ),
        clock=clock,
    )


def _fold(drive: Path, home: Path) -> None:
    keeper = _keeper(drive, home)
    keeper.curators()
    keeper.close()


def _one_more(keeper: LedgerKeeper) -> None:
    keeper.append("noted", {"path": "Forms/A.docx"})
    keeper.read_new()
