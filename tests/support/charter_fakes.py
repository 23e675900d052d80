"""A charter in memory, for tests of the window."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from librarian.adapters.forms.folders import document_of
from librarian.application.charter.desk import CharterEdition, CharterLook, Thing
from librarian.bootstrap.forms import OURS
from librarian.domain.charter.sections import changes
from librarian.domain.errors import LibrarianError
from tests.support.team_forms import charter_answers

_WHEN = datetime(2026, 3, 3, 9, tzinfo=UTC)
_CODE = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h2v2z"/></svg>'


class FakeCharter:
    """Obeys, and writes down what it was asked to do."""

    def __init__(self) -> None:
        answers = charter_answers()
        form = document_of(OURS / "charter" / "form.json").value
        current = CharterEdition(answers, "v1.0", "janet", _WHEN, "Agreed", "one")
        self.known = CharterLook("Our charter.html", current, may_change=True, form=form)
        self.deeds: list[tuple[str, str]] = []
        self.refusal: LibrarianError | None = None

    def look(self) -> CharterLook:
        if self.refusal:
            raise self.refusal
        return self.known

    def draft(self, answers: Mapping[str, object], note: str) -> CharterLook:
        self.deeds.append(("draft", note))
        made = CharterEdition(dict(answers), "v1.1 DRAFT", "janet", _WHEN, note, "two")
        before = self.known.current.answers if self.known.current else {}
        self.known = replace(self.known, draft=made, to_come=changes(before, answers))
        return self.known

    def approve(self, note: str, seen: str) -> CharterLook:
        self.deeds.append(("approve", seen))
        draft = self.known.draft or self.known.current
        current = replace(draft, label="v1.1", note=note) if draft else None
        self.known = replace(self.known, current=current, draft=None, to_come=())
        return self.known

    def make(self, _thing: Thing, _answers: Mapping[str, object]) -> bytes:
        return b"made"

    def name(self, thing: Thing, _answers: Mapping[str, object]) -> str:
        return f"charter.{thing}"

    def save(self, thing: Thing, _answers: Mapping[str, object], target: Path) -> Path:
        self.deeds.append(("save", str(thing)))
        return target

    def print(self, _answers: Mapping[str, object]) -> None:
        self.deeds.append(("print", ""))

    def code(self, _answers: Mapping[str, object]) -> bytes:
        return _CODE

    def signed(self, _answers: Mapping[str, object]) -> None:
        self.deeds.append(("signed", ""))
