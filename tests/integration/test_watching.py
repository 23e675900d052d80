"""The operating system's hints reach us as folders, without our own and temporary files."""

from pathlib import Path
from queue import Empty, Queue

from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    FileCreatedEvent,
    FileMovedEvent,
    FileOpenedEvent,
)

from indexers.watching import FolderWatcher, hinted
from librarian.adapters.clock import SystemClock


def test_a_saved_file_hints_at_its_folder(tmp_path: Path) -> None:
    # Given a watched drive
    (tmp_path / "Forms").mkdir()
    hints: Queue[frozenset[str]] = Queue()

    # When somebody saves into it, again until the watcher has begun to see
    with FolderWatcher(tmp_path, SystemClock()).watch(hints.put):
        heard: frozenset[str] = frozenset()
        for attempt in range(50):
            (tmp_path / "Forms" / "a.txt").write_text(str(attempt), "utf-8")
            heard |= _next(hints)
            if heard:
                break

    # Then the folder is named
    assert "Forms" in heard


def test_a_folder_that_went_and_came_back_is_watched_without_a_word(tmp_path: Path) -> None:
    # Given a watched folder
    drive, elsewhere = tmp_path / "drive", tmp_path / "elsewhere"
    (drive / "Forms" / "Old").mkdir(parents=True)
    hints: Queue[frozenset[str]] = Queue()

    with FolderWatcher(drive, SystemClock()).watch(hints.put):
        assert "Forms" in _heard(hints, drive / "Forms" / "a.txt")

        # When somebody takes it away and brings it back
        (drive / "Forms").rename(elsewhere)
        elsewhere.rename(drive / "Forms")
        while _next(hints):  # what the coming back itself hinted at
            pass

        # Then what is saved in it is still heard of, and the watcher has no complaint
        assert "Forms/Old" in _heard(hints, drive / "Forms" / "Old" / "b.txt")


def test_noise_and_our_own_files_hint_at_nothing(tmp_path: Path) -> None:
    # Given what happens on a drive all day
    events = [
        FileOpenedEvent(str(tmp_path / "Forms" / "a.docx")),
        DirModifiedEvent(str(tmp_path / "Forms")),
        FileCreatedEvent(str(tmp_path / ".librarian" / "ledger" / "x.jsonl")),
        FileCreatedEvent(str(tmp_path / "Forms" / "~$a.docx")),
    ]

    # When each is looked at
    hints = [hinted(tmp_path, event) for event in events]

    # Then none says where to look
    assert hints == [frozenset()] * len(events)


def test_a_move_hints_at_both_folders_and_a_new_folder_at_itself(tmp_path: Path) -> None:
    # Given a move, and a folder that was made
    move = FileMovedEvent(str(tmp_path / "A" / "x.docx"), str(tmp_path / "B" / "x.docx"))
    made = DirCreatedEvent(str(tmp_path / "A" / "New"))

    # When they are looked at
    # Then every folder concerned is named
    assert hinted(tmp_path, move) == {"A", "B"}
    assert hinted(tmp_path, made) == {"A", "A/New"}


def _heard(hints: Queue[frozenset[str]], file: Path) -> frozenset[str]:
    """What is hinted at while somebody saves a file again and again."""
    heard: frozenset[str] = frozenset()
    for attempt in range(20):
        file.write_text(str(attempt), "utf-8")
        heard |= _next(hints)
        if file.parent.name in {each.rpartition("/")[2] for each in heard}:
            break
    return heard


def _next(hints: Queue[frozenset[str]]) -> frozenset[str]:
    try:
        return hints.get(timeout=0.5)
    except Empty:
        return frozenset()
