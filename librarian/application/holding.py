"""Holding documents as they are, following files that were moved, joining what is one."""

from librarian.application.carrying_out import Hands
from librarian.application.managed import Managed
from librarian.application.managed_looking import Looking
from librarian.application.publishing import Outcome
from librarian.domain.acts import Held, Joined, Moved, Unheld
from librarian.domain.documents import Document
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.ledger import Entry
from librarian.domain.paths import name_of


class Holder:
    """Holds documents, follows moves, and joins records."""

    def __init__(self, *, managed: Managed, hands: Hands, looking: Looking) -> None:
        self._managed = managed
        self._hands = hands
        self._looking = looking

    def hold(self, path: str, *, on: bool = True, note: str = "", seen: str = "") -> Outcome:
        """Keep a document as it is, whatever the principles say; or let it go again."""
        with self._hands.alone():
            document = self._document(path)
            if seen:
                self._looking.look(document.path, seen)
            act = Held(document.id, note) if on else Unheld(document.id, note)
            return self._outcome(self._hands.record(act), document)

    def follow(self, path: str, to: str, *, seen: str = "") -> Outcome:
        """A person moved or renamed the current file; its place is there from now on.

        Raises ChangedError where something else lies there.
        """
        with self._hands.alone():
            document = self._document(path)
            found = self._looking.look(to, seen)
            current = document.current
            reading = found.reading
            if current is None or not current.matches(reading.sha256, reading.canonical):
                raise ChangedError(
                    f"{name_of(to)} is not the confirmed version of {document.title}.",
                    "Look at the two files again.",
                )
            entry = self._hands.record(Moved(document.id, found.path))
            return self._outcome(entry, self._managed.document(document.id) or document)

    def join(self, path: str, into: str, *, note: str = "") -> Outcome:
        """Two records are one document: the one at path goes on as the one at `into`."""
        with self._hands.alone():
            document, other = self._document(path), self._document(into)
            if document.id == other.id:
                raise LibrarianError("These are one document already.", "Nothing more to do.")
            entry = self._hands.record(Joined(document.id, other.id, note))
            return self._outcome(entry, self._managed.at(into) or other)

    def _document(self, path: str) -> Document:
        self._managed.refresh()
        self._managed.check_right()
        document = self._managed.at(path)
        if document is None:
            raise LibrarianError(
                f"Nobody has recorded {name_of(path)} so far.", "Confirm it first."
            )
        return document

    def _outcome(self, entry: Entry, document: Document) -> Outcome:
        version = document.current or document.drafts[-1]
        return Outcome(entry.id, document.id, version.label, str(version.status), document.path)
