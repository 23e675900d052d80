"""Whose word that a document is still right counts as a review: that of its owner, or the deputy.

Owners are named by role or by name. Only a name tells who it is; for a role, those who look after
the drive take the word up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from librarian.domain.acts import Act
from librarian.domain.acts_owners import FolderOwned, Owned, Reviewed
from librarian.domain.acts_wishes import Vouched
from librarian.domain.documents import Document, Done
from librarian.domain.paths import folder_of
from librarian.domain.words import words_of


def is_person(who: str, named: str) -> bool:
    """Whether an account is that of a person as somebody wrote the name.

    ``sam.okoro`` is Sam Okoro and “Sam Okoro, team manager”; ``sam`` is Sam, and nobody else.
    """
    account = set(words_of(who.rpartition("\\")[2].partition("@")[0]))
    name = set(words_of(named))
    return bool(account) and (account == name or (len(account) > 1 and account <= name))


def owns(who: str, document: Document) -> bool:
    """Whether an account is that of the document's owner, or of the deputy."""
    return is_person(who, document.owner) or is_person(who, document.deputy)


def vouched(acts: Sequence[Done], names: Mapping[str, str]) -> Sequence[Done]:
    """Return the acts with reviews for what an owner said; acts come in the order they count.

    `names` tells which ids are one document's.
    """
    owners = _Owners()
    return [(entry, owners.heard(entry.who, act, names)) for entry, act in acts]


@dataclass(slots=True)
class _Owners:
    """Who owned what when something was said."""

    documents: dict[str, Owned] = field(default_factory=dict)
    folders: dict[str, FolderOwned] = field(default_factory=dict)

    def heard(self, who: str, act: Act, names: Mapping[str, str]) -> Act:
        match act:
            case Owned():
                self.documents[names.get(act.document, act.document)] = act
            case FolderOwned():
                self.folders[act.path] = act
            case Vouched() if self._owns(who, names.get(act.document, act.document), act.path):
                return Reviewed(act.document, act.due, act.note)
            case _:
                pass
        return act

    def _owns(self, who: str, document: str, path: str) -> bool:
        owned = self.documents.get(document)
        if owned is None or not owned.owner:
            return self._owns_folder(who, folder_of(path))
        return is_person(who, owned.owner) or is_person(who, owned.deputy)

    def _owns_folder(self, who: str, folder: str) -> bool:
        while True:
            owned = self.folders.get(folder)
            if owned and owned.owner:
                return is_person(who, owned.owner) or is_person(who, owned.deputy)
            if not folder:
                return False
            folder = folder_of(folder)
