"""Puts together what keeps the charter of one drive."""

import json
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

from librarian.adapters.calendar_holds import IcalendarHolds
from librarian.adapters.clock import SystemClock
from librarian.adapters.desktop import SystemDesktop
from librarian.adapters.drive import FolderDrive
from librarian.adapters.drive_writing import Disk
from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.adapters.forms.web_pages import WebPages
from librarian.adapters.forms.word_forms import WordForms
from librarian.adapters.managed_files import FolderFiles
from librarian.adapters.qr_codes import code_as_svg
from librarian.adapters.sample.papers import content
from librarian.adapters.sample.wording import fill
from librarian.adapters.store import JsonStore
from librarian.adapters.version_store import FolderVersionStore
from librarian.application.charter.keeping import CharterKeeper
from librarian.application.charter.making import CharterPress, Presses
from librarian.application.forms.filling import Clerk
from librarian.application.forms.writing import Maker
from librarian.application.history import History
from librarian.application.ports import Bus, Clock
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


def charter_keeper(
    home: Path, place: Path, drive: FolderDrive, history: History, bus: Bus
) -> CharterKeeper:
    """Return what keeps the charter of a drive; `place` is that drive's data folder."""
    store = FolderVersionStore(drive.root, Disk())
    return CharterKeeper(
        history=history,
        files=FolderFiles(drive.root, store, Disk()),
        drive=drive,
        press=charter_press(home, SystemClock()),
        desktop=SystemDesktop(),
        own=JsonStore(home / "own"),
        scratch=place / "charter",
        new_id=lambda: str(uuid4()),
        bus=bus,
    )


def sample_charter(home: Path, words: dict[str, str]) -> bytes:
    """Return the page of the made-up team's charter; `words` are that team's facts."""
    answers = json.loads(content("charter.json"), object_hook=partial(_filled, words))
    return charter_press(home, SystemClock()).page(answers)


def _filled(words: dict[str, str], found: dict[str, object]) -> dict[str, object]:
    return {name: _said(value, words) for name, value in found.items()}


def _said(value: object, words: dict[str, str]) -> object:
    if isinstance(value, list):
        return [_said(each, words) for each in value]
    return fill(value, words) if isinstance(value, str) else value
