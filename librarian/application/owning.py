"""Who owns documents and folders, and when they are looked at again."""

from collections.abc import Callable
from datetime import date

from librarian.application.about import Sent
from librarian.application.carrying_out import Hands
from librarian.application.managed import Managed
from librarian.application.ports import Clock
from librarian.domain.acts_owners import FolderOwned, Owned, Reviewed
from librarian.domain.document_types import AskMonths, Months, due_after, type_of
from librarian.domain.documents import Document
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Entry
from librarian.domain.paths import name_of


class Owners:
    """Names owners, and puts on record that a document was looked at again."""

    def __init__(self, *, managed: Managed, hands: Hands, clock: Clock, months: AskMonths) -> None:
        self._managed = managed
        self._hands = hands
        self._clock = clock
        self._months = months

    def months(self) -> Months:
        """After how many months documents are looked at again, by the rules in force now."""
        return self._months()

    def due(self, document: Document) -> date | None:
        """The day until which a document is to be looked at again; None while none is current."""
        return document.due(self._months())

    def assign(self, path: str, owner: str, *, deputy: str = "", phone: str = "") -> Entry:
        """Give the document at path an owner, by role; an empty one takes the owner away."""
        with self._hands.keeping():
            document = self._document(path)
            return self._hands.record(
                Owned(document.id, owner.strip(), deputy.strip(), phone.strip())
            )

    def assign_folder(self, path: str, owner: str, *, deputy: str = "", phone: str = "") -> Entry:
        """Give a folder an owner: of all documents in it that have none of their own."""
        with self._hands.keeping():
            return self._hands.record(
                FolderOwned(path.strip("/"), owner.strip(), deputy.strip(), phone.strip())
            )

    def review(self, path: str, *, due: date | None = None, note: str = "") -> Entry:
        """Put on record that the document at path is still right, and when to look again.

        Without `due` that is as long from today as the rule says of documents of its type.
        """
        with self._hands.keeping():
            document = self._document(path)
            next_time = due or self._next(document)
            return self._hands.record(Reviewed(document.id, next_time.isoformat(), note.strip()))

    def vouch(self, path: str, send: Callable[[Document, date], Sent]) -> Sent:
        """Say, as anybody, that the document at path is still right.

        Raises LibrarianError where nobody has confirmed it.
        """
        document = self._document(path)
        return send(document, self._next(document))

    def _next(self, document: Document) -> date:
        return due_after(self._today(), self._months()(type_of(document.path)))

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def _document(self, path: str) -> Document:
        document = self._managed.at(path)
        if document is None or document.current is None:
            raise LibrarianError(
                f"Nobody has confirmed {name_of(path)} so far.", "Confirm it first."
            )
        return document
