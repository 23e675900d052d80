"""What people are told where a preview cannot be made."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from librarian.application.belongings import Belongings
from librarian.application.finding import Finder
from librarian.application.ports import IndexReader
from librarian.domain.errors import LibrarianError
from librarian.domain.extraction import Reason
from librarian.domain.previews import NoPreview, Preview
from librarian.domain.searching import Query
from tests.support.fake_catalogue import FakeCatalogue
from tests.support.fakes import FakeClock, FakeDrive, FakeStore


class _Index:
    def words(self, query: Query) -> tuple[str, ...]:
        return (query.text,)


class _Previewer:
    """Finds no file where it should be."""

    def preview(self, path: Path, words: Sequence[str], first_page: int = 0) -> Preview:
        return NoPreview(Reason.UNREACHABLE, f"{path.name} is gone: {words} {first_page}")

    def close(self) -> None:
        """Nothing was opened."""


def _finder(drive: FakeDrive) -> Finder:
    return Finder(
        catalogue=FakeCatalogue(),
        index=cast("IndexReader", _Index()),
        drive=drive,
        previewer=_Previewer(),
        belongings=Belongings(FakeStore(), FakeClock()),
    )


def test_a_drive_that_is_away_is_told_as_that_and_not_as_a_lost_file() -> None:
    # Given a drive that gives no files just now
    finder = _finder(FakeDrive())

    # When somebody looks at one
    with pytest.raises(LibrarianError) as told:
        finder.preview("Form.docx", Query("form"))

    # Then they learn what the drive says of it, with what to do
    assert told.value.remedy == "Look again."


def test_a_file_that_the_drive_gives_after_all_is_only_not_shown() -> None:
    # Given a drive that answers again by the time it is asked
    drive = FakeDrive()
    drive.files["Form.docx"] = (b"", 0)
    finder = _finder(drive)

    # When somebody looks at the file
    shown = finder.preview("Form.docx", Query("form"))

    # Then they are told what the preview met
    assert isinstance(shown, NoPreview)


def test_a_file_kept_online_only_is_not_fetched_to_be_shown() -> None:
    # Given a placeholder whose bytes lie in the cloud
    drive = FakeDrive()
    drive.files["Form.docx"] = (b"", 0)
    drive.online_only.add("Form.docx")

    # When somebody goes through the results
    shown = _finder(drive).preview("Form.docx", Query("form"))

    # Then nothing is opened, and they are told why
    assert shown == NoPreview(Reason.ONLINE_ONLY)
