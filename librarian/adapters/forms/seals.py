"""Encrypts packets with age (pyrage) for the key a service published, and opens them with its own.

A service's own key lies in a file of age's usual form, in this user's data folder only.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyrage

from librarian.domain.errors import LibrarianError

_SECRET: Final = "AGE-SECRET-KEY-"  # noqa: S105 - how such a key begins
_ENDING: Final = ".age-key"


class AgeSeals:
    """Seals for others; opens with the keys in one folder."""

    def __init__(self, keys: Path) -> None:
        self._keys = keys

    def seal(self, content: bytes, key: str) -> bytes:
        """The content as only the holder of the key can read it. Raises LibrarianError."""
        try:
            recipient = pyrage.x25519.Recipient.from_str(key.strip())
            return bytes(pyrage.encrypt(content, [recipient]))
        except (pyrage.RecipientError, pyrage.EncryptError, ValueError) as error:
            raise LibrarianError(
                "The key of this service is not right.",
                "Ask the service for the key it published; it begins with age1.",
            ) from error

    def open(self, content: bytes) -> bytes:
        """What was encrypted for this person. Raises LibrarianError where the key is not here."""
        identities = list(self._identities())
        if not identities:
            raise LibrarianError(
                "This referral is encrypted, and your service's key is not on this computer.",
                "Ask a colleague for the key file, and put it where the help says.",
            )
        try:
            return bytes(pyrage.decrypt(content, identities))
        except (pyrage.DecryptError, ValueError) as error:
            raise LibrarianError(
                "This referral is encrypted for another key.",
                "Ask whoever sent it to send it anew.",
            ) from error

    def make_key(self, service: str) -> str:
        """Make a key for a service, keep it here, and return what it may publish.

        Raises LibrarianError where there is one already, or it cannot be kept.
        """
        made = pyrage.x25519.Identity.generate()
        path = self._keys / f"{service}{_ENDING}"
        try:
            self._keys.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(f"# public key: {made.to_public()}\n{made}\n")
        except FileExistsError as error:
            raise LibrarianError(
                "This service has a key here already.", f"It lies in {self._keys}."
            ) from error
        except OSError as error:
            raise LibrarianError(
                "The key could not be kept.", "Check that the disk is not full."
            ) from error
        return str(made.to_public())

    def _identities(self) -> Iterator[pyrage.x25519.Identity]:
        for path in sorted(self._keys.glob(f"*{_ENDING}")):
            try:
                lines = path.read_text("ascii").splitlines()
                for line in lines:
                    if line.startswith(_SECRET):
                        yield pyrage.x25519.Identity.from_str(line.strip())
            except (OSError, ValueError, pyrage.IdentityError):
                continue  # a file that is no key opens nothing
