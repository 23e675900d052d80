"""What colleagues do to managed files by hand, and at other desks, is noticed and kept."""

from pathlib import Path

import pytest

from librarian.application.managed_deciding import Decider, Matter
from librarian.domain.acts import Approved, Intended, payload_of
from librarian.domain.acts_steps import Replace
from librarian.domain.errors import LibrarianError
from librarian.domain.files import FileState, Listed
from librarian.domain.searching import State
from tests.support.history_fakes import ActingDesk, SharedRecord, digest
from tests.support.plans import reading_of

FORM = "Forms/Referral - Form.txt"


@pytest.fixture
def desk(tmp_path: Path) -> ActingDesk:
    made = ActingDesk(tmp_path / "drive")
    made.put(FORM, "one")
    return made


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
    reader.postbox.ask_to_confirm(FORM)
    reader.postbox.suggest(FORM, "The phone number is old.")
    keeper.managed.refresh()
    assert [wish.kind for wish in keeper.managed.documents.wishes] == ["asked", "suggested"]

    # When it is approved and the other answered
    keeper.publisher.approve(FORM)
    [suggestion] = keeper.managed.documents.wishes
    keeper.postbox.answer(suggestion.entry)

    # Then nothing waits any more
    assert not keeper.managed.documents.wishes


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


def test_what_waits_for_a_decision_is_listed(desk: ActingDesk) -> None:
    # Given an approved form that the last scan saw edited, and another that it did not see
    desk.publisher.approve(FORM)
    desk.put("Forms/Gone.txt", "gone")
    desk.publisher.approve("Forms/Gone.txt")
    decider = Decider(managed=desk.managed, catalogue=desk.catalogue, desk=desk.desk)
    edited, gone = desk.catalogue.enter([Listed(FORM, 6, 1), Listed("Forms/Gone.txt", 4, 1)], 1)
    assert decider.waiting() == ()
    desk.catalogue.settle([(edited, reading_of(b"edited"))])
    desk.catalogue.lose([gone], FileState.NOT_SEEN, "It was not seen.")

    # When those who look after it see what waits
    waiting = decider.waiting()

    # Then both are there, with what was seen
    assert [(each.matter, each.path, each.seen) for each in waiting] == [
        (Matter.MISSING, "Forms/Gone.txt", ""),
        (Matter.EDITED, FORM, digest("edited")),
    ]
