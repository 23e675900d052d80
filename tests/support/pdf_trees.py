"""A PDF's structure as PDFium reads it: the tree of each page, and what is drawn on it."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_ROOM = 2048


@dataclass
class Element:
    """One element of a page's tree."""

    kind: str
    alt: str
    marked: tuple[int, ...]
    inside: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """It and everything in it, in reading order."""
        yield self
        for each in self.inside:
            yield from each.walk()


@dataclass
class Page:
    """One page: the top of its tree, and how each thing drawn on it is marked."""

    tops: list[Element]
    drawn: list[tuple[int, bool]]
    """Of each object: the number by which the tree knows it (-1: none), and if it is decoration."""

    def elements(self) -> Iterator[Element]:
        """Every element of the page, in reading order."""
        for each in self.tops:
            yield from each.walk()


def pages_of(content: bytes) -> list[Page]:
    """Return every page of a PDF."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [_page(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _page(page: Any) -> Page:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    found = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(count)]
    tops = [_element(each) for each in found if each]
    pdfium.FPDF_StructTree_Close(tree)
    drawn = [
        (pdfium.FPDFPageObj_GetMarkedContentID(each.raw), _is_artifact(each.raw))
        for each in page.get_objects(max_depth=1)
    ]
    return Page(tops, drawn)


def _element(raw: Any) -> Element:
    count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(raw)
    marked = [pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(raw, at) for at in range(count)]
    made = Element(
        kind=_text(pdfium.FPDF_StructElement_GetType, raw),
        alt=_text(pdfium.FPDF_StructElement_GetAltText, raw),
        marked=tuple(each for each in marked if each >= 0),
    )
    for at in range(pdfium.FPDF_StructElement_CountChildren(raw)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(raw, at)
        if child:
            made.inside.append(_element(child))
    return made


def _is_artifact(raw: Any) -> bool:
    names = []
    for at in range(pdfium.FPDFPageObj_CountMarks(raw)):
        mark = pdfium.FPDFPageObj_GetMark(raw, at)
        room, size = (ctypes.c_ushort * _ROOM)(), ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(mark, room, _ROOM * 2, size)
        names.append(bytes(room)[: max(0, size.value - 2)].decode("utf-16-le"))
    return "Artifact" in names


def _text(ask: Callable[..., int], raw: Any) -> str:
    room = ctypes.create_string_buffer(_ROOM)
    size = ask(raw, room, _ROOM)
    return room.raw[: max(0, size - 2)].decode("utf-16-le")
