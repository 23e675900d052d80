"""One drive, opened: the services that a window or a command works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from librarian.application.about import Caretaker, Registrar
from librarian.application.disposing_queue import Disposals
from librarian.application.finding import Finder
from librarian.application.history import History
from librarian.application.lineages import Genealogist
from librarian.application.overseeing import Overseer
from librarian.application.portering import Porter
from librarian.application.ports import Bus
from librarian.application.preferences import Preferences
from librarian.application.rulekeeping import RuleKeeping
from librarian.application.tidying import Tidier
from librarian.application.upkeep import Keeper
from librarian.application.wishing import ReaderPost

if TYPE_CHECKING:  # the window must not wait for what fills in forms
    from librarian.application.charter.desk import CharterDesk
    from librarian.application.forms.at_hand import ReferralsAtHand
    from librarian.application.forms.form_desk import FormDesk
    from librarian.application.forms.teamwork import TeamFolder
    from librarian.application.minutes.taking_minutes import MinuteRoom
    from librarian.application.spelling import Speller

SAMPLE_SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Library:
    """All services over one drive; `keeper.run` is to be called on a thread of its own.

    `close` ends what runs and may take a moment. `history` is what people do with documents;
    without it the drive is only searched. `genealogist` tells which files look like versions of
    one document. `referrals` hands forms over to services and `charter` keeps the team's
    charter, `forms` fills in forms, `minutes` takes minutes; all are made when first asked for.
    `rules` are the drive's rules and what they find. `spelling` helps with it, in one thread alone,
    where the computer can.
    """

    name: str
    root: Path
    finder: Finder
    porter: Porter
    keeper: Keeper
    bus: Bus
    close: Callable[[], None]
    registrar: Registrar | None = None
    caretaker: Caretaker | None = None
    overseer: Overseer | None = None
    tidier: Tidier | None = None
    disposals: Disposals | None = None
    post: ReaderPost | None = None
    history: History | None = None
    genealogist: Genealogist | None = None
    referrals: ReferralsAtHand | None = None
    charter: Callable[[], CharterDesk] | None = None
    team: Callable[[], TeamFolder] | None = None
    rules: RuleKeeping | None = None
    forms: Callable[[], FormDesk] | None = None
    minutes: Callable[[], MinuteRoom] | None = None
    spelling: Callable[[], Speller | None] | None = None


class Desk(Protocol):
    """One installation for one person: opens drives and keeps their settings."""

    preferences: Preferences
    words: Path
    """The folder of the team's own words; it need not exist yet."""

    def open(self, root: Path) -> Library:
        """Open the drive at root; nothing is written there.

        Raises LibrarianError where root is no folder that can be listed.
        """

    def ready_sample(self, at: Path | None = None, seed: int = SAMPLE_SEED) -> Path:
        """Make the sample drive, unless it is there already, and return where it lies.

        A new one is looked after, so that whoever tries it sees everything.
        """

    def try_cases(self, source: Path) -> tuple[str, ...]:
        """The kinds of facts that a folder of exports, or a mapping file's database, holds.

        Raises LibrarianError where it cannot be used as it is.
        """

    def ask_for_access(self, root: Path) -> Path:
        """A message to be sent by a person who cannot open the drive at root: where it lies."""
