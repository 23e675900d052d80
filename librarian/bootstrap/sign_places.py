"""Puts together where referrals lie for whoever signs them off: the team's working folder."""

from collections.abc import Callable
from pathlib import Path

from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.sealed_parts import COPIES, WORDS
from librarian.application.forms.reading_copies import NoFolderError, SignRoom
from librarian.application.ports import Clock
from librarian.bootstrap.team_places import TeamPlaces
from librarian.domain.errors import LibrarianError


class SignPlaces:
    """Finds the copies of this computer's team, and those in a folder it had before."""

    def __init__(
        self,
        home: Path,
        key: Callable[[], bytes | None],
        team: Callable[[], Path | None],
        clock: Clock,
    ) -> None:
        self._home = home
        self._key = key
        self._team = team
        self._places = [TeamPlaces(kind, team, self._vault, clock) for kind in (COPIES, WORDS)]

    def here(self) -> SignRoom:
        """The team's folder. Raises LibrarianError where none was chosen, or the key is locked."""
        folder = self._team()
        if folder is None:
            raise NoFolderError(
                "No working folder is chosen on this computer.",
                "Choose your team’s on the page Together. If your team has none, ask IT for a "
                "folder that only your team can open.",
            )
        self._vault()
        return self.at(str(folder))

    def at(self, where: str) -> SignRoom:
        """A folder in which something was laid before."""
        copies, words = (places.at(Path(where)) for places in self._places)
        return SignRoom(where, copies, words)

    def _vault(self) -> EncryptedDrafts:
        key = self._key()
        if key is None:
            raise LibrarianError(
                "What is kept on this computer is locked.",
                "Type your passphrase on the Forms page, then try again.",
            )
        return EncryptedDrafts(self._home / "own" / "team-key", key)
