"""Version numbers in names have one form: v0.1 and v1.1 DRAFT for drafts, v1.0 once approved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding, Severity
from librarian.domain.name_marks import read_name
from librarian.domain.paths import stem_of
from librarian.domain.principles import Principle

CODE: Final = "LAB01"
_LABELLED: Final = re.compile(r" v\d{1,4}\.\d{1,4}(?: DRAFT)?$")


@dataclass(frozen=True, slots=True)
class Terms:
    """Whether the word DRAFT may stand without a number."""

    allow_draft_alone: Annotated[bool, "The word DRAFT may stand without a number"] = False


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each name with a version that is not written in our form."""
    for file in view.files:
        if not file.is_present or _LABELLED.search(stem_of(file.path)):
            continue
        said = read_name(file.path)
        alone = said.is_draft and not said.version
        if said.version or (alone and not terms.allow_draft_alone):
            yield Finding(
                CODE,
                file.path,
                "label",
                "Its version is not written as we write it, such as v1.0 or v1.1 DRAFT.",
                Severity.LOW,
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="One way to write versions",
    wording="Versions are written v0.1 for a first draft, v1.0 once confirmed, v1.1 for a small"
    " change, v1.1 DRAFT while it is being written.",
    why="“Version 2”, “v2 new” and “2b” cannot be put in order. Numbers written one way can.",
    remedy="Put the draft forward in Librarian: it gives the number. Or rename the file.",
    terms=Terms,
    check=check,
    by_machine=False,
)
