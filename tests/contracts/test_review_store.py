"""Reviews ask the catalogue for the few rows that a change touches, also one made before."""

import sqlite3
from pathlib import Path

from librarian.adapters.review_store import BENEATH, SqliteReviews, beneath
from librarian.adapters.schema import STEPS
from tests.support.reviewing import ReviewedDrive


def test_a_folder_is_counted_from_its_index_alone(tmp_path: Path) -> None:
    # Given a catalogue as an earlier Librarian left it, with an index of folders only
    place = tmp_path / "catalogue.sqlite"
    SqliteReviews(place).stamp()
    with sqlite3.connect(place) as old:
        old.execute("DROP INDEX files_by_folder")
        old.execute("CREATE INDEX files_by_folder ON files (folder)")
        old.execute("PRAGMA user_version = 3")

    # When it is opened now
    SqliteReviews(place).stamp()

    # Then what lies beneath a folder is counted without looking at the files themselves
    with sqlite3.connect(place) as now:
        told = now.execute(f"EXPLAIN QUERY PLAN {BENEATH}", beneath("Forms")).fetchall()
        [[version]] = now.execute("PRAGMA user_version").fetchall()
    searches = [each[3] for each in told if "files" in each[3]]
    assert len(searches) == 2
    assert all("COVERING INDEX files_by_folder" in each for each in searches)
    assert version == len(STEPS) + 1


def test_only_what_lies_beneath_a_folder_is_counted(tmp_path: Path) -> None:
    # Given files in a folder, deeper, and in folders whose names begin alike
    drive = ReviewedDrive(tmp_path)
    for path in ("Forms/a.txt", "Forms/Old/b.txt", "Forms 2/c.txt", "Forms.old/d.txt", "e.txt"):
        drive.save(path, path)
    drive.save("Forms/gone.txt", "gone")
    drive.lose("Forms/gone.txt")
    drive.reviewer.follow()

    # When one of them changes
    drive.save("Forms/Old/b.txt", "other words")
    part = drive.reviews.part((), ())
    drive.close()

    # Then each folder above it counts what is in it, and nothing else
    counted = {each.path: each.files for each in part.folders}
    assert counted == {"Forms": 2, "Forms/Old": 1}
    assert all(each.since for each in part.folders)
