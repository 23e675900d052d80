"""Every word of what needs a look: the table, its groups, and what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from librarian.domain.name_patterns import Part
from librarian.domain.paths import folder_of, name_of, printable
from ui.curate.texts import day
from ui.kit.wording import counted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.tidying import Look

WAIT: Final = "Holding the drive against its rules …"
NONE: Final = "Nothing needs a look"
NONE_WHAT: Final = "The drive is as its rules want it."
COLUMNS: Final = ("What", "Where", "Rule", "Since")
FILTER: Final = "Find in what needs a look"
RULE: Final = "Which rule"
ALL_RULES: Final = "All rules ({})"
ONE_RULE: Final = "{} ({})"
LEFT: Final = "Left for a while ({})"
LEFT_UNTIL: Final = "Left until {}"
AGAIN: Final = "Look at it again"
AGAIN_SAID: Final = "It needs a look again."
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
OTHER: Final = "The one to use"
RIVAL: Final = "It may be this one"
COMPARE: Final = "Compare the two"
SHOW_OTHER: Final = "Show the other"
COMPARISON: Final = "What differs between the two"
COMPARING: Final = "Reading both …"
CHOOSE_TWO: Final = "Nothing stands beside what is chosen."
CLOSE: Final = "Close"
STOP: Final = "Stop"
AS_CONFIRMED: Final = "{}, as it was confirmed"
PARTS: Final = "The parts of its name"
MISSING: Final = "missing"
BETTER: Final = "It could be called"
LEFT_OUT: Final = "It is not in the new name."
WRITTEN_ANEW: Final = "It is written in another way in the new name."
PART_NAMES: Final = {
    Part.TITLE: "its title",
    Part.VERSION: "a version",
    Part.STATUS: "a word about its state",
    Part.DATE: "a date",
    Part.INITIALS: "somebody’s initials",
    Part.COPY: "the mark of a copy",
    Part.UNDERSCORES: "joins words",
    Part.TYPE: "what it is",
    Part.ENDING: "the kind of file",
}
"""What each part of a name is."""
PART_WRONG: Final = {
    Part.TITLE: WRITTEN_ANEW,
    Part.VERSION: "Versions are written one way: v1.0, or v1.1 DRAFT.",
    Part.STATUS: "“Final” is soon not final. Librarian tells which one to use.",
    Part.DATE: "Written year-month-day, like 2026-09-28, dates sort by themselves.",
    Part.INITIALS: "Who wrote it stands in its history.",
    Part.COPY: "A computer put it there. It says nothing about the document.",
    Part.UNDERSCORES: "Spaces are easier to read, and to have read out.",
    Part.TYPE: "A name ends in what it is, such as “ - Form”.",
    Part.ENDING: WRITTEN_ANEW,
}
"""What is wrong with a part that does not belong in a name."""
HINTS: Final = (
    ("← →", "fold or open a group"),
    ("Ctrl+A", "choose all"),
    ("Enter", "open, or see what could be done"),
)
NO_MENDS: Final = "These are for you to decide, one by one."


def heading(words: str, number: int, urgent: int) -> str:
    """What stands over a group; how many matter most, where not all or none do."""
    return f"{words} ({number:,}){_first(number, urgent)}"


def heading_spoken(words: str, number: int, urgent: int, *, is_open: bool) -> str:
    """What is read out of a heading."""
    told = f"{words}: {counted(number, 'thing')}{_first(number, urgent)}"
    return f"{told}, {'open' if is_open else 'folded'}"


def _first(number: int, urgent: int) -> str:
    if not 0 < urgent < number:
        return ""
    return f", {urgent:,} {'matters' if urgent == 1 else 'matter'} most"


def chosen(number: int) -> str:
    """How many are chosen."""
    return f"{counted(number, 'thing')} chosen"


def this_one(look: Look) -> str:
    """What a look is about, over its side of a comparison."""
    return printable(name_of(look.path))


def other_said(look: Look) -> str:
    """What the other file is to a look; nothing is proposed where that is the question."""
    return OTHER if look.can_mend else RIVAL


def other_name(look: Look) -> str:
    """The other file of a look; a confirmed version by its label."""
    version = look.other.removeprefix(f"{look.path}@")
    if version != look.other:
        return AS_CONFIRMED.format(version)
    return printable(name_of(look.other))


def other_place(look: Look) -> str:
    """Where the other file lies; empty where it is another version of the same file."""
    if look.other.startswith(f"{look.path}@"):
        return ""
    return printable(folder_of(look.other)) or TOP


def differences(number: int) -> str:
    """How many pieces of text are not the same."""
    return counted(number, "difference") if number else "Every word is the same."


def part_wrong(kind: Part, *, is_wrong: bool) -> str:
    """Why a part of a name goes: what is wrong with it, or that it merely is left out."""
    if is_wrong:
        return PART_WRONG[kind]
    return WRITTEN_ANEW if kind in {Part.TITLE, Part.ENDING} else LEFT_OUT


def left_until(look: Look) -> str:
    """Until when something is left."""
    return LEFT_UNTIL.format(day(look.left.until)) if look.left else ""


def left_because(look: Look) -> str:
    """Who left something, and why."""
    return f"{look.left.who}: {look.left.because}" if look.left else ""


def shares(mends: int, number: int) -> str:
    """For how many of those chosen something can be done; empty for none."""
    if not mends:
        return ""
    if mends == number:
        return "Something could be done about each of them."
    rest = number - mends
    ones = "1 is" if rest == 1 else f"{rest:,} are"
    return f"Something could be done about {mends:,} of them. {ones} for you to decide."
