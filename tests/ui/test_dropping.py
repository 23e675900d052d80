"""Files that people hold are recognised: dropped ones, and copies they made."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from librarian.application.about import Known, LeftBehind, Recognised
from tests.support.document_fakes import GUIDE
from tests.support.ui_fakes import FakeDesk
from tests.support.window_user import library_of, notices, press
from tests.ui.conftest import Opener
from ui.document.view import DocumentView
from ui.shell.window import MainWindow
from ui.shell.wording import known_words

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


def drop(window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    for kind in (QDragEnterEvent, QDropEvent):
        event = kind(
            QPoint(200, 200),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(window, event)


def test_a_replaced_form_leads_to_the_current_one(opener: Opener, qtbot: QtBot) -> None:
    # Given a form from an e-mail that was replaced in May
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    registrar = library_of(window, desk).registrar
    registrar.found = Recognised(
        name="Genogram guide.docx",
        known=Known.REPLACED,
        path=GUIDE,
        title="Genogram guide",
        since=datetime(2026, 5, 12, tzinfo=UTC),
        changes=3,
    )

    # When it is dropped on the window
    drop(window, Path("/home/janet/Downloads/Genogram guide.docx"))

    # Then the window says so, and shows the current one when asked
    qtbot.waitUntil(lambda: "“Genogram guide.docx” was replaced 12 May." in notices(window))
    assert not any("Finding out" in each for each in notices(window))
    press(window, "Show it")
    qtbot.waitUntil(lambda: any(view.isVisible() for view in window.findChildren(DocumentView)))
    qtbot.waitUntil(lambda: registrar.asked == [GUIDE])


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            Recognised("A.docx", Known.CURRENT, "A.docx", "A", "v1.0"),
            ("“A.docx” is the current one.", "A (v1.0)"),
        ),
        (
            Recognised("A.docx", Known.REPLACED, "B.docx", "A", "v1.0", changes=1),
            ("“A.docx” was replaced.", "The current one is here. 1 thing differs."),
        ),
        (
            Recognised("A.docx", Known.OLDER, "B.docx", "A", changes=3),
            ("“A.docx” looks like an older version.", "A later one is here. 3 things differ."),
        ),
        (
            Recognised("A.docx", Known.LATEST, "A.docx", "A"),
            ("“A.docx” looks like the latest.", "Nobody has confirmed it yet."),
        ),
        (
            Recognised("A.docx", Known.UNKNOWN),
            ("“A.docx” is not known here.", "No document on this drive says the same."),
        ),
    ],
)
def test_each_kind_is_told_in_words(found: Recognised, said: tuple[str, str]) -> None:
    # Given a file that was recognised, when it is told, then these are the words
    assert known_words(found, NOW) == said


def test_who_made_a_copy_is_told_when_its_original_moves_on(opener: Opener, qtbot: QtBot) -> None:
    # Given somebody who filled in a copy of a form that has a newer version by now
    desk = FakeDesk()
    copy = Path("/home/janet/Genogram.docx")
    when = datetime(2026, 5, 12, tzinfo=UTC)
    behind = LeftBehind(copy, GUIDE, "v2.0", "Janet Bloom", when)
    desk.prepare = lambda made: setattr(made.registrar, "behind", (behind,))
    window = opener.open_on_team_drive(desk)

    # When the drive was open for a moment
    said = "There is a newer version of what you copied as “Genogram.docx”."
    qtbot.waitUntil(lambda: said in notices(window), timeout=8000)

    # Then the current one is a press away, and they are not told again
    press(window, "Show it")
    registrar = library_of(window, desk).registrar
    qtbot.waitUntil(lambda: registrar.deeds == ["forget Genogram.docx"])
    qtbot.waitUntil(lambda: registrar.asked == [GUIDE])
