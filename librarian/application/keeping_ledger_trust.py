"""Which drive this desk takes for the right one: the mark it bears, held against what was seen.

A desk trusts the first mark it sees. Another one later means reading only, and a question.
"""

from typing import Final

from librarian.application.adopting import Adopted, Marker, Standing, standing
from librarian.application.keeping_ledger_ports import OwnRecords
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Problem

MARKER: Final = ".librarian/drive.json"


class Trust:
    """The founding that counts on this desk."""

    def __init__(self, marker: Marker, records: OwnRecords) -> None:
        self._marker = marker
        self._records = records
        self.founding = records.trusted()
        """The trusted one, or None where no mark was ever seen."""

    def look(self) -> Standing:
        """What the drive is now; the first mark that is seen is trusted."""
        found = self._marker.read()
        if found and self.founding is None:
            self._accept(found)
        return standing(found, self.founding)

    def accept(self) -> Adopted:
        """Take the drive as it is marked now for the right one: somebody was asked.

        Raises LibrarianError where it bears no mark.
        """
        found = self._marker.read()
        if found is None:
            raise _unmarked()
        self._accept(found)
        return found

    def problems(self) -> list[Problem]:
        """What is wrong with the drive's mark."""
        found = self._marker.read()
        stands = standing(found, self.founding)
        if stands is Standing.GONE:
            return [Problem("The mark of this drive is gone.", MARKER)]
        if stands is Standing.OTHER:
            return [Problem("This drive is marked as another one; it is only read.", MARKER)]
        if found and self.founding and found != self.founding:
            return [Problem("The mark of this drive was changed by hand.", MARKER)]
        return []

    def question(self) -> str | None:
        """What a person is asked about the mark, or None."""
        found, trusted = self._marker.read(), self.founding
        if not found or not trusted or found.id == trusted.id:
            return None
        return (
            f"It is marked as “{found.name}”, looked after by {' and '.join(found.curators)}; this"
            f" computer knew it as “{trusted.name}”, looked after by"
            f" {' and '.join(trusted.curators)}. Is it still your team's drive? Until somebody"
            " says so, Librarian only reads it."
        )

    def check_ours(self) -> None:
        """Raise LibrarianError where nothing may be written on this drive."""
        stands = self.look()
        if stands is Standing.NOBODYS:
            raise LibrarianError(
                "Nobody looks after this drive yet.", "Business Support can choose to do so."
            )
        if stands is Standing.GONE:
            raise _unmarked()
        if stands is Standing.OTHER:
            raise LibrarianError("This looks like another drive.", self.question() or "")

    def _accept(self, found: Adopted) -> None:
        self._records.trust(found)
        self.founding = found


def _unmarked() -> LibrarianError:
    return LibrarianError(
        "The mark of this drive is gone.",
        "Check that it is the right folder; else ask IT to bring back .librarian/drive.json.",
    )
