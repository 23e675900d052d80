"""Every word of the page that tells how the drive is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from librarian.domain.clocks import day_in_words, moment
from ui.kit.wording import counted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.rulekeeping import HowWeKeepThisDrive, RuleStanding
    from librarian.application.ruling import Checked, InForce
    from librarian.domain.errors import LibrarianError
    from librarian.domain.rules import Problem

KEY: Final = "rules"
RAIL: Final = "Drive rules"
TITLE: Final = "How we keep this drive"
LOADING: Final = "Looking how the drive stands …"
TRY_AGAIN: Final = "Try again"
NO_DRIVE: Final = "There are no rules here yet"
NO_DRIVE_WHAT: Final = "Open a drive first."
KEPT: Final = "What we keep to"
OFFERED: Final = "What we could keep to as well"
OFFERED_WHAT: Final = "Business Support can switch these on, one at a time."
CHANGE: Final = "Change …"
SWITCH_ON: Final = "Switch on …"
BY_HAND: Final = "The file of rules was changed by hand"
BY_HAND_LOOK: Final = "Look what it would change"
PUT_BACK: Final = "Put the rules back as they were"
TAKE_OVER: Final = "Let these rules count"
HOW: Final = "How this rule is kept"
MODE: Final = "What Librarian does"
MODES: Final = {
    "off": "Nothing: we do not keep to this rule",
    "advise": "Tell us what needs a look",
    "propose": "Tell us, and suggest what to do",
    "enforce": "Do it by itself, at each automatic check",
}
WHERE: Final = "Where this rule holds"
WHERE_WHAT: Final = "Where you choose nothing, it holds for everything."
TYPES: Final = "Only for these types of document"
KINDS: Final = "Only for these kinds of file"
ONLY_IN: Final = "Only in these folders"
NOT_IN: Final = "Not for these folders or files"
FOLDER_HINT: Final = "Write a part of its name, then choose"
LOOKING: Final = "Looking what is on the drive …"
NO_CHOICES: Final = "What is on the drive cannot be listed just now. What is set here stays."
TAKE_AWAY: Final = "Take away"
NOT_THERE: Final = "It is not on the drive now."
NO_FOLDER: Final = "There is no folder “{}” here. Choose one from the list."
NO_PLACE: Final = "There is no folder or file “{}” here. Choose one from the list."
TRY: Final = "See what would change"
TRYING: Final = "Looking what would change …"
NOT_NOW: Final = "Change nothing"
WOULD_CHANGE: Final = "What would change"
SAME: Final = "The same things need a look as before."
APPEAR: Final = "Would need a look"
GO: Final = "Would not be told any more"
NOTE: Final = "Why? (Everybody can read it.)"
SET: Final = "Set the rule like this"
IS_SET: Final = "The rule is set. You can change it again at any time."
ARE_BACK: Final = "The file says again what was agreed."
ARE_TAKEN: Final = "These rules count from now on."
NOT_A_NUMBER: Final = "“{}” needs a number."
NOT_A_NUMBER_REMEDY: Final = "Write a whole number, such as 14."
NOT_A_DAY: Final = "“{}” needs a day."
NOT_A_DAY_REMEDY: Final = "Write it like 3 March 2027, or leave it empty."
PRINT: Final = "Print on one page"
WHY: Final = "Why, and what to do"
LESS: Final = "Show less"
ALL_WELL: Final = "All is well."
EDITED: Final = (
    "Somebody changed the file of rules by hand. That counts only when Business Support publish it."
)
LOST: Final = "The rules that were published cannot be read. The usual ones hold meanwhile."
DEFAULTS: Final = "These are the usual rules. Business Support can set others."
KEYS: Final = (
    ("Tab", "to the next rule"),
    ("Enter", "why, and what to do"),
    ("Down", "choose a folder for a rule"),
    ("Esc", "leave a rule as it is"),
)
_MODES: Final = {
    "advise": "tells us",
    "propose": "suggests a change",
    "enforce": "does it by itself",
}


def since(in_force: InForce) -> str:
    """Say whose rules these are."""
    if not in_force.entry:
        return DEFAULTS
    day = day_in_words(moment(in_force.at * 1_000_000).date())
    note = f" {in_force.note}" if in_force.note else ""
    return f"Set by {in_force.who} on {day}.{note}"


def overall(how: HowWeKeepThisDrive) -> str:
    """Say how the drive stands on all rules together."""
    if not how.found:
        return f"The drive keeps to all {len(how.kept)} rules."
    well = sum(not each.found for each in how.kept)
    things = counted(how.found, "thing")
    verb = "needs" if how.found == 1 else "need"
    return f"{things} {verb} a look. {well} of {len(how.kept)} rules are kept fully."


def standing(rule: RuleStanding) -> str:
    """Say how the drive stands on one rule."""
    left = f" {rule.waived:,} left for a while." if rule.waived else ""
    if not rule.found:
        return f"{ALL_WELL}{left}"
    verb = "needs" if rule.found == 1 else "need"
    how = _MODES.get(rule.rule.mode, "")
    return f"{counted(rule.found, 'thing')} {verb} a look.{left} Librarian {how}."


def would(rule: RuleStanding) -> str:
    """Say how much a rule would find that is not kept so far."""
    if not rule.found:
        return "The drive keeps to it already."
    return f"{counted(rule.found, 'thing')} would need a look."


def would_change(checked: Checked) -> str:
    """Say how much would appear and go."""
    if checked.problems:
        return f"{counted(len(checked.problems), 'mistake')} in it."
    said = []
    if checked.appear:
        said.append(f"{counted(len(checked.appear), 'more thing')} would need a look.")
    if checked.go:
        said.append(f"{counted(len(checked.go), 'thing')} would not be told any more.")
    return " ".join(said) or SAME


def by_itself(number: int) -> str:
    """Say what the automatic check would do without being asked."""
    things = counted(number, "thing")
    return (
        f"The next automatic check would put {things} right by itself. Each change can be undone."
    )


def more(number: int) -> str:
    """Say how many are not shown."""
    return f"and {number:,} more"


def problem(found: Problem) -> str:
    """Say what is not right in a file, and where."""
    where = f" ({found.key})" if found.key else ""
    return f"Line {found.line}{where}: {found.what}"


def value(given: object) -> str:
    """How a value stands in its field."""
    if isinstance(given, date):
        return day_in_words(given)
    return "" if given is None else str(given)


def each_line(title: str) -> str:
    """What a field asks that takes several things."""
    return f"{title}: one in each line"


def choice(words: str, files: int) -> str:
    """A type or kind to tick, with how many files are of it."""
    return f"{words} ({files:,})" if files else words


def chosen(place: str) -> str:
    """What a button takes away."""
    return f"{TAKE_AWAY}: {place}"


def mended(error: LibrarianError) -> str:
    """What does not fit in a field, and what to write."""
    return f"{error.title} {error.remedy}"
