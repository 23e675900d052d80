"""Dates mean what people mean by them."""

from datetime import date

import pytest

from indexers.dates import period

TODAY = date(2026, 3, 31)  # a Tuesday, and a day that no other neighbouring month has


@pytest.mark.parametrize(
    ("said", "first", "after"),
    [
        ("today", "2026-03-31", "2026-04-01"),
        ("Yesterday", "2026-03-30", "2026-03-31"),
        ("this week", "2026-03-30", "2026-04-06"),
        ("last week", "2026-03-23", "2026-03-30"),
        ("this month", "2026-03-01", "2026-04-01"),
        ("last  month", "2026-02-01", "2026-03-01"),
        ("last year", "2025-01-01", "2026-01-01"),
        ("a month ago", "2026-02-28", "2026-03-01"),
        ("3 weeks ago", "2026-03-10", "2026-03-11"),
        ("two years ago", "2024-03-31", "2024-04-01"),
        ("the last 7 days", "2026-03-24", "2026-04-01"),
        ("monday", "2026-03-30", "2026-03-31"),
        ("last tuesday", "2026-03-24", "2026-03-25"),
        ("2024", "2024-01-01", "2025-01-01"),
        ("2026-03", "2026-03-01", "2026-04-01"),
        ("12/2025", "2025-12-01", "2026-01-01"),
        ("2024-02-29", "2024-02-29", "2024-03-01"),
        ("12/03/2024", "2024-03-12", "2024-03-13"),
        ("12.03.24", "2024-03-12", "2024-03-13"),
        ("march 2024", "2024-03-01", "2024-04-01"),
        ("Dec", "2025-12-01", "2026-01-01"),
        ("12th of March 2024", "2024-03-12", "2024-03-13"),
        ("March 12, 2024", "2024-03-12", "2024-03-13"),
        ("5 may", "2025-05-05", "2025-05-06"),
    ],
)
def test_a_spoken_date_is_a_stretch_of_days(said: str, first: str, after: str) -> None:
    # Given a date as somebody says it on 31 March 2026
    expected = date.fromisoformat(first), date.fromisoformat(after)

    # When it is read
    found = period(said, TODAY)

    # Then it is these days
    assert found == expected


@pytest.mark.parametrize("said", ["soon", "", "31/02/2026", "2026-13", "9999 years ago", "99"])
def test_what_is_no_date_is_none(said: str) -> None:
    # Given words that name no day of any calendar
    # When they are read
    found = period(said, TODAY)

    # Then there is no date
    assert found is None
