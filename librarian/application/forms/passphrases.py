"""What a passphrase has to be that keeps answers safe."""

from typing import Final

from librarian.domain.errors import LibrarianError

LEAST: Final = 10
"""Letters a passphrase needs at least."""


def long_enough(passphrase: str) -> str:
    """Return the passphrase. Raises LibrarianError where anybody could guess it."""
    if len(passphrase) < LEAST:
        raise LibrarianError(
            "This passphrase is too short.", f"Use at least {LEAST} letters; three words do."
        )
    return passphrase
