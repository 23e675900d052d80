"""The talk with Windows' spelling help: right places, all given back, failures told."""

import pytest

from librarian.adapters.spelling_windows import (
    ComObject,
    WindowsChecker,
    checker_from,
    checker_or_none,
)
from librarian.application.spelling import SpellingLostError
from tests.support.made_up_com import MadeUpChecker, MadeUpFactory


def test_a_word_is_looked_up_and_everything_is_given_back() -> None:
    # Given Windows with British English
    freed: list[int] = []
    made_up = MadeUpChecker(frozenset({"café"}), ("receive", "relieve"))
    factory = MadeUpFactory(made_up, "de-DE", "en-GB")
    checker = checker_from(ComObject(factory.object.address), freed.append)

    # When words are looked up, and what may have been meant
    assert factory.asked == "en-GB"
    assert checker is not None
    assert [checker.knows(word) for word in ("café", "recieve")] == [True, False]
    assert checker.suggestions("recieve") == ("receive", "relieve")

    # Then each object was let go of once, and each text given back
    assert [each.released for each in made_up.handed_out] == [1] * 3
    assert made_up.texts.object.released == 1
    assert freed == made_up.texts.addresses


def test_any_english_is_better_than_none() -> None:
    factory = MadeUpFactory(MadeUpChecker(frozenset()), "cy-GB", "en-US")
    assert checker_from(ComObject(factory.object.address), lambda _: None) is not None
    assert factory.asked == "en-US"


def test_without_english_nothing_is_offered() -> None:
    factory = MadeUpFactory(MadeUpChecker(frozenset()), "cy-GB", "pl-PL")
    assert checker_from(ComObject(factory.object.address), lambda _: None) is None
    assert factory.texts.object.released == 1


def test_a_windows_that_cannot_make_it_offers_nothing() -> None:
    # Given a factory that fails at the last step
    made_up = MadeUpChecker(frozenset())
    made_up.fails = True
    factory = MadeUpFactory(made_up, "en-GB")

    # When help is asked for
    found = checker_or_none(ComObject(factory.object.address), lambda _: None)

    # Then there is none, and the factory was let go of
    assert found is None
    assert factory.object.released == 1


def test_help_that_stops_says_so_without_the_word() -> None:
    made_up = MadeUpChecker(frozenset())
    checker = WindowsChecker(ComObject(made_up.object.address), lambda _: None)
    made_up.fails = True
    for ask in (checker.knows, checker.suggestions):
        with pytest.raises(SpellingLostError) as lost:
            ask("Siobhan")
        assert "Siobhan" not in f"{lost.value} {lost.value.__cause__}"
