"""The spelling help that this computer has, if any: Windows' own, or a dictionary on Linux."""

import sys

from librarian.application.spelling import Spelling

if sys.platform == "win32":
    from librarian.adapters.spelling_windows import system_checker as _dictionary
else:
    from librarian.adapters.spelling_enchant import enchant_dictionary
    from librarian.adapters.spelling_hunspell import hunspell_dictionary

    def _dictionary() -> Spelling | None:
        return enchant_dictionary() or hunspell_dictionary()


def system_spelling() -> Spelling | None:
    """Return this computer's help with English; None where it has none.

    It stays in the thread that asked for it.
    """
    return _dictionary()
