"""Every word of the part where two people agree to destroy what was kept long enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from librarian.domain.paths import folder_of, printable
from librarian.domain.planning import QUARANTINE
from ui.kit.wording import counted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from collections.abc import Sequence
    from datetime import date

    from librarian.application.disposing_queue import Disposal, Outcome

TITLE: Final = "To destroy"
WAIT: Final = "Looking what was kept long enough …"
NONE: Final = "Nothing was kept long enough to go"
NONE_WHAT: Final = (
    "Replaced versions, and what lies in the archive or was set aside, are listed here when their"
    " time is over. Until then they are kept."
)
LOOK: Final = "Look at it"
WAITING_WHAT: Final = "Nothing is destroyed before a second person has looked at it."
COLUMNS: Final = ("What", "Why", "How it stands", "Kept until")
CHOOSE: Final = "Choose one or more. Ctrl+A chooses all."
ASK: Final = "Ask to destroy …"
AGREE: Final = "Agree to destroy …"
KEEP: Final = "Keep after all"
NOTHING_YET: Final = (
    "Nothing is destroyed now. Somebody else who looks after the drive must look at it and agree."
    " Until then either of you can keep it after all."
)
FOR_GOOD: Final = "This destroys for good, and it cannot be undone."
GOES: Final = (
    "The file goes, what is recorded of it in Librarian goes, and nobody can bring it back: not"
    " you, not Librarian. It stays on record that two people agreed, and when. Copies in IT’s"
    " backups go when IT remove them."
)
WHY: Final = "Why may it go? (Everybody can read it.)"
ASK_NOW: Final = "Ask for it"
NOT_NOW: Final = "Change nothing"
WORKING: Final = "One after the other …"
STOP: Final = "Stop"
PROGRESS: Final = "{} of {}"
WHICH: Final = "What it is about"
MORE: Final = "and {} more"
MINE: Final = "You asked for it. Somebody else must agree."
ANOTHER: Final = "{} asked for it. You can agree, or keep it."
ASIDE: Final = f"{QUARANTINE}/"
_WHERE: Final = {
    "replaced": "The one in use lies in {}.",
    "archived": "It lies in {}.",
    "aside": "It lay in {}.",
    "by-hand": "It lies in {}.",
}
_WHY: Final = {
    "replaced": "Replaced",
    "archived": "In the archive",
    "aside": "Set aside",
    "by-hand": "Moved here by hand, seen since",
}
_WHY_SHORT: Final = {"by-hand": "By hand, seen"}


def why(found: Disposal) -> str:
    """Why nobody uses it any more, and since when."""
    return f"{_WHY[str(found.why)]} {day(found.since)}"


def why_short(found: Disposal) -> str:
    """The same where there is little room."""
    words = _WHY_SHORT.get(str(found.why))
    return f"{words} {day(found.since)}" if words else why(found)


def name(found: Disposal) -> str:
    """What people call it."""
    return printable(f"{found.title} {found.label}".strip())


def standing(found: Disposal) -> str:
    """How far it has got."""
    if found.hindrance:
        return "Must stay"
    if not found.asked:
        return "Time is over"
    return "You asked" if found.mine else f"{found.who} asked"


def told(found: Disposal) -> str:
    """What there is to know of one."""
    where = printable(folder_of(found.path.removeprefix(ASIDE)))
    lines = [f"{why(found)}. Kept until {day(found.kept_until)}."]
    if where:
        lines.append(_WHERE[str(found.why)].format(where))
    if found.asked and not found.hindrance:
        lines.append(MINE if found.mine else ANOTHER.format(found.who))
    if found.note:
        lines.append(f"“{found.note}”")
    if found.hindrance:
        lines.append(f"It must stay: {found.hindrance}")
    return "\n".join(lines)


def told_of(chosen: Sequence[Disposal]) -> str:
    """What there is to know of several."""
    if not chosen:
        return CHOOSE
    counts = (
        (sum(each.may_be_asked for each in chosen), "can be asked for"),
        (sum(each.may_be_agreed for each in chosen), "can be agreed to"),
        (sum(each.mine for each in chosen), "you asked for"),
        (sum(bool(each.hindrance) for each in chosen), "must stay"),
    )
    return "\n".join(f"{number:,} {words}" for number, words in counts if number)


def day(when: date) -> str:
    """A day as people write it."""
    return f"{when.day} {when:%B %Y}"


def things(number: int) -> str:
    """How many are chosen."""
    return counted(number, "thing")


def asking(number: int) -> str:
    """The title of asking as the first person."""
    return f"Ask to have {things(number)} destroyed"


def agreeing(number: int) -> str:
    """The title of agreeing as the second person."""
    return f"Destroy {things(number)} for good?"


def agree_now(number: int) -> str:
    """The button that destroys."""
    return f"Destroy {things(number)} for good"


def asked(outcome: Outcome) -> str:
    """What came of asking."""
    return _counted(outcome, "wait for a second person now", "waits for a second person now")


def agreed(outcome: Outcome) -> str:
    """What came of agreeing."""
    return _counted(outcome, "are destroyed for good", "is destroyed for good")


def kept(outcome: Outcome) -> str:
    """What came of keeping."""
    return _counted(outcome, "stay as they are", "stays as it is")


def not_done(outcome: Outcome) -> str:
    """Why some did not go the same way."""
    if not outcome.failed:
        return ""
    return f"{things(outcome.failed)} could not be dealt with. {outcome.reason}"


def waiting(number: int) -> str:
    """How much waits for this person to agree."""
    return f"{things(number)} {'waits' if number == 1 else 'wait'} for a second person to agree."


def _counted(outcome: Outcome, many: str, one: str) -> str:
    return f"{things(outcome.done)} {one if outcome.done == 1 else many}."
