"""Processes that are really killed in the middle of an act; the next start ends what they began."""

import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from librarian.bootstrap import LocalDesk
from tests.support.sources import ROOT

FORM, DRAFT = "Forms/Form.txt", "Forms/Form v1.1 DRAFT.txt"
KILL = """
import os, signal, sys
from pathlib import Path
from librarian.adapters.drive_writing import Disk
from librarian.bootstrap import LocalDesk
from tests.support.sources import ROOT

left = int(sys.argv[3])

def counted(work):
    def step(*arguments):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return work(*arguments)
    return step

if __name__ == "__main__":
    with LocalDesk(Path(sys.argv[2])).catalogued(Path(sys.argv[1])) as drive:
        for name in ("copy", "rename_new", "rename_aside", "unlink"):
            setattr(Disk, name, counted(getattr(Disk, name)))
        {act}
    print("done")
"""
ACTS = {
    "approve": f"drive.history.publisher.approve({DRAFT!r}, of={FORM!r})",
    "restore": f"drive.history.restorer.restore({FORM!r}, 'v1.0')",
    "archive": f"drive.history.archivist.archive({DRAFT!r}, of={FORM!r})",
}


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by a signal here")
@pytest.mark.parametrize(("act", "moves"), [("approve", 16), ("restore", 8), ("archive", 7)])
def test_killed_in_the_middle_it_is_ended_at_the_next_start(
    tmp_path: Path, act: str, moves: int
) -> None:
    # Given a document with a second version and a draft, and a process killed in its act
    root, home = tmp_path / "drive", tmp_path / "home"
    (root / "Forms").mkdir(parents=True)
    desk = LocalDesk(home)
    desk.adopt(root, "Team")
    with desk.catalogued(root) as drive:
        for words in ("the first words of a form", "the second words of a form"):
            (root / FORM).write_text(words, "utf-8")
            drive.history.publisher.approve(FORM)
    (root / DRAFT).write_text("the words of a draft", "utf-8")
    before = _contents(root)
    script = tmp_path / "act.py"
    script.write_text(KILL.replace("{act}", ACTS[act]), "utf-8")
    killed = subprocess.run(
        [sys.executable, str(script), str(root), str(home), str(moves)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr

    # When Librarian is started again
    with desk.catalogued(root) as drive:
        history = drive.history

        # Then nothing is half done, no byte is gone, and the current version lies in its place
        assert not history.managed.documents.unfinished
        assert before <= _contents(root)
        assert history.check_versions().problems == ()
        assert history.ledger.verify().ok
        document = history.managed.at(FORM)
        assert document is not None
        assert document.current is not None
        assert sha256((root / FORM).read_bytes()).hexdigest() == document.current.sha256
        assert not list(root.rglob("~librarian-*-old.tmp"))


def _contents(root: Path) -> set[str]:
    """What the files hold that are anybody's: the ledger grows, and half a copy is nobody's."""
    return {
        sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and "ledger" not in path.parts and not path.name.endswith(".half")
    }
