"""Every module says what it is for, is one idea long, and leaves printing to the command line."""

import ast
from pathlib import Path
from typing import Final

from tests.support.sources import PACKAGES, ROOT, calls, modules, tree

LONGEST: Final = 350
OURS: Final = [*modules(*PACKAGES, "installer"), Path("run.py")]


def test_every_module_begins_with_a_sentence() -> None:
    # Given every module's docstring, when its first paragraph is read
    first = {each: (ast.get_docstring(tree(each)) or "").split("\n\n")[0] for each in OURS}

    # Then it is a sentence
    assert [
        str(module)
        for module, words in first.items()
        if not (words[:1].isupper() and words.endswith("."))
    ] == []


def test_every_module_is_one_idea_long() -> None:
    # Given every module, when its lines are counted
    every = [*OURS, *modules("tests", "benchmarks")]
    lines = {each: (ROOT / each).read_text(encoding="utf-8").count("\n") for each in every}

    # Then there are few enough to hold in one's head
    assert {str(each): number for each, number in lines.items() if number > LONGEST} == {}


def test_only_the_command_line_prints() -> None:
    # Given every module of the program but those of the command line
    others = [each for each in modules(*PACKAGES) if not each.is_relative_to("librarian/cli")]

    # When it is looked at what they call, then none prints
    assert [str(each) for each in others if "print" in calls(each)] == []
