"""Links in Word's fields and Excel's formulas are found, and mended where that is safe."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from indexers.links import links_in, relinked
from librarian.domain.actions import Move
from librarian.domain.planning import Proposal
from tests.support.history_fakes import ActingDesk
from tests.support.plans import look_at, lying

BEGIN = '<w:fldChar w:fldCharType="begin"/>'
REST = '<w:fldChar w:fldCharType="separate"/><w:t>the form</w:t><w:fldChar w:fldCharType="end"/>'


def with_run(inside: str) -> bytes:
    """A Word file whose only paragraph holds this."""
    document = Document()
    paragraph = document.add_paragraph("See ")
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inside}</w:r>"))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def a_field(target: str) -> bytes:
    told = f'<w:instrText xml:space="preserve"> HYPERLINK "{target}" \\o "Tip" </w:instrText>'
    return with_run(f"{BEGIN}{told}{REST}")


def a_field_in_pieces(target: str) -> bytes:
    half = len(target) // 2
    pieces = (f' HYPERLINK "{target[:half]}', f'{target[half:]}" ')
    told = "".join(f"<w:instrText>{each}</w:instrText>" for each in pieces)
    return with_run(f"{BEGIN}{told}{REST}")


def a_simple_field(target: str) -> bytes:
    document = Document()
    told = f"HYPERLINK &quot;{target}&quot;"
    simple = f'<w:fldSimple {nsdecls("w")} w:instr="{told}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    document.add_paragraph("See ")._p.append(parse_xml(simple))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def a_formula(target: str) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", f'=IF(B1>0,HYPERLINK("{target}","Q&A"),"")')
        sheet.write_formula("A2", '=HYPERLINK("Forms/"&B2)')
        sheet.write_formula("A3", "=SUM(B1:B9)")
    return made.getvalue()


@pytest.mark.parametrize(
    ("make", "kind", "name"),
    [
        (a_field, "docx", "Forms/a.txt"),
        (a_simple_field, "docx", "Forms/a & b.txt"),
        (a_formula, "xlsx", "Forms/a.txt"),
    ],
)
def test_a_link_that_is_worked_out_is_mended(
    make: Callable[[str], bytes], kind: str, name: str
) -> None:
    # Given a document with one
    data = make(name.replace("&", "&amp;") if kind == "docx" else name)

    # When it is written otherwise, and back
    other = relinked(data, kind, {name: 'New/The "form" & more.txt'})
    assert other is not None
    back = relinked(other, kind, {'New/The "form" & more.txt': name})

    # Then that link alone is another, and the document is what it was again
    assert links_in(data, kind) == (name,)
    assert links_in(other, kind) == ('New/The "form" & more.txt',)
    assert back is not None
    assert links_in(back, kind) == (name,)


def test_a_windows_path_in_a_field_keeps_its_way_of_writing() -> None:
    # Given a field with a path by a drive letter, whose backslashes stand twice
    data = a_field("S:\\\\Team\\\\Forms\\\\a.txt")

    # When its link is written otherwise
    other = relinked(data, "docx", {"S:\\Team\\Forms\\a.txt": "S:\\Team\\New\\a.txt"})

    # Then it is read as it is meant, before and after
    assert links_in(data, "docx") == ("S:\\Team\\Forms\\a.txt",)
    assert other is not None
    assert links_in(other, "docx") == ("S:\\Team\\New\\a.txt",)


def test_a_field_in_pieces_is_found_and_left_to_a_person() -> None:
    # Given a field that is spread over two runs
    data = a_field_in_pieces("Forms/a.txt")

    # When its link is to be written otherwise, then it is known and not touched
    assert links_in(data, "docx") == ("Forms/a.txt",)
    assert relinked(data, "docx", {"Forms/a.txt": "New/a.txt"}) is None


def test_a_plan_mends_a_formula_and_tells_of_a_field_in_pieces(tmp_path: Path) -> None:
    # Given a form to which a formula and a field in pieces lead
    desk = ActingDesk(tmp_path / "drive")
    desk.put("Forms/a.txt", "the form")
    (desk.root / "List.xlsx").write_bytes(a_formula("Forms/a.txt"))
    (desk.root / "Guide.docx").write_bytes(a_field_in_pieces("Forms/a.txt"))
    look_at(desk)
    before = lying(desk)

    # When the form moves, and comes back
    plan = desk.planner.plan([Proposal(Move("Forms/a.txt", "New/a.txt"))])
    made = desk.contractor.apply(plan)
    formula = links_in((desk.root / "List.xlsx").read_bytes(), "xlsx")
    desk.contractor.undo(made.entry)

    # Then the formula led there meanwhile, and a person was told of the field
    assert formula == ("New/a.txt",)
    assert [each.path for each in plan.conflicts] == ["Guide.docx"]
    assert lying(desk) == before
