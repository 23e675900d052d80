"""Supervision from time to time: what was agreed comes along, and who may read it is held to."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.packets import FolderTray
from librarian.application.forms.filling import Given, hand_over
from librarian.application.forms.form_desk import LocalFormDesk
from librarian.application.forms.last_times import LastTimes
from librarian.domain.errors import LibrarianError
from tests.support.fakes import FakeClock
from tests.support.form_desks import FakeBox, a_form_desk
from tests.support.form_makers import a_clerk, text_of
from tests.support.team_forms import answers_to


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(clock: FakeClock) -> LocalFormDesk:
    """The desk of somebody who supervises."""
    return a_form_desk(clock, FakeBox())


def finish(desk: LocalFormDesk, folder: Path, after: str = "", **changed: Any) -> None:
    """Fill in a supervision record, following on from a last time, and finish it."""
    sheet = desk.begin("supervision", after)
    answers = {**answers_to("supervision"), **sheet.answers, **changed}
    answers["about"] = {**answers_to("supervision")["about"], **answers["about"]}
    desk.finish(replace(sheet, answers=answers), folder)


def test_what_was_agreed_last_time_comes_along_until_it_is_done(
    desk: LocalFormDesk, tmp_path: Path
) -> None:
    # Given a supervision with one thing that was not done, one that was, and a new one
    last = [
        {"id": "1", "what": "Visit", "who": "Amara", "state": "done"},
        {"id": "2", "what": "Ask the GP", "who": "Carol", "state": "part", "difference": "Some."},
    ]
    finish(desk, tmp_path, last=last)

    # When the next is begun
    [before] = desk.last_times()
    sheet: Any = desk.begin("supervision", before.id)

    # Then what is open stands there with a number of its own, and both names
    assert before.about == ("Amara Okafor", "Carol Begum")
    assert sheet.answers["last"] == [
        {"id": "2", "what": "Ask the GP", "who": "Carol"},
        {"id": "3", "what": "Ring the school", "who": "Amara", "due": "2026-05-11"},
    ]
    assert sheet.answers["about"] == {
        "supervisee": "Amara Okafor",
        "supervisor": "Carol Begum",
        "may_read": "two",
    }
    assert "child" not in sheet.answers


def test_the_next_one_takes_the_place_of_the_last_about_the_same_people(
    desk: LocalFormDesk, tmp_path: Path, clock: FakeClock
) -> None:
    # Given supervisions of two people
    finish(desk, tmp_path)
    other = {**answers_to("supervision")["about"], "supervisee": "Ben Adeyemi"}
    finish(desk, tmp_path, about=other)
    assert len(desk.last_times()) == 2

    # When the first has the next one, then there is still one of each
    first = next(each for each in desk.last_times() if each.about[0] == "Amara Okafor")
    finish(desk, tmp_path, first.id)
    assert sorted(each.about[0] for each in desk.last_times()) == ["Amara Okafor", "Ben Adeyemi"]

    # and after the form's time of keeping there is none
    clock.at += timedelta(days=2191)
    assert desk.last_times() == ()


def test_only_the_person_who_kept_it_is_offered_what_was_agreed(
    tmp_path: Path, clock: FakeClock
) -> None:
    # Given a record that was kept under one person's key
    form = a_clerk().form("supervision")
    mine = LastTimes(lambda: EncryptedDrafts(tmp_path, b"m" * 32), clock, lambda: "last-1")
    mine.keep(form, answers_to("supervision"))
    assert len(mine.all({form.id: form})) == 1

    # When somebody else looks on the same computer
    theirs = LastTimes(lambda: EncryptedDrafts(tmp_path, b"t" * 32), clock, lambda: "last-2")

    # Then nothing is offered, and no word lies there in plain
    assert theirs.all({form.id: form}) == ()
    kept = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert not any(word in kept for word in (b"Okafor", b"Ring the school", b"Carol"))


@pytest.mark.parametrize(("may_read", "made"), [("two", 0), ("manager", 1), ("audit", 1)])
def test_a_record_for_others_is_made_only_where_both_agreed(may_read: str, made: int) -> None:
    # Given a record in which somebody said how they are
    answers = answers_to("supervision")
    answers["about"]["may_read"] = may_read
    answers["you"] = {"how": "I cannot sleep.", "well": "The girl spoke."}

    # When it is finished
    filling = a_clerk().fill("supervision", Given(answers))

    # Then the copy for others is there only then, and never says what stays between the two
    others = [each for each in filling.made if each.reader == "record-for-others"]
    assert len(others) == made
    words = "".join(text_of("x.pdf", each.content) for each in others)
    assert "I cannot sleep." not in words
    assert "The girl spoke." not in words
    assert ("Ring the school" in words) is bool(made)


@pytest.mark.parametrize("place", ["open to everybody", "on your team's drive"])
def test_the_record_goes_only_where_not_everybody_may_look(tmp_path: Path, place: str) -> None:
    # Given a finished record, and a folder that is not for it
    filling = a_clerk().fill("supervision", Given(answers_to("supervision")))
    folder = tmp_path / "Team" / "Supervision"
    folder.mkdir(parents=True, mode=0o755 if "everybody" in place else 0o700)
    if "drive" in place:
        (tmp_path / "Team" / ".librarian").mkdir()
        (tmp_path / "Team" / ".librarian" / "drive.json").write_text("{}", "utf-8")

    # When it is written there, then it is refused, and nothing lies there
    with pytest.raises(LibrarianError, match=place):
        hand_over(filling, FolderTray(folder))
    assert list(folder.iterdir()) == []
