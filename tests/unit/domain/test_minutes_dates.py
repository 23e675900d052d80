"""Dates of core groups and conferences are counted in working days of the nation."""

from datetime import date

import pytest

from librarian.adapters.minutes.bank_holidays import NationHolidays
from librarian.domain.minutes.working_days import (
    Clocks,
    clocks_of,
    doubts,
    first_core_group,
    months_after,
    next_conference,
    next_core_group,
    working_days_between,
)

ENGLAND = NationHolidays("england")


def test_the_first_core_group_is_ten_working_days_after_over_easter() -> None:
    # Given a conference in the week before Easter 2026 (Good Friday 3 April, Monday 6 April)
    proposed = first_core_group(date(2026, 3, 31), Clocks(), ENGLAND)

    # Then two bank holidays and two weekends are left out
    assert proposed.day == date(2026, 4, 16)
    assert working_days_between(date(2026, 3, 31), proposed.day, ENGLAND) == 10


@pytest.mark.parametrize(
    ("nation", "day"),
    [("england", date(2026, 3, 17)), ("northern-ireland", date(2026, 3, 18))],
)
def test_each_nation_has_its_own_holidays(nation: str, day: date) -> None:
    # Given the day before St Patrick's, when the next working day is looked for
    found = first_core_group(
        date(2026, 3, 16), Clocks(first_working_days=1), NationHolidays(nation)
    )
    assert found.day == day


def test_the_next_core_group_falls_on_a_working_day_in_time() -> None:
    # Given a meeting whose six weeks end on Boxing Day's weekend
    proposed = next_core_group(date(2026, 11, 13), Clocks(), ENGLAND)
    assert proposed.latest == date(2026, 12, 25)
    assert proposed.day == date(2026, 12, 24)


def test_reviews_come_after_three_months_then_six() -> None:
    first = next_conference(date(2026, 1, 15), None, Clocks(), ENGLAND)
    later = next_conference(date(2026, 1, 15), date(2026, 4, 15), Clocks(), ENGLAND)
    assert first
    assert later
    assert (first.latest, later.latest) == (date(2026, 4, 15), date(2026, 10, 15))
    assert next_conference(None, None, Clocks(), ENGLAND) is None


def test_a_late_day_or_a_holiday_is_doubted_in_words() -> None:
    proposed = next_core_group(date(2026, 11, 12), Clocks(), ENGLAND)
    assert doubts(date(2026, 12, 24), proposed, ENGLAND) == ()
    assert doubts(date(2026, 12, 26), proposed, ENGLAND) == (
        "This is a weekend or a bank holiday.",
        "This is 2 days late: at most 6 weeks after this one.",
    )


def test_months_end_where_they_end_and_settings_are_data() -> None:
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert clocks_of({"interval_weeks": 4, "nation": "mars"}) == Clocks(interval_weeks=4)
