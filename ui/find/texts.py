"""Every word the Find page says, in the language of the people who use it."""

from pathlib import Path
from typing import Final

from librarian.domain.extraction import Reason
from librarian.domain.kinds import Kind
from librarian.domain.searching import Age, State
from ui.kit.wording import counted, listed

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
FACT_STATE: Final = "Can't open"
FACT_AUTHOR: Final = "Author"
FACT_REVISION: Final = "Revision"
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
NO_SHELVES: Final = "The team's folders show up here while the drive is looked at."
TOP: Final = "Top of the drive"

OPENS: Final = "Open {}"
SHOWS_SHELF: Final = "Show what lies in {}"

NOTHING_FOUND: Final = "Nothing found for “{}”"
NOTHING_LEFT: Final = "Nothing is left with these filters"
TRIED_FILTERS: Final = "Narrowed to {}."
DID_YOU_MEAN: Final = "Did you mean:"
WHAT_TO_DO: Final = "What you can do"
FEWER_WORDS: Final = "Try fewer words, or another word for the same thing."
FEWER_FILTERS: Final = "Clear the filters: it may lie somewhere else."
TRY_AGAIN: Final = "If it was put there just now, look at the drive again."
ASK: Final = "Ask Business Support if you know that it should be there."
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
    ("Ctrl+I", "Show or hide facts"),
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
STATES: Final = {
    State.CURRENT: "Current",
    State.LOOKS_NEWEST: "Looks like the latest",
    State.LOOKS_OLDER: "Looks older",
    State.DRAFT: "Draft",
    State.SUPERSEDED: "Replaced",
    State.ARCHIVED: "Archived",
}
AWAY_DO: Final = "Check the network or VPN. Searching still works."
REMEDIES: Final = {
    Reason.PASSWORD: "Open it and type the password.",
    Reason.DAMAGED: "Try to open it. If that fails too, ask for an older copy.",
    Reason.TOO_LARGE: "Open it to see what is inside.",
    Reason.MISNAMED: "Its ending does not fit what is inside. Ask Business Support about it.",
    Reason.TOO_SLOW: "Open it to see what is inside.",
    Reason.EMPTY: "There is nothing inside. Look for another version.",
    Reason.NO_TEXT: "Open it to see the picture.",
    Reason.NO_READER: "Open it in its own program.",
    Reason.ONLINE_ONLY: "Open it to fetch it from the cloud.",
    Reason.UNREACHABLE: AWAY_DO,
}


def results_line(total: int) -> str:
    """How many were found."""
    return counted(total, "result")


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


def why_not(reason: Reason) -> str:
    """Why there is nothing to see, as a sentence."""
    return f"No preview: {reason.value}."


def looked_inside(read: int, files: int) -> str:
    """How much of the drive has not been looked inside yet."""
    if read >= files:
        return f"{counted(files, 'file')} were searched." if files else ""
    return (
        f"{files - read:,} of {counted(files, 'file')} are not looked inside yet. "
        "Of these only the names can be found so far."
    )


def narrowed(names: tuple[str, ...]) -> str:
    """What the search was narrowed to."""
    return TRIED_FILTERS.format(listed(names))


def steps(*, filtered: bool) -> str:
    """What a person can do who found nothing, a line for each step."""
    lines = (*((FEWER_FILTERS,) if filtered else ()), FEWER_WORDS, TRY_AGAIN, ASK)
    return "\n".join(f"•  {line}" for line in lines)
