"""Takes a file's name apart: what it is called, and the marks people add while they work.

Marks are version numbers, words such as DRAFT or OLD, dates, initials, and what computers add to
copies. Numbers and years that may be content (CP1, Form 7, Working Together 2018) stay in the
title; a year is told besides. What the marks mean for a document is decided in `lineage_order`.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Final

from librarian.domain.dates_said import Dated, Precision, mentions
from librarian.domain.paths import printable, stem_of
from librarian.domain.words import STOP_WORDS, listed, words_of


class Mark(StrEnum):
    """What a word in a name says of its version; the value is how it is told to people."""

    DRAFT = "draft"
    FINAL = "final"
    OLD = "old"
    SUPERSEDED = "superseded"
    ARCHIVED = "archived"
    DO_NOT_USE = "do not use"
    NEW = "new"


RETIRED: Final = frozenset({Mark.OLD, Mark.SUPERSEDED, Mark.ARCHIVED, Mark.DO_NOT_USE})
"""Marks that say: not this one."""


@dataclass(frozen=True, slots=True)
class NameMarks:
    """A name taken apart; `title` is what is left, `core` its words without any date.

    `version` is empty where none is given; letters count from A = 1. `ordinal` is the number
    behind a mark (OLD 3, FINAL2), 0 where there is none. `copies` counts the marks of copying.
    """

    title: str
    core: tuple[str, ...] = ()
    version: tuple[int, ...] = ()
    marks: frozenset[Mark] = frozenset()
    ordinal: int = 0
    copies: int = 0
    conflict: bool = False
    dates: tuple[Dated, ...] = ()
    initials: str = ""

    @property
    def is_retired(self) -> bool:
        """Whether the name says that this is not the one to use."""
        return bool(self.marks & RETIRED)

    @property
    def is_draft(self) -> bool:
        """Whether the name says that this is still being worked on."""
        return Mark.DRAFT in self.marks

    @property
    def has_marks(self) -> bool:
        """Whether the name says anything about its version."""
        return bool(self.version or self.marks or self.dates)


@dataclass(slots=True)
class _Sheet:
    """A name while marks are being taken from it."""

    left: str
    version: tuple[int, ...] = ()
    marks: set[Mark] = field(default_factory=set)
    ordinal: int = 0
    copies: int = 0
    conflict: bool = False
    dates: list[Dated] = field(default_factory=list)
    initials: str = ""


@lru_cache(maxsize=4096)
def read_name(path: str) -> NameMarks:
    """Return what the name at the end of path says."""
    whole = _spaced(printable(stem_of(path)))
    sheet = _Sheet(whole)
    before = ""
    while before != sheet.left and _HINT.search(sheet.left):
        before = sheet.left
        for take in (_take_computers, _take_end, _take_start, _take_version, _take_date):
            take(sheet)
    title = _tidy(sheet.left) or _tidy(whole) or whole or printable(path)
    if not sheet.dates:
        sheet.dates = [mention.dated for mention in mentions(title)]
    return NameMarks(
        title=title,
        core=core_words(title),
        version=sheet.version,
        marks=frozenset(sheet.marks),
        ordinal=sheet.ordinal,
        copies=sheet.copies,
        conflict=sheet.conflict,
        dates=tuple(sheet.dates),
        initials=sheet.initials,
    )


@lru_cache(maxsize=4096)
def core_words(title: str) -> tuple[str, ...]:
    """Return the words of a title without dates and without words that carry no meaning."""
    for mention in reversed(mentions(title)):
        title = f"{title[: mention.start]} {title[mention.end :]}"
    said = words_of(_SEAM.sub(" ", title))
    return tuple(word for word in said if word not in STOP_WORDS) or tuple(said)


_SEAM: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_HINT: Final = re.compile(
    r"(?i)\d|copy|conflict|desktop|laptop|-(?:win|pc)|draft|final|old|new|latest|supers|superc|archiv|use"
    r"|backup|back up|bak|bkp|dnu|replaced|withdrawn|expired|obsolete|outdated|comment|consultation"
    r"|wip|progress|tracked|prev|approved|signed|agreed|master|current|updat|amended|revis|correct"
    r"|clean|unfinished|email|e-mail|recovered|autosaved|repaired|restored|read|shortcut|duplicate"
    r"|rev |version |issue "
)
"""A name without any of these has no marks."""
_EDGES: Final = " -–—_.,;~+#"
_SPACES: Final = re.compile(r"\s+")
_UNDERSCORED_MARK: Final = re.compile(r"(?i)_(?=(?:old|draft|final|new|copy)(?![a-z_]))")
_UNDERSCORES: Final = re.compile(r"(?<!\d)_+|_+(?!\d)|(?<=[A-Za-z])\.(?=[A-Za-z]{2})|%20")
_GLUED_DATE: Final = re.compile(
    r"(?<=[a-z]{3})(?=\d{1,2}[.-]\d{1,2}[.-]\d{2,4}(?!\d)|\d{4}-\d\d-\d\d(?!\d))"
)
_EMPTY_BRACKETS: Final = re.compile(r"[(\[]\s*[)\]]")

_COMPUTERS: Final = re.compile(
    r"""(?ix)
      \s*\([^()]*\b(?:conflicted|conflicting)\ copy\b[^()]*\)         # Dropbox
    | \s*\([^()]*\bcase\ conflict\b[^()]*\)                           # Dropbox
    | \s*\(\s*conflict(?:\s[^()]*)?\)                                 # Nextcloud, SharePoint
    | [\s.]*sync[-\s]conflict[-\s]\d{8}[-\s]\d{6}(?:[-\s]\w+)?        # Syncthing
    | [\s-]*-\s?(?:desktop|laptop|win|pc)-[a-z0-9]{3,15}\b(?:-\d+)?   # OneDrive
    """,
)
_END_COPY: Final = re.compile(
    r"""(?ix)
      \s*[-–]\s*copy(?:\s*\(?\d+\)?)?\s*$                             # … - Copy (2)
    | (?<=\S)\s+copy(?:\s*\(?\d+\)?)?\s*$                             # … copy 2
    | \s*\((?:copy\s*)?\d{1,2}\)\s*$                                  # … (1)
    | \s*\(copy\)\s*$
    | \s*[-–]\s*(?:shortcut|duplicate)\s*$
    | \s*\((?:from\ e-?mail|recovered|autosaved|repaired|restored|read[-\ ]only)\)\s*$
    """,
)
_START_COPY: Final = re.compile(r"(?i)^\s*copy\s+(?:\(\d+\)\s+)?of\s+(?=\S)")
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
_END_MARK: Final = re.compile(
    rf"(?i)(?P<before>^|[\s(\[,;–-]+)(?:{_MARKS})\s?(?P<ordinal>\d{{0,2}})\s*[)\]]?\s*$"
)
_START_MARK: Final = re.compile(
    rf"(?:^\s*[(\[](?i:{_MARKS})[)\]][\s–-]*"  # (DRAFT) Plan
    rf"|^\s*(?i:{_MARKS.replace('?P<', '?P<s')})\s*[–:-]\s+)(?=\S)"  # Old - Plan
)
_START_SHOUTED: Final = re.compile(
    r"^\s*(?:(?P<OLD>z*OLD|(?i:z+old))|(?P<DRAFT>DRAFT)|(?P<FINAL>FINAL)|(?P<SUPERSEDED>SUPERSEDED)"
    r"|(?P<DO_NOT_USE>DO NOT USE)|(?P<ARCHIVED>ARCHIVED?))\s+(?=\S*[a-z])"
)
_LONGEST_MARK: Final = 48
"""Marks are looked for in that many last characters."""
_SMALL_MARKS: Final = re.compile(r"(?i)^(?:new|old|current|master|clean|update|updated|replaced)$")
_AGE_BEFORE: Final = re.compile(
    r"(?i)\b(?:years?|yrs?|months?|weeks?|how|something|anything|a|the|what|of|is|are|to|for)$"
)
_VERSION: Final = re.compile(
    r"""(?ix)
    (?:^|(?<=[\s(\[,–-])|(?<=[a-z])(?=V\d))
    (?: v(?:er|ersion|ers)?\.?\s?(?:no\.?\s?)?(?P<number>\d{1,3}(?:[._]\d{1,3}){0,3})
      | (?:version|rev(?:ision)?|issue|edition|ed)\.?\s?(?:no\.?\s?)?
        (?P<other>\d{1,3}(?:[._]\d{1,3}){0,3})
      | (?:rev(?:ision)?|version|ver|issue)\.?\s(?P<letter>[a-h])
    )(?![\w%])(?!\.\d)
    """,
)
_PART_OF_TITLE: Final = re.compile(r"(?i)\b(?:the|an?|social|big|special)\s*$")
_INITIALS: Final = re.compile(r"(?:^|[\s(–-])(?P<who>[A-Z]{2,3})$")
_INITIALS_LAST: Final = re.compile(
    r"[\s(–-]+(?P<who>[A-Z]{2,3}|[a-z]{2})(?:\s+(?:edits?|comments?|changes))?\)?\s*$"
)
_SECOND: Final = re.compile(r" \d")
"""What a Mac adds to a second file of one name."""
_NOT_INITIALS: Final = listed(
    "UK US IT TV HR ID QA OK AM PM OF TO IN ON AT BY OR AND THE FOR CP LAC CIN CLA PLO DV DA CSE"
    " EHM EHA SEN PEP IRO LPM PIF FGC NHS CYP CAF TAC TAF DOL SGO LA HV GP MH YOT YJS EH DO SO GO"
    " NO WE MY ME UP IS AS AN ALL HOW WHY NOT OUR YOU OLD NEW"
    " in of to on at by or an is as it we us my me up so no do go"
)


def _spaced(stem: str) -> str:
    apart = _GLUED_DATE.sub(" ", _UNDERSCORED_MARK.sub(" - ", stem))
    return _SPACES.sub(" ", _UNDERSCORES.sub(" ", apart)).strip()


def _tidy(left: str) -> str:
    spaced = _EMPTY_BRACKETS.sub(" ", left.replace("_", " "))
    return _SPACES.sub(" ", spaced).strip(_EDGES).strip()


def _take_computers(sheet: _Sheet) -> None:
    """Take what programs that sync add; a copy where something is left without it."""
    shorter = _COMPUTERS.sub("", sheet.left)
    if shorter != sheet.left and _tidy(shorter):
        sheet.left, sheet.conflict = shorter, True


def _take_end(sheet: _Sheet) -> None:
    for pattern in (_END_COPY, _START_COPY):
        shorter = pattern.sub("", sheet.left, count=1)
        if shorter != sheet.left and _tidy(shorter):
            sheet.left = shorter
            sheet.copies += 1
    found = _END_MARK.search(sheet.left, max(0, len(sheet.left) - _LONGEST_MARK))
    if found and _is_mark(found, sheet.left):
        _note(sheet, found)
        sheet.left = sheet.left[: found.start()]


def _is_mark(found: re.Match[str], text: str) -> bool:
    """Tell a mark from a title that ends in the same word ("12 years old")."""
    before = text[: found.start()].rstrip(_EDGES)
    if not _tidy(before):
        return False
    said = text[found.start() : found.end()].strip(f"{_EDGES}()[]0123456789")
    plain = not found["before"].strip() and not found["ordinal"] and _SMALL_MARKS.match(said)
    return not (plain and _AGE_BEFORE.search(before))


def _note(sheet: _Sheet, found: re.Match[str]) -> None:
    groups = found.groupdict()
    for mark in Mark:
        if groups.get(mark.name) or groups.get(f"s{mark.name}"):
            sheet.marks.add(mark)
    if ordinal := groups.get("ordinal"):
        sheet.ordinal = sheet.ordinal or int(ordinal)


def _take_start(sheet: _Sheet) -> None:
    for pattern in (_START_MARK, _START_SHOUTED):
        found = pattern.match(sheet.left)
        if found and _tidy(sheet.left[found.end() :]):
            _note(sheet, found)
            sheet.left = sheet.left[found.end() :]


def _take_version(sheet: _Sheet) -> None:
    """Take a version mark, and initials that stand behind it."""
    for found in _VERSION.finditer(sheet.left):
        rest = f"{sheet.left[: found.start()]} {sheet.left[found.end() :]}"
        if not _tidy(rest) or _PART_OF_TITLE.search(sheet.left[: found.start()]):
            continue
        if not sheet.left[found.end() :].strip(_EDGES) or not sheet.version:
            sheet.version = _numbers(found)
        rest, who = _without_initials(sheet.left[found.end() :])
        sheet.initials = sheet.initials or who
        sheet.left = f"{sheet.left[: found.start()].rstrip(' -–_')} {rest.lstrip(' _')}"
        return


def _numbers(found: re.Match[str]) -> tuple[int, ...]:
    if letter := found["letter"]:
        return (ord(letter.lower()) - ord("a") + 1,)
    return tuple(int(part) for part in re.split(r"[._]", found["number"] or found["other"]))


def _without_initials(behind: str) -> tuple[str, str]:
    """Return what stands behind a version without initials that end it, and the initials."""
    if _SECOND.fullmatch(behind):
        return "", ""
    found = _INITIALS_LAST.search(behind) if behind.startswith((" ", "-", "–", "(")) else None
    if not found or behind[: found.start()].strip(_EDGES) or found["who"] in _NOT_INITIALS:
        return behind, ""
    return "", found["who"].upper()


def _take_date(sheet: _Sheet) -> None:
    """Take a full date at either end; months and years may be content, so they stay."""
    for mention in mentions(sheet.left):
        before = sheet.left[: mention.start]
        behind, who = _without_initials(sheet.left[mention.end :])
        at_end, at_start = not behind.strip(f"{_EDGES})]"), not before.strip(f"{_EDGES}([")
        if mention.dated.precision is not Precision.DAY or at_end == at_start:
            continue
        sheet.dates.append(mention.dated)
        sheet.initials = sheet.initials or who
        sheet.left = behind.lstrip(_EDGES + ")]") if at_start else _before_date(sheet, before)
        return


def _before_date(sheet: _Sheet, before: str) -> str:
    left = before.rstrip(_EDGES + "([")
    found = _INITIALS.search(left)
    if found and found["who"] not in _NOT_INITIALS and _tidy(left[: found.start()]):
        sheet.initials = sheet.initials or found["who"]
        return left[: found.start()]
    return left
