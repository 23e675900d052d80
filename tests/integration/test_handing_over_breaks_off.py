"""Referrals whose handing over breaks off, anywhere: one whole packet in the end, never half."""

import json
from pathlib import Path

import pytest

from librarian.application.forms.handing_journal import Stage
from librarian.domain.referrals import State
from tests.support.faulty_disk import KilledError, failing
from tests.support.handing import Team, an_order

FULL, CLOSED = 28, 13  # ENOSPC, EACCES


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path, quick=True)


def test_wherever_it_dies_there_is_one_packet_in_the_end_and_never_half_of_one(
    tmp_path: Path,
) -> None:
    # Given how many moves there are between submitting and the receipt
    whole = Team(tmp_path / "whole", quick=True)
    whole.desk().hand_over.submit(an_order("fgdm", "par"))
    wanted = {each: _contents(whole.packets(each)) for each in ("fgdm", "par")}
    assert whole.moves.done > 20

    for moves in range(whole.moves.done):
        # When it dies at one of them
        team = Team(tmp_path / str(moves), quick=True)
        team.moves.left = moves
        with pytest.raises(KilledError):
            team.desk().hand_over.submit(an_order("fgdm", "par"))
        team.moves.left = None
        for service, files in wanted.items():
            assert _contents(team.packets(service)) in ([], files), moves

        # Then, resumed or handed over again, there is one whole packet for each, and one record
        if moves % 2:
            team.desk().hand_over.resume()
        team.desk().hand_over.submit(an_order("fgdm", "par"))
        for service, files in wanted.items():
            assert _contents(team.packets(service)) == files, moves
        followed = team.desk().follower.referrals()
        assert [each.referral.state for each in followed] == [State.SENT, State.SENT], moves
        assert not list(team.folder.rglob("~*")), moves


def test_a_packet_that_the_service_took_away_meanwhile_is_not_sent_again(tmp_path: Path) -> None:
    # Given a process that died just after a packet got its name, and a service that took it away
    whole = Team(tmp_path / "whole", ("fgdm",), quick=True)
    whole.desk().hand_over.submit(an_order("fgdm"))
    for moves in range(whole.moves.done):
        team = Team(tmp_path / str(moves), ("fgdm",), quick=True)
        team.moves.left = moves
        with pytest.raises(KilledError):
            team.desk().hand_over.submit(an_order("fgdm"))
        if team.packets("fgdm"):
            [packet] = team.packets("fgdm")
            packet.rename(team.folder / "taken")

            # When it is resumed, then no second one comes
            team.desk().hand_over.resume()
            team.desk().hand_over.submit(an_order("fgdm"))
            assert team.packets("fgdm") == []
            [followed] = team.desk().follower.referrals()
            assert followed.referral.state is State.SENT
            return
    pytest.fail("it never died after the packet had its name")


@pytest.mark.parametrize("fault", ["away", "full", "closed", "open"])
def test_an_inbox_that_takes_nothing_costs_only_itself(team: Team, fault: str) -> None:
    # Given one inbox that is away, full, closed to writing, or open to everybody
    inbox = team.inbox("fgdm")
    if fault == "away":
        inbox.rename(inbox.with_name("elsewhere"))
    elif fault == "open":
        inbox.chmod(0o755)
    else:
        team.moves.left, team.moves.fault = 6, failing(FULL if fault == "full" else CLOSED)

    # When a form is handed over to two services
    handed = team.desk().hand_over.submit(an_order("fgdm", "par"))

    # Then one has it whole, the other has nothing, and the receipt says why and what to do
    assert handed.receipt
    by_service = {record.service: record for record in handed.receipt.records}
    assert not handed.receipt.is_complete
    assert by_service["par"].stage is Stage.SENT
    assert by_service["fgdm"].problem
    assert "Mia" not in by_service["fgdm"].problem
    assert len(team.packets("par")) == 1
    if fault != "away":
        assert team.packets("fgdm") == []
        assert list(inbox.iterdir()) == []

    # and once that is mended, the rest goes by itself
    if fault == "away":
        inbox.with_name("elsewhere").rename(inbox)
    inbox.chmod(0o700)
    [receipt] = team.desk().hand_over.resume()
    assert receipt.is_complete
    assert len(team.packets("fgdm")) == 1


def _contents(packets: list[Path]) -> list[tuple[str, list[str]]]:
    """What packets hold: names of packets and files; all files can be read."""
    found = []
    for packet in packets:
        files = sorted(file.name for file in packet.iterdir())
        slip = json.loads((packet / "packet.json").read_text("utf-8"))
        assert sorted(["packet.json", *(each["name"] for each in slip["files"])]) == files
        found.append((packet.name, files))
    return found


def test_a_draft_is_needed_while_something_is_left_that_is_kept_nowhere_else(team: Team) -> None:
    # Given a desk on which nothing can be kept encrypted, and an inbox that is away
    team.inbox("fgdm").rename(team.folder / "elsewhere")
    keeping, bare = team.desk(), team.desk("bare", keeps=False)

    # When a form is handed over, then its draft has to stay; where answers are kept it need not
    for desk, safe in ((keeping, True), (bare, False)):
        handed = desk.hand_over.submit(an_order("fgdm", submission=f"draft-{str(safe).lower()}"))
        assert desk.hand_over.is_safe(handed) is safe

    # and once the inbox is there, handing over again sends it, and the draft may go
    (team.folder / "elsewhere").rename(team.folder / "Inboxes" / "fgdm")
    handed = bare.hand_over.submit(an_order("fgdm", submission="draft-false"))
    assert bare.hand_over.is_safe(handed)
