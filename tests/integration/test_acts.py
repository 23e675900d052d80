"""Acts on documents do what they say, on real folders, and refuse what nobody looked at."""

from collections.abc import Callable
from pathlib import Path

import pytest

from librarian.application.adopting import Standing
from librarian.domain.acts import Approved, Intended, payload_of
from librarian.domain.acts_steps import Replace
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.searching import State
from tests.support.history_fakes import ActingDesk, SharedRecord, digest

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


ACTS: dict[str, Callable[[ActingDesk, str], object]] = {
    "publish": lambda desk, seen: desk.publisher.publish(FORM, seen=seen),
    "approve": lambda desk, seen: desk.publisher.approve(FORM, seen=seen),
    "restore": lambda desk, seen: desk.restorer.restore(FORM, "v1.0", seen=seen),
    "put back": lambda desk, seen: desk.restorer.put_back(FORM, seen=seen),
    "hold": lambda desk, seen: desk.holder.hold(FORM, seen=seen),
    "ask": lambda desk, seen: desk.holder.ask_to_confirm(FORM, seen=seen),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_nobody_looked_at_is_refused(desk: ActingDesk, act: str) -> None:
    # Given a form that somebody looked at before it was edited
    seen = desk.put(FORM, "one")
    desk.publisher.approve(FORM)
    desk.put(FORM, "edited meanwhile")
    before = len(desk.record.entries)

    # When they act on what they saw
    with pytest.raises(ChangedError) as refused:
        ACTS[act](desk, seen)

    # Then nothing was done, and they are told what to do
    assert refused.value.remedy
    assert desk.text(FORM) == "edited meanwhile"
    assert len(desk.record.entries) == before


@pytest.mark.parametrize("act", [name for name in ACTS if name != "ask"])
def test_only_those_who_look_after_the_drive_change_documents(tmp_path: Path, act: str) -> None:
    # Given a reader's desk
    record = SharedRecord()
    keeper = ActingDesk(tmp_path / "drive", record)
    keeper.put(FORM, "one")
    keeper.publisher.approve(FORM)
    reader = ActingDesk(tmp_path / "drive", record, who="sam", desk="desk2")
    before = len(record.entries)

    # When they try
    with pytest.raises(LibrarianError) as refused:
        ACTS[act](reader, "")

    # Then they are told whom to ask
    assert "janet" in refused.value.remedy
    assert len(record.entries) == before


def test_a_drive_nobody_looks_after_says_so(desk: ActingDesk) -> None:
    # Given a drive without anybody who looks after it
    desk.record.curators = ()
    desk.ledger.stands = Standing.NOBODYS

    # When something is approved
    with pytest.raises(LibrarianError) as refused:
        desk.publisher.approve(FORM)

    # Then the remedy is to adopt it
    assert "adopt" in refused.value.remedy


def test_what_somebody_without_the_right_wrote_changes_nothing(desk: ActingDesk) -> None:
    # Given an approval in the ledger by somebody who is no curator
    payload = {"document": "x", "path": FORM, "sha256": "0" * 64, "canonical": "", "label": "v9.0"}
    intruder = ActingDesk(desk.root, desk.record, who="sam", desk="desk9")
    intruder.ledger.append("approved", payload)

    # When it is read
    desk.managed.refresh()

    # Then no document came of it
    assert not desk.managed.documents.by_id


def test_a_filled_in_form_never_enters_the_store(desk: ActingDesk) -> None:
    # Given a file that holds personal data
    desk.put(FORM, "PERSONAL name of a child")

    # When it is approved
    with pytest.raises(LibrarianError):
        desk.publisher.approve(FORM)

    # Then no copy was made
    assert not desk.store.has(digest("PERSONAL name of a child"))


def test_a_folder_that_few_may_open_is_not_copied_for_all(desk: ActingDesk) -> None:
    # Given a form in a folder that is narrower than the drive
    (desk.root / "Forms").chmod(0o700)
    desk.root.chmod(0o755)

    # When it is approved, then it is refused with a remedy
    with pytest.raises(LibrarianError) as refused:
        desk.publisher.approve(FORM)
    assert "folder" in refused.value.remedy


def test_a_sync_clients_rewrite_does_not_void_an_approval(desk: ActingDesk) -> None:
    # Given an approved form whose bytes a sync client rewrote
    desk.publisher.approve(FORM)
    desk.put(FORM, "one\r")

    # When a reader opens it
    served = desk.lender.serve(FORM)

    # Then it is the file on the drive, without a notice, and approved already
    assert (served.place, served.notice) == (desk.root / FORM, "")
    with pytest.raises(LibrarianError, match="confirmed already"):
        desk.publisher.approve(FORM)


def test_readers_get_the_approved_bytes_of_an_edited_file(desk: ActingDesk) -> None:
    # Given an approved form that somebody edited
    desk.publisher.approve(FORM)
    edit = desk.put(FORM, "edited")

    # When a reader opens it
    served = desk.lender.serve(FORM)

    # Then they get what was approved, with a notice
    assert served.place.read_text("utf-8") == "one"
    assert "changed" in served.notice
    standing = desk.managed.standing(FORM, edit)
    assert standing is not None
    assert standing.edited


def test_putting_the_approved_one_back_keeps_the_edit_as_a_draft(desk: ActingDesk) -> None:
    # Given an approved form that somebody edited
    desk.publisher.approve(FORM)
    edit = desk.put(FORM, "edited")

    # When the approved one is put back
    done = desk.restorer.put_back(FORM, seen=edit)

    # Then it lies there again, and the edit can still be had
    assert (done.label, desk.text(FORM)) == ("v1.0", "one")
    document = desk.managed.at(FORM)
    assert document is not None
    assert [draft.sha256 for draft in document.drafts] == [edit]
    assert desk.restorer.restore(FORM, "v1.1 DRAFT").label == "v1.1"
    assert desk.text(FORM) == "edited"


def test_a_draft_never_covers_an_edit_nobody_decided_about(desk: ActingDesk) -> None:
    # Given an approved form that somebody edited, and a draft beside it
    desk.publisher.approve(FORM)
    desk.put("Forms/Draft.txt", "two")
    desk.publisher.publish("Forms/Draft.txt", of=FORM)
    desk.put(FORM, "edited")

    # When the draft is approved
    with pytest.raises(ChangedError):
        desk.publisher.approve("Forms/Draft.txt")

    # Then both lie where they were
    assert (desk.text(FORM), desk.text("Forms/Draft.txt")) == ("edited", "two")


def test_a_copy_of_a_document_is_not_approved_as_another(desk: ActingDesk) -> None:
    # Given a copy of an approved form elsewhere
    desk.publisher.approve(FORM)
    desk.put("Desktop/My referral.txt", "one")

    # When it is approved, then the person is led to the one there is
    with pytest.raises(LibrarianError, match="copy of Forms/Referral"):
        desk.publisher.approve("Desktop/My referral.txt")


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


def test_the_current_version_cannot_be_archived(desk: ActingDesk) -> None:
    # Given an approved form, when it is archived, then it is refused
    desk.publisher.approve(FORM)
    with pytest.raises(LibrarianError, match="current"):
        desk.archivist.archive(FORM)


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


def test_a_rename_in_letter_case_alone_loses_nothing(desk: ActingDesk) -> None:
    # Given an approved form that somebody renamed in its letter case, then edited
    desk.publisher.approve(FORM)
    (desk.root / FORM).rename(desk.root / "Forms/referral - form.txt")
    standing = desk.managed.standing("Forms/referral - form.txt", digest("one"))
    assert standing is not None
    assert standing.state is State.CURRENT
    desk.put("Forms/referral - form.txt", "two")

    # When it is approved under its new spelling
    done = desk.publisher.approve("Forms/Referral - Form.txt")

    # Then it is the same document's next version
    assert (done.label, done.path) == ("v1.1", "Forms/referral - form.txt")
    assert len(desk.managed.documents.by_id) == 1


def test_a_move_by_hand_is_followed(desk: ActingDesk) -> None:
    # Given an approved form that somebody moved
    desk.publisher.approve(FORM)
    (desk.root / "New").mkdir()
    (desk.root / FORM).rename(desk.root / "New/Referral.txt")

    # When those who look after it say so
    desk.holder.follow(FORM, "New/Referral.txt")

    # Then its place is there
    standing = desk.managed.standing("New/Referral.txt", digest("one"))
    assert standing is not None
    assert standing.at_home
    assert standing.version.path == "New/Referral.txt"
    assert desk.managed.home(FORM) is None


def test_a_missing_current_file_can_be_put_back(desk: ActingDesk) -> None:
    # Given an approved form that somebody deleted
    desk.publisher.approve(FORM)
    (desk.root / FORM).unlink()
    assert desk.lender.serve(FORM).notice

    # When it is put back
    desk.restorer.put_back(FORM)

    # Then it is there
    assert desk.text(FORM) == "one"


def test_a_wish_reaches_those_who_look_after_it_and_ends_when_it_is_done(tmp_path: Path) -> None:
    # Given a reader who asks which one is current
    record = SharedRecord()
    keeper = ActingDesk(tmp_path / "drive", record)
    keeper.put(FORM, "one")
    reader = ActingDesk(tmp_path / "drive", record, who="sam", desk="desk2")
    reader.holder.ask_to_confirm(FORM)
    reader.holder.suggest_change(FORM, "The phone number is old.")
    keeper.managed.refresh()
    assert [wish.kind for wish in keeper.managed.documents.wishes] == ["asked", "suggested"]

    # When it is approved and the other answered
    keeper.publisher.approve(FORM)
    [suggestion] = keeper.managed.documents.wishes
    keeper.holder.answer(suggestion.entry)

    # Then nothing waits any more
    assert not keeper.managed.documents.wishes


def test_a_held_document_is_not_archived(desk: ActingDesk) -> None:
    # Given a held document with a draft
    desk.publisher.approve(FORM)
    desk.put("Forms/Draft.txt", "two")
    desk.publisher.publish("Forms/Draft.txt", of=FORM)
    desk.holder.hold(FORM)

    # When the draft is archived, then it is refused until it is let go
    with pytest.raises(LibrarianError, match="held"):
        desk.archivist.archive("Forms/Draft.txt")
    desk.holder.hold(FORM, on=False)
    assert desk.archivist.archive("Forms/Draft.txt").status == "archived"


def test_two_who_approve_at_once_are_both_kept_and_asked(tmp_path: Path) -> None:
    # Given two desks that know the same first version, and two drafts
    record = SharedRecord()
    one = ActingDesk(tmp_path / "drive", record)
    one.put(FORM, "one")
    one.publisher.approve(FORM)
    for name in ("a", "b"):
        one.put(f"Forms/{name}.txt", name)
        one.publisher.publish(f"Forms/{name}.txt", of=FORM)
    base = list(record.entries)
    late = SharedRecord(list(base), numbers=record.numbers)
    other = ActingDesk(tmp_path / "drive", late, who="tom", desk="desk2")

    # When both approve before they hear of each other
    one.publisher.approve("Forms/a.txt")
    one.put(FORM, "one")
    other.publisher.approve("Forms/b.txt")
    record.entries += late.entries[len(base) :]
    one.managed.refresh()

    # Then one is current by rule, the other is kept, and somebody is asked
    document = one.managed.at(FORM)
    assert document is not None
    assert document.current is not None
    assert document.current.sha256 == digest("b")
    assert one.store.has(digest("a"))
    [question] = one.managed.documents.questions
    assert "Two people" in question.what
    one.publisher.approve(FORM)
    assert not one.managed.documents.questions


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


def test_an_act_that_was_overtaken_is_taken_back(tmp_path: Path) -> None:
    # Given a desk that died in the middle of approving, and another that approved since
    record = SharedRecord()
    first = ActingDesk(tmp_path / "drive", record)
    first.put(FORM, "one")
    first.publisher.approve(FORM)
    first.put("Forms/Draft.txt", "draft")
    kept = first.store
    kept.put(first.root / "Forms/Draft.txt", digest("draft"))
    document = first.managed.at(FORM)
    assert document is not None
    assert document.current is not None
    act = Approved(
        document.id, FORM, digest("draft"), digest("draft"), "v1.1", before=document.current.entry
    )
    steps = (Replace(FORM, digest("one"), digest("draft")),)
    first.hands.record(Intended("approved", payload_of(act), steps))
    second = ActingDesk(tmp_path / "drive", record, who="tom", desk="desk2")
    second.put(FORM, "other")
    second.publisher.approve(FORM)

    # When the first starts again
    recovered = first.recoverer.recover()

    # Then the other's approval stands, and nothing was moved
    assert (recovered.taken_back, recovered.finished) == (1, 0)
    assert first.text(FORM) == "other"
    assert not first.managed.documents.questions


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
