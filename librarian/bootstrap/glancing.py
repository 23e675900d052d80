"""Looks cheaply whether there are referrals or inboxes to show; nothing that fills in is loaded."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from librarian.adapters.forms.addresses import FILE, TomlAddresses
from librarian.adapters.forms.inboxes import FolderInboxes
from librarian.application.forms.addressing import TeamAddresses
from librarian.application.forms.at_hand import Glance
from librarian.application.forms.tracking import TeamLedger
from librarian.bootstrap.drives import OpenDrive
from librarian.domain.errors import LibrarianError
from librarian.domain.referrals import KINDS

_OWN = ("referrals.json", "tracking.json")


def glance(home: Path, opened: OpenDrive) -> Glance:
    """Return whether referrals are known on this drive, and inboxes can be read from here."""
    own = any((opened.place / "own" / name).is_file() for name in _OWN)
    ledger = opened.history.ledger.entries
    sent = own or any(entry.kind in KINDS for entry in ledger())
    addresses = addresses_of_team(home, opened.place, opened.drive.root, opened.history.ledger)
    return Glance(sent, any(_readable(addresses)))


def addresses_of_team(home: Path, place: Path, root: Path, ledger: TeamLedger) -> TeamAddresses:
    """Return where services take referrals; `place` is the drive's data folder."""
    own = TomlAddresses(home / "own" / "forms" / FILE, place / "own" / FILE)
    return TeamAddresses(ledger, own, root)


def _readable(addresses: TeamAddresses) -> Iterator[bool]:
    inboxes = FolderInboxes()
    with suppress(LibrarianError):  # not told rightly: it is said when it is needed
        for service in addresses.services():
            with suppress(LibrarianError):  # away, or not for this person
                inbox = addresses.of(service).inbox
                if inbox is not None:
                    inboxes.names(inbox)
                    yield True
