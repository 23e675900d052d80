"""Who is at work, whose a file is, and whose a drive is, as systems and files really tell it."""

import sys
from pathlib import Path

import pytest

from librarian.adapters.accounts import current_account, owner_of, tells_owners
from librarian.adapters.marker import DriveMarker
from librarian.domain.curators import Adopted
from librarian.domain.errors import LibrarianError


def test_the_account_is_the_systems_and_not_the_environments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given somebody who says in the environment that they are Janet
    for name in ("USER", "LOGNAME", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "janet-in-disguise")
    (tmp_path / "file").touch()

    # When the account is asked for, then it is the real one, who also owns what they make
    assert current_account() != "janet-in-disguise"
    assert owner_of(tmp_path / "file") == current_account()


@pytest.mark.parametrize(
    ("mount", "tells"),
    [
        ("36 35 98:0 / / rw - ext4 /dev/sda1 rw", True),
        ("36 35 98:0 / / rw shared:1 - nfs4 server:/team rw", True),
        ("36 35 98:0 / / rw - cifs //server/team rw,uid=1000", False),
        ("36 35 98:0 / / rw - fuse.rclone remote: rw", False),
        ("1 1 8:1 / / rw - ext4 a rw\n2 1 8:2 / /nowhere rw - cifs b rw", True),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the list of mounts is Linux's")
def test_owners_that_a_file_system_makes_up_are_not_believed(
    tmp_path: Path, mount: str, *, tells: bool
) -> None:
    # Given a list of mounts
    mounts = tmp_path / "mountinfo"
    mounts.write_text(mount + "\n", "utf-8")

    # When it is asked whether owners mean anything, then network mounts say no
    assert tells_owners(tmp_path, mounts) is tells


def test_a_second_founder_does_not_overwrite_the_first(tmp_path: Path) -> None:
    # Given a marked drive
    marker = DriveMarker(tmp_path)
    marker.write(Adopted("drive-1", "Team", ("janet",)))

    # When somebody else marks it too, then they are refused
    with pytest.raises(LibrarianError):
        marker.write(Adopted("drive-2", "Team", ("eve",)))
    assert marker.read() == Adopted("drive-1", "Team", ("janet",))
