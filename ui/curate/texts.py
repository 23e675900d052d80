"""Every word of the page for whoever looks after the drive."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from librarian.domain.clocks import moment
from librarian.domain.paths import printable
from ui.kit.wording import counted, spoken_day

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.contracting import Made
    from librarian.application.copies_recognised import Already
    from librarian.application.managed_deciding import Decision
    from librarian.application.overseeing import ReviewDue, RuleCount, Today
    from librarian.domain.plans import Change
    from librarian.domain.wishes import Wish

MS: Final = 1_000_000
KEY: Final = "curate"
TITLE: Final = "Look after"
LOADING: Final = "Looking what needs you …"
TRY_AGAIN: Final = "Try again"
NOT_YOURS: Final = "This page is for Business Support"
NOT_YOURS_WHAT: Final = "It shows what waits on a drive that you look after."
BEGIN: Final = "Look after this drive"
SECTIONS: Final = "Parts of this page"

TODAY: Final = "Today"
LOOKS: Final = "Needs a look"
DOCUMENTS: Final = "Documents"
DEEDS: Final = "What was done"

QUIET: Final = "Nothing needs you today"
QUIET_WHAT: Final = "No form waits, nobody asked for anything, and no review is due."
NEEDS: Final = "What needs you today"

CONFIRM: Final = "Forms to confirm"
CONFIRM_WHAT: Final = "{} waiting. One key each; about a minute a form."
CONFIRM_START: Final = "Confirm them"
REVIEWS: Final = "Look at again"
STILL_RIGHT: Final = "Still right"
SHOW: Final = "Show it"
NO_OWNER: Final = "nobody owns it yet"
DECIDE: Final = "To decide"
AROUND: Final = "Done without Librarian"
RULES_EDITED: Final = "The file of drive rules was changed by hand"
RULES_EDITED_WHAT: Final = (
    "That changes nothing. Look what it would change; then let it count, or put it back."
)
RULES_EDITED_LOOK: Final = "Look at it"
HISTORY_WRONG: Final = "Somebody changed the history of this drive by hand"
HISTORY_WRONG_WHAT: Final = "What this computer still has of it can be put back."
HISTORY_MEND: Final = "Check it and put it right"
HISTORY_MENDED: Final = "The history is whole again."
HISTORY_LEFT: Final = "Not all of the history could be put right"
HISTORY_LEFT_WHAT: Final = (
    "Open Librarian on another computer of Business Support: it may have what is lost here. {}"
)
REQUESTS: Final = "What people asked for"
ANSWER: Final = "Done …"
ANSWER_ASK: Final = "What did you do about it? (They will read this.)"
ANSWER_SEND: Final = "Tell them"
FOR_IT: Final = "Message for IT"
RULES: Final = "Drive rules"
RULES_SHOW: Final = "Look at them"
SIGNPOSTS: Final = "Folders that people can ask to open"
SIGNPOSTS_WHAT: Final = (
    "Some folders are not for everybody. Name one here, and people who cannot open it see that it "
    "is there, and whom to ask. What lies in it is never shown to them."
)
SIGN_FOLDER: Final = "Folder, such as Court/Bundles"
SIGN_WHOM: Final = "Whom to ask"
SIGN: Final = "Show it to all"
UNSIGN: Final = "Take it away"
ASK_WHOM: Final = "Ask {}"
SIGNED: Final = "“{}” is shown to all now."
UNSIGNED: Final = "“{}” is not shown any more."
HEALTH: Final = "Confirmed forms over half a year"

ALREADY: Final = "New files that exist already"
ALREADY_SAME: Final = "It is a copy of “{}”."
ALREADY_NEAR: Final = "It says nearly the same as “{}”. Show it to see the difference."
MOVED: Final = (
    "Somebody moved or renamed it by hand: it is {} now. People still get what was confirmed."
)
DECISIONS: Final = {
    "edited": "It was changed after it was confirmed. People still get the confirmed one.",
    "missing": "The confirmed file is not in its place{}. People still get what was confirmed.",
    "rivals": "Two people confirmed different versions at the same time.",
    "unfinished": "Another computer began a change here and has not finished it.",
}
WISHES: Final = {
    "asked": "Is this the current one?",
    "suggested": "A change",
    "reported": "Something is wrong with it",
    "wanted": "Not on the drive so far",
    "accessasked": "May I open this folder?",
    "vouched": "It is still right, they say",
}

REGISTER: Final = "Register of documents"
REGISTER_WHAT: Final = "Every form and guide that somebody confirmed or put forward."
REGISTER_NONE: Final = "No document is confirmed yet"
REGISTER_NONE_WHAT: Final = "Confirm your most-used forms; then they are listed here."
COLUMNS: Final = ("Title", "Version", "Owner", "Look at again", "Status")
FILTER: Final = "Find in this list"
SAVE: Final = "Save as a spreadsheet …"
SAVE_TITLE: Final = "Where should the register go?"
SAVE_KINDS: Final = "Spreadsheet (*.xlsx);;Comma-separated (*.csv)"
SAVE_NAME: Final = "Register of documents.xlsx"
SAVED: Final = "The register is saved."
CITES: Final = "What changed? For example: Working Together"
CITES_FIND: Final = "Find what cites it"
CITES_ALL: Final = "Show all again"
CITES_AGAIN: Final = "Look at these again"
CITES_NONE: Final = "No confirmed document cites “{}”."
OWNER: Final = "Owner (a role, for example: Team manager)"
DEPUTY: Final = "Deputy"
PHONE: Final = "Telephone"
REVIEW: Final = "Look at again by (for example 3 March 2027)"
KEEP: Final = "Keep these"
KEPT: Final = "Kept: {}"
NOT_A_DAY: Final = "“{}” is not a day."
NOT_A_DAY_REMEDY: Final = "Write it like 3 March 2027."
CHOOSE_ONE: Final = "Choose a document to see and change who owns it."

PLAN_THESE: Final = "What could be done …"
LEAVE: Final = "Leave it"
LEAVE_WHY: Final = "Why? (Everybody can read it.)"
LEAVE_UNTIL: Final = "Until which day? (for example 3 March 2027)"
LEFT_UNTIL: Final = "It is left until {}."
PLAN: Final = "Changes to make"
PLAN_WHAT: Final = "Nothing is changed yet. You can undo all of it afterwards, days later too."
PLAN_NONE: Final = "Nothing can be done by itself here."
CONFLICTS: Final = "What cannot be done"
MAKE: Final = "Make these changes"
NOT_NOW: Final = "Change nothing"
PLANNING: Final = "Working out what could be done …"
MAKING: Final = "Making the changes …"
UNDOING: Final = "Taking changes back …"
PROGRESS: Final = "{} of {}"
STOP: Final = "Stop"
UNDO: Final = "Undo"
MORE: Final = "and {} more"
KINDS: Final = {
    "rename": "Gets another name",
    "move": "Goes to another folder",
    "archive": "Goes into the archive",
    "set-aside": "Is set aside, and can come back",
    "relink": "Links in it are mended",
    "approve": "Becomes the current one",
    "restore": "The confirmed one comes back",
    "owner": "Gets an owner",
    "review": "Is to be looked at again",
    "hold": "Is not moved or removed",
    "withdraw": "What was decided would not count any more",
}

ANSWERED: Final = "They will be told."
REVIEWED: Final = "“{}” is still right. It comes up again later."

KEYS: Final = (
    ("Left, Right", "Another part of this page, from its names"),
    ("Left, Right", "Fold or open a group, in what needs a look"),
    ("Esc", "Close what is compared"),
    ("Tab", "The next thing to do"),
    ("Enter", "Do it"),
)
HINTS: Final = (("← →", "other part"), ("Tab", "next"), ("Enter", "do it"))

_MOST_WRONG: Final = 3


def review_line(review: ReviewDue, today: date) -> str:
    """Who owns it, and how long it is overdue or has time."""
    days = (review.due - today).days
    if days < 0:
        when = f"{counted(-days, 'day')} overdue"
    else:
        when = "due today" if days == 0 else f"due in {counted(days, 'day')}"
    return f"{when} · {review.owner or NO_OWNER}"


def wish_title(wish: Wish) -> str:
    """What a wish is about."""
    if wish.kind == "accessasked":
        return printable(wish.path)
    return _title(wish.path) if wish.path else WISHES["wanted"]


def wish_words(wish: Wish) -> str:
    """What is wished, and by whom."""
    parts = (WISHES[wish.kind] if wish.path else "", wish.note)
    return " · ".join(part for part in (*parts, wish.who) if part)


def already(new: Already) -> str:
    """Which confirmed document a new file is, or nearly is."""
    words = ALREADY_SAME if new.exact else ALREADY_NEAR
    return words.format(_title(new.current))


def decision(matter: Decision) -> str:
    """What is to be decided."""
    if matter.lies_at:
        return MOVED.format(printable(matter.lies_at))
    since = "" if matter.since is None else f" since {day(moment(matter.since * MS).date())}"
    return DECISIONS[str(matter.matter)].format(since)


def rule_line(rule: RuleCount) -> str:
    """How many places need a look, and how many of them are new."""
    found = counted(rule.found, "file")
    is_told = 0 < rule.new < rule.found
    return f"{found}, {rule.new:,} of them new this week" if is_told else found


def health(today: Today) -> str:
    """What the picture of confirmed forms shows, for a screen reader."""
    if not today.health:
        return HEALTH
    first, last = today.health[0], today.health[-1]
    return f"{HEALTH}: from {first.confirmed} to {last.confirmed}"


def history_wrong(today: Today) -> str:
    """What is wrong with the history, and what can be done."""
    return " ".join([*today.history_wrong[:_MOST_WRONG], HISTORY_WRONG_WHAT])


def confirmed_so_far(today: Today) -> str:
    """How many forms are confirmed."""
    return f"{counted(today.confirmed, 'form')} confirmed so far."


def day(when: date | None) -> str:
    """A day as people write it; empty where there is none."""
    return f"{when.day} {when:%B %Y}" if when else ""


def since(when: datetime, now: datetime) -> str:
    """When something was, within a sentence."""
    return spoken_day(when, now)


def again(number: int) -> str:
    """What came of having documents looked at again."""
    return f"{counted(number, 'document')} to look at again, from today."


def citing(number: int, words: str) -> str:
    """How many documents cite something."""
    if not number:
        return CITES_NONE.format(words)
    verb = "cites" if number == 1 else "cite"
    return f"{counted(number, 'document')} {verb} “{words}”."


def made(done: int, failed: int) -> str:
    """What came of making changes."""
    said = f"{counted(done, 'change')} made."
    return f"{said} {failed:,} could not be made." if failed else said


def undone(done: int, failed: int) -> str:
    """What came of undoing."""
    said = f"{counted(done, 'change')} undone."
    return f"{said} {failed:,} stay as they are now." if failed else said


def why_not(result: Made) -> str:
    """Why the first few changes were not made."""
    return " ".join(each.reason for each in result.failed[:2])


def change_line(change: Change) -> str:
    """What happens to a file, from what to what."""
    said = KINDS[str(change.kind)]
    if not change.after or change.after == change.before:
        return said
    return f"{said}: {printable(change.after.splitlines()[0])}"


def _title(path: str) -> str:
    from librarian.domain.names import shown_title  # noqa: PLC0415 - not needed to type

    return shown_title(path)
