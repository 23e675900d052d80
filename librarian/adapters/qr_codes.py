"""Codes that a phone's camera opens, drawn here: no address leaves this computer."""

import io

import segno
from segno.encoder import DataOverflowError

from librarian.domain.errors import LibrarianError


def code_as_svg(link: str) -> bytes:
    """Return the code of a link as a drawing that stays sharp at any size."""
    try:
        code = segno.make(link, error="m", micro=False)
    except DataOverflowError as error:
        raise LibrarianError(
            "This address is too long for a code.", "Use a shorter one."
        ) from error
    drawing = io.BytesIO()
    code.save(drawing, kind="svg", border=2, svgns=True, xmldecl=False, light="#ffffff")
    return drawing.getvalue()
