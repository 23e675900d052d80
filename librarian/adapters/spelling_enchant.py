"""A dictionary of the desktop on Linux, through Enchant where the system has it.

Enchant knows which dictionaries there are and which words its user added elsewhere. It is the
system's own library, opened by its name; none is shipped. Nothing is ever added to its lists.
"""

import ctypes
from typing import Final

from librarian.application.spelling import Spelling, SpellingLostError

LIBRARY: Final = "libenchant-2.so.2"
TAGS: Final = ("en_GB", "en_IE", "en_AU", "en_NZ", "en_ZA", "en_CA", "en_US", "en")
"""British English first, then whatever English there is."""


def enchant_dictionary(library: str = LIBRARY) -> Spelling | None:
    """Return Enchant's English dictionary; None where there is no Enchant or no English."""
    try:
        enchant = ctypes.CDLL(library)
    except OSError:
        return None
    _declare(enchant)
    broker = enchant.enchant_broker_init()
    for tag in TAGS if broker else ():
        if enchant.enchant_broker_dict_exists(broker, tag.encode()):
            found = enchant.enchant_broker_request_dict(broker, tag.encode())
            if found:
                return _EnchantDictionary(enchant, found)
    return None


class _EnchantDictionary:
    """One dictionary; it lives as long as the program."""

    def __init__(self, enchant: ctypes.CDLL, dictionary: int) -> None:
        self._enchant = enchant
        self._dictionary = dictionary

    def knows(self, word: str) -> bool:
        """Whether it has this word."""
        said = word.encode()
        answer = int(self._enchant.enchant_dict_check(self._dictionary, said, len(said)))
        if answer < 0:
            raise SpellingLostError
        return answer == 0

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant."""
        said, number = word.encode(), ctypes.c_size_t()
        found = self._enchant.enchant_dict_suggest(
            self._dictionary, said, len(said), ctypes.byref(number)
        )
        if not found:
            return ()
        try:
            return tuple(found[each].decode("utf-8", "replace") for each in range(number.value))
        finally:
            self._enchant.enchant_dict_free_string_list(self._dictionary, found)


def _declare(enchant: ctypes.CDLL) -> None:
    """Say what each function takes and returns, as enchant.h has it."""
    pointer, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ssize_t
    texts = ctypes.POINTER(text)
    enchant.enchant_broker_init.restype = pointer
    enchant.enchant_broker_dict_exists.argtypes = (pointer, text)
    enchant.enchant_broker_request_dict.argtypes = (pointer, text)
    enchant.enchant_broker_request_dict.restype = pointer
    enchant.enchant_dict_check.argtypes = (pointer, text, size)
    enchant.enchant_dict_suggest.argtypes = (pointer, text, size, ctypes.POINTER(ctypes.c_size_t))
    enchant.enchant_dict_suggest.restype = texts
    enchant.enchant_dict_free_string_list.argtypes = (pointer, texts)
