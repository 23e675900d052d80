"""Inboxes for the sample drive's services, on this computer, so that a referral can be tried."""

from pathlib import Path
from typing import Final

from librarian.adapters.forms.addresses import FILE
from librarian.bootstrap.drives import place_of

SERVICES: Final = ("da", "eh", "eoc", "exp", "fgdm", "ft", "par", "sub", "ther", "yc")
"""Two services have none, to show what happens then: a message is prepared."""


def make_inboxes(home: Path, drive: Path) -> None:
    """Make restricted folders, and say in the sample drive's own settings that they are inboxes."""
    inboxes = home / "sample" / "inboxes"
    told = []
    for service in SERVICES:
        folder = inboxes / service
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        told.append(f"[{service}]\ninbox = '{folder.as_posix()}'\n")
    own = place_of(home, drive) / "own"
    own.mkdir(parents=True, exist_ok=True)
    (own / FILE).write_text("".join(told), "utf-8")
