"""The changelog keeps its form, so that people and programs can read it."""

import re
from typing import Final

from tests.support.sources import ROOT

KINDS: Final = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
VERSION: Final = re.compile(r"\[(Unreleased|\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2})\]?$")


def test_the_changelog_has_versions_and_kinds_of_change() -> None:
    # Given the headings of the changelog
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    versions = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    kinds = {line.removeprefix("### ") for line in lines if line.startswith("### ")}

    # When they are looked at

    # Then they have the form: what is to come first, then dated versions, known kinds of change
    assert lines[0] == "# Changelog"
    assert versions[0] == "[Unreleased]"
    assert [version for version in versions if not VERSION.match(version)] == []
    assert kinds <= KINDS
