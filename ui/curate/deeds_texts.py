"""Every word of what was done on the drive, and of how it is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from librarian.domain.names import shown_title
from librarian.domain.paths import folder_of, is_within, name_of, printable
from ui.curate.texts import KINDS
from ui.kit.wording import counted, spoken_date

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from datetime import datetime

    from librarian.application.activity import Deed
    from librarian.domain.plans import Change

DEEDS_NONE: Final = "Nothing was done here yet"
DEEDS_NONE_WHAT: Final = "What anybody confirms, moves or answers is listed here."
UNDO_ALL: Final = "Undo all"
CHANGES: Final = "Show the changes"
CHANGES_HIDE: Final = "Hide the changes"
CHANGES_WAIT: Final = "Looking what can be undone …"
BACK: Final = "It lies in {} now."
BACK_HERE: Final = "It is called {} now."
BACK_SET_ASIDE: Final = "It is set aside now."
LOOKED_AGAIN: Final = "said that something left for a while needs a look again"
ALL_BACK: Final = "undone"
TOP: Final = "no folder"
NOT_SHOWN: Final = frozenset({"signposted", "folderowned", "accessasked", "disposeasked"})
"""Kinds of deeds about a folder, or a file that nobody is to find: no document can be shown."""
UNDOABLE: Final = frozenset(
    {"agreed", "approved", "restored", "published", "held", "unheld", "owned", "reviewed"}
)
"""Kinds of deeds that can be taken back."""

_DEEDS: Final = {
    "agreed": "made {} on the drive",
    "rulespublished": "put drive rules forward",
    "waived": "left something for a while",
    "missed": "noticed that {} is missing",
    "foundagain": "noticed that {} is back",
    "disposeasked": "asked to destroy {}",
    "disposed": "agreed to destroy what was asked for",
    "disposedropped": "kept what somebody had asked to destroy",
    "published": "put forward {}",
    "approved": "confirmed {}",
    "restored": "brought back {}",
    "archived": "put {} into the archive",
    "moved": "moved {}",
    "joined": "said that two records are one: {}",
    "held": "said not to move or remove {}",
    "unheld": "let {} go again",
    "owned": "named an owner of {}",
    "folderowned": "named an owner of the folder {}",
    "reviewed": "looked at {} again",
    "asked": "asked whether {} is current",
    "suggested": "suggested a change to {}",
    "reported": "reported that something is wrong with {}",
    "wanted": "asked for something that is not here",
    "accessasked": "asked to open {}",
    "vouched": "said that {} is still right",
    "answered": "answered somebody",
    "signposted": "changed whom to ask about {}",
}


def deed(done: Deed) -> str:
    """What was done, in a sentence without its full stop."""
    title = shown_title(done.path) if "." in name_of(done.path) else printable(done.path)
    named = f"“{title}” {done.label}".strip() if title else done.label
    if done.changes:
        named = counted(done.changes, "change")
    if done.undoes:
        return f"{done.who} took back {named}"
    if done.kind == "waived" and not done.note:
        return f"{done.who} {LOOKED_AGAIN}"
    return f"{done.who} {_DEEDS.get(done.kind, 'did something with {}').format(named)}"


def deed_line(done: Deed, now: datetime) -> str:
    """When it was done, the note that was left, and how much of it was undone since."""
    parts = (spoken_date(done.when, now), done.note, _undone_since(done))
    return " · ".join(part for part in parts if part)


def _undone_since(done: Deed) -> str:
    if done.left == 0 and not done.undoes:
        return ALL_BACK
    back = done.changes - done.left
    return f"{back:,} of {done.changes:,} undone" if back > 0 and not done.undoes else ""


def back_title(change: Change) -> str:
    """Which file goes back, by where it lay before."""
    return printable(change.to or change.path)


def back_line(change: Change) -> str:
    """Where it is now, or what does not count any more."""
    if not change.to:
        return KINDS[str(change.kind)]
    if is_within(change.path, ".librarian"):
        return BACK_SET_ASIDE
    if folder_of(change.path) == folder_of(change.to):
        return BACK_HERE.format(printable(name_of(change.path)))
    return BACK.format(printable(folder_of(change.path)) or TOP)
