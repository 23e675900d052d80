"""Twelve packets made by the clerk, against bare typst, docxtpl and pypdf on the same templates."""

import argparse
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final

import typst
from docxtpl import DocxTemplate
from pypdf import PdfReader, PdfWriter

from benchmarks.figures import Figure, seconds
from librarian.adapters.clock import SystemClock
from librarian.adapters.forms.folders import FolderShelf
from librarian.application.forms.filling import Given
from librarian.application.forms.validating import holds
from librarian.application.forms.writing import Packet, words
from librarian.bootstrap.forms import OURS, form_room
from librarian.domain.forms.form import FormDefinition, Kind, Output, Service
from librarian.domain.forms.referral import combined, outputs_for
from librarian.domain.forms.taking import cut

Bare = Callable[[], object]

LIMIT: Final = 1.5
"""Whole packets may take half as long again as their renderers alone: the cutting is ours."""
_CHILDREN: Final = 3
_ANSWERS: Final[Mapping[str, object]] = {
    "ref": {
        "immediate": "no",
        "name": "Amara Okafor",
        "role": "Social worker",
        "contact": "020 7946 0123",
    },
    "child": [
        {"name": f"Child {number}", "dob": "2016-05-04", "case": f"C-10024{number}"}
        for number in range(_CHILDREN)
    ],
    "need": {"worry": "She does not sleep, and is late for school. " * 20},
    "law": {"basis": "public-task", "told": "all", "agree": "yes"},
}


def measure(folder: Path, _: argparse.Namespace) -> Sequence[Figure]:
    """All packets at once, and the sum of what makes their files."""
    clerk = form_room(folder, SystemClock()).clerk
    whole = clerk.form("referral")
    services = tuple(whole.services)
    names = [service.id for service in services]
    given = Given(_ANSWERS)
    bare = [
        work for service in services for work in _bare(whole, service, folder / service.id)
    ] + _own(whole, services, folder / "own")
    made = clerk.fill("referral", given, names)
    if not made.ok:
        raise ValueError([problem.what for problem in made.problems])
    ours = seconds(partial(clerk.fill, "referral", given, names))
    theirs = seconds(lambda: [work() for work in bare])
    return (
        Figure(
            name=f"{len(services)} packets, checked and made",
            value=ours * 1000,
            unit="ms",
            against=f"bare typst, docxtpl and pypdf {theirs * 1000:,.0f} ms",
            ratio=ours / theirs,
            to_reach=f"≤ {LIMIT:g} ×",
            reached=ours / theirs <= LIMIT,
        ),
    )


def _bare(form: FormDefinition, service: Service, place: Path) -> list[Bare]:
    joined = combined(form, (service,))
    outputs = outputs_for(joined, service)
    return _works(joined, outputs, service.id, place)


def _own(form: FormDefinition, services: Sequence[Service], place: Path) -> list[Bare]:
    return _works(combined(form, services), form.outputs, "", place)


def _works(
    form: FormDefinition, outputs: Sequence[Output], service: str, place: Path
) -> list[Bare]:
    found: list[Bare] = []
    for output in outputs:
        part = cut(form, output, _ANSWERS, holds, service)
        told = words(form, output, part, Packet(service, "C-1", date(2026, 3, 2)))
        if output.kind in _WORKS:
            template = FolderShelf(OURS).template(output)
            found.append(partial(_WORKS[output.kind], template, told, place / output.id))
    return found


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True)


def _typst(template: bytes, told: Mapping[str, object], place: Path) -> object:
    place.mkdir(parents=True, exist_ok=True)
    (place / "page.typ").write_bytes(template)
    return typst.compile(
        place / "page.typ",
        root=place,
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"words": json.dumps(told)},
        pdf_standards="ua-1",
    )


def _word(template: bytes, told: Mapping[str, object], _: Path) -> object:
    form = DocxTemplate(io.BytesIO(template))
    form.render(dict(told), autoescape=True)
    target = io.BytesIO()
    form.save(target)
    return target


def _boxes(template: bytes, told: Mapping[str, object], _: Path) -> object:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(template)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {"need.worry": str(told)[:900]})
    target = io.BytesIO()
    writer.write(target)
    return target


_WORKS: Final = {Kind.PDF: _typst, Kind.WORD: _word, Kind.PDF_FORM: _boxes}
