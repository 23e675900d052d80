"""The sample has minutes to try: two meetings of a made-up family, with what was carried on."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from librarian.adapters.sample.papers import content
from librarian.adapters.store import JsonStore
from librarian.application.minutes.issuing import RECORD
from librarian.application.minutes.made_up import is_made_up, made_up_minutes
from librarian.application.minutes.ports import Stage
from librarian.bootstrap.sample_minutes import SAMPLE_CASE, SampleMinutes
from librarian.domain.minutes.carrying import said
from tests.support.fakes import FakeClock
from tests.support.minute_makers import a_room


def test_they_are_laid_once_and_can_be_taken_away(tmp_path: Path) -> None:
    # Given somebody who made the sample drive
    samples = SampleMinutes(JsonStore(tmp_path / "own"), FakeClock())
    samples.want()
    room = a_room(tmp_path, samples=samples)

    # When they look at the minutes, twice
    room.arrive()
    room.arrive()

    # Then there are a meeting that was given out and one under way, which has its open actions
    second, first = room.desk.meetings(SAMPLE_CASE)
    assert (first.stage, second.stage) == (Stage.ISSUED, Stage.DRAFT)
    last: Any = second.answers["last"]
    assert [(row["id"], row.get("state")) for row in last] == [
        ("1.1", "done"),
        ("1.2", "part"),
        ("1.3", None),
    ]
    assert len(room.desk.history(SAMPLE_CASE)["1.1"]) == 2
    assert not room.issuer.copy_for(first, RECORD).problems

    # and once they are taken away they stay away
    room.forget_samples()
    room.arrive()
    assert room.desk.meetings() == ()


def test_whichever_day_it_is_no_meeting_is_on_a_weekend_or_late() -> None:
    for number in range(7):
        today = date(2026, 11, 23) + timedelta(days=number)
        told = json.loads(content("minutes.json"))
        first, second = made_up_minutes(told, SAMPLE_CASE, today)
        days = [said(each.answers["meeting"], "date") for each in (first, second)]
        assert all(date.fromisoformat(day).weekday() < 5 for day in days)
        assert date.fromisoformat(days[1]) <= today
        assert is_made_up(first)
        assert "@" not in str(second.answers)
