"""Acts refuse what nobody looked at, what is nobody's right, and what is nobody's business."""

from collections.abc import Callable
from pathlib import Path

import pytest

from librarian.application.adopting import Standing
from librarian.domain.errors import ChangedError, LibrarianError
from tests.support.history_fakes import ActingDesk, SharedRecord, digest

FORM = "Forms/Referral - Form.txt"

ACTS: dict[str, Callable[[ActingDesk, str], object]] = {
    "publish": lambda desk, seen: desk.publisher.publish(FORM, seen=seen),
    "approve": lambda desk, seen: desk.publisher.approve(FORM, seen=seen),
    "restore": lambda desk, seen: desk.restorer.restore(FORM, "v1.0", seen=seen),
    "put back": lambda desk, seen: desk.restorer.put_back(FORM, seen=seen),
    "hold": lambda desk, seen: desk.holder.hold(FORM, seen=seen),
    "ask": lambda desk, seen: desk.postbox.ask_to_confirm(FORM, seen=seen),
}


@pytest.fixture
def desk(tmp_path: Path) -> ActingDesk:
    made = ActingDesk(tmp_path / "drive")
    made.put(FORM, "one")
    return made


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


def test_the_current_version_cannot_be_archived(desk: ActingDesk) -> None:
    # Given an approved form, when it is archived, then it is refused
    desk.publisher.approve(FORM)
    with pytest.raises(LibrarianError, match="current"):
        desk.archivist.archive(FORM)


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
