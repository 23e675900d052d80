"""Every word the Document page says."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from librarian.domain.paths import name_of, printable
from librarian.domain.searching import State
from ui.kit.wording import counted, listed, spoken_date, spoken_day

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import About, Edition, OpenElsewhere

BACK: Final = "Back"
BACK_WHY: Final = "Back to where you were (Esc)"
VERSIONS: Final = "Versions"
DETAILS: Final = "Details"
COMPARISON: Final = "Two versions side by side"
COMPARING: Final = "Comparing …"
LOADING: Final = "Getting its history …"
NOTHING: Final = "Nothing is known of this document just now."
TRY_AGAIN: Final = "Try again"

OPEN: Final = "Open"
OPEN_FOLDER: Final = "Open folder"
COPY_PATH: Final = "Copy path"
DATED_COPY: Final = "Save a dated copy"
CONFIRM: Final = "Confirm as current"
PUT_FORWARD: Final = "Put forward as a draft"
CHANGE_TEMPLATE: Final = "Change the template"
HOLD: Final = "Don’t move or remove"
LET_GO: Final = "Allow moving again"
ASK: Final = "Ask Business Support to confirm"
SUGGEST: Final = "Suggest a change"
REPORT: Final = "Report a problem"
STILL_RIGHT: Final = "Still right"
COMPARE: Final = "Compare with current"
COMPARE_BEFORE: Final = "Compare with the one before"
RESTORE: Final = "Bring this one back"
OPEN_VERSION: Final = "Open this version"
CLOSE_COMPARISON: Final = "Close"
CLOSE_COMPARISON_NAMED: Final = "Close the comparison"
MORE: Final = "More"

CONFIRM_TITLE: Final = "Confirm “{}” as the current version"
CONFIRM_WHY: Final = (
    "Everybody sees your name and today’s date. A version confirmed before goes to the Archive "
    "folder, where it can be found and brought back."
)
CONFIRM_NOTE: Final = "What is new in it? (you may leave this empty)"
FORWARD_TITLE: Final = "Put “{}” forward as a draft"
FORWARD_WHY: Final = "It is kept as a draft. The current version stays the current one."
FORWARD_NOTE: Final = "What did you change?"
RESTORE_TITLE: Final = "Bring back “{}”"
RESTORE_WHY: Final = (
    "It becomes the current version again. The one that is current now goes to the Archive folder."
)
RESTORE_NOTE: Final = "Why? (you may leave this empty)"
SUGGEST_TITLE: Final = "Suggest a change to “{}”"
SUGGEST_WHY: Final = "It reaches {}. Please name no child or family."
SUGGEST_NOTE: Final = "What should be different?"
REPORT_TITLE: Final = "Report a problem with “{}”"
REPORT_NOTE: Final = "What is wrong? For example: it does not open, or a link goes nowhere."
DO_IT: Final = {
    CONFIRM: "Confirm",
    PUT_FORWARD: "Put forward",
    RESTORE: "Bring it back",
    SUGGEST: "Send",
    REPORT: "Send",
}
CANCEL: Final = "Cancel"

CONFIRMED_NOW: Final = "Confirmed. It is the current version now."
FORWARD_NOW: Final = "It is kept as a draft."
RESTORED_NOW: Final = "It is the current version again."
HELD_NOW: Final = "Nobody will be asked to move or remove it now."
LET_GO_NOW: Final = "It may be moved again."
ASKED_NOW: Final = "Business Support will see that you asked."
SUGGESTED_NOW: Final = "Thank you. Business Support will see it."
REPORTED_NOW: Final = "Thank you. Business Support will see that something is wrong."
RIGHT_NOW: Final = "It is on record that it is still right."
RIGHT_TOLD: Final = "Thank you. Business Support will see that you find it still right."
ANSWERED_NOW: Final = "Done. It is off the list."
MAIL_READY: Final = "You cannot write on this drive, so a message is ready to send."
COPIED: Final = "Path copied."
COPIED_WHY: Final = "It stays the same when a new version is confirmed, so you can pass it on."
SAVED: Final = "A copy with today’s date is saved."
DRAFT_BEGUN: Final = "Here is a draft of the next version."
DRAFT_WHY: Final = "It is {}, beside the current one. Change it and save it, then put it forward."
CHOOSE_FOLDER: Final = "Where should the dated copy go?"

EDITED: Final = (
    "This file was changed after it was confirmed. You are looking at the confirmed version."
)
CHANGE: Final = "The change on the drive"
MISSING: Final = "The file is not in its place. You still get what was confirmed."
LIES_AT: Final = (
    "The file was moved or renamed by hand: it is {} now. You still get what was confirmed."
)
FOLLOW: Final = "Let this be its place"
FOLLOWED: Final = "That is its place from now on."
EDITED_ASK: Final = "Business Support will decide about the change."
EDITED_NEXT: Final = "Make the change the next version"
EDITED_BACK: Final = "Put the confirmed one back"
SEE_DIFFERENCE: Final = "See the difference"
HELD: Final = "Business Support asked that this is not moved or removed."
ANSWERED: Final = "Done"

GONE: Final = (
    "The file has not been in its place since {}. You still get what was confirmed. Business"
    " Support decide what becomes of it."
)
OWNER: Final = "Who owns it"
DEPUTY: Final = "Who stands in"
REVIEW: Final = "Next review"
FILE: Final = "File"
FOLDER: Final = "Folder"
OPEN_BY: Final = "Who has it open"
COPIES: Final = "Copies lie in"
WISHES: Final = "What people asked for"
KEEPERS: Final = "Who looks after it"
WHY: Final = "Why this one"
ONE_VERSION: Final = "There is only this version."

HINTS: Final = (
    ("↑ ↓", "versions"),
    ("Enter", "open"),
    ("C", "compare"),
    ("Ctrl+C", "copy path"),
    ("Esc", "back"),
)
KEYS: Final = (
    ("↑ and ↓", "Choose a version"),
    ("Enter", "Open the chosen version"),
    ("C", "Compare it with the current one"),
    ("Ctrl+Return", "Confirm it, or ask Business Support to"),
    ("Ctrl+E", "Suggest a change"),
    ("Ctrl+C", "Copy the path"),
    ("Ctrl+S", "Save a dated copy"),
    ("Esc", "Close the comparison; back to where you were"),
)


def standing(about: About, now: datetime) -> str:
    """How it is known which version to use, as a line."""
    edition = about.current
    if edition is None:
        return NOTHING
    if about.question:
        return about.question
    if edition.is_confirmed and edition.state is State.CURRENT:
        return f"Confirmed by {edition.who}, {spoken_day(edition.when, now)}"
    if edition.state is State.LOOKS_NEWEST:
        return "Not confirmed yet"
    if edition.state is State.ONLY:
        return "The only version. Not confirmed yet"
    return (
        f"Put forward by {edition.who}, {spoken_day(edition.when, now)}"
        if edition.who
        else edition.why
    )


def edition_name(edition: Edition) -> str:
    """What a version is called in a sentence: its label, or its file's name."""
    if edition.is_change:
        return CHANGE
    return edition.label or Path(edition.path).stem or "an earlier version"


def edition_line(edition: Edition, now: datetime) -> str:
    """Who decided about a version, and when; or when its file was changed."""
    when = spoken_date(edition.when, now)
    verbs = {State.DRAFT: "Put forward by", State.CURRENT: "Confirmed by"}
    if edition.who:
        return f"{verbs.get(edition.state, 'Confirmed by')} {edition.who}, {inside(when)}"
    return f"Changed {inside(when)}"


def inside(date: str) -> str:
    """A date as it stands after other words: ``today``, but ``Nov``."""
    return date.replace("Today", "today").replace("Yesterday", "yesterday")


def open_by(found: OpenElsewhere, now: datetime) -> str:
    """Who has a file open, and whether that is to be believed."""
    since = inside(spoken_date(found.since, now))
    if found.doubtful:
        return f"{found.who}, since {since}. This may be a leftover: ask before you wait for it."
    return f"{found.who}, since {since}"


def around(about: About, now: datetime) -> str:
    """What somebody did with its file without Librarian; empty where nobody did."""
    if not about.is_missing:
        return EDITED if about.edited else ""
    if about.lies_at:
        return LIES_AT.format(printable(about.lies_at))
    return _gone(about, now) or MISSING


def missing(about: About, now: datetime) -> str:
    """Since when its file is gone, as others found; empty where it is there, or gone here too."""
    return "" if about.is_missing else _gone(about, now)


def _gone(about: About, now: datetime) -> str:
    return GONE.format(spoken_day(about.missing_since, now)) if about.missing_since else ""


def owner(about: About) -> str:
    """Who owns a document, with how to reach them."""
    return " · ".join(part for part in (about.owner, about.phone) if part)


def other_copies(number: int) -> str:
    """How many copies there are beside those that are named."""
    return f"and {counted(number, 'other place')}"


def differences(number: int) -> str:
    """How many pieces of text are not the same."""
    return f"{counted(number, 'difference')}" if number else "Every word is the same."


def to_whom(keepers: tuple[str, ...]) -> str:
    """Whom a suggestion reaches."""
    return listed(keepers) or "Business Support"


def draft_lies(path: str) -> str:
    """Where the draft of the next version lies, and what to do with it."""
    return DRAFT_WHY.format(printable(name_of(path)))


def saved_as(target: Path) -> str:
    """Where the dated copy went."""
    return f"{target.name} is in {target.parent}."
