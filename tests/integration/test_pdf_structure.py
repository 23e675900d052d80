"""Every PDF that is made, looked at by the library that draws it for readers: nothing is untagged.

No checker of PDF/UA is at hand on every machine; so what such a checker asks of the structure is
asked here of PDFium, which neither makes the pages nor is the library that the other tests use.
"""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.application.forms.experience import Count, review_words
from librarian.application.forms.experience import Page as Month
from librarian.application.forms.filling import Given
from librarian.application.minutes.issuing import RECORD
from librarian.application.minutes.ports import Meeting
from librarian.bootstrap.forms import OURS
from tests.support.form_makers import a_clerk
from tests.support.minute_makers import CASE, FIRST, a_room
from tests.support.pdf_trees import Page, pages_of
from tests.support.team_forms import TEAM_FORMS, answers_to

_LEVELS = {"H1": 1, "H2": 2, "H3": 3}


def minutes(folder: Path) -> list[bytes]:
    """The minutes, the page of actions and the paper of a pack."""
    room, meeting = a_room(folder), Meeting("m0", CASE, FIRST)
    made = room.issuer.copy_for(meeting, RECORD).made
    return [*(m.content for m in made if m.name.endswith(".pdf")), room.desk.paper(meeting)]


def team_forms(_: Path) -> list[bytes]:
    """Every page of the team's own forms, the charter among them."""
    filled = (a_clerk().fill(name, Given(answers_to(name))) for name in TEAM_FORMS)
    return [m.content for each in filled for m in each.made if m.name.endswith(".pdf")]


def month(_: Path) -> list[bytes]:
    """The team's one page of what meetings brought."""
    page = Month(3, (Count("Were you needed?", (("Yes", 1), ("No", 2))),), ("Send the papers.",))
    template = (OURS / "experience-log" / "review.typ").read_bytes()
    return [PdfPages().render(template, review_words("2026-05", page))]


@pytest.mark.parametrize("made", [minutes, team_forms, month])
def test_whatever_is_drawn_stands_in_the_tree(
    tmp_path: Path, made: Callable[[Path], list[bytes]]
) -> None:
    # Given the PDFs of one kind, when each page is walked
    found = made(tmp_path)
    assert found
    for pages in map(pages_of, found):
        for page in pages:
            marked = Counter(number for each in page.elements() for number in each.marked)

            # Then each thing on it is in the tree, or is decoration; of a single page, once
            untold = [one for one, is_artifact in page.drawn if not is_artifact and not marked[one]]
            assert untold == []
            if len(pages) == 1:  # what goes on overleaf is counted with each page
                assert set(marked.values()) <= {1}

        # and headings leave out no level, tables have header cells, pictures have words
        levels = [_LEVELS[e.kind] for page in pages for e in page.elements() if e.kind in _LEVELS]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all(has_header_cells(page, overleaf=bool(at)) for at, page in enumerate(pages))
        assert all(e.alt for page in pages for e in page.elements() if e.kind == "Figure")


def has_header_cells(page: Page, *, overleaf: bool) -> bool:
    """Whether every table of a page has header cells; the first may have begun on the last page."""
    tables = [each for each in page.elements() if each.kind == "Table"][1 if overleaf else 0 :]
    return all("TH" in {inside.kind for inside in table.walk()} for table in tables)
