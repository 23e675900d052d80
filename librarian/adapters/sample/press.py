"""Turns a page into the bytes of a file in whatever format is wanted."""

from collections.abc import Callable

from librarian.adapters.sample.pages import Page
from librarian.adapters.sample.writers import opened, pictures, plain, sheets, slides, word
from librarian.adapters.sample.writers.printed import Printer, scanned


class Press:
    """All writers, each set up once."""

    def __init__(self) -> None:
        base = word.blank()
        deck = slides.blank()
        self._printer = Printer()
        self._writers: dict[str, Callable[[Page], bytes]] = {
            "docx": lambda page: word.word(page, base, "docx"),
            "docm": lambda page: word.word(page, base, "docm"),
            "dotx": lambda page: word.word(page, base, "dotx"),
            "pptx": lambda page: slides.show(page, deck),
            "xlsx": sheets.workbook,
            "xlsm": lambda page: sheets.workbook(page, macros=True),
            "csv": sheets.comma_separated,
            "odt": opened.text,
            "ods": opened.spreadsheet,
            "odp": opened.presentation,
            "pdf": self._printer.pdf,
            "png": self._printer.picture,
            "jpg": lambda page: pictures.photo(self._printer.picture(page)),
            "rtf": plain.rich,
            "html": plain.html,
            "txt": plain.text,
            "md": plain.markdown,
        }

    def write(self, page: Page, extension: str) -> bytes:
        """Return page as a file of this extension."""
        return self._writers[extension](page)

    def scan(self, page: Page) -> bytes:
        """Return page as a PDF that holds a picture and no text."""
        return scanned(*pictures.shades(self._printer.picture(page)))
