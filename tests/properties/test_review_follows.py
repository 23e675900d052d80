"""Reviewing only what changed finds what reviewing everything would, whatever happens."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding
from tests.support.reviewing import ReviewedDrive

_PATHS = st.sampled_from(
    (
        "Forms/Plan v1.docx",
        "Forms/Plan v2.docx",
        "Forms/Plan - Copy.docx",
        "Forms/A/B/C/Plan FINAL.docx",
        "Archive/Plan v1.docx",
        "Loose 28.09.2026.docx",
    )
)
_WORDS = st.sampled_from(
    tuple(" ".join(f"word{n}" for n in range(start, start + 60)) for start in (0, 3, 200))
)


class Drive(RuleBasedStateMachine):
    """Colleagues save and remove files, business support confirm and name owners."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = TemporaryDirectory()
        self.drive = ReviewedDrive(Path(self.temporary.name))
        self.paths: set[str] = set()

    @initialize()
    def the_first_review(self) -> None:
        self.drive.save("Forms/Leaflet.docx", "something else entirely for parents")
        self.drive.reviewer.review()

    @rule(path=_PATHS, words=_WORDS, personal=st.booleans())
    def a_colleague_saves(self, path: str, words: str, personal: bool) -> None:
        self.drive.save(path, words, ("NHS number",) if personal else ())
        self.paths.add(path)

    @rule(path=_PATHS)
    def a_colleague_removes(self, path: str) -> None:
        if path in self.paths:
            self.paths.discard(path)
            self.drive.lose(path)

    @rule(path=_PATHS, words=_WORDS)
    def it_is_confirmed(self, path: str, words: str) -> None:
        self.drive.confirm(path, words)

    @rule(path=_PATHS)
    def it_is_held(self, path: str) -> None:
        document = self.drive.managed.home(path)
        if document:
            self.drive.ledger.append("held", {"document": document.id})
            self.drive.managed.refresh()

    @rule()
    def the_day_ends(self) -> None:
        self.drive.clock.pass_by(20 * 86_400)

    @rule()
    def the_librarian_reviews(self) -> None:
        found = self.drive.reviewer.review().findings
        afresh = {each.id: each for each in self.drive.reviewer.would_find(self.drive.rules)}
        assert {each.id: each.message for each in found} == {
            name: each.message for name, each in afresh.items()
        }
        assert {each.id: each.proposed for each in found} == {
            name: each.proposed for name, each in afresh.items()
        }

    def teardown(self) -> None:
        self.the_librarian_reviews()
        self.drive.close()
        self.temporary.cleanup()


Drive.TestCase.settings = settings(
    max_examples=6,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
test_review_follows = Drive.TestCase


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[ReviewedDrive]:
    made = ReviewedDrive(tmp_path)
    yield made
    made.close()


def test_a_finding_keeps_the_day_it_was_first_found_when_the_catalogue_is_made_anew(
    drive: ReviewedDrive,
) -> None:
    # Given a finding of last month
    drive.save("Forms/List.docx", "names and numbers", ("NHS number",))
    [before] = [each for each in drive.reviewer.review().findings if each.code == "PER01"]
    drive.clock.pass_by(30 * 86_400)

    # When the catalogue is thrown away and filled again
    drive.close()
    (drive.folder / "catalogue.sqlite").unlink()
    drive.open()
    drive.save("Forms/List.docx", "names and numbers", ("NHS number",))
    [after] = [each for each in drive.reviewer.review().findings if each.code == "PER01"]

    # Then it is the same finding since the same day
    assert (after.id, after.since) == (before.id, before.since)


def test_a_finding_closes_by_itself_and_is_counted(drive: ReviewedDrive) -> None:
    # Given a finding
    drive.save("Forms/List.docx", "names and numbers", ("NHS number",))
    opened = drive.reviewer.review().opened

    # When the file is gone
    drive.lose("Forms/List.docx")
    review = drive.reviewer.review()

    # Then everything about it is closed, and nothing about it is left
    assert opened == review.closed > 0
    assert [each for each in review.findings if each.subject == "Forms/List.docx"] == []


def test_after_one_change_only_what_it_touches_is_looked_at(drive: ReviewedDrive) -> None:
    # Given a drive that was reviewed
    for number in range(30):
        drive.save(f"Forms/{number} of thirty.docx", f"quite different {number} words")
    drive.reviewer.review()

    # When one file changes
    drive.save("Forms/7 of thirty.docx", "names and numbers", ("NHS number",))
    review = drive.reviewer.review()

    # Then that one is looked at, and all that was found is still known
    assert review.looked_at < 5
    assert {each.code for each in review.findings} >= {"PER01", "FOL02"}
    assert drive.reviewer.review().looked_at == 0


@pytest.mark.logs_warnings
def test_one_bad_rule_never_stops_a_review(drive: ReviewedDrive) -> None:
    # Given a rule that fails
    def fail(view: CatalogueView, terms: object) -> list[Finding]:
        del view, terms
        raise ValueError("a mistake in a rule")

    bad = [
        replace(each, principle=replace(each.principle, check=fail))
        if each.code == "DUP01"
        else each
        for each in drive.rules
    ]
    drive.save("Forms/List.docx", "names and numbers", ("NHS number",))
    drive.rules = bad

    # When the drive is reviewed
    found = drive.reviewer.review().findings

    # Then the others still find what they find
    assert any(each.code == "PER01" for each in found)
