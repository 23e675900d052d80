"""Word and PDF outputs: complete, accessible, one page where promised, and answers stay words."""

import io
import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader

from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.pdf_pages import UNDRAWN, PdfPages
from librarian.adapters.forms.word_forms import WordForms
from librarian.application.forms.validating import holds
from librarian.application.forms.writing import Packet, words
from librarian.bootstrap.forms import OURS
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import Kind
from librarian.domain.forms.referral import combined, outputs_for
from librarian.domain.forms.taking import cut
from librarian.domain.forms.visibility import put, rows_of_question
from librarian.domain.forms.wording import squeezed
from tests.support.fakes import FakeClock
from tests.support.form_makers import SERVICES, answers, filled, text_of

ATTACKS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% for x in range(9) %}x{% endfor %}{%tr endfor %}",
    "{_{ 7*7 }_} {{7*7}} {# gone #}",
    '#import "@preview/x:1.0.0": * #read("/etc/passwd") $x$ *b* = h // c',
    "</w:t></w:r></w:p><w:p><w:r><w:t>second",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;&amp;&#65; ]]>',
    '=HYPERLINK("http://x","y")\t+1-1@SUM(A1)',
    "'; DROP TABLE cases; -- \\ \" ' ` %s %(x)s ${HOME} $(id)",
    "a\x00b\x0bc\x1bd\r\ne\u2028f\u202eg\ufffeh\ud800i",
    "\u1206\U0001b8c5\u1ab2\u1a65\u1ad2 \ue000 \U0001f468\u200d\U0001f469 \u0627\u0644",
)


@pytest.mark.parametrize("service", SERVICES)
def test_a_services_word_form_shows_every_answer_it_takes(service: str) -> None:
    # Given a word of its own for every question of a service
    whole = FolderShelf(OURS).load("referral")
    [chosen] = [each for each in whole.services if each.id == service]
    form = combined(whole, (chosen,))
    [output] = [each for each in outputs_for(form, chosen) if each.kind is Kind.WORD]
    given: dict[str, object] = {}
    for number, question in enumerate(form.questions):
        for spot in rows_of_question(question, {}):
            put(given, spot, f"answer{number}x")

    # When its form is filled in
    part = cut(form, output, given, holds, service)
    packet = Packet(chosen.name, "C-1", FakeClock().now().date())
    made = WordForms().render(FolderShelf(OURS).template(output), words(form, output, part, packet))

    # Then every word that it takes stands in it, and the file is one that Word reads
    text = text_of("x.docx", made)
    taken = set(re.findall(r"answer\d+x", json.dumps(part.answers)))
    assert [each for each in taken if each not in text] == []
    assert docx.Document(io.BytesIO(made)).tables


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_is_answered_stays_words(attack: str) -> None:
    # Given an answer that would be an instruction somewhere
    # When it is in every kind of output
    filling = filled("fgdm", need={"worry": attack}, ref={"name": attack[:200]})

    # Then every file can be read, holds the words as they are, and no other
    assert filling.ok, filling.problems
    wanted = squeezed(attack)
    for each in filling.made:
        text = text_of(each.name, each.content)
        assert "root:" not in text
        assert "49" not in squeezed(text) or "49" in wanted or each.name.endswith(".docx")
        if each.name.endswith(".json"):
            assert squeezed(json.loads(text)["answers"]["need"]["worry"]) == wanted
        if each.name.endswith(".docx"):
            said = docx.Document(io.BytesIO(each.content))
            cells = [cell.text for table in said.tables for row in table.rows for cell in row.cells]
            assert any(squeezed(cell) == wanted for cell in cells)
        if each.name.endswith(".txt"):
            assert wanted in squeezed(text)


@pytest.mark.parametrize("service", ["fgdm", "da"])
def test_a_summary_is_one_accessible_page_however_much_there_is_to_say(service: str) -> None:
    # Given long answers about many children
    child = {"name": "A very long name " * 10, "dob": "2016-05-04", "language": "words " * 80}
    filling = filled(
        service,
        child=[child] * 12,
        need={"worry": "One line\n" * 2000},
        ref={"contact": "x" * 300, "why_now": "y" * 2000},
        risk={"any": "yes", "staff": "Long " * 390},
    )

    # When its summary is made
    [summary] = [each for each in filling.made if each.name.endswith("summary.pdf")]

    # Then it is one page, tagged, in English, with a title
    pages = PdfReader(io.BytesIO(summary.content))
    assert len(pages.pages) == 1
    root: Any = pages.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith("en")
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in summary.content
    assert pages.metadata
    assert pages.metadata.title


def test_letters_that_cannot_be_drawn_are_told_on_the_page_and_are_in_the_word_form() -> None:
    # Given a name in a script that hardly any computer can draw
    name = "Mia \N{CUNEIFORM SIGN A}\N{CUNEIFORM SIGN A2} \N{SOGDIAN LETTER ALEPH}"
    filling = filled("fgdm", child=[{"name": name, "dob": "2016-05-04"}])

    # When the packet is made
    files = {each.name.split()[-1]: each for each in filling.made if each.reader == "fgdm"}

    # Then the page says what it lacks; the Word form has it
    assert UNDRAWN in " ".join(text_of("x.pdf", files["summary.pdf"].content).split())
    assert name in text_of("x.docx", files["form.docx"].content)


def test_five_megabytes_in_a_box_are_refused_in_words() -> None:
    # Given what somebody pasted by mistake
    filling = filled("fgdm", need={"worry": "word " * 1_000_000})

    # Then the form says how much it is, and how much may be
    [problem] = [each for each in filling.problems if each.stops]
    assert "5,000,000" in problem.what
    assert "20,000" in problem.remedy


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ ref.__init__.__globals__ }}",
        "{{ secret }}",
        "{{ ref.secret }}",
        "{% if %}",
        "{{ ref.update({'name': 'x'}) }}",
        "{{ 'a' * 1 | attr('__class__') }}",
    ],
)
def test_a_word_template_gets_at_nothing_but_its_words(tag: str) -> None:
    # Given a template that asks for more than it is given
    template, target = docx.Document(), io.BytesIO()
    template.add_paragraph(tag)
    template.save(target)

    # When it is filled in, then it is refused with what to do
    with pytest.raises(LibrarianError, match="check"):
        WordForms().render(target.getvalue(), {"ref": {"name": "x"}})


@pytest.mark.parametrize(
    "source",
    ['#read("/etc/passwd")', '#read("../x")', "#nonsense(", '#import "@preview/a:1.0.0": b'],
)
def test_a_page_template_reads_no_file_and_fetches_nothing(source: str) -> None:
    # Given a template that reaches out, when it is printed, then it is refused
    with pytest.raises(LibrarianError, match="printed"):
        PdfPages().render(f'#set document(title: "x")\n{source}'.encode(), {})


def test_a_file_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(LibrarianError, match="Word"):
        WordForms().render(b"no zip", {})


def test_a_packet_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    # Given a folder where a file is in the way
    from librarian.adapters.forms.packets import FolderTray  # noqa: PLC0415 - only here

    tray = FolderTray(tmp_path / "out")
    (tmp_path / "out").write_text("a file", "utf-8")

    # When a packet is put there, then it is refused and nothing is left behind
    with pytest.raises(LibrarianError, match="Nothing was written"):
        tray.put("C-1 2026", {"a/b.txt": b"x"})
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_second_packet_of_a_day_lies_beside_the_first(tmp_path: Path) -> None:
    # Given a packet, when another of the same name comes, then both are there
    from librarian.adapters.forms.packets import FolderTray  # noqa: PLC0415 - only here

    first = FolderTray(tmp_path).put("C-1", {"a.txt": b"1"})
    second = FolderTray(tmp_path).put("C-1", {"a.txt": b"2"})
    assert (first / "a.txt").read_bytes() == b"1"
    assert second.name == "C-1 (2)"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["C-1", "C-1 (2)"]


def test_the_word_forms_that_ship_are_small_and_hold_no_name_of_their_maker() -> None:
    # Given our templates, when they are opened, then none is large or tells who made it
    for path in OURS.glob("services/*/form.docx"):
        assert path.stat().st_size < 80_000
        with ZipFile(path) as parts:
            assert b"python-docx" not in parts.read("docProps/core.xml")


def test_answers_are_not_changed_by_filling_them_in() -> None:
    # Given answers, when they are filled in twice, then the same comes of them
    given = answers()
    assert [each.fields for each in filled("par").made] == [
        each.fields for each in filled("par").made
    ]
    assert given == answers()
