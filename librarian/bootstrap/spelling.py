"""Puts together what helps with spelling: the computer's own dictionary, and the field's words."""

from pathlib import Path

from librarian.adapters.spelling import system_spelling
from librarian.application.spelling import Speller, words_of_the_field
from policies.vocabulary import field_words, load


def speller(words: Path) -> Speller | None:
    """What helps with spelling, knowing a team's own words too; None where the computer cannot."""
    spelling = system_spelling()
    if spelling is None:
        return None
    return Speller(spelling, words_of_the_field(load(words), field_words()))
