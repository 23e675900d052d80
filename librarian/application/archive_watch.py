"""Puts on record what somebody moved into the archive by hand, so that its time begins.

The catalogue knows when this desk first saw a file, but it is a cache, and another desk has
another day. Two people destroy by one day, so that day is an act.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from librarian.application.carrying_out import Hands
from librarian.application.managed import Managed
from librarian.application.ports import Catalogue
from librarian.application.publishing import is_archived
from librarian.application.retention import put_away
from librarian.domain.acts_away import GoneAway, SeenAway
from librarian.domain.catalogue_view import ARCHIVE
from librarian.domain.files import FileState
from librarian.domain.paths import key

_MOST: Final = 500
"""So many files in one round; what is left has its turn in the next."""


class ArchiveWatch:
    """Compares the archive, as a scan saw it, with what acts have put there."""

    def __init__(self, *, managed: Managed, hands: Hands, catalogue: Catalogue) -> None:
        self._managed = managed
        self._hands = hands
        self._catalogue = catalogue

    def note(self) -> int:
        """Put on record what came by hand and what went again; returns how much that is."""
        return len(self._hands.record_all(list(islice(self._news(), _MOST))))

    def _news(self) -> Iterator[SeenAway | GoneAway]:
        there = dict(self._there())
        known = put_away(self._managed)
        for name, away in known.items():
            if away.by_hand and name not in there and self._is_gone(away.path):
                yield GoneAway(away.path)
        versions = self._versions()
        for name, (path, sha256) in there.items():
            put_there = known[name].sha256 if name in known else ""
            if sha256 != put_there and (name, sha256) not in versions:
                yield SeenAway(path, sha256)

    def _there(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Each file in the archive that was read, by key: its path and what is in it."""
        tops = [name for name, _ in self._catalogue.folders() if key(name) == key(ARCHIVE)]
        for top in tops:
            known = self._catalogue.known(top)
            present = [each.file for each in known.values() if each.state is FileState.PRESENT]
            for record in self._catalogue.records(present):
                path = record.listed.path
                if record.reading and record.reading.sha256 and is_archived(path):
                    yield key(path), (path, record.reading.sha256)

    def _is_gone(self, path: str) -> bool:
        """Whether a complete scan did not meet it; a folder that is closed tells nothing."""
        record = self._catalogue.record(path)
        return record is not None and record.state is FileState.NOT_SEEN

    def _versions(self) -> set[tuple[str, str]]:
        """Where versions of documents were put away, with what is in them."""
        return {
            (key(version.path), version.sha256)
            for document in self._managed.documents.by_id.values()
            for version in document.versions
            if version.path
        }
