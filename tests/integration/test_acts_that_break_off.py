"""An act that breaks off, at each of its moves in turn, is done whole or not at all.

The process dies, the disk is full, a colleague saves: before each single move, one after the
other. A file is locked, the drive goes away, the folder is read-only, another desk acts: before
every second or third, since what is done about them is the same.
"""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from librarian.adapters.drive_writing import told
from librarian.domain.errors import LibrarianError
from tests.support.faulty_disk import FAULTS, FaultyDisk, KilledError
from tests.support.history_fakes import ActingDesk, SharedRecord, digest

HOME = "Forms/Form.txt"
DRAFT = "Forms/Draft.txt"
OLDER = "Forms/Older.txt"
CONTENTS = ("first", "second", "draft", "older", "edited")

Act = Callable[[ActingDesk], object]
Tree = dict[str, str]

ACTS: dict[str, Act] = {
    "publish": lambda desk: desk.publisher.publish(DRAFT, of=HOME),
    "approve a draft": lambda desk: desk.publisher.approve(DRAFT, of=HOME),
    "restore": lambda desk: desk.restorer.restore(HOME, "v1.0"),
    "archive": lambda desk: desk.archivist.archive(OLDER, of=HOME),
}
ON_AN_EDIT: dict[str, Act] = {
    "approve an edit": lambda desk: desk.publisher.approve(HOME),
    "put back": lambda desk: desk.restorer.put_back(HOME),
}


def a_desk(place: Path, record: SharedRecord, name: str = "desk1") -> ActingDesk:
    """A process that starts: it ends what broke off here."""
    disk = FaultyDisk()
    who = "janet" if name == "desk1" else "tom"
    made = ActingDesk(place / "drive", record, who, name, disk, home=place / name)

    def step() -> None:
        with told("the ledger"):
            disk.step()

    made.ledger.step = step
    made.recoverer.recover()
    return made


def a_drive(place: Path, act: str) -> tuple[ActingDesk, SharedRecord]:
    """A form in its second version, a draft of the next, an older one; an edit where needed."""
    record = SharedRecord()
    desk = a_desk(place, record)
    desk.put(HOME, "first")
    desk.publisher.approve(HOME)
    desk.put(HOME, "second")
    desk.publisher.approve(HOME)
    desk.put(DRAFT, "draft")
    desk.put(OLDER, "older")
    if act in ON_AN_EDIT:
        desk.put(HOME, "edited")
    return desk, record


def tree(root: Path) -> Tree:
    """Every file a colleague can see, and what it says."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in root.rglob("*")
        if path.is_file() and ".librarian" not in path.parts and not path.name.startswith("~")
    }


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.rglob("~librarian-*")]


def disk_of(desk: ActingDesk) -> FaultyDisk:
    assert isinstance(desk.disk, FaultyDisk)
    return desk.disk


def check(desk: ActingDesk, before: Tree) -> None:
    """No byte is gone, and every document has one current version that can be had."""
    root = desk.root
    kept = {digest(path.read_bytes()) for path in root.rglob("*") if path.is_file()}
    assert {digest(text) for text in before.values()} <= kept
    assert not desk.managed.documents.unfinished
    assert not desk.store.check(()).problems
    [document] = desk.managed.documents.by_id.values()
    assert document.current is not None
    served = desk.lender.serve(document.path)
    assert digest(served.place.read_bytes()) == document.current.sha256
    for version in document.versions:
        assert desk.store.has(version.sha256)
        if version.path and version.until is None and not served.notice:
            assert digest((root / version.path).read_bytes()) == version.sha256


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("act", [*ACTS, *ON_AN_EDIT])
def test_it_is_done_whole_or_not_at_all(tmp_path: Path, act: str, fault: str) -> None:
    work = {**ACTS, **ON_AN_EDIT}[act]
    for moves in count(step=1 if fault in ("killed", "disk full") else 3):
        # Given a drive on which the act would go well
        place = tmp_path / str(moves)
        desk, record = a_drive(place, act)
        before, entries = tree(desk.root), len(record.entries)

        # When it breaks off after some moves
        disk_of(desk).after(moves, FAULTS[fault])
        try:
            work(desk)
            struck = disk_of(desk).left is None
        except KilledError:
            struck, desk = True, a_desk(place, record)
        except LibrarianError:
            struck = True
        disk_of(desk).after(None)

        # Then, at the next start at the latest, it is done whole or not at all
        desk.recoverer.recover()
        after = tree(desk.root)
        done = [each.kind for each in record.entries[entries:] if each.kind in _DONE]
        if not done:
            assert after == before, (moves, after, before)
        assert not leftovers(desk.root), moves
        check(desk, before)
        if not struck:
            assert moves > 3
            return


_DONE = frozenset({"published", "approved", "restored", "archived"})


@pytest.mark.parametrize("fault", ["drive away", "read-only", "disk full"])
@pytest.mark.parametrize("act", [*ACTS, *ON_AN_EDIT])
def test_a_fault_that_lasts_waits_for_the_next_start(tmp_path: Path, act: str, fault: str) -> None:
    work = {**ACTS, **ON_AN_EDIT}[act]
    for moves in count(step=3):
        # Given an act during which the drive refuses everything from some move on
        place = tmp_path / str(moves)
        desk, record = a_drive(place, act)
        before = tree(desk.root)
        disk_of(desk).after(moves, FAULTS[fault], lasting=True)
        try:
            work(desk)
            struck = disk_of(desk).left == 0
        except LibrarianError:
            struck = True

        # When Librarian is started again, on a drive that is well again
        desk = a_desk(place, record)

        # Then all is whole
        assert not leftovers(desk.root), moves
        check(desk, before)
        if not struck:
            return


@pytest.mark.parametrize("act", [*ACTS, *ON_AN_EDIT])
def test_a_colleague_who_saves_in_the_middle_loses_nothing(tmp_path: Path, act: str) -> None:
    work = {**ACTS, **ON_AN_EDIT}[act]
    for moves in count():
        # Given an act, and a colleague who saves the same file before one of its moves
        place = tmp_path / str(moves)
        desk, record = a_drive(place, act)
        before = tree(desk.root)
        disk_of(desk).after(moves, lambda: _save(desk.root / HOME))  # noqa: B023 - called at once

        # When both happen
        try:
            work(desk)
        except LibrarianError:
            struck = True
        else:
            struck = disk_of(desk).left is None
        disk_of(desk).after(None)

        # Then the colleague's words are there, and so is all that was recorded
        desk = a_desk(place, record)
        saved = (desk.root / HOME).read_text("utf-8") == "a colleague's words"
        kept = {digest(path.read_bytes()) for path in desk.root.rglob("*") if path.is_file()}
        assert not struck or saved or digest("a colleague's words") in kept, moves
        assert not leftovers(desk.root), moves
        check(desk, {name: text for name, text in before.items() if name != HOME})
        if not struck:
            return


@pytest.mark.parametrize("other", ["approve a draft", "restore", "archive"])
@pytest.mark.parametrize("act", [*ACTS, *ON_AN_EDIT])
def test_two_desks_that_race_lose_nothing(tmp_path: Path, act: str, other: str) -> None:
    work = {**ACTS, **ON_AN_EDIT}[act]
    for moves in count(step=2):
        # Given two desks, and an act of the second before one of the first's moves
        place = tmp_path / str(moves)
        desk, record = a_drive(place, act)
        second = a_desk(place, record, "desk2")
        before = tree(desk.root)
        disk_of(desk).after(moves, lambda: _try(ACTS[other], second))  # noqa: B023 - at once

        # When both act
        _try(work, desk)
        struck = disk_of(desk).left is None
        disk_of(desk).after(None)

        # Then both desks come to the same, and all is there
        desk, second = a_desk(place, record), a_desk(place, record, "desk2")
        desk.managed.refresh()
        assert desk.managed.documents == second.managed.documents
        assert not leftovers(desk.root), moves
        check(desk, before)
        if not struck:
            return


def _try(act: Act, desk: ActingDesk) -> None:
    """Have a desk act; a refusal in words is an answer too."""
    with suppress(LibrarianError):
        act(desk)


def _save(path: Path) -> None:
    """Save as Word does: under another name first, then in place."""
    half = path.with_name("~colleague.tmp")
    half.write_text("a colleague's words", "utf-8")
    half.replace(path)
