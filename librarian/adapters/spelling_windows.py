"""The spelling help of Windows 8 and later: ISpellChecker, spoken to through COM's plain tables.

Each COM object is a pointer to a table of functions, in the order of `spellcheck.h`; the numbers
below are places in that table. Words are looked up, never added: Windows keeps its list in the
clear. The talk itself is tried with made-up objects on every system; Windows' own objects only on
Windows.
"""

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from librarian.application.spelling import Spelling, SpellingLostError

BRITISH: Final = "en-GB"
_ENGLISH: Final = "en"

_FACTORY_CLASS: Final = UUID("7AB36653-1796-484B-BDFA-E74F1DB7C1DC")
_FACTORY: Final = UUID("8E018A9D-2415-4677-BF08-794EA61F94BB")
_APARTMENT: Final = 2
"""COINIT_APARTMENTTHREADED: all of it stays in the thread that begins it."""
_IN_PROCESS_OR_LOCAL: Final = 5

_RELEASE: Final = 2  # IUnknown
_SUPPORTED_LANGUAGES, _IS_SUPPORTED, _CREATE_SPELL_CHECKER = 3, 4, 5  # ISpellCheckerFactory
_CHECK, _SUGGEST = 4, 5  # ISpellChecker
_NEXT: Final = 3  # IEnumSpellingError, IEnumString

_S_OK: Final = 0

if sys.platform == "win32":
    _FUNCTION = ctypes.WINFUNCTYPE
else:
    _FUNCTION = ctypes.CFUNCTYPE
"""How a function of such a table is called; elsewhere made-up tables stand in for Windows'."""


class Memory(Protocol):
    """Takes back what COM handed out."""

    def __call__(self, address: int, /) -> object: ...


class ComError(OSError):
    """A COM function said that it failed."""


@dataclass(frozen=True, slots=True)
class ComObject:
    """A COM object by its address; to be closed once."""

    address: int

    def call(self, number: int, *arguments: object, types: tuple[type, ...]) -> int:
        """Call the function at this place of its table; raises ComError where it fails."""
        answer = int(self._function(number, ctypes.c_int32, *types)(self.address, *arguments))
        if answer < 0:
            raise ComError(f"Function {number} failed with {answer & 0xFFFFFFFF:#010x}.")
        return answer

    def made(self, number: int, *texts: str) -> "ComObject | None":
        """Call a function that takes texts and hands out another object; None where it has none."""
        out = ctypes.c_void_p()
        types: list[type] = [ctypes.c_wchar_p] * len(texts)
        types.append(ctypes.POINTER(ctypes.c_void_p))
        self.call(number, *texts, ctypes.byref(out), types=tuple(types))
        return ComObject(out.value) if out.value else None

    def close(self) -> None:
        """Let go of it."""
        self._function(_RELEASE, ctypes.c_uint32)(self.address)

    def _function(self, number: int, result: type, *types: type) -> Callable[..., int]:
        table = ctypes.cast(self.address, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        return _FUNCTION(result, ctypes.c_void_p, *types)(table[number] or 0)


class WindowsChecker:
    """Windows' help with one language; it lives as long as the program."""

    def __init__(self, checker: ComObject, free: Memory) -> None:
        self._checker = checker
        self._free = free

    def knows(self, word: str) -> bool:
        """Whether Windows, or its user's own list there, has this word."""
        try:
            mistakes = self._checker.made(_CHECK, word)
            if mistakes is None:
                return True
            with closing(mistakes):
                return _next_object(mistakes) is None
        except ComError as error:
            raise SpellingLostError from error

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant."""
        try:
            found = self._checker.made(_SUGGEST, word)
            if found is None:
                return ()
            with closing(found):
                return tuple(each for each in _texts(found, self._free) if each != word)
        except ComError as error:
            raise SpellingLostError from error


def checker_from(factory: ComObject, free: Memory) -> Spelling | None:
    """Return help with British English, else with any English; None where there is none."""
    tag = _english(factory, free)
    checker = factory.made(_CREATE_SPELL_CHECKER, tag) if tag else None
    return WindowsChecker(checker, free) if checker else None


def _english(factory: ComObject, free: Memory) -> str:
    """The best kind of English that a factory helps with; empty where it has none."""
    has_it = ctypes.c_int32()
    types = (ctypes.c_wchar_p, ctypes.POINTER(ctypes.c_int32))
    factory.call(_IS_SUPPORTED, BRITISH, ctypes.byref(has_it), types=types)
    if has_it.value:
        return BRITISH
    tags = factory.made(_SUPPORTED_LANGUAGES)
    if tags is None:
        return ""
    with closing(tags):
        every = tuple(_texts(tags, free))
    return next((tag for tag in every if tag.split("-")[0].lower() == _ENGLISH), "")


def _next_object(many: ComObject) -> ComObject | None:
    """The first of many objects, let go of already: only whether there is one is asked."""
    found = many.made(_NEXT)
    if found:
        found.close()
    return found


def _texts(many: ComObject, free: Memory) -> Iterator[str]:
    """The texts of an IEnumString; each is taken and given back."""
    types = (
        ctypes.c_uint32,
        ctypes.POINTER(ctypes.c_void_p),
        ctypes.POINTER(ctypes.c_uint32),
    )
    while True:
        out, fetched = ctypes.c_void_p(), ctypes.c_uint32()
        given = (1, ctypes.byref(out), ctypes.byref(fetched))
        if many.call(_NEXT, *given, types=types) != _S_OK or not out.value:
            return
        try:
            yield ctypes.wstring_at(out.value)
        finally:
            free(out.value)


if sys.platform == "win32":

    def system_checker() -> Spelling | None:
        """Return Windows' help with English; None where this Windows has none."""
        ole = ctypes.OleDLL("ole32")
        try:
            ole.CoInitializeEx(None, _APARTMENT)
            out = ctypes.c_void_p()
            ole.CoCreateInstance(
                _FACTORY_CLASS.bytes_le,
                None,
                _IN_PROCESS_OR_LOCAL,
                _FACTORY.bytes_le,
                ctypes.byref(out),
            )
        except OSError:
            return None
        free = ctypes.WinDLL("ole32").CoTaskMemFree
        free.argtypes, free.restype = (ctypes.c_void_p,), None
        return checker_or_none(ComObject(out.value), free) if out.value else None


def checker_or_none(factory: ComObject, free: Callable[[int], object]) -> Spelling | None:
    """Return what a factory makes; None where it fails, as on a Windows without languages."""
    try:
        with closing(factory):
            return checker_from(factory, free)
    except ComError:
        return None
