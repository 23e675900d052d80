"""Referrals that are handed over: whole, once, to the right place, and under no name."""

import email
import json
from email import policy
from pathlib import Path

import pytest

from librarian.application.forms.handing_journal import Stage
from librarian.application.forms.handing_ports import Address
from librarian.domain.errors import LibrarianError
from librarian.domain.referrals import State, Waits
from tests.support.handing import NAMES, Team, an_order


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path, quick=True)


def test_each_service_gets_one_packet_and_the_receipt_says_so(team: Team) -> None:
    # Given two services with inboxes, when a form is handed over to both
    handed = team.desk().hand_over.submit(an_order("fgdm", "par"))

    # Then each has one packet: its form, a summary, answers as data, and a slip
    assert handed.receipt is not None
    assert handed.receipt.is_complete
    for record in handed.receipt.records:
        [packet] = team.packets(record.service)
        assert packet.name == record.name
        assert packet.name.startswith(f"C-100245 2026-11-20 {record.service} ")
        endings = {
            file.name.removeprefix(f"C-100245 2026-11-20 {record.service} ")
            for file in packet.iterdir()
        }
        assert endings == {"form.docx", "summary.pdf", "answers.json", "packet.json"}
        assert packet.stat().st_mode & 0o077 == 0

    # and what is not for a service comes back to the person
    assert [made.reader for made in handed.own] == ["case-system", "family"]


def test_no_name_and_no_answer_is_in_a_files_name_or_on_record(team: Team) -> None:
    # Given a referral that was handed over, asked about, answered and declined
    desk, service = team.desk(), team.desk("fgdm-worker")
    handed = desk.hand_over.submit(an_order("fgdm"))
    assert handed.receipt
    [record] = handed.receipt.records
    service.intake.answer("fgdm", record.name, State.ASKED, "Does Mia Rivers sleep now?")
    desk.follower.answer(record.referral, "Mia does not.")
    service.intake.answer("fgdm", record.name, State.DECLINED, "Mia Rivers is too young.")

    # When everything that is not the packet is read
    names = [path.name for path in team.folder.rglob("*")]
    journal = (team.folder / "home" / "referrals.json").read_text("utf-8")
    told = " ".join([*names, journal, team.on_record()]).casefold()

    # Then no word of the family is in it
    assert [word for word in NAMES if word in told.replace("amara.okafor-account", "")] == []
    kinds = [entry.kind for entry in team.ledger.kept]
    assert kinds == [f"referral_{state}" for state in ("sent", "asked", "answered", "declined")]
    assert {key for entry in team.ledger.kept for key in entry.payload or {}} == {
        "referral",
        "case",
        "service",
        "day",
        "answer_by",
    }


def test_handing_over_again_makes_no_second_packet(team: Team) -> None:
    # Given a submission that was handed over
    team.desk().hand_over.submit(an_order("fgdm", "par"))

    # When it is handed over again, by a desk that was started anew
    team.desk().hand_over.submit(an_order("fgdm", "par"))

    # Then nothing is there twice
    assert [len(team.packets(each)) for each in ("fgdm", "par")] == [1, 1]
    assert len(team.ledger.kept) == 2


def test_where_a_service_published_a_key_only_it_can_read(team: Team) -> None:
    # Given a service that made a key on its own desk
    service = team.desk("fgdm-worker")
    key = service.keys.make_key("fgdm")
    team.addresses.known["fgdm"] = Address("fgdm", team.inbox("fgdm"), age_key=key)

    # When a form is handed over
    handed = team.desk().hand_over.submit(an_order("fgdm"))

    # Then nothing in the packet can be read without it, and the service reads it all
    assert handed.receipt
    [record] = handed.receipt.records
    [packet] = team.packets("fgdm")
    assert record.sealed
    sealed = [file for file in packet.iterdir() if file.name.endswith(".age")]
    assert len(sealed) == 3
    assert all(file.read_bytes().startswith(b"age-encryption.org/") for file in sealed)
    assert not any(
        word in file.read_bytes().decode("latin-1").casefold()
        for file in packet.iterdir()
        for word in NAMES
    )
    shown = service.intake.show("fgdm", record.name)
    assert any("Mia Rivers" in entry.answer for part in shown.sections for entry in part.entries)
    with pytest.raises(LibrarianError, match="key"):
        team.desk("somebody").intake.show("fgdm", record.name)


def test_a_wrong_key_sends_nothing(team: Team) -> None:
    # Given a key that somebody copied wrongly, when a form is handed over
    team.addresses.known["fgdm"] = Address("fgdm", team.inbox("fgdm"), age_key="age1wrong")
    handed = team.desk().hand_over.submit(an_order("fgdm"))

    # Then nothing is in the inbox, least of all in plain
    assert handed.receipt
    assert "age1" in handed.receipt.records[0].problem
    assert list(team.inbox("fgdm").iterdir()) == []


def test_without_an_inbox_a_message_is_prepared_that_the_person_sends(team: Team) -> None:
    # Given a service that takes referrals by e-mail
    team.addresses.known["fgdm"] = Address("fgdm", email="fgdm@council.example")
    desk = team.desk()

    # When a form is handed over
    handed = desk.hand_over.submit(an_order("fgdm"))
    assert handed.receipt
    [record] = handed.receipt.records

    # Then there is an unsent message with the packet, whose head names nobody
    path = Path(record.place)
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "fgdm@council.example"
    assert message["Subject"] == "Referral C-100245: Family group decision making"
    files = {part.get_filename() for part in message.iter_attachments()}
    assert len(files) == 4
    assert path.stat().st_mode & 0o077 == 0
    [followed] = desk.follower.referrals()
    assert followed.referral.state is State.TO_SEND
    assert followed.referral.waits_on is Waits.SENDER

    # and once it was sent, it waits on the service, and the message is gone
    desk.follower.sent_by_hand(record.referral)
    [followed] = desk.follower.referrals()
    assert followed.referral.state is State.SENT
    assert not path.exists()


def test_what_a_manager_has_to_sign_waits_for_the_signature(team: Team) -> None:
    # Given a service that asks for a manager's sign-off
    team.addresses.known["ther"] = Address("ther", team.inbox("ther"))
    desk = team.desk()
    handed = desk.hand_over.submit(an_order("fgdm", "ther"))
    assert handed.receipt
    waiting = next(each for each in handed.receipt.records if each.service == "ther")

    # Then it is not sent, and waits on the manager
    assert team.packets("ther") == []
    assert waiting.stage is Stage.UNSIGNED
    [one] = [each for each in desk.follower.referrals() if each.referral.service == "ther"]
    assert one.referral.waits_on is Waits.MANAGER

    # When it is signed, after a restart, then it goes, and the packet says who signed it when
    with pytest.raises(LibrarianError, match="signed"):
        team.desk().hand_over.sign(waiting.referral, " ")
    team.desk().hand_over.sign(waiting.referral, "Priya Shah")
    [packet] = team.packets("ther")
    slip = json.loads((packet / "packet.json").read_text("utf-8"))
    assert slip["signed_off"] == {"by": "Priya Shah", "on": "2026-11-20"}


def test_on_a_drive_that_nobody_looks_after_it_is_written_down_here_alone(team: Team) -> None:
    # Given a drive that nobody adopted, when a form is handed over
    team.ledger.nobodys = True
    team.desk().hand_over.submit(an_order("fgdm"))

    # Then the ledger has nothing, and this computer knows it still
    assert team.ledger.kept == []
    [followed] = team.desk().follower.referrals()
    assert followed.referral.state is State.SENT


def test_what_the_drive_did_not_take_goes_there_later(team: Team) -> None:
    # Given a drive that is away while a form is handed over
    team.ledger.away = True
    desk = team.desk()
    desk.hand_over.submit(an_order("fgdm"))
    assert [each.referral.state for each in desk.follower.referrals()] == [State.SENT]

    # When it is there again
    team.ledger.away = False
    desk.settle()

    # Then it is on record there, once
    assert [entry.kind for entry in team.ledger.kept] == ["referral_sent"]
    assert len(desk.follower.referrals()) == 1


def test_a_question_goes_to_and_fro_between_service_and_referrer(team: Team) -> None:
    # Given a referral that arrived
    desk, service = team.desk(), team.desk("fgdm-worker")
    desk.hand_over.submit(an_order("fgdm"))
    [arrived] = service.intake.packets("fgdm")
    assert arrived.referral.state is State.SENT

    # When the service wants to know more, and gets it, and accepts
    service.intake.answer("fgdm", arrived.name, State.RECEIVED)
    service.intake.answer("fgdm", arrived.name, State.ASKED, "Who is at home in the evening?")
    [followed] = desk.follower.referrals()
    assert followed.replies[-1].words == "Who is at home in the evening?"
    assert followed.referral.waits_on is Waits.SENDER
    team.clock.pass_by(60)
    desk.follower.answer(followed.referral.id, "Her grandmother.")
    [arrived] = service.intake.packets("fgdm")
    assert arrived.replies[-1].words == "Her grandmother."
    team.clock.pass_by(60)
    service.intake.answer("fgdm", arrived.name, State.ACCEPTED)

    # Then the referrer sees it, and nothing waits any more
    [followed] = desk.follower.referrals()
    assert followed.referral.state is State.ACCEPTED
    assert followed.referral.waits_on is Waits.NOBODY


def test_what_was_acknowledged_long_ago_is_purged_on_both_sides(team: Team) -> None:
    # Given a referral that was accepted, and its kept answers
    desk, service = team.desk(), team.desk("fgdm-worker")
    desk.hand_over.submit(an_order("fgdm"))
    [arrived] = service.intake.packets("fgdm")
    service.intake.answer("fgdm", arrived.name, State.ACCEPTED)
    assert desk.follower.last("C-100245") is not None

    # When 89 days have passed, nothing goes; when 90 have, all of it goes
    team.clock.pass_by(89 * 86_400)
    assert desk.follower.purge() == ()
    assert service.intake.purge("fgdm") == ()
    team.clock.pass_by(86_400)
    assert len(desk.follower.purge()) == 1
    assert service.intake.purge("fgdm") == (arrived.name,)

    # Then no answer is left, and the number is still known
    assert desk.follower.last("C-100245") is None
    assert list(team.inbox("fgdm").iterdir()) == []
    [followed] = desk.follower.referrals()
    assert followed.referral.case == "C-100245"


def test_what_was_kept_opens_at_no_other_desk(team: Team) -> None:
    # Given what was handed over here, copied to somebody who has another key
    team.desk().hand_over.submit(an_order("fgdm"))
    (team.folder / "thief").mkdir()
    for name in ("handed-over", "referrals.json"):
        (team.folder / "home" / name).rename(team.folder / "thief" / name)

    # When it is opened there, then it is refused without a word of it
    with pytest.raises(LibrarianError, match="cannot be opened") as refused:
        team.desk("thief", key=bytes(range(32))).follower.last("C-100245")
    assert "Mia" not in str(refused.value)
