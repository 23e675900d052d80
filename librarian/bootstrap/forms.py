"""Puts together what fills in forms: our folders of forms, a team's own, and what renders them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import librarian
from librarian.adapters.forms.cases import FolderCases
from librarian.adapters.forms.cases_in_databases import DatabaseCases
from librarian.adapters.forms.folders import FolderShelf, document_of
from librarian.adapters.forms.packets import FolderTray
from librarian.adapters.forms.pdf_forms import PdfForms
from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.adapters.forms.sample_cases import make_cases
from librarian.adapters.forms.web_pages import WebPages
from librarian.adapters.forms.word_forms import WordForms
from librarian.application.forms.checking import FormChecker, Standards
from librarian.application.forms.filling import Clerk, Filling, hand_over
from librarian.application.forms.writing import Maker
from librarian.application.ports import Clock
from librarian.domain.forms.cases import Case

OURS: Final = Path(librarian.__file__).parent / "forms"


@dataclass(frozen=True, slots=True)
class FormRoom:
    """Where forms are filled in at one desk."""

    home: Path
    clock: Clock
    clerk: Clerk
    checker: FormChecker

    def case(self, source: Path, number: str) -> Case:
        """What a folder of exports, or a database by its mapping file, knows of a case."""
        known = DatabaseCases(source) if source.suffix == ".toml" else FolderCases(source)
        return known.find(number)

    def make_sample_cases(self) -> Path:
        """Make the sample's case database, and return the mapping by which it is read."""
        return make_cases(self.home / "sample" / "cases", self.clock.now().date())

    def hand_over(self, filling: Filling, folder: Path) -> Path:
        """Write what was made into a new folder inside folder, all of it or nothing."""
        return hand_over(filling, FolderTray(folder))


def form_room(home: Path, clock: Clock) -> FormRoom:
    """Return what fills in forms; a person's own lie in `own/forms` of the data folder."""
    shelf = FolderShelf(OURS, home / "own" / "forms")
    maker = Maker(shelf, WordForms(), PdfPages(), WebPages(), PdfForms())
    standards = Standards(
        keywords=document_of(OURS / "keywords.schema.json").value,
        layout=document_of(OURS / "layout.schema.json").value,
    )
    clerk = Clerk(shelf, maker, clock)
    return FormRoom(home, clock, clerk, FormChecker(shelf, maker, standards))
