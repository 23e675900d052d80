"""A Hunspell dictionary on Linux, where the system has the library and an English dictionary.

For desktops without Enchant. It is the system's own library, opened by its name; none is shipped.
"""

import ctypes
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from librarian.application.spelling import Spelling

LIBRARIES: Final = ("libhunspell-1.7.so.0", "libhunspell-1.6.so.0")
FOLDERS: Final = (
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell"),
    Path("/usr/share/myspell/dicts"),
)
BEST: Final = "en_GB"


def hunspell_dictionary(
    libraries: Sequence[str] = LIBRARIES, folders: Sequence[Path] = FOLDERS
) -> Spelling | None:
    """Return an English dictionary, British if there is one; None where there is none."""
    words = _dictionary_in(folders)
    hunspell = _opened(libraries) if words else None
    return _HunspellDictionary(hunspell, words) if hunspell and words else None


def _opened(libraries: Sequence[str]) -> ctypes.CDLL | None:
    for name in libraries:
        try:
            hunspell = ctypes.CDLL(name)
        except OSError:
            continue
        _declare(hunspell)
        return hunspell
    return None


def _dictionary_in(folders: Sequence[Path]) -> Path | None:
    """The words of the best dictionary that has its rules beside it."""
    found = [
        words
        for folder in folders
        for words in sorted(folder.glob("en*.dic"))
        if words.with_suffix(".aff").is_file()
    ]
    return min(found, key=lambda words: words.stem != BEST, default=None)


class _HunspellDictionary:
    """One dictionary; it lives as long as the program."""

    def __init__(self, hunspell: ctypes.CDLL, words: Path) -> None:
        self._hunspell = hunspell
        self._dictionary = hunspell.Hunspell_create(bytes(words.with_suffix(".aff")), bytes(words))
        encoding = hunspell.Hunspell_get_dic_encoding(self._dictionary) or b"UTF-8"
        self._encoding = encoding.decode("ascii", "replace")

    def knows(self, word: str) -> bool:
        """Whether it has this word; letters that its alphabet lacks are none of its business."""
        said = word.encode(self._encoding, "ignore")
        if said.decode(self._encoding) != word:
            return True
        return bool(self._hunspell.Hunspell_spell(self._dictionary, said))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant."""
        found = ctypes.POINTER(ctypes.c_char_p)()
        said = word.encode(self._encoding, "replace")
        number = self._hunspell.Hunspell_suggest(self._dictionary, ctypes.byref(found), said)
        try:
            return tuple(found[each].decode(self._encoding, "replace") for each in range(number))
        finally:
            self._hunspell.Hunspell_free_list(self._dictionary, ctypes.byref(found), number)


def _declare(hunspell: ctypes.CDLL) -> None:
    """Say what each function takes and returns, as hunspell.h has it."""
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    texts = ctypes.POINTER(ctypes.POINTER(text))
    hunspell.Hunspell_create.argtypes = (text, text)
    hunspell.Hunspell_create.restype = pointer
    hunspell.Hunspell_get_dic_encoding.argtypes = (pointer,)
    hunspell.Hunspell_get_dic_encoding.restype = text
    hunspell.Hunspell_spell.argtypes = (pointer, text)
    hunspell.Hunspell_suggest.argtypes = (pointer, texts, text)
    hunspell.Hunspell_free_list.argtypes = (pointer, texts, ctypes.c_int)
