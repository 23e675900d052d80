"""Who owns a document or a folder, and when a document is looked at again, as acts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Owned:
    """A document has this owner from now on, by role, with a deputy and a telephone number."""

    document: str
    owner: str
    deputy: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class FolderOwned:
    """A folder has this owner; documents beneath it that have none of their own have it too."""

    path: str
    owner: str
    deputy: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Somebody looked at a document again: it is still right, and `due` (ISO 8601) is next."""

    document: str
    due: str
    note: str = ""
