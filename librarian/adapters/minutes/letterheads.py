"""Puts minutes into the council's own Word template, where there is one.

A template with our tags is used as it is. Any other keeps its headers, footers and styles, and the
minutes take the place of its text.
"""

import io
from copy import deepcopy
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.oxml.ns import qn

from librarian.application.forms.ports import FormFolder, FormShelf
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition, Kind, Output


class LetterheadShelf:
    """A shelf of forms on which the Word outputs of one form bear a letterhead."""

    def __init__(self, shelf: FormShelf, form: str, letterhead: Path) -> None:
        self._shelf = shelf
        self._form = form
        self._letterhead = letterhead

    def names(self) -> tuple[str, ...]:
        """The ids of the forms there are."""
        return self._shelf.names()

    def load(self, name: str) -> FormDefinition:
        """A form with its services."""
        return self._shelf.load(name)

    def read(self, folder: Path) -> FormFolder:
        """What lies in a folder, to be checked."""
        return self._shelf.read(folder)

    def template(self, output: Output) -> bytes:
        """The template of an output. Raises LibrarianError where it cannot be used."""
        ours = self._shelf.template(output)
        is_meant = output.kind is Kind.WORD and Path(output.template).parent.name == self._form
        if not is_meant or not self._letterhead.exists():
            return ours
        try:
            return under_letterhead(self._letterhead.read_bytes(), ours)
        except (OSError, BadZipFile, KeyError, ValueError) as error:
            raise LibrarianError(
                f"The council's template {self._letterhead.name} cannot be used.",
                "Put a Word file (.docx) in its place, or take it away.",
            ) from error


def under_letterhead(letterhead: bytes, ours: bytes) -> bytes:
    """Return our template with the headers, footers, page and styles of a letterhead."""
    theirs = docx.Document(io.BytesIO(letterhead))
    if any("{{" in text.text or "{%" in text.text for text in theirs.element.iter(qn("w:t"))):
        return letterhead
    body = theirs.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    end = body.find(qn("w:sectPr"))
    for child in docx.Document(io.BytesIO(ours)).element.body:
        if child.tag != qn("w:sectPr"):
            copied = deepcopy(child)
            body.append(copied) if end is None else end.addprevious(copied)
    target = io.BytesIO()
    theirs.save(target)
    return target.getvalue()
