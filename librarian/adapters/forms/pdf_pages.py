"""Makes tagged PDF pages (PDF/UA-1) with typst; answers go in as JSON, never as markup.

Templates cannot read files: they are compiled in a folder of their own with nothing else in it.
An accessible PDF may hold no letter that cannot be drawn. Scripts for which this computer has no
font become question marks there, and the page says so; the Word form has every letter.
"""

import json
import re
import unicodedata
from base64 import b64decode
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from librarian.domain.errors import LibrarianError
from librarian.domain.forms.formats import is_picture

UNDRAWN: Final = "Some letters could not be drawn here and are shown as ?. The Word form has them."
_MOST_SCRIPTS: Final = 60
_UNDRAWABLE: Final = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


class PdfPages:
    """Renders typst templates, which find their words in `sys.inputs.words` as JSON."""

    def render(self, template: bytes, words: Mapping[str, object]) -> bytes:
        """The PDF. Raises LibrarianError where the template is not in order."""
        for _ in range(_MOST_SCRIPTS):
            try:
                return self._compiled(template, words)
            except typst.TypstError as error:
                undrawn = _UNDRAWABLE.search(str(error))
                if not undrawn:
                    raise _refused() from error
                letters = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), undrawn[1])
                words = _noted(_without(words, frozenset(map(script_of, letters))))
        raise _refused()

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=True)

    def _compiled(self, template: bytes, words: Mapping[str, object]) -> bytes:
        with TemporaryDirectory(prefix="librarian-pdf-") as folder:
            page = Path(folder) / "page.typ"
            page.write_bytes(template)
            return typst.compile(
                page,
                root=Path(folder),
                font_paths=self._fonts,
                format="pdf",
                sys_inputs={"words": json.dumps(_with_pictures(words))},
                pdf_standards="ua-1",
                package_path=folder,
                package_cache_path=folder,
            )


def script_of(letter: str) -> str:
    """Return what letters of one script share: the first word of their names, or their kind."""
    kind = unicodedata.category(letter)
    if kind[0] in "LMN":
        return unicodedata.name(letter, kind).split(maxsplit=1)[0]
    return kind if kind in ("So", "Sk", "Co", "Cn", "Cf") else letter


def _with_pictures(value: object) -> object:
    """Words in which each picture is the list of its bytes, which is all that typst can draw."""
    if isinstance(value, str) and is_picture(value):
        return {"bytes": list(b64decode(value.partition(",")[2]))}
    if isinstance(value, Mapping):
        return {name: _with_pictures(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with_pictures(each) for each in value]
    return value


def _without(value: object, scripts: frozenset[str]) -> object:
    if isinstance(value, str):
        return _drawn(value, scripts)
    if isinstance(value, Mapping):
        return {name: _without(each, scripts) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without(each, scripts) for each in value]
    return value


def _drawn(text: str, scripts: frozenset[str]) -> str:
    """Text with question marks for letters of these scripts, and no marks left on top of those."""
    drawn: list[str] = []
    for letter in text:
        if script_of(letter) in scripts:
            drawn.append("?")
        elif not (drawn and drawn[-1] == "?" and _may_ride(letter)):
            drawn.append(letter)
    return "".join(drawn)


def _may_ride(letter: str) -> bool:
    """Whether a letter may be a mark on the one before; what Python does not know yet may be."""
    return unicodedata.category(letter)[0] in "MC" and letter not in "\n\t"


def _noted(words: object) -> dict[str, object]:
    """Words that say that some letters could not be drawn."""
    known = dict(words) if isinstance(words, Mapping) else {}
    packet = known.get("packet")
    told = dict(packet) if isinstance(packet, Mapping) else {}
    warnings = told.get("warnings")
    others = [each for each in warnings if each != UNDRAWN] if isinstance(warnings, list) else []
    return {**known, "packet": {**told, "warnings": [*others, UNDRAWN]}}


def _refused() -> LibrarianError:
    return LibrarianError(
        "A page of a form cannot be printed: its template is not right.",
        "Have it put right; “librarian forms check” shows where.",
    )
