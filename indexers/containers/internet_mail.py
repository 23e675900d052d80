"""Messages as they travel (eml), and web pages kept in the same form (mhtml)."""

import email
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message as Parsed
from email.policy import compat32
from email.utils import parsedate_to_datetime
from typing import Final

from indexers.containers import web
from indexers.containers.decoding import decode
from indexers.containers.mail import HEADERS, Message
from indexers.containers.tidying import has_text, lines, tidy
from librarian.domain.extraction import Block

_ENCRYPTED: Final = (
    "application/pkcs7-mime",
    "application/x-pkcs7-mime",
    "application/pgp-encrypted",
)
_SIGNATURES: Final = ("application/pkcs7-signature", "application/x-pkcs7-signature")
_MOST_PARTS: Final = 2_000


def read(data: bytes, *, is_page: bool = False) -> Message:
    """Return the message in data."""
    message = email.message_from_bytes(_from_its_headers(data), policy=compat32)
    parts = list(_parts(message))
    texts = _texts(message)
    return Message(
        headers=tuple((name, value) for name in HEADERS if (value := _header(message, name))),
        blocks=tuple(texts),
        attachments=() if is_page else tuple(filter(None, map(_attached, parts))),
        sent=_sent(message),
        is_locked=any(part.get_content_type() in _ENCRYPTED for part in parts),
        is_page=is_page,
    )


def _from_its_headers(data: bytes) -> bytes:
    """Return data without what some programs leave before the headers."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return decode(data).encode("utf-8", "replace")
    return start


def _parts(message: Parsed) -> Iterator[Parsed]:
    """Yield the message's own parts; what an attached message holds is not ours."""
    pending = [message]
    for _ in range(_MOST_PARTS):
        if not pending:
            return
        part = pending.pop(0)
        yield part
        if part.get_content_maintype() == "multipart":
            pending[:0] = _children(part)


def _children(part: Parsed) -> list[Parsed]:
    payload: object = part.get_payload()
    if not isinstance(payload, list):
        return []
    return [child for child in payload if isinstance(child, Parsed)]


def _header(message: Parsed, name: str) -> str:
    """Return a header's value with its encoded words decoded."""
    written = (value for key, value in message.raw_items() if key.lower() == name.lower())
    return _decoded(str(next(written, "")))


def _decoded(value: str) -> str:
    """Return a header's value or a file's name with its encoded words decoded."""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return tidy(_word(value, None))
    return tidy("".join(_word(piece, charset) for piece, charset in pieces))


def _word(piece: bytes | str, charset: str | None) -> str:
    """Return a piece of a header; bytes that no mail should hold come as lone surrogates."""
    if isinstance(piece, str):
        piece = piece.encode("utf-8", "surrogateescape")
    return decode(piece, charset or "")


def _sent(message: Parsed) -> str:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _texts(part: Parsed, depth: int = 0) -> list[Block]:
    """Return the text of a part; of alternatives the plainest that says something."""
    if depth > 50 or (_is_attachment(part) and depth):  # noqa: PLR2004 - nobody nests so deep
        return []
    kind = part.get_content_type()
    if part.get_content_maintype() == "multipart":
        found = [_texts(child, depth + 1) for child in _children(part)]
        if kind == "multipart/alternative":
            return next((texts for texts in found if has_text(texts)), [])
        return [block for texts in found for block in texts]
    if kind in ("text/html", "application/xhtml+xml"):
        return web.blocks(web.decoded(_payload(part), _charset(part)))
    if kind in ("text/plain", "text/enriched"):
        return list(lines(decode(_payload(part), _charset(part))))
    return []


def _payload(part: Parsed) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Parsed) -> str:
    try:
        return part.get_content_charset() or ""
    except (LookupError, ValueError, TypeError):
        return ""


def _is_attachment(part: Parsed) -> bool:
    return "attachment" in str(part.get("Content-Disposition", "")).lower()[:20]


def _attached(part: Parsed) -> str:
    """Return the name under which a part is attached; empty where it is not."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = _children(part)
        return _name(part) or (_header(inner[0], "Subject") if inner else "") or "message"
    if part.get_content_maintype() == "multipart" or kind in _SIGNATURES:
        return ""
    return _name(part) or ("unnamed" if _is_attachment(part) else "")


def _name(part: Parsed) -> str:
    try:
        return _decoded(part.get_filename() or "")
    except (ValueError, LookupError, TypeError):
        return ""
