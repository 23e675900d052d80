"""A bad file costs itself alone; the network's faults are never held against a file."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import psutil
import pytest

from indexers.isolation import IsolatedReader
from indexers.working import fetch
from librarian.application.ports import Unanswered
from librarian.domain.extraction import Reason
from librarian.domain.files import Listed, Reading
from librarian.domain.vocabulary import Vocabulary
from tests.support import faulty

ROOT = Path(__file__).parents[2]
GIGABYTE = 1 << 30
Given = list[tuple[int, Listed, Path]]


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    """Return a reader that does what the files say."""
    made = IsolatedReader(
        Vocabulary(), extractors=faulty.extractors, workers=2, seconds=2.0, memory=4 * GIGABYTE
    )
    yield made
    made.close()


def never() -> bool:
    return False


def written(folder: Path, *texts: str) -> Given:
    """Write a file for each text."""
    given: Given = []
    for number, text in enumerate(texts):
        place = folder / f"{number}.txt"
        place.write_text(text, "utf-8")
        given.append((number, Listed(place.name, len(text), 0), place))
    return given


def outcomes(reader: IsolatedReader, given: Given) -> dict[int, str]:
    """Return what became of each file: its text, or why it has none."""
    return {
        file: (found.body or str(found.reason)) if isinstance(found, Reading) else found.why
        for file, found in reader.read(given, never)
    }


def test_bad_files_cost_themselves_alone(reader: IsolatedReader, tmp_path: Path) -> None:
    # Given files that hang, crash, swell and end the process, among good ones
    bad = {3: "hang", 6: "crash", 9: "swell", 12: "vanish", 15: "panic", 18: "stumble"}
    given = written(tmp_path, *(bad.get(number, f"good {number}") for number in range(20)))

    # When all are read
    found = outcomes(reader, given)

    # Then every good one has its text, and each bad one its reason
    assert {n: found[n] for n in found if n not in bad} == {
        n: f"good {n}" for n in range(20) if n not in bad
    }
    assert {bad[n]: found[n] for n in bad} == {
        "hang": Reason.TOO_SLOW,
        "crash": Reason.DAMAGED,
        "swell": Reason.TOO_LARGE,
        "vanish": Reason.DAMAGED,
        "panic": Reason.DAMAGED,
        "stumble": Reason.DAMAGED,
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has priority classes instead")
def test_reading_gives_way_to_the_window(reader: IsolatedReader, tmp_path: Path) -> None:
    # Given a file that tells how its reader stands in the queue for the processor
    given = written(tmp_path, "confess")

    # When it is read
    found = outcomes(reader, given)

    # Then whatever people wait for goes first
    assert int(found[0]) > os.nice(0)


def test_a_file_that_cannot_be_fetched_is_tried_again_later(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    # Given a file that has gone since it was listed, and a folder in a file's place
    gone = (1, Listed("gone.txt", 5, 0), tmp_path / "gone.txt")
    closed = (2, Listed("closed.txt", 5, 0), tmp_path)

    # When they are read
    found = dict(reader.read([gone, closed], never))

    # Then the network is to blame, in plain words
    assert found == {
        1: Unanswered("It is not there any more."),
        2: Unanswered("The drive did not answer."),
    }


def test_placeholders_and_giants_are_never_opened(reader: IsolatedReader, tmp_path: Path) -> None:
    # Given a file kept online only and a giant, neither of which is really there
    nowhere = tmp_path / "nowhere"
    given = [
        (1, Listed("a.docx", 5, 0, online_only=True), nowhere),
        (2, Listed("b.docx", 300_000_000, 0), nowhere),
    ]

    # When they are read, then nobody noticed
    assert outcomes(reader, given) == {1: Reason.ONLINE_ONLY, 2: Reason.TOO_LARGE}


def test_names_that_are_not_utf_8_are_read(reader: IsolatedReader, tmp_path: Path) -> None:
    # Given a file whose name is not UTF-8
    place = tmp_path / "caf\udce9.txt"
    place.write_text("Open on Friday", "utf-8")

    # When it is read, then its text is there
    assert outcomes(reader, [(1, Listed(place.name, 5, 0), place)]) == {1: "Open on Friday"}


def test_only_a_few_files_are_under_way_at_a_time(reader: IsolatedReader, tmp_path: Path) -> None:
    # Given a long list of files that is made bit by bit
    taken: list[int] = []

    def files() -> Iterator[tuple[int, Listed, Path]]:
        for each in written(tmp_path, *(f"text {number}" for number in range(60))):
            taken.append(each[0])
            yield each

    # When the first answer comes
    answers = reader.read(files(), never)
    next(answers)

    # Then most of the list has not been asked for
    assert len(taken) < 20
    assert len(list(answers)) == 59


def test_quick_readers_have_work_while_a_batch_is_settled(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    # Given many small files
    taken: list[int] = []

    def files() -> Iterator[tuple[int, Listed, Path]]:
        for each in written(tmp_path, *(f"text {number}" for number in range(300))):
            taken.append(each[0])
            yield each

    # When half of them are read and nobody asks for more, since what came is being settled
    answers = reader.read(files(), never)
    answered = list(islice(answers, 150))

    # Then as many wait as are read in a good moment
    assert len(taken) - len(answered) > 24
    assert len(list(answers)) == 150


def test_reading_ends_when_it_is_cancelled_and_can_begin_again(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    # Given a person who stops reading at the first answer, with a hanging file under way
    given = written(tmp_path, "good", "hang", *["good"] * 30)
    answers: list[int] = []

    # When files are read
    for file, _ in reader.read(given, lambda: bool(answers)):
        answers.append(file)

    # Then it ends, and the next round reads as ever
    assert len(answers) < 12
    assert outcomes(reader, given[:1]) == {0: "good"}


def pauses(*answers: float) -> Callable[[], float]:
    """Return a pace that gives these answers, the last one for ever."""
    left = list(answers)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


def test_a_paused_reader_starts_nothing(tmp_path: Path) -> None:
    # Given a reader that is paused, and a person who stops after a while
    looks: list[None] = []
    reader = IsolatedReader(Vocabulary(), pace=lambda: float("inf"))

    def enough() -> bool:
        looks.append(None)
        return len(looks) > 5

    # When files are read, then nothing comes
    assert list(reader.read(written(tmp_path, "good"), enough)) == []


def test_a_reader_goes_on_when_the_pause_ends(tmp_path: Path) -> None:
    # Given a reader that is paused for a while
    pace = pauses(float("inf"), float("inf"), 0.0)
    reader = IsolatedReader(Vocabulary(), pace=pace, extractors=faulty.extractors, workers=1)

    # When files are read, then they come in the end
    try:
        assert sorted(outcomes(reader, written(tmp_path, "one", "two"))) == [0, 1]
    finally:
        reader.close()


PARENT = """
import sys
from pathlib import Path
from indexers.isolation import IsolatedReader
from librarian.domain.files import Listed
from librarian.domain.vocabulary import Vocabulary
from tests.support import faulty

if __name__ == "__main__":
    reader = IsolatedReader(Vocabulary(), extractors=faulty.extractors, seconds=60.0)
    files = ((number, Listed("a.txt", 5, 0), Path(sys.argv[1])) for number in range(1_000_000))
    for file, found in reader.read(files, lambda: False):
        print(found.body, flush=True)
"""


def test_worker_processes_do_not_outlive_their_parent(tmp_path: Path) -> None:
    # Given a process that reads with workers of its own
    (tmp_path / "a.txt").write_text("good", "utf-8")
    (tmp_path / "parent.py").write_text(PARENT, "utf-8")
    command = [sys.executable, str(tmp_path / "parent.py"), str(tmp_path / "a.txt")]
    with subprocess.Popen(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().strip() == b"good"
        workers = psutil.Process(parent.pid).children(recursive=True)

        # When it is killed
        parent.send_signal(signal.SIGKILL)

    # Then its workers end too
    assert workers
    _, alive = psutil.wait_procs(workers, timeout=10)
    assert alive == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows which signals are blocked")
def test_ctrl_c_reaches_no_worker_not_even_while_it_loads(reader: IsolatedReader) -> None:
    # Given a reader
    # When its workers have only just been started
    reader.get_ready()
    workers = [
        child
        for child in psutil.Process().children(recursive=True)
        if "multiprocessing.forkserver" in " ".join(child.cmdline())
    ]

    # Then none of them hears Ctrl+C, and this process does
    assert workers
    blocked = [Path(f"/proc/{worker.pid}/status").read_text("ascii") for worker in workers]
    for status in blocked:
        [mask] = [line.split()[1] for line in status.splitlines() if line.startswith("SigBlk")]
        assert int(mask, 16) & 1 << (signal.SIGINT - 1)
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())


@pytest.mark.skipif(sys.platform == "win32", reason="pipes in folders are a matter of POSIX")
def test_a_pipe_that_took_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    # Given a pipe where a file was when it was listed
    os.mkfifo(tmp_path / "a.txt")

    # When it is fetched
    found = fetch(tmp_path / "a.txt")

    # Then that ends at once, and is not held against the file
    assert isinstance(found, Unanswered)
