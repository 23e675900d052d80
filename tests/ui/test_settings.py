"""Settings are shown as they are and kept at once, wherever they were changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from librarian.domain.events import LossesDoubted, ScanFinished
from librarian.domain.settings import Look, Pace, Settings
from tests.support.ui_fakes import FakeDesk
from tests.ui.conftest import TEAM_DRIVE, Opener
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown
from ui.settings import texts
from ui.settings.cases import CasesCard, Chooses
from ui.settings.view_model import Deeds, Edit, SettingsViewModel
from ui.shell.window import MainWindow


class Elsewhere:
    """Writes down what the page has done elsewhere."""

    def __init__(self) -> None:
        self.settings = Settings(drive="/a/Team", drives=("/a/Team", "/b/Other"))
        self.done: list[str] = []
        self.model = SettingsViewModel(self.settings, self.deeds())

    def deeds(self) -> Deeds:
        return Deeds(
            change=self._change,
            use_drive=lambda root: self.done.append(f"open {root.as_posix()}"),
            use_sample=lambda: self.done.append("sample"),
            choose_folder=lambda: self.done.append("choose"),
            forget=lambda drive: self.done.append(f"forget {drive}"),
            look_again=lambda: self.done.append("look again"),
            accept_losses=lambda: self.done.append("accept"),
            use_cases=lambda source: self.done.append(f"cases {source.as_posix()}"),
            open_words=lambda: self.done.append("words"),
            open_reports=lambda: self.done.append("reports"),
        )

    def _change(self, edit: Edit) -> None:
        self.settings = edit(self.settings)
        self.model.show(self.settings)


@pytest.fixture
def elsewhere() -> Elsewhere:
    return Elsewhere()


def test_each_choice_changes_one_setting(elsewhere: Elsewhere) -> None:
    # Given settings as shipped
    model, before = elsewhere.model, elsewhere.settings

    # When a person chooses otherwise
    model.choose_look(Look.DARK)
    model.choose_text_size(150)
    model.choose_pace(Pace.GENTLE)
    model.choose_minutes(15)

    # Then exactly that is changed
    assert elsewhere.settings == replace(
        before, look=Look.DARK, text_size=150, pace=Pace.GENTLE, rescan_minutes=15
    )
    assert model.settings == elsewhere.settings


def test_choosing_what_is_chosen_already_keeps_nothing_anew(elsewhere: Elsewhere) -> None:
    edits: list[Edit] = []
    model = SettingsViewModel(Settings(), replace(elsewhere.deeds(), change=edits.append))
    model.choose_look(Look.SYSTEM)
    assert edits == []


def test_the_open_drive_comes_first_and_once(elsewhere: Elsewhere) -> None:
    drives = elsewhere.model.drives
    assert [(drive.name, drive.is_open) for drive in drives] == [("Team", True), ("Other", False)]


def test_doubted_losses_are_offered_until_they_are_believed(elsewhere: Elsewhere) -> None:
    # Given a look that did not believe what it found
    model = elsewhere.model
    model.take(LossesDoubted("4,000 files are not where they were."))
    assert model.doubted == "4,000 files are not where they were."

    # When a person says that they are gone
    model.accept_losses()

    # Then the next look will believe it, and the question is gone
    assert elsewhere.done == ["accept"]
    assert model.doubted == ""


def test_a_look_that_takes_files_for_gone_ends_the_question(elsewhere: Elsewhere) -> None:
    elsewhere.model.take(LossesDoubted("4,000 files are not where they were."))
    finished = ScanFinished(
        files=1, new=0, changed=0, missing=4_000, unreachable=0, at=0, seconds=1.0
    )
    elsewhere.model.take(finished)
    assert elsewhere.model.doubted == ""


@pytest.fixture
def window(opener: Opener) -> MainWindow:
    window = opener.open_on_team_drive()
    window.go_to(texts.KEY)
    return window


def radio(window: MainWindow, words: str) -> QRadioButton:
    return next(each for each in window.findChildren(QRadioButton) if each.text() == words)


def dropdown(window: MainWindow, name: str) -> Dropdown:
    return next(d for d in window.findChildren(Dropdown) if d.accessibleName() == name)


def button(window: QWidget, name: str) -> QPushButton:
    buttons = window.findChildren(QPushButton)
    return next(each for each in buttons if name in (each.text(), each.accessibleName()))


def words_in(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel))


def test_a_click_on_dark_darkens_the_window(window: MainWindow) -> None:
    QTest.mouseClick(radio(window, "Dark"), Qt.MouseButton.LeftButton)
    assert window.theme.is_dark
    assert window.session.settings.look is Look.DARK


def test_the_arrow_keys_choose_too(window: MainWindow) -> None:
    radio(window, "Full speed").setFocus()
    QTest.keyClick(radio(window, "Full speed"), Qt.Key.Key_Right)
    assert window.session.settings.pace is Pace.GENTLE


def test_text_and_time_are_chosen_from_lists(window: MainWindow) -> None:
    # Given the lists of sizes and times
    sizes, times = dropdown(window, texts.TEXT_SIZE), dropdown(window, texts.AGAIN)

    # When a person chooses with the keyboard
    QTest.keyClick(sizes, Qt.Key.Key_Down)
    QTest.keyClick(times, Qt.Key.Key_Up)

    # Then text is larger and looks come more often
    assert window.session.settings.text_size == 110
    assert window.session.settings.rescan_minutes == 30


def test_a_time_that_is_not_in_the_list_is_shown_all_the_same(window: MainWindow) -> None:
    window.settings.choose_minutes(45)
    assert dropdown(window, texts.AGAIN).currentText() == "45 minutes"


def test_what_is_changed_elsewhere_shows_here(window: MainWindow) -> None:
    window.session.pause()
    assert radio(window, "Paused").isChecked()


def test_another_drive_is_opened_and_forgotten_from_the_list(
    window: MainWindow, opener: Opener, qtbot: QtBot
) -> None:
    # Given another drive that was chosen here
    opener.folder = Path("/made-up/Other drive")
    QTest.mouseClick(button(window, texts.CHOOSE), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.settings.drive == "/made-up/Other drive")

    # When the first is forgotten
    QTest.mouseClick(button(window, "Forget Team drive"), Qt.MouseButton.LeftButton)

    # Then it is not in the list any more, and the page is still Settings
    assert window.session.settings.drives == ("/made-up/Other drive",)
    assert window.page
    assert window.key == texts.KEY


def test_the_sample_drive_can_be_opened_from_here(window: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(button(window, texts.SAMPLE), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.status.status.drive == "Sample drive 1")


def test_looking_again_is_asked_for_and_said(opener: Opener) -> None:
    # Given the Settings page over an open drive
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    window.go_to(texts.KEY)

    # When a person asks to look again
    QTest.mouseClick(button(window, texts.LOOK_AGAIN), Qt.MouseButton.LeftButton)

    # Then the drive is looked at, and they are told
    assert desk.libraries[TEAM_DRIVE].keeper.wishes == ["look again"]
    assert texts.LOOKING in [label.text() for label in window.findChildren(QLabel)]


def test_a_case_system_is_tried_when_it_is_chosen(
    window: MainWindow, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given the card of the case system, and somebody who chooses a folder without an export
    chosen = tmp_path / "no export here"
    chooses = Chooses(folder=lambda _: chosen, mapping=lambda _: tmp_path / "mosaic.toml")
    card = CasesCard(theme, window.settings, chooses)
    qtbot.addWidget(card)
    QTest.mouseClick(button(card, texts.CASES_FOLDER), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "This folder holds no export." in words_in(window))
    assert not window.session.settings.case_source

    # When they choose a mapping file that leads to a database
    QTest.mouseClick(button(card, texts.CASES_MAPPING), Qt.MouseButton.LeftButton)

    # Then it is used, they are told what it holds, and it can be let go of again
    qtbot.waitUntil(lambda: bool(window.session.settings.case_source))
    qtbot.waitUntil(lambda: "It knows of: children, the family." in words_in(window))
    assert "“mosaic”" in words_in(card)
    QTest.mouseClick(button(card, texts.CASES_NO_MORE), Qt.MouseButton.LeftButton)
    assert not window.session.settings.case_source
