"""What people do who fill in a form, key by key."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.form_desks import FakeBox
from tests.support.form_makers import text_of
from tests.support.form_writer import Writer
from tests.support.team_forms import answers_to
from ui.forms import texts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WHICH = "Which services do you want? "
UNKNOWING = "Is there anything they must not know?"
DANGER = "Is a child in immediate danger? "
BORN = "Date of birth, or date the baby is due (1)"


@pytest.fixture
def box() -> FakeBox:
    return FakeBox()


@pytest.fixture
def writer(qtbot: QtBot, theme: Theme, tmp_path: Path, box: FakeBox) -> Writer:
    return Writer(qtbot, theme, tmp_path, box)


def test_a_referral_of_three_siblings_to_three_services_by_keyboard(writer: Writer) -> None:
    # Given somebody who refers three siblings to three services
    writer.pushes("Start: Referral to our services")
    assert writer.focused.accessibleName() == texts.CASE_NUMBER
    writer.writes(texts.CASE_NUMBER, "C-100245")
    writer.pushes(texts.CASE_DO)
    writer.ticks(f"{WHICH}Family group decision making", f"{WHICH}Parenting programmes")
    assert writer.focused.accessibleName() == f"{WHICH}Parenting programmes"
    writer.ticks(f"{WHICH}Therapeutic and clinical service", f"{DANGER}No")
    assert writer.model.now
    assert writer.model.now.count.services == len(("fgdm", "par", "ther"))
    assert any("filled in" in said for said in writer.said)

    # When they answer what is left, name somebody who must not know, say that an old address is
    # right, and keep it from everybody
    writer.turns()
    writer.writes("Your name", "Sam Okoro")
    writer.writes("Your role, team and agency", "Social worker, North")
    writer.writes("Your phone and e-mail", "020 7946 0000")
    writer.turns_to("Children")
    assert writer.sees("Is this still right?")
    writer.pushes("Still right: Where they live now, and with whom (1)")
    writer.turns_to("Family")
    writer.writes("Name (1)", "Dan Teal")
    writer.writes("Who they are to the child (1)", "Father")
    writer.writes("Phone, e-mail or address (1)", "07700 900333, 7 Mill Lane")
    writer.writes("Safe way and time to contact them (1)", "Never at home, he reads her post")
    QTest.keyClick(writer.goes_to(f"{UNKNOWING} (1) No"), Qt.Key.Key_Down)
    QTest.keyClick(writer.focused, Qt.Key.Key_Space)
    writer.writes("Why, and since when (1)", "He followed her in May")
    writer.turns_to("What is needed")
    writer.writes("What are you and the family worried about now?", "Bedtimes since the move.")
    writer.turns_to("Sharing")
    writer.ticks("Why may this be shared? Public task: our duty to safeguard and promote welfare")
    writer.ticks("Was the family told of this referral? Yes, everyone it is about")
    writer.ticks("Do they agree to take part? Yes")
    writer.pushes("Add another: What must a service not see or pass on?")
    QTest.keyClicks(writer.goes_to("Which answer (1)"), "Where they live")
    writer.turns(Qt.Key.Key_Return)
    assert writer.sees(texts.CHECK_FINE)
    assert writer.sees("Where they live now, and with whom (kept from every service)")
    writer.pushes(texts.FINISH_SEND)

    # Then everything is made: each child is in it, the address in nothing, no name in a file's
    [finished] = writer.finished
    assert finished.folder is not None
    files = [each for each in finished.folder.rglob("*") if each.is_file()]
    made = {each.name: text_of(each.name, each.read_bytes()) for each in files}
    for service in ("fgdm", "par", "ther"):
        [form] = [words for name, words in made.items() if f" {service} form.docx" in name]
        assert all(name in form for name in ("Mia Rivers", "Leo Rivers", "Zoë Rivers"))
    assert not any("Lime Walk" in words for words in made.values())

    # And of him who must not know: no number, no way to him, no reason, and a warning to each
    for secret in ("900333", "Mill Lane", "reads her post", "followed her"):
        assert not any(secret in words for words in made.values()), secret
    for service in ("fgdm", "par", "ther"):
        [form] = [words for name, words in made.items() if f" {service} form.docx" in name]
        assert "Dan Teal" in form
        assert "Somebody in this family must not be told." in form
    assert not any("Rivers" in name for name in made)


def test_what_was_begun_is_offered_again_after_a_crash(
    writer: Writer, box: FakeBox, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a form that was half filled in when the computer stopped
    writer.pushes("Start: Referral to our services")
    writer.turns()
    writer.writes("Your name", "Sam Okoro")
    qtbot.waitUntil(lambda: bool(box.kept))

    # When the person comes back
    later = Writer(qtbot, theme, tmp_path, box)
    later.pushes("Carry on: Referral to our services")
    later.turns()

    # Then the answer is there
    assert later.model.now
    assert later.model.now.value(("ref", "name")) == "Sam Okoro"


def test_a_child_in_danger_is_told_at_once_whom_to_ring(writer: Writer) -> None:
    # Given a referral in which a child is in danger: that is told on every page
    writer.pushes("Start: Referral to our services")
    QTest.keyClick(writer.goes_to(f"{DANGER}No"), Qt.Key.Key_Down)
    QTest.keyClick(writer.focused, Qt.Key.Key_Space)
    assert writer.sees("Ring 999 now.")
    writer.turns()
    assert writer.sees("Ring 999 now.")

    # When a strategy discussion has been held
    writer.turns(Qt.Key.Key_PageUp)
    writer.goes_to(f"{DANGER}No")
    for _ in range(2):
        QTest.keyClick(writer.focused, Qt.Key.Key_Down)
    QTest.keyClick(writer.focused, Qt.Key.Key_Space)
    assert writer.model.now
    assert writer.model.now.value(("ref", "immediate")) == "held"

    # Then the form goes on
    assert not writer.sees("Ring 999 now.")


def test_the_summary_of_problems_leads_to_each(writer: Writer) -> None:
    # Given answers that are checked too early
    writer.pushes("Start: Referral to our services")
    writer.ticks(f"{WHICH}Early and family help", f"{DANGER}No")
    writer.turns(Qt.Key.Key_Return)

    # When one problem is gone to
    writer.pushes("Go to it: Your name: This has no answer yet.")

    # Then the keyboard is in its field, and the problem stands beside it
    assert writer.focused.accessibleName() == "Your name"
    assert "no answer yet" in writer.focused.accessibleDescription()


def test_rows_come_and_go(writer: Writer) -> None:
    # Given the page of children, with one named
    writer.pushes("Start: Referral to our services")
    writer.ticks(f"{WHICH}Early and family help")
    writer.turns_to("Children")
    writer.writes("Full name, and the name they like to be called (1)", "Mia")

    # When another is added, where the keyboard goes on, and the first one taken out
    writer.pushes("Add another: Children this referral is about")
    assert writer.focused.accessibleName().endswith("(2)")
    writer.writes("Full name, and the name they like to be called (2)", "Leo")
    writer.pushes("Remove: Children this referral is about 1")

    # Then the second one is the first, with what was written
    assert writer.model.now
    assert writer.model.now.value(("child",)) == [{"name": "Leo"}]

    # When the removed one is put back, with the key that the keyboard is on, it is where it was
    assert writer.focused.accessibleName() == "Put back: Children this referral is about"
    assert writer.sees("Number 1 is taken out.")
    assert not writer.focused.visibleRegion().isEmpty()
    writer.pushes("Put back: Children this referral is about")
    assert writer.model.now.value(("child",)) == [{"name": "Mia"}, {"name": "Leo"}]


def test_without_a_safe_place_nothing_is_kept_before_a_passphrase(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a computer without a keyring
    writer = Writer(qtbot, theme, tmp_path, None)
    assert writer.sees(texts.NO_DRAFTS_KEPT)

    # When a passphrase is too short, and then is not
    writer.writes(texts.LOCKED_ASK, "short")
    writer.pushes(texts.UNLOCK)
    writer.writes(texts.LOCKED_ASK, " but longer now")
    writer.pushes(texts.UNLOCK)

    # Then the first was refused with a remedy, and drafts are kept from the second on
    assert writer.said[0].startswith("This passphrase is too short.")
    assert writer.said[1] == texts.UNLOCKED
    assert not writer.sees(texts.NO_DRAFTS_KEPT)


def test_a_day_is_written_as_people_write_it(writer: Writer) -> None:
    # Given the page of children, where a day is written
    writer.pushes("Start: Referral to our services")
    writer.ticks(f"{WHICH}Early and family help")
    writer.turns_to("Children")
    writer.writes(BORN, "4/5/2016")
    assert writer.model.now
    assert writer.model.now.value(("child", 0, "dob")) == "2016-05-04"

    # When it is made into something that is no day, and the answers are checked
    writer.writes(BORN, "x")
    writer.turns(Qt.Key.Key_Return)

    # Then that is told
    assert any("Date of birth" in each.what for each in writer.model.now.problems)
    assert writer.model.now.value(("child", 0, "dob")) == "4/5/2016x"


def test_the_next_supervision_follows_on_from_the_last(writer: Writer) -> None:
    # Given a supervision that was finished
    sheet = writer.desk.begin("supervision")
    done = replace(sheet, answers=answers_to("supervision"))
    writer.desk.finish(done, writer.folder)
    writer.model.load()

    # When the next is begun where the list offers it
    [last] = writer.model.found.last_times
    line = texts.last_line(last)
    assert line.startswith("Amara Okafor and Carol Begum, last time on ")
    writer.pushes(f"{texts.NEXT_ONE}: Supervision record, {line}")

    # Then both names stand there, and what was agreed stands under last time
    fields = (("", "Who is supervised?"), ("From last time", "What was agreed? (1)"))
    found = []
    for page, name in fields:
        if page:
            writer.turns_to(page)
        field = writer.goes_to(name)
        assert isinstance(field, QLineEdit)
        found.append(field.text())
    assert found == ["Amara Okafor", "Ring the school"]
