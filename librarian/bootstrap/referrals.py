"""Puts together what hands referrals over, for one drive."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from librarian.adapters.accounts import current_account
from librarian.adapters.desktop import SystemDesktop
from librarian.adapters.forms.draft_keys import key_from, key_in, system_keyring
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.inboxes import FolderInboxes
from librarian.adapters.forms.key_holder import KeyHolder
from librarian.adapters.forms.letters import LetterFolder
from librarian.adapters.forms.reading_shelf import ReadingShelf
from librarian.adapters.forms.seals import AgeSeals
from librarian.adapters.forms.submissions import EncryptedSubmissions
from librarian.adapters.store import JsonStore
from librarian.adapters.writer_lock import only_writer
from librarian.application.forms.filling import Clerk
from librarian.application.forms.following import Follower
from librarian.application.forms.handing_journal import Journal
from librarian.application.forms.handing_over import HandOver, Ways
from librarian.application.forms.intake import Intake
from librarian.application.forms.reading_copies import ReadingCopies
from librarian.application.forms.referrals_desk import Referrals
from librarian.application.forms.signing_off import SignOffs
from librarian.application.forms.tracking import TeamLedger, TrackingBook
from librarian.application.ports import Clock
from librarian.bootstrap.glancing import addresses_of_team
from librarian.bootstrap.sign_places import SignPlaces

PASSPHRASE: Final = "LIBRARIAN_PASSPHRASE"  # noqa: S105 - the name of a variable, not its value
_FORM: Final = "referral"
_KEPT: Final = Path("own", "handed-over")


def referrals_desk(
    *,
    home: Path,
    place: Path,
    root: Path,
    clerk: Clerk,
    ledger: TeamLedger,
    clock: Clock,
    key: Callable[[], bytes | None],
    team: Callable[[], Path | None],
) -> Referrals:
    """Return what hands referrals over; `place` is the drive's data folder, `root` the drive.

    `team` is the working folder that was chosen at this computer.
    """

    def submissions() -> EncryptedSubmissions | None:
        found = key()
        return EncryptedSubmissions(place / _KEPT, found) if found else None

    seals = AgeSeals(home / "own" / "keys")
    book = TrackingBook(ledger, JsonStore(place / "own"), clock)
    addresses = addresses_of_team(home, place, root, ledger)
    ways = Ways(
        addresses=addresses,
        inboxes=FolderInboxes(),
        seals=seals,
        letters=LetterFolder(place / "own" / "letters"),
        book=book,
    )
    shelf = ReadingShelf(place / "own" / "reading")
    shelf.clear()
    journal = Journal(JsonStore(place / "own"))
    places = SignPlaces(home, key, team, clock)
    copies = ReadingCopies(
        here=places.here, at=places.at, clerk=clerk, journal=journal, clock=clock
    )
    follower = Follower(ways=ways, journal=journal, submissions=submissions, clock=clock)
    return Referrals(
        hand_over=HandOver(
            clerk=clerk,
            ways=ways,
            journal=journal,
            submissions=submissions,
            clock=clock,
            alone=lambda: only_writer(place / "handing-over", "handing a referral over"),
            copies=copies,
        ),
        follower=follower,
        sign_offs=SignOffs(
            copies=copies,
            journal=journal,
            book=book,
            clock=clock,
            submissions=submissions,
            drafts=lambda: (
                EncryptedDrafts(home / "own" / "drafts", found) if (found := key()) else None
            ),
        ),
        intake=Intake(clerk=clerk, ways=ways, clock=clock, shelf=shelf),
        keys=seals,
        addresses=addresses,
        settle=book.settle,
        open_file=SystemDesktop().open,
        services=lambda: {each.id: each.name for each in clerk.form(_FORM).services},
    )


def key_holder(home: Path) -> KeyHolder:
    """Return what holds the one key of this person, while the program runs."""
    own = home / "own"

    def kept() -> tuple[Path, ...]:
        ours = (own / name for name in ("drafts", "minutes", "last-times", "team-key"))
        return (*ours, *home.glob(f"*/*/{_KEPT}"))

    return KeyHolder(partial(key_at_hand, home), lambda words: key_from(words, own / "salt"), kept)


def key_at_hand(home: Path) -> bytes | None:
    """Return the key that keeps what was answered on this computer.

    It lies in the system's keyring; where there is none, a passphrase in the environment makes
    it. None where there is neither: then nothing that was answered is kept.
    """
    ring = system_keyring()
    if ring:
        return key_in(ring, current_account())
    passphrase = os.environ.get(PASSPHRASE, "")
    return key_from(passphrase, home / "own" / "salt") if passphrase else None
