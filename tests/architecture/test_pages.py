"""Every page of the window is held to know no other page."""

from typing import Final

from tests.support.sources import ROOT, imports, modules, project
from ui.shell.navigation import ASIDES, PLACES

SHARED: Final = {"assets", "bridge", "kit", "shell"}


def test_each_page_is_named_in_the_contract_of_independence() -> None:
    # Given the folders of the window that hold code, and the contracts
    pages = {path.parent.name for path in ROOT.glob("ui/*/__init__.py")} - SHARED
    contracts = project()["tool"]["importlinter"]["contracts"]
    [independent] = [each for each in contracts if each["type"] == "independence"]

    # When the pages are looked for in the contract
    named = {module.removeprefix("ui.") for module in independent["modules"] if "ui." in module}

    # Then each stands there, and nothing that is no page
    assert named == pages


def test_each_page_has_its_place_by_the_name_of_its_folder() -> None:
    # Given the folders that hold a page, when the window's places are asked for
    folders = {path.parent.name for path in ROOT.glob("ui/*/page.py")} - SHARED
    places = {place.key for place in (*PLACES, *ASIDES)}

    # Then each is the place of one page
    assert places == folders


def test_the_window_has_one_way_to_the_commands() -> None:
    # Given the modules of the window, when those that import the commands are listed
    importing = {
        module.as_posix()
        for module in modules("ui")
        if any(name.startswith("librarian.cli") for name in imports(module))
    }

    # Then it is the entry, and what it hands over to
    assert importing == {"ui/__main__.py", "ui/shell/running.py"}
