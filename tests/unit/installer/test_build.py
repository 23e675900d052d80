"""Packing names what it makes by the version, and wraps it for one person."""

from pathlib import Path

from installer.build import pack_command, setup_command, trial_command, version
from tests.support.sources import ROOT, project


def test_the_version_is_that_of_the_project() -> None:
    assert version(ROOT) == project()["project"]["version"]


def test_packing_uses_the_python_that_holds_the_packer() -> None:
    # Given the Python of the packing environment, when the command is made
    command = pack_command(Path("/build/python"))

    # Then it runs the packer of that Python on our list of contents, without a question
    assert command[:3] == [str(Path("/build/python")), "-m", "PyInstaller"]
    assert "--noconfirm" in command
    assert (ROOT / command[-1]).is_file()


def test_what_was_packed_is_tried_without_a_window_and_away_from_ones_own_data() -> None:
    # Given a folder to try it in, when the command is made
    command = trial_command(Path("/trial"))

    # Then the packed program itself makes and reads a sample drive there
    assert Path(command[0]).is_relative_to(ROOT / "dist" / "Librarian")
    assert command[1:3] == ["demo", "--no-window"]
    assert {str(Path("/trial/drive")), str(Path("/trial/home"))} <= set(command)


def test_the_windows_setup_is_made_from_the_packed_folder() -> None:
    # Given the tool that makes it, when its command is made
    command = setup_command("makensis", "1.2.3")

    # Then it names version, folder and result, and asks for no administrator
    assert "-DVERSION=1.2.3" in command
    assert any(word.endswith("librarian-1.2.3-setup.exe") for word in command)
    assert "RequestExecutionLevel user" in Path(command[-1]).read_text(encoding="utf-8")
