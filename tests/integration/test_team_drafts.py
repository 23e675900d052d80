"""A half-filled form in the team's folder: begun at one desk, carried on and ended at another."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from librarian.application.forms.form_desk import LocalFormDesk
from librarian.application.forms.sheet import Sheet
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.joining import Keep
from tests.support.fakes import FakeClock
from tests.support.form_desks import FakeBox, a_team_desk

NAME = ("ref", "name")


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A folder that only the team may read."""
    made = tmp_path / "Working folder"
    made.mkdir(mode=0o770)
    return made


def begun(desk: LocalFormDesk, name: str = "Sam Okoro") -> Sheet:
    """A supervision record that was begun and shared."""
    return desk.hand_on(desk.begin("supervision").answer(NAME, name)).sheet


def test_a_colleague_carries_on_and_ends_it(team: Path) -> None:
    # Given a form that Sam has shared, and left
    clock, box = FakeClock(), FakeBox()
    sam, priya = a_team_desk(team, "sam", clock, box), a_team_desk(team, "priya", clock)
    sheet = begun(sam)
    sam.leave(sheet.answer(("ref", "role"), "Social worker"))
    assert not box.kept
    assert not any(b"Okoro" in each.read_bytes() for each in team.rglob("*.json"))

    # When Priya finds it among the team's, and carries on
    [found] = priya.team.all()
    assert (found.who, found.title) == ("sam", sheet.form.title)
    theirs = priya.carry_on_shared(found.id)
    assert theirs.answers == {"ref": {"name": "Sam Okoro", "role": "Social worker"}}
    priya.leave(theirs.answer(("ref", "role"), "Manager"))

    # Then Sam sees so
    [now] = sam.team.all()
    assert now.who == "priya"
    assert sam.carry_on_shared(now.id).answers == {"ref": {"name": "Sam Okoro", "role": "Manager"}}


def test_a_shared_referral_is_known_by_its_case_number(team: Path) -> None:
    # Given a referral that is shared before services are chosen
    sam = a_team_desk(team, "sam", FakeClock())
    sheet = sam.begin("referral").answer(("child",), [{"name": "Mia", "case": "C-100245"}])
    sam.hand_on(sheet)

    # When the team looks at the list, then it goes by its case number
    [found] = sam.team.all()
    assert found.case == "C-100245"


def test_two_who_go_on_at_once_are_told_and_lose_nothing(team: Path) -> None:
    # Given a shared form that is open at two desks
    clock, box = FakeClock(), FakeBox()
    sam, priya = a_team_desk(team, "sam", clock, box), a_team_desk(team, "priya", clock)
    mine = begun(sam)
    theirs = priya.carry_on_shared(mine.id)

    # When Priya hands on, and Sam after her
    priya.hand_on(theirs.answer(("ref", "role"), "Manager"))
    done = sam.leave(mine.answer(("ref", "role"), "Social worker"))

    # Then Sam is told who it was, keeps what he wrote apart, and the team has what Priya wrote
    assert done.elsewhere == "priya"
    assert done.sheet.id != mine.id
    [own] = sam.drafts()
    assert own.apart == mine.id
    assert sam.carry_on(own.id).answers == {"ref": {"name": "Sam Okoro", "role": "Social worker"}}

    # When he compares the two, then he sees who wrote what, and nothing is chosen for him
    both = sam.compare(own.id)
    [role] = both.differing
    assert (both.who, role.theirs, role.ours) == ("priya", "Manager", "Social worker")
    assert role.likely is None

    # and made one as he chose, the team has it, and no second draft is left
    sam.join(both, {role.spot: Keep.OURS})
    assert priya.carry_on_shared(mine.id).answers["ref"] == {
        "name": "Sam Okoro",
        "role": "Social worker",
    }
    assert not sam.drafts()


def test_somebody_writes_while_two_are_compared_and_nothing_is_lost(team: Path) -> None:
    # Given two drafts that are being compared
    clock, box = FakeClock(), FakeBox()
    sam, priya = a_team_desk(team, "sam", clock, box), a_team_desk(team, "priya", clock)
    mine = begun(sam)
    theirs = priya.hand_on(priya.carry_on_shared(mine.id).answer(("ref", "role"), "Manager")).sheet
    done = sam.hand_on(mine.answer(("ref", "role"), "Social worker"))
    both = sam.compare(done.sheet.id)

    # When Priya goes on meanwhile, and Sam then makes one of what he saw
    priya.hand_on(theirs.answer(("ref", "name"), "Sam Okoro-Hill"))
    again = sam.join(both, {both.differing[0].spot: Keep.OURS})

    # Then what she wrote stays with the team, and his is a draft beside it, to be compared anew
    assert again.elsewhere == "priya"
    [own] = sam.drafts()
    spots = {each.spot: (each.theirs, each.ours) for each in sam.compare(own.id).differing}
    assert spots == {
        ("ref", "name"): ("Sam Okoro-Hill", "Sam Okoro"),
        ("ref", "role"): ("Manager", "Social worker"),
    }


def test_a_deleted_form_is_out_of_everybodys_list_and_can_be_put_back(team: Path) -> None:
    # Given a shared form that a colleague deletes, while its writer has it open
    clock, box = FakeClock(), FakeBox()
    sam, priya = a_team_desk(team, "sam", clock, box), a_team_desk(team, "priya", clock)
    mine, other = begun(sam), begun(sam, "Another")
    priya.team.delete(mine.id)

    # When others look, then it says who, until when, and no other form is touched
    found = {each.id: each for each in sam.team.all()}
    assert found[mine.id].gone == clock.now().date() + timedelta(days=7)
    assert found[mine.id].who == "priya"
    assert found[other.id].gone is None
    with pytest.raises(LibrarianError, match="not there"):
        priya.carry_on_shared(mine.id)

    # and what its writer typed since is a draft of their own
    done = sam.hand_on(mine.answer(("ref", "role"), "Social worker"))
    assert done.is_gone
    assert sam.carry_on(done.sheet.id).answers["ref"] == {
        "name": "Sam Okoro",
        "role": "Social worker",
    }

    # When it is put back, then it is there as it was
    sam.team.put_back(mine.id)
    assert priya.carry_on_shared(mine.id).answers == {"ref": {"name": "Sam Okoro"}}


def test_a_deleted_form_is_destroyed_after_a_week(team: Path) -> None:
    # Given a form that was deleted
    clock = FakeClock()
    sam = a_team_desk(team, "sam", clock)
    mine = begun(sam)
    sam.team.delete(mine.id)

    # When more than a week has gone by and anybody looks, then nothing of it lies there
    clock.pass_by(8 * 24 * 3600)
    assert not sam.team.all()
    assert not list(team.rglob("*.part.json"))


def test_a_form_two_went_on_with_at_once_is_not_deleted_with_half_of_it(team: Path) -> None:
    # Given two computers that put a form there at the same moment
    clock = FakeClock()
    sam, priya = a_team_desk(team, "sam", clock), a_team_desk(team, "priya", clock)
    mine = begun(sam)
    theirs = priya.carry_on_shared(mine.id)
    for desk, sheet, role in ((sam, mine, "Social worker"), (priya, theirs, "Manager")):
        part = replace(sheet, answers={"ref": {"role": role}})
        place = desk.team._place()
        content = {"form": sheet.form.id, "version": sheet.form.version, "case": "", "sheet": {}}
        place.put(sheet.id, {**content, "sheet": {"answers": part.answers}}, sheet.shared or {})

    # When one of them deletes it, then that is refused until both were looked at
    with pytest.raises(LibrarianError, match="Two of you"):
        sam.team.delete(mine.id)


def test_who_deletes_a_form_takes_nothing_that_they_had_not_seen(team: Path) -> None:
    # Given a form that Priya went on with, and that Sam deleted without having seen that
    clock = FakeClock()
    sam, priya = a_team_desk(team, "sam", clock), a_team_desk(team, "priya", clock)
    mine = begun(sam)
    theirs = priya.hand_on(priya.carry_on_shared(mine.id).answer(("ref", "role"), "Manager")).sheet
    clock.pass_by(60)
    content = {"form": mine.form.id, "version": mine.form.version, "case": "", "sheet": {}}
    sam.team._place().put(mine.id, {**content, "gone": True}, mine.shared or {})

    # When more than a week has gone by, then it is there with what Priya wrote
    clock.pass_by(8 * 24 * 3600)
    [found] = sam.team.all()
    assert (found.gone, found.who) == (None, "priya")
    assert sam.carry_on_shared(mine.id).answers == theirs.answers

    # And deleted by somebody who has seen it, it can be put back
    sam.team.delete(mine.id)
    priya.team.put_back(mine.id)
    assert priya.carry_on_shared(mine.id).answers == theirs.answers


def test_what_did_not_get_there_is_carried_on_here(team: Path) -> None:
    # Given a shared form of which the last words are kept on this computer only
    clock = FakeClock()
    sam = a_team_desk(team, "sam", clock)
    mine = begun(sam).answer(("ref", "role"), "Social worker")
    sam.keep(mine)

    # When it is carried on from the team's list, then they are there
    assert sam.carry_on_shared(mine.id).answers == mine.answers


def test_a_form_that_was_begun_before_somebody_joined_opens_for_them(team: Path) -> None:
    # Given a shared form, and a colleague whose computer comes later
    clock = FakeClock()
    sam = a_team_desk(team, "sam", clock)
    begun(sam)
    priya = a_team_desk(team, "priya", clock)
    assert not priya.team.all()

    # When Sam looks at the list, then it opens for her too
    sam.team.all()
    assert len(priya.team.all()) == 1
    assert sam.team.people() == ("priya", "sam")


def test_a_shared_form_expires(team: Path) -> None:
    # Given a shared form that nobody went on with for longer than drafts are kept
    clock = FakeClock()
    sam = a_team_desk(team, "sam", clock)
    begun(sam)
    clock.pass_by(400 * 24 * 3600)

    # When somebody looks, then it is gone from the folder
    assert not sam.team.all()
    assert not list(team.rglob("*.part.json"))


def test_a_folder_open_to_everybody_is_refused(team: Path) -> None:
    # Given a folder that was opened to everybody
    sam = a_team_desk(team, "sam", FakeClock())
    team.chmod(0o777)

    # When a form is to be shared there, then that is refused with a remedy
    with pytest.raises(LibrarianError, match="open to everybody"):
        begun(sam)
