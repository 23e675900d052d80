"""Publishing, approving, restoring and archiving do what they say, on real folders."""

from pathlib import Path

import pytest

from librarian.domain.errors import LibrarianError
from librarian.domain.searching import State
from tests.support.history_fakes import ActingDesk, digest

FORM = "Forms/Referral - Form.txt"
OLD = "Archive/Forms/Referral - Form v1.0.txt"


@pytest.fixture
def desk(tmp_path: Path) -> ActingDesk:
    made = ActingDesk(tmp_path / "drive")
    made.put(FORM, "one")
    return made


def test_publishing_records_a_draft_and_moves_nothing(desk: ActingDesk) -> None:
    # Given a form nobody has recorded
    # When it is published
    done = desk.publisher.publish(FORM, note="first")

    # Then it is a draft with a label, its bytes are kept, and it lies where it was
    assert (done.label, done.status, done.path) == ("v0.1", "draft", FORM)
    assert desk.store.has(digest("one"))
    standing = desk.managed.standing(FORM)
    assert standing is not None
    assert standing.state is State.DRAFT
    assert desk.text(FORM) == "one"


def test_approving_supersedes_and_archives_the_one_before(desk: ActingDesk) -> None:
    # Given an approved form that was edited since
    desk.publisher.approve(FORM)
    desk.put(FORM, "two")

    # When the edit is approved
    done = desk.publisher.approve(FORM, note="new phone number")

    # Then it is current under the same name, and the old one lies in the archive, read-only
    assert (done.label, done.status, done.path) == ("v1.1", "approved", FORM)
    assert (desk.text(FORM), desk.text(OLD)) == ("two", "one")
    assert (desk.root / OLD).stat().st_mode & 0o222 == 0
    old = desk.managed.standing(OLD)
    assert old is not None
    assert (old.state, old.label) == (State.ARCHIVED, "v1.0")


def test_an_approved_draft_takes_the_current_files_place(desk: ActingDesk) -> None:
    # Given an approved form and a draft of the next version beside it
    desk.publisher.approve(FORM)
    draft = desk.copies.change_template(FORM)
    desk.put(draft, "two")
    desk.publisher.publish(draft, of=FORM)

    # When the draft is approved
    done = desk.publisher.approve(draft)

    # Then it has the name that links lead to, and the draft's own is gone
    assert draft == "Forms/Referral - Form v1.1 DRAFT.txt"
    assert (done.path, done.label) == (FORM, "v1.1")
    assert desk.text(FORM) == "two"
    assert not (desk.root / draft).exists()
    assert desk.text(OLD) == "one"


def test_restoring_makes_recorded_bytes_current_again(desk: ActingDesk) -> None:
    # Given a second version
    desk.publisher.approve(FORM)
    desk.put(FORM, "two")
    desk.publisher.approve(FORM)

    # When the first is restored
    done = desk.restorer.restore(FORM, "v1.0")

    # Then it is current, the second is in the archive, and the next label is new
    assert (done.label, desk.text(FORM)) == ("v1.0", "one")
    assert desk.text("Archive/Forms/Referral - Form v1.1.txt") == "two"
    desk.put(FORM, "three")
    assert desk.publisher.approve(FORM).label == "v1.2"


def test_archiving_puts_an_older_file_away(desk: ActingDesk) -> None:
    # Given an older file beside the current one
    desk.publisher.approve(FORM)
    desk.put("Forms/Referral old.txt", "zero")

    # When it is archived
    done = desk.archivist.archive("Forms/Referral old.txt", of=FORM)

    # Then it lies in the archive and belongs to the document
    assert done.path == "Archive/Forms/Referral old.txt"
    assert desk.text(done.path) == "zero"
    assert not (desk.root / "Forms/Referral old.txt").exists()
    standing = desk.managed.standing(done.path)
    assert standing is not None
    assert standing.state is State.ARCHIVED


def test_an_archive_name_that_is_taken_is_left_alone(desk: ActingDesk) -> None:
    # Given something else under the name that the archive would use
    desk.publisher.approve(FORM)
    desk.put(OLD, "not ours")
    desk.put(FORM, "two")

    # When the next version is approved
    desk.publisher.approve(FORM)

    # Then both are there
    assert desk.text(OLD) == "not ours"
    assert desk.text("Archive/Forms/Referral - Form v1.0 (2).txt") == "one"


def test_a_surely_related_file_is_the_next_version(desk: ActingDesk) -> None:
    # Given an approved file whose name says its version, and a newer one beside it
    desk.put("Genogram v2.txt", "two")
    desk.publisher.approve("Genogram v2.txt")
    desk.put("Genogram v3.txt", "three")
    desk.kin["Genogram v3.txt"] = ("Genogram v2.txt",)

    # When the newer one is approved
    done = desk.publisher.approve("Genogram v3.txt")

    # Then it is the same document's next version, and no name lies
    assert (done.label, done.path) == ("v1.1", "Genogram v3.txt")
    assert desk.text("Archive/Genogram v2 v1.0.txt") == "two"
    assert not (desk.root / "Genogram v2.txt").exists()
    assert len(desk.managed.documents.by_id) == 1


def test_a_related_file_can_be_a_document_of_its_own(desk: ActingDesk) -> None:
    # Given a file that looks like the next version of an approved one
    desk.publisher.approve(FORM)
    desk.put("Forms/Referral - Guide.txt", "two")
    desk.kin["Forms/Referral - Guide.txt"] = (FORM,)

    # When it is approved as its own document
    done = desk.publisher.approve("Forms/Referral - Guide.txt", of="Forms/Referral - Guide.txt")

    # Then there are two
    assert done.label == "v1.0"
    assert len(desk.managed.documents.by_id) == 2
    assert desk.text(FORM) == "one"


def test_a_version_in_another_format_never_bears_the_wrong_ending(desk: ActingDesk) -> None:
    # Given an approved text, and the next version as a page for a browser
    desk.publisher.approve(FORM)
    page = "Forms/Referral - Form.html"
    desk.put(page, "two")

    # When the page is approved, and the text restored
    approved = desk.publisher.approve(page, of=FORM)
    there = sorted(path.name for path in (desk.root / "Forms").iterdir())
    restored = desk.restorer.restore(page, "v1.0")

    # Then each time the ending is that of the format
    assert (approved.path, there) == (page, ["Referral - Form.html"])
    assert restored.path == FORM
    assert sorted(path.name for path in (desk.root / "Forms").iterdir()) == ["Referral - Form.txt"]
    assert desk.text(FORM) == "one"
    assert desk.text("Archive/Forms/Referral - Form v1.1.html") == "two"


def test_an_archive_that_is_there_is_used_however_it_is_spelled(desk: ActingDesk) -> None:
    # Given a drive with a folder ARCHIVE of its own
    desk.put("ARCHIVE/something.txt", "old")
    desk.publisher.approve(FORM)
    desk.put(FORM, "two")

    # When a version is replaced
    desk.publisher.approve(FORM)

    # Then it lies there, and there is no second one
    assert desk.text("ARCHIVE/Forms/Referral - Form v1.0.txt") == "one"
    assert not [path for path in desk.root.iterdir() if path.name == "Archive"]
    with pytest.raises(LibrarianError, match="archive"):
        desk.publisher.approve("ARCHIVE/something.txt")
