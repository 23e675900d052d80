"""Every word the window around the pages says."""

from typing import Final

APP: Final = "Librarian"
PAGES: Final = "Pages"
HELP: Final = "Keys"
CLOSE: Final = "Close"

WELCOME: Final = "Welcome to Librarian"
WELCOME_LEAD: Final = "Find the current form on your team’s shared drive in seconds."
CHOOSE: Final = "Choose your team’s folder"
CHOOSE_WHY: Final = "Just looking: nothing is written there, and nothing on it changes."
CHOOSE_TITLE: Final = "Choose your team’s folder"
SAMPLE: Final = "Try it with a sample drive"
SAMPLE_WHY: Final = "A made-up team’s drive that you look after. Everybody in it is invented."
RECENT: Final = "Drives you used before"
MAKING_SAMPLE: Final = "Making the sample drive …"
OPENING: Final = "Opening {} …"

AWAY_TITLE: Final = "Can’t reach {} just now"
AWAY_TEXT: Final = "{} Librarian tries again by itself every half minute."
TRY_NOW: Final = "Try now"
TRYING: Final = "Trying again …"
OTHER_FOLDER: Final = "Choose another folder"
LOST: Final = "The drive can’t be reached just now."
LOST_WHAT: Final = (
    "You can go on searching what is known. Opening and previews may not work until it is back."
)
FOUND_AGAIN: Final = "The drive is back."

CONNECTED: Final = "Connected"
NOT_REACHED: Final = "Can’t be reached"
CONNECTING: Final = "Opening …"
NO_DRIVE: Final = "No drive chosen"
LOOKED: Final = "Looked at {}"
LOOKING: Final = "Looking at the drive"
LISTING: Final = "Finding files"
LISTED: Final = "Finding files: {} so far"
INSIDE: Final = "Looked inside {} of {}"
RATE: Final = "{} a second"
LEFT: Final = "{} left"
PAUSED: Final = "Paused"
STOPPED: Final = "Stopped"
FILES: Final = "{} files"
PAUSE: Final = "Pause"
PAUSE_WHY: Final = "Pause looking inside files"
GO_ON: Final = "Go on"
GO_ON_WHY: Final = "Go on looking inside files"
STOP: Final = "Stop"
STOP_WHY: Final = "Stop looking at the drive for now"
AGAIN: Final = "Look again"
AGAIN_WHY: Final = "Look at the whole drive again (F5)"
ALL_DONE: Final = "All {} files have been looked at."

LEFT_BEHIND: Final = "There is a newer version of what you copied as “{}”."
LEFT_BEHIND_BY: Final = "The current one is {}, confirmed by {}, {}."
REPLY: Final = {
    "asked": "{} looked at what you asked.",
    "suggested": "{} dealt with the change you suggested.",
    "reported": "{} dealt with what you reported.",
    "wanted": "{} answered what you were looking for.",
    "accessasked": "{} dealt with the folder you asked for.",
    "vouched": "{} saw that you find it still right.",
}
REPLY_READ: Final = "I have read it"
ASK_ACCESS: Final = "Ask for access"
ASKED_ACCESS: Final = "The message is ready. Send it to IT, or to whoever looks after the drive."
DROP_LOOKING: Final = "Finding out what “{}” is …"
DROP_NO_DRIVE: Final = "Open your team’s drive first; then Librarian can say what this file is."
DROP_CURRENT: Final = "“{name}” is the current one."
DROP_LATEST: Final = "“{name}” looks like the latest."
DROP_NOT_CONFIRMED: Final = "Nobody has confirmed it yet."
DROP_REPLACED: Final = "“{name}” was replaced{when}."
DROP_USE: Final = "The current one is here.{}"
DROP_OLDER: Final = "“{name}” looks like an older version."
DROP_LATER: Final = "A later one is here.{}"
DROP_DRAFT: Final = "“{name}” is a draft."
DROP_ALIKE: Final = "“{name}” looks like “{title}” with something written in."
DROP_UNKNOWN: Final = "“{name}” is not known here."
DROP_UNKNOWN_DO: Final = "No document on this drive says the same."
DROP_SHOW: Final = "Show it"

KEYS: Final = (
    ("Ctrl+L  or  /", "Go to the search box"),
    ("Ctrl+1, Ctrl+2 …", "Go to a page"),
    ("Ctrl+,", "Settings"),
    ("F5", "Look at the drive again"),
    ("Ctrl++   Ctrl+-   Ctrl+0", "Larger, smaller, usual text"),
    ("F1", "Show or hide this list"),
    ("Esc", "Close this list"),
)
KEYS_EVERYWHERE: Final = "Everywhere"

CASES_USED: Final = "Forms are filled in from “{}” from now on."
CASES_HELD: Final = "It knows of: {}."
CASE_KINDS: Final = {
    "case": "the case",
    "child": "children",
    "person": "the family",
    "professional": "professionals",
}
