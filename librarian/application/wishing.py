"""What readers wish of those who look after the drive, and what became of it.

A wish goes on record where this person may write; else a message is prepared for them to send.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from librarian.application import prepared_emails as emails
from librarian.application.about import Sent
from librarian.application.adopting import Standing
from librarian.application.carrying_out import Hands
from librarian.application.managed import Managed, SharedLedger
from librarian.application.managed_looking import Looking
from librarian.application.ports import Listing, Store
from librarian.application.prepared_emails import PreparedEmail
from librarian.domain.acts_wishes import (
    AccessAsked,
    Answered,
    Asked,
    Reported,
    Signposted,
    Suggested,
    Vouched,
    Wanted,
    Wishing,
)
from librarian.domain.documents import Document
from librarian.domain.errors import LibrarianError
from librarian.domain.files import Closed
from librarian.domain.wishes import Reply, Wish

_TOLD: Final = "replies"
MOST: Final = 1_000
"""Letters that a note may have."""


class Messages(Protocol):
    """Prepares messages that a person sends with their own mail program."""

    def put(self, prepared: PreparedEmail) -> Path:
        """Write the message as a file that a mail program opens, and return where it lies."""


@dataclass(frozen=True, slots=True)
class ShutFolder:
    """A folder that this person cannot open, and whom to ask about it."""

    path: str
    whom: str


class ReaderPost(Protocol):
    """A reader's way to those who look after the drive, and back; every call may block."""

    def want(self, words: str) -> Sent:
        """Ask for a document that does not exist."""

    def report(self, path: str, note: str) -> Sent:
        """Tell that something is wrong with a file."""

    def ask_access(self, folder: str, note: str = "") -> Sent:
        """Ask to be let into a folder."""

    def shut_folders(self) -> tuple[ShutFolder, ...]:
        """Folders that are shown to all, and that this person cannot open."""

    def replies(self) -> tuple[Reply, ...]:
        """What became of this person's wishes, until `forget` was told of it."""

    def forget(self, reply: Reply) -> None:
        """Tell nothing about this reply any more."""


class Postbox:
    """Takes wishes, shows what waits, and brings back replies; any call may block."""

    def __init__(
        self,
        *,
        ledger: SharedLedger,
        managed: Managed,
        hands: Hands,
        looking: Looking,
        messages: Messages,
        told: Store,
        locate: Callable[[str], Path],
        list_folder: Callable[[str], Listing | Closed],
        looks_personal: Callable[[str], bool],
    ) -> None:
        self._ledger = ledger
        self._managed = managed
        self._hands = hands
        self._looking = looking
        self._messages = messages
        self._told = told
        self._locate = locate
        self._list_folder = list_folder
        self._looks_personal = looks_personal

    def ask_to_confirm(self, path: str, *, seen: str = "") -> Sent:
        """Ask whether this is the current one. Raises ChangedError where it is another by now."""
        found = self._looking.look(path, seen)
        return self._send(Asked(found.path, found.reading.sha256), emails.to_confirm(found.path))

    def suggest(self, path: str, note: str, *, seen: str = "") -> Sent:
        """Tell what should be otherwise. Raises LibrarianError where the note cannot be taken."""
        words, found = self._checked(note), self._looking.look(path, seen)
        act = Suggested(found.path, found.reading.sha256, words)
        return self._send(act, emails.to_suggest(found.path, words))

    def report(self, path: str, note: str) -> Sent:
        """Tell that something is wrong with a file, which may well be that it cannot be read."""
        words = self._checked(note)
        return self._send(Reported(path, "", words), emails.to_report(path, words))

    def vouch(self, document: Document, due: date) -> Sent:
        """Say that a document is still right; its owner's word counts as a review until `due`."""
        act = Vouched(document.id, document.path, due.isoformat())
        return self._send(act, emails.to_vouch(document.path))

    def want(self, words: str) -> Sent:
        """Ask for a document that does not exist, in the words of somebody who looked for it."""
        checked = self._checked(words)
        return self._send(Wanted(checked), emails.to_want(checked))

    def ask_access(self, folder: str, note: str = "") -> Sent:
        """Ask to be let into a folder."""
        words = self._checked(note) if note.strip() else ""
        return self._send(AccessAsked(folder, words), self.message_for_it(folder, words))

    def message_for_it(self, folder: str, note: str = "", who: str = "") -> PreparedEmail:
        """The text IT needs to let somebody in: `who` asked, or this person where that is empty."""
        whom = self.signposts.get(folder, "")
        place = str(self._locate(folder))
        return emails.to_be_let_in(place, who or self._ledger.who, note, whom)

    def prepare_for_it(self, wish: Wish) -> Path:
        """The same for somebody who asked, as a message file for business support to send."""
        return self._messages.put(self.message_for_it(wish.path, wish.note, wish.who))

    @property
    def waiting(self) -> tuple[Wish, ...]:
        """What nobody dealt with yet, the oldest first."""
        return self._managed.documents.wishes

    @property
    def signposts(self) -> Mapping[str, str]:
        """Folders that are shown to all, each with whom to ask to be let in."""
        return self._managed.documents.signposts

    def answer(self, wish: str, note: str = "") -> None:
        """A wish was dealt with; whoever had it is told. Only for those who look after it."""
        words = self._checked(note) if note.strip() else ""
        with self._hands.keeping():
            self._hands.record(Answered(wish, words))

    def signpost(self, folder: str, whom: str) -> None:
        """Show a folder to all who cannot open it, or no longer where `whom` is empty."""
        path = folder.replace("\\", "/").strip("/ ")
        if not path:
            raise LibrarianError("No folder is named.", "Write where it is, such as Court/Bundles.")
        lies = self._list_folder(path)
        if whom.strip() and isinstance(lies, Closed) and lies.gone:
            raise LibrarianError(
                f"There is no folder {path} on this drive.",
                "Write it as it stands on the drive, such as Court/Bundles.",
            )
        with self._hands.keeping():
            self._hands.record(Signposted(path, whom.strip()))

    def shut_folders(self) -> tuple[ShutFolder, ...]:
        """Folders that are shown to all, and that this person cannot open."""
        shown = sorted(self.signposts.items())
        return tuple(ShutFolder(path, whom) for path, whom in shown if self._is_shut(path))

    def replies(self) -> tuple[Reply, ...]:
        """What became of this person's wishes, until `forget` was told of it."""
        told = self._told.load(_TOLD)
        mine = (each for each in self._managed.documents.replies if self._is_mine(each))
        return tuple(each for each in mine if each.entry not in told)

    def forget(self, reply: Reply) -> None:
        """Tell nothing about this reply any more."""
        self._told.save(_TOLD, {**self._told.load(_TOLD), reply.entry: True})

    def _is_shut(self, folder: str) -> bool:
        lies = self._list_folder(folder)
        return isinstance(lies, Closed) and not lies.gone

    def _is_mine(self, reply: Reply) -> bool:
        me = self._ledger.who
        return reply.wish.who == me != reply.who

    def _checked(self, note: str) -> str:
        """What somebody wrote, if it can go on record for all to read."""
        words = " ".join(note.split())
        if not words:
            raise LibrarianError("Nothing is written there.", "Write a few words, then send them.")
        if len(words) > MOST:
            raise LibrarianError("That is too long.", f"Say it in {MOST:,} letters or fewer.")
        if self._looks_personal(words):
            raise LibrarianError(
                "This looks like details of a person.",
                "Leave out names, dates of birth and numbers: everybody on the team can read it.",
            )
        return words

    def _send(self, act: Wishing, message: PreparedEmail) -> Sent:
        """Put a wish on record; where that is not possible here, prepare a message instead."""
        if self._ledger.standing() is Standing.OURS:
            try:
                self._hands.record(act)
            except LibrarianError:
                return Sent(self._messages.put(message))  # a drive that this person only reads
            return Sent()
        return Sent(self._messages.put(message))
