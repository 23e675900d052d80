"""The ledger in a real folder: what was done to its files is found, and nothing of it is lost."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from librarian.adapters.ledger_files import FolderSegments
from librarian.adapters.ledger_records import LocalRecords, desk_id
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.domain.errors import DriveUnavailableError, LibrarianError
from tests.support.fakes import FakeClock
from tests.support.ledgers import TeamDrive


@pytest.fixture
def team(tmp_path: Path) -> Iterator[TeamDrive]:
    team = TeamDrive(tmp_path / "drive", tmp_path / "homes").adopt()
    yield team
    team.close()


@pytest.fixture
def janet(team: TeamDrive) -> LedgerKeeper:
    """A curator who acted five times, and has read it all."""
    keeper = team.desk("janet")
    for number in range(5):
        keeper.append("noted", {"n": number})
    keeper.poll()
    return keeper


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def edited(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"n":2}', b'"n":9}'))


def edited_head(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"who":"janet"', b'"who":"david"', 2))


def missing(path: Path) -> None:
    path.write_bytes(b"".join(lines(path)[:2] + lines(path)[3:]))


def reordered(path: Path) -> None:
    each = lines(path)
    path.write_bytes(b"".join([each[0], each[2], each[1], *each[3:]]))


def cut_short(path: Path) -> None:
    path.write_bytes(b"".join(lines(path)[:3]))


def removed(path: Path) -> None:
    path.unlink()


def garbled(path: Path) -> None:
    path.write_bytes(b"".join([*lines(path)[:4], b"\0" * 80 + b"\n"]))


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (edited, "changed"),
        (edited_head, "changed"),
        (missing, "missing"),
        (reordered, "order"),
        (cut_short, "cut short"),
        (removed, "gone"),
        (garbled, "cannot be understood"),
    ],
)
def test_what_was_done_to_a_file_is_found_and_what_it_lost_comes_back(
    team: TeamDrive, janet: LedgerKeeper, harm: Callable[[Path], None], word: str
) -> None:
    # Given a segment that somebody or something harmed
    before = janet.entries()
    [path] = team.segments()
    harm(path)

    # When it is checked
    verified = janet.verify()

    # Then it is found, and a desk that has seen nothing yet reads the whole history
    assert any(word in problem.what for problem in verified.problems)
    assert all(problem.where for problem in verified.problems)
    new = team.desk("new")
    new.poll()
    assert new.entries() == before == janet.entries()


@pytest.mark.parametrize("harm", [edited, edited_head, missing, cut_short, removed])
def test_what_was_brought_back_is_no_problem_any_more(
    team: TeamDrive, janet: LedgerKeeper, harm: Callable[[Path], None]
) -> None:
    # Given harm that was found and mended
    harm(team.segments()[0])
    janet.verify()

    # When it is checked again, then all is well
    assert janet.verify().problems == ()


@pytest.mark.usefixtures("janet")
def test_a_desk_whose_cache_is_gone_still_knows_what_it_has_seen(team: TeamDrive) -> None:
    # Given a segment that was cut short, and a desk whose cache was thrown away
    cut_short(team.segments()[0])
    team.close()
    for rest in (team.homes / "janet").glob("catalogue.sqlite*"):
        rest.unlink()

    # When it reads and checks
    again = team.desk("janet")
    news, verified = again.poll(), again.verify()

    # Then it says so
    assert any("changed or gone" in problem.what for problem in news.problems)
    assert any("cut short: 3 of 5" in problem.what for problem in verified.problems)


def test_a_segment_that_was_written_anew_is_found_at_every_check(
    team: TeamDrive, janet: LedgerKeeper, tmp_path: Path
) -> None:
    # Given a segment in whose place somebody put a longer one of their own making
    other = TeamDrive(tmp_path / "other", tmp_path / "others").adopt()
    forger = other.desk("janet")
    for number in range(9):
        forger.append("noted", {"invented": number})
    other.close()
    shutil.copy(other.segments()[0], team.segments()[0])

    # When a desk that has seen the real one reads it, and its cache is thrown away
    janet.poll()
    team.close()
    for rest in (team.homes / "janet").glob("catalogue.sqlite*"):
        rest.unlink()
    checks = [team.desk("janet").verify() for _ in range(2)]

    # Then each check says that what was seen is not there any more
    for check in checks:
        assert any("is not there any more" in problem.what for problem in check.problems)


def test_copies_that_sync_clients_make_are_read_once_and_harm_nobody(
    team: TeamDrive, janet: LedgerKeeper
) -> None:
    # Given copies of a segment under the names of several sync clients, one shorter than the rest
    [path] = team.segments()
    for name in ("x (conflicted copy).jsonl", "x-DESKTOP-AB1.jsonl", "x.sync-conflict-1.JSONL"):
        shutil.copy(path, path.with_name(name))
    cut_short(path)
    path.with_name(".~x.jsonl").write_bytes(b"half")
    path.with_name("x.jsonl.tmp").write_bytes(b"half")

    # When a new desk reads
    new = team.desk("new")
    news = new.poll()

    # Then each act is there once, and nothing is wrong
    assert [entry.payload for entry in new.entries()] == [{"n": number} for number in range(5)]
    assert len(news.entries) == 5
    assert new.verify().ok
    assert janet.verify().ok


def test_a_torn_tail_is_ignored_and_kept(team: TeamDrive, janet: LedgerKeeper) -> None:
    # Given a segment whose last line was torn by a crash
    [path] = team.segments()
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:100])

    # When others read, and the one who wrote goes on
    mia = team.desk("mia")
    news = mia.poll()
    janet.append("noted", {"n": 5})

    # Then nothing is wrong, the tail stays, and what comes goes into a new segment
    assert len(news.entries) == 5
    assert news.problems == ()
    assert path.read_bytes() == whole + whole[:100]
    assert len(team.segments()) == 2
    assert [entry.payload for entry in mia.read_new()] == [{"n": 5}]


def test_a_line_that_arrives_in_two_parts_is_read_when_it_is_whole(team: TeamDrive) -> None:
    # Given a file of which a sync client has brought the half so far
    team.desk("janet").append("noted", {"n": 0})
    [path] = team.segments()
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    mia = team.desk("mia")
    first = mia.read_new()

    # When the rest arrives
    path.write_bytes(whole)

    # Then it is read
    assert list(first) == []
    assert [entry.payload for entry in mia.read_new()] == [{"n": 0}]


def test_only_what_is_new_is_read(team: TeamDrive, janet: LedgerKeeper) -> None:
    # Given a desk that has read everything
    read: list[tuple[str, int]] = []

    class Watched(FolderSegments):
        def read(self, path: str, start: int, most: int) -> bytes:
            read.append((path, start))
            return super().read(path, start, most)

    mia = team.desk("mia", segments=Watched)
    mia.poll()
    [segment] = team.segments()
    size = segment.stat().st_size
    read.clear()

    # When nothing happens, and then one act
    mia.poll()
    idle = list(read)
    janet.append("noted", {"n": 5})
    mia.poll()
    again = team.desk("mia", segments=Watched)
    again.poll()

    # Then nothing is read, and then only the new bytes, also by the next process
    assert idle == []
    assert {start for _, start in read} == {size}


def test_processes_of_one_person_write_apart_and_share_what_they_read(team: TeamDrive) -> None:
    # Given two processes of one desk
    window, command = team.desk("janet"), team.desk("janet")

    # When both write
    one, other = window.append("noted", {"by": "window"}), command.append("noted", {"by": "it"})
    command.poll()

    # Then each has a segment of its own under one desk, and each hears of both acts
    assert len(team.segments()) == 2
    assert len({path.parent for path in team.segments()}) == 1
    assert {entry.id for entry in window.read_new()} == {one.id, other.id}


def test_a_desk_keeps_its_id(tmp_path: Path) -> None:
    # Given the id of an installation, when it is asked for again, then it is the same
    assert desk_id(tmp_path / "own") == desk_id(tmp_path / "own")
    assert desk_id(tmp_path / "own") != desk_id(tmp_path / "other")


def test_what_was_seen_is_never_lowered(tmp_path: Path) -> None:
    # Given two processes that remember heads, one of them behind
    ahead, behind = LocalRecords(tmp_path), LocalRecords(tmp_path)
    ahead.saw({"a": (5, "five"), "b": (1, "one")})

    # When the one behind remembers too
    behind.saw({"a": (3, "three"), "c": (1, "one")})

    # Then the furthest stands
    assert ahead.heads() == {"a": (5, "five"), "b": (1, "one"), "c": (1, "one")}


def test_a_drive_that_is_away_says_so_and_forgets_nothing(
    team: TeamDrive, janet: LedgerKeeper
) -> None:
    # Given a drive that goes away
    team.root.rename(team.root.with_name("away"))

    # When it is looked at and written to
    with pytest.raises(DriveUnavailableError):
        janet.poll()
    with pytest.raises(LibrarianError):
        janet.append("noted", {})

    # Then all is still known
    assert len(janet.entries()) == 5


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="root may write anywhere")
def test_one_who_may_only_read_hears_all_and_is_told_why_nothing_is_written(
    team: TeamDrive, janet: LedgerKeeper
) -> None:
    # Given a drive that this user may only read
    ledger = team.root / ".librarian" / "ledger"
    ledger.chmod(0o555)
    try:
        # When they look, and want to write
        mia = team.desk("mia")
        heard = len(mia.read_new())
        with pytest.raises(LibrarianError) as refusal:
            mia.append("noted", {})
    finally:
        ledger.chmod(0o755)

    # Then they hear all, and the remedy is named
    assert heard == len(janet.entries())
    assert "Business Support" in refusal.value.remedy


def test_a_file_that_a_virus_scanner_holds_is_tried_again_a_few_times(tmp_path: Path) -> None:
    # Given a file that another program holds for a moment, as Windows tells it
    waits: list[float] = []
    segments = FolderSegments(tmp_path, FakeClock(), waits.append)

    def held() -> str:
        if len(waits) < 3:
            error = OSError("in use")
            error.winerror = 32  # type: ignore[attr-defined] # only Windows has it
            raise error
        return "open"

    # When it is opened
    opened = segments._retried(held)

    # Then patience helped, and it was short
    assert opened == "open"
    assert sum(waits) < 1
