"""How we keep this drive as one printed side: what stands on it."""

from collections.abc import Mapping
from datetime import date

from librarian.application.rulekeeping import HowWeKeepThisDrive, RuleStanding
from librarian.domain.clocks import day_in_words, moment


def sheet_words(how: HowWeKeepThisDrive, drive: str, today: date) -> Mapping[str, object]:
    """Return the words of the page."""
    in_force = how.in_force
    day = day_in_words(moment(in_force.at * 1_000_000).date())
    whose = f"Set by {in_force.who} on {day}." if in_force.entry else "These are the usual rules."
    return {
        "title": "How we keep this drive",
        "drive": drive,
        "overall": "All is well." if not how.found else f"{how.found:,} need a look.",
        "footer": f"{whose} As it was on {day_in_words(today)}. Made by Librarian.",
        "rules": [_rule(each) for each in how.kept],
    }


def _rule(standing: RuleStanding) -> Mapping[str, str]:
    return {
        "title": standing.rule.principle.title,
        "wording": standing.rule.wording,
        "why": standing.rule.principle.why,
        "remedy": standing.rule.principle.remedy,
        "standing": "All is well." if not standing.found else f"{standing.found:,} need a look.",
    }
