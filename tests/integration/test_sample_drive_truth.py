"""What the sample drive says of itself can be found out by reading it: no secret decides."""

import calendar
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from indexers.reading import Extractors, by_media_type, installed, look_inside
from librarian.adapters.sample import make
from librarian.domain.extraction import Source
from librarian.domain.files import Reading

MONTHS = list(calendar.month_name)[1:]
DATE = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (20\d\d)")


class Sample:
    """A drive, its truth, and what a reader finds in its files."""

    def __init__(self, at: Path, seed: int) -> None:
        self.at = at
        self.truth: Any = json.loads(make(at, seed).read_text("utf-8"))
        self._extractors: Extractors = by_media_type(installed())

    @cache  # noqa: B019 - one sample lives as long as the module's tests
    def read(self, path: str) -> Reading:
        source = Source(Path(path).name, (self.at / path).read_bytes())
        return look_inside(source, self._extractors)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("sample") / "drive", seed=5)


def test_what_stands_in_the_files_tells_which_version_is_current(sample: Sample) -> None:
    # Given documents with several versions
    several = [d for d in sample.truth["documents"] if len(d["versions"]) > 1]

    # When somebody reads each and takes the latest that is no draft
    wrong = [d["id"] for d in several if latest(sample, d) != d["current"]]

    # Then they are right nearly always
    assert len(several) > 80
    assert len(wrong) <= len(several) * 0.03, wrong


def test_filled_in_forms_are_recognised_and_blanks_are_not(sample: Sample) -> None:
    # Given everything that is told apart in the truth
    personal = {path: sample.read(path).personal for path in sample.truth["personal"]}
    blank = {path: sample.read(path).personal for path in document_paths(sample)}

    # When the detector has looked at it
    # (a print runs label and answer together, so that only an NHS number tells it for certain)
    missed = [path for path, kinds in personal.items() if not kinds and not path.endswith(".pdf")]
    alarms = [path for path, kinds in blank.items() if kinds]

    # Then it agrees
    assert missed == []
    assert alarms == []


def test_broken_files_are_broken_for_the_reason_the_truth_gives(sample: Sample) -> None:
    # Given the files that cannot be read
    told = {entry["path"]: entry["reason"] for entry in sample.truth["broken"]}

    # When a reader tries
    found = {path: sample.read(path).reason for path in told}

    # Then each fails as told
    assert {path: reason and reason.value for path, reason in found.items()} == told


def document_paths(sample: Sample) -> Iterator[str]:
    for document in sample.truth["documents"]:
        yield from (entry["path"] for entry in document["versions"] + document["copies"])


def latest(sample: Sample, document: Any) -> str:
    paths: list[str] = [version["path"] for version in document["versions"]]
    read = {path: sample.read(path) for path in paths}
    settled = {path: found for path, found in read.items() if "DRAFT" not in found.body}
    return max(settled, key=lambda path: said(settled[path]))


def said(found: Reading) -> datetime:
    """When the file says it was made, in its last line with a date or in its properties."""
    lines = [line for line in found.body.splitlines() if DATE.search(line)]
    stamps = [line for line in lines if line.startswith(("Version", "Last updated"))]
    stamps = stamps or [line for line in lines if DATE.fullmatch(line.strip())]
    if stamps:
        written = DATE.search(stamps[-1])
        assert written
        day, month, year = written.groups()
        return datetime(int(year), MONTHS.index(month) + 1, int(day or 1), tzinfo=UTC)
    return datetime.fromisoformat(found.properties.modified)
