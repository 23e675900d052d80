"""Every library has its licence and its reason on record before it is used."""

import re

from packaging.requirements import Requirement

from tests.support.sources import ROOT, project


def test_every_library_of_the_program_has_a_line_in_the_decision() -> None:
    # Given the libraries of the program, and the table of the decision
    asked = {Requirement(line).name.lower() for line in project()["project"]["dependencies"]}
    page = (ROOT / "docs/decisions/0009-libraries.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", page, re.MULTILINE))

    # When one is held against the other
    recorded = set(rows) - {"library"}

    # Then they are the same, and none has a licence that would bind those who use Librarian
    assert recorded == asked
    assert [name for name in recorded if re.search(r"(?<!L)GPL", rows[name])] == []
