"""Real processes that write at once and are really killed: nothing acknowledged is lost."""

import subprocess
import sys
from pathlib import Path

from librarian.adapters.ledger_records import LocalRecords
from tests.support.ledgers import FOUNDING, TeamDrive

WRITER = """
import sys
from pathlib import Path
from librarian.adapters.clock import SystemClock
from tests.support.ledgers import TeamDrive

root, homes, who = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
keeper = TeamDrive(root, homes, SystemClock()).desk(who)
for number in range(100_000):
    entry = keeper.append("noted", {"who": who, "n": number, "words": "x" * 400})
    print(entry.id, flush=True)
    if number % 7 == 0:
        keeper.poll()
"""
WRITERS = ("janet", "janet", "tom", "mia")
ACTS = 25


def start(team: TeamDrive, who: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(team.root), str(team.homes), who],
        stdout=subprocess.PIPE,
        text=True,
    )


def kill(process: subprocess.Popen[str]) -> list[str]:
    """Kill a writer when it has acknowledged a few acts; returns all that it acknowledged."""
    assert process.stdout
    told = [process.stdout.readline() for _ in range(ACTS)]
    process.kill()
    told += process.stdout.readlines()
    process.stdout.close()
    process.wait()
    return [line.strip() for line in told if line.endswith("\n")]


def test_what_processes_acknowledged_before_they_were_killed_is_there(tmp_path: Path) -> None:
    # Given four processes at three desks that all write as fast as they can
    team = TeamDrive(tmp_path / "drive", tmp_path / "homes").adopt(FOUNDING)
    writers = [start(team, who) for who in WRITERS]

    # When each is killed, somewhere in between
    acknowledged = [entry for process in writers for entry in kill(process)]
    reader = team.desk("ann")
    news = reader.poll()
    entries = reader.entries()
    verified = [team.desk(who).verify() for who in ("ann", *WRITERS)]
    team.close()

    # Then all they acknowledged is there, once, in order, and nothing is wrong
    ids = [entry.id for entry in entries]
    assert len(acknowledged) >= ACTS * len(WRITERS)
    assert set(acknowledged) <= set(ids)
    assert len(ids) == len(set(ids)) == len(news.entries)
    assert [entry.stamp for entry in entries] == sorted(entry.stamp for entry in entries)
    assert all(each.ok for each in verified)
    assert len(team.segments()) == len(WRITERS)


def test_processes_that_remember_at_once_lose_no_memory(tmp_path: Path) -> None:
    # Given processes of one person that each remember another segment
    code = (
        "import sys; from pathlib import Path;"
        "from librarian.adapters.ledger_records import LocalRecords, desk_id;"
        "[LocalRecords(Path(sys.argv[1])).saw({f'{sys.argv[2]}-{n}': (n, 'h')}) for n in range(5)];"
        "print(desk_id(Path(sys.argv[1])))"
    )

    # When they run at once
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), str(number)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(3)
    ]
    desks = {process.communicate()[0].strip() for process in running}

    # Then all is remembered, and the desk has one id
    assert len(LocalRecords(tmp_path).heads()) == 15
    assert len(desks) == 1
    assert all(process.returncode == 0 for process in running)
