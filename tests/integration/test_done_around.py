"""What was done around the program is noticed, told to Business Support, and can be put right."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from librarian.application.about import Registrar
from librarian.application.library import Library
from librarian.application.managed_deciding import Matter
from librarian.application.overseeing import Overseer
from librarian.application.rulekeeping import RuleKeeping
from librarian.bootstrap import open_desk

NAMES = ("Moved", "Overwritten", "Deleted")


class Janet:
    """Business Support at a desk over a real drive, with three confirmed forms."""

    def __init__(self, root: Path, home: Path) -> None:
        self.root, self.home = root, home
        self.desk = open_desk(home)
        self.library = self.desk.open(root)

    def looks(self) -> None:
        """The drive is scanned, and what others did is read."""
        with self.desk.catalogued(self.root) as drive, drive.writing("a test") as scanner:
            scanner.scan(lambda: False, accept_losses=True)
        assert self.library.history
        self.library.history.managed.refresh()

    def starts_again(self) -> None:
        """The program is closed and opened."""
        self.library.close()
        self.library = self.desk.open(self.root)

    @property
    def overseer(self) -> Overseer:
        assert self.library.overseer
        return self.library.overseer

    @property
    def rules(self) -> RuleKeeping:
        assert isinstance(self.library.rules, RuleKeeping)
        return self.library.rules

    @property
    def waiting(self) -> dict[str, Matter]:
        return {each.path: each.matter for each in self.overseer.today().decisions}


@pytest.fixture
def janet(tmp_path: Path) -> Iterator[Janet]:
    root = tmp_path / "drive"
    (root / "Forms").mkdir(parents=True)
    for name in NAMES:
        (root / "Forms" / f"{name}.txt").write_text(f"The words of {name}.", "utf-8")
    made = Janet(root, tmp_path / "home")
    made.desk.adopt(root, "Team drive")
    made.looks()
    for name in NAMES:
        registrar_of(made.library).confirm(f"Forms/{name}.txt")
    made.looks()
    yield made
    made.library.close()


def registrar_of(library: Library) -> Registrar:
    assert library.registrar
    return library.registrar


def text(janet: Janet, path: str) -> str:
    return (janet.root / path).read_text("utf-8")


def segment_with(janet: Janet, words: str) -> Path:
    """The file of the ledger that says these words."""
    files = [each for each in (janet.root / ".librarian/ledger").rglob("*") if each.is_file()]
    [found] = [each for each in files if words in each.read_text("utf-8")]
    return found


def test_a_current_document_that_was_changed_or_removed_by_hand(janet: Janet) -> None:
    # Given one form that was moved in the file manager, one overwritten, one deleted
    forms = janet.root / "Forms"
    (janet.root / "New place").mkdir()
    (forms / "Moved.txt").chmod(0o644)
    (forms / "Moved.txt").rename(janet.root / "New place/Renamed.txt")
    (forms / "Overwritten.txt").chmod(0o644)
    (forms / "Overwritten.txt").write_text("Something else.", "utf-8")
    (forms / "Deleted.txt").unlink()

    # When the drive is looked at
    janet.looks()

    # Then each is told, and where the moved one lies now
    assert janet.waiting == {
        "Forms/Moved.txt": Matter.MISSING,
        "Forms/Overwritten.txt": Matter.EDITED,
        "Forms/Deleted.txt": Matter.MISSING,
    }
    assert janet.overseer.today().already == ()  # what was moved is no copy
    registrar = registrar_of(janet.library)
    moved, deleted = (registrar.about(f"Forms/{name}.txt") for name in ("Moved", "Deleted"))
    assert (moved.is_missing, moved.lies_at) == (True, "New place/Renamed.txt")
    assert (deleted.is_missing, deleted.lies_at) == (True, "")

    # When each is put right
    registrar.follow("Forms/Moved.txt", moved.lies_at)
    registrar.put_back("Forms/Overwritten.txt")
    registrar.put_back("Forms/Deleted.txt")
    janet.looks()

    # Then nothing waits any more, and what people get is what was confirmed
    assert janet.waiting == {}
    assert registrar.about("New place/Renamed.txt").title == "Renamed"
    assert text(janet, "Forms/Overwritten.txt") == "The words of Overwritten."
    assert text(janet, "Forms/Deleted.txt") == "The words of Deleted."


def test_rules_that_were_edited_by_hand_are_told_on_the_page_of_today(janet: Janet) -> None:
    # Given rules that were published, and a file of them that somebody edited
    [names] = [each for each in janet.rules.book.in_force().rules if each.code == "NAM01"]
    janet.rules.set_rule(names, "", "")
    file = janet.root / ".librarian/rules/principles/principles.toml"
    before = janet.overseer.today()
    file.write_text('[FOL01]\nmode = "enforce"\n', "utf-8")

    # When Business Support look at what waits
    today = janet.overseer.today()

    # Then it is told, until the rules are put back
    assert (before.rules_edited, today.rules_edited, today.is_quiet) == (False, True, False)
    janet.rules.put_back()
    assert not janet.overseer.today().rules_edited


def test_a_history_that_was_tampered_with_is_told_until_it_is_put_right(janet: Janet) -> None:
    # Given an entry of the history that somebody rewrote
    segment = segment_with(janet, "Forms/Deleted.txt")
    told = segment.read_text("utf-8")
    assert janet.overseer.today().history_wrong == ()
    segment.chmod(0o644)
    segment.write_text(told.replace("Forms/Deleted.txt", "Forms/Wronged.txt", 1), "utf-8")

    # When the program hears of it, whatever it asked for first, and is started again
    assert janet.library.caretaker
    janet.library.caretaker.care()
    at_once = janet.overseer.today()
    janet.starts_again()
    later = janet.overseer.today()

    # Then it is told both times, and putting it right brings back what was on record
    assert at_once.history_wrong
    assert later.history_wrong == at_once.history_wrong
    assert not later.is_quiet
    left = janet.overseer.mend_history()
    assert left == ()
    assert janet.overseer.today().history_wrong == ()
    assert registrar_of(janet.library).about("Forms/Deleted.txt").title == "Deleted"


def test_what_was_hidden_well_is_found_by_the_weekly_check(janet: Janet) -> None:
    # Given an entry of the history that somebody rewrote, leaving size and time as they were
    segment = segment_with(janet, "Forms/Moved.txt")
    before = segment.stat()
    told = segment.read_text("utf-8")
    segment.chmod(0o644)
    segment.write_text(told.replace("Forms/Moved.txt", "Forms/Other.txt", 1), "utf-8")
    os.utime(segment, ns=(before.st_atime_ns, before.st_mtime_ns))
    janet.looks()
    unseen = janet.overseer.today().history_wrong

    # When the automatic check writes the summary of the week
    with janet.desk.catalogued(janet.root) as drive:
        done = drive.steward.after_scan()

    # Then what was lost is brought back, the summary says that it was wrong, and all is well again
    assert unseen == ()
    summary = (janet.root / done.summary).read_text("utf-8")
    assert "The history was changed by hand" in summary
    assert janet.overseer.today().history_wrong == ()
    assert registrar_of(janet.library).about("Forms/Moved.txt").title == "Moved"
