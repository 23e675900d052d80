"""Who looks after a drive is changed only by those who do, and taken over only in quiet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from librarian.application.curators import Appointments
from librarian.domain.errors import LibrarianError
from tests.support.ledger_desks import Team

DAY = 24 * 3600


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    team = Team(tmp_path)
    yield team
    team.close()


def test_naming_and_removing_takes_the_right_and_leaves_one(team: Team) -> None:
    # Given Janet, Tom, and Mia who looks after nothing
    janet, mia = Appointments(team.desk("janet")), Appointments(team.desk("mia"))

    # When Mia tries first, and then Janet names her and removes Tom
    with pytest.raises(LibrarianError) as refusal:
        mia.add("mia")
    janet.add("mia")
    janet.remove("TOM")
    mia.remove("janet")
    with pytest.raises(LibrarianError) as last:
        mia.remove("mia")

    # Then only what was right happened, and one is left
    assert "janet" in refusal.value.remedy
    assert mia.current().names == ("mia",)
    assert "nobody would look after" in last.value.title


def test_rights_change_for_those_who_fold_acts(team: Team) -> None:
    # Given an act of Mia's before she was named, and one after
    janet, mia = team.desk("janet"), team.desk("mia")
    before = mia.append("approved", {})
    janet.poll()
    team.clock.pass_by(1)

    # When she is named and acts
    Appointments(janet).add("mia")
    mia.poll()
    team.clock.pass_by(1)
    after = mia.append("approved", {})
    news = janet.poll()

    # Then the later one counts, and whoever folds is told to look again
    assert news.rights_changed
    assert not janet.poll().rights_changed
    assert [janet.rights.had_right(each.who, each.stamp) for each in (before, after)] == [
        False,
        True,
    ]


def test_taking_over_waits_for_weeks_of_quiet_and_is_seen_by_all(team: Team) -> None:
    # Given a drive whose curators acted last on the 20th of November
    janet, mia = team.desk("janet"), team.desk("mia")
    janet.append("noted", {})

    # When Mia wants to take over at once, and again five weeks later
    with pytest.raises(LibrarianError) as refusal:
        Appointments(mia).take_over("Janet and Tom have left.")
    team.clock.pass_by(35 * DAY)
    curators = Appointments(mia).take_over("Janet and Tom have left.")

    # Then it was refused with the day, and then everybody sees it with its reason
    assert "20 November 2026" in refusal.value.title
    assert curators.is_curator("mia")
    assert [(t.who, t.because) for t in team.desk("ann").curators().take_overs] == [
        ("mia", "Janet and Tom have left.")
    ]


@pytest.mark.parametrize("because", ["", "  "])
def test_taking_over_needs_a_reason(team: Team, because: str) -> None:
    with pytest.raises(LibrarianError):
        Appointments(team.desk("mia")).take_over(because)
