"""Gives some parts of a zip other contents; every other byte is copied as it lies.

A zip that is rewritten by way of a library is packed anew in every part. Here only the parts that
are meant change, and the directory at the end that tells where each begins.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

_WIDE: Final = 0xFFFFFFFF
_ENCRYPTED: Final = 0x1
_DESCRIPTOR: Final = 0x8
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")


def is_plain(infos: list[zipfile.ZipInfo]) -> bool:
    """Return whether every part is of the kind that is understood here in full."""
    return all(
        not each.flag_bits & _ENCRYPTED
        and each.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        and max(each.file_size, each.compress_size, each.header_offset) < _WIDE
        for each in infos
    )


def with_parts(
    data: bytes, infos: list[zipfile.ZipInfo], start: int, changed: Mapping[int, bytes]
) -> bytes:
    """Return the zip with other contents in the parts that begin at these offsets."""
    made = io.BytesIO()
    offsets = sorted(each.header_offset for each in infos)
    made.write(data[: offsets[0]])
    places: dict[int, tuple[int, bytes | None]] = {}
    for offset, end in zip(offsets, [*offsets[1:], start], strict=True):
        new = changed.get(offset)
        packed = _deflated(new) if new is not None else None
        places[offset] = (made.tell(), packed)
        if new is None or packed is None:
            made.write(data[offset:end])
        else:
            made.write(_local(data, offset, new, packed))
    directory = made.tell()
    at = start
    while data[at : at + 4] == b"PK\x01\x02":
        at = _copy_entry(data, at, made, places, changed)
    end = data.index(b"PK\x05\x06", at)
    fields = list(_END.unpack_from(data, end))
    fields[5], fields[6] = made.tell() - directory, directory
    made.write(_END.pack(*fields) + data[end + _END.size :])
    return made.getvalue()


def _local(data: bytes, offset: int, new: bytes, packed: bytes) -> bytes:
    fields = list(_LOCAL.unpack_from(data, offset))
    name = data[offset + _LOCAL.size : offset + _LOCAL.size + fields[9]]
    fields[2] &= ~_DESCRIPTOR
    fields[3] = zipfile.ZIP_DEFLATED
    fields[6:9] = [zlib.crc32(new), len(packed), len(new)]
    fields[10] = 0
    return _LOCAL.pack(*fields) + name + packed


def _copy_entry(
    data: bytes,
    at: int,
    made: io.BytesIO,
    places: Mapping[int, tuple[int, bytes | None]],
    changed: Mapping[int, bytes],
) -> int:
    """Write one line of the directory; returns where the next begins."""
    fields = list(_CENTRAL.unpack_from(data, at))
    end = at + _CENTRAL.size + int(sum(fields[10:13]))
    offset = int(fields[16])
    place, packed = places[offset]
    if packed is not None:
        new = changed[offset]
        fields[3] &= ~_DESCRIPTOR
        fields[4] = zipfile.ZIP_DEFLATED
        fields[7:10] = [zlib.crc32(new), len(packed), len(new)]
    fields[16] = place
    made.write(_CENTRAL.pack(*fields) + data[at + _CENTRAL.size : end])
    return end


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def is_sound(before: bytes, after: bytes, changed: set[int]) -> bool:
    """Return whether the new zip opens, and every part that was not meant is as it was."""
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        if new.namelist() != old.namelist() or new.testzip() is not None:
            return False
        pairs = zip(old.infolist(), new.infolist(), strict=True)
        return all(
            one.header_offset in changed or (one.CRC, one.file_size) == (two.CRC, two.file_size)
            for one, two in pairs
        )
