"""What is to be looked at: no word of the field, no name of the form, nothing added or ignored."""

import pytest

from librarian.application.preferences import Preferences
from librarian.application.spelling import Speller, words_of_the_field
from librarian.domain.settings import Settings
from policies.vocabulary import field_words, load
from tests.support.fake_spelling import FakeSpelling, a_speller
from tests.support.ui_fakes import FakeStore


def unknown(speller: Speller, text: str, *names: str) -> list[str]:
    return [place.word for place in speller.unknown(text, names)]


def test_words_of_the_field_and_of_the_form_are_known() -> None:
    # Given the field's words, and a form with a name in it
    speller = a_speller()

    # When a text is looked at that uses them, with endings and capitals
    text = "Siobhan’s Genograms and CINs, the CIN’s, the cin. SIOBHAN said teh word. Mum don’t"

    # Then only slips are left: an acronym in small letters is one
    assert unknown(speller, text, "siobhan") == ["cin", "teh"]


def test_a_word_is_asked_once() -> None:
    # Given a text that says the same again and again
    spelling = FakeSpelling()
    speller = a_speller(spelling)

    # When it is looked at twice
    for _ in range(2):
        unknown(speller, "the the wrod wrod")

    # Then the dictionary heard each word once
    assert spelling.asked == ["the", "wrod"]


def test_an_added_word_is_known_until_the_program_ends() -> None:
    # Given a word that a person adds
    speller = a_speller()
    speller.add("Kwame’s")

    # When it is written in any way
    # Then it is known, also to who asked before; another program does not know it
    assert unknown(speller, "kwame's KWAME’S Kwame’s") == []
    assert unknown(a_speller(), "Kwame’s") == ["Kwame’s"]


def test_suggestions_are_few_and_have_the_apostrophe_that_was_typed() -> None:
    speller = a_speller(FakeSpelling(meant=("don't", "dont", *"abcdefgh")))
    assert speller.suggestions("do’nt") == ("don’t", "dont", "a", "b", "c", "d")
    assert speller.suggestions("do'nt")[0] == "don't"


@pytest.mark.parametrize("word", ["CIN", "LAC", "IRO", "genogram", "Makaton", "Ofsted", "kinship"])
def test_the_words_that_ship_hold_those_of_the_field(word: str) -> None:
    speller = Speller(FakeSpelling(), words_of_the_field(load(), field_words()))
    assert unknown(speller, word) == []


def test_spelling_help_is_on_until_somebody_switches_it_off() -> None:
    store = FakeStore()
    assert Preferences(store).load().spelling
    Preferences(store).save(Settings(spelling=False))
    assert not Preferences(store).load().spelling
