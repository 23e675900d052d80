"""Every word the Settings page says."""

from typing import Final

from librarian.domain.settings import Look, Pace

KEY: Final = "settings"
TITLE: Final = "Settings"
SAVED: Final = "Changes are kept at once."

LOOK: Final = "How it looks"
LOOKS: Final = {Look.SYSTEM: "As the computer", Look.LIGHT: "Light", Look.DARK: "Dark"}
COLOURS: Final = "Colours"
TEXT_SIZE: Final = "Size of text"
PER_CENT: Final = "{} %"

READING: Final = "Looking at the drive"
PACE: Final = "How fast to look inside files"
PACES: Final = {Pace.FULL: "Full speed", Pace.GENTLE: "Gently", Pace.PAUSED: "Paused"}
PACE_WHY: Final = "“Gently” leaves the network to people. Files are found by name in any case."
AGAIN: Final = "Look again every"
MINUTES: Final = {
    15: "15 minutes",
    30: "30 minutes",
    60: "hour",
    120: "2 hours",
    240: "4 hours",
    1440: "day",
}
OTHER_MINUTES: Final = "{} minutes"
LOOK_AGAIN: Final = "Look again now"
LOOKING: Final = "Looking at the whole drive again."
LOSSES: Final = "These files really are gone"
LOSSES_WHY: Final = "{} Press this only if you know that they are gone; then they are not shown."

DRIVES: Final = "Drives"
DRIVES_WHY: Final = "Forgetting a drive only takes it out of this list. Nothing on it changes."
NO_DRIVES: Final = "No drive was chosen yet."
OPEN_NOW: Final = "Open now"
USE: Final = "Open"
FORGET: Final = "Forget"
USE_NAMED: Final = "Open {}"
FORGET_NAMED: Final = "Forget {}"
CHOOSE: Final = "Choose another folder"
SAMPLE: Final = "Sample drive"

CASES: Final = "Your case system"
CASES_WHY: Final = (
    "Forms are filled in with what the case system knows: children, family, addresses. "
    "It is only ever read. Ask IT for a folder it exports to, or for a file that leads to it."
)
CASES_NONE: Final = "None is set up. You answer by hand, or paste a printed case summary."
CASES_NOW: Final = "Forms are filled in from “{}”."
CASES_FOLDER: Final = "Choose an export folder"
CASES_MAPPING: Final = "Choose a mapping file"
CASES_FILES: Final = "Mapping files (*.toml)"
CASES_NO_MORE: Final = "Use none"
CASES_TRIED: Final = "It is tried when you choose it. If it does not answer, nothing changes."

WRITING: Final = "Writing"
SPELLING: Final = "Mark words that may be spelled wrong"
SPELLING_WHY: Final = (
    "In longer answers, with the dictionary of this computer. F7 goes from one to the next; "
    "a right click, or Shift+F10, has ideas. Words are never sent anywhere or written down."
)

CARE: Final = "Looking after this drive"
CARE_WHY: Final = (
    "For Business Support: confirm which forms are the current ones, and see what people asked for."
)
CARE_DO: Final = "Look after this drive"

WORDS: Final = "Your team’s own words"
WORDS_WHY: Final = (
    "Short forms and other words that your team uses. Put a list called acronyms.tsv in this "
    "folder, each line with a short form, its meaning, and other words for it."
)
WORDS_OPEN: Final = "Open the folder"

ABOUT: Final = "About"
VERSION: Final = "Librarian {}"
LICENCE: Final = "Free to use and to change (MIT licence)."
PARTS: Final = "Made with"
PART_LIST: Final = (
    ("Qt and PySide6", "the window", "LGPL 3"),
    ("Inter", "the type", "SIL Open Font 1.1"),
    ("Lucide", "the icons", "ISC and MIT"),
    ("tantivy", "searching", "MIT"),
    ("Whoosh", "understanding what is typed", "BSD"),
    ("SQLAlchemy", "the catalogue", "MIT"),
    ("pdfium and pypdfium2", "PDF pages", "Apache 2.0 and BSD"),
    ("calamine", "spreadsheets", "MIT"),
    ("olefile, striprtf, selectolax", "older files and web pages", "BSD and MIT"),
    ("python-docx, python-pptx, XlsxWriter", "making files", "MIT and BSD"),
    ("typst, pypdf", "making and filling PDF files", "Apache 2.0 and BSD"),
    ("pebble, watchdog", "working beside the window", "LGPL 3 and Apache 2.0"),
)
REPORTS: Final = "Open the folder of reports"
REPORTS_WHY: Final = (
    "If something goes wrong, a report is written there. It holds no text of files."
)

KEYS: Final = (("Ctrl+1", "Back to Find"),)
