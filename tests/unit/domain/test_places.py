"""Old and backup folders are told from folders that only sound so."""

import pytest

from librarian.domain.places import is_backwater, says_it_is_old


@pytest.mark.parametrize(
    "folder",
    [
        "Archive",
        "Forms/OLD",
        "Old stuff/Forms",
        "Backup of forms 2022",
        "Back-up",
        "zz_old",
        "Forms - do not use",
        "Forms (DON'T USE)",
        "Previous versions",
        "Out of date",
        "No longer in use",
        "Superseded",
    ],
)
def test_what_is_put_away_is_a_backwater(folder: str) -> None:
    # Given the name of a folder where old things are put
    # When it is looked at
    # Then it is a backwater
    assert is_backwater(folder)


@pytest.mark.parametrize(
    "folder",
    [
        "",
        "Forms/Referrals",
        "Old Street team",
        "5-7 year olds",
        "8 years old and over",
        "Gold standard",
        "Household support",
        "New folder (2)",
        "Use of force",
    ],
)
def test_what_is_in_use_is_none(folder: str) -> None:
    # Given the name of a folder that people work in
    # When it is looked at
    # Then it is no backwater
    assert not is_backwater(folder)


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("Visit form OLD", True),
        ("Visit form (do not use)", True),
        ("visit_form_superseded", True),
        ("Archiving policy", False),
        ("Worksheet for 5 year olds", False),
    ],
)
def test_a_name_may_say_that_it_is_old(name: str, old: bool) -> None:
    # Given a file's name
    # When it is read
    # Then it is old only where it says so of itself
    assert says_it_is_old(name) is old
