"""Puts together what fills in forms: our folders of forms, a team's own, and what renders them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

import librarian
from indexers.detection import personal_data
from indexers.printouts import text_of_file
from librarian.adapters.forms.cases import FolderCases
from librarian.adapters.forms.cases_in_databases import DatabaseCases
from librarian.adapters.forms.cases_in_printouts import PrintoutCases, wording_from
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.folders import FolderShelf, document_of
from librarian.adapters.forms.key_holder import KeyHolder
from librarian.adapters.forms.packets import FolderTray
from librarian.adapters.forms.pdf_forms import PdfForms
from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.adapters.forms.sample_cases import MAPPING, make_cases
from librarian.adapters.forms.sealed_parts import DRAFTS
from librarian.adapters.forms.web_pages import WebPages
from librarian.adapters.forms.word_forms import WordForms
from librarian.adapters.store import JsonStore
from librarian.application.charter.desk import TIME
from librarian.application.forms.advising import Adviser, on_personal_words, on_protected_time
from librarian.application.forms.checking import FormChecker, Standards
from librarian.application.forms.filling import Clerk, Filling, Last, Made, hand_over, put_into
from librarian.application.forms.form_desk import LocalFormDesk
from librarian.application.forms.known_facts import CaseSystem, Knowing, Printouts
from librarian.application.forms.last_times import LastTimes
from librarian.application.forms.referrals_desk import Referrals
from librarian.application.forms.writing import Maker
from librarian.application.ports import Clock
from librarian.application.preferences import Preferences
from librarian.bootstrap.team_places import TeamPlaces
from librarian.domain.charter.protected import protected_time_of
from librarian.domain.extraction import Block, Shape
from librarian.domain.forms.cases import Case

SAMPLE: Final = "the sample case system"
OURS: Final = Path(librarian.__file__).parent / "forms"


@dataclass(frozen=True, slots=True)
class FormRoom:
    """Where forms are filled in at one desk."""

    home: Path
    clock: Clock
    clerk: Clerk
    checker: FormChecker

    def case(self, source: Path, number: str) -> Case:
        """What a folder of exports, a mapping file's database or a printout knows of a case."""
        if source.suffix == ".toml":
            return DatabaseCases(source).find(number)
        if source.is_file():
            return self.printed_file(source, number)
        return FolderCases(source).find(number)

    def try_source(self, source: Path) -> tuple[str, ...]:
        """The kinds of facts that an export folder or a mapping file's database holds.

        Raises LibrarianError where it cannot be used as it is.
        """
        is_mapping = source.suffix == ".toml"
        return DatabaseCases(source).check() if is_mapping else FolderCases(source).check()

    def printed_case(self, text: str, number: str = "") -> Case:
        """What a printed case summary says, of this case or whichever it names."""
        return PrintoutCases(text, wording_from(OURS / "printout.toml")).find(number)

    def printed_file(self, file: Path, number: str = "") -> Case:
        """What the file of a printed case summary says."""
        return self.printed_case(text_of_file(file), number)

    def make_sample_cases(self) -> Path:
        """Make the sample's case database, and return the mapping by which it is read."""
        return make_cases(self.home / "sample" / "cases", self.clock.now().date())

    def hand_over(self, filling: Filling, folder: Path) -> Path:
        """Write what was made into a new folder inside folder, all of it or nothing."""
        return hand_over(filling, FolderTray(folder))


@dataclass(frozen=True, slots=True)
class Beside:
    """What a form desk works with of the same window: referrals, the key, the team's folder."""

    referrals: Callable[[], Referrals]
    keys: KeyHolder
    team: Callable[[], Path | None]


def form_desk(room: FormRoom, preferences: Preferences, beside: Beside) -> LocalFormDesk:
    """Return what fills in forms in a window."""
    own, keys = room.home / "own", beside.keys

    def kept_in(folder: str) -> EncryptedDrafts | None:
        key = keys.key()
        return EncryptedDrafts(own / folder, key) if key else None

    def vault() -> EncryptedDrafts:
        found = kept_in("team-key")
        if found is None:
            raise RuntimeError("There is no place for drafts of a team without a key.")
        return found

    places = TeamPlaces(DRAFTS, beside.team, vault, room.clock)
    return LocalFormDesk(
        clerk=room.clerk,
        clock=room.clock,
        box=lambda: kept_in("drafts"),
        open_box=lambda words: EncryptedDrafts(own / "drafts", keys.unlock(words)),
        knowing=Knowing(
            room.clock,
            partial(case_system, room, preferences),
            Printouts(room.printed_case, room.printed_file),
            partial(_last, beside),
        ),
        team=lambda: places() if keys.key() else None,
        hand_over=lambda: beside.referrals().hand_over,
        write=_write_own,
        new_id=lambda: uuid4().hex,
        take_in=keys.take_in,
        memory=LastTimes(lambda: kept_in("last-times"), room.clock, lambda: uuid4().hex),
    )


def _last(beside: Beside, number: str) -> Last | None:
    return beside.referrals().follower.last(number)


def case_system(room: FormRoom, preferences: Preferences) -> CaseSystem | None:
    """The case system somebody has set up; else the sample's, where the sample was made."""
    chosen = preferences.load().case_source
    place = Path(chosen) if chosen else room.home / "sample" / "cases" / MAPPING
    if not chosen and not place.is_file():
        return None
    name = SAMPLE if not chosen else place.stem
    return CaseSystem(name, partial(room.case, place))


def _write_own(filling: Filling, folder: Path, own: tuple[Made, ...]) -> Path:
    """Write what is not for a service into a new folder inside folder."""
    return put_into(FolderTray(folder), filling, own)


def advisers(home: Path) -> tuple[Adviser, ...]:
    """Return who looks at answers beside the forms themselves, with what this desk knows."""
    own = JsonStore(home / "own")
    return (
        on_protected_time(lambda: protected_time_of(own.load(TIME))),
        on_personal_words(lambda words: bool(personal_data([Block(Shape.PARAGRAPH, words)]))),
    )


def form_room(home: Path, clock: Clock) -> FormRoom:
    """Return what fills in forms; a person's own lie in `own/forms` of the data folder."""
    shelf = FolderShelf(OURS, home / "own" / "forms")
    maker = Maker(shelf, WordForms(), PdfPages(), WebPages(), PdfForms())
    standards = Standards(
        keywords=document_of(OURS / "keywords.schema.json").value,
        layout=document_of(OURS / "layout.schema.json").value,
    )
    clerk = Clerk(shelf, maker, clock, advisers(home))
    return FormRoom(home, clock, clerk, FormChecker(shelf, maker, standards))
