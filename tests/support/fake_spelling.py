"""A dictionary of a few words; it counts what it is asked."""

from librarian.application.spelling import Speller, SpellingLostError
from librarian.domain.words import listed

KNOWN = listed(
    "a and at be came child do don't family for from her his home i in is it lives met mum of on"
    " said school see she so talked team that the they this to was we well went with word write"
)


class FakeSpelling:
    """Knows KNOWN; means `meant` by whatever it does not know. `lost` has it fail."""

    def __init__(self, meant: tuple[str, ...] = ("the", "ten")) -> None:
        self.meant = meant
        self.asked: list[str] = []
        self.lost = False

    def knows(self, word: str) -> bool:
        self._note(word)
        return word.lower() in KNOWN

    def suggestions(self, word: str) -> tuple[str, ...]:
        self._note(word)
        return self.meant

    def _note(self, word: str) -> None:
        if self.lost:
            raise SpellingLostError
        self.asked.append(word)


def a_speller(spelling: FakeSpelling | None = None) -> Speller:
    """A speller over this dictionary that knows two words of the field."""
    return Speller(spelling or FakeSpelling(), frozenset({"CIN", "genogram"}))
