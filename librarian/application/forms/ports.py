"""What filling in forms needs of the world: where forms lie, what renders them, who knows cases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from librarian.domain.forms.cases import Case
from librarian.domain.forms.form import FormDefinition, Output, Spot


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON or TOML file of a form: what it says and on which line each part stands.

    One that cannot be understood has no value, but says why and on which line.
    """

    name: str
    value: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[Spot, int] = field(default_factory=dict)
    error: str = ""
    error_line: int = 1

    def line_of(self, spot: Spot) -> int:
        """The line of a part, or of the nearest part around it that has one."""
        for end in range(len(spot), -1, -1):
            if spot[:end] in self.lines:
                return self.lines[spot[:end]]
        return 1


@dataclass(frozen=True, slots=True)
class FormFolder:
    """The documents of one folder by name, and the names of its other files."""

    folder: Path
    documents: Mapping[str, Document]
    others: frozenset[str]


class FormShelf(Protocol):
    """The folders that forms and services lie in."""

    def names(self) -> tuple[str, ...]:
        """The ids of the forms there are."""

    def load(self, name: str) -> FormDefinition:
        """A form with its services. Raises LibrarianError where it is not in order."""

    def read(self, folder: Path) -> FormFolder:
        """What lies in a folder, to be checked. Raises LibrarianError where there is none."""

    def template(self, output: Output) -> bytes:
        """The template of an output. Raises LibrarianError where it is not there."""


class Renderer(Protocol):
    """Puts words into a template; words are never taken for instructions."""

    def render(self, template: bytes, words: Mapping[str, object]) -> bytes:
        """The finished file. Raises LibrarianError where the template asks for what it has not."""


class CaseSource(Protocol):
    """What already knows facts of families: a case system's export or reporting view."""

    def find(self, number: str) -> Case:
        """What is known of a case. Raises LibrarianError where it is not known."""


class PacketTray(Protocol):
    """Where finished files go, all of them or none."""

    def put(self, folder: str, files: Mapping[str, bytes], *, apart: bool = False) -> Path:
        """Write files by their paths into a new folder of this name, and return where it is.

        With `apart`, raises LibrarianError where everybody may look.
        """
