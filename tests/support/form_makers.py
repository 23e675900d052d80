"""Small forms, and the clerk at work on the forms that ship."""

import io
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from pypdf import PdfReader

from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.pdf_forms import PdfForms
from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.adapters.forms.web_pages import WebPages
from librarian.adapters.forms.word_forms import WordForms
from librarian.application.forms.filling import Clerk, Filling, Given
from librarian.application.forms.validating import holds
from librarian.application.forms.writing import Maker
from librarian.bootstrap.forms import OURS
from librarian.domain.forms.defining import form_of
from librarian.domain.forms.form import FormDefinition
from librarian.domain.forms.visibility import Visibility
from tests.support.fakes import FakeClock

SERVICES: Final = ("da", "eh", "eoc", "exp", "fgdm", "ft", "hb", "par", "sb", "sub", "ther", "yc")

ANSWERS: Final[dict[str, Any]] = {
    "services": ["fgdm"],
    "ref": {
        "immediate": "no",
        "name": "Amara Okafor",
        "role": "Social worker, North",
        "contact": "020 7946 0123",
    },
    "child": [{"name": "Mia Rivers", "dob": "2016-05-04", "case": "C-100245"}],
    "need": {"worry": "She does not sleep."},
    "law": {"basis": "public-task", "told": "all", "agree": "yes"},
}


@cache
def a_clerk(*folders: Path) -> Clerk:
    """The clerk over our forms and those in folders."""
    shelf = FolderShelf(OURS, *folders)
    return Clerk(shelf, Maker(shelf, WordForms(), PdfPages(), WebPages(), PdfForms()), FakeClock())


def answers(**changed: Any) -> dict[str, Any]:
    """Answers that are complete, with groups changed."""
    made = deepcopy(ANSWERS)
    for name, value in changed.items():
        made[name] = {**made.get(name, {}), **value} if isinstance(value, dict) else value
    return made


def filled(*services: str, **changed: Any) -> Filling:
    """What comes of filling in the referral."""
    return a_clerk().fill("referral", Given(answers(**changed)), services)


def a_form(schema: Mapping[str, Any], layout: Mapping[str, Any] | None = None) -> FormDefinition:
    """A form of this schema and layout."""
    documents = {"form.json": {"type": "object", **schema}}
    return form_of("test", documents | ({"layout.json": dict(layout)} if layout else {}))


def seen(form: FormDefinition, given: object) -> object:
    """The answers that are left when what is hidden is taken away."""
    return Visibility(form, given, holds).seen()


def text_of(name: str, content: bytes) -> str:
    """What a reader finds in an output."""
    if name.endswith(".docx"):
        with ZipFile(io.BytesIO(content)) as parts:
            return "".join(parts.read(each).decode() for each in parts.namelist() if "xml" in each)
    if name.endswith(".pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return content.decode()
