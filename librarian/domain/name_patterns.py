"""The patterns of marks in file names: what people and computers add while they work.

Only patterns stand here; `name_marks` says in which order they are tried and what they mean.
"""

import re
from enum import StrEnum
from typing import Final

from librarian.domain.words import listed


class Mark(StrEnum):
    """What a word in a name says of its version; the value is how it is told to people."""

    DRAFT = "draft"
    FINAL = "final"
    OLD = "old"
    SUPERSEDED = "superseded"
    ARCHIVED = "archived"
    DO_NOT_USE = "do not use"
    NEW = "new"


class Part(StrEnum):
    """What a part of a name is; the value is how findings about names tell what is wrong."""

    TITLE = "title"
    VERSION = "label"
    STATUS = "words such as “final”"
    DATE = "date"
    INITIALS = "initials"
    COPY = "the mark of a copy"
    UNDERSCORES = "underscores"
    TYPE = "type"
    ENDING = "ending"


SEAM: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
DIGIT: Final = re.compile(r"\d")
_HINTS: Final = (
    *listed(
        "copy conflict desktop laptop -win -pc draft final old new latest supers superc archiv use"
        " backup bak bkp dnu replaced withdrawn expired obsolete outdated comment consultation wip"
        " progress tracked prev approved signed agreed master current updat amended revis correct"
        " clean unfinished email e-mail recovered autosaved repaired restored read shortcut"
        " duplicate"
    ),
    "back up",
    "rev ",
    "version ",
    "issue ",
)
HINT: Final = re.compile("|".join(map(re.escape, sorted(_HINTS))))
"""A folded name without a digit and any of these has no marks; without these, none in words."""
JOINTS: Final = ("_", ".", "-", "%20")
"""A name without any of these has nothing to be put apart."""
EDGES: Final = " -–—_.,;~+#"
SPACES: Final = re.compile(r"\s+")
UNDERSCORED_MARK: Final = re.compile(r"(?i)_(?=(?:old|draft|final|new|copy)(?![a-z_]))")
UNDERSCORES: Final = re.compile(r"(?<!\d)_+|_+(?!\d)|(?<=[A-Za-z])\.(?=[A-Za-z]{2})|%20")
GLUED_DATE: Final = re.compile(
    r"(?<=[a-z]{3})(?=\d{1,2}[.-]\d{1,2}[.-]\d{2,4}(?!\d)|\d{4}-\d\d-\d\d(?!\d))"
)
EMPTY_BRACKETS: Final = re.compile(r"[(\[]\s*[)\]]")

COMPUTERS: Final = re.compile(
    r"""(?ix)
      \s*\([^()]*\b(?:conflicted|conflicting)\ copy\b[^()]*\)         # Dropbox
    | \s*\([^()]*\bcase\ conflict\b[^()]*\)                           # Dropbox
    | \s*\(\s*conflict(?:\s[^()]*)?\)                                 # Nextcloud, SharePoint
    | [\s.]*sync[-\s]conflict[-\s]\d{8}[-\s]\d{6}(?:[-\s]\w+)?        # Syncthing
    | [\s-]*-\s?(?:desktop|laptop|win|pc)-[a-z0-9]{3,15}\b(?:-\d+)?   # OneDrive
    """,
)
END_COPY: Final = re.compile(
    r"""(?ix)
      \s*[-–]\s*copy(?:\s*\(?\d+\)?)?\s*$                             # … - Copy (2)
    | (?<=\S)\s+copy(?:\s*\(?\d+\)?)?\s*$                             # … copy 2
    | \s*\((?:copy\s*)?\d{1,2}\)\s*$                                  # … (1)
    | \s*\(copy\)\s*$
    | \s*[-–]\s*(?:shortcut|duplicate)\s*$
    | \s*\((?:from\ e-?mail|recovered|autosaved|repaired|restored|read[-\ ]only)\)\s*$
    """,
)
COPIES: Final = ("copy", "shortcut", "duplicate")
"""A folded name that ends in no bracket and has none of these was not copied."""
START_COPY: Final = re.compile(r"(?i)^\s*copy\s+(?:\(\d+\)\s+)?of\s+(?=\S)")
_WORDED: Final = {
    Mark.DO_NOT_USE: (r"do\s+not\s+use|don'?t\s+use|not\s+in\s+use|no\s+longer\s+used?|dnu",),
    Mark.SUPERSEDED: ("superseded|superceded|replaced|withdrawn|expired|obsolete|outdated",),
    Mark.ARCHIVED: (r"archived?|backup|back\s?up|bak|bkp",),
    Mark.DRAFT: (
        r"(?:first\s+|rough\s+|final\s+)?draft(?:\s+for\s+(?:comments?|review|consultation))?",
        r"for\s+(?:comments?|consultation)|wip|work\s+in\s+progress|unfinished",
        r"tracked(?:\s+changes)?",
    ),
    Mark.OLD: (r"old(?:\s+version|\s+copy|\s+one)?|previous(?:\s+version)?|prev|zz*old",),
    Mark.FINAL: (
        r"final(?:ised|ized)?(?:\s+version)?|approved|signed\s+off|agreed\s+version|master",
    ),
    Mark.NEW: (
        r"use\s+this(?:\s+one)?|latest(?:\s+version)?|new(?:\s+version)?|newest",
        r"current(?:\s+version)?|updated?|amended|revised|corrected|clean(?:\s+version)?",
    ),
}
_MARKS: Final = "|".join(f"(?P<{mark.name}>{'|'.join(words)})" for mark, words in _WORDED.items())
END_MARK: Final = re.compile(
    rf"(?i)(?P<before>^|[\s(\[,;–-]+)(?:{_MARKS})\s?(?P<ordinal>\d{{0,2}})\s*[)\]]?\s*$"
)
BEHIND_MARKS: Final = " )]0123456789"
_LAST_WORDS: Final = listed(
    "draft comment comments review consultation wip progress unfinished tracked changes old one"
    " version copy previous prev use used dnu superseded superceded replaced withdrawn expired"
    " obsolete outdated archive archived up bak bkp final finalised finalized approved off master"
    " this latest new newest current update updated amended revised corrected clean"
)
MARKS_END: Final = tuple(sorted(_LAST_WORDS))
"""Marks end in one of these, and one of the characters above may stand behind."""
START_MARK: Final = re.compile(
    rf"(?:^\s*[(\[](?i:{_MARKS})[)\]][\s–-]*"  # (DRAFT) Plan
    rf"|^\s*(?i:{_MARKS.replace('?P<', '?P<s')})\s*[–:-]\s+)(?=\S)"  # Old - Plan
)
DASH: Final = re.compile(r"[–:-]\s")
START_SHOUTED: Final = re.compile(
    r"^\s*(?:(?P<OLD>z*OLD|(?i:z+old))|(?P<DRAFT>DRAFT)|(?P<FINAL>FINAL)|(?P<SUPERSEDED>SUPERSEDED)"
    r"|(?P<DO_NOT_USE>DO NOT USE)|(?P<ARCHIVED>ARCHIVED?))\s+(?=\S*[a-z])"
)
LONGEST_MARK: Final = 48
"""Marks are looked for in that many last characters."""
SMALL_MARKS: Final = re.compile(r"(?i)^(?:new|old|current|master|clean|update|updated|replaced)$")
AGE_BEFORE: Final = re.compile(
    r"(?i)\b(?:years?|yrs?|months?|weeks?|how|something|anything|a|the|what|of|is|are|to|for)$"
)
VERSION: Final = re.compile(
    r"""(?ix)
    (?:^|(?<=[\s(\[,–-])|(?<=[a-z])(?=V\d))
    (?: v(?:er|ersion|ers)?\.?\s?(?:no\.?\s?)?(?P<number>\d{1,3}(?:[._]\d{1,3}){0,3})
      | (?:version|rev(?:ision)?|issue|edition|ed)\.?\s?(?:no\.?\s?)?
        (?P<other>\d{1,3}(?:[._]\d{1,3}){0,3})
      | (?:rev(?:ision)?|version|ver|issue)\.?\s(?P<letter>[a-h])
    )(?![\w%])(?!\.\d)
    """,
)
LIKE_A_VERSION: Final = re.compile(
    r"(?:v|ver|vers|version|rev|revision|issue|ed|edition)\.?\s?(?:no\.?\s?)?(?:\d|[a-h](?!\w))"
)
"""A folded name without this says no version: far quicker than looking for one."""
PART_OF_TITLE: Final = re.compile(r"(?i)\b(?:the|an?|social|big|special)$")
LONGEST_PART: Final = 8
INITIALS: Final = re.compile(r"(?:^|[\s(–-])(?P<who>[A-Z]{2,3})$")
INITIALS_LAST: Final = re.compile(
    r"[\s(–-]+(?P<who>[A-Z]{2,3}|[a-z]{2})(?:\s+(?:edits?|comments?|changes))?\)?\s*$"
)
SECOND: Final = re.compile(r" \d")
"""What a Mac adds to a second file of one name."""
NOT_INITIALS: Final = listed(
    "UK US IT TV HR ID QA OK AM PM OF TO IN ON AT BY OR AND THE FOR CP LAC CIN CLA PLO DV DA CSE"
    " EHM EHA SEN PEP IRO LPM PIF FGC NHS CYP CAF TAC TAF DOL SGO LA HV GP MH YOT YJS EH DO SO GO"
    " NO WE MY ME UP IS AS AN ALL HOW WHY NOT OUR YOU OLD NEW"
    " in of to on at by or an is as it we us my me up so no do go"
)
