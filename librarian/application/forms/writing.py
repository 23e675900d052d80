"""Makes one output from what was cut for it; nothing else of the answers comes this far."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from librarian.application.forms.ports import FormShelf, Renderer
from librarian.domain.forms.form import FormDefinition, Kind, Output
from librarian.domain.forms.sections import in_words, sections
from librarian.domain.forms.taking import Cut
from librarian.domain.forms.wording import before_answer, in_day

EXTENSIONS: Final = {
    Kind.WORD: "docx",
    Kind.PDF: "pdf",
    Kind.PDF_FORM: "pdf",
    Kind.JSON: "json",
    Kind.TEXT: "txt",
    Kind.PAGE: "html",
}


@dataclass(frozen=True, slots=True)
class Packet:
    """What every output of a packet says of itself: for whom, which case, when it was made."""

    reader: str
    case: str
    made: date


class Maker:
    """Turns what was cut for an output into the bytes of its file."""

    def __init__(
        self,
        shelf: FormShelf,
        word: Renderer,
        pdf: Renderer,
        page: Renderer | None = None,
        boxes: Renderer | None = None,
    ) -> None:
        self._shelf = shelf
        renderers = {Kind.WORD: word, Kind.PDF: pdf, Kind.PAGE: page, Kind.PDF_FORM: boxes}
        self._renderers = {kind: made for kind, made in renderers.items() if made}

    def make(self, form: FormDefinition, output: Output, part: Cut, packet: Packet) -> bytes:
        """Return the file. Raises LibrarianError where its template is not in order."""
        if output.kind is Kind.JSON:
            return _as_json(form, part, packet)
        if output.kind is Kind.TEXT:
            return _as_text(form, output, part, packet)
        template = self._shelf.template(output)
        return self._renderers[output.kind].render(template, words(form, output, part, packet))


def words(form: FormDefinition, output: Output, part: Cut, packet: Packet) -> dict[str, object]:
    """Return all that a template of this output can get at."""
    return {
        **in_words(form, part.answers),
        "packet": {
            "title": output.title,
            "form": form.title,
            "version": form.version,
            "reader": packet.reader,
            "case": packet.case,
            "made": in_day(packet.made),
            "warnings": list(part.warnings),
            "sections": [asdict(section) for section in sections(form, part.answers)],
        },
    }


def _as_json(form: FormDefinition, part: Cut, packet: Packet) -> bytes:
    document: Mapping[str, object] = {
        "form": form.id,
        "version": form.version,
        "for": packet.reader,
        "case": packet.case,
        "made": packet.made.isoformat(),
        "warnings": list(part.warnings),
        "fields": list(part.fields),
        "answers": part.answers,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _as_text(form: FormDefinition, output: Output, part: Cut, packet: Packet) -> bytes:
    lines = [output.title, f"{form.title}, {in_day(packet.made)}", *part.warnings]
    for section in sections(form, part.answers):
        lines += ["", section.title.upper()]
        row = 0
        for entry in section.entries:
            if entry.row != row and entry.row:
                lines.append(f"({entry.row})")
            row = entry.row
            lines.append(f"{before_answer(entry.question)} {entry.answer}")
    return ("\n".join(lines) + "\n").encode()
