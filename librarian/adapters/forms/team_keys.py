"""Whose computers can open what a team keeps sealed: each has a key of its own.

The public half lies in the team's restricted folder. The secret half is kept encrypted on the
computer, as drafts are. Whoever may write in the folder is of the team: that is for the server's
permissions to say.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

import pyrage

from librarian.adapters.drive_writing import told
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.inboxes import Moves
from librarian.application.forms.drafts_kept import Head
from librarian.domain.errors import LibrarianError

FOLDER: Final = "minute-keys"
_ENDING: Final = ".key.json"
_FORM: Final = "team-key"
_SHAPE: Final = "1"
_WHAT: Final = "your key for the team"
_LARGEST: Final = 10_000


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody's computer that can open it."""

    id: str
    who: str
    key: str


class TeamKeys:
    """Seals for everybody of the team, and opens what was sealed for this computer."""

    def __init__(self, folder: Path, vault: Callable[[], EncryptedDrafts], who: str) -> None:
        self._folder = folder / FOLDER
        self._vault = vault
        self._who = who
        self._mine: list[pyrage.x25519.Identity] = []

    def me(self) -> str:
        """What this computer is called among the readers; its key is made and laid there first."""
        key = str(self._identities()[0].to_public())
        name = _id(key)
        if name not in self.readers():
            self._publish(Reader(name, self._who, key))
        return name

    def readers(self) -> Mapping[str, Reader]:
        """Whose computers can open what is sealed from now on; what is no key is passed over."""
        try:
            paths = sorted(self._folder.glob(f"*{_ENDING}"))
        except OSError:
            return {}
        found = (_read(path) for path in paths)
        return {each.id: each for each in found if each}

    def seal(self, content: bytes) -> bytes:
        """The content as everybody of the team can open it, and nobody else."""
        self.me()
        keys = [pyrage.x25519.Recipient.from_str(each.key) for each in self.readers().values()]
        return bytes(pyrage.encrypt(content, keys))

    def open(self, content: bytes) -> bytes | None:
        """What was sealed; None where it was not for this computer."""
        try:
            return bytes(pyrage.decrypt(content, self._identities()))
        except (pyrage.DecryptError, ValueError):
            return None

    def _identities(self) -> list[pyrage.x25519.Identity]:
        """The keys of this computer that open; one is made where there is none."""
        if not self._mine:
            vault = self._vault()
            self._mine = [each for each in map(_loaded(vault), vault.names()) if each]
            self._mine = self._mine or [_made(vault)]
        return self._mine

    def _publish(self, reader: Reader) -> None:
        content = json.dumps({"who": reader.who, "key": reader.key}).encode("ascii")
        half = self._folder / f"~{uuid4().hex[:12]}.tmp"
        moves = Moves()
        with told(_WHAT):
            for each in (self._folder.parent, self._folder):
                each.mkdir(mode=0o770, exist_ok=True)
            try:
                moves.write(half, content)
                half.chmod(self._folder.stat().st_mode & 0o660)
                moves.rename_file(half, self._folder / f"{reader.id}{_ENDING}")
            except FileExistsError:
                return  # it was laid there meanwhile
            finally:
                half.unlink(missing_ok=True)


def _loaded(vault: EncryptedDrafts) -> Callable[[str], pyrage.x25519.Identity | None]:
    def load(name: str) -> pyrage.x25519.Identity | None:
        try:
            told_of = vault.load(name, _FORM, _SHAPE)
            return pyrage.x25519.Identity.from_str(str(told_of.get("identity", "")))
        except (LibrarianError, pyrage.IdentityError, ValueError):
            return None  # kept under another key of this person: it opens nothing here

    return load


def _made(vault: EncryptedDrafts) -> pyrage.x25519.Identity:
    made = pyrage.x25519.Identity.generate()
    vault.save(Head(uuid4().hex, _FORM, _SHAPE, date.min), {"identity": str(made)})
    return made


def _read(path: Path) -> Reader | None:
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            return None
        found = json.loads(path.read_bytes())
        key = str(found["key"])
        pyrage.x25519.Recipient.from_str(key)
        return Reader(_id(key), str(found["who"]), key)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, pyrage.RecipientError):
        return None


def _id(key: str) -> str:
    return sha256(os.fsencode(key)).hexdigest()[:12]
