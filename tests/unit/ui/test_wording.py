"""Dates and sizes are said as people say them."""

from datetime import UTC, datetime, timedelta

import pytest

from ui.kit.wording import counted, listed, spoken_date, spoken_folder, spoken_size

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 11, 20, 9, 14, tzinfo=UTC), "Today 09:14"),
        (datetime(2026, 11, 19, 23, 59, tzinfo=UTC), "Yesterday 23:59"),
        (datetime(2026, 11, 12, 9, 14, tzinfo=UTC), "12 Nov"),
        (datetime(2026, 1, 1, tzinfo=UTC), "1 Jan"),
        (datetime(2023, 5, 3, tzinfo=UTC), "3 May 2023"),
        (NOW + timedelta(days=400), "25 Dec 2027"),
    ],
)
def test_a_date_is_said_as_people_say_it(when: datetime, said: str) -> None:
    assert spoken_date(when, NOW) == said


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (48_200, "47 KB"),
        (1_258_291, "1.2 MB"),
        (52_428_800, "50 MB"),
        (3_221_225_472, "3.0 GB"),
    ],
)
def test_a_size_is_said_as_people_say_it(size: int, said: str) -> None:
    assert spoken_size(size) == said


def test_numbers_lists_and_folders_are_said_as_people_say_them() -> None:
    assert counted(1, "file") == "1 file"
    assert counted(1240, "file") == "1,240 files"
    assert listed(("a", "b", "c")) == "a, b and c"
    assert spoken_folder("Forms/Referrals") == "Forms / Referrals"
    assert spoken_folder("") == "Top of the drive"
