"""Every catalogue remembers files in the same way, in memory or in SQLite."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from librarian.adapters.catalogue import SqliteCatalogue
from librarian.application.ports import Catalogue
from librarian.domain.extraction import Properties, Reason
from librarian.domain.facets import Facets
from librarian.domain.files import FileState, Listed, Reading
from tests.support.fake_catalogue import FakeCatalogue


@pytest.fixture(params=["fake", "sqlite"])
def catalogue(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Catalogue]:
    if request.param == "fake":
        yield FakeCatalogue()
        return
    kept = SqliteCatalogue(tmp_path / "home" / "catalogue.sqlite")
    yield kept
    kept.close()


def a_reading(**changes: object) -> Reading:
    values: dict[str, object] = {
        "sha256": "ab",
        "canonical": "cd",
        "media_type": "text/plain",
        "words": 3,
        "properties": Properties(title="Guide", author="Business Support"),
        "attachments": ("plan.docx",),
        "warnings": ("Some characters are unreadable.",),
        "sketch": b"\x00\x01",
        "personal": ("NHS number",),
        "facets": Facets(ages=("under 5",), themes=("anger",), languages=("Somali",)),
        "extractor": "plain",
        "revision": 1,
    }
    return Reading(**(values | changes))  # type: ignore[arg-type]  # each value has its field's type


def test_what_was_entered_is_known_and_waits(catalogue: Catalogue) -> None:
    # Given an empty catalogue
    # When two files are entered
    files = catalogue.enter([Listed("Forms/a.txt", 5, 10), Listed("b.txt", 6, 20)], at=100)

    # Then both are known, unsettled, and wait with the folder changed last first
    known = catalogue.known()
    assert [known["Forms/a.txt"].file, known["b.txt"].file] == files
    assert not known["b.txt"].settled
    assert {waiting.listed.path for waiting in catalogue.waiting()} == {"Forms/a.txt", "b.txt"}
    assert catalogue.count_waiting() == 2


def test_placeholders_are_told(catalogue: Catalogue) -> None:
    # Given a file that is kept online only, and one that is here
    catalogue.enter([Listed("a.txt", 5, 10, online_only=True), Listed("b.txt", 6, 20)], at=1)
    assert catalogue.placeholders() == {"a.txt"}

    # When it was fetched, then it is a placeholder no longer
    catalogue.enter([Listed("a.txt", 5, 10)], at=2)
    assert catalogue.placeholders() == frozenset()


def test_files_are_known_by_their_extension_too(catalogue: Catalogue) -> None:
    # Given files of several extensions
    paths = ["Forms/Way.LNK", "a.url", "url", "a.url.txt", "b.docx"]
    files = dict(zip(paths, catalogue.enter([Listed(p, 1, 1) for p in paths], at=1), strict=True))

    # When those with two of them are asked for
    known = catalogue.known_by_extension(("url", "lnk"))

    # Then these come and no others
    assert {path: each.file for path, each in known.items()} == {
        path: files[path] for path in paths[:2]
    }


def test_only_what_lies_beneath_a_folder_is_asked_for(catalogue: Catalogue) -> None:
    # Given folders whose names begin alike
    paths = ["Forms/a.txt", "Forms/Deep/b.txt", "Forms 2/c.txt", "Forms.txt"]
    catalogue.enter([Listed(path, 1, 1) for path in paths], at=1)

    # When one folder is asked for
    known = catalogue.known("Forms")

    # Then only its own files come
    assert set(known) == {"Forms/a.txt", "Forms/Deep/b.txt"}


def test_a_reading_comes_back_as_it_was_kept(catalogue: Catalogue) -> None:
    # Given a file
    [file] = catalogue.enter([Listed("a.txt", 5, 10)], at=100)

    # When it was read
    catalogue.settle([(file, a_reading())])

    # Then all that was found is there
    record = catalogue.record("A.TXT")
    assert record
    assert record.reading == a_reading()
    assert catalogue.tally().with_text == 1
    assert catalogue.count_waiting() == 0


def test_a_row_is_doubtful_until_the_index_agrees(catalogue: Catalogue) -> None:
    # Given a file that was entered
    files = catalogue.enter([Listed("a.txt", 5, 10)], at=100)
    assert [record.file for record in catalogue.doubtful()] == files

    # When the index agrees
    catalogue.agreed(files)

    # Then nothing is in doubt
    assert catalogue.doubtful() == []


def test_a_changed_file_keeps_its_number_and_first_day(catalogue: Catalogue) -> None:
    # Given a file that was read
    [before] = catalogue.enter([Listed("a.txt", 5, 10)], at=100)
    catalogue.settle([(before, a_reading())])

    # When it changes
    [after] = catalogue.enter([Listed("a.txt", 6, 11)], at=200)

    # Then it is the same file, to be read again
    record = catalogue.record("a.txt")
    assert record
    assert after == before
    assert (record.since, record.listed.size, record.reading) == (100, 6, None)
    assert catalogue.count_waiting() == 1


def test_a_lost_file_says_why(catalogue: Catalogue) -> None:
    # Given a file that was read
    files = catalogue.enter([Listed("a.txt", 5, 10)], at=100)
    catalogue.settle([(files[0], a_reading())])

    # When its folder is closed to this person
    catalogue.lose(files, FileState.UNREACHABLE, "You may not open this folder.")

    # Then it counts no more, and its row says why
    record = catalogue.record("a.txt")
    assert record
    assert (record.state, record.why) == (FileState.UNREACHABLE, "You may not open this folder.")
    assert catalogue.tally().files == 0
    assert catalogue.recent(0, 5) == []


def test_a_postponed_file_is_left_alone_until_it_is_tried_again(catalogue: Catalogue) -> None:
    # Given a file that could not be fetched
    [file] = catalogue.enter([Listed("a.txt", 5, 10)], at=100)
    catalogue.postpone([(file, "The network is slow.")])
    assert catalogue.count_waiting() == 0
    assert catalogue.without_text() == [("a.txt", "can't open just now")]

    # When the next scan begins
    catalogue.retry()

    # Then it waits again
    assert catalogue.count_waiting() == 1


def test_files_without_text_say_why(catalogue: Catalogue) -> None:
    # Given a locked file and a readable one
    locked, fine = catalogue.enter([Listed("locked.docx", 5, 1), Listed("fine.txt", 5, 1)], at=1)

    # When both were looked inside
    catalogue.settle(
        [(locked, a_reading(words=0, reason=Reason.PASSWORD)), (fine, a_reading())],
    )

    # Then only the locked one is listed, with its reason
    assert catalogue.without_text() == [("locked.docx", "password-protected")]


def test_a_higher_revision_outdates_what_was_read(catalogue: Catalogue) -> None:
    # Given a file read by revision one
    [file] = catalogue.enter([Listed("a.txt", 5, 10)], at=100)
    catalogue.settle([(file, a_reading())])

    # When the extractor is at revision two
    outdated = catalogue.outdated({"plain": 2, "other": 9})

    # Then the file is outdated
    assert outdated == [file]
    assert catalogue.outdated({"plain": 1}) == []


def test_an_index_begun_anew_puts_every_row_in_doubt(catalogue: Catalogue) -> None:
    # Given a settled file
    files = catalogue.enter([Listed("a.txt", 5, 10)], at=100)
    catalogue.settle([(files[0], a_reading())])
    catalogue.agreed(files)

    # When the index had to begin anew
    catalogue.distrust()

    # Then its row is dirty and waits
    assert [record.file for record in catalogue.doubtful()] == files
    assert catalogue.count_waiting() == 1


def test_a_respelled_file_keeps_its_number(catalogue: Catalogue) -> None:
    # Given a file
    [file] = catalogue.enter([Listed("guide.txt", 5, 10)], at=100)

    # When it is spelled otherwise
    catalogue.rename(file, "Guide.txt")

    # Then entering the new spelling changes the same row
    assert catalogue.enter([Listed("Guide.txt", 5, 10)], at=200) == [file]
    assert set(catalogue.known()) == {"Guide.txt"}


def test_names_that_are_not_unicode_come_back_byte_for_byte(catalogue: Catalogue) -> None:
    # Given a name with a byte that is no UTF-8, and one with our own escape sign
    odd = ["caf\udce9.txt", "sign\ue000here.txt"]

    # When they are entered
    catalogue.enter([Listed(path, 5, 10) for path in odd], at=1)

    # Then they are known by exactly those names
    assert set(catalogue.known()) == set(odd)
    assert all(catalogue.record(path) for path in odd)


def test_top_folders_are_counted(catalogue: Catalogue) -> None:
    # Given files in two folders and one loose at the top
    paths = ["Forms/a.txt", "Forms/Deep/b.txt", "Leaflets/c.txt", "loose.txt"]
    catalogue.enter([Listed(path, 1, 1) for path in paths], at=1)

    # When the shelves are asked for
    shelves = catalogue.folders()

    # Then each top folder has its count
    assert shelves == [("Forms", 2), ("Leaflets", 1)]


def test_the_end_of_a_scan_is_remembered(catalogue: Catalogue) -> None:
    # Given no scan yet
    assert catalogue.finished() is None

    # When one ends, and another
    catalogue.finish(100)
    catalogue.finish(200)

    # Then the last is known
    assert catalogue.finished() == 200
