"""Every module says what it is for, is one idea long, and leaves printing to the command line."""

import ast
from pathlib import Path
from typing import Final

import pytest

from tests.support.sources import PACKAGES, ROOT, calls, modules, tree

LONGEST: Final = 350
OURS: Final = [*modules(*PACKAGES, "installer"), Path("run.py")]


@pytest.mark.parametrize("module", OURS, ids=str)
def test_it_begins_with_a_sentence(module: Path) -> None:
    # Given a module's docstring, when its first paragraph is read
    docstring = ast.get_docstring(tree(module)) or ""
    first = docstring.split("\n\n")[0]

    # Then it is a sentence
    assert first[:1].isupper()
    assert first.endswith(".")


@pytest.mark.parametrize("module", [*OURS, *modules("tests", "benchmarks")], ids=str)
def test_it_is_one_idea_long(module: Path) -> None:
    # Given a module, when its lines are counted
    lines = (ROOT / module).read_text(encoding="utf-8").count("\n")

    # Then there are few enough to hold in one's head
    assert lines <= LONGEST


@pytest.mark.parametrize("module", modules(*PACKAGES), ids=str)
def test_only_the_command_line_prints(module: Path) -> None:
    is_command_line = module.is_relative_to("librarian/cli") or module == Path("librarian/cli.py")
    assert is_command_line or "print" not in calls(module)
