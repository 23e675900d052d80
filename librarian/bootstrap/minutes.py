"""Puts together what core group minutes are taken with, at one desk."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.key_holder import KeyHolder
from librarian.adapters.forms.letters import LetterFolder
from librarian.adapters.forms.packets import FolderTray
from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.adapters.forms.sealed_parts import MINUTES
from librarian.adapters.forms.web_pages import WebPages
from librarian.adapters.forms.word_forms import WordForms
from librarian.adapters.minutes.bank_holidays import NationHolidays
from librarian.adapters.minutes.calendar_files import CalendarFiles
from librarian.adapters.minutes.kept_letters import forget_old_letters
from librarian.adapters.minutes.kept_meetings import EncryptedMeetings
from librarian.adapters.minutes.letterheads import LetterheadShelf
from librarian.adapters.minutes.word_packs import WordPacks
from librarian.adapters.minutes.word_packs_read import WordPackReader
from librarian.adapters.store import JsonStore
from librarian.application.forms.tracking import TeamLedger, TrackingBook
from librarian.application.forms.writing import Maker
from librarian.application.minutes.issuing import Issuer
from librarian.application.minutes.keeping_together import MeetingsTogether
from librarian.application.minutes.minute_desk import FORM, DeskParts, MinuteDesk
from librarian.application.minutes.ports import IssueBook
from librarian.application.minutes.taking_minutes import MinuteRoom
from librarian.application.ports import Clock
from librarian.bootstrap.forms import OURS
from librarian.bootstrap.sample_minutes import SampleMinutes
from librarian.bootstrap.team_places import TeamPlaces
from librarian.bootstrap.teamwork import TeamRoom
from policies.vocabulary import load

LETTERHEAD: Final = "minutes.docx"


@dataclass(frozen=True, slots=True)
class Place:
    """Where things lie: the person's data folder, and that of the drive."""

    home: Path
    drive: Path


def minute_room(place: Place, ledger: TeamLedger, clock: Clock, key: KeyHolder) -> MinuteRoom:
    """Return what minutes are taken with, put on record in the ledger of a drive."""
    own = place.home / "own"
    shelf = LetterheadShelf(
        FolderShelf(OURS, own / "forms"), FORM, own / "letterheads" / LETTERHEAD
    )
    book: IssueBook = TrackingBook(ledger, JsonStore(place.drive / "own"), clock)
    here = EncryptedMeetings(own / "minutes", key.key, key.unlock)
    team = TeamPlaces(
        MINUTES,
        lambda: TeamRoom(place.home, clock).folder,
        lambda: here.vault(own / "team-key"),
        clock,
    )
    pages = PdfPages()
    desk = MinuteDesk(
        DeskParts(
            shelf=shelf,
            meetings=MeetingsTogether(here, team),
            writer=WordPacks(),
            reader=WordPackReader(),
            paper=pages,
            calendars=CalendarFiles(clock),
            holidays=NationHolidays,
            acronyms=lambda: {each.acronym: each.meaning for each in load(own / "words").terms},
            new_id=lambda: uuid4().hex,
            clock=clock,
        )
    )
    maker = Maker(shelf, WordForms(), pages, WebPages())
    issuer = Issuer(desk, shelf, maker, book, clock)
    letters = own / "minutes-to-send"
    forget_old_letters(letters, clock.now())
    samples = SampleMinutes(JsonStore(place.drive / "own"), clock)
    return MinuteRoom(desk, issuer, FolderTray, LetterFolder(letters).put, key.take_in, samples)
