"""The commands of forms: list them, check a folder of one, fill one in."""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from librarian.application.forms.filling import Filling, Given
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.forms import FormRoom
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case
from librarian.domain.forms.form import Problem, Service

Answer = dict[str, object]

_LARGEST: Final = 50_000_000
_DEEPEST: Final = 12


def forms(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    """Every form, or with `check FOLDER` what is not right in a folder."""
    room = desk.forms()
    if arguments.doing == "check":
        return _checked(room, arguments.folder)
    return {
        "forms": [
            {
                "id": form.id,
                "title": form.title,
                "version": form.version,
                "guide": form.guide,
                "services": [_service(service) for service in form.services],
            }
            for form in room.clerk.forms()
        ]
    }


def fill(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    """Fill in a form from a file of answers, and write every output of it."""
    room = desk.forms()
    given = read_answers(arguments.answers)
    filling = room.clerk.fill(arguments.form, given, arguments.service, case_of(room, arguments))
    place = room.hand_over(filling, arguments.out) if filling.ok else None
    return {
        "ok": filling.ok,
        "outputs": [
            {"for": each.reader, "path": str(place / each.name), "fields": list(each.fields)}
            for each in filling.made
            if place
        ],
        "problems": [problem_told(problem) for problem in filling.problems],
        "counted": _counted(filling),
    }


def read_answers(path: Path) -> Given:
    """Return the answers in a file: as they are, or under `answers` with form and version.

    Raises LibrarianError where the file cannot be used.
    """
    document = _document(path)
    inner = document.get("answers")
    if not isinstance(inner, Mapping):
        return Given(document)
    confirmed = document.get("confirmed")
    names = confirmed if isinstance(confirmed, list) else []
    return Given(inner, str(document.get("version", "")), frozenset(map(str, names)))


def _document(path: Path) -> Mapping[str, object]:
    try:
        if path.stat().st_size > _LARGEST:
            raise LibrarianError(f"{path.name} is too large.", "Answers take a few pages at most.")
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise LibrarianError(f"{path.name} cannot be read.", "Check its name.") from error
    except (ValueError, RecursionError) as error:
        raise LibrarianError(
            f"{path.name} is not in the form of JSON.", "Look at docs/forms.md for an example."
        ) from error
    if not isinstance(document, dict) or _is_deeper(document, _DEEPEST):
        raise LibrarianError(
            f"{path.name} does not hold answers.", "Look at docs/forms.md for an example."
        )
    return document


def _is_deeper(value: object, most: int) -> bool:
    if not isinstance(value, (dict, list)):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return most == 0 or any(_is_deeper(each, most - 1) for each in inner)


def case_of(room: FormRoom, arguments: argparse.Namespace) -> Case | None:
    """Return what is known of the case that is named, or None."""
    if not arguments.case:
        return None
    if not arguments.source:
        raise LibrarianError(
            "It is not said where the case is known.", "Name a folder or mapping file with --from."
        )
    return room.case(arguments.source, arguments.case)


def _checked(room: FormRoom, folder: Path) -> Answer:
    found = room.checker.check(folder)
    return {
        "ok": not found,
        "problems": [
            {"file": each.file, "line": each.line, "what": each.what, "remedy": each.remedy}
            for each in found
        ],
    }


def _service(service: Service) -> Answer:
    return {
        "id": service.id,
        "name": service.name,
        "purpose": service.purpose,
        "suits": service.suits,
        "does_not_suit": service.does_not_suit,
        "waiting": service.waiting,
        "choose_when": service.choose_when,
        "sign_off": service.sign_off,
    }


def problem_told(problem: Problem) -> Answer:
    """Return a problem as one of an answer."""
    return {
        "question": problem.question,
        "what": problem.what,
        "remedy": problem.remedy,
        "stops": problem.stops,
    }


def _counted(filling: Filling) -> Answer:
    count = filling.count
    return {
        "services": count.services,
        "questions": count.questions,
        "instead_of": count.instead_of,
        "filled_in": count.filled_in,
    }


COMMANDS: Final[Mapping[str, Callable[[LocalDesk, argparse.Namespace], Answer]]] = {
    "forms": forms,
    "fill": fill,
}
