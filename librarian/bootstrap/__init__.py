"""Puts the concrete parts together; the only package that knows every one of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property, partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from indexers.watching import FolderWatcher
from librarian.adapters.accounts import current_account
from librarian.adapters.clock import SystemClock
from librarian.adapters.desktop import SystemDesktop
from librarian.adapters.logs import keep_log
from librarian.adapters.marker import DriveMarker
from librarian.adapters.messages import MessageFolder
from librarian.adapters.store import JsonStore
from librarian.application.adopting import Adopted, adopt
from librarian.application.forms.at_hand import ReferralsAtHand
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.library import SAMPLE_SEED, Library
from librarian.application.portering import Porter
from librarian.application.preferences import Preferences
from librarian.application.prepared_emails import to_be_let_in
from librarian.application.upkeep import Keeper
from librarian.bootstrap.about import (
    caretaker_of,
    disposals_of,
    overseer_of,
    registrar_of,
    tidier_of,
)
from librarian.bootstrap.drives import OpenDrive, open_drive, open_ledger
from librarian.bootstrap.glancing import glance
from librarian.bootstrap.history import listening
from librarian.bootstrap.steward import watching_over
from librarian.domain.curators import ADOPTED
from librarian.domain.events import Event, PlanMade
from librarian.domain.settings import Pace

if TYPE_CHECKING:
    from librarian.adapters.forms.key_holder import KeyHolder
    from librarian.application.charter.keeping import CharterKeeper
    from librarian.application.forms.form_desk import LocalFormDesk
    from librarian.application.forms.known_facts import CaseSystem
    from librarian.application.forms.referrals_desk import Referrals
    from librarian.application.minutes.taking_minutes import MinuteRoom
    from librarian.application.spelling import Speller
    from librarian.bootstrap.forms import FormRoom
    from librarian.bootstrap.teamwork import TeamRoom

_SECONDS_BETWEEN_FILES: Final = {Pace.FULL: 0.0, Pace.GENTLE: 0.25, Pace.PAUSED: float("inf")}
_CLOCK: Final = SystemClock()
SAMPLE_NAME: Final = "Sample drive"


class LocalDesk:
    """One installation for one person: opens drives and keeps settings under one folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.words = home / "own" / "words"
        self.preferences = Preferences(JsonStore(home / "own"))
        self.spelling = cache(self._speller)

    def open(self, root: Path) -> Library:
        """Open the drive at root; nothing is written there.

        Raises DriveUnavailableError where root is no folder that was ever known or can be listed.
        """
        opened = open_drive(self.home, self.words, root, self._forget_ended)
        self.preferences.use_drive(str(opened.drive.root))
        porter = Porter(
            opened.drive,
            SystemDesktop(),
            opened.belongings,
            opened.finder.forget_openings,
            lender=opened.history.lender,
            copies=opened.history.copies,
            bus=opened.bus,
        )
        keeper = Keeper(
            writing=lambda: opened.writing("window", self._pace),
            drive=opened.drive,
            watcher=FolderWatcher(opened.drive.root, _CLOCK),
            bus=opened.bus,
            rescan_seconds=lambda: 60.0 * self.preferences.load().rescan_minutes,
            random=Random(),  # noqa: S311 - spreads load, keeps no secret
            meanwhile=lambda: _meanwhile(opened),
        )
        opened.bus.subscribe(lambda event: _follow(keeper, event))
        caretaker = caretaker_of(
            history=opened.history,
            genealogist=opened.genealogist,
            catalogue=opened.catalogue,
            belongings=opened.belongings,
            root=opened.drive.root,
            adopted=partial(self.adopted, opened.drive.root),
            adopt=partial(self.adopt, opened.drive.root),
            bus=opened.bus,
        )
        referrals = cache(partial(self.referrals, opened))
        return Library(
            name=self._name(opened.drive.root),
            root=opened.drive.root,
            finder=opened.finder,
            porter=porter,
            keeper=keeper,
            history=opened.history,
            genealogist=opened.genealogist,
            registrar=registrar_of(
                history=opened.history,
                genealogist=opened.genealogist,
                catalogue=opened.catalogue,
                drive=opened.drive,
                bus=opened.bus,
                clock=_CLOCK,
            ),
            caretaker=caretaker,
            post=opened.history.postbox,
            overseer=overseer_of(
                history=opened.history,
                caretaker=caretaker,
                finder=opened.finder,
                rules=opened.rules,
                clock=_CLOCK,
                bus=opened.bus,
            ),
            disposals=disposals_of(
                history=opened.history, root=opened.drive.root, clock=_CLOCK, bus=opened.bus
            ),
            tidier=tidier_of(
                history=opened.history,
                rules=opened.rules,
                genealogist=opened.genealogist,
                catalogue=opened.catalogue,
                bus=opened.bus,
            ),
            bus=opened.bus,
            close=opened.close,
            referrals=ReferralsAtHand(glance=partial(glance, self.home, opened), desk=referrals),
            charter=cache(partial(self.charter, opened)),
            team=self.team,
            rules=opened.rules,
            forms=cache(lambda: self.form_desk(referrals)),
            minutes=cache(partial(self.minutes, opened)),
            spelling=self.spelling,
        )

    def ask_for_access(self, root: Path) -> Path:
        """A message to be sent by a person who cannot open the drive at root."""
        prepared = to_be_let_in(str(root), current_account())
        return MessageFolder(self.home / "messages").put(prepared)

    @contextmanager
    def catalogued(self, root: Path) -> Iterator[OpenDrive]:
        """The drive at root, for one command."""
        opened = open_drive(self.home, self.words, root, self._forget_ended)
        try:
            opened.history.catch_up()
            yield opened
        finally:
            opened.close()

    def make_sample(self, at: Path | None = None, seed: int = SAMPLE_SEED) -> Path:
        """Make the sample drive, unless it is there already, and return where it lies."""
        return self._made_sample(at, seed)[0]

    def ready_sample(self, at: Path | None = None, seed: int = SAMPLE_SEED) -> Path:
        """Make the sample drive as above; a new one is looked after and has a charter that counts.

        So whoever tries it sees what a team has that looks after its drive.
        """
        place, is_new = self._made_sample(at, seed)
        if is_new and not self.adopted(place):
            self.adopt(place, SAMPLE_NAME)
            self.confirm_sample_charter(place)
        return place

    def confirm_sample_charter(self, root: Path) -> None:
        """Make the sample's charter count, unless somebody did already."""
        with self.catalogued(root) as drive:
            keeper = self.charter(drive)
            look = keeper.look()
            if look.current and not look.current.who and look.may_change:
                keeper.approve("The charter of a made-up team.", look.current.sha256)

    def _made_sample(self, at: Path | None, seed: int) -> tuple[Path, bool]:
        """Where the sample drive lies, and whether it was made just now."""
        from librarian.bootstrap.sample_drive import lay_sample  # noqa: PLC0415 - few need it

        place = (at or self.home / "sample" / f"Sample drive {seed}").absolute()
        return place, lay_sample(self.home, place, seed, _CLOCK)

    def adopted(self, root: Path) -> Adopted | None:
        """What the drive says of who looks after it, or None."""
        return DriveMarker(root).read()

    def adopt(self, root: Path, name: str, keeper: str = "") -> Adopted:
        """Look after the drive at root from now on; writes only its `.librarian` folder."""
        who = current_account()
        adopted = adopt(DriveMarker(root), name, new_id=str(uuid4()), who=who, keeper=keeper)
        with self.ledger(root) as ledger:
            told = {"drive": adopted.id, "name": adopted.name, "curators": list(adopted.curators)}
            ledger.append(ADOPTED, told)
        return adopted

    def trust(self, root: Path) -> Adopted:
        """Take the drive at root as it is marked now for the right one."""
        with self.ledger(root) as ledger:
            return ledger.trust()

    @contextmanager
    def ledger(self, root: Path) -> Iterator[LedgerKeeper]:
        """What was done on the drive at root, for one command."""
        ledger = open_ledger(self.home, root.absolute())
        try:
            yield ledger
        finally:
            ledger.close()

    @cached_property
    def keys(self) -> "KeyHolder":
        """What holds the one key of this person."""
        from librarian.bootstrap.referrals import key_holder  # noqa: PLC0415 - most never need it

        return key_holder(self.home)

    def try_cases(self, source: Path) -> tuple[str, ...]:
        """The kinds of facts that a case source holds. Raises LibrarianError."""
        return self.forms().try_source(source)

    def forms(self) -> "FormRoom":
        """What fills in forms."""
        from librarian.bootstrap.forms import form_room  # noqa: PLC0415 - most never need it

        return form_room(self.home, _CLOCK)

    def form_desk(self, referrals: Callable[[], "Referrals"]) -> "LocalFormDesk":
        """What fills in forms in a window."""
        from librarian.bootstrap.forms import (  # noqa: PLC0415 - most never need it
            Beside,
            form_desk,
        )

        beside = Beside(referrals, self.keys, lambda: self.team().folder)
        return form_desk(self.forms(), self.preferences, beside)

    def referrals(self, opened: OpenDrive) -> "Referrals":
        """What hands referrals over, for the people of one drive."""
        from librarian.bootstrap.referrals import referrals_desk  # noqa: PLC0415 - as above

        return referrals_desk(
            home=self.home,
            place=opened.place,
            root=opened.drive.root,
            clerk=self.forms().clerk,
            ledger=opened.history.ledger,
            clock=_CLOCK,
            key=self.keys.key,
            team=lambda: self.team().folder,
        )

    def team(self) -> "TeamRoom":
        """The team's working folder, as this desk knows it."""
        from librarian.bootstrap.teamwork import TeamRoom  # noqa: PLC0415 - most never need it

        return TeamRoom(self.home, _CLOCK, self._case_system)

    def _case_system(self) -> "CaseSystem | None":
        """What people and addresses are filled in from."""
        from librarian.bootstrap.forms import case_system  # noqa: PLC0415 - most never need it

        return case_system(self.forms(), self.preferences)

    def _forget_ended(self) -> int:
        """Of how many cases, whose plan is over, meeting requests were taken away."""
        room = self.team()
        return len(room.open().requests.forget_ended()) if room.folder else 0

    def minutes(self, opened: OpenDrive) -> "MinuteRoom":
        """What core group minutes are taken with."""
        from librarian.bootstrap.minutes import (  # noqa: PLC0415 - most never need it
            Place,
            minute_room,
        )

        return minute_room(Place(self.home, opened.place), opened.history.ledger, _CLOCK, self.keys)

    def charter(self, opened: OpenDrive) -> "CharterKeeper":
        """What keeps the charter of a drive's team."""
        from librarian.bootstrap.charter import charter_keeper  # noqa: PLC0415 - most never need it

        return charter_keeper(self.home, opened)

    def _speller(self) -> "Speller | None":
        from librarian.bootstrap.spelling import speller  # noqa: PLC0415 - most never need it

        return speller(self.words)

    def _name(self, root: Path) -> str:
        adopted = self.adopted(root)
        return adopted.name if adopted else root.name

    def _pace(self) -> float:
        return _SECONDS_BETWEEN_FILES[self.preferences.load().pace]


@contextmanager
def _meanwhile(opened: OpenDrive) -> Iterator[None]:
    """What runs beside the scans while a window is open."""
    with (
        listening(opened.history, opened.bus),
        watching_over(opened.steward, opened.history, opened.bus),
    ):
        yield


def _follow(keeper: Keeper, event: Event) -> None:
    """Have the keeper look where files were moved."""
    if isinstance(event, PlanMade):
        keeper.moved_in(event.folders)


def open_desk(home: Path) -> LocalDesk:
    """Return this person's desk under home, with a log beside it."""
    keep_log(home / "logs")
    return LocalDesk(home)
