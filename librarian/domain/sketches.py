"""MinHash sketches: how alike two texts are, told from 512 bytes each instead of the texts."""

import struct
from typing import Final

HASHES: Final = 128
SIZE: Final = HASHES * 4


def likeness(one: bytes, other: bytes) -> float:
    """Return the estimated share (0–1) of three-word shingles that two sketched texts share."""
    if len(one) != SIZE or len(other) != SIZE:
        return 0.0
    ours: tuple[int, ...] = struct.unpack(f"<{HASHES}I", one)
    theirs: tuple[int, ...] = struct.unpack(f"<{HASHES}I", other)
    return sum(a == b for a, b in zip(ours, theirs, strict=True)) / HASHES
