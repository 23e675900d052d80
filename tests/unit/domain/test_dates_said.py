"""Dates are read as people write them here, and never made more exact than they are."""

from datetime import date

import pytest

from librarian.domain.dates_said import Precision, mentions, read_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3 March 2024", "2024-03-03", "2024-03-03"),
        ("03.04.24", "2024-04-03", "2024-04-03"),
        ("12.25.2023", "2023-12-25", "2023-12-25"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("190923", "2023-09-19", "2023-09-19"),
        ("240307", "2024-03-07", "2024-03-07"),
        ("December 2025", "2025-12-01", "2025-12-31"),
        ("2024.02", "2024-02-01", "2024-02-29"),
        ("2023-24", "2023-04-01", "2024-03-31"),
        ("2023/2024", "2023-04-01", "2024-03-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("Autumn term 2024", "2024-08-01", "2024-12-31"),
    ],
)
def test_a_date_is_kept_as_all_the_days_it_can_mean(text: str, first: str, last: str) -> None:
    # Given a date as somebody wrote it, when it is read
    dated = read_date(text)

    # Then its first and last possible day are known
    assert dated is not None
    assert (dated.first, dated.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "v2.1",
        "Form 7",
        "020 7946 0311",
        "12-13",
        "5 to 11 years",
        "31.02.24",
        "1.2.3",
        "2024 and 25",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    # Given numbers that are no date, when they are read as one, then there is none
    assert read_date(text) is None


def test_a_year_says_nothing_about_a_day_within_it() -> None:
    # Given a year and a day within it
    year, day = read_date("2024"), read_date("7 March 2024")
    assert year is not None
    assert day is not None

    # When they are compared, then neither comes before the other
    assert not year.is_before(day)
    assert not day.is_before(year)
    assert year.precision is Precision.YEARS


def test_each_date_in_a_line_is_found_once() -> None:
    # Given a footer with two dates, when it is searched
    found = mentions("Version 2 · 5 June 2024 · Review due June 2025")

    # Then both are there, from left to right
    assert [mention.dated.in_words() for mention in found] == ["5 June 2024", "June 2025"]
