"""Who gets which minutes: copies, messages and packs, and nothing withheld in any of them."""

from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.letters import LetterFolder
from librarian.adapters.forms.packets import FolderTray
from librarian.application.forms.writing import Maker, Packet
from librarian.application.minutes.issuing import RECORD, Issuer
from librarian.application.minutes.ports import Meeting, Stage
from librarian.application.minutes.taking_minutes import MinuteRoom
from librarian.bootstrap.forms import OURS
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition, Output
from librarian.domain.forms.taking import Cut
from tests.support.fakes import FakeClock
from tests.support.form_makers import text_of
from tests.support.minute_makers import CASE, FIRST, WrittenBook, a_room


def test_minutes_are_a_draft_until_confirmed_and_issued_to_each_reader(tmp_path: Path) -> None:
    # Given minutes in which the father must not read the mother's view
    book = WrittenBook()
    room = a_room(tmp_path, book)
    withheld = [{"what": "family", "reader": "dan  rivers", "why": "Safety."}]
    meeting = replace(room.desk.begin(CASE), answers={**FIRST, "withheld": withheld})
    with pytest.raises(LibrarianError, match="draft"):
        room.issue(meeting, tmp_path)
    draft = room.draft(meeting, tmp_path / "out")
    assert draft.folder
    assert "not confirmed" in texts(draft.folder)

    # When they are confirmed and issued
    written = room.issue(room.issuer.confirm(meeting, "A. Okafor"), tmp_path / "out")

    # Then the teacher's copy has it, the father's has not, and no file bears a name
    assert written.folder
    assert "Mum says she tries" in texts(written.folder / "reader 1")
    assert "Mum says she tries" not in texts(written.folder / "reader 2")
    assert "Mum says she tries" in texts(written.folder / "record")
    assert "Confirmed by A. Okafor" in texts(written.folder / "reader 2")
    assert not any("Rivers" in path.name for path in written.folder.rglob("*"))
    assert written.meeting.stage is Stage.ISSUED

    # and the record holds the case's number and days alone
    assert [kind for kind, _ in book.lines] == ["minutes_confirmed", "minutes_issued"]
    assert all(set(told) <= {"case", "held", "day", "copies"} for _, told in book.lines)
    assert "Rivers" not in str(book.lines)


def test_withheld_words_that_stand_elsewhere_too_keep_copies_from_being_made(
    tmp_path: Path,
) -> None:
    # Given a person whose row is withheld from one reader, but who is named in another box
    room = a_room(tmp_path)
    withheld = [{"what": "came.0", "reader": "Dan Rivers", "why": "Safety."}]
    meeting = replace(room.desk.begin(CASE), answers={**FIRST, "withheld": withheld})

    # When that reader's copy is asked for
    copies = room.issuer.copy_for(meeting, "Dan Rivers")

    # Then nothing is made, and each place is told
    assert copies.made == ()
    assert {"action.0.who", "voice.0.heard"} <= {each.question for each in copies.problems}


def test_withholding_from_somebody_unknown_is_refused(tmp_path: Path) -> None:
    # Given a reader who is not on the list, when the minutes are confirmed
    room = a_room(tmp_path)
    withheld = [{"what": "family", "reader": "Uncle Bob"}]
    meeting = replace(room.desk.begin(CASE), answers={**FIRST, "withheld": withheld})

    # Then that is told, instead of keeping nothing back
    with pytest.raises(LibrarianError, match="not on the list"):
        room.issuer.confirm(meeting, "A. Okafor")


PARTS = {"family": "Secretone", "voice": "Secrettwo", "news.0": "Secretthree", "came.1": "Zaftig"}


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sets(st.sampled_from(sorted(PARTS)), min_size=1))
def test_what_is_withheld_is_in_no_copy_for_that_reader(tmp_path: Path, parts: set[str]) -> None:
    # Given words of their own in several parts, some of which are withheld from one reader
    answers = {
        **FIRST,
        "came": [{"name": "Jaya Patel"}, {"name": "Zaftig", "role": "Zaftig's role"}],
        "family": {"view": "Secretone"},
        "voice": [{"child": "Mia", "words": "Secrettwo"}],
        "news": [{"fact": "Secretthree"}, {"fact": "plain"}],
        "withheld": [{"what": part, "reader": "Dan Rivers"} for part in sorted(parts)],
    }
    desk, clock = a_room(tmp_path).desk, FakeClock()
    issuer = Issuer(desk, FolderShelf(OURS), PlainMaker(), WrittenBook(), clock)
    meeting = Meeting("m0", CASE, answers)

    # When copies are made for that reader, for everybody, and for the record
    dan, everybody, record = (
        b"".join(made.content for made in issuer.copy_for(meeting, who).made).decode()
        for who in ("Dan Rivers", "", RECORD)
    )

    # and a message for each reader, and a pack for anybody
    room = MinuteRoom(desk, issuer, FolderTray, LetterFolder(tmp_path / "letters").put, len)
    confirmed = replace(meeting, stage=Stage.CONFIRMED)
    sent = {who: mailed(path) for who, path in room.issue(confirmed, tmp_path).letters}
    pack = str(issuer.for_everybody(meeting).answers)

    # Then what is withheld from him is in nothing that he gets, and the record has all
    for part, words in PARTS.items():
        is_open = part not in parts
        assert (words in dan) is is_open, part
        assert (words in everybody) is is_open, part
        assert (words in pack) is is_open, part
        assert (words in sent["Dan Rivers"]) is is_open, part
        assert words in sent["Jaya Patel"]
        assert words in record


def mailed(path: Path) -> str:
    """All that stands in a message: its heads, its words, its files and what they are called."""
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    parts = [str(part.get_payload(decode=True)) for part in message.walk()]
    names = [str(part.get_filename()) for part in message.walk()]
    return "\n".join([path.name, *map(str, message.values()), *names, *parts])


def test_each_reader_gets_a_message_of_their_own_that_names_nobody(tmp_path: Path) -> None:
    # Given readers, of whom one has an e-mail address and one has something else there
    readers: Any = [dict(row) for row in FIRST["readers"]]
    readers[0]["email"] = "jaya@elm.example"
    readers[1]["email"] = "by hand\nBcc: all@example.org"
    room = a_room(tmp_path)
    meeting = replace(room.desk.begin(CASE), answers={**FIRST, "readers": readers})

    # When the minutes are given out
    written = room.issue(room.issuer.confirm(meeting, "A. Okafor"), tmp_path / "out")

    # Then each message goes to its reader alone, with their pages, and no head names the family
    heads = [message_from_bytes(path.read_bytes()) for _, path in written.letters]
    assert [name for name, _ in written.letters] == ["Jaya Patel", "Dan Rivers"]
    assert [(each["To"], each["Bcc"]) for each in heads] == [
        ("jaya@elm.example", None),
        (None,) * 2,
    ]
    assert {str(each["Subject"]) for each in heads} == {f"Core group {CASE}: minutes"}
    assert not any("Rivers" in path.name for _, path in written.letters)
    for each in heads:
        names = [name for part in each.walk() if (name := part.get_filename())]
        assert [name.rsplit(" ", 1)[1] for name in names] == ["minutes-pdf.pdf", "actions.pdf"]

    # and the address is in nobody's copy
    assert written.folder
    assert "jaya@elm.example" not in texts(written.folder)


def test_comments_go_back_with_a_pack_that_holds_nothing_withheld(tmp_path: Path) -> None:
    # Given minutes of which the minute-taker must not read one part
    room = a_room(tmp_path)
    readers = [{"name": "J. Patel", "email": "jaya@elm.example"}, {"name": "Dan Rivers"}]
    withheld = [{"what": "family", "reader": "J. Patel"}]
    answers = {**FIRST, "readers": readers, "withheld": withheld}
    meeting = replace(room.desk.begin(CASE), answers=answers)

    # When the social worker writes what should be changed
    letter = room.post_comments(meeting, "Which lessons was she late for?")

    # Then it goes to the minute-taker, with the pack and without that part
    message = message_from_bytes(letter.read_bytes(), policy=policy.default)
    [pack] = [part for part in message.walk() if part.get_filename()]
    words = text_of("pack.docx", pack.get_content())
    assert message["To"] == "jaya@elm.example"
    assert "Which lessons was she late for?" in mailed(letter)
    assert "Begin breakfast at school" in words
    assert "Mum says she tries" not in words
    with pytest.raises(LibrarianError, match="no comments"):
        room.post_comments(meeting, " ")


class PlainMaker(Maker):
    """Writes what an output holds as it is, and nothing else."""

    def __init__(self) -> None:
        """It needs no templates."""

    def make(self, form: FormDefinition, output: Output, part: Cut, packet: Packet) -> bytes:
        return f"{output.id} {packet.case} {form.id} {part.answers}".encode()


def texts(folder: Path) -> str:
    files = [each for each in folder.rglob("*") if each.suffix in (".docx", ".pdf", ".txt")]
    return "".join(text_of(each.name, each.read_bytes()) for each in files)
