"""Forms and services as folders of data: `form.json`, `layout.json`, `outputs.toml`, `guide.md`.

A folder of `services` holds `service.toml`, `questions.json` and the service's own Word form. A
team's own folders come after ours; one of the same name takes the place of ours.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from librarian.adapters.forms.folder_lines import lines_of_json, lines_of_toml
from librarian.application.forms.ports import Document, FormFolder
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.defining import FORM, GUIDE, SERVICE, form_of, service_of
from librarian.domain.forms.form import FormDefinition, Output

_ENDINGS: Final = (".json", ".toml")


class FolderShelf:
    """Loads forms from several folders; nothing is written."""

    def __init__(self, *roots: Path) -> None:
        self._roots = roots
        self._load = cache(self._loaded)

    def names(self) -> tuple[str, ...]:
        """The ids of the forms there are."""
        found = (path.parent.name for root in self._roots for path in root.glob(f"*/{FORM}"))
        return tuple(sorted(set(found)))

    def load(self, name: str) -> FormDefinition:
        """A form with its services, read once. Raises LibrarianError where it is not in order."""
        return self._load(name)

    def read(self, folder: Path) -> FormFolder:
        """What lies in a folder, to be checked. Raises LibrarianError where there is none."""
        if not folder.is_dir():
            raise LibrarianError(f"There is no folder {folder}.", "Check its name.")
        with_texts = {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}
        documents = {
            name: document_of(path) for name, path in with_texts.items() if path.suffix in _ENDINGS
        }
        return FormFolder(folder, documents, frozenset(with_texts) - frozenset(documents))

    def template(self, output: Output) -> bytes:
        """The template of an output. Raises LibrarianError where it is not there."""
        try:
            return Path(output.template).read_bytes()
        except OSError as error:
            name = Path(output.template).name
            raise LibrarianError(
                f"The template {name} cannot be read.", "Put it back into the form's folder."
            ) from error

    def _loaded(self, name: str) -> FormDefinition:
        places = {path.parent.name: path.parent for path in self._found(f"*/{FORM}")}
        if name not in places:
            raise LibrarianError(
                f"There is no form {name}.", f"Choose from: {', '.join(self.names())}."
            )
        folder = self._understood(places[name])
        found = {path.parent.name: path.parent for path in self._found(f"services/*/{SERVICE}")}
        services = tuple(
            service_of(each, _values(self._understood(place)), place.as_posix())
            for each, place in sorted(found.items())
        )
        guide = _text(places[name] / GUIDE)
        return form_of(name, _values(folder), services, places[name].as_posix(), guide)

    def _found(self, pattern: str) -> Iterator[Path]:
        for root in self._roots:
            yield from root.glob(pattern)

    def _understood(self, place: Path) -> FormFolder:
        folder = self.read(place)
        for document in folder.documents.values():
            if document.error:
                raise LibrarianError(
                    f"{place.name}/{document.name} cannot be understood.",
                    f"Look at line {document.error_line}: {document.error}",
                )
        return folder


def _values(folder: FormFolder) -> dict[str, Mapping[str, object]]:
    return {name: document.value for name, document in folder.documents.items()}


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""  # a form without a guide is a form


def document_of(path: Path) -> Document:
    """Return a JSON or TOML file as a document; one that is not right says why and where."""
    try:
        return _parsed(path.name, path.read_bytes().decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return Document(path.name, error=f"{error.msg}.", error_line=error.lineno)
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"line (\d+)", str(error))
        return Document(path.name, error=f"{error}.", error_line=int(told[1]) if told else 1)
    except (UnicodeDecodeError, RecursionError, OSError) as error:
        why = "It cannot be opened." if isinstance(error, OSError) else "It is no text in UTF-8."
        deep = isinstance(error, RecursionError)
        return Document(path.name, error="It is nested too deeply." if deep else why)


def _parsed(name: str, text: str) -> Document:
    if name.endswith(".toml"):
        return Document(name, tomllib.loads(text), lines_of_toml(text))
    value = json.loads(text)
    if not isinstance(value, dict):
        return Document(name, error="It has to begin with {.")
    return Document(name, value, lines_of_json(text))
