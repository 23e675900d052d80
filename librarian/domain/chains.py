"""Lines of the ledger: a head chained by hash to the one before, and a body that can be erased.

A line reads ``{"head":{…},"body":{"salt":…,"payload":{…}}}``. The hash of the head's own bytes is
the entry's id and what the next head names as ``before``; the head holds the salted hash of the
body. Erased, a body is ``null`` and spaces: every hash that is chained still holds. In a JSON text
``,"body":`` stands nowhere but between the two, since a string would escape its quotes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, NamedTuple

from librarian.domain.ledger import Entry, Json, Stamp

START: Final = "0" * 64
"""What the first head of a segment names as the one before."""

BROUGHT_BACK: Final = "brought_back"
"""The kind of a line that holds another desk's entry again, after it was lost on the share."""

_DECODER: Final = json.JSONDecoder()
_OPENS: Final = b'{"head":'
_BETWEEN: Final = b',"body":'
_ID_LENGTH: Final = 32
_LARGEST: Final = 2**53

ERASED_BODY: Final = "null"
"""What a body reads once it was erased."""


class Head(NamedTuple):
    """What is chained: `number` counts from 0 in its segment, `sealed` is the hash of the body.

    `of` is the head, as text, of the entry that this line brings back; else empty.
    """

    milliseconds: int
    turn: int
    desk: str
    who: str
    kind: str
    number: int
    sealed: str
    before: str
    of: str = ""

    @property
    def stamp(self) -> Stamp:
        """When; made when it is asked for, since most lines are only read and kept."""
        return Stamp(self.milliseconds, self.turn, self.desk)


class Line(NamedTuple):
    """One line as it was read; `body` is None once erased, `sound` tells that it is the sealed one.

    `hash` is the hash of the head as it stands in the file.
    """

    head: Head
    hash: str
    body: str | None
    sound: bool

    @property
    def id(self) -> str:
        """The entry's id."""
        return id_of(self.hash)


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a chain does not hold; `at` is the number of the line after it.

    `edited` tells that the line before it is not the one that was written there.
    """

    at: int
    before: str
    edited: bool = False
    reordered: bool = False


def sealed_body(payload: Mapping[str, Json], salt: str) -> str:
    """Return the body of a line; the salt keeps anyone from guessing what was erased."""
    return _dumped({"salt": salt, "payload": payload})


def text_of(head: Head) -> str:
    """Return a head as it stands in a line."""
    told: dict[str, Json] = {
        "at": [head.milliseconds, head.turn],
        "desk": head.desk,
        "who": head.who,
        "kind": head.kind,
        "n": head.number,
        "sealed": head.sealed,
        "before": head.before,
    }
    return _dumped(told | ({"of": head.of} if head.of else {}))


def written(head: Head, body: str) -> tuple[bytes, str]:
    """Return the bytes of a line with its end, and the hash that the next head names."""
    text = text_of(head)
    line = f'{{"head":{text},"body":{body}}}\n'
    return line.encode(), digest(text.encode())


def id_of(hash_: str) -> str:
    """Return the id of the entry whose head has this hash."""
    return hash_[:_ID_LENGTH]


def digest(content: bytes) -> str:
    """Return the hash that is used everywhere in a chain."""
    return sha256(content).hexdigest()


def parsed(raw: bytes) -> Line | None:
    """Return the line that these bytes, without their end, spell; None where they spell none."""
    if not raw.startswith(_OPENS) or not raw.endswith(b"}"):
        return None
    text, between, body = raw[len(_OPENS) : -1].partition(_BETWEEN)
    head = _head(text) if between else None
    if head is None:
        return None
    if body.strip() == ERASED_BODY.encode():
        return Line(head, digest(text), None, sound=True)
    sound = digest(body) == head.sealed and body.isascii()
    return Line(head, digest(text), body.decode("ascii", "replace"), sound)


def brought_back(line: Line) -> Line | None:
    """Return the line that this one holds again, or None."""
    text = line.head.of.encode()
    head = _head(text) if text else None
    if head is None or head.of or head.sealed != line.head.sealed:
        return None
    return Line(head, digest(text), line.body, line.sound)


def erased(raw: bytes) -> bytes:
    """Return a line of the same length without its body."""
    start = raw.index(_BETWEEN) + len(_BETWEEN)
    return raw[:start] + ERASED_BODY.encode().ljust(len(raw) - start - 1) + b"}"


def gaps(lines: Sequence[Line], number: int = 0, before: str = START) -> Iterator[Gap]:
    """Yield each place where the chain does not hold, from the line with this number on."""
    for line in lines:
        head = line.head
        if head.before != before or head.number != number:
            yield Gap(
                head.number,
                head.before,
                edited=head.number == number,
                reordered=head.number < number,
            )
        number, before = head.number + 1, line.hash


def entry_of(line: Line) -> Entry:
    """Return what a sound line says."""
    return Entry(line.id, line.head.stamp, line.head.who, line.head.kind, payload_of(line.body))


def payload_of(body: str | None) -> Mapping[str, Json] | None:
    """Return the payload in a body that is sound, or None where there is none any more."""
    if body is None:
        return None
    try:
        payload: Json = _DECODER.raw_decode(body)[0]["payload"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return payload if isinstance(payload, dict) else None


def _head(text: bytes) -> Head | None:
    try:
        spelled = text.decode()
        told, end = _DECODER.raw_decode(spelled)
        milliseconds, count = told["at"]
        desk, who, kind = told["desk"], told["who"], told["kind"]
        number, sealed, before, of = told["n"], told["sealed"], told["before"], told.get("of", "")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if end != len(spelled) or not _are_numbers(milliseconds, count, number):
        return None
    if not _are_texts(desk, who, kind, sealed, before, of):
        return None
    return Head(milliseconds, count, desk, who, kind, number, sealed, before, of)


def _are_numbers(one: object, other: object, third: object) -> bool:
    """Whether these are whole numbers that a database takes; spelled out, for it runs often."""
    if type(one) is type(other) is type(third) is int:
        return 0 <= one < _LARGEST and 0 <= other < _LARGEST and 0 <= third < _LARGEST
    return False


def _are_texts(*values: object) -> bool:
    """Whether these are texts that can be kept anywhere: half a surrogate pair cannot."""
    try:
        return "".join(values).encode() is not None  # type: ignore[arg-type] # told by the error
    except (TypeError, UnicodeEncodeError):
        return False


def _dumped(value: Mapping[str, Json]) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
