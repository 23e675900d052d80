"""OLE compound files (old Office files, Outlook messages): streams, and their summaries."""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

import olefile

from indexers.containers.decoding import code_page, decode
from librarian.domain.extraction import Properties, Reason, UnreadableError

_BROKEN: Final = (OSError, struct.error, IndexError, ValueError, TypeError, AttributeError)
_SUMMARY: Final = "\x05SummaryInformation"
_LARGEST: Final = 256 << 20
_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)
_CODE_PAGE: Final = 1


class Compound:
    """The streams of an OLE file by their path with ``/``."""

    def __init__(self, data: bytes) -> None:
        with _words():
            self._file = olefile.OleFileIO(io.BytesIO(data))
            listed = self._file.listdir(streams=True, storages=False)
        self._paths = {"/".join(path): path for path in listed}

    @property
    def names(self) -> tuple[str, ...]:
        """All streams."""
        return tuple(self._paths)

    def __contains__(self, name: str) -> bool:
        return name in self._paths

    def read(self, name: str) -> bytes:
        """Return a stream's bytes; raises UnreadableError where it is missing or broken."""
        path = self._paths.get(name)
        if path is None:
            raise UnreadableError(Reason.DAMAGED, "a part of it is missing")
        with _words():
            if self._file.get_size(path) > _LARGEST:
                raise UnreadableError(Reason.TOO_LARGE)
            return self._file.openstream(path).read()

    def read_or_nothing(self, name: str) -> bytes:
        """Return a stream's bytes, or none where there is no such stream."""
        return self.read(name) if name in self._paths else b""


@lru_cache(maxsize=1)
def compound_in(data: bytes) -> Compound:
    """Return the streams of the file in data, the same ones until another is asked for."""
    return Compound(data)


@contextmanager
def _words() -> Iterator[None]:
    """Raise what is wrong with an OLE file as a plain reason."""
    try:
        yield
    except _BROKEN as error:
        raise UnreadableError(Reason.DAMAGED, "its streams cannot be read") from error


def properties(compound: Compound) -> Properties:
    """Return what the file's summary says; nothing where there is none or it is broken."""
    try:
        said = _summary(compound.read_or_nothing(_SUMMARY))
    except (UnreadableError, struct.error, IndexError, OverflowError):
        said = {}
    names = {2: "title", 4: "author", 7: "template", 9: "revision", 12: "created", 13: "modified"}
    return Properties(**{names[key]: value for key, value in said.items() if key in names})


def _summary(data: bytes) -> dict[int, str]:
    """Return the properties of the first section, by their number."""
    if len(data) < 48:  # noqa: PLR2004 - the header and one section's place
        return {}
    (start,) = struct.unpack_from("<I", data, 44)
    (count,) = struct.unpack_from("<I", data, start + 4)
    places = [struct.unpack_from("<II", data, start + 8 + 8 * n) for n in range(min(count, 64))]
    page = 1252
    for key, place in places:
        if key == _CODE_PAGE:
            (page,) = struct.unpack_from("<H", data, start + place + 4)
    return {
        key: value
        for key, place in places
        if key != _CODE_PAGE and (value := _value(data, start + place, code_page(page)))
    }


def _value(data: bytes, at: int, encoding: str) -> str:
    """Return the text or time at a place; other kinds are of no use here."""
    kind, size = struct.unpack_from("<II", data, at)
    if kind == 0x1E:  # noqa: PLR2004 - VT_LPSTR
        text = decode(data[at + 8 : at + 8 + size].rstrip(b"\0"), encoding)
    elif kind == 0x1F:  # noqa: PLR2004 - VT_LPWSTR
        text = data[at + 8 : at + 8 + 2 * size].decode("utf-16-le", "replace")
    elif kind == 0x40:  # noqa: PLR2004 - VT_FILETIME
        return file_time(struct.unpack_from("<Q", data, at + 4)[0])
    else:
        return ""
    return text.rstrip("\0").strip()


def file_time(ticks: int) -> str:
    """Return Windows' hundreds of nanoseconds since 1601 as ISO 8601; empty where unset."""
    days = ticks // 864_000_000_000
    if not 36_500 < days < 250_000:  # noqa: PLR2004 - durations and rubbish are written here too
        return ""
    return (_EPOCH + timedelta(microseconds=ticks // 10)).isoformat(timespec="seconds")
