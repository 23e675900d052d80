"""Every word about looking after a drive."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from librarian.domain.paths import folder_of, printable
from ui.kit.wording import counted, listed, spoken_date, spoken_folder

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Care, Edition, Task

TITLE: Final = "Look after this drive"
BACK: Final = "Back"
LOADING: Final = "Looking who looks after this drive …"
TRY_AGAIN: Final = "Try again"

BEGIN_LEAD: Final = (
    "This is for Business Support. Once somebody looks after the drive, everybody sees which form "
    "is the current one, who confirmed it and when."
)
BEGIN_WHAT: Final = (
    (
        "A folder named .librarian is put at the top of the drive. It keeps what was confirmed, "
        "by whom, and the confirmed versions themselves."
    ),
    "A version that is replaced goes to the folder Archive. It can be brought back at any time.",
    "Nothing else on the drive is changed unless you say so.",
    "Who may write on the drive stays as IT has set it.",
)
BEGIN_WHAT_TITLE: Final = "What happens"
DRIVE_NAME: Final = "What does your team call this drive?"
DRIVE_HINT: Final = "For example: Safeguarding team drive"
KEEPER: Final = "Who looks after it with you? (the name they sign in with)"
KEEPER_HINT: Final = "You can leave this empty and name somebody later"
KEEPER_WHY: Final = "Two people are better than one: then it goes on when one of you is away."
BEGIN: Final = "Look after this drive"
CANNOT: Final = "You can read this drive but not write on it. Ask IT, or somebody who can."

MINE: Final = "You look after this drive"
MINE_ALONE: Final = "Only you look after it so far. Who does it with you?"
ADD_KEEPER: Final = "Name them"
OTHERS: Final = "{} look after this drive"
OTHER: Final = "{} looks after this drive"
OTHERS_WHAT: Final = (
    "If you think that a form is out of date, open “All about this document” from the results, and "
    "suggest a change or ask them to confirm it."
)
GONE: Final = "They have done nothing here for four weeks. If they have left, you can take over."
GONE_WHY: Final = "Why do you take over? Everybody will see this."
TAKE_OVER: Final = "Take over"
TAKEN: Final = "Taken over by"

PEOPLE: Final = "Who looks after it"

TASK_TITLE: Final = "Confirm your twenty most-used forms"
TASK_WHAT: Final = (
    "One at a time, you say which version is the current one. It takes about twenty minutes, and "
    "you can stop whenever you like."
)
TASK_START: Final = "Start"
TASK_NONE: Final = "Every form that looks much used is confirmed. Well done."
TASK_WAIT: Final = "Looking for your most-used forms …"
WISHES: Final = "What people asked for"
NO_WISHES: Final = "Nobody asked for anything so far."
SHOW: Final = "Show it"

QUESTION: Final = "Is this the current one?"
YES: Final = "Yes, this is the current one (Y)"
NO_NEXT: Final = "No, show the next one (N)"
NO_LAST: Final = "No, it is none of these (N)"
LATER: Final = "Later (L)"
UNDO: Final = "Undo (U)"
OPEN: Final = "Open it (O)"
STOP: Final = "Stop here"
BESIDE: Final = "Beside it"
ALONE: Final = "No other version was found."
TEXT: Final = "What it says"
DIFFERENCES: Final = "What is different"
COMPARING: Final = "Comparing …"
CANNOT_COMPARE: Final = "They cannot be compared here. {}"
CONFIRMED: Final = "{} is confirmed."
WILL_CONFIRM: Final = "“{}”: yes. It is confirmed when you go on."
LEFT: Final = "“{}”: later."
NONE: Final = "“{}”: none of these."

DONE: Final = "That was the last one"
DONE_MORE: Final = "Go on with the next twenty"
DONE_BACK: Final = "Back to Find"
BEGUN: Final = "You look after this drive now."
NAMED: Final = "{} looks after this drive too now."

HINTS_TASK: Final = (
    ("Y", "yes"),
    ("N", "no, the next one"),
    ("L", "later"),
    ("U", "undo"),
    ("O", "open"),
    ("Esc", "stop"),
)
HINTS: Final = (("Tab", "next"), ("Enter", "press"), ("Esc", "back"))
KEYS: Final = (
    ("Y", "Yes, this is the current one"),
    ("N", "No: show the next version"),
    ("L", "Later"),
    ("U", "Undo the last answer"),
    ("O", "Open it"),
    ("Esc", "Stop; back to where you were"),
)


def who(care: Care) -> str:
    """Who looks after the drive, as a title."""
    if care.is_mine:
        return MINE
    words = OTHERS if len(care.keepers) > 1 else OTHER
    return words.format(listed(care.keepers) or "Nobody")


def progress(place: int, total: int, confirmed: int) -> str:
    """How far one has got."""
    return f"{place} of {total} · {confirmed} confirmed"


def done(confirmed: int, later: int) -> str:
    """What came of it."""
    said = f"{counted(confirmed, 'form')} confirmed"
    return f"{said}, {later} left for later." if later else f"{said}."


def used(task: Task, *, alone: bool) -> str:
    """How often a document was opened here, and whether there is another version."""
    often = f"Opened {task.used} times on this computer." if task.used > 1 else ""
    return " ".join(part for part in (often, ALONE if alone else "") if part)


def place_of(edition: Edition) -> str:
    """Where a version lies."""
    return spoken_folder(printable(folder_of(edition.path)))


def name_of(edition: Edition) -> str:
    """What a version's file is called."""
    from librarian.domain.names import shown_title  # noqa: PLC0415 - not needed to type

    return shown_title(edition.path) + PurePosixPath(edition.path).suffix


def about(edition: Edition, now: datetime) -> str:
    """What a version calls itself, and when it was changed."""
    said = spoken_date(edition.when, now)
    date = said.replace("Today", "today").replace("Yesterday", "yesterday")
    return " · ".join(part for part in (edition.label, f"changed {date}") if part)
