"""Takes a file's name apart: what it is called, and the marks people add while they work.

Marks are version numbers, words such as DRAFT or OLD, dates, initials, and what computers add to
copies. Numbers and years that may be content (CP1, Form 7, Working Together 2018) stay in the
title; a year is told besides. What the marks mean for a document is decided in `lineage_order`.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from librarian.domain import name_patterns as patterns
from librarian.domain.dates_said import Dated, Precision, mentions
from librarian.domain.name_patterns import Mark, Part
from librarian.domain.paths import name_of, printable, stem_of
from librarian.domain.words import STOP_WORDS, words_of

RETIRED: Final = frozenset({Mark.OLD, Mark.SUPERSEDED, Mark.ARCHIVED, Mark.DO_NOT_USE})
"""Marks that say: not this one."""


@dataclass(frozen=True, slots=True)
class NameMarks:
    """A name taken apart; `title` is what is left, `core` its words without any date.

    `version` is empty where none is given; letters count from A = 1. `ordinal` is the number
    behind a mark (OLD 3, FINAL2), 0 where there is none. `copies` counts the marks of copying.
    `taken` are the marks as they are written, in the order in which they were found.
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
    taken: tuple[tuple[Part, str], ...] = ()

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
    taken: list[tuple[Part, str]] = field(default_factory=list)

    def take(self, part: Part, written: str) -> None:
        """Note how a mark is written."""
        brackets = "" if part is Part.COPY else "()[]"
        self.taken.append((part, written.strip(f"{patterns.EDGES}{brackets}") or written.strip()))


def read_name(path: str) -> NameMarks:
    """Return what the name at the end of path says."""
    return _read(name_of(path))


@lru_cache(maxsize=4096)
def _read(name: str) -> NameMarks:
    whole = _spaced(printable(stem_of(name)))
    sheet = _Sheet(whole)
    before = ""
    while before != sheet.left and (patterns.DIGIT.search(sheet.left) or _is_hinted(sheet.left)):
        before = sheet.left
        for take in (_take_computers, _take_end, _take_start, _take_version, _take_date):
            take(sheet)
    title = _tidy(sheet.left) or _tidy(whole) or whole or printable(name)
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
        taken=tuple(sheet.taken),
    )


@lru_cache(maxsize=4096)
def core_words(title: str) -> tuple[str, ...]:
    """Return the words of a title without dates and without words that carry no meaning."""
    for mention in reversed(mentions(title)):
        title = f"{title[: mention.start]} {title[mention.end :]}"
    apart = title if title[1:].islower() else patterns.SEAM.sub(" ", title)
    said = words_of(apart)
    return tuple(word for word in said if word not in STOP_WORDS) or tuple(said)


def _spaced(stem: str) -> str:
    if any(map(stem.__contains__, patterns.JOINTS)):
        apart = patterns.GLUED_DATE.sub(" ", patterns.UNDERSCORED_MARK.sub(" - ", stem))
        stem = patterns.UNDERSCORES.sub(" ", apart)
    return " ".join(stem.split())


def _tidy(left: str) -> str:
    spaced = left.replace("_", " ")
    if "(" in spaced or "[" in spaced:
        spaced = patterns.EMPTY_BRACKETS.sub(" ", spaced)
    return " ".join(spaced.split()).strip(patterns.EDGES).strip()


def _take_computers(sheet: _Sheet) -> None:
    """Take what programs that sync add; a copy where something is left without it."""
    if "conflict" not in sheet.left.lower() and "-" not in sheet.left:
        return
    shorter = patterns.COMPUTERS.sub("", sheet.left)
    if shorter != sheet.left and _tidy(shorter):
        for found in patterns.COMPUTERS.finditer(sheet.left):
            sheet.take(Part.COPY, found[0])
        sheet.left, sheet.conflict = shorter, True


def _is_hinted(text: str) -> bool:
    """Tell whether text has a word that marks may be made of: quicker than looking for marks."""
    return bool(patterns.HINT.search(text.casefold()))


def _take_end(sheet: _Sheet) -> None:
    folded = sheet.left.casefold()
    is_copy = folded.rstrip().endswith(")") or any(map(folded.__contains__, patterns.COPIES))
    for pattern in (patterns.END_COPY, patterns.START_COPY) if is_copy else ():
        found = pattern.search(sheet.left)
        shorter = f"{sheet.left[: found.start()]}{sheet.left[found.end() :]}" if found else ""
        if found and _tidy(shorter):
            sheet.take(Part.COPY, found[0])
            sheet.left = shorter
            folded = shorter.casefold()
            sheet.copies += 1
    if not folded.rstrip(patterns.BEHIND_MARKS).endswith(patterns.MARKS_END):
        return
    mark = patterns.END_MARK.search(sheet.left, max(0, len(sheet.left) - patterns.LONGEST_MARK))
    if mark and _is_mark(mark, sheet.left):
        _note(sheet, mark)
        sheet.left = sheet.left[: mark.start()]


def _is_mark(found: re.Match[str], text: str) -> bool:
    """Tell a mark from a title that ends in the same word ("12 years old")."""
    before = text[: found.start()].rstrip(patterns.EDGES)
    if not _tidy(before):
        return False
    said = text[found.start() : found.end()].strip(f"{patterns.EDGES}()[]0123456789")
    alone = not found["before"].strip() and not found["ordinal"]
    plain = alone and patterns.SMALL_MARKS.match(said)
    return not (plain and patterns.AGE_BEFORE.search(before))


def _note(sheet: _Sheet, found: re.Match[str]) -> None:
    sheet.take(Part.STATUS, found[0])
    groups = found.groupdict()
    for mark in Mark:
        if groups.get(mark.name) or groups.get(f"s{mark.name}"):
            sheet.marks.add(mark)
    if ordinal := groups.get("ordinal"):
        sheet.ordinal = sheet.ordinal or int(ordinal)


def _take_start(sheet: _Sheet) -> None:
    begins = sheet.left[:3].isupper() or sheet.left.startswith(("(", "[", "z", "Z"))
    if not begins and not patterns.DASH.search(sheet.left):
        return
    for pattern in (patterns.START_MARK, patterns.START_SHOUTED):
        found = pattern.match(sheet.left)
        if found and _tidy(sheet.left[found.end() :]):
            _note(sheet, found)
            sheet.left = sheet.left[found.end() :]


def _take_version(sheet: _Sheet) -> None:
    """Take a version mark, and initials that stand behind it."""
    for found in patterns.VERSION.finditer(sheet.left, _earliest_version(sheet.left)):
        rest = f"{sheet.left[: found.start()]} {sheet.left[found.end() :]}"
        if not _tidy(rest) or _is_in_title(sheet.left[: found.start()].rstrip()):
            continue
        if not sheet.left[found.end() :].strip(patterns.EDGES) or not sheet.version:
            sheet.version = _numbers(found)
        sheet.take(Part.VERSION, found[0])
        rest, who = _without_initials(sheet.left[found.end() :])
        _sign(sheet, who)
        sheet.left = f"{sheet.left[: found.start()].rstrip(' -–_')} {rest.lstrip(' _')}"
        return


def _earliest_version(text: str) -> int:
    """Return where the first version can stand in text, far quicker than looking for one."""
    folded = text.casefold()
    if len(folded) != len(text):
        return 0
    found = patterns.LIKE_A_VERSION.search(folded)
    return found.start() if found else len(text)


def _is_in_title(before: str) -> bool:
    """Tell whether what stands before a version makes it a part of the title ("the big issue")."""
    start = max(0, len(before) - patterns.LONGEST_PART)
    return bool(patterns.PART_OF_TITLE.search(before, start))


def _numbers(found: re.Match[str]) -> tuple[int, ...]:
    if letter := found["letter"]:
        return (ord(letter.lower()) - ord("a") + 1,)
    return tuple(int(part) for part in re.split(r"[._]", found["number"] or found["other"]))


def _without_initials(behind: str) -> tuple[str, str]:
    """Return what stands behind a version without initials that end it, and the initials."""
    if patterns.SECOND.fullmatch(behind):
        return "", ""
    apart = behind.startswith((" ", "-", "–", "("))
    found = patterns.INITIALS_LAST.search(behind) if apart else None
    if not found or behind[: found.start()].strip(patterns.EDGES):
        return behind, ""
    return ("", found["who"].upper()) if _are_initials(found) else (behind, "")


def _sign(sheet: _Sheet, who: str) -> None:
    """Note initials, where there are any; the first that were found count."""
    if who:
        sheet.initials = sheet.initials or who
        sheet.take(Part.INITIALS, who)


def _are_initials(found: re.Match[str]) -> bool:
    return found["who"] not in patterns.NOT_INITIALS


def _take_date(sheet: _Sheet) -> None:
    """Take a full date at either end; months and years may be content, so they stay."""
    for mention in mentions(sheet.left):
        before = sheet.left[: mention.start]
        behind, who = _without_initials(sheet.left[mention.end :])
        at_end = not behind.strip(f"{patterns.EDGES})]")
        at_start = not before.strip(f"{patterns.EDGES}([")
        if mention.dated.precision is not Precision.DAY or at_end == at_start:
            continue
        sheet.dates.append(mention.dated)
        sheet.take(Part.DATE, sheet.left[mention.start : mention.end])
        _sign(sheet, who)
        rest = behind.lstrip(f"{patterns.EDGES})]")
        sheet.left = rest if at_start else _before_date(sheet, before)
        return


def _before_date(sheet: _Sheet, before: str) -> str:
    left = before.rstrip(patterns.EDGES + "([")
    found = patterns.INITIALS.search(left)
    if found and _are_initials(found) and _tidy(left[: found.start()]):
        _sign(sheet, found["who"])
        return left[: found.start()]
    return left


__all__ = ["RETIRED", "Mark", "NameMarks", "core_words", "read_name"]
