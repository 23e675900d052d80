"""What is said about words to check."""

from typing import Final

ADD: Final = "Know “{}” until I close Librarian"
IGNORE: Final = "Leave it here"
NO_IDEAS: Final = "No ideas for “{}”"
NEXT: Final = "Go to the next word to check"
BEFORE: Final = "Go to the word before to check"
HELP: Final = "Ideas for this word"
NONE: Final = "No words to check."
FIRST_TOLD: Final = "{} F7 goes to the next, Shift+F10 opens ideas."
ONE_OF: Final = "Word {} of {} to check."

NEXT_KEY: Final = "F7"
BEFORE_KEY: Final = "Shift+F7"
HELP_KEY: Final = "Shift+F10"


def to_check(number: int) -> str:
    """How many words there are to check."""
    return "1 word to check." if number == 1 else f"{number:,} words to check."
