"""What was handed over, kept encrypted on this computer as drafts are, until it is purged."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.application.forms.drafts_kept import Head
from librarian.application.forms.handing_ports import KeptHead


class EncryptedSubmissions:
    """Keeps submissions in one local folder, under one key of 32 bytes."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._kept = EncryptedDrafts(folder, key)

    def save(self, head: KeptHead, answers: Mapping[str, object]) -> None:
        """Keep answers whole or not at all. Raises LibrarianError where that is not possible."""
        self._kept.save(Head(head.id, head.form, head.version, head.kept), answers)

    def load(self, head: KeptHead) -> Mapping[str, object]:
        """The answers. Raises LibrarianError where they are not there or were changed."""
        return self._kept.load(head.id, head.form, head.version)

    def heads(self) -> Sequence[KeptHead]:
        """All that is kept, the latest first."""
        found = self._kept.heads()
        return [KeptHead(head.id, head.form, head.version, head.kept) for head in found]

    def forget(self, submission: str) -> None:
        """Delete one; one that is not there is gone already."""
        self._kept.forget(submission)
