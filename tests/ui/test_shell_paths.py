"""Ways of a person through the window, from the first start to the last."""

from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from librarian.domain.errors import DriveUnavailableError, LibrarianError
from librarian.domain.events import (
    DriveFound,
    DriveLost,
    LossesDoubted,
    Noticed,
    Progress,
    Stage,
)
from librarian.domain.settings import Pace
from tests.support.ui_fakes import FakeDesk
from tests.support.window_user import focus_of, library_of, notices, press, shown
from tests.ui.conftest import TEAM_DRIVE, Opener
from ui.shell import texts
from ui.shell.banner import AwayBanner
from ui.shell.session import Session
from ui.shell.status_view_model import Reach
from ui.shell.welcome import Welcome

OTHER_DRIVE = Path("/made-up/Other drive")


def test_the_first_start_welcomes_and_a_chosen_folder_opens(opener: Opener, qtbot: QtBot) -> None:
    # Given a first start
    desk = FakeDesk()
    window = opener.open(desk)
    qtbot.waitUntil(lambda: shown(window, Welcome))

    # When a person chooses their team's folder
    opener.folder = TEAM_DRIVE
    press(window, texts.CHOOSE)
    qtbot.waitUntil(lambda: window.status.status.reach is Reach.HERE)

    # Then the Find page is there to type in, and the drive is known at the next start
    assert window.page is not None
    assert window.key == "find"
    assert isinstance(focus_of(window), QLineEdit)
    assert "Team drive" in window.windowTitle()
    qtbot.waitUntil(lambda: desk.preferences.load().drive == str(TEAM_DRIVE))


def test_nobody_is_sent_anywhere_when_no_folder_was_chosen(opener: Opener, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = opener.open(desk)
    qtbot.waitUntil(lambda: shown(window, Welcome))
    press(window, texts.CHOOSE)
    assert shown(window, Welcome)
    assert desk.libraries == {}


def test_the_sample_drive_is_made_and_opened(opener: Opener, qtbot: QtBot) -> None:
    # Given a first start
    desk = FakeDesk()
    window = opener.open(desk)
    qtbot.waitUntil(lambda: shown(window, Welcome))

    # When a person tries the sample
    press(window, texts.SAMPLE)
    qtbot.waitUntil(lambda: window.status.status.reach is Reach.HERE)

    # Then it was made once and is open
    assert desk.samples == 1
    assert window.status.status.drive == "Sample drive 1"


def test_a_folder_that_cannot_be_opened_at_the_first_start_says_so(
    opener: Opener, qtbot: QtBot
) -> None:
    # Given a sample that cannot be made
    desk = FakeDesk()
    desk.sample_fails = LibrarianError("There is no room on this disk.", "Make some room.")
    window = opener.open(desk)
    qtbot.waitUntil(lambda: shown(window, Welcome))

    # When a person tries it
    press(window, texts.SAMPLE)
    qtbot.waitUntil(lambda: bool(notices(window)))

    # Then they read why, and can choose again
    assert notices(window) == ["There is no room on this disk."]
    assert shown(window, Welcome)


def test_the_drive_of_last_time_opens_by_itself(opener: Opener, qtbot: QtBot) -> None:
    window = opener.open(FakeDesk(drive=str(TEAM_DRIVE)))
    qtbot.waitUntil(lambda: window.status.status.reach is Reach.HERE)
    assert window.status.status.drive == "Team drive"


def test_a_drive_that_cannot_be_reached_at_the_start_is_tried_again(
    opener: Opener, qtbot: QtBot
) -> None:
    # Given a drive that is away
    desk = FakeDesk(drive=str(TEAM_DRIVE))
    desk.away[TEAM_DRIVE] = DriveUnavailableError("The drive does not answer.", "Join the VPN.")
    window = opener.open(desk)
    qtbot.waitUntil(lambda: window.status.status.reach is Reach.AWAY)

    # When it comes back and a person tries now
    del desk.away[TEAM_DRIVE]
    press(window, texts.TRY_NOW)
    qtbot.waitUntil(lambda: window.status.status.reach is Reach.HERE)

    # Then the Find page is shown
    assert window.page is not None
    assert window.key == "find"


def test_another_folder_can_be_chosen_while_the_drive_is_away(opener: Opener, qtbot: QtBot) -> None:
    desk = FakeDesk(drive=str(TEAM_DRIVE))
    desk.away[TEAM_DRIVE] = DriveUnavailableError("The drive does not answer.", "Join the VPN.")
    window = opener.open(desk)
    qtbot.waitUntil(lambda: window.status.status.reach is Reach.AWAY)
    opener.folder = OTHER_DRIVE
    press(window, texts.OTHER_FOLDER)
    qtbot.waitUntil(lambda: window.status.status.drive == "Other drive")
    qtbot.waitUntil(lambda: window.status.status.reach is Reach.HERE)


def test_a_drive_that_goes_away_leaves_the_page_and_says_what_still_works(
    opener: Opener, qtbot: QtBot
) -> None:
    # Given an open drive
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    library = library_of(window, desk)

    # When it stops answering, and a person tries now
    library.bus.publish(DriveLost("no answer"))
    qtbot.waitUntil(lambda: shown(window, AwayBanner))
    press(window, texts.TRY_NOW)

    # Then the page stays, the drive is tried, and the banner goes when it is back
    assert window.page is not None
    assert library.keeper.wishes == ["look again"]
    library.bus.publish(DriveFound())
    qtbot.waitUntil(lambda: not shown(window, AwayBanner))


def test_a_drive_that_cannot_be_opened_leaves_the_one_that_is(opener: Opener, qtbot: QtBot) -> None:
    # Given an open drive, and another that is away
    desk = FakeDesk()
    desk.away[OTHER_DRIVE] = DriveUnavailableError("The drive does not answer.", "Join the VPN.")
    window = opener.open_on_team_drive(desk)

    # When a person tries to open the other
    window.session.open_drive(OTHER_DRIVE)
    qtbot.waitUntil(lambda: bool(notices(window)))

    # Then they read why, and go on with the first
    assert notices(window) == ["The drive does not answer."]
    assert window.status.status.drive == "Team drive"
    assert window.status.status.reach is Reach.HERE
    assert not library_of(window, desk).closed


def test_opening_another_drive_closes_the_one_before(opener: Opener, qtbot: QtBot) -> None:
    # Given an open drive
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    before = library_of(window, desk)

    # When another is opened
    window.session.open_drive(OTHER_DRIVE)
    qtbot.waitUntil(lambda: before.closed)

    # Then the first looks no more and is not heard any more
    assert before.keeper.wishes == ["stop"]
    before.bus.publish(DriveLost("late"))
    qtbot.waitUntil(lambda: bool(window.status.status.freshness))
    assert window.status.status.drive == "Other drive"
    assert window.status.status.reach is Reach.HERE


def test_opening_the_open_drive_looks_at_it_again(opener: Opener) -> None:
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    window.session.open_drive(TEAM_DRIVE)
    assert library_of(window, desk).keeper.wishes == ["look again"]


def test_looking_is_paused_gone_on_with_and_stopped(opener: Opener, qtbot: QtBot) -> None:
    # Given a drive that is being looked at gently
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    library = library_of(window, desk)
    window.settings.choose_pace(Pace.GENTLE)
    library.bus.publish(Progress(Stage.READING, 10, 50, rate=5.0, seconds_left=8.0))
    qtbot.waitUntil(lambda: window.status.status.is_working)

    # When a person pauses, goes on, and stops
    press(window, texts.PAUSE)
    qtbot.waitUntil(lambda: desk.preferences.load().pace is Pace.PAUSED)
    assert "Paused" in window.status.status.work
    press(window, texts.GO_ON)
    qtbot.waitUntil(lambda: desk.preferences.load().pace is Pace.GENTLE)
    press(window, texts.STOP)

    # Then the pace is as it was, and the look was stopped
    assert window.session.settings.pace is Pace.GENTLE
    assert library.keeper.wishes == ["cancel"]


def test_losses_that_were_not_believed_can_be_confirmed(opener: Opener, qtbot: QtBot) -> None:
    # Given a look that found very many files gone
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    library = library_of(window, desk)
    library.bus.publish(LossesDoubted("4,000 files are not where they were.", "Look again."))
    qtbot.waitUntil(lambda: bool(notices(window)))

    # When a person says that they are gone
    press(window, "These files really are gone")

    # Then the next look believes it
    assert library.keeper.wishes == ["accept losses"]
    assert window.settings.doubted == ""


def test_what_the_library_notices_is_shown(opener: Opener, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    library_of(window, desk).bus.publish(Noticed("Another window looks at this drive.", "Wait."))
    qtbot.waitUntil(lambda: notices(window) == ["Another window looks at this drive."])


def test_a_drive_is_heard_once_however_often_another_could_not_be_opened(
    opener: Opener, qtbot: QtBot
) -> None:
    # Given an open drive that the window and its pages listen to
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    events = window.session.events
    assert events
    listeners = events.receivers(SIGNAL("received(PyObject)"))

    # When another could not be opened, and the first stayed
    desk.away[Path("other")] = DriveUnavailableError("The other drive is away.", "")
    with qtbot.waitSignal(window.session.opened):
        window.session.open_drive(Path("other"))

    # Then nobody listens to it a second time
    assert events.receivers(SIGNAL("received(PyObject)")) == listeners > 0


def test_a_closed_window_ends_all_its_work(opener: Opener) -> None:
    # Given an open drive
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    library = library_of(window, desk)

    # When the window is closed
    window.close()
    window.session.close()

    # Then the look was stopped and the drive closed
    assert library.keeper.wishes == ["stop"]
    assert library.closed


def test_a_window_closed_before_its_desk_is_open_ends_too(opener: Opener) -> None:
    window = opener.open(FakeDesk(drive=str(TEAM_DRIVE)))
    window.close()
    window.session.close()
    assert window.session.library is None


@pytest.mark.logs_warnings
def test_a_desk_that_cannot_be_opened_leaves_a_window_that_says_so(
    opener: Opener, qtbot: QtBot
) -> None:
    window = opener.open_with(_no_desk)
    qtbot.waitUntil(lambda: bool(notices(window)))
    assert notices(window) == ["Something went wrong in Librarian."]
    assert shown(window, Welcome)


def _no_desk() -> FakeDesk:
    raise RuntimeError("a library is missing")


def test_a_session_alone_has_nothing_to_do_without_a_drive(opener: Opener) -> None:
    window = opener.open_on_team_drive()
    session = Session(opener.lanes(window), window.notify)
    session.look_again()
    session.stop_looking()
    session.accept_losses()
    session.try_again()
    assert session.library is None
