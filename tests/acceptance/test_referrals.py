"""A referral on its way, from the command line: sent once, read by the service, answered."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from librarian.bootstrap import LocalDesk
from librarian.bootstrap.referrals import PASSPHRASE
from tests.acceptance.conftest import Librarian
from tests.support.form_makers import answers, text_of
from tests.support.sources import ROOT

MadeLibrarian = Callable[[], Librarian]
SERVICES = ("--service", "fgdm", "--service", "par")
KILL = """
import os, signal, sys
from librarian import cli
from librarian.adapters.forms.inboxes import Moves

left = int(sys.argv[1])

def counted(work):
    def step(*arguments):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return work(*arguments)
    return step

for name in ("make_folder", "write", "rename"):
    setattr(Moves, name, counted(getattr(Moves, name)))
cli.main(sys.argv[2:], None)
"""


@pytest.fixture(name="program")
def made_program(a_librarian: MadeLibrarian, monkeypatch: pytest.MonkeyPatch) -> Librarian:
    """A team's drive that is looked after, with inboxes for two services."""
    monkeypatch.setenv(PASSPHRASE, "a few words that nobody guesses")
    program = a_librarian()
    program.run("adopt", str(program.drive), "--name", "Team")
    for service in ("fgdm", "par"):
        folder = program.drive / "Inboxes" / service
        folder.mkdir(parents=True)
        folder.chmod(0o700)
        program.json("inbox", "name", service, "--inbox", f"Inboxes/{service}")
    return program


def in_file(folder: Path, document: dict[str, Any]) -> str:
    path = folder / "answers.json"
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


def test_a_referral_goes_to_two_services_and_one_accepts_it(
    program: Librarian, tmp_path: Path
) -> None:
    # Given answers, when they are handed over to two services
    given = in_file(tmp_path, answers())
    sent = program.json("referrals", "send", "referral", "--answers", given, *SERVICES)

    # Then the receipt says what went where, and both services have it
    [receipt] = sent["receipts"]
    assert {each["stage"] for each in receipt["services"]} == {"sent"}
    inboxes = {each["service"]: each["packets"] for each in program.json("inbox")["inboxes"]}
    [packet] = inboxes["fgdm"]
    shown = program.json("inbox", "show", "fgdm", packet["packet"])
    assert "Mia Rivers" in json.dumps(shown)

    # When one is accepted, then the referrer sees it, and what waits on whom
    program.json("inbox", "answer", "fgdm", packet["packet"], "accepted")
    found = {each["service"]: each for each in program.json("referrals")["referrals"]}
    assert found["fgdm"]["state"] == "accepted"
    assert found["fgdm"]["waits_on"] == "nobody"
    assert found["par"]["waits_on"] == "service"
    assert "Mia" not in json.dumps(found)
    assert program.json("ledger", "verify")["ok"]


def test_fill_gives_the_same_packets_as_handing_over(program: Librarian, tmp_path: Path) -> None:
    # Given the same answers, filled in into a folder and handed over
    given, out = in_file(tmp_path, answers()), tmp_path / "out"
    program.json("fill", "referral", "--answers", given, "--out", str(out), *SERVICES)
    program.json("referrals", "send", "referral", "--answers", given, *SERVICES)

    # When both are compared, then every file has the same name and says the same
    for service in ("fgdm", "par"):
        [packet] = (program.drive / "Inboxes" / service).iterdir()
        [folder] = out.glob(f"*/{service}")
        are_the_same(folder, packet)


def test_the_window_gives_the_same_packets_as_fill(program: Librarian, tmp_path: Path) -> None:
    # Given a referral that was filled in and handed over in the window
    with LocalDesk(program.home).catalogued(program.drive) as drive:
        desk = LocalDesk(program.home)
        referrals = desk.referrals(drive)
        forms = desk.form_desk(lambda: referrals)
        sheet = replace(forms.begin("referral"), answers=answers(services=["fgdm", "par"]))
        done = forms.finish(sheet, tmp_path / "own copies")
    assert {each.stage for each in done.records} == {"sent"}

    # When the same answers are filled in from the command line
    given, out = in_file(tmp_path, dict(sheet.answers)), tmp_path / "out"
    program.json("fill", "referral", "--answers", given, "--out", str(out))

    # Then every file for a service, and every copy of one's own, is the same
    for service in ("fgdm", "par"):
        [packet] = (program.drive / "Inboxes" / service).iterdir()
        [folder] = out.glob(f"*/{service}")
        are_the_same(folder, packet)
    assert done.folder
    [whole] = out.iterdir()
    own = {file.name for file in whole.iterdir() if file.is_file()}
    assert own == {file.name for file in done.folder.iterdir()}
    assert own == set(done.files)


def are_the_same(folder: Path, packet: Path) -> None:
    """Every file of a packet has the same name as in a folder, and says the same."""
    names = {file.name for file in folder.iterdir()}
    assert names | {"packet.json"} == {file.name for file in packet.iterdir()}
    for name in names:
        one, other = folder / name, packet / name
        if name.endswith((".docx", ".pdf")):
            assert text_of(name, one.read_bytes()) == text_of(name, other.read_bytes())
        elif name.endswith(".json"):
            assert one.read_bytes() == other.read_bytes()
        assert abs(one.stat().st_size - other.stat().st_size) < 100


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by a signal here")
@pytest.mark.parametrize("moves", [3, 8])
def test_killed_in_the_middle_there_is_one_packet_for_each_in_the_end(
    program: Librarian, tmp_path: Path, moves: int
) -> None:
    # Given a process that is killed while it hands a referral over
    given = in_file(tmp_path, answers())
    send = ("referrals", "send", "referral", "--answers", given, *SERVICES)
    script = tmp_path / "send.py"
    script.write_text(KILL, "utf-8")
    place = ("--drive", str(program.drive), "--home", str(program.home))
    killed = subprocess.run(
        [sys.executable, str(script), str(moves), *send, *place],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr

    # When it is resumed, then handed over again for good measure
    program.json("referrals", "resume")
    program.json("referrals", "send", "referral", "--answers", given, *SERVICES)

    # Then each service has one whole packet, and the ledger tells of each once
    for service in ("fgdm", "par"):
        [packet] = (program.drive / "Inboxes" / service).iterdir()
        slip = json.loads((packet / "packet.json").read_text("utf-8"))
        assert len(slip["files"]) == 3
    found = program.json("referrals")["referrals"]
    assert [each["state"] for each in found] == ["sent", "sent"]


def test_a_referral_that_waits_is_read_and_taken_back_on_the_command_line(
    program: Librarian, tmp_path: Path
) -> None:
    # Given a team with a working folder, and a referral that waits for a sign-off
    team = tmp_path / "Working folder"
    team.mkdir(mode=0o700)
    program.json("team", "folder", str(team))
    given = in_file(tmp_path, answers())
    program.json("referrals", "send", "referral", "--answers", given, "--service", "ther")
    [waiting] = program.json("referrals")["referrals"]
    assert waiting["state"] == "to_sign"

    # When its copy is read, then all stands there; nobody decides about their own
    shown = program.json("referrals", "read", waiting["referral"])
    assert "Mia Rivers" in json.dumps(shown["sections"])
    done = program.run("referrals", "read", waiting["referral"], "--drive", str(program.drive))
    assert "NOT FOR THE SERVICE" in done.stdout
    refused = program.refusal(
        "referrals", "refuse", waiting["referral"], "--words", "No", "--drive", str(program.drive)
    )
    assert "your own" in refused["title"]

    # When it is taken back, then it is over, and no copy lies in the folder
    [over] = program.json("referrals", "take-back", waiting["referral"])["referrals"]
    assert over["state"] == "closed"
    assert not list((team / "sign-offs").rglob("*.json"))


def test_an_address_that_is_not_right_is_not_named(program: Librarian) -> None:
    # Given an address that would send to two, and a key that is none, then both are refused
    for wrong in (("--email", "a@b.example,c@d.example"), ("--age-key", "ssh-rsa AAAA")):
        refused = program.refusal("inbox", "name", "eh", *wrong, "--drive", str(program.drive))
        assert "not right" in refused["title"]


def test_a_service_makes_a_key_once(program: Librarian) -> None:
    key = program.json("inbox", "make-key", "fgdm")["age_key"]
    assert key.startswith("age1")
    assert (
        "already"
        in program.refusal("inbox", "make-key", "fgdm", "--drive", str(program.drive))["title"]
    )
