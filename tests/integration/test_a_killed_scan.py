"""A scan that is killed at any instant is taken up again, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from librarian.bootstrap import LocalDesk
from librarian.domain.searching import Query

ROOT = Path(__file__).parents[2]
FILES = 300
SCAN = """
import sys
from pathlib import Path
from librarian.bootstrap import LocalDesk
if __name__ == "__main__":
    with LocalDesk(Path(sys.argv[2])).catalogued(Path(sys.argv[1])) as drive:
        drive.bus.subscribe(lambda event: print(type(event).__name__, flush=True))
        with drive.writing("scan") as scanner:
            scanner.scan()
"""


@pytest.mark.parametrize("lines", [1, 2, 4])
def test_killed_after_some_steps_the_next_scan_completes_it(tmp_path: Path, lines: int) -> None:
    # Given a drive, and a scan that is killed after some steps
    root, home = tmp_path / "drive", tmp_path / "home"
    root.mkdir()
    for number in range(FILES):
        (root / f"{number:03}.txt").write_text(f"word{number} common", "utf-8")
    script = tmp_path / "scan.py"
    script.write_text(SCAN, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script), str(root), str(home)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as scan:
        assert scan.stdout
        said = [scan.stdout.readline() for _ in range(lines)]
        scan.kill()
    assert all(said), "the scan ended before it could be killed"

    # When it is started again
    with LocalDesk(home).catalogued(root) as drive:
        settled = drive.catalogue.tally().read
        with drive.writing("scan") as scanner:
            scanner.scan()
        drive.finder.refresh()
        found = drive.finder.find(Query("common", limit=1, typing=False))

        # Then everything is found once, and catalogue and index agree
        assert drive.catalogue.tally().read == FILES >= settled
        assert found.total == FILES
        assert drive.catalogue.doubtful() == []
