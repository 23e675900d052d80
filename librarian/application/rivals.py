"""Which other version may be the one to use, where files leave that open."""

from dataclasses import dataclass

from librarian.application.lineages import Genealogist
from librarian.application.ports import Catalogue
from librarian.domain.lineage import Looks


@dataclass(frozen=True, slots=True)
class Rivals:
    """Answers for one drive, by what its desk infers."""

    genealogist: Genealogist
    catalogue: Catalogue

    def of(self, path: str) -> str:
        """The version that may be newer than the file at path, or older; empty without one."""
        record = self.catalogue.record(path)
        lineage = self.genealogist.lineage_of(record.file) if record else None
        if record is None or lineage is None or lineage.newest:
            return ""
        unsure = [each for each in lineage.editions if each.looks is Looks.UNSURE]
        return next((each.path for each in reversed(unsure) if each.file != record.file), "")
