"""Two core groups in a row, walked with the keyboard alone and found by what a screen reader says.

The first is taken, finished, confirmed and given out, with one person from whom something is
withheld. In the second the laptop dies; it is gone on with, and given out as well.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.support.form_makers import text_of
from tests.support.minute_makers import CASE
from tests.support.minute_taker import Taker
from ui.kit.theme import Theme
from ui.minutes import texts
from ui.minutes.agenda import STEPS

MOST_TABS = 120
SAID = "Mum says nights are hard."


class Walker(Taker):
    """Goes where Tab leads until the name they listen for is said."""

    def goes_to(self, name: str) -> QWidget:
        """Press Tab until a screen reader says this name."""
        said = []
        for _ in range(MOST_TABS):
            here = self.focus()
            said.append(here.accessibleName() or str(here.property("text") or ""))
            if said[-1] == name:
                return here
            QTest.keyClick(here, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}, but to {sorted(set(said))}.")

    def writes(self, name: str, words: str) -> None:
        """Type into the box of this name."""
        QTest.keyClicks(self.goes_to(name), words)

    def chooses(self, name: str, words: str) -> None:
        """Press Down in the list of this name until it says these words first."""
        box = self.goes_to(name)
        for _ in range(MOST_TABS):
            if str(box.property("currentText")).strip().startswith(words):
                return
            QTest.keyClick(box, Qt.Key.Key_Down)
        raise AssertionError(f"{name} never says {words}.")

    def pushes(self, name: str) -> None:
        """Press Space on the button of this name."""
        QTest.keyClick(self.goes_to(name), Qt.Key.Key_Space)

    def turns_to(self, title: str) -> None:
        """Press F8 until this step is shown; the social worker's page is one below the last."""
        steps = [each for each, _ in STEPS]
        if title == texts.WORKER:
            self.turns_to(texts.END)
            QTest.keyClick(self.goes_to(texts.END), Qt.Key.Key_Down)
            return
        while steps[self.view.taking.step] != title:
            back = steps.index(title) < self.view.taking.step
            held = (Qt.KeyboardModifier.ShiftModifier,) if back else ()
            self.key(Qt.Key.Key_F8, *held)


@pytest.fixture
def arrives(theme: Theme, tmp_path: Path) -> Iterator[Callable[[], Walker]]:
    """Starts the program anew, as after a crash: nothing of the window before is asked."""
    walkers: list[Walker] = []

    def arrive() -> Walker:
        while walkers:
            delete(walkers.pop().view)
        walkers.append(Walker(theme, tmp_path))
        return walkers[0]

    yield arrive
    while walkers:
        delete(walkers.pop().view)


def begins(walker: Walker) -> None:
    walker.goes_to(texts.CASE)
    walker.write(CASE)
    walker.key(Qt.Key.Key_Return)


def confirms_and_gives_out(walker: Walker) -> Path:
    """The social worker withholds the family's view from the father, confirms, gives out."""
    walker.turns_to(texts.WORKER)
    walker.chooses(texts.PART, "The family")
    walker.chooses(texts.READER, "Dan")
    walker.pushes(texts.WITHHOLD_DO)
    walker.writes(texts.CONFIRM_NAME, "A. Okafor")
    walker.pushes(texts.CONFIRM_DO)
    walker.pushes(texts.ISSUE_DO)
    walker.pushes(texts.OPEN_FOLDER)
    return walker.opened[-1]


def read(folder: Path) -> str:
    files = [each for each in folder.rglob("*") if each.suffix in (".docx", ".pdf", ".txt")]
    return "".join(text_of(each.name, each.read_bytes()) for each in files)


def test_two_core_groups_in_a_row(arrives: Callable[[], Walker], qtbot: QtBot) -> None:
    # Given somebody who takes the minutes of a first core group, box by box
    walker = arrives()
    begins(walker)
    walker.writes("Name 1", "Jaya Patel")
    walker.turns_to("Meeting")
    walker.writes("Child's name 1", "Mia Rivers")
    walker.turns_to("New actions")
    walker.writes("What will be done 1", "Begin breakfast at school")
    walker.writes("Who (one person) 1", "Jaya Patel")
    walker.writes("By when 1", "20 April 2026")
    walker.turns_to("The family’s view")
    walker.writes("What parents and family said, in their words", SAID)
    walker.turns_to("Sharing")
    walker.writes("Name 1", "Jaya Patel")
    walker.pushes(f"{texts.ADD_ROW}: 15 Sharing")
    walker.writes("Name 2", "Dan Rivers")
    walker.turns_to(texts.END)
    walker.pushes(texts.MAKE_ACTIONS)
    walker.pushes(texts.OPEN_PAGE)
    assert "Begin breakfast at school" in read(walker.opened[-1])

    # and a social worker who keeps one part from one person
    first = confirms_and_gives_out(walker)
    assert SAID in read(first / "reader 1")
    assert SAID not in read(first / "reader 2")

    # When the next meeting begins, then the action is there with its number
    walker.pushes(texts.BACK)
    begins(walker)
    walker.turns_to("Last time’s actions")
    assert walker.says("1.1")
    walker.chooses("Done? 1", "Part")
    walker.writes("What difference did it make for the child? 1", "She is awake in lessons.")
    qtbot.waitUntil(lambda: "awake" in str(walker.room.desk.meetings(CASE)[0].answers))

    # and when the laptop dies, what was written is there, and the second is given out too
    walker = arrives()
    [listed] = [
        each.accessibleName()
        for each in walker.seen(QWidget)
        if each.accessibleName().startswith(f"{texts.OPEN}: {CASE}: Core group 2")
    ]
    walker.pushes(listed)
    walker.turns_to("Last time’s actions")
    box = walker.goes_to("What difference did it make for the child? 1")
    assert box.property("plainText") == "She is awake in lessons."
    walker.turns_to("The family’s view")
    walker.writes("What parents and family said, in their words", SAID)
    second = confirms_and_gives_out(walker)
    for reader, may_read in (("reader 1", True), ("reader 2", False), ("record", True)):
        words = read(second / reader)
        assert "She is awake in lessons." in words
        assert (SAID in words) is may_read

    # and both are told of as what they are, with what became of the action
    walker.turns_to(texts.END)
    assert walker.says(texts.HISTORY)
    walker.pushes(texts.BACK)
    stages = [each.stage.value for each in walker.model.meetings or ()]
    assert stages == ["issued", "issued"]
