"""Every word of the page that tells how the drive is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from librarian.domain.clocks import day_in_words, moment
from ui.kit.wording import counted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.rulekeeping import HowWeKeepThisDrive, RuleStanding
    from librarian.application.ruling import InForce

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
PRINT: Final = "Print on one page"
WHY: Final = "Why, and what to do"
LESS: Final = "Show less"
ALL_WELL: Final = "All is well."
EDITED: Final = (
    "Somebody changed the file of rules by hand. That counts only when Business Support publish it."
)
LOST: Final = "The rules that were published cannot be read. The usual ones hold meanwhile."
DEFAULTS: Final = "These are the usual rules. Business Support can set others."
KEYS: Final = (("Tab", "to the next rule"), ("Enter", "why, and what to do"))
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
