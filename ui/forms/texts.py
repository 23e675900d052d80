"""Every word of filling in forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.kit.wording import counted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from datetime import date

    from librarian.application.forms.form_desk import Draft
    from librarian.application.forms.handing_journal import Record
    from librarian.application.forms.team_drafts import TeamDraft
    from librarian.domain.forms.carrying_over import LastTime
    from librarian.domain.forms.cases import Prefilled
    from librarian.domain.forms.form import Service
    from librarian.domain.forms.referral import Count

KEY: Final = "forms"
TITLE: Final = "Forms"
LEAD: Final = "Fill in a form"
LEAD_WHAT: Final = "Each fact is asked once. You can stop at any time and carry on later."
LOADING: Final = "Looking for forms …"
TRY_AGAIN: Final = "Try again"
START: Final = "Start"
BEGUN: Final = "Carry on"
LAST_TIMES: Final = "Follow on from last time"
NEXT_ONE: Final = "Begin the next one"
CARRY_ON: Final = "Carry on"
DELETE: Final = "Delete"
DELETED: Final = "“{}” is deleted."
NO_DRAFTS_KEPT: Final = "What you write is not kept on this computer yet"
LOCKED_WHY: Final = (
    "This computer has no safe place for a key. Type your passphrase, or choose one: half-filled "
    "forms, minutes and what you hand over are kept locked with it. Nobody can open them without."
)
LOCKED_ASK: Final = "Passphrase (ten letters or more; three words do)"
UNLOCK: Final = "Use it"
CLOSED: Final = "It was locked with another passphrase, or its file was changed."
OTHER_WORDS: Final = "The passphrase of before"
OTHER_WORDS_WHAT: Final = (
    "Had you another passphrase before? Type it once: what it opens is then kept under the one "
    "that you use now."
)
OPEN_OLDER: Final = "Open them with it"
UNLOCKED: Final = "Half-filled forms are kept from now on."

BACK: Final = "Back"
NEXT: Final = "Next"
CHECK: Final = "Check your answers"
LEAVE: Final = "Keep it and leave"
PAGES: Final = "Pages of this form"
KEPT: Final = "Kept {}"
NOT_KEPT: Final = "Not kept: set a passphrase on the Forms page"
KEEPING: Final = "Keeping …"
ADD: Final = "Add another"
REMOVE: Final = "Remove"
PUT_BACK: Final = "Put back"
ROW_GONE: Final = "Number {} is taken out."
OPTIONAL: Final = "{} (if you know)"
YES: Final = "Yes"
NO: Final = "No"
NONE_CHOSEN: Final = "Choose …"
DAY_HINT: Final = "For example 4 May 2016"
TIME_HINT: Final = "For example 2.30 pm"
LINES_HINT: Final = "One on each line"
NOT_A_DAY: Final = "This is not a day. Write it like 4 May 2016."
NOT_A_TIME: Final = "This is not a time. Write it like 2.30 pm."
STILL_RIGHT: Final = "Still right"
STILL_OR_ANEW: Final = "It says: {}. Say that it is still right, or answer it anew."
RESTRICT_WHAT: Final = "Which answer"
RESTRICT_WHOM: Final = "Who must not see it"
RESTRICT_WHY: Final = "Why (nobody sees this)"
RESTRICT_NOBODY: Final = "No service at all"
CANNOT_NOW: Final = "This is not asked for now."

CASE_TITLE: Final = "Fill in what is known"
CASE_NUMBER: Final = "Case number, such as C-100245"
CASE_DO: Final = "Fill in"
CASE_WHAT: Final = "From {}. You check each answer; nothing of yours is overwritten."
CASE_NONE: Final = "No case system is set up; you choose one in Settings."
CASE_FOUND: Final = "{} filled in. Please check them."
CASE_NOTHING: Final = "Nothing new was found."
CASE_NOTHING_DO: Final = "What is known is filled in already, or you answered it yourself."
LAST_DO: Final = "Bring over the last referral"
PASTE_DO: Final = "Paste a case summary"
PASTE_WHAT: Final = "A case summary can also be dropped here as a file. It is read, and not kept."
NOTHING_COPIED: Final = "There is nothing to paste."
NOTHING_COPIED_DO: Final = "Copy the case summary from the case system first."

TEAM: Final = "In your team’s folder"
TEAM_PEOPLE: Final = "Who can open these: {}."
SHARE: Final = "Share with my team"
UNSHARE: Final = "Take out of the team’s folder"
SHARED: Final = "This form lies in your team’s folder now."
SHARED_WHY: Final = "A colleague or your manager finds it on the Forms page and can carry on."
UNSHARED: Final = "Only you have this form now."
ELSEWHERE: Final = "{} has gone on with this form in the team’s folder."
ELSEWHERE_DO: Final = "What you wrote is your own draft now. Press “Bring both together”."

ELSEWHERE_GONE: Final = "{} has deleted this form in the team’s folder."
ELSEWHERE_GONE_DO: Final = "What you wrote is your own draft now, so nothing of yours is lost."
APART: Final = "A colleague went on with this form in the team’s folder. This one is yours alone."
HAS_APART: Final = "You have a draft of this form beside the team’s."
HAS_APART_DO: Final = "Press “Bring both together” in the list of forms to choose what is kept."
JOIN_DO: Final = "Bring both together"
JOIN_TITLE: Final = "Two of you wrote in this form"
JOIN_WHAT: Final = (
    "{} wrote in the one in your team’s folder, you in your own. Choose for each answer. Both stay "
    "as they are until you press the button at the end."
)
_WROTE: Final = "{} wrote"
YOU_WROTE: Final = "You wrote"
NOTHING_WRITTEN: Final = "Nothing"
KEEP_BOTH: Final = "Keep both, one under the other"
JOIN: Final = "Make it one form"
JOIN_LATER: Final = "Not now"
JOINED: Final = "It is one form again, in your team’s folder. {} finds it there."
ALL_CHOSEN: Final = "All is chosen."
DELETE_ASK: Final = "Delete it? It cannot be brought back."
DELETE_TEAM_ASK: Final = "Delete it for everybody? It can be put back for 7 days."
DELETE_DO: Final = "Delete it"
DELETE_NOT: Final = "Keep it"
DELETED_TEAM: Final = "“{}” is deleted for everybody. It can be put back for 7 days."
PUT_BACK_DRAFT: Final = "Put it back"
BACK_AGAIN: Final = "It is in everybody’s list again."

SERVICE_FOR: Final = "For: {}"
SERVICE_NOT: Final = "Not for: {}"
SERVICE_WAIT: Final = "Waiting time: {}"
SERVICE_WHEN: Final = "Choose it when {}"
HELP_CHOOSE: Final = "Help me choose"

CHECK_TITLE: Final = "Check your answers"
CHECK_WRONG: Final = "Before it can go"
CHECK_NOTE: Final = "Please note"
CHECK_FINE: Final = "Everything that is needed is there."
CHECK_EMPTY: Final = "Nothing is answered on this page."
CHANGE: Final = "Change"
GO_TO_IT: Final = "Go to it"
FINISH: Final = "Finish"
FINISH_SEND: Final = "Hand it over"
FINISHING: Final = "Making the documents …"
CHOOSE_FOLDER: Final = "Where should your own copies go?"

DONE: Final = "Done"
DONE_SENT: Final = "What went where"
DONE_FILES: Final = "Your own copies"
OPEN_FOLDER: Final = "Open the folder"
OPEN_MESSAGE: Final = "Open the message"
COPY: Final = "Copy"
COPIED: Final = "Copied: {}"
TEXT_TITLE: Final = "Text for the case system"
TEXT_WHAT: Final = "One key copies each part; paste it where it belongs."
AGAIN: Final = "Back to forms"
FOLLOW: Final = "See how they go on"
RECEIPT: Final = "Case {}, handed over on {}."
_HELD: Final = "{}{} of the form, in {}."
_ENCRYPTED: Final = "Encrypted: "
READABLE: Final = "Your manager can read it now, at their own computer."
STAGES: Final = {
    "unsigned": "Waits for a manager’s sign-off.",
    "begun": "Not gone yet. {}",
    "placed": "In the service’s inbox.",
    "sent": "In the service’s inbox.",
    "letter": "A message is ready. Please send it.",
    "purged": "Done.",
}

KEYS: Final = (
    ("Ctrl+PgDown", "Next page of the form"),
    ("Ctrl+PgUp", "The page before"),
    ("Ctrl+Return", "Check your answers"),
    ("Esc", "Keep it and leave"),
)
HINTS: Final = (
    ("Tab", "next question"),
    ("Ctrl+PgDown", "next page"),
    ("Ctrl+PgUp", "page before"),
    ("Ctrl+Enter", "check answers"),
    ("Esc", "keep and leave"),
)
HINTS_LIST: Final = (("Tab", "next"), ("Enter", "press"))


def running_line(count: Count) -> str:
    """How much is asked, instead of what, and what was filled in."""
    parts = []
    if count.services:
        parts.append(counted(count.services, "service"))
        asked = counted(count.questions, "question")
        more = count.instead_of > count.questions
        parts.append(f"{asked} instead of {count.instead_of:,}" if more else asked)
    if count.filled_in:
        parts.append(f"{count.filled_in:,} filled in for you")
    return " · ".join(parts)


def from_where(known: Prefilled, source: str) -> str:
    """Where an answer comes from, and how old it is."""
    if known.as_of is None:
        return f"From {source}; nobody knows how old it is."
    return f"From {source}, recorded {day(known.as_of)}."


def asks_again(known: Prefilled, source: str) -> str:
    """The same for an answer that may be out of date."""
    return f"Is this still right? {from_where(known, source)}"


def day(when: date) -> str:
    """A day as people write it."""
    return f"{when.day} {when:%B %Y}"


def filled_in(number: int) -> tuple[str, str]:
    """How much was known, and what to do."""
    if not number:
        return CASE_NOTHING, CASE_NOTHING_DO
    return CASE_FOUND.format(counted(number, "answer")), ""


def who_opens(people: tuple[str, ...]) -> str:
    """Whose computers can open what the team shares."""
    return TEAM_PEOPLE.format(", ".join(people)) if people else ""


def team_title(draft: TeamDraft) -> str:
    """A form of the team, with its case number where it has one."""
    return f"{draft.title}, {draft.case}" if draft.case else draft.title


def team_line(draft: TeamDraft) -> str:
    """In whose hands it was last, and when."""
    line = f"{draft.who} wrote in it last, on {day(draft.kept.date())}."
    return f"{line} The form has a new version; please begin it anew." if draft.outdated else line


def draft_line(draft: Draft) -> str:
    """When a draft was kept, and until when."""
    if draft.is_closed:
        return f"Kept {day(draft.kept)}. {CLOSED}"
    if draft.outdated:
        return f"Kept {day(draft.kept)}. The form has a new version; please begin it anew."
    return f"Kept {day(draft.kept)}, until {day(draft.expires)}."


def team_line_gone(draft: TeamDraft) -> str:
    """Who deleted it, and until when it can be put back."""
    until = day(draft.gone) if draft.gone else ""
    return f"{draft.who} deleted it on {day(draft.kept)}. It can be put back until {until}."


def wrote(who: str) -> str:
    """Whose answer it is."""
    return _WROTE.format(who)


def choose_first(number: int) -> str:
    """How many answers are still to be chosen."""
    return f"Choose for {counted(number, 'answer')} first."


def last_line(last: LastTime) -> str:
    """Whom the last one was about, and when it was finished."""
    whom = " and ".join(last.about)
    return f"{whom}, last time on {day(last.kept)}." if whom else f"Last time: {day(last.kept)}."


def service_lines(service: Service) -> tuple[str, ...]:
    """What one needs to know to choose a service."""
    lines = (
        service.purpose,
        SERVICE_FOR.format(service.suits) if service.suits else "",
        SERVICE_NOT.format(service.does_not_suit) if service.does_not_suit else "",
        SERVICE_WAIT.format(service.waiting) if service.waiting else "",
    )
    return tuple(line for line in lines if line)


def help_line(service: Service) -> str:
    """When to choose a service."""
    return SERVICE_WHEN.format(service.choose_when) if service.choose_when else ""


def word_count(number: int) -> str:
    """How long an answer is."""
    return counted(number, "word")


def problems(number: int) -> str:
    """How many things are to be put right."""
    return f"{CHECK_WRONG}: {counted(number, 'thing')} to put right"


def page_spoken(title: str, *, problems: int, done: bool) -> str:
    """What is said of a page in the list of pages."""
    if problems:
        return f"{title}, {counted(problems, 'thing')} to put right"
    return f"{title}, looked through" if done else title


def receipt_line(record: Record) -> str:
    """How far one packet got, and what is in it."""
    said = STAGES[str(record.stage)].format(record.problem).strip()
    if record.sign_off and not record.signed:
        return f"{said} {record.lacks or READABLE}"
    if not record.files:
        return said
    how = _ENCRYPTED if record.sealed else ""
    asked, files = counted(record.taken, "question"), counted(len(record.files), "file")
    return f"{said} {_HELD.format(how, asked, files)}"
