"""Holding documents as they are, and the wishes of readers: confirm this, change that."""

from dataclasses import dataclass
from urllib.parse import quote

from librarian.application.carrying_out import Hands
from librarian.application.managed import Managed
from librarian.application.managed_looking import Looking
from librarian.application.publishing import Outcome
from librarian.domain.acts import Answered, Asked, Held, Joined, Moved, Suggested, Unheld
from librarian.domain.documents import Document
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.ledger import Entry
from librarian.domain.paths import name_of


@dataclass(frozen=True, slots=True)
class PreparedEmail:
    """A message for business support, for readers who cannot write on the drive."""

    subject: str
    body: str

    @property
    def link(self) -> str:
        """What opens it in the mail program; whom it goes to is for the person to choose."""
        return f"mailto:?subject={quote(self.subject)}&body={quote(self.body)}"


class Holder:
    """Holds documents, follows moves, and takes the wishes of readers."""

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

    def ask_to_confirm(self, path: str, *, seen: str = "", note: str = "") -> Entry:
        """Ask business support whether this is the current one; anybody may.

        Raises LibrarianError where this person cannot write on the drive: prepare an e-mail then.
        """
        found = self._looking.look(path, seen)
        return self._hands.record(Asked(found.path, found.reading.sha256, note))

    def suggest_change(self, path: str, note: str, *, seen: str = "") -> Entry:
        """Tell business support what should be otherwise; anybody may."""
        if not note.strip():
            raise LibrarianError("The suggestion is empty.", "Write what should be changed.")
        found = self._looking.look(path, seen)
        return self._hands.record(Suggested(found.path, found.reading.sha256, note.strip()))

    def answer(self, wish: str, *, note: str = "") -> Entry:
        """A reader's wish was dealt with."""
        with self._hands.alone():
            self._managed.refresh()
            self._managed.check_right()
            return self._hands.record(Answered(wish, note))

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


def email_to_confirm(path: str) -> PreparedEmail:
    """Return a message that asks which version is the current one."""
    name = name_of(path)
    return PreparedEmail(
        f"Is this the current one? {name}",
        "Please look whether this is the current version, and confirm it in Librarian:"
        f"\n\n{path}\n",
    )


def email_to_suggest(path: str, note: str) -> PreparedEmail:
    """Return a message that suggests a change."""
    return PreparedEmail(f"A change to {name_of(path)}", f"{note}\n\n{path}\n")
