"""How long ago, and how long still, as people say it."""

from datetime import UTC, datetime, timedelta

import pytest

from ui.shell.wording import ago, duration

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "just now"),
        (59, "just now"),
        (60, "1 min ago"),
        (150, "2 min ago"),
        (3599, "59 min ago"),
    ],
)
def test_a_short_time_ago_is_said_in_minutes(seconds: int, words: str) -> None:
    assert ago(NOW - timedelta(seconds=seconds), NOW) == words


def test_earlier_today_is_said_by_the_clock() -> None:
    then = (NOW - timedelta(hours=2)).astimezone()
    assert ago(then, NOW) == f"today {then:%H:%M}"


def test_another_day_is_said_by_its_date() -> None:
    then = (NOW - timedelta(days=8)).astimezone()
    assert ago(then, NOW) == f"12 Nov {then:%H:%M}"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (5, "less than a minute"),
        (61, "1 min"),
        (179, "3 min"),
        (3600, "1 h"),
        (4800, "1 h 20 min"),
        (3599, "1 h"),
    ],
)
def test_how_long_still_is_said_roughly(seconds: float, words: str) -> None:
    assert duration(seconds) == words
