"""A plan finds the links that it would break, mends them byte for byte, and takes that back too."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from indexers.links import links_in, relinked
from librarian.domain.actions import Move, SetAside
from librarian.domain.planning import Proposal
from librarian.domain.plans import ChangeKind, Plan
from tests.support.history_fakes import ActingDesk
from tests.support.plans import look_at, lying

URL = "[InternetShortcut]\r\nURL=file:///S:/Team/Forms/a.txt\r\nIconIndex=0\r\n"


def a_word_file(*links: str) -> bytes:
    document = Document()
    document.add_paragraph("See the form.")
    for each in links:
        document.part.relate_to(each, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.fixture
def desk(tmp_path: Path) -> ActingDesk:
    """A form, a Word file and a shortcut that lead to it, and a filled-in one that does too."""
    made = ActingDesk(tmp_path / "drive")
    made.put("Forms/a.txt", "the form")
    made.put("Copies/a.txt", "the form")
    (made.root / "Guide.docx").write_bytes(a_word_file("Forms/a.txt", "https://example.org"))
    (made.root / "Form.url").write_text(URL, "utf-8", newline="")
    made.put("filled.url", f"PERSONAL\n{URL}")
    look_at(made)
    return made


def planned(desk: ActingDesk) -> Plan:
    return desk.planner.plan([Proposal(Move("Forms/a.txt", "New/A form.txt"))])


def test_links_to_a_moved_file_are_mended_and_that_is_undone(desk: ActingDesk) -> None:
    # Given a plan that moves a form to which files lead
    before = lying(desk)
    plan = planned(desk)

    # When it is made and taken back
    made = desk.contractor.apply(plan)
    mended = links_in((desk.root / "Guide.docx").read_bytes(), "docx")
    shortcut = (desk.root / "Form.url").read_bytes()
    undone = desk.contractor.undo(made.entry)

    # Then links were mended, the filled-in file was told and left, and all is as it was
    assert [each.kind for each in plan.changes].count(ChangeKind.RELINK) == 2
    assert [(each.path, each.kind) for each in plan.conflicts] == [("filled.url", "link")]
    assert (made.done, made.failed, undone.done, undone.failed) == (3, (), 3, ())
    assert mended == ("New/A%20form.txt", "https://example.org")
    assert shortcut == URL.replace("Forms/a.txt", "New/A%20form.txt").encode()
    assert lying(desk) == before


def test_links_to_a_copy_lead_to_the_one_that_stays(desk: ActingDesk) -> None:
    # Given a copy with a link to it
    (desk.root / "Guide.docx").write_bytes(a_word_file("Copies/a.txt"))
    look_at(desk)
    plan = desk.planner.plan([Proposal(SetAside("Copies/a.txt", "Forms/a.txt"))])

    # When it is set aside
    desk.contractor.apply(plan)

    # Then the link leads to the form itself
    assert links_in((desk.root / "Guide.docx").read_bytes(), "docx") == ("Forms/a.txt",)


def test_a_document_that_is_looked_after_is_told_and_left(desk: ActingDesk) -> None:
    # Given a confirmed guide with a link
    desk.publisher.approve("Guide.docx")
    before = (desk.root / "Guide.docx").read_bytes()

    # When what it leads to is moved
    plan = planned(desk)
    desk.contractor.apply(plan)

    # Then its bytes are the confirmed ones, and somebody is told
    assert (desk.root / "Guide.docx").read_bytes() == before
    assert "Guide.docx" in [each.path for each in plan.conflicts]


def test_every_other_part_of_a_word_file_stays_the_same_bytes() -> None:
    # Given a Word file with a link
    data = a_word_file("a.docx")

    # When the link is written otherwise, then as before
    other = relinked(data, "docx", {"a.docx": "b & c.docx"})
    assert other is not None
    back = relinked(other, "docx", {"b & c.docx": "a.docx"})

    # Then all other parts lie there as they did, packed the same, and Word's own reader opens it
    assert back is not None
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(io.BytesIO(other)) as two:
        differing = [
            name for name in one.namelist() if one.getinfo(name).CRC != two.getinfo(name).CRC
        ]
    assert differing == ["word/_rels/document.xml.rels"]
    assert links_in(back, "docx") == ("a.docx",)
    Document(io.BytesIO(other))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not a zip", b"\x4c\0\0\0" + b"\xff" * 200])
def test_what_is_broken_has_no_links(data: bytes) -> None:
    # Given bytes that only look like a document
    # When links are looked for, and are to be mended
    found = [links_in(data, kind) for kind in ("docx", "lnk", "url")]

    # Then there are none, and nothing is rewritten
    assert found[0] == ()
    assert relinked(data, "docx", {"a": "b"}) is None
