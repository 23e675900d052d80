"""Finds the team's working folder as a place for what only its computers can open."""

from collections.abc import Callable
from pathlib import Path

from librarian.adapters.accounts import current_account
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.sealed_parts import MINUTES, Kind, SealedParts
from librarian.adapters.forms.team_keys import TeamKeys
from librarian.application.ports import Clock


class TeamPlaces:
    """Finds the place of one kind, the same one as long as the folder is.

    `vault` is where this computer keeps its own key; the keys of all lie beside the minutes.
    """

    def __init__(
        self,
        kind: Kind,
        folder: Callable[[], Path | None],
        vault: Callable[[], EncryptedDrafts],
        clock: Clock,
    ) -> None:
        self._kind = kind
        self._folder = folder
        self._vault = vault
        self._clock = clock
        self._found: tuple[Path, SealedParts] | None = None

    def __call__(self) -> SealedParts | None:
        """The place; None where no folder was chosen."""
        folder = self._folder()
        return None if folder is None else self.at(folder)

    def at(self, folder: Path) -> SealedParts:
        """The place in a certain folder."""
        if self._found is None or self._found[0] != folder:
            me = current_account()
            keys = TeamKeys(folder / MINUTES.place, self._vault, me)
            self._found = folder, SealedParts(folder, self._kind, keys, self._clock, me)
        return self._found[1]
