"""A minute room over the forms that ship, with made-up meetings."""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.key_holder import KeyHolder
from librarian.adapters.forms.letters import LetterFolder
from librarian.adapters.forms.packets import FolderTray
from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.adapters.forms.sealed_parts import MINUTES, SealedParts
from librarian.adapters.forms.team_keys import TeamKeys
from librarian.adapters.forms.word_forms import WordForms
from librarian.adapters.minutes.bank_holidays import NationHolidays
from librarian.adapters.minutes.calendar_files import CalendarFiles
from librarian.adapters.minutes.kept_meetings import EncryptedMeetings
from librarian.adapters.minutes.letterheads import LetterheadShelf
from librarian.adapters.minutes.word_packs import WordPacks
from librarian.adapters.minutes.word_packs_read import WordPackReader
from librarian.application.forms.writing import Maker
from librarian.application.minutes.issuing import Issuer
from librarian.application.minutes.keeping_together import MeetingsTogether
from librarian.application.minutes.minute_desk import FORM, DeskParts, MinuteDesk
from librarian.application.minutes.taking_minutes import MinuteRoom, Samples
from librarian.bootstrap.forms import OURS
from tests.support.fakes import FakeClock

KEY: Final = b"k" * 32
CASE: Final = "C-100245"
FIRST: Final[dict[str, Any]] = {
    "child": [{"name": "Mia Rivers", "dob": "2016-05-04", "case": CASE}],
    "meeting": {
        "date": "2026-04-02",
        "number": 1,
        "conference": "2026-03-20",
        "chair": "A. Okafor",
        "taker": "J. Patel",
    },
    "came": [
        {"name": "Jaya Patel", "role": "Teacher", "agency": "Elm School", "here": "present"},
        {"name": "Dan Rivers", "role": "Father", "here": "absent", "why": "He works nights."},
    ],
    "voice": [{"child": "Mia", "words": "I like tea with Mum.", "heard": "Jaya Patel"}],
    "family": {"view": "Mum says she tries."},
    "outcome": [{"want": "Mia is at school on time", "impact": "She joins in."}],
    "action": [{"what": "Begin breakfast at school", "who": "Jaya Patel", "due": "2026-04-20"}],
    "dates": {"core": "2026-05-14", "at": "2 pm, Elm School", "taker": "Joan Osei"},
    "readers": [
        {"name": "Jaya Patel", "agency": "Elm School", "kind": "professional"},
        {"name": "Dan Rivers", "kind": "family"},
    ],
}


class WrittenBook:
    """Remembers what was put on record."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, str]]] = []

    def write(self, kind: str, payload: Any) -> None:
        self.lines.append((kind, dict(payload)))


def a_room(
    folder: Path,
    book: WrittenBook | None = None,
    key: bytes | None = KEY,
    *,
    clock: Any = None,
    team: Path | None = None,
    samples: Samples | None = None,
) -> MinuteRoom:
    """The room of one desk whose data lie in folder; the same folder is the same desk again.

    `team` is the working folder that its team has.
    """
    shelf = LetterheadShelf(FolderShelf(OURS), FORM, folder / "letterheads" / "minutes.docx")
    clock = clock or FakeClock()
    holder = KeyHolder(
        lambda: key, lambda words: words.encode().ljust(32)[:32], lambda: [folder / "minutes"]
    )
    meetings = EncryptedMeetings(folder / "minutes", holder.key, holder.unlock)
    keys = (
        TeamKeys(team / MINUTES.place, lambda: meetings.vault(folder / "team-key"), folder.name)
        if team
        else None
    )
    place = SealedParts(team, MINUTES, keys, clock, folder.name) if team and keys else None
    prefix = folder.name if team else "m"
    ids = (f"{prefix}{number}" for number in range(len(list(folder.glob("minutes/*.draft"))), 99))
    desk = MinuteDesk(
        DeskParts(
            shelf=shelf,
            meetings=MeetingsTogether(meetings, lambda: place),
            writer=WordPacks(),
            reader=WordPackReader(),
            paper=PdfPages(),
            calendars=CalendarFiles(clock),
            holidays=NationHolidays,
            acronyms=lambda: {"CAMHS": "Child and Adolescent Mental Health Services"},
            new_id=lambda: next(ids),
            clock=clock,
        )
    )
    issuer = Issuer(
        desk, shelf, Maker(shelf, WordForms(), PdfPages()), book or WrittenBook(), clock
    )
    return MinuteRoom(
        desk, issuer, FolderTray, LetterFolder(folder / "letters").put, holder.take_in, samples
    )


def moment(text: str) -> datetime:
    """A moment from its ISO spelling."""
    return datetime.fromisoformat(text)
