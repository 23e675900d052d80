"""Half-filled forms on this computer, encrypted with AES-256-GCM; never a word of them in plain.

Each draft is a file of its own. Its head (draft, form, version, day; nothing that was answered) is
readable, and bound to the rest: a draft that is renamed, put under another form or version, or
changed anywhere is refused.
"""

import json
import os
import re
import struct
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from librarian.application.forms.drafts_kept import Head
from librarian.domain.errors import LibrarianError

_MAGIC: Final = b"LBD1"
_LENGTH: Final = struct.Struct(">I")
_NONCE: Final = 12
_ENDING: Final = ".draft"
_NAME: Final = re.compile(r"[0-9a-z-]{1,64}")


class EncryptedDrafts:
    """Keeps drafts in one local folder, under one key of 32 bytes."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._cipher = AESGCM(key)

    def save(self, head: Head, answers: Mapping[str, object]) -> None:
        """Keep a draft in the place of what was kept under its id, whole or not at all.

        Raises LibrarianError where the disk does not take it.
        """
        told = _head_bytes(head)
        nonce = os.urandom(_NONCE)
        secret = self._cipher.encrypt(nonce, json.dumps(answers).encode(), told)
        path = self._path(head.id)
        half = path.with_suffix(".half")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with half.open("wb") as file:
                file.write(told + nonce + secret)
                file.flush()
                os.fsync(file.fileno())
            half.replace(path)
        except OSError as error:
            raise LibrarianError(
                "What you wrote could not be kept.", "Check that the disk is not full."
            ) from error

    def heads(self) -> tuple[Head, ...]:
        """Every draft there is, the latest first; files that are no drafts are passed over."""
        found = (_head_in(self._path(name)) for name in self.names())
        known = [parts[0] for parts in found if parts]
        return tuple(sorted(known, key=lambda head: (head.kept, head.id), reverse=True))

    def names(self) -> tuple[str, ...]:
        """The id of every file that should be a draft, in order; some may not open."""
        found = sorted(path.stem for path in self._folder.glob(f"*{_ENDING}"))
        return tuple(name for name in found if _NAME.fullmatch(name))

    def load(self, draft: str, form: str, version: str) -> dict[str, object]:
        """The answers of a draft, for this version of this form only.

        Raises LibrarianError where there is none, it is for another, or it was changed.
        """
        try:
            parts = _read_head(self._path(draft).read_bytes())
        except OSError as error:
            raise LibrarianError("This draft is not there.", "Begin a new form.") from error
        if parts is None or parts[0].id != draft:
            raise _damaged()
        head, told, rest = parts
        if (head.form, head.version) != (form, version):
            raise LibrarianError(
                f"This draft is for version {head.version} of the form “{head.form}”.",
                f"Open it there, or begin a new form; the version now is {version}.",
            )
        try:
            plain = self._cipher.decrypt(rest[:_NONCE], rest[_NONCE:], told)
        except (InvalidTag, ValueError) as error:
            raise _damaged() from error
        answers: dict[str, object] = json.loads(plain)
        return answers

    def opens(self, head: Head) -> bool:
        """Whether the key opens a draft."""
        try:
            self.load(head.id, head.form, head.version)
        except LibrarianError:
            return False
        return True

    def forget(self, draft: str) -> None:
        """Delete a draft; one that is not there is gone already."""
        self._path(draft).unlink(missing_ok=True)

    def forget_expired(self, today: date, days: int) -> tuple[Head, ...]:
        """Delete what was last kept more than days ago, and return what that was."""
        expired = tuple(head for head in self.heads() if today - head.kept > timedelta(days=days))
        for head in expired:
            self.forget(head.id)
        return expired

    def _path(self, draft: str) -> Path:
        if not _NAME.fullmatch(draft):
            raise LibrarianError("This draft is not there.", "Begin a new form.")
        return self._folder / f"{draft}{_ENDING}"


def _head_bytes(head: Head) -> bytes:
    told = json.dumps(
        {"id": head.id, "form": head.form, "version": head.version, "kept": head.kept.isoformat()}
    ).encode()
    return _MAGIC + _LENGTH.pack(len(told)) + told


def _head_in(path: Path) -> tuple[Head, bytes, bytes] | None:
    """What stands in a file; None where it is no draft, or cannot be read just now."""
    try:
        return _read_head(path.read_bytes())
    except OSError:
        return None


def _read_head(content: bytes) -> tuple[Head, bytes, bytes] | None:
    """The head, its bytes, and what follows; None where this is no draft."""
    start = len(_MAGIC) + _LENGTH.size
    if not content.startswith(_MAGIC) or len(content) < start:
        return None
    end = start + _LENGTH.unpack(content[len(_MAGIC) : start])[0]
    try:
        told = json.loads(content[start:end])
        head = Head(
            str(told["id"]),
            str(told["form"]),
            str(told["version"]),
            date.fromisoformat(told["kept"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
    return head, content[:end], content[end:]


def _damaged() -> LibrarianError:
    return LibrarianError(
        "This draft cannot be opened here.",
        "It was changed, or it belongs to somebody else. Begin a new form.",
    )
