"""PDF files by typst: words go in as JSON, never as markup; and scans, which hold no text."""

import json
import zlib

import typst

from librarian.adapters.sample.pages import Form, Page, groups
from librarian.adapters.sample.papers import content
from librarian.adapters.sample.writers.word import ticked


class Printer:
    """A typst compiler that is started once."""

    def __init__(self) -> None:
        self._compiler = typst.Compiler(ignore_system_fonts=True)
        self._template = content("print.typ").encode()

    def pdf(self, page: Page) -> bytes:
        """Return page as a PDF."""
        return self._compile(page, "pdf")

    def picture(self, page: Page) -> bytes:
        """Return the first sheet of page as a picture, as a scanner would."""
        return self._compile(page, "png")

    def _compile(self, page: Page, kind: str) -> bytes:
        made = self._compiler.compile(
            self._template,
            format="pdf" if kind == "pdf" else "png",
            ppi=72,
            sys_inputs={"page": json.dumps(_plain(page))},
            timestamp=int(page.modified.timestamp()) if page.modified else 0,
            pdf_tags=False,
        )
        if isinstance(made, list):
            return made[0]
        assert made is not None  # noqa: S101 - without an output path there are always bytes
        return made


def _plain(page: Page) -> dict[str, object]:
    return {
        "title": page.title,
        "author": page.author,
        "header": page.header,
        "footer": page.footer,
        "groups": [
            {
                "form": form.value,
                "parts": [
                    {
                        "text": ticked(part) if form is Form.CHOICE else part.text,
                        "cells": list(part.cells),
                    }
                    for part in parts
                ],
            }
            for form, parts in groups(page.parts)
        ],
    }


def scanned(shades: bytes, width: int, height: int) -> bytes:
    """Return a PDF of one page that is nothing but a grey picture."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources 6 0 R>>",
        _stream(
            f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
            "/ColorSpace/DeviceGray/BitsPerComponent 8",
            shades,
        ),
        _stream("", b"q 595 0 0 842 0 0 cm /Scan Do Q"),
        b"<</XObject<</Scan 4 0 R>>>>",
    )
    body = b"%PDF-1.4\n"
    places = []
    for number, data in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj" % number + data + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return body + head + table + tail % (len(objects) + 1, len(body))


def _stream(dictionary: str, data: bytes) -> bytes:
    packed = zlib.compress(data)
    head = f"<<{dictionary}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode()
    return head + packed + b"\nendstream "
