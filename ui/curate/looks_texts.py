"""Every word of what needs a look: the table, its groups, and what stands beside it."""

from typing import Final

from ui.kit.wording import counted

WAIT: Final = "Holding the drive against its rules …"
NONE: Final = "Nothing needs a look"
NONE_WHAT: Final = "The drive is as its rules want it."
COLUMNS: Final = ("What", "Where", "Rule", "Since")
FILTER: Final = "Find in what needs a look"
RULE: Final = "Which rule"
ALL_RULES: Final = "All rules ({})"
ONE_RULE: Final = "{} ({})"
GROUP: Final = "Group by"
GROUPS: Final = {
    "rule": "Group by rule",
    "folder": "Group by folder",
    "kind": "Group by kind of file",
    "owner": "Group by owner",
    "": "Do not group",
}
"""Ways to group, by the name that is remembered."""
FOLD: Final = "Fold all"
OPEN: Final = "Open all"
TOP: Final = "In no folder"
FOLDER: Final = "Folder"
NOBODY: Final = "Nobody owns it yet"
CHOOSE: Final = "Choose one or more. A heading stands for all in it; Ctrl+A chooses all."
NOT_FOUND: Final = "Nothing that needs a look has these words."
NO_MEND: Final = "This one is for you to decide; there is nothing that could be done by itself."
NO_MENDS: Final = "These are for you to decide, one by one."


def heading(words: str, number: int) -> str:
    """What stands over a group."""
    return f"{words} ({number:,})"


def heading_spoken(words: str, number: int, is_open: bool) -> str:
    """What is read out of a heading."""
    return f"{words}: {counted(number, 'thing')}, {'open' if is_open else 'folded'}"


def chosen(number: int) -> str:
    """How many are chosen."""
    return f"{counted(number, 'thing')} chosen"


def shares(mends: int, number: int) -> str:
    """For how many of those chosen something can be done."""
    if mends == number:
        return "Something could be done about each of them."
    rest = number - mends
    ones = "1 is" if rest == 1 else f"{rest:,} are"
    return f"Something could be done about {mends:,} of them. {ones} for you to decide."
