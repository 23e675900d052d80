"""What a window asks of documents, over a real drive: confirmed at one desk, seen at another."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from librarian.application.about import Caretaker, Known, Registrar
from librarian.application.library import Library
from librarian.bootstrap import open_desk
from librarian.domain.errors import ChangedError
from librarian.domain.searching import Query, State
from tests.support.files import docx, paragraph

BOXES = [f"Box {n}. Who keeps the child safe at this time, and how do we know?" for n in range(12)]
SECOND = ("Safety plan", "Version 2", *BOXES, "Box 12. Whom to ring?")
PLAN = "Forms/Safety plan v2.docx"
OLD = "Forms/Safety plan v1.docx"


def a_docx(*lines: str) -> bytes:
    """A Word file with these paragraphs."""
    return docx("".join(paragraph(line) for line in lines))


@contextmanager
def at_a_desk(home: Path, root: Path) -> Iterator[Library]:
    """A desk over the drive, which was looked at."""
    desk = open_desk(home)
    with desk.catalogued(root) as drive, drive.writing("a test") as scanner:
        scanner.scan(lambda: False)
    library = desk.open(root)
    try:
        yield library
    finally:
        library.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "drive"
    (root / "Forms").mkdir(parents=True)
    (root / OLD).write_bytes(a_docx("Safety plan", "Version 1", *BOXES))
    (root / PLAN).write_bytes(a_docx(*SECOND))
    return root


def services(library: Library) -> tuple[Registrar, Caretaker]:
    assert library.registrar
    assert library.caretaker
    return library.registrar, library.caretaker


def test_what_one_desk_confirms_another_sees(root: Path, tmp_path: Path) -> None:
    with at_a_desk(tmp_path / "a", root) as here, at_a_desk(tmp_path / "b", root) as there:
        # Given a drive that somebody looks after, with a form of which two versions lie about
        registrar, caretaker = services(here)
        caretaker.begin("Team drive", "malcolm.ade")
        [task] = caretaker.board().tasks
        assert [each.path for each in task.candidates] == [PLAN, OLD]

        # When the newer one is confirmed
        registrar.confirm(PLAN, note="Agreed", seen=task.candidates[0].sha256)

        # Then the other desk knows it, and nothing is left to confirm
        assert there.history
        there.history.managed.refresh()
        [hit] = there.finder.find(Query("safety plan")).hits
        assert (hit.path, hit.state, hit.by != "") == (PLAN, State.CURRENT, True)
        about = services(there)[0].about(OLD)
        assert about.current
        assert (about.path, about.current.note) == (PLAN, "Agreed")
        assert caretaker.board().tasks == ()
        assert caretaker.board().confirmed == 1


def test_two_versions_stand_side_by_side(root: Path, tmp_path: Path) -> None:
    with at_a_desk(tmp_path / "a", root) as here:
        # Given two versions that nobody confirmed
        registrar, _ = services(here)
        newer, older = registrar.about(PLAN).editions

        # When they are compared
        found = registrar.compare(older, newer)

        # Then what differs is told, between what is the same
        assert found.changes == 2
        assert any(pair.after == "Box 12. Whom to ring?" for pair in found.pairs)
        assert sum(pair.before == pair.after for pair in found.pairs) == len(BOXES) + 1


def test_a_change_after_it_was_confirmed_is_told_and_readers_get_what_was(
    root: Path, tmp_path: Path
) -> None:
    # Given a confirmed form that somebody changed on the drive
    with at_a_desk(tmp_path / "a", root) as here:
        registrar, caretaker = services(here)
        caretaker.begin("Team drive")
        registrar.confirm(PLAN, seen=registrar.about(PLAN).seen)
    (root / PLAN).chmod(0o644)
    (root / PLAN).write_bytes(a_docx("Safety plan", "Version 2", *BOXES, "Box 12. Anything else?"))

    with at_a_desk(tmp_path / "a", root) as here:
        registrar, _ = services(here)

        # When it is looked at again
        about = registrar.about(PLAN)

        # Then the page and the results tell of it, and the preview shows what was confirmed
        assert about.edited
        assert about.editions[0].is_change
        [hit] = here.finder.find(Query("safety plan")).hits
        assert hit.edited
        assert "Whom to ring" in str(here.finder.preview(PLAN, Query("")))

        # And put back, it is what it was
        registrar.put_back(PLAN, seen=about.seen)
        assert (root / PLAN).read_bytes() == a_docx(*SECOND)


def test_what_is_no_longer_what_was_seen_is_refused(root: Path, tmp_path: Path) -> None:
    with at_a_desk(tmp_path / "a", root) as here:
        # Given a form that changes after a person looked at it
        registrar, caretaker = services(here)
        caretaker.begin("Team drive")
        seen = registrar.about(PLAN).seen
        (root / PLAN).write_bytes(a_docx("Safety plan", "Version 3", *BOXES))

        # When they confirm what they saw, then that is refused
        with pytest.raises(ChangedError):
            registrar.confirm(PLAN, seen=seen)


def test_a_wish_reaches_business_support_or_becomes_a_message(root: Path, tmp_path: Path) -> None:
    with at_a_desk(tmp_path / "a", root) as here:
        # Given a drive that nobody looks after
        registrar, caretaker = services(here)

        # When somebody asks, then a message is prepared
        message = registrar.ask_to_confirm(PLAN).message
        assert message
        assert b"X-Unsent: 1" in message.read_bytes()
        assert not (root / ".librarian").exists()

        # And once somebody looks after it, it reaches them
        caretaker.begin("Team drive")
        assert registrar.suggest(PLAN, "A larger box").message is None
        [(path, wish)] = caretaker.board().wishes
        assert (path, wish.words) == (PLAN, "A larger box")


def test_a_file_from_elsewhere_is_recognised(root: Path, tmp_path: Path) -> None:
    with at_a_desk(tmp_path / "a", root) as here:
        # Given the older version in somebody's downloads, and a file that is nowhere on the drive
        registrar, _ = services(here)
        mailed = tmp_path / "from the mail.docx"
        mailed.write_bytes((root / OLD).read_bytes())
        other = tmp_path / "shopping.docx"
        other.write_bytes(a_docx("Shopping", "Milk and bread."))

        # When both are dropped
        found, unknown = registrar.recognise(mailed), registrar.recognise(other)

        # Then one leads to the later version with what differs, and the other is not known
        assert (found.known, found.path, found.changes) == (Known.OLDER, PLAN, 2)
        assert unknown.known is Known.UNKNOWN
