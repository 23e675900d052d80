"""An extractor that does what the file says: hang, crash, use up all memory, or behave."""

import ctypes
import os
import re
from typing import Final, NoReturn

from librarian.domain.extraction import (
    Block,
    Extraction,
    Extractor,
    Reason,
    Shape,
    Source,
    UnreadableError,
)


class PanicException(BaseException):
    """As raised by libraries written in Rust."""


def hang(_: Source) -> Extraction:
    """Work for ever in C code that keeps Python's lock."""
    re.match(r"(a+)+$", "a" * 60 + "b")
    return Extraction()


def crash(_: Source) -> Extraction:
    """Read where nothing is."""
    ctypes.string_at(0)
    return Extraction()


def swell(_: Source) -> Extraction:
    """Take more memory than there is."""
    return Extraction(warnings=(str(len(bytearray(64 << 30))),))


def vanish(_: Source) -> NoReturn:
    """End the process."""
    os._exit(3)


def panic(_: Source) -> NoReturn:
    """Fail as Rust does."""
    raise PanicException("Amina Yusuf")


def stumble(_: Source) -> NoReturn:
    """Fail as Python does, with words of the file."""
    raise KeyError("Amina Yusuf")


def confess(_: Source) -> Extraction:
    """Say how far back in the queue for the processor this process stands."""
    return Extraction((Block(Shape.PARAGRAPH, str(os.nice(0))),))


def refuse(_: Source) -> NoReturn:
    """Say why there is no text."""
    raise UnreadableError(Reason.PASSWORD)


FAULTS: Final = {
    fault.__name__: fault for fault in (hang, crash, swell, vanish, panic, stumble, confess, refuse)
}


def extract(source: Source) -> Extraction:
    """Do what the file says."""
    text = source.data.decode()
    if text in FAULTS:
        return FAULTS[text](source)
    return Extraction((Block(Shape.PARAGRAPH, text),))


def extractors() -> tuple[Extractor, ...]:
    """Return the one extractor, as a worker process asks for it."""
    return (Extractor("faulty", 1, frozenset({"text/plain"}), extract),)
