"""Puts together what keeps the charter of one drive."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Final
from uuid import uuid4

from librarian.adapters.calendar_holds import IcalendarHolds
from librarian.adapters.clock import SystemClock
from librarian.adapters.desktop import SystemDesktop
from librarian.adapters.drive_writing import Disk
from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.adapters.forms.web_pages import WebPages
from librarian.adapters.forms.word_forms import WordForms
from librarian.adapters.managed_files import FolderFiles
from librarian.adapters.qr_codes import code_as_svg
from librarian.adapters.sample.papers import content
from librarian.adapters.sample.team import gather
from librarian.adapters.sample.wording import fill
from librarian.adapters.store import JsonStore
from librarian.adapters.version_store import FolderVersionStore
from librarian.application.charter.keeping import HOME, CharterKeeper
from librarian.application.charter.making import CharterPress, Presses
from librarian.application.forms.filling import Clerk
from librarian.application.forms.writing import Maker
from librarian.application.ports import Clock
from librarian.bootstrap.drives import OpenDrive
from librarian.bootstrap.forms import OURS

_CARD: Final = "card.typ"


def charter_press(home: Path, clock: Clock) -> CharterPress:
    """Return what makes files of a charter."""
    shelf = FolderShelf(OURS, home / "own" / "forms")
    pages = PdfPages()
    maker = Maker(shelf, WordForms(), pages, WebPages())
    return CharterPress(
        shelf=shelf,
        maker=maker,
        clerk=Clerk(shelf, maker, clock),
        presses=Presses(
            draw_code=code_as_svg,
            pages=pages,
            calendars=IcalendarHolds(clock),
            card_template=(OURS / "charter" / _CARD).read_bytes,
        ),
        clock=clock,
    )


def charter_keeper(home: Path, opened: OpenDrive) -> CharterKeeper:
    """Return what keeps the charter of a drive."""
    root = opened.drive.root
    return CharterKeeper(
        history=opened.history,
        files=FolderFiles(root, FolderVersionStore(root, Disk()), Disk()),
        drive=opened.drive,
        press=charter_press(home, SystemClock()),
        desktop=SystemDesktop(),
        own=JsonStore(home / "own"),
        scratch=opened.place / "charter",
        new_id=lambda: str(uuid4()),
        bus=opened.bus,
    )


def lay_sample_charter(home: Path, root: Path, seed: int) -> None:
    """Lay the charter of the made-up team of this seed on its drive, unless one lies there."""
    answers = sample_answers(gather(Random(seed)).words())  # noqa: S311 - a sample, not a secret
    page = charter_press(home, SystemClock()).page(answers)
    with suppress(FileExistsError), (root / HOME).open("xb") as file:
        file.write(page)


def sample_answers(words: Mapping[str, str]) -> dict[str, object]:
    """Return the made-up team's charter; `words` are that team's facts."""
    answers: dict[str, object] = json.loads(content("charter.json"))
    return {name: _said(value, words) for name, value in answers.items()}


def _said(value: object, words: Mapping[str, str]) -> object:
    if isinstance(value, dict):
        return {name: _said(each, words) for name, each in value.items()}
    if isinstance(value, list):
        return [_said(each, words) for each in value]
    return fill(value, words) if isinstance(value, str) else value
