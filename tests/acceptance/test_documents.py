"""Which one is current, and how we know: documents of a drive that nobody ever tidied."""

import json
from pathlib import Path
from typing import Any

from benchmarks.lineage_truth import judge
from librarian.adapters.sample import truth_path
from librarian.bootstrap import LocalDesk
from tests.acceptance.conftest import Librarian

_SHAPE = {"id", "title", "type", "owner", "review_due", "current", "known", "versions", "copies"}
_VERSION = {"path", "sha256", "label", "status", "why"}


def truth(program: Librarian) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(truth_path(Path(program.drive)).read_text("utf-8"))
    return told


def test_documents_have_the_agreed_shape_and_say_why(librarian: Librarian) -> None:
    # Given the scanned sample
    # When its documents are listed
    answer = librarian.json("documents")

    # Then each has the agreed shape, and each version says why it has its place
    assert set(answer) == {"documents"}
    assert len(answer["documents"]) > 150
    for document in answer["documents"]:
        assert set(document) - {"question"} == _SHAPE
        assert (document["current"] is None) == (document["known"] == "asked")
        for version in document["versions"]:
            assert set(version) == _VERSION
            assert version["why"]
        assert all({"path", "of"} <= set(copy) for copy in document["copies"])


def test_documents_and_their_current_versions_are_told_right(librarian: Librarian) -> None:
    # Given the sample drive, which knows its own truth
    # When what is told of its documents is judged
    with LocalDesk(librarian.home).catalogued(librarian.drive) as drive:
        judged = judge(drive.genealogist.lineages(), truth(librarian))

    # Then nearly all pairs and nearly all current versions are right
    assert judged.f1 >= 0.97
    assert judged.current >= 0.97


def test_a_filled_in_form_belongs_to_no_document(librarian: Librarian) -> None:
    # Given the sample with filled-in forms among its blanks
    personal = set(truth(librarian)["personal"])

    # When its documents are listed
    documents = librarian.json("documents")["documents"]

    # Then no filled-in form is a version or a copy of anything
    listed = {each["path"] for d in documents for each in (*d["versions"], *d["copies"])}
    assert personal
    assert not listed & personal


def test_words_of_an_old_version_find_the_one_to_use(librarian: Librarian) -> None:
    # Given a document that went by another name before
    document = next(filter(_was_renamed, librarian.json("documents")["documents"]))
    old = document["versions"][0]["path"]

    # When its old name is searched for
    words = Path(old).stem.replace("_", " ")
    hits = librarian.json("find", words, "--limit", "10")["hits"]

    # Then the one to use is found, with the old one under it
    assert old not in [hit["path"] for hit in hits]
    head = next(hit for hit in hits if hit["path"] == document["current"])
    assert (head["state"], head["document"]) == ("looks-newest", document["id"])
    assert old in [version["path"] for version in head["versions"]]


def _was_renamed(document: dict[str, Any]) -> bool:
    first, *others = document["versions"]
    words = set(Path(first["path"]).stem.lower().split())
    return len(others) > 1 and words.isdisjoint(document["title"].lower().split())


def test_all_versions_stand_alone_the_newest_first(librarian: Librarian) -> None:
    # Given a document with several versions of one name
    document = next(
        each
        for each in librarian.json("documents")["documents"]
        if sum(each["title"].lower() in one["path"].lower() for one in each["versions"]) > 2
    )

    # When all versions are searched for
    hits = librarian.json("find", document["title"], "--all-versions", "--limit", "40")["hits"]

    # Then the older ones are there, none above the newest
    places = {hit["path"]: place for place, hit in enumerate(hits)}
    older = {version["path"] for version in document["versions"]} - {document["current"]}
    found = older & places.keys()
    assert found
    assert all(places[document["current"]] < places[path] for path in found)


def test_documents_are_told_in_words(librarian: Librarian) -> None:
    # Given the scanned sample
    # When its documents are listed for people
    said = librarian.run("documents", "--drive", str(librarian.drive)).stdout

    # Then what only looks so is not said to be confirmed
    assert "looks like the latest" in said
    told = [line for line in said.splitlines() if "confirmed" in line]
    assert [line for line in told if "Our charter.html" not in line] == []
