"""COM objects of our own making: tables of functions in memory, as Windows hands them out."""

import ctypes
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

if sys.platform == "win32":
    FUNCTION = ctypes.WINFUNCTYPE
else:
    FUNCTION = ctypes.CFUNCTYPE

OK: Final = 0
NO_MORE: Final = 1
FAILED: Final = -2147467259
"""E_FAIL, as the signed number that it is."""

THIS: Final = ctypes.c_void_p
OUT: Final = ctypes.POINTER(ctypes.c_void_p)
TEXT: Final = ctypes.c_wchar_p
Method = tuple[Sequence[Any], Callable[..., int]]


class MadeUpObject:
    """An object whose functions are ours; `released` counts how often it was let go of."""

    def __init__(self, methods: dict[int, Method]) -> None:
        self.released = 0
        table = (ctypes.c_void_p * 8)()
        self._functions = [
            (number, FUNCTION(ctypes.c_int32, THIS, *types)(_without_this(function)))
            for number, (types, function) in {2: ((), self._release), **methods}.items()
        ]
        for number, function in self._functions:
            table[number] = ctypes.cast(function, ctypes.c_void_p).value
        self._table = table
        self._object = ctypes.pointer(ctypes.c_void_p(ctypes.addressof(table)))

    @property
    def address(self) -> int:
        """Where it lies."""
        return ctypes.addressof(self._object.contents)

    def _release(self) -> int:
        self.released += 1
        return 0


def _without_this(function: Callable[..., int]) -> Callable[..., int]:
    return lambda _this, *arguments: function(*arguments)


def handing_out(objects: Iterable[MadeUpObject | None], made: list[MadeUpObject]) -> Method:
    """A function that hands out one object after the other, then says that there are no more."""
    waiting = iter(objects)

    def hand_out(out: Any) -> int:
        found = next(waiting, None)
        if found is None:
            return NO_MORE
        made.append(found)
        out[0] = found.address
        return OK

    return (OUT,), hand_out


class MadeUpTexts:
    """An IEnumString; `freed` has the address of each text that was given back."""

    def __init__(self, *texts: str) -> None:
        self._buffers = [ctypes.create_unicode_buffer(text) for text in texts]
        self._waiting = iter(self._buffers)
        self.object = MadeUpObject(
            {3: ((ctypes.c_uint32, OUT, ctypes.POINTER(ctypes.c_uint32)), self._next)}
        )
        self.addresses = [ctypes.addressof(buffer) for buffer in self._buffers]

    def _next(self, _number: int, out: Any, fetched: Any) -> int:
        text = next(self._waiting, None)
        if text is None:
            return NO_MORE
        out[0], fetched[0] = ctypes.addressof(text), 1
        return OK


class MadeUpChecker:
    """An ISpellChecker that knows some words; `fails` has it refuse everything."""

    def __init__(self, known: frozenset[str], suggested: tuple[str, ...] = ()) -> None:
        self.fails = False
        self.handed_out: list[MadeUpObject] = []
        self.texts = MadeUpTexts(*suggested)
        self._known = known
        self.object = MadeUpObject({4: ((TEXT, OUT), self._check), 5: ((TEXT, OUT), self._suggest)})

    def _check(self, word: str, out: Any) -> int:
        if self.fails:
            return FAILED
        mistakes = [] if word in self._known else [MadeUpObject({})]
        found = MadeUpObject({3: handing_out(mistakes, self.handed_out)})
        self.handed_out.append(found)
        out[0] = found.address
        return OK

    def _suggest(self, _word: str, out: Any) -> int:
        if self.fails:
            return FAILED
        out[0] = self.texts.object.address
        return OK


class MadeUpFactory:
    """An ISpellCheckerFactory with some languages; `asked` has the one it made a checker for."""

    def __init__(self, checker: MadeUpChecker, *tags: str) -> None:
        self.asked = ""
        self._checker = checker
        self._tags = tags
        self.texts = MadeUpTexts(*tags)
        self.object = MadeUpObject(
            {
                3: ((OUT,), self._languages),
                4: ((TEXT, ctypes.POINTER(ctypes.c_int32)), self._is_supported),
                5: ((TEXT, OUT), self._create),
            }
        )

    def _languages(self, out: Any) -> int:
        out[0] = self.texts.object.address
        return OK

    def _is_supported(self, tag: str, out: Any) -> int:
        out[0] = int(tag in self._tags)
        return OK

    def _create(self, tag: str, out: Any) -> int:
        self.asked = tag
        out[0] = self._checker.object.address
        return FAILED if self._checker.fails else OK
