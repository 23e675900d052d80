"""Makes tagged PDF pages (PDF/UA-1) with typst; answers go in as JSON, never as markup.

Templates cannot read files: they are compiled in a folder of their own with nothing else in it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from librarian.domain.errors import LibrarianError


class PdfPages:
    """Renders typst templates, which find their words in `sys.inputs.words` as JSON."""

    def render(self, template: bytes, words: Mapping[str, object]) -> bytes:
        """The PDF. Raises LibrarianError where the template is not in order."""
        with TemporaryDirectory(prefix="librarian-pdf-") as folder:
            page = Path(folder) / "page.typ"
            page.write_bytes(template)
            try:
                return typst.compile(
                    page,
                    root=Path(folder),
                    format="pdf",
                    ignore_system_fonts=True,
                    sys_inputs={"words": json.dumps(words)},
                    pdf_standards="ua-1",
                    package_path=folder,
                    package_cache_path=folder,
                )
            except typst.TypstError as error:
                raise LibrarianError(
                    "The page of a form cannot be printed: its template is not right.",
                    "Have it put right; “librarian forms check” shows where.",
                ) from error
