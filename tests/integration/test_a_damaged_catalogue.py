"""A catalogue that is damaged, locked away or without room says so, and is begun anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError

from librarian.adapters.catalogue import SqliteCatalogue
from librarian.domain.errors import LibrarianError
from librarian.domain.files import Listed


def a_catalogue(path: Path) -> None:
    """A catalogue that knows one file, closed again."""
    catalogue = SqliteCatalogue(path)
    catalogue.enter([Listed("a.txt", 1, 1)], at=1)
    catalogue.close()


def spoil(path: Path, table: str) -> None:
    """Overwrite the first page of a table, which shows only when that table is read."""
    with closing(sqlite3.connect(path)) as database:
        [size] = database.execute("PRAGMA page_size").fetchone()
        [page] = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"A" * size
    path.write_bytes(data)


def test_damage_deep_inside_is_told_once_and_then_begun_anew(tmp_path: Path) -> None:
    # Given a catalogue whose files cannot be read any more, though it opens
    path = tmp_path / "catalogue.sqlite"
    a_catalogue(path)
    spoil(path, "files")
    damaged = SqliteCatalogue(path)
    with pytest.raises(LibrarianError) as refusal:
        damaged.known()
    damaged.close()

    # When it is opened again
    anew = SqliteCatalogue(path)

    # Then a person was told what to do, and did just that
    assert "Start Librarian again" in refusal.value.remedy
    assert anew.known() == {}
    assert path.with_suffix(".damaged").exists()
    anew.close()
    assert SqliteCatalogue(path).identity == anew.identity


def test_a_folder_that_takes_no_catalogue_is_told(tmp_path: Path) -> None:
    # Given a file where the folder should be
    (tmp_path / "place").write_text("in the way", "utf-8")

    # When a catalogue is opened there
    with pytest.raises(LibrarianError) as refusal:
        SqliteCatalogue(tmp_path / "place" / "catalogue.sqlite")

    # Then a person learns what to check
    assert "disk" in refusal.value.remedy


def test_a_disk_without_room_is_no_bug(tmp_path: Path) -> None:
    # Given a catalogue that may not grow any more
    path = tmp_path / "catalogue.sqlite"
    catalogue = SqliteCatalogue(path)
    with catalogue._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    # When more is entered than it can hold
    with pytest.raises(LibrarianError) as refusal:
        catalogue.enter([Listed(f"{number:05}.txt", 1, 1) for number in range(5000)], at=1)

    # Then a person learns that the disk is full, and the catalogue is not doubted
    assert "full" in refusal.value.remedy
    catalogue.close()
    assert SqliteCatalogue(path).identity == catalogue.identity


def test_a_bug_in_a_statement_tells_nothing_of_any_file(tmp_path: Path) -> None:
    # Given a catalogue
    catalogue = SqliteCatalogue(tmp_path / "catalogue.sqlite")

    # When a statement fails that carries the name of a file
    with pytest.raises(DatabaseError) as bug, catalogue._engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO files (path) VALUES (?)", ("Maya's review.docx",))

    # Then what is logged of it does not
    assert "Maya" not in str(bug.value)


def test_opening_a_catalogue_waits_for_nobody_who_writes(tmp_path: Path) -> None:
    # Given a process in the middle of writing
    path = tmp_path / "catalogue.sqlite"
    a_catalogue(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")

        # When somebody opens the catalogue to search
        catalogue = SqliteCatalogue(path)

        # Then they see what there was
        assert list(catalogue.known()) == ["a.txt"]
        catalogue.close()
