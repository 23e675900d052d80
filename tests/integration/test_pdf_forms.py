"""A service's own PDF form, filled in; and every PDF can be read out."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from librarian.adapters.forms.pdf_forms import SEE_MORE, THE_REST, UNDRAWN, PdfForms
from librarian.application.forms.filling import Filling
from librarian.bootstrap.forms import OURS
from librarian.domain.errors import LibrarianError
from tests.support.form_makers import filled

TEMPLATE = OURS / "services" / "yc" / "form.pdf"
CHILDREN = [
    {"name": "Zoë \u0141ukasik", "dob": "2016-05-04", "school": "Lime Walk"},
    {"name": "Leo Rivers", "dob": "2018-02-02"},
    {"name": "Ann Rivers", "dob": "2020-02-02"},
]


@cache
def a_referral() -> Filling:
    return filled("yc", child=CHILDREN, yc={"cared": "Mum", "tasks": "Cooks. " * 400})


def boxes(content: bytes) -> dict[str, str]:
    fields = PdfReader(io.BytesIO(content)).get_fields() or {}
    return {name: str(field.get("/V", "")) for name, field in fields.items()}


def output(ending: str) -> bytes:
    [found] = [each for each in a_referral().made if each.name.endswith(ending)]
    return found.content


def test_each_answer_stands_in_its_box_and_the_rest_under_more() -> None:
    # Given three children on a form with boxes for two, and an answer too long for its box
    # When the form is filled in
    found = boxes(output("yc pdf-form.pdf"))

    # Then what has a box is there, with every letter
    assert found["child.0.name"] == "Zoë \u0141ukasik"
    assert found["child.1.dob"] == "2 February 2018"
    assert found["yc.cared"] == "Mum"

    # and nothing else is lost: it stands under More, and its box says so
    assert found["yc.tasks"] == SEE_MORE
    assert found["packet.more"].count("Cooks.") == 400
    assert "Ann Rivers" in found["packet.more"]
    assert UNDRAWN in found["packet.warnings"]


def test_what_is_drawn_is_what_was_answered() -> None:
    # Given a filled-in form, when its pages are read as they are drawn
    pages: Any = PdfReader(io.BytesIO(output("yc pdf-form.pdf"))).pages
    drawn = "".join(
        box["/AP"]["/N"].get_object().get_data().decode("latin-1")
        for page in pages
        for box in (each.get_object() for each in page["/Annots"])
        if "/AP" in box
    )

    # Then the words are there, and what no font has is a question mark
    assert "Zo\xeb ?ukasik" in drawn
    assert "Lime Walk" in drawn


def test_more_than_fits_on_the_form_is_told_there() -> None:
    # Given far more than the form has room for
    filling = filled("yc", need={"worry": "A long story. " * 1400})
    [form] = [each for each in filling.made if each.name.endswith("pdf-form.pdf")]

    # Then the form says where the rest is
    assert boxes(form.content)["packet.more"].endswith(THE_REST)


def changed(name: str, value: Any) -> bytes:
    """Our template with something put into its root."""
    writer = PdfWriter(clone_from=PdfReader(TEMPLATE))
    writer.root_object[NameObject(name)] = value
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_what_a_template_could_do_by_itself_is_taken_out() -> None:
    # Given a template with a script that runs when it is opened
    act = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert(1)"),
        }
    )
    words: dict[str, Any] = {name: {} for name in ("ref", "yc", "need", "voice", "law")}
    given = _words(words)

    # When it is filled in, then the script is gone
    made = PdfForms().render(changed("/OpenAction", act), given)
    assert "/OpenAction" not in PdfReader(io.BytesIO(made)).trailer["/Root"]  # type: ignore[operator]


@pytest.mark.logs_warnings
@pytest.mark.parametrize(
    ("template", "why"),
    [
        (b"no PDF", "no PDF form"),
        (TEMPLATE.read_bytes()[:2000], "no PDF form"),
        (changed("/AcroForm", DictionaryObject()), "everything"),
        (
            changed("/AcroForm", DictionaryObject({NameObject("/XFA"): TextStringObject("x")})),
            "XFA",
        ),
    ],
    ids=["no PDF", "cut off", "no boxes", "XFA"],
)
def test_a_template_that_cannot_be_filled_in_is_refused(template: bytes, why: str) -> None:
    with pytest.raises(LibrarianError, match="check"):
        PdfForms().render(template, {"packet": {}})
    del why


def test_a_box_for_what_the_service_does_not_take_is_refused() -> None:
    # Given words without the answer that a box is for, when it is filled in
    with pytest.raises(LibrarianError, match="does not take"):
        PdfForms().render(TEMPLATE.read_bytes(), {"packet": {"sections": ()}, "ref": {"name": ""}})


@pytest.mark.parametrize("ending", ["yc pdf-form.pdf", "yc summary.pdf", "family.pdf"])
def test_every_pdf_can_be_read_out(ending: str) -> None:
    # Given a PDF that was made
    pages = PdfReader(io.BytesIO(output(ending)))
    root: Any = pages.trailer["/Root"]

    # When its structure is walked as a screen reader does
    kinds = list(_kinds(root["/StructTreeRoot"]["/K"]))

    # Then it has a title, a language, headings, and a header for each table; boxes have names
    assert pages.metadata
    assert pages.metadata.title
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
    assert "H1" in kinds
    assert kinds.count("Table") <= kinds.count("TH")
    widgets = [each.get_object() for page in pages.pages for each in page.get("/Annots", ())]
    assert all(box["/TU"] for box in widgets)
    assert len(widgets) == kinds.count("Form")


def _kinds(node: Any) -> Iterator[str]:
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, list):
        for each in found:
            yield from _kinds(each)
    elif isinstance(found, dict):
        if "/S" in found:
            yield str(found["/S"]).removeprefix("/")
        if "/K" in found:
            yield from _kinds(found["/K"])


def _words(groups: dict[str, Any]) -> dict[str, Any]:
    """Words that have, all blank, every answer our template has a box for."""
    for name in boxes(TEMPLATE.read_bytes()):
        group, *inner = [step for step in name.split(".") if not step.isdigit()]
        if group == "child":
            groups.setdefault("child", [{}])[0][inner[0]] = ""
        elif group != "packet":
            groups[group][inner[0]] = ""
    return {**groups, "packet": {"title": "Form", "sections": ()}}
