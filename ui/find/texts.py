"""Every word the Find page says, in the language of the people who use it."""

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from librarian.domain.kinds import Kind
from librarian.domain.searching import Age, Counts, Hit, State
from ui.kit.wording import counted, listed, spoken_day

TITLE: Final = "Find"
SEARCH: Final = "Search the drive"
SEARCH_HINT: Final = "Type a few letters: genogram, safety plan, anger under 7 …"
SEARCH_HELP: Final = "Results show as you type. Press Down to go into the results."
RESULTS: Final = "Results"
PREVIEW: Final = "Preview"
FACTS: Final = "Facts"
FILTERS: Final = "Filters"

FACET_TYPE: Final = "Type"
FACET_FOLDER: Final = "Folder"
FACET_AGE: Final = "Age group"
FACET_THEME: Final = "Theme"
FACET_LANGUAGE: Final = "Language"
FACET_CHANGED: Final = "Changed"
NO_CHOICE: Final = "Nothing to choose from here"

PERSONAL: Final = "Holds personal details: text not shown"
PERSONAL_WHY: Final = "This file holds personal details, so its text is not shown here."
PERSONAL_DO: Final = "Open it only if you need it for your work."

ALSO: Final = "Also searching: {}"
CORRECTED: Final = "Showing results for “{}”."
ONLY_FOR: Final = "Search only for “{}”"
CLEAR: Final = "Clear the search"
CLEAR_ALL: Final = "Clear all"

OPEN: Final = "Open"
OPEN_FOLDER: Final = "Open folder"
PRINT: Final = "Print"
FILL_IN: Final = "Fill in a copy"
STAR: Final = "Star"
UNSTAR: Final = "Remove star"
COPY_PATH: Final = "Copy path"
MORE: Final = "More"

PRINTING: Final = "Sent to the printer."
PATH_COPIED: Final = "Path copied."
COPIED: Final = "Your copy is ready to fill in."
CHOOSE_PLACE: Final = "Where should your copy go?"

FACT_FILE: Final = "File"
FACT_FOLDER: Final = "Folder"
FACT_SIZE: Final = "Size"
FACT_CHANGED: Final = "Changed"
FACT_SINCE: Final = "First seen here"
FACT_STATE: Final = "Can’t open"
FACT_AUTHOR: Final = "Author"
FACT_REVISION: Final = "Times saved"
FACT_TEMPLATE: Final = "Template"
FACT_WORDS: Final = "Length"
FACT_PERSONAL: Final = "Personal details"
FACT_TEXT: Final = "Text"
FACT_WARNINGS: Final = "Please note"
NOT_READ_YET: Final = "Not looked inside yet"
SHOW_FACTS: Final = "Show facts"
HIDE_FACTS: Final = "Hide facts"
SHEETS: Final = "Sheets"

LOADING: Final = "Getting the preview …"
NOTHING_CHOSEN: Final = "Choose a result to see it here."
CUT: Final = "The preview ends here. Open the file to read on."
SHEET_CUT: Final = "The preview shows the first rows. Open the file to see the rest."

STARRED: Final = "Starred"
RECENT: Final = "Opened lately"
CHANGED: Final = "New or changed since you last looked"
SHELVES: Final = "Shelves"
NO_STARS: Final = "Press Ctrl+S on a result to keep it here."
NO_RECENT: Final = "Files you open from here will show up here."
NO_CHANGES: Final = "Nothing new since you last looked."
NO_SHELVES: Final = "The team’s folders show up here while the drive is looked at."
TOP: Final = "Top of the drive"

OPENS: Final = "Open {}"
SHOWS_SHELF: Final = "Show what lies in {}"

_LIMIT: Final = re.compile(
    r'(?<!\S)-?(?:type|folder|author|after|before):\s*(?:"[^"]*"?|\S+)', re.IGNORECASE
)
"""What somebody typed that narrows a search."""

_LONGEST: Final = 45
"""Letters of what was typed that are said again."""

NOTHING_FOUND: Final = "Nothing found for “{}”"
NOTHING_LEFT: Final = "Nothing is left with these filters"
NOTHING_YET: Final = "Nothing found for “{}” so far"
NOTHING_LEFT_YET: Final = "Nothing found with these filters so far"
STILL_LISTING: Final = (
    "Librarian is still finding the files of this drive{}. Results show here by themselves."
)
TRIED_FILTERS: Final = "Narrowed to {}."
TRIED_ALSO: Final = "Also tried: {}."
LIMITED: Final = "Take out “{}”: it leaves out all other files."
DID_YOU_MEAN: Final = "Did you mean:"
WHAT_TO_DO: Final = "What you can do"
FEWER_WORDS: Final = "Try fewer words, or another word for the same thing."
FEWER_FILTERS: Final = "Clear the filters: it may lie somewhere else."
TRY_AGAIN: Final = "If it was put there just now, look at the drive again."
ASK: Final = "Ask Business Support if you know that it should be there."
WANT: Final = "Ask Business Support for it"
WANT_WORDS: Final = "What are you looking for?"
WANT_CAREFUL: Final = "Leave out names of children and families."
WANT_SEND: Final = "Send"
SHUT: Final = "You can’t open it. Press to ask {}."
SHUT_SPOKEN: Final = "{}, a folder you can’t open. Asks {} to let you in."
CLEAR_FILTERS: Final = "Clear filters"
LOOK_AGAIN: Final = "Look at the drive again"

START_HINTS: Final = (("↓", "into the lists"), ("Tab", "next"), ("Enter", "open"))
"""Keys, said quietly at the foot of the page before anything is typed."""
NOTHING_HINTS: Final = (("↓", "to what you can do"), ("Space", "press"), ("Esc", "clear"))
"""The same where nothing was found."""
HINTS: Final = (
    ("↓", "into the list"),
    ("Enter", "open"),
    ("Space", "preview"),
    ("→", "other versions"),
    ("Ctrl+I", "all about it"),
    ("Ctrl+D", "fill in a copy"),
    ("Ctrl+C", "copy path"),
    ("Ctrl+S", "star"),
    ("Ctrl+P", "print"),
    ("Esc", "clear"),
)
"""The same beneath results."""

KEYS: Final = (
    ("↓ and ↑", "Into the results, and back to the box"),
    ("Enter", "Open the file"),
    ("Space", "Into the preview; Esc goes back"),
    ("Ctrl+D", "Fill in a copy"),
    ("Ctrl+C", "Copy the file’s path"),
    ("Ctrl+S  or  *", "Star, or remove the star"),
    ("Ctrl+P", "Print"),
    ("Ctrl+Shift+O", "Open the folder"),
    ("→ and ←", "Show or hide the other versions of a result"),
    ("Ctrl+E", "Why this one?"),
    ("Ctrl+I", "All about this document"),
    ("Ctrl+Shift+I", "Show or hide facts"),
    ("Delete", "On a filter: clear it"),
    ("Esc", "Clear the search"),
)
"""All of them, for the help."""

KINDS: Final = {
    Kind.WORD: "Word",
    Kind.PDF: "PDF",
    Kind.SHEET: "Spreadsheet",
    Kind.SLIDES: "Slides",
    Kind.MAIL: "E-mail",
    Kind.WEB: "Web page",
    Kind.TEXT: "Text",
    Kind.PICTURE: "Picture",
    Kind.MEDIA: "Sound or film",
    Kind.ARCHIVE: "Zip",
    Kind.OTHER: "Other",
}
AGES: Final = {
    Age.WEEK: "Last 7 days",
    Age.MONTH: "Last month",
    Age.YEAR: "Last year",
    Age.OLDER: "Older",
}
UNDER: Final = "another version of the one above"
NOT_CONFIRMED: Final = "not confirmed yet"
CONFIRMED_BY: Final = "Confirmed by {}, {}"
FORWARD_BY: Final = "Put forward by {}, {}"
ARE_SHOWN: Final = "{} shown beneath"
ARE_HIDDEN: Final = "{} hidden"
WHY: Final = "Why this one?"
WHY_CLOSE: Final = "Close"
WHY_CONFIRMED: Final = "Business Support confirmed it: {}, {}."
WHY_NOTE: Final = "“{}”"
WHY_SURE: Final = "Nobody has confirmed it yet, but the signs are clear:"
WHY_UNSURE: Final = "The signs are not clear:"
WHY_ALONE: Final = "No other version of it was found on the drive."
WHY_EDITED: Final = "It was changed after that, so you are shown what was confirmed."
ASK_CONFIRM: Final = "Ask Business Support to confirm"
ASKED_NOW: Final = "Business Support will see that you asked."
MAIL_READY: Final = "You cannot write on this drive, so a message is ready to send."
ALL_ABOUT: Final = "All about this document"
EDITED: Final = (
    "This file was changed after it was confirmed. You are looking at the confirmed version."
)
EDITED_SEE: Final = "See the change"
CARE_TITLE: Final = "Nobody looks after this drive yet"
CARE_TEXT: Final = (
    "Business Support can: then everybody sees which form is the current one, and who confirmed it."
)
CARE_DO: Final = "Look after this drive"
KEEPER_TITLE: Final = "You look after this drive"
KEEPER_DO: Final = "Confirm your most-used forms"
AWAY_DO: Final = "Check the network or VPN. Searching still works."


def results_line(total: int) -> str:
    """How many were found."""
    return counted(total, "result")


def choice(number: int, counts: Counts) -> str:
    """How many results a choice leaves; said to be files where files were counted."""
    return counted(number, "file") if counts.are_files else f"{number:,}"


def other_versions(hit: Hit, *, unfolded: bool) -> str:
    """How many versions and copies stand under a result, and whether they are shown."""
    number = len(hit.folded)
    only_copies = hit.state is State.ONLY and not hit.question
    said = counted(number, "copy", "copies") if only_copies else counted(number, "other version")
    return f"Hide {said}" if unfolded else said


def standing(hit: Hit, now: datetime) -> str:
    """Who confirmed a file and when; or that nobody did, where it only looks like the latest."""
    if hit.by and hit.since:
        words = {State.CURRENT: CONFIRMED_BY, State.DRAFT: FORWARD_BY}.get(hit.state, "")
        return words.format(hit.by, spoken_day(hit.since, now)) if words else ""
    return NOT_CONFIRMED if hit.state is State.LOOKS_NEWEST and not hit.question else ""


def reasons(hit: Hit, now: datetime) -> tuple[str, tuple[str, ...]]:
    """Why this file is the one to use: how sure that is, and the reasons one by one."""
    if hit.by and hit.since and hit.state is State.CURRENT:
        notes = tuple(WHY_NOTE.format(note) for note in hit.why)
        more = (*notes, WHY_EDITED) if hit.edited else notes
        return WHY_CONFIRMED.format(hit.by, spoken_day(hit.since, now)), more
    if hit.question:
        return WHY_UNSURE, (hit.question, *hit.why)
    if not hit.folded and hit.state is State.ONLY:
        return WHY_ALONE, ()
    return WHY_SURE, hit.why


def also_line(also: tuple[str, ...]) -> str:
    """What else was searched for."""
    return ALSO.format(", ".join(also))


def corrected(spellings: tuple[str, ...]) -> str:
    """Which near spelling was searched for instead."""
    return CORRECTED.format(" ".join(spellings))


def copied_to(target: Path) -> str:
    """Where the copy went."""
    return f"{target.name} is in {target.parent}. The original was not touched."


def preview_of(pages: int) -> str:
    """The preview's name where it has pages."""
    return f"{PREVIEW}, {counted(pages, 'page')}"


def page_of(number: int) -> str:
    """A page that is still to come."""
    return f"Page {number}"


def looked_inside(read: int, files: int) -> str:
    """How much of the drive has not been looked inside yet."""
    if read >= files:
        return f"{counted(files, 'file')} were searched." if files else ""
    return (
        f"{files - read:,} of {counted(files, 'file')} are not looked inside yet. "
        "Of these only the names can be found so far."
    )


def still_listing(listed: int) -> str:
    """That files are still being found, and how many were."""
    return STILL_LISTING.format(f": {listed:,} so far" if listed else "")


def nothing_title(text: str, *, so_far: bool) -> str:
    """What was not found; so far, where files are still being found."""
    if text:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
        return (NOTHING_YET if so_far else NOTHING_FOUND).format(shown)
    return NOTHING_LEFT_YET if so_far else NOTHING_LEFT


def narrowed(names: tuple[str, ...]) -> str:
    """What the search was narrowed to."""
    return TRIED_FILTERS.format(listed(names))


def tried(names: tuple[str, ...], also: tuple[str, ...]) -> str:
    """What the search was narrowed to, and what else was searched for."""
    others = (TRIED_ALSO.format(", ".join(also)),) if also else ()
    return " ".join((*((narrowed(names),) if names else ()), *others))


def steps(*, filtered: bool, so_far: bool, text: str) -> str:
    """What a person can do who found nothing, a line for each step."""
    limits = tuple(LIMITED.format(found[0]) for found in _LIMIT.finditer(text))
    later = () if so_far else (TRY_AGAIN, ASK)
    lines = (*((FEWER_FILTERS,) if filtered else ()), *limits, FEWER_WORDS, *later)
    return "\n".join(f"•  {line}" for line in lines)
