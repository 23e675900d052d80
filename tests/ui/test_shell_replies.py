"""Readers hear what became of their wishes, and can ask to be let in while the drive is shut."""

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from librarian.domain.errors import DriveUnavailableError
from librarian.domain.wishes import Reply
from tests.support.curate_fakes import WISH
from tests.support.ui_fakes import FakeDesk
from tests.support.window_user import library_of, notices, press
from tests.ui.conftest import TEAM_DRIVE, Opener
from ui.kit.notices import NoticeCard
from ui.shell import texts
from ui.shell.status_view_model import Reach
from ui.shell.watching import Watching

REPLY = Reply(WISH, "e9", "Janet Bloom", 3, "The box is there now.")


def test_a_reply_is_told_until_it_was_read(opener: Opener, qtbot: QtBot) -> None:
    # Given a suggestion that Janet has dealt with
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    library = library_of(window, desk)
    library.post.waiting = (REPLY,)
    for each in window.findChildren(Watching):
        each.look()
    qtbot.waitUntil(lambda: bool(notices(window)))

    # When the person has read it
    [card] = window.findChildren(NoticeCard)
    press(window, texts.REPLY_READ)

    # Then it said by whom and how, and is not told again
    assert "Janet Bloom dealt with the change" in card.notice.title
    assert card.notice.remedy == "The box is there now."
    qtbot.waitUntil(lambda: library.post.waiting == ())


def test_who_cannot_open_the_drive_gets_a_message_to_send(
    opener: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a drive that this person cannot open
    desk = FakeDesk(drive=str(TEAM_DRIVE))
    desk.away[TEAM_DRIVE] = DriveUnavailableError("You may not open it.", "Ask IT.")
    window = opener.open(desk)
    qtbot.waitUntil(lambda: window.status.status.reach is Reach.AWAY)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))

    # When they ask for access
    press(window, texts.ASK_ACCESS)
    qtbot.waitUntil(lambda: bool(opened))

    # Then a message about that drive is ready in the mail program
    assert desk.asked_for == [TEAM_DRIVE]
    assert opened == ["1.eml"]
