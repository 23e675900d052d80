"""One key for all that is kept encrypted on this computer, found or given once for a window.

Drafts, minutes and what was handed over share it: a passphrase that was given on one page opens
what the others keep. It stays in memory and nowhere else.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.application.forms.passphrases import long_enough
from librarian.domain.errors import LibrarianError


class KeyHolder:
    """Gives the key that `find` finds or a passphrase makes; `kept` are the folders it opens."""

    def __init__(
        self,
        find: Callable[[], bytes | None],
        make: Callable[[str], bytes],
        kept: Callable[[], Sequence[Path]],
    ) -> None:
        self._find = find
        self._make = make
        self._kept = kept
        self._key: bytes | None = None

    def key(self) -> bytes | None:
        """The key; None until a passphrase was given, where there is no other way to it."""
        self._key = self._key or self._find()
        return self._key

    def unlock(self, passphrase: str) -> bytes:
        """Use the key of a passphrase from now on, and return it.

        Raises LibrarianError where it opens nothing of what is kept, or, where nothing is kept
        yet, where anybody could guess it.
        """
        key = self._make(passphrase)
        opened = [_opens(EncryptedDrafts(folder, key)) for folder in self._kept()]
        told = [each for each in opened if each is not None]
        if not told:
            long_enough(passphrase)
        elif not any(told):
            raise LibrarianError(
                "This is not the passphrase that was used before.",
                "Try again; capital letters count. Without it, what is kept here stays locked.",
            )
        self._key = key
        return key

    def take_in(self, passphrase: str) -> int:
        """Keep under the one key what was locked with another passphrase; return how much it was.

        Each file is locked anew whole or not at all, so that whatever breaks off can be done again.
        Raises LibrarianError where there is no key yet, or the passphrase opens none of it.
        """
        key = self.key()
        if key is None:
            raise LibrarianError(
                "What is kept on this computer is locked.", "Give the passphrase of now first."
            )
        other = self._make(passphrase)
        count = sum(
            _taken_in(EncryptedDrafts(folder, other), EncryptedDrafts(folder, key))
            for folder in self._kept()
        )
        if not count:
            raise LibrarianError(
                "This passphrase opens none of them.", "Try again; capital letters count."
            )
        return count


def _taken_in(before: EncryptedDrafts, now: EncryptedDrafts) -> int:
    """How many drafts opened with the key before alone, and do with the one now."""
    old = [head for head in now.heads() if not now.opens(head) and before.opens(head)]
    for head in old:
        now.save(head, before.load(head.id, head.form, head.version))
    return len(old)


def _opens(kept: EncryptedDrafts) -> bool | None:
    """Whether the key opens anything that is kept in a folder; None where nothing is."""
    heads = kept.heads()
    return any(kept.opens(head) for head in heads) if heads else None
