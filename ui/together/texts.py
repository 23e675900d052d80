"""Every word of the Together page."""

from typing import Final

KEY: Final = "together"
TITLE: Final = "Together"
LEAD: Final = "Forms that several of you fill in, and what your meetings brought."
LOADING: Final = "Looking into the working folder …"
TRY_AGAIN: Final = "Try again"
NO_FOLDER: Final = "Choose your team’s working folder"
NO_FOLDER_WHY: Final = (
    "Half-filled forms are about families. They need a folder that only your team can open; IT can"
    " make one. Librarian refuses a folder that is open to everybody."
)
CHOOSE: Final = "Choose the folder"
CHOOSE_OTHER: Final = "Another folder"
FOLDER: Final = "Working folder: {}"
CHOSEN: Final = "This is your team’s working folder now."
AGAIN: Final = "Look again"

FORMS: Final = "Being filled in now"
NO_FORMS: Final = "Nobody is filling in a form together just now."
FORM_NAME: Final = "{form}, case {case}"
NEW: Final = "Begin an invitation to a review"
CASE: Final = "Case number"
BEGIN: Final = "Begin"
NOBODY: Final = "Nobody has written yet."
DONE: Final = "Done"
WAITS: Final = "Waits"
OPEN: Final = "Still open: {}"
ANSWERED: Final = "{} answered"
ALL_DONE: Final = "Everybody has done their part."
WAITS_ON: Final = "Waits on: {}."
OTHERWISE: Final = "{who} answered “{question}” differently before."
WHOLE: Final = "What is written so far"
NOTHING_YET: Final = "Nothing is written yet."
LIVE: Final = "What others write comes by itself."

REQUESTS: Final = "Meeting requests made before"
NO_REQUESTS: Final = (
    "No requests so far. They are kept here by case number, as long as the plan lasts."
)
REQUEST: Final = "Case {case}: {count}, the last by {who}, {day}"
REPEAT: Final = "Repeat"
REPEAT_TITLE: Final = "The same meeting again, case {}"
REPEAT_LEAD: Final = "People, place and papers are as last time. Say when, and sign once."
CHANGES: Final = "What is otherwise than last time"
CHANGE: Final = "{question}: {before} → {after}"
NOTHING: Final = "nothing"
MAKE: Final = "Make the request"
MADE: Final = "The request is in {}."
BACK: Final = "Back"
WRITE: Final = "Write my part"
WRITE_TITLE: Final = "Your part: {}"
PARTY: Final = "For whom do you write?"
KEEP: Final = "Keep it"
KEEP_DONE: Final = "Keep it, and my part is done"
KEPT: Final = "Kept. Everybody who may see it sees it now."
FILLED_IN: Final = "{} filled in from {}. Look them through; change what is wrong."
NOT_FILLED_IN: Final = "Nothing was filled in from {}: {}"
DOUBTS: Final = "Are these still right?"
DOUBTS_WHY: Final = (
    "They were recorded some time ago. Say so for each, or write the right one below."
)
DOUBT: Final = "{}, recorded on {}"
NO_DAY: Final = ", recorded on no certain day"
STILL_RIGHT: Final = "Still right"
WHERE: Final = "Where should the request go?"

LOG: Final = "What meetings brought"
NO_LOG: Final = (
    "No entries yet. After a meeting, twenty seconds: were you needed, would a note have done?"
)
LOG_FORM: Final = "experience-log"
ENTRY: Final = "I come from a meeting"
ENTRY_TITLE: Final = "Twenty seconds after a meeting"
ENTRY_LEAD: Final = (
    "No names and nothing about a case. You need not sign; nobody can tell who wrote it."
)
ENTRY_KEEP: Final = "Keep it"
ENTRY_KEPT: Final = "Kept. Thank you."
MORE: Final = "If you like"
CHOSEN_ONE: Final = "{}: {}"
REVIEW_MAKE: Final = "Make the team’s one page"
REVIEW_MADE: Final = "The page is in {}."
REVIEW_WHERE: Final = "Where should the page go?"
MONTH: Final = "Month"
ENTRIES: Final = "{} in {}"
SUGGESTIONS: Final = "What people suggest"

HINTS: Final = (("Esc", "Back to the list"),)
KEYS: Final = (("Esc", "Back to the list"),)
REVIEW: Final = "review-invitation"
REQUEST_FORM: Final = "meeting-request"
