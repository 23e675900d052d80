"""Where a rule holds is chosen from what is on the drive, by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from librarian.domain.errors import DriveUnavailableError
from librarian.domain.principles import Scope
from tests.support.rules_desk import GONE, MINE, OWNER, Reader
from ui.kit.theme import Theme
from ui.rules import texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> Reader:
    return Reader(qtbot, theme)


def test_where_a_rule_holds_is_set_by_keyboard_from_what_is_on_the_drive(reader: Reader) -> None:
    # Given a rule about names that is being set
    reader.reads(MINE)
    reader.pushes(f"{texts.SWITCH_ON}: Names in plain words")
    offered = reader.sees_box("Word document (2)"), reader.sees_box("Spreadsheet")

    # When a type and a kind are ticked, a folder is chosen from the list, and a place is left alone
    reader.ticks(f"{texts.TYPES}: Form")
    reader.ticks(f"{texts.KINDS}: Word document")
    reader.writes(texts.ONLY_IN, "games")
    reader.presses(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    reader.writes(texts.ONLY_IN, "forms/assess")
    reader.presses(Qt.Key.Key_Return)
    reader.writes(texts.NOT_IN, "GAMES\\old guide.docx")
    reader.pushes(texts.TRY)
    reader.pushes(texts.SET)

    # Then exactly that is set; what the drive has not was not offered
    assert offered == (True, False)
    [done] = reader.rules.done
    assert (
        repr(
            Scope(
                folders=("Games/Old", "Forms/Assessments"),
                types=("Form",),
                kinds=("word",),
                excepted=("Games/Old guide.docx",),
            )
        )
        in done
    )


def test_a_place_that_is_not_there_is_told_beside_its_field(reader: Reader) -> None:
    # Given a rule that holds in a folder that is gone
    how = reader.rules.how
    kept = tuple(replace(each, rule=replace(each.rule, scope=GONE)) for each in how.kept)
    reader.rules.how = replace(how, kept=kept)
    reader.reads(MINE)
    reader.pushes(f"{texts.CHANGE}: {OWNER}")
    told = reader.sees(texts.NOT_THERE)

    # When it is taken away, and another is written that is not there either
    reader.pushes(texts.chosen("Gone"))
    at_line = reader.keyboard_at
    reader.writes(texts.ONLY_IN, "Nowhere")
    reader.pushes(texts.TRY)

    # Then that is told, with the keyboard there, and nothing is tried
    assert (told, at_line, reader.keyboard_at) == (True, texts.ONLY_IN, texts.ONLY_IN)
    assert reader.sees(texts.NO_FOLDER.format("Nowhere"))
    assert not reader.sees(texts.WOULD_CHANGE)


def test_what_is_on_the_drive_may_not_be_known(reader: Reader) -> None:
    # Given a drive that went away after its rules were read
    reader.reads(MINE)
    reader.rules.refusal = DriveUnavailableError("The drive is away.", "Check the network.")

    # When somebody sets a rule, then that is told, and the rest can be set
    reader.pushes(f"{texts.CHANGE}: {OWNER}")
    assert reader.sees(texts.NO_CHOICES)
    assert reader.sees_box("Spreadsheet")
    reader.pushes(texts.TRY)
    assert reader.sees(texts.WOULD_CHANGE)
