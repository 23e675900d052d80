"""Every word about referrals that were sent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from librarian.domain.referrals import State, Waits
from ui.kit.wording import counted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.following import Followed
    from librarian.application.forms.handing_journal import Record
    from librarian.application.forms.reading_copies import Said

LOADING: Final = "Looking how your referrals stand …"
NONE_TITLE: Final = "No referral was sent yet"
NONE_TEXT: Final = (
    "When you hand a form over to a service, it stands here: where it went, on whom it waits, and "
    "what came of it."
)
TRY_AGAIN: Final = "Try again"
QUIET: Final = "Nothing is overdue, and nothing waits on you."

OVERDUE: Final = "Overdue"
WITH_YOU: Final = "Waiting on you"
TO_SIGN: Final = "Waiting for a sign-off"
WAITING: Final = "Waiting on others"
DONE: Final = "Done"
SHOW_ALL: Final = "Show all {} that are done"

STATES: Final = {
    State.TO_SIGN: "Waits for sign-off",
    State.RETURNED: "Sent back with a question",
    State.REFUSED: "Not agreed to",
    State.SIGNED: "Signed off, not sent yet",
    State.TO_SEND: "Not sent yet",
    State.SENT: "Sent",
    State.RECEIVED: "Received",
    State.ASKED: "More information wanted",
    State.ANSWERED: "More information given",
    State.ACCEPTED: "Accepted",
    State.DECLINED: "Declined",
    State.CLOSED: "Closed",
}
TONES: Final = {
    State.TO_SIGN: "warn",
    State.RETURNED: "warn",
    State.REFUSED: "bad",
    State.SIGNED: "accent",
    State.TO_SEND: "warn",
    State.ASKED: "warn",
    State.ACCEPTED: "good",
    State.DECLINED: "bad",
    State.SENT: "accent",
    State.RECEIVED: "accent",
    State.ANSWERED: "accent",
}
_HAPPENED: Final = {
    State.TO_SIGN: "waits for sign-off since",
    State.RETURNED: "sent back with a question",
    State.REFUSED: "not agreed to",
    State.SIGNED: "signed off",
    State.TO_SEND: "message prepared",
    State.SENT: "sent",
    State.RECEIVED: "received",
    State.ASKED: "asked",
    State.ANSWERED: "answered",
    State.ACCEPTED: "accepted",
    State.DECLINED: "declined",
    State.CLOSED: "closed",
}
STUCK: Final = "Could not be sent"
_WAITS: Final = {
    Waits.MANAGER: "Waits for {sign_off} to sign it off",
    Waits.SENDER: "Waits on {sender}",
    Waits.SERVICE: "Waits on the service",
}
_SAID: Final = {
    State.RETURNED: "{} asks",
    State.REFUSED: "{} says why not",
    State.TO_SIGN: "{} answered",
}
YOU: Final = "you"
NO_CASE: Final = "No case number"
MANAGER: Final = "a manager"

MESSAGE_WHAT: Final = (
    "This service has no inbox, so a message is ready. Look it over, check the address, and send "
    "it. Then say so here: the message is deleted from this computer."
)
OPEN_MESSAGE: Final = "Open the message"
SENT_IT: Final = "I have sent it"
SIGN_WHAT: Final = "{} has to agree before it goes to the service. Nothing was sent so far."
SIGNED_BY: Final = "Who signed it off? Their name"
SIGN: Final = "It is signed off: send it"
SIGN_OFF: Final = "Sign it off"
SIGN_OFF_WHAT: Final = (
    "If you agree that this goes to {}, sign it off. It goes from the sender’s computer, with your "
    "name and today’s date."
)
CHOOSE_FOLDER: Final = "Choose the working folder"
READ: Final = "Read it"
READ_WHAT: Final = "If you are the one who signs such referrals off: read it, then decide."
READ_NOTES: Final = "Good to know"
GOES: Final = "Goes to {}"
GOES_WHAT: Final = "This is what the service gets, and no more."
STAYS: Final = "Answered too, and not for this service"
STAYS_WHAT: Final = "You read it to see the whole. It is in no paper for {}."
READ_DONE: Final = "When you have read it"
NOT_YET: Final = "Not yet? Your question, or why not"
NOT_YET_HINT: Final = "Only the sender and the team can read it"
NOT_YET_WHAT: Final = (
    "With a question, it waits until the sender has answered or changed it. If you say no, it is "
    "not sent, and this copy is deleted."
)
SEND_BACK: Final = "Send it back with the question"
REFUSE: Final = "Say no"
BACK_TO_LIST: Final = "Back to the list"
CANNOT_READ: Final = (
    "You cannot read it here. {} If you have read it in another way and agree, sign it off."
)
NO_COPY: Final = (
    "No copy lies in your team’s folder: ask {} to look at their Sent referrals, then it comes."
)
SIGN_UNREAD: Final = "I have read it: sign it off"
SENT_BACK: Final = "It is with the sender again, with your question."
REFUSED_IT: Final = "You said no. It is not sent, and the copy is deleted."
ASKED_AGAIN: Final = "Your answer is there. It waits for the sign-off again."
TAKEN_BACK: Final = "It is taken back, and was not sent."
TAKEN_BACK_WHERE: Final = "It lies among your begun forms on the page Forms. Change it there."
TAKE_BACK: Final = "Take it back and change it"
ANSWER_MANAGER: Final = "Answer, and ask again"
REFUSED_WHAT: Final = "It was not sent to the service. Take it back to change it and ask anew."
LEAVE: Final = "It is over"
COPY_LIES: Final = (
    "It lies in your team’s working folder, encrypted, where your manager can read it until it is "
    "decided."
)
COPY_LACKS: Final = (
    "Your manager cannot read it at their own computer so far. {}Once that is so, it is put there "
    "by itself; until then, show it to them."
)
SIGNED_OFF: Final = "You have signed it off. It goes when the sender’s computer next looks."
SIGNED_WHAT: Final = "{} signed it off. It goes as soon as this computer can send it."
QUESTION: Final = "They ask"
WHY: Final = "They say why"
YOUR_ANSWER: Final = "Your answer"
ANSWERED: Final = "You answered"
ANSWER: Final = "Send the answer"
ANSWER_HINT: Final = "It goes beside the referral, where only the service reads it"
UNREADABLE: Final = "What they ask lies with the referral, and cannot be read from here. Ask them."
SEND_NOW: Final = "Try to send it now"
RECEIPT: Final = "What went where"
NOTE: Final = "Note what they told you"
NOTES: Final = (
    (State.RECEIVED, "They have it"),
    (State.ACCEPTED, "They accept it"),
    (State.DECLINED, "They decline it"),
    (State.CLOSED, "It is over"),
)
NOTED: Final = "It is noted."
SENT_NOW: Final = "It is sent."
NOT_SENT: Final = "It is not sent yet."
ANSWER_SENT: Final = "Your answer is with the service."

PURGE: Final = "Delete what was kept long enough"
PURGE_WHAT: Final = (
    "What you answered is kept on this computer, encrypted, until {} days after the service said "
    "what becomes of it. Then it is deleted, and only the number, the service and the days stay."
)
PURGED_NONE: Final = "Nothing was kept long enough to be deleted."
BACK: Final = "Back"

READ_HINTS: Final = (("Page down", "read on"), ("Tab", "next"), ("Esc", "back to the list"))
HINTS: Final = (("Tab", "next"), ("Enter", "press"), ("F5", "look again"))
KEYS: Final = (("Tab", "Go to the next thing you can do"), ("Enter", "Do it"))


def day(when: date, today: date) -> str:
    """A day as people say it."""
    if when == today:
        return "today"
    said = f"{when.day} {when:%B}"
    return said if when.year == today.year else f"{said} {when.year}"


def summary(on_you: int, on_others: int, overdue: int) -> str:
    """What waits, in one line."""
    parts = []
    if overdue:
        parts.append(f"{overdue} overdue")
    if on_you:
        parts.append(f"{counted(on_you, 'waits', 'wait')} on you")
    if on_others:
        parts.append(f"{counted(on_others, 'waits', 'wait')} on others")
    return " · ".join(parts) if parts else QUIET


def title(followed: Followed, names: dict[str, str]) -> str:
    """The service that a referral is for."""
    return names.get(followed.referral.service, followed.referral.service)


def line(followed: Followed, today: date) -> str:
    """The case, and when what happened."""
    referral = followed.referral
    first, last = (
        f"{_HAPPENED[step.state]} {day(step.day, today)}"
        for step in (referral.steps[0], referral.steps[-1])
    )
    is_numbered = any(letter.isdigit() for letter in referral.case)
    case = f"Case {referral.case}" if is_numbered else NO_CASE
    parts = list(dict.fromkeys([case, first, last]))
    if not followed.is_mine:
        parts.append(f"from {referral.sender}")
    return " · ".join(parts)


def waits(followed: Followed, today: date) -> str:
    """On whom it waits, and until when."""
    referral = followed.referral
    words = _WAITS.get(referral.waits_on)
    if words is None or referral.due is None:
        return ""
    sign_off = followed.record.sign_off if followed.record else ""
    sender = YOU if followed.is_mine else referral.sender
    said = words.format(sign_off=sign_off.lower() or MANAGER, sender=sender)
    when = day(referral.due, today)
    until = f"should have been done by {when}" if followed.is_overdue else f"until {when}"
    return f"{said}, {until}."


def receipt(record: Record) -> tuple[str, ...]:
    """What went where, line by line."""
    kinds = [name.rsplit(" ", 1)[-1] for name in record.files]
    how = "encrypted, " if record.sealed else ""
    lines = [f"Packet: {record.name}", f"Files: {how}{', '.join(kinds)}"]
    lines.append(
        f"It holds {counted(record.taken, 'question')} of the form, with what you answered."
    )
    if record.place:
        lines.append(f"Place: {record.place}")
    if record.signed:
        lines.append(f"Signed off by {record.signed}")
    return tuple(lines)


def reading_line(followed: Followed) -> str:
    """Of which case a copy is, and who asks for the sign-off."""
    return f"Case {followed.referral.case} · from {followed.referral.sender}"


def said_by(said: Said, *, mine: bool) -> str:
    """Who said something about a sign-off, and what it was."""
    if mine and said.state is State.TO_SIGN:
        return ANSWERED
    return _SAID[said.state].format(said.who)


def purged(count: int) -> str:
    """How much was deleted."""
    if not count:
        return PURGED_NONE
    return f"What you answered in {counted(count, 'referral')} was deleted."
