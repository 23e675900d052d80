"""Tells which kinds of personal data a document holds, never the data itself.

Precision matters: a blank form asks for an NHS number and holds none. So each kind has its own
evidence: numbers by their check digit, dates of birth by the name beside them, case notes by
several dated entries about people, forms by what is filled in.
"""

import re
from collections.abc import Sequence
from typing import Final

from indexers.filled_fields import DATE, NAME, Field, filled, is_name
from indexers.identifiers import has_insurance_number, has_nhs_number
from librarian.domain.extraction import Block, Shape

NHS_NUMBER: Final = "NHS number"
INSURANCE_NUMBER: Final = "National Insurance number"
NAME_AND_BIRTH: Final = "name beside a date of birth"
CASE_NOTES: Final = "case notes"
FILLED_FORM: Final = "filled-in form"

_LONG_AGO: Final = re.compile(r"\bborn\b.*\b19\d\d$", re.IGNORECASE)
_NEAR: Final = 150
_MOST_TEXT: Final = 4_000_000
_MOST_BLOCKS: Final = 5_000
_BIRTH: Final = r"(?:date of birth|d\.?o\.?b\.?|born(?: on)?)"
_BESIDE: Final = re.compile(
    rf"({NAME})[\s,;()\u2013-]{{1,4}}(?i:{_BIRTH})[\s:;\u2013-]{{0,4}}(?i:{DATE})"
    rf"|(?i:{_BIRTH})[\s:]{{1,3}}(?i:{DATE})[\s,;()]{{1,3}}(?i:name)[\s:]{{1,3}}({NAME})"
)
_SPEAKS_OF_BIRTH: Final = re.compile(rf"\b{_BIRTH}(?!\w)", re.IGNORECASE)
_EXAMPLE: Final = re.compile(r"\b(?:e\.?g\.?|example|sample|specimen|fictional)\b", re.IGNORECASE)
_ENTRY: Final = re.compile(rf"[\s\u2022*-]*{DATE}\b", re.IGNORECASE)
_HAPPENED: Final = re.compile(
    r"\b(?:(?:home|school|office|unannounced|announced|joint|cp|cin|statutory) visit|visit to"
    r"|visited"
    r"|phoned|called|rang|t/?c|telephone call|phone call|text(?:ed)? (?:from|to)|spoke|saw|seen|met"
    r"|contacted|reported|disclosed|observed|attended|discussed|said|told|stated|presented|appeared"
    r"|explained|asked|arrived|collected|refused|agreed|cried|shared)\b",
    re.IGNORECASE,
)
_SOMEBODY: Final = re.compile(
    r"\b(?i:mum|mother|dad|father|nan|gran(?:dmother|dfather|ny|ddad)?|aunt|uncle|sibling|brother"
    r"|sister|carer|foster carer|he|she|stepfather|stepdad|stepmother)\b"
    rf"|(?<=[a-z,] ){NAME}|(?<=[a-z] )[A-Z]{{2}}\b(?![a-z])"
)
_ENOUGH_ENTRIES: Final = 2
_ENOUGH_FIELDS: Final = 3
_STRONG: Final = frozenset({Field.CHILD, Field.BORN, Field.NUMBER})
_ADDRESSEES: Final = frozenset({Field.NAME, Field.TELEPHONE, Field.MAIL, Field.ADDRESS})


def personal_data(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the kinds of personal data in a document, in plain words."""
    text = "\n".join(block.text for block in blocks)[:_MOST_TEXT]
    fields = filled(blocks[:_MOST_BLOCKS])
    kinds = {
        NHS_NUMBER: has_nhs_number(text),
        INSURANCE_NUMBER: has_insurance_number(text),
        NAME_AND_BIRTH: _has_birth(fields) or _has_name_beside_birth(text),
        CASE_NOTES: _has_case_notes(blocks[:_MOST_BLOCKS]),
        FILLED_FORM: _is_filled_form(fields),
    }
    return tuple(kind for kind, is_there in kinds.items() if is_there)


def _has_birth(fields: set[Field]) -> bool:
    return Field.BORN in fields and bool(fields & {Field.CHILD, Field.NAME})


def _has_name_beside_birth(text: str) -> bool:
    """Tell whether any line gives a date of birth right beside a name."""
    for born in _SPEAKS_OF_BIRTH.finditer(text):
        start = text.rfind("\n", 0, born.start()) + 1
        end = text.find("\n", born.end())
        line = text[start : end if end >= 0 else None].replace("\t", " ")
        at = born.start() - start
        around = line[max(at - _NEAR, 0) : at + _NEAR]
        if any(_is_somebody(found) for found in _BESIDE.finditer(around)):
            return True
    return False


def _is_somebody(found: re.Match[str]) -> bool:
    """Tell whether a match is about somebody here: no example, nobody's biography."""
    before = found.string[max(found.start() - 40, 0) : found.start()]
    if _EXAMPLE.search(before) or _LONG_AGO.search(found[0]):
        return False
    return is_name(Field.NAME, found[1] or found[2])


def _has_case_notes(blocks: Sequence[Block]) -> bool:
    """Tell whether several dated entries say what happened with somebody."""
    entries = 0
    in_example = False
    for block in blocks:
        if block.shape in (Shape.HEADING, Shape.TITLE):
            in_example = bool(_EXAMPLE.search(block.text))
        elif not in_example and _is_entry(block.text.replace("\t", " ")):
            entries += 1
    return entries >= _ENOUGH_ENTRIES


def _is_entry(line: str) -> bool:
    begun = _ENTRY.match(line)
    if not begun:
        return False
    said = line[begun.end() :]
    return bool(_HAPPENED.search(said)) and bool(_SOMEBODY.search(said))


def _is_filled_form(fields: set[Field]) -> bool:
    """Tell whether enough is filled in, and more than whom to write to."""
    return len(fields) >= _ENOUGH_FIELDS and bool(fields & _STRONG) and not fields <= _ADDRESSEES
