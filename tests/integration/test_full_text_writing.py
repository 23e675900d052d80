"""The index is one writer's, any number of readers', and never mended: a new one begins."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from indexers.full_text import FullTextIndex, FullTextReader
from librarian.domain.errors import BusyError, LibrarianError
from librarian.domain.searching import Query
from librarian.domain.vocabulary import Vocabulary
from tests.support.fakes import FakeClock
from tests.support.indexed import an_entry, an_index, paths, search


def put_in_place(file: Path, data: bytes) -> None:
    """Give a file other bytes, and leave the old ones to threads that still read them."""
    half = file.with_suffix(".half")
    half.write_bytes(data)
    half.replace(file)


def test_nothing_is_found_before_commit_nor_before_the_reader_looks_again(tmp_path: Path) -> None:
    # Given a reader of an empty index, and a file put into it
    reader = an_index(tmp_path)
    index = FullTextIndex.open(tmp_path)
    index.put([an_entry("Plan.docx")])
    reader.refresh()
    before = search(reader, "plan").total

    # When it is committed and the reader looks again
    index.commit()
    unseen = search(reader, "plan").total
    reader.refresh()

    # Then only now it is found
    assert (before, unseen, search(reader, "plan").total) == (0, 0, 1)
    index.close()


def test_a_file_put_again_is_replaced_and_a_removed_one_is_gone(tmp_path: Path) -> None:
    # Given two files
    reader = an_index(tmp_path, an_entry("A.docx", file=1), an_entry("B.docx", file=2))

    # When one is renamed and the other removed
    index = FullTextIndex.open(tmp_path)
    index.put([an_entry("C.docx", file=1)])
    index.remove([2])
    index.commit()
    index.close()
    reader.refresh()

    # Then the new name alone is found
    assert paths(search(reader, "")) == ["C.docx"]


def test_names_that_are_not_unicode_and_decomposed_accents_are_found(tmp_path: Path) -> None:
    # Given a name with a stray byte, and one whose accent is a letter of its own
    broken, decomposed = "Plan \udcff.docx", "Sian\u0302.docx".replace("an\u0302", "a\u0302n")
    reader = an_index(tmp_path, an_entry(broken, "x\udcffy"), an_entry(decomposed))

    # When they are searched for
    found = paths(search(reader, "plan")), paths(search(reader, "siân"))

    # Then they come with the very paths that the drive knows
    assert found == ([broken], [decomposed])


def test_a_file_of_an_impossible_time_is_found_too(tmp_path: Path) -> None:
    # Given files that lie before and after any calendar
    ages = (-(2**70), 2**70)
    entries = [replace(an_entry(f"{at}.docx"), modified=at) for at in ages]

    # When they are put into the index
    reader = an_index(tmp_path, *entries)

    # Then they are found, the latest first
    assert paths(search(reader, "")) == [f"{2**70}.docx", f"{-(2**70)}.docx"]


def test_a_second_writer_is_told_who_is_at_work(tmp_path: Path) -> None:
    # Given a writer at work
    index = FullTextIndex.open(tmp_path)
    index.put([an_entry("A.docx")])

    # When another begins
    with pytest.raises(BusyError) as caught:
        FullTextIndex.open(tmp_path).put([an_entry("B.docx")])

    # Then it is told what to do
    assert caught.value.remedy
    index.close()


def test_a_reader_sees_what_another_process_writes(tmp_path: Path) -> None:
    # Given a reader, open before anything was written
    reader = FullTextReader(tmp_path, Vocabulary(), FakeClock())
    program = (
        "from pathlib import Path; from tests.support.indexed import an_entry, an_index;"
        f"an_index(Path({str(tmp_path)!r}), an_entry('Plan.docx'))"
    )

    # When another process writes
    subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True)
    reader.refresh()

    # Then the reader finds it
    assert paths(search(reader, "plan")) == ["Plan.docx"]


def test_several_threads_search_while_files_are_written(tmp_path: Path) -> None:
    # Given a reader that several threads share, and a writer that commits again and again
    reader = an_index(tmp_path, an_entry("Plan 0.docx", "A plan.", file=1))
    index = FullTextIndex.open(tmp_path)

    def ask(number: int) -> int:
        reader.refresh()
        query = Query(f"plan {'x' * (number % 3)}")
        found = reader.find(query, {})
        reader.snippets(query, [hit.file for hit in found.hits])
        return found.total

    # When they search meanwhile
    with ThreadPoolExecutor(4) as threads:
        totals: list[int] = []
        for number in range(2, 8):
            index.put([an_entry(f"Plan {number}.docx", "A plan.", file=number)])
            index.commit()
            totals += threads.map(ask, range(8))
    index.close()

    # Then every answer held together, and the last ones see all
    assert all(1 <= total <= 7 for total in totals)
    assert max(totals) == 7


def test_a_reader_without_an_index_answers_with_nothing(tmp_path: Path) -> None:
    # Given no index at all
    reader = FullTextReader(tmp_path / "none", Vocabulary(), FakeClock())

    # When everything is asked of it
    query = Query("plan")
    found = reader.find(query, {}).total, reader.near("plan"), reader.snippets(query, [1])

    # Then the answers are empty
    assert found == (0, (), {})
    assert reader.explain(query, 1, {}) == ()


@pytest.mark.parametrize("damage", ["cut", "no meta", "older revision", "no marker"])
def test_a_damaged_or_older_index_is_begun_anew(tmp_path: Path, damage: str) -> None:
    # Given an index that something happened to
    reader = an_index(tmp_path, an_entry("Plan.docx"))
    generation = tmp_path / "1"
    if damage == "cut":
        for file in generation.glob("*.term"):
            put_in_place(file, file.read_bytes()[:20])
    elif damage == "no meta":
        (generation / "meta.json").unlink()
    elif damage == "older revision":
        (tmp_path / "current").write_text(json.dumps({"generation": "1", "revision": 0}))
    else:
        (tmp_path / "current").unlink()

    # When it is opened for writing
    index = FullTextIndex.open(tmp_path)

    # Then a fresh one is in use, and the reader goes over to it
    index.put([an_entry("New.docx")])
    index.commit()
    index.close()
    reader.refresh()
    assert index.fresh
    assert paths(search(reader, "")) == ["New.docx"]


@pytest.mark.parametrize("part", ["term", "idx", "store", "fast"])
def test_damage_that_a_search_met_is_mended_by_the_next_writer(tmp_path: Path, part: str) -> None:
    # Given an index with one damaged byte deep inside, and a search that failed for it
    an_index(tmp_path, an_entry("Plan.docx", "words"), an_entry("Other.docx", "words"))
    for file in (tmp_path / "1").glob(f"*.{part}"):
        sound = file.read_bytes()
        put_in_place(file, bytes([sound[0] ^ 0x55]) + sound[1:])
    (tmp_path / "doubted").touch()

    # When it is opened for writing
    index = FullTextIndex.open(tmp_path)

    # Then a fresh one is in use, which nobody doubts
    index.put([an_entry("New.docx")])
    index.commit()
    index.close()
    assert index.fresh
    assert not (tmp_path / "doubted").exists()
    reader = FullTextReader(tmp_path, Vocabulary(), FakeClock())
    assert paths(search(reader, "")) == ["New.docx"]


def test_a_damaged_index_says_so_when_it_is_searched_and_not_before(tmp_path: Path) -> None:
    # Given an index that lost its list of parts
    an_index(tmp_path, an_entry("Plan.docx"))
    (tmp_path / "1" / "meta.json").unlink()
    reader = FullTextReader(tmp_path, Vocabulary(), FakeClock())

    # When it is searched
    with pytest.raises(LibrarianError) as refusal:
        reader.find(Query("plan"), {})

    # Then a person hears what mends it, and the next writer is told to look closely
    assert "look at the drive again" in refusal.value.remedy
    assert (tmp_path / "doubted").exists()


def test_a_sound_index_that_was_doubted_is_kept(tmp_path: Path) -> None:
    # Given an index that failed once, though nothing is wrong with it
    an_index(tmp_path, an_entry("Plan.docx", "words"))
    (tmp_path / "doubted").touch()

    # When it is opened for writing
    index = FullTextIndex.open(tmp_path)

    # Then it is kept, and doubted no more
    assert not index.fresh
    assert not (tmp_path / "doubted").exists()


def test_a_sound_index_is_kept(tmp_path: Path) -> None:
    # Given a sound index
    an_index(tmp_path, an_entry("Plan.docx"))

    # When it is opened again
    index = FullTextIndex.open(tmp_path)

    # Then nothing needs to be put again
    assert not index.fresh


def test_a_rebuild_takes_over_only_when_it_is_told_to(tmp_path: Path) -> None:
    # Given an index in use, and a new one filled beside it
    reader = an_index(tmp_path, an_entry("Old.docx"))
    rebuilt = FullTextIndex.rebuild(tmp_path)
    rebuilt.put([an_entry("New.docx")])
    rebuilt.commit()
    rebuilt.close()
    reader.refresh()
    before = paths(search(reader, ""))

    # When it takes over
    rebuilt.take_over()
    reader.refresh()

    # Then searches use it, and the old one is cleared away
    assert (before, paths(search(reader, ""))) == (["Old.docx"], ["New.docx"])
    assert sorted(place.name for place in tmp_path.iterdir()) == ["2", "current"]
