"""Two people, each at a window of their own over one drive: only together they destroy."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from librarian.adapters.drive_writing import Disk
from librarian.adapters.moved_files import FolderMoves
from librarian.application.about import Care
from librarian.application.activity import deeds
from librarian.application.archive_watch import ArchiveWatch
from librarian.application.disposing_queue import TeamDisposals
from librarian.domain.acts import Act
from librarian.domain.acts_plans import Disposed
from librarian.domain.events import DocumentsChanged
from tests.support.document_fakes import FakeCaretaker
from tests.support.history_fakes import ActingDesk, SharedRecord, digest
from tests.support.plans import look_at
from tests.support.ui_fakes import FakeDesk, FakeLibrary
from tests.support.window_user import library_of
from tests.ui.conftest import Opener
from ui.curate import destroy_texts as texts
from ui.curate.view import CurateView
from ui.kit.theme import Theme

YEAR = 366 * 86_400
FORM, PLAN, ROTA = "Forms/Form.txt", "Forms/Plan.txt", "Archive/Old/Rota.txt"


class Person:
    """Somebody of Business Support with their own home and window, before what may go."""

    def __init__(self, opener: Opener, qtbot: QtBot, desk: ActingDesk) -> None:
        self.qtbot, self.acting = qtbot, desk
        fake = FakeDesk()
        fake.prepare = self._prepare
        self.window = opener.open_on_team_drive(fake)
        self.bus = library_of(self.window, fake).bus
        self.window.go_to("curate")
        self.waits(lambda: bool(self.view.isVisible() and self.view.tabs.isVisible()))
        names = [self.view.tabs.tabText(n) for n in range(self.view.tabs.count())]
        self.view.tabs.setCurrentIndex(names.index(texts.TITLE))

    def _prepare(self, library: FakeLibrary) -> None:
        desk = self.acting
        disposals = TeamDisposals(
            disposer=desk.disposer,
            managed=desk.managed,
            files=FolderMoves(desk.root, Disk()),
            store=desk.store,
            clock=desk.clock,
            bus=library.bus,
        )
        care = Care(desk.who, "Team drive", (desk.who,), is_mine=True)
        library.library = replace(
            library.library, disposals=disposals, caretaker=FakeCaretaker(care)
        )

    @property
    def view(self) -> CurateView:
        [found] = self.window.findChildren(CurateView)
        return found

    def waits(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=6_000)

    def hears(self) -> None:
        """The window has read what others put on record."""
        self.acting.managed.refresh()
        self.bus.publish(DocumentsChanged())

    def rows(self) -> dict[str, str]:
        """What stands in the table: how each thing stands, by what it is called."""
        model = self.view.to_destroy.table.model()
        cells = [[model.index(row, n).data() for n in range(3)] for row in range(model.rowCount())]
        return {name: f"{why}; {standing}" for name, why, standing in cells}

    def chooses(self, name: str) -> None:
        table = self.view.to_destroy.table
        self.waits(lambda: name in self.rows())
        table.selectRow(list(self.rows()).index(name))

    def offered(self) -> set[str]:
        buttons = self.view.to_destroy.findChildren(QPushButton)
        return {each.text() for each in buttons if each.isVisible()}

    def presses(self, name: str) -> None:
        self.waits(lambda: name in self.offered())
        buttons = self.view.to_destroy.findChildren(QPushButton)
        [found] = [each for each in buttons if each.isVisible() and each.text() == name]
        found.setFocus()
        QTest.keyClick(found, Qt.Key.Key_Return)

    def writes(self, words: str) -> None:
        lines = self.view.to_destroy.findChildren(QLineEdit)
        [line] = [each for each in lines if each.accessibleName() == texts.WHY]
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def sees(self, words: str) -> bool:
        labels = self.window.findChildren(QLabel)
        return any(words in each.text() for each in labels if each.isVisible())


def shas(act: Act) -> str:
    return str(getattr(act, "sha256", ""))


@pytest.fixture
def people(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[tuple[Person, Person]]:
    """Janet and Tom: two replaced versions and a file that was moved by hand are over six years."""
    record = SharedRecord()
    janet = ActingDesk(tmp_path / "drive", record)
    tom = ActingDesk(tmp_path / "drive", record, who="tom", desk="desk2", clock=janet.clock)
    for path in (FORM, PLAN):
        for version in ("first", "second"):
            janet.put(path, f"the {version} version of {path}")
            janet.publisher.approve(path)
    janet.put(ROTA, "an old rota")
    look_at(janet)
    ArchiveWatch(managed=janet.managed, hands=janet.hands, catalogue=janet.catalogue).note()
    janet.clock.pass_by(7 * YEAR)
    tom.managed.refresh()
    openers = [Opener(qtbot, theme, tmp_path / each.who) for each in (janet, tom)]
    yield Person(openers[0], qtbot, janet), Person(openers[1], qtbot, tom)
    for opener in openers:
        for window in opener.windows:
            window.close()
            window.session.close()


def test_one_asks_and_only_the_other_destroys(people: tuple[Person, Person]) -> None:
    # Given Janet, who asks to destroy a replaced form in her window, with a reason
    janet, tom = people
    first = digest(f"the first version of {FORM}")
    janet.chooses("Form v1.0")
    janet.presses(texts.ASK)
    janet.writes("Kept six years.")
    janet.waits(lambda: janet.rows().get("Form v1.0", "").endswith("You asked"))
    janet.chooses("Form v1.0")
    her_choices = janet.offered()

    # When Tom's window hears of it, and he agrees there
    tom.hears()
    tom.waits(lambda: tom.rows().get("Form v1.0", "").endswith("janet asked"))
    tom.chooses("Form v1.0")
    reason = tom.sees("Kept six years.")
    tom.presses(texts.AGREE)
    told = tom.sees(texts.FOR_GOOD)
    tom.presses(texts.agree_now(1))
    tom.waits(lambda: "Form v1.0" not in tom.rows())

    # Then she could not agree to her own, it is gone everywhere, and it is told that two did it
    assert texts.AGREE not in her_choices
    assert (reason, told) == (True, True)
    assert not janet.acting.store.has(first)
    assert not list((janet.acting.root / "Archive").rglob("Form v*"))
    assert janet.acting.text(FORM) == f"the second version of {FORM}"
    janet.hears()
    janet.waits(lambda: "Form v1.0" not in janet.rows())
    [disposed, *_] = deeds(janet.acting.managed)
    assert (disposed.kind, disposed.who) == ("disposed", "tom")
    told_of = {type(act) for _, act in janet.acting.managed.acts if shas(act) == first}
    assert told_of == {Disposed}


def test_a_hold_stops_it_between_the_two(people: tuple[Person, Person]) -> None:
    # Given a form that Janet asked for, and that is held before Tom looks
    janet, tom = people
    janet.chooses("Plan v1.0")
    janet.presses(texts.ASK)
    janet.writes("")
    janet.waits(lambda: janet.rows().get("Plan v1.0", "").endswith("You asked"))
    janet.acting.holder.hold(PLAN, note="An inquiry")

    # When Tom looks at it
    tom.hears()
    tom.waits(lambda: tom.rows().get("Plan v1.0", "").endswith("Must stay"))
    tom.chooses("Plan v1.0")

    # Then he is told why, nothing destroys it, and either can keep it after all
    assert tom.sees("It must stay: Plan is held as it is.")
    assert texts.AGREE not in tom.offered()
    tom.presses(texts.KEEP)
    tom.waits(lambda: not tom.acting.disposer.waiting())
    assert tom.acting.store.has(digest(f"the first version of {PLAN}"))


def test_what_was_moved_by_hand_is_told_so(people: tuple[Person, Person]) -> None:
    # Given a file that somebody moved into the archive by hand, seen seven years ago
    janet, tom = people

    # When Janet looks at it, and both have it destroyed
    janet.chooses("Rota.txt")
    told = janet.rows()["Rota.txt"], janet.sees("Moved here by hand, seen since 20 November 2026.")
    janet.presses(texts.ASK)
    janet.writes("")
    janet.waits(lambda: janet.rows().get("Rota.txt", "").endswith("You asked"))
    tom.hears()
    tom.waits(lambda: tom.rows().get("Rota.txt", "").endswith("janet asked"))
    tom.chooses("Rota.txt")
    tom.presses(texts.AGREE)
    tom.presses(texts.agree_now(1))
    tom.waits(lambda: "Rota.txt" not in tom.rows())

    # Then it was told how it came there and since when, and it is gone
    assert told == ("By hand, seen 20 November 2026; Time is over", True)
    assert not (janet.acting.root / ROTA).exists()
