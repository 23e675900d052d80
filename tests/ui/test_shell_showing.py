"""Without a screen the window shows itself: it is visited, and pictures of it are left."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from librarian.domain.errors import DriveUnavailableError
from librarian.domain.settings import Look
from tests.support.ui_fakes import FakeDesk
from tests.ui.conftest import TEAM_DRIVE, Opener
from ui.shell.showing import Showing


def test_a_visit_finds_something_and_leaves_pictures(
    opener: Opener, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Given a window over a drive
    window = opener.open(FakeDesk(), TEAM_DRIVE)
    folder = tmp_path / "shots"

    # When it is visited
    code = Showing(window, folder, sizes=((900, 600),), looks=(Look.DARK,), glance_ms=20).play()

    # Then it found what it looked for, and there is a picture of each state
    assert code == 0
    said = capsys.readouterr().err
    assert "“genogram” finds 13." in said
    names = [path.name for path in sorted(folder.iterdir())]
    assert names[0] == "01-first-look-dark-900.png"
    assert [name for name in names if "drive-away" in name or "first-run" in name] == [
        "08-drive-away-dark-900.png",
        "25-first-run-dark-900.png",
    ]


def test_a_visit_before_any_drive_was_chosen_shows_the_welcome_and_ends(
    opener: Opener, tmp_path: Path
) -> None:
    # Given a first start
    window = opener.open(FakeDesk())

    # When it is visited
    show = Showing(window, tmp_path / "shots", sizes=((900, 600),), looks=(), glance_ms=5)
    code = show.play()

    # Then it does not wait for a drive that nobody chose
    assert code == 1


def test_a_visit_to_a_drive_that_is_away_says_so(
    opener: Opener, tmp_path: Path, capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    # Given a window over a drive that cannot be reached
    desk = FakeDesk(drive=str(TEAM_DRIVE))
    desk.away[TEAM_DRIVE] = DriveUnavailableError("The drive is away.", "Join the VPN.")
    window = opener.open(desk)
    with qtbot.waitSignal(window.session.refused):
        pass
    sizes, looks = ((900, 600),), (Look.LIGHT,)

    # When it is visited by somebody of little patience
    show = Showing(
        window, tmp_path / "shots", sizes=sizes, looks=looks, glance_ms=5, patience_ms=50
    )
    code = show.play()

    # Then it says so, and does not call that a success
    assert code == 1
    assert "not open" in capsys.readouterr().err
