"""Missing system libraries are installed where that is allowed, and named where not."""

import pytest

from installer.libraries import ALWAYS, provide, wanted
from installer.shell import Problem
from tests.support.shells import FakeShell

MISSING = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}


def test_nothing_is_done_where_everything_is_there() -> None:
    # Given a system that has every library
    shell = FakeShell(programs=["apt-get"], root=True)

    # When they are asked for
    provide(MISSING, shell, has=lambda _: True)

    # Then nothing was run
    assert shell.followed == []


def test_root_on_debian_gets_them_installed(capsys: pytest.CaptureFixture[str]) -> None:
    # Given root on Debian without the libraries, which appear once they are installed
    shell = FakeShell(programs=["apt-get"], root=True)

    # When they are asked for
    provide(MISSING, shell, has=lambda _: bool(shell.followed))

    # Then the packages were installed without a question, and the person was told on stderr
    assert "install -y --no-install-recommends libegl1 libgl1" in shell.followed[-1]
    assert "noninteractive" in shell.followed[-1]
    told = capsys.readouterr()
    assert "libegl1 libgl1" in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt-get install libegl1 libgl1"),
        ("dnf", r"sudo dnf install 'libEGL\.so\.1\(\)\(64bit\)'"),
        ("zypper", "sudo zypper install"),
        ("pacman", "with your system's package manager"),
    ],
)
def test_others_are_told_what_is_missing_and_the_command(program: str, command: str) -> None:
    # Given a person who may not install packages
    shell = FakeShell(programs=[program])

    # When the libraries are asked for, then the words name them and the command
    with pytest.raises(Problem, match=r"libEGL\.so\.1, libGL\.so\.1") as problem:
        provide(MISSING, shell, has=lambda _: False)
    assert problem.match(command)


def test_an_install_that_fails_is_told_too() -> None:
    # Given root on a Debian that cannot reach its packages
    shell = FakeShell(programs=["apt-get"], root=True, fails=["update"], says=["Err: no network"])

    # When the libraries are asked for, then a person reads what is missing
    with pytest.raises(Problem, match="apt-get install"):
        provide(MISSING, shell, has=lambda _: False)


@pytest.mark.parametrize(
    ("environ", "adds"),
    [({}, ""), ({"DISPLAY": ":0"}, "libxcb-"), ({"WAYLAND_DISPLAY": "wayland-0"}, "libwayland-")],
)
def test_what_a_screen_needs_is_asked_for_only_with_a_screen(
    environ: dict[str, str], adds: str
) -> None:
    # Given a desktop, or none; when its libraries are listed
    extra = set(wanted(environ)) - set(ALWAYS)

    # Then they are those that every start needs, and those of that desktop
    assert set(ALWAYS) <= set(wanted(environ))
    assert bool(extra) == bool(adds)
    assert not adds or any(name.startswith(adds) for name in extra)
