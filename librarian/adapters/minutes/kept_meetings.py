"""Meetings on this computer, encrypted as drafts are; nobody else reads them.

Without a key nothing can be kept, and that is said before anybody writes a word. A file that cannot
be opened costs its own meeting and no other.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from librarian.adapters.drive_writing import told
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.application.forms.drafts_kept import Head
from librarian.application.minutes.keeping_together import content_of, meeting_of
from librarian.application.minutes.ports import (
    LOCKED_OTHERWISE,
    Damaged,
    LockedError,
    Meeting,
    TeamCopy,
)
from librarian.domain.errors import LibrarianError

_FORM: Final = "minutes"
_SHAPE: Final = "1"


class EncryptedMeetings:
    """Keeps meetings in one local folder, under the key that `key` finds or a passphrase makes."""

    def __init__(
        self, folder: Path, key: Callable[[], bytes | None], key_of: Callable[[str], bytes]
    ) -> None:
        self._folder = folder
        self._key = key
        self._key_of = key_of
        self._found: bytes | None = None

    def all(self) -> Sequence[Meeting]:
        """Every meeting that can be opened. Raises LibrarianError where there is no key."""
        return [each for each in self._look() if isinstance(each, Meeting)]

    def damaged(self) -> Sequence[Damaged]:
        """What is kept and cannot be opened. Raises LibrarianError where there is no key."""
        return [each for each in self._look() if isinstance(each, Damaged)]

    def unlock(self, passphrase: str) -> None:
        """Use the key of a passphrase from now on.

        Raises LibrarianError where nothing that is kept on this computer opens with it. Minutes
        that were locked with another one are told of as such.
        """
        self._found = self._key_of(passphrase)

    def save(self, meeting: Meeting) -> None:
        """Keep a meeting whole or not at all. Raises LibrarianError where it cannot be kept."""
        content = content_of(meeting)
        if meeting.team:
            content["team"] = {"seen": meeting.team.seen, "agreed": meeting.team.agreed}
        self._drafts().save(Head(meeting.id, _FORM, _SHAPE, meeting.kept), content)

    def forget(self, meeting: str) -> None:
        """Delete a meeting; one that is not there is gone already."""
        with told("the minutes"):
            self._drafts().forget(meeting)

    def vault(self, folder: Path) -> EncryptedDrafts:
        """What else is kept under the same key, in a folder of its own."""
        return self._drafts(folder)

    def _look(self) -> list[Meeting | Damaged]:
        drafts = self._drafts()
        heads = {head.id: head for head in drafts.heads()}
        return [_opened(drafts, name, heads.get(name)) for name in drafts.names()]

    def _drafts(self, folder: Path | None = None) -> EncryptedDrafts:
        self._found = self._found or self._key()
        if self._found is None:
            raise LockedError(
                "Minutes are kept encrypted, and this computer has no place for the key.",
                "Choose a passphrase of your own. You will be asked for it at each start.",
            )
        return EncryptedDrafts(folder or self._folder, self._found)


def _opened(drafts: EncryptedDrafts, name: str, head: Head | None) -> Meeting | Damaged:
    if head is None or head.id != name:
        return Damaged(name, None)
    try:
        return _meeting(head, drafts.load(name, _FORM, _SHAPE))
    except LibrarianError:
        return Damaged(name, head.kept, remedy=LOCKED_OTHERWISE, may_be_locked=True)
    except ValueError:
        return Damaged(name, head.kept)


def _meeting(head: Head, told: Mapping[str, object]) -> Meeting:
    team = told.get("team")
    return replace(meeting_of(head.id, told), kept=head.kept, team=_copy(team))


def _copy(told: object) -> TeamCopy | None:
    if not isinstance(told, Mapping):
        return None
    return TeamCopy(dict(told.get("seen", {})), dict(told.get("agreed", {})))
