"""Filters are chosen, said and taken back, each kind in its own way."""

import pytest

from librarian.domain.kinds import Kind
from librarian.domain.searching import Age, Counts, Filters
from ui.find.filtering import FACETS, Facet, narrowed_to

COUNTS = Counts(kinds=(("word", 7), ("pdf", 3)), folders=(("Forms/Referrals", 4), ("", 1)))


def facet(name: str) -> Facet:
    return next(each for each in FACETS if each.name == name)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("Type", "word", "Word"),
        ("Folder", "Forms/Referrals", "Referrals"),
        ("Folder", "", "Top of the drive"),
        ("Age group", "5–7", "5–7"),
        ("Theme", "Anger", "Anger"),
        ("Language", "Somali", "Somali"),
        ("Changed", "week", "Last 7 days"),
    ],
)
def test_each_kind_is_chosen_said_and_taken_back(name: str, value: str, said: str) -> None:
    # When a value is chosen
    chosen = facet(name).toggle(Filters(), value)

    # Then the chip says it, and choosing it again takes it back
    assert facet(name).summary(chosen) == said
    assert facet(name).toggle(chosen, value) == Filters()


def test_types_are_chosen_together_and_times_one_by_one() -> None:
    # When two types and two times are chosen
    filters = Filters()
    for value in ("word", "pdf"):
        filters = facet("Type").toggle(filters, value)
    for value in ("week", "month"):
        filters = facet("Changed").toggle(filters, value)

    # Then both types count, and the later time
    assert filters == Filters(kinds=frozenset({Kind.WORD, Kind.PDF}), changed=Age.MONTH)
    assert narrowed_to(filters) == ("type PDF, Word", "changed Last month")


def test_many_choices_are_said_shortly() -> None:
    filters = Filters(themes=frozenset({"Anger", "Feelings", "Loss"}))
    assert facet("Theme").summary(filters) == "Anger + 2"


def test_what_is_chosen_stays_on_offer_where_it_leaves_nothing() -> None:
    # When mail is chosen where there is none
    filters = Filters(kinds=frozenset({Kind.MAIL}))

    # Then it can still be taken back
    assert facet("Type").offered(COUNTS, filters) == (("word", 7), ("pdf", 3), ("mail", 0))
