"""Every word the Minutes page says."""

from typing import Final

KEY: Final = "minutes"
TITLE: Final = "Minutes"
HEAD: Final = "Core group minutes"
LOADING: Final = "Looking for your minutes …"
UNLOCK: Final = "Open my minutes"
OPENING_WORDS: Final = "Passphrase"
TRY_AGAIN: Final = "Try again"
BACK: Final = "All minutes"

NEW: Final = "Take minutes"
NEW_TEXT: Final = (
    "Type the case number. What the last meeting left open comes along: actions, outcomes, dates."
)
CASE: Final = "Case number"
BEGIN: Final = "Begin"
FIRST_TIME: Final = "I have never done this"
KEPT: Final = "Your minutes"
NONE_KEPT: Final = "There are none yet."
OPEN: Final = "Open"
MADE_UP: Final = "made up"
MADE_UP_WHY: Final = (
    "The made-up ones are of a family that does not exist. Try everything with them."
)
MADE_UP_AWAY: Final = "Take the made-up ones away"
DAMAGED: Final = "These cannot be opened"
OTHER_WORDS: Final = "The passphrase of before"
OTHER_WORDS_WHAT: Final = (
    "Had you another passphrase before? Type it once: what it opens is then kept under the one "
    "that you use now."
)
OPEN_OLDER: Final = "Open them with it"
FILE: Final = "file {}.draft"
KEPT_ON: Final = "Last kept on {}."
DELETE: Final = "Delete it"
DELETE_SURE: Final = "Delete it for good"
STAGES: Final = {"draft": "Draft", "confirmed": "Confirmed", "issued": "Given out"}
MEETING: Final = "Core group {}"
NO_CASE: Final = "No case number"
NO_DAY: Final = "no day yet"
PACK_TITLE: Final = "Somebody else takes them, without Librarian?"
PACK_TEXT: Final = (
    "Begin the minutes here, then make a pack: one Word file with the guide in it, and one to"
    " print. When it comes back, drop it on this page."
)

START_TITLE: Final = "Two minutes, then you can do it"
START_DONE: Final = "I am ready"
EXAMPLE: Final = "Good and poor, side by side"

STEPS: Final = (
    ("Who came", ("2 Who came",), 5),
    ("Last time’s actions", ("4 Last time's actions",), 15),
    ("The child’s words", ("5 The child's voice",), 10),
    ("What has changed", ("8 Each outcome of the plan",), 15),
    ("Worries, what works", ("9 New information and risk", "10 What is working"), 10),
    ("New actions", ("11 Actions",), 10),
)
"""The six boxes of the meeting, each with its sections and how many minutes it may take."""
LATER: Final = (
    ("Meeting", ("1 Meeting",)),
    ("Why there is a plan", ("3 Why there is a plan",)),
    ("The family’s view", ("6 The family's view",)),
    ("Seen and visits", ("7 Seen and visits",)),
    ("Disagreements", ("12 Disagreements",)),
    ("If nothing changes", ("13 If nothing changes",)),
    ("Dates", ("14 Dates",)),
    ("Sharing", ("15 Sharing",)),
)
END: Final = "Check and finish"
WORKER: Final = "Social worker’s page"
IN_MEETING: Final = "In the meeting"
AFTERWARDS: Final = "Afterwards"
AT_THE_END: Final = "At the end"
AGENDA: Final = "Parts of the minutes"
MINUTES: Final = "{} min"
SINCE: Final = "{} of {} minutes"

ON: Final = "Next box (F8)"
HIDE: Final = "Hide names"
HIDE_WHY: Final = "For a shared screen: boxes for names show dots. What you wrote stays as it is."
SAVED: Final = "Kept"
SAVED_HERE: Final = "Kept here; the team’s folder gets it soon"
SAVED_THERE: Final = "Kept, also in the team’s folder"
SAVING: Final = "Keeping …"
WORKING: Final = "Working …"
SAME_PEOPLE: Final = "Same people as last time"
ADD_ROW: Final = "Add a row"
REMOVE: Final = "Remove row {}"
NOT_CHOSEN: Final = "–"
DAY: Final = "such as 14 May 2026"

QUICK: Final = "Write it down now"
QUICK_PLACE: Final = "An action, worry or disagreement"
QUICK_ADDS: Final = (
    ("action", "Action", "Ctrl+Shift+A"),
    ("news", "Worry", "Ctrl+Shift+W"),
    ("dispute", "Disagreement", "Ctrl+Shift+D"),
)
QUICK_COLUMNS: Final = {"action": "what", "news": "fact", "dispute": "about"}
ADDED: Final = "Added under “{}”."
QUICK_HOMES: Final = {
    "action": "Actions",
    "news": "New information and risk",
    "dispute": "Disagreements",
}

GUIDE: Final = "What matters"
GOOD: Final = "A good example"
POOR: Final = "A poor one"

CHECKS: Final = "Worth a second look"
CHECKS_TEXT: Final = "None of this stops you. It says what a reader may stumble on."
ALL_CLEAR: Final = "Nothing to point out. Well done."
GO_THERE: Final = "Go there"
ABOUT: Final = "“{}”: {}"
NEXT_TAKER: Final = "Nobody is named for the minutes next time."
NEXT_TAKER_DO: Final = "Ask before people leave."
DAYS: Final = "The next dates"
CORE: Final = "Next core group: {}"
CONFERENCE: Final = "Next conference: {}"
NO_DAYS: Final = "Write the day of this meeting under “Meeting”; then dates are worked out here."
SHARE_BY: Final = "Everyone has the confirmed minutes by {}."
GUIDANCE: Final = "Counted as {} and your area say, without weekends and bank holidays."
USE_DAY: Final = "Use this day"
UNPLACED: Final = "Came back in a pack and fits no box"
UNPLACED_TEXT: Final = "Copy each to where it belongs, then tick it off."
TICK_OFF: Final = "Done with it"
COPY: Final = "Copy"
COPIED: Final = "Copied."

FINISH: Final = "Finish"
FINISH_TEXT: Final = "Everyone gets the page of actions before they leave."
MAKE_ACTIONS: Final = "Make the page of actions"
MAKE_DRAFT: Final = "Make the minutes as they are now"
COPY_ACTIONS: Final = "Copy the actions as text"
OPEN_PAGE: Final = "Open what was made"
OPEN_LETTER: Final = "Open the e-mail"
MADE: Final = "It is made."
MADE_TEXT: Final = "Open it to print it. The e-mail is ready to be sent."
PACK: Final = "Pack for Word and paper"
PACK_DO: Final = "Make the pack"
PACK_MAIL: Final = "E-mail with the pack"
READ_PACK: Final = "Read a pack that came back"
PACK_READY: Final = "The pack is made."
PACK_READ: Final = "{} boxes were read. {} could not be placed."
PACK_READ_TEXT: Final = "What could not be placed is under “Check and finish”."
WORD_FILES: Final = "Word files (*.docx)"
CHOOSE_FOLDER: Final = "Where shall it go?"
OPEN_FOLDER: Final = "Show it"

WITHHOLD: Final = "What is withheld, from whom"
WITHHOLD_TEXT: Final = (
    "Only you decide this. What you withhold is in no copy of that person, and not in the page of"
    " actions. If the same words stand elsewhere, no copy is made until they are taken out."
)
PART: Final = "Which part"
READER: Final = "From whom"
WHY: Final = "Why"
EVERYONE: Final = "everyone"
WITHHOLD_DO: Final = "Withhold it"
NOTHING_WITHHELD: Final = "Nothing is withheld."
WITHHELD_ROW: Final = "{} from {}"
TAKE_BACK: Final = "Take back: {} from {}"
COMMENTS: Final = "Something to put right first?"
COMMENTS_TEXT: Final = (
    "Write it to the minute-taker. An e-mail is prepared with your words and the pack; what comes"
    " back is dropped on this page."
)
COMMENTS_FIELD: Final = "What should be changed"
COMMENTS_DO: Final = "Prepare the e-mail"
CONFIRM: Final = "Confirm"
CONFIRM_TEXT: Final = "The minutes are a draft until you confirm them."
CONFIRM_NAME: Final = "Your name"
CONFIRM_DO: Final = "Confirm these minutes"
CONFIRMED: Final = "Confirmed by {}."
REOPEN: Final = "Make them a draft again"
ISSUE: Final = "Give out"
ISSUE_TEXT: Final = (
    "Each reader of section 15 gets a copy of their own, and an e-mail with it is ready for you to"
    " send. It is put on record with the case number and the day, without a name."
)
READER_MAIL: Final = "Open the e-mail"
READER_MAIL_WHY: Final = "With this reader’s own copy and the page of actions."
ISSUE_DO: Final = "Make everybody’s copies"
ISSUED_ON: Final = "Given out on {}."
KEPT_BACK: Final = "Nothing was made: {}"

TEAM: Final = "A colleague carries on?"
TEAM_TEXT: Final = (
    "Keep these minutes in your team’s working folder too, encrypted. Then a colleague can go on"
    " with them, and the social worker can confirm them, each at their own computer."
)
TEAM_DO: Final = "Keep them in the team’s folder too"
TEAM_KEPT: Final = "They are in your team’s folder, and so are the next ones of this case."
TEAM_PEOPLE: Final = "It opens for: {}."
TEAM_NOW: Final = "These minutes are in your team’s folder now."
IN_TEAM: Final = "in the team’s folder"
JOINED: Final = "{} wrote in these minutes too. Both are put together."
JOINED_WHY: Final = "They are a draft. What fits no box is under “Check and finish”."
CLOSED: Final = "These minutes are confirmed."
CLOSED_WHY: Final = "To change them, make them a draft again on the social worker’s page."

HISTORY: Final = "What became of it"
HISTORY_LINE: Final = "Meeting {}: {}{}{}"
KINDS: Final = {"action": "action", "outcome": "outcome", "worry": "worry"}
STATES: Final = {"done": ", done", "part": ", partly done", "not": ", not done", "": ""}

HINTS: Final = (("F8", "next box"), ("Shift+F8", "box before"), ("Ctrl+Shift+A", "new action"))
KEYS: Final = (
    ("F8", "The next box"),
    ("Shift+F8", "The box before"),
    ("Ctrl+Shift+A", "Write down an action"),
    ("Ctrl+Shift+W", "Write down a worry"),
    ("Ctrl+Shift+D", "Write down a disagreement"),
    ("Ctrl++", "Larger type"),
)
