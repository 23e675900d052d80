"""Documents that are zip files: their parts by name, read with limits against bombs."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Final

from librarian.domain.extraction import Reason, UnreadableError

PART: Final = 64 << 20
"""The most bytes one part may unpack to."""
TOTAL: Final = 256 << 20
"""The most bytes all parts that are read may unpack to together."""

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
_ENCRYPTED: Final = 0x1
_SMALL: Final = 1 << 20
"""Parts of so few bytes are kept, since more than one question is answered from them."""
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bmp")
_LIKENESSES: Final = ("docProps/", "Thumbnails/")


class Package:
    """The parts of a zip-based document.

    Names are compared with ``/`` and without a leading one, for some programs write others.
    """

    def __init__(self, data: bytes) -> None:
        with _words():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._parts = {
            part.filename.replace("\\", "/").lstrip("/"): part for part in self._zip.infolist()
        }
        self._left = TOTAL
        self._kept: dict[str, bytes] = {}
        self._paid: set[str] = set()

    @property
    def names(self) -> tuple[str, ...]:
        """The parts, in the order they lie in the file."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @property
    def has_pictures(self) -> bool:
        """Whether any part is a picture, besides a small one of the document itself."""
        return any(
            name.lower().endswith(_PICTURES) and not name.startswith(_LIKENESSES)
            for name in self._parts
        )

    @property
    def is_locked(self) -> bool:
        """Whether any part needs a password."""
        return any(part.flag_bits & _ENCRYPTED for part in self._parts.values())

    def size(self, name: str) -> int:
        """Return the bytes a part says it unpacks to."""
        return self._parts[name].file_size

    def read(self, name: str) -> bytes:
        """Return a part's bytes; raises UnreadableError where it is broken, locked or a bomb."""
        if name in self._kept:
            return self._kept[name]
        data = self._unpacked(name)
        if len(data) <= _SMALL:
            self._kept[name] = data
        return data

    def _unpacked(self, name: str) -> bytes:
        part = self._parts.get(name)
        if part is None:
            raise UnreadableError(Reason.DAMAGED, "a part of it is missing")
        if part.flag_bits & _ENCRYPTED:
            raise UnreadableError(Reason.PASSWORD)
        limit = PART if name in self._paid else min(PART, self._left)
        if part.file_size > limit:
            raise UnreadableError(Reason.TOO_LARGE, "it unpacks to more than can be read")
        with _words(), self._zip.open(part) as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise UnreadableError(Reason.TOO_LARGE, "it unpacks to more than can be read")
        if name not in self._paid:
            self._paid.add(name)
            self._left -= len(data)
        return data

    def read_or_nothing(self, name: str) -> bytes:
        """Return a part's bytes, or none where there is no such part."""
        return self.read(name) if name in self._parts else b""


@lru_cache(maxsize=1)
def package_in(data: bytes) -> Package:
    """Return the parts of the document in data, the same ones until another is asked for."""
    return Package(data)


@contextmanager
def _words() -> Iterator[None]:
    """Raise what is wrong with a zip file as a plain reason."""
    try:
        yield
    except RuntimeError as error:  # zipfile's word for a password, besides its subclasses
        if isinstance(error, _BROKEN):
            raise UnreadableError(Reason.DAMAGED, "its zip parts cannot be unpacked") from error
        raise UnreadableError(Reason.PASSWORD) from error
    except _BROKEN as error:
        raise UnreadableError(Reason.DAMAGED, "its zip parts cannot be unpacked") from error
