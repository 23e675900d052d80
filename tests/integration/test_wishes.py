"""Readers ask, suggest, report and want; who looks after the drive answers, and readers hear."""

from pathlib import Path

import pytest

from librarian.application.adopting import Standing
from librarian.domain.errors import LibrarianError
from tests.support.history_fakes import ActingDesk, SharedRecord

FORM = "Forms/Referral.txt"


@pytest.fixture
def keeper(tmp_path: Path) -> ActingDesk:
    """Janet, who looks after the drive."""
    desk = ActingDesk(tmp_path / "drive", SharedRecord())
    desk.put(FORM, "one")
    return desk


@pytest.fixture
def reader(keeper: ActingDesk) -> ActingDesk:
    """Sam, who only reads."""
    return ActingDesk(keeper.root, keeper.record, who="sam", desk="desk2")


def test_every_kind_of_wish_reaches_those_who_look_after_the_drive(
    keeper: ActingDesk, reader: ActingDesk
) -> None:
    # Given a reader with four wishes
    reader.postbox.ask_to_confirm(FORM)
    reader.postbox.report("Forms/Old.doc", "It does not open.")
    reader.postbox.want("A leaflet about family time, in Somali")
    reader.postbox.ask_access("Court", "I cover for Tom this week")

    # When business support look
    keeper.managed.refresh()

    # Then all of them wait, each with what it is about
    waiting = [(wish.kind, wish.path, wish.note) for wish in keeper.postbox.waiting]
    assert waiting == [
        ("asked", FORM, ""),
        ("reported", "Forms/Old.doc", "It does not open."),
        ("wanted", "", "A leaflet about family time, in Somali"),
        ("accessasked", "Court", "I cover for Tom this week"),
    ]


def test_whoever_wished_is_told_once_how_it_was_dealt_with(
    keeper: ActingDesk, reader: ActingDesk
) -> None:
    # Given a wish that was answered
    reader.postbox.want("A leaflet in Somali")
    keeper.managed.refresh()
    [wish] = keeper.postbox.waiting
    keeper.postbox.answer(wish.entry, "It is in Leaflets now")
    reader.managed.refresh()

    # When the reader looks, and has read it
    [reply] = reader.postbox.replies()
    reader.postbox.forget(reply)

    # Then they were told by whom and how, and are not told again; nobody else is
    assert (reply.who, reply.note) == ("janet", "It is in Leaflets now")
    assert reader.postbox.replies() == ()
    assert keeper.postbox.replies() == ()


def test_confirming_a_version_answers_whoever_asked(keeper: ActingDesk, reader: ActingDesk) -> None:
    # Given a reader who asks which one is current
    reader.postbox.ask_to_confirm(FORM)

    # When it is confirmed
    keeper.publisher.approve(FORM, note="Checked with the team")
    reader.managed.refresh()

    # Then the reader hears
    [reply] = reader.postbox.replies()
    assert (reply.wish.path, reply.note) == (FORM, "Checked with the team")


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("  ", "Nothing is written there."),
        ("x" * 1001, "That is too long."),
        ("NHS 943 476 5919", "This looks like details of a person."),
    ],
)
def test_what_cannot_go_on_record_is_refused_before_it_does(
    reader: ActingDesk, note: str, title: str
) -> None:
    # Given a note that nobody should read, or that says nothing, when it is sent
    with pytest.raises(LibrarianError) as refused:
        reader.postbox.want(note)

    # Then it is refused with a remedy, and nothing is on record
    assert refused.value.title == title
    assert refused.value.remedy
    assert reader.record.entries == []


def test_where_nothing_can_be_put_on_record_a_message_is_prepared(reader: ActingDesk) -> None:
    # Given a drive that nobody looks after
    reader.ledger.stands = Standing.NOBODYS

    # When a reader asks to be let into a folder
    sent = reader.postbox.ask_access("Court", "I cover for Tom")

    # Then a message tells IT the folder, the account and the reason
    [message] = reader.messages.prepared
    assert sent.message is not None
    assert str(reader.root / "Court") in message.body
    assert "I sign in as: sam" in message.body
    assert "I cover for Tom" in message.body
    assert reader.record.entries == []


def test_a_folder_is_shown_to_all_until_it_is_not(keeper: ActingDesk, reader: ActingDesk) -> None:
    # Given a folder that business support show to all
    (keeper.root / "Court").mkdir()
    keeper.postbox.signpost("Court", "Amira, court team")
    reader.managed.refresh()
    shown = dict(reader.postbox.signposts)

    # When it goes, then nobody is told that they cannot open it; and the sign is taken away
    (keeper.root / "Court").rmdir()
    assert not reader.postbox.shut_folders()
    keeper.postbox.signpost("Court", "")
    reader.managed.refresh()

    # Then it was there with whom to ask, and is no more
    assert shown == {"Court": "Amira, court team"}
    assert not reader.postbox.signposts


def test_a_folder_that_is_not_there_is_shown_to_nobody(keeper: ActingDesk) -> None:
    # Given no such folder, when business support would show it to all
    with pytest.raises(LibrarianError, match="There is no folder Cuort on this drive"):
        keeper.postbox.signpost("Cuort", "Amira, court team")

    # Then nobody is shown it; and a sign whose folder has gone can still be taken away
    assert not keeper.postbox.signposts
    keeper.postbox.signpost("Cuort", "")


def test_only_those_who_look_after_the_drive_answer(reader: ActingDesk) -> None:
    # Given a reader's wish, when a reader answers it
    reader.postbox.want("A leaflet in Somali")
    [wish] = reader.postbox.waiting

    # Then they are told whom to ask
    with pytest.raises(LibrarianError, match="janet"):
        reader.postbox.answer(wish.entry)
