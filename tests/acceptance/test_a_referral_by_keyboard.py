"""Three siblings of the sample are referred to three services in the window, by keyboard alone.

What each service gets is what the command line makes of the same answers.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from librarian.application.forms.referrals_desk import Referrals
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.referrals import PASSPHRASE
from librarian.domain.settings import Look
from tests.acceptance.conftest import Librarian
from tests.acceptance.test_referrals import are_the_same, in_file
from tests.support.form_makers import text_of
from tests.support.form_writer import Writer
from ui.forms import texts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SERVICES = ("fgdm", "par", "ther")
WHICH = "Which services do you want? "
SECRETS = ("Lime Walk, with", "900222", "reads her post", "followed her")


@dataclass(frozen=True)
class Place:
    """A team's drive with inboxes for three services, and the referrer before the window."""

    program: Librarian
    referrals: Referrals
    writer: Writer

    def packet(self, service: str) -> Path:
        """The one packet that a service got."""
        [found] = (self.program.drive / "Inboxes" / service).iterdir()
        return found


@pytest.fixture
def place(
    a_librarian: Callable[[], Librarian],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
) -> Iterator[Place]:
    monkeypatch.setenv(PASSPHRASE, "a few words that nobody guesses")
    program = a_librarian()
    program.run("adopt", str(program.drive), "--name", "Team")
    for service in SERVICES:
        folder = program.drive / "Inboxes" / service
        folder.mkdir(parents=True)
        folder.chmod(0o700)
        program.json("inbox", "name", service, "--inbox", f"Inboxes/{service}")
    desk = LocalDesk(program.home)
    desk.forms().make_sample_cases()
    with desk.catalogued(program.drive) as drive:
        referrals = desk.referrals(drive)
        forms = desk.form_desk(lambda: referrals)
        theme = Theme(qapp)
        theme.use(Look.LIGHT, 100)
        yield Place(program, referrals, Writer(qtbot, theme, tmp_path / "own copies", None, forms))


def test_the_window_sends_what_the_command_line_makes_of_the_same_answers(
    place: Place, tmp_path: Path
) -> None:
    # Given a referral that is filled in with the keyboard alone, one address of it stale, one
    # person in it who must not know, the address kept from everybody
    writer = place.writer
    refer_three_siblings(writer)
    assert writer.model.now
    answers, count = dict(writer.model.now.sheet.answers), writer.model.now.count
    writer.pushes(texts.FINISH_SEND)
    [finished] = writer.finished
    assert [record.service for record in finished.records] == list(SERVICES)

    # The receipt says of which case, what each got, and why no manager can read the third yet
    assert writer.sees("Case C-100245, handed over on ")
    assert writer.sees("In the service’s inbox. 53 questions of the form, in 4 files.")
    assert writer.sees("No working folder is chosen on this computer.")

    # When the one that wants a sign-off gets it
    [waits] = [record for record in finished.records if record.sign_off]
    assert waits.service == "ther"
    assert not list((place.program.drive / "Inboxes" / "ther").iterdir())
    place.referrals.hand_over.sign(waits.referral, "Priya Shah")

    # Then each packet holds the same as the command line makes of these answers, file by file
    given, out = in_file(tmp_path, answers), tmp_path / "out"
    filled = place.program.json("fill", "referral", "--answers", given, "--out", str(out))
    for service in SERVICES:
        [folder] = out.glob(f"*/{service}")
        are_the_same(folder, place.packet(service))
    assert finished.folder
    [whole] = out.iterdir()
    assert {e.name for e in whole.iterdir() if e.is_file()} == {
        e.name for e in finished.folder.iterdir()
    }

    # and the running line was true: what was asked once instead of for each service
    counted = filled["counted"]
    assert (count.services, count.questions) == (counted["services"], counted["questions"])
    assert count.instead_of == counted["instead_of"]

    # When every file of every packet is opened and read
    for service in SERVICES:
        files = [each for each in place.packet(service).iterdir() if each.suffix != ".json"]
        words = "\n".join(text_of(each.name, each.read_bytes()) for each in files)
        [kept] = place.packet(service).glob("*answers.json")
        words += kept.read_text("utf-8")

        # Then the children are in it, the warning is, and no secret is
        assert all(name in words for name in ("Mia Rivers", "Leo Rivers", "Zoë Rivers"))
        assert "must not be told" in words
        assert not any(secret in words for secret in SECRETS), service
        slip = json.loads((place.packet(service) / "packet.json").read_text("utf-8"))
        assert "Rivers" not in json.dumps(slip)


def refer_three_siblings(writer: Writer) -> None:
    """Fill in a referral of the sample's three siblings to three services, up to the check."""
    writer.pushes("Start: Referral to our services")
    writer.writes(texts.CASE_NUMBER, "C-100245")
    writer.pushes(texts.CASE_DO)
    writer.ticks(f"{WHICH}Family group decision making", f"{WHICH}Parenting programmes")
    writer.ticks(f"{WHICH}Therapeutic and clinical service", "Is a child in immediate danger? No")
    writer.turns()
    writer.writes("Your name", "Sam Okoro")
    writer.writes("Your role, team and agency", "Social worker, North")
    writer.writes("Your phone and e-mail", "020 7946 0000")
    writer.turns_to("Family")
    writer.writes("Safe way and time to contact them (2)", "Never at home, he reads her post")
    QTest.keyClick(writer.goes_to(f"{_UNKNOWING} (2) No"), Qt.Key.Key_Down)
    QTest.keyClick(writer.focused, Qt.Key.Key_Space)
    writer.writes("Why, and since when (2)", "He followed her in May")
    writer.turns_to("What is needed")
    writer.writes("What are you and the family worried about now?", "Bedtimes since the move.")
    writer.turns_to("Sharing")
    writer.ticks("Why may this be shared? Public task: our duty to safeguard and promote welfare")
    writer.ticks("Was the family told of this referral? Yes, everyone it is about")
    writer.ticks("Do they agree to take part? Yes")
    writer.pushes("Add another: What must a service not see or pass on?")
    QTest.keyClicks(writer.goes_to("Which answer (1)"), "Where they live")
    writer.turns(Qt.Key.Key_Return)
    _say_that_old_ones_are_right(writer)
    assert writer.sees(texts.CHECK_FINE)


_UNKNOWING = "Is there anything they must not know?"


def _say_that_old_ones_are_right(writer: Writer) -> None:
    """Press “Still right” on the check until nothing old is left; there is something."""
    told = 0
    while not writer.sees(texts.CHECK_FINE):
        QApplication.processEvents()
        buttons = writer.view.findChildren(QPushButton)
        still = [b for b in buttons if b.isVisible() and b.text() == texts.STILL_RIGHT]
        assert still, "Something else is not right."
        writer.pushes(still[0].accessibleName())
        told += 1
    assert told
