"""Every word about a service's inbox."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from librarian.domain.referrals import State
from ui.kit.wording import counted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.intake import Arrived

LOADING: Final = "Looking what came in …"
OPENING: Final = "Opening the referral …"
NO_INBOX: Final = "There is no inbox that you can read"
NO_INBOX_TEXT: Final = (
    "A service's inbox is a folder that only its people can open. If you work for a service, ask "
    "Business Support to name its folder, and IT to let you in."
)
EMPTY: Final = "Nothing came so far"
EMPTY_TEXT: Final = "When somebody refers a family to {}, it stands here."
CHOOSE: Final = "Choose a referral at the left."
TRY_AGAIN: Final = "Try again"
SERVICE: Final = "Service"
PACKETS: Final = "Referrals"
ANSWERS: Final = "What the referral says"
OVERDUE: Final = "Overdue"

STATES: Final = {
    State.TO_SIGN: "Not signed off",
    State.SIGNED: "Signed off",
    State.TO_SEND: "By e-mail",
    State.SENT: "New",
    State.RECEIVED: "Received",
    State.ASKED: "You asked for more",
    State.ANSWERED: "They answered",
    State.ACCEPTED: "Accepted",
    State.DECLINED: "Declined",
    State.CLOSED: "Closed",
}
TONES: Final = {
    State.SENT: "accent",
    State.ANSWERED: "accent",
    State.ASKED: "warn",
    State.ACCEPTED: "good",
    State.DECLINED: "bad",
}
SECTIONS: Final = {"You": "Who refers"}
"""Pages of a form that speak to whoever fills it in are called otherwise by whoever reads it."""
YOUR_ANSWER: Final = "Your answer"
RECEIVE: Final = "We have it"
ACCEPT: Final = "Accept"
DECLINE: Final = "Decline"
ASK: Final = "Ask for more"
CLOSE: Final = "It is over"
WORDS: Final = "What do you want to know, or why do you decline?"
WORDS_HINT: Final = "Needed to ask for more, or to decline"
WORDS_WHAT: Final = "It lies beside the referral, where only those who can open this inbox read it."
SEALED: Final = "It came encrypted, and was opened with your service's key."
SIGNED: Final = "Signed off by {} on {}."
FILES: Final = "Open its files"
OPEN_FORM: Final = "Open the form"
OPEN_SUMMARY: Final = "Open the summary"
OPEN_OTHER: Final = "Open {}"
YOU_ASKED: Final = "You asked"
THEY_SAID: Final = "They answered"
YOU_SAID: Final = "You said why"
PURGE: Final = "Delete what was kept long enough"
DONE: Final = {
    State.RECEIVED: "The referrer sees that you have it.",
    State.ASKED: "Your question is with the referrer.",
    State.ACCEPTED: "The referrer sees that you accept it.",
    State.DECLINED: "The referrer sees that you decline it, and why.",
    State.CLOSED: "It is closed.",
}
HINTS: Final = (("↑ ↓", "choose"), ("Tab", "next"), ("Enter", "press"))
KEYS: Final = (("↑ ↓", "Choose a referral"), ("Tab", "Go to what it says and what you can do"))


def day(when: date, today: date) -> str:
    """A day as people say it."""
    if when == today:
        return "today"
    said = f"{when.day} {when:%B}"
    return said if when.year == today.year else f"{said} {when.year}"


def row(arrived: Arrived, today: date) -> tuple[str, str]:
    """What stands in the list: the case, and how it stands."""
    referral = arrived.referral
    state = OVERDUE if arrived.is_overdue else STATES[referral.state]
    until = f" · answer by {day(referral.due, today)}" if referral.due else ""
    return f"Case {arrived.slip.case}", f"{state}{until}"


def came(arrived: Arrived, today: date) -> str:
    """When it came, and until when it is to be answered."""
    referral = arrived.referral
    said = f"Came {day(date.fromisoformat(arrived.slip.day), today)}"
    sender = f" from {referral.sender}" if referral.sender else ""
    due = f" · answer by {day(referral.due, today)}" if referral.due else ""
    return f"{said}{sender}{due}"


def waiting(number: int) -> str:
    """How many wait for the service."""
    return f"{counted(number, 'waits', 'wait')} for an answer" if number else "All are answered"


def purged(count: int) -> str:
    """How many were deleted."""
    return f"{counted(count, 'referral')} deleted." if count else "Nothing was kept long enough."


def file(name: str) -> str:
    """What the button of a file says."""
    for word, said in (("form.", OPEN_FORM), ("summary.", OPEN_SUMMARY)):
        if f" {word}" in name:
            kind = " (PDF)" if word == "form." and ".pdf" in name else ""
            return f"{said}{kind}"
    return OPEN_OTHER.format(name.rsplit(" ", 1)[-1].removesuffix(".age"))
