"""The key that drafts are encrypted with: in the system's keyring, else made from a passphrase.

A keyring that would keep it in plain text does not count as one.
"""

import os
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from pathlib import Path
from typing import Final, Protocol

import keyring
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError

from librarian.domain.errors import LibrarianError

SERVICE: Final = "Librarian drafts"
_BYTES: Final = 32
_SAFE: Final = 1
_COST: Final = 2**15


class Keyring(Protocol):
    """Where a system keeps secrets for a user."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...


def system_keyring() -> Keyring | None:
    """Return the system's keyring, or None where there is none that keeps secrets secret."""
    found: KeyringBackend = keyring.get_keyring()
    backends = list(found.backends) if isinstance(found, ChainerBackend) else [found]
    if not backends:
        return None
    first = backends[0]
    is_plain = type(first).__module__.startswith("keyrings.alt")
    return first if first.priority >= _SAFE and not is_plain else None


def key_in(ring: Keyring, user: str) -> bytes:
    """Return this user's key, made at first use. Raises LibrarianError where it is locked."""
    try:
        kept = ring.get_password(SERVICE, user)
        if kept is None:
            ring.set_password(SERVICE, user, b64encode(os.urandom(_BYTES)).decode())
            kept = ring.get_password(SERVICE, user)
        key = b64decode(kept or "", validate=True)
    except (KeyringError, NotBase64) as error:
        raise _locked() from error
    if len(key) != _BYTES:
        raise _locked()
    return key


def key_from(passphrase: str, salt_file: Path) -> bytes:
    """Return the key that a passphrase makes; the salt is kept beside the drafts."""
    try:
        salt_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not salt_file.exists():
            salt_file.write_bytes(os.urandom(16))
        salt = salt_file.read_bytes()
    except OSError as error:
        raise LibrarianError(
            "Drafts cannot be kept here.", "Check that the disk is not full."
        ) from error
    return Scrypt(salt=salt, length=_BYTES, n=_COST, r=8, p=1).derive(passphrase.encode())


def _locked() -> LibrarianError:
    return LibrarianError(
        "The system's keyring does not open.", "Unlock it, or sign in again, then try again."
    )
