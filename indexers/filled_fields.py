"""What somebody wrote into a form's fields: a known label with a value of its own kind.

A label alone, a line to write on, a prompt ("Click or tap here") or a choice of answers is an
empty field. Only kinds are reported, never a value.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from librarian.domain.extraction import Block, Shape
from librarian.domain.words import listed

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE: Final = (
    r"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?:(?:19|20)\d\d|\d\d)(?!\d)"
    r"|(?:19|20)\d\d-\d\d-\d\d)"
)
_NAME_WORD: Final = r"[A-Z\u00c0-\u00de][\w'\u2019]*[a-z\u00df-\u00ff](?:[-'\u2019][A-Z]?\w+)?"
NAME: Final = (
    rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|[A-Z]\.?|de|van|von|bin|al|el|O['\u2019]\w+)){{1,3}}"
)


class Field(StrEnum):
    """Kinds of field that tell about a person."""

    CHILD = "child's name"
    NAME = "name"
    BORN = "date of birth"
    NUMBER = "number"
    ADDRESS = "address"
    TELEPHONE = "telephone"
    MAIL = "e-mail"
    SEX = "sex"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    LANGUAGE = "language"
    SCHOOL = "school"
    DOCTOR = "GP"
    RELATION = "relationship"
    STATUS = "legal status"


_PERSON: Final = r"(?:child|young person|yp|baby|pupil|student|client|patient|service user|subject)"
_LABELS: Final = {
    Field.BORN: r"(?:\w+['\u2019]s )?(?:date of birth|d\.?o\.?b\.?|birth ?date|born)",
    Field.CHILD: (
        rf"(?:name of (?:the )?{_PERSON}|{_PERSON}(?:['\u2019]?s)?(?: full| first| legal)? name"
        rf"|{_PERSON}|first names?|forenames?|given names?|surname|family name|last name)"
    ),
    Field.NAME: (
        r"(?:full |preferred )?names?(?: of (?:parent|carer|mother|father|adult|person)\w*)?"
        r"|(?:parent|carer|mother|father|mum|dad)(?:/carer)?(?:['\u2019]?s)?(?: full)?(?: name)?"
        r"|re"
    ),
    Field.NUMBER: (
        r"(?:nhs|case|mosaic|liquidlogic|hospital|unique pupil|upn)"
        r"(?: (?:no\.?|number|id|ref(?:erence)?))?|id (?:no\.?|number)"
    ),
    Field.ADDRESS: (
        r"(?:(?:home|current|family|previous|\w+['\u2019]s) )?(?:address|post ?code)"
        r"(?: (?:and|&) post ?code)?"
    ),
    Field.TELEPHONE: (
        r"(?:(?:home|mobile|contact|daytime) )?(?:tel(?:ephone)?|phone|mobile|contact)"
        r"(?: (?:no\.?|number))?"
    ),
    Field.MAIL: r"e-?mail(?: address)?",
    Field.SEX: r"gender|sex|pronouns?",
    Field.ETHNICITY: r"ethnicity|ethnic (?:group|origin)|nationality",
    Field.RELIGION: r"religion(?: or belief)?|faith",
    Field.LANGUAGE: r"(?:first|home|main|preferred) language|language(?: spoken)?",
    Field.SCHOOL: r"(?:name of )?school(?:/nursery|/college)?(?: attended)?|nursery",
    Field.DOCTOR: r"(?:name of )?gp(?: (?:name|surgery|practice))?|doctor|health visitor",
    Field.RELATION: r"relationship(?: to (?:the )?child)?",
    Field.STATUS: r"legal status|(?:type of )?plan|category(?: of (?:abuse|plan))?",
}
_ANY_LABEL: Final = "|".join(f"(?P<{field.name}>{label})" for field, label in _LABELS.items())
_WHOLE_LABEL: Final = re.compile(
    rf"(?:\d+[.)]?\s*)?(?:{_ANY_LABEL})\s*(?:\([^)]{{0,40}}\))?\s*[:\u2013?-]*\s*", re.IGNORECASE
)
_INLINE: Final = re.compile(
    rf"(?<![\w'\u2019/])(?:{_ANY_LABEL})\s*(?:\([^)]{{0,40}}\))?\s*:", re.IGNORECASE
)
_PRINTED: Final = {
    Field.CHILD: re.compile(
        rf"(?:name of (?:the )?{_PERSON}|{_PERSON}['\u2019]?s(?: full| first)? name)\s+",
        re.IGNORECASE,
    ),
    Field.BORN: re.compile(r"(?:date of birth|d\.?o\.?b\.?)(?: or due date)?\s+", re.IGNORECASE),
}
_POSTCODE: Final = r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
_STREET: Final = (
    r"\b\d{1,4}[a-zA-Z]?,? (?:[A-Z][\w'\u2019]+ ){1,3}"
    r"(?:Road|Rd|Street|St|Avenue|Ave|Close|Lane|Drive|Way|Court|Crescent|Gardens|Place|Terrace|Walk|Grove|Hill|House|Flats?)\b"
)
_WORDS: Final = r"[A-Z][\w'\u2019&.,-]*(?: [\w'\u2019&.,()-]+){0,6}"
_VALUES: Final = {
    Field.BORN: re.compile(DATE, re.IGNORECASE),
    Field.CHILD: re.compile(rf"(?:{NAME}|{_NAME_WORD}|[A-Z][A-Z'-]+(?: [A-Z][A-Z'-]+){{1,2}})"),
    Field.NAME: re.compile(rf"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? {_NAME_WORD}|{NAME})"),
    Field.NUMBER: re.compile(r"(?=(?:.*\d){5})[\w /-]{5,20}"),
    Field.ADDRESS: re.compile(rf".{{0,80}}(?:{_POSTCODE}|{_STREET}).{{0,60}}"),
    Field.TELEPHONE: re.compile(r"(?:\+44|0)[\d ()-]{8,14}"),
    Field.MAIL: re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),
    Field.SEX: re.compile(
        r"(?:fe)?male|boy|girl|[mf]|non-binary|she/her|he/him|they/them", re.IGNORECASE
    ),
    Field.ETHNICITY: re.compile(_WORDS),
    Field.RELIGION: re.compile(_WORDS),
    Field.LANGUAGE: re.compile(_WORDS),
    Field.SCHOOL: re.compile(_WORDS),
    Field.DOCTOR: re.compile(_WORDS),
    Field.RELATION: re.compile(r"(?:\w+ ?){1,3}"),
    Field.STATUS: re.compile(_WORDS),
}
_NOBODY: Final = listed(
    """
    address advice age agency and any applicable april august authority birth block borough
    capitals carer carers centre child children click contact council county date day december
    delete details duty early email enter ethnicity example family father february first for
    form full gender gp help here home hub if information insert january job july june known
    language last line local manager march meeting month mother n/a name names nhs no none not
    november number october of organisation other parent parents part people person plan please
    position print reason referral referrer relationship religion review road role sample
    school section september service services signature signed social street support surname
    team telephone test text the this title type unknown visit worker write year yes you young
    your
    """
)
"""Words of forms that begin with a capital and are no names."""
_EMPTY: Final = re.compile(
    r"[\s_.\u2026\u2610\u2611\u2612\u25a1\[\](){}<>/|xX?*-]*"
    r"|.*(?:\b(?:click|tap|choose|enter|insert|select|please|delete|state|specify|e\.g|dd/mm|xx)\b"
    r"|[\u2610\u25a1_]|\.{4,}|\u2026{2,}|[<\[{]).*",
    re.IGNORECASE | re.DOTALL,
)
_CHOICE: Final = re.compile(
    r"\b(?:yes|male|white|m)\b\s*(?:/|\bor\b|\|)?\s*\b(?:no|female|black|asian|f)\b", re.IGNORECASE
)
_UNMISTAKABLE: Final = frozenset({Field.BORN, Field.CHILD, Field.NAME, Field.ADDRESS})
"""Fields whose value may stand on the line after the label: it can hardly be anything else."""
_LONGEST_LABEL: Final = 90
_LONGEST_VALUE: Final = 120
_ROWS_OF_A_TABLE: Final = 50


def filled(blocks: Iterable[Block]) -> set[Field]:
    """Return the kinds of field that have a value in a document."""
    found: set[Field] = set()
    columns: list[Field | None] = []
    rows_left = 0
    asked: Field | None = None
    for block in blocks:
        if block.shape is not Shape.ROW:
            found.update(_inline(block.text))
            found.update(_printed(block.text))
            if asked in _UNMISTAKABLE and is_value(asked, block.text):
                found.add(asked)
            columns, asked = [], _field_of(block.text)
            continue
        cells, asked = block.text.split("\t"), None
        labels = [_field_of(cell) for cell in cells]
        found.update(_pairs(labels, cells))
        if _are_headings(labels, cells):
            columns, rows_left = labels, _ROWS_OF_A_TABLE
        elif columns and rows_left:
            found.update(_under(columns, cells))
            rows_left -= 1
    return found


def _inline(line: str) -> Iterator[Field]:
    """Yield each field of a line like ``Name: Amy Jones  Date of birth: 1.2.2015``."""
    if ":" not in line:
        return
    labels = list(_INLINE.finditer(line))
    ends = [*(label.start() for label in labels[1:]), len(line)]
    for label, end in zip(labels, ends, strict=False):
        field = Field[label.lastgroup or ""]
        if is_value(field, line[label.end() : end].strip(" ,;.")):
            yield field


def _printed(line: str) -> Iterator[Field]:
    """Yield the field of a line like ``Child's name Amy Jones``: how tables come out of a PDF."""
    for field, label in _PRINTED.items():
        begun = label.match(line)
        if begun and is_value(field, line[begun.end() :]):
            yield field


def _pairs(labels: list[Field | None], cells: list[str]) -> Iterator[Field]:
    """Yield each field of a row whose label has its value in the next cell, or in its own."""
    for cell in cells:
        yield from _inline(cell)
    for label, value in zip(labels, cells[1:], strict=False):
        if label and is_value(label, value):
            yield label


def _are_headings(labels: list[Field | None], cells: list[str]) -> bool:
    """Tell whether a row holds the headings of a table: labels that nothing answers beside them."""
    named = {label for label in labels if label}
    return len(named) > 1 and not any(
        label and is_value(label, value) for label, value in zip(labels, cells[1:], strict=False)
    )


def _under(columns: list[Field | None], cells: list[str]) -> Iterator[Field]:
    """Yield each field that has its value beneath its heading."""
    for column, value in zip(columns, cells, strict=False):
        if column and is_value(column, value):
            yield column


def _field_of(cell: str) -> Field | None:
    """Return which field a cell is the label of, if any."""
    if not 1 < len(cell) <= _LONGEST_LABEL or cell[-1].isdigit():
        return None
    found = _WHOLE_LABEL.fullmatch(cell)
    return Field[found.lastgroup or ""] if found else None


def is_value(field: Field, written: str) -> bool:
    """Tell whether what is written can be a person's answer in this field."""
    value = written.strip()
    if not value or len(value) > _LONGEST_VALUE or _EMPTY.fullmatch(value) or _CHOICE.search(value):
        return False
    if field in (Field.CHILD, Field.NAME):
        return is_name(field, value)
    if _field_of(value) is not None:
        return False
    if field is Field.BORN:
        return bool(_VALUES[field].match(value))
    return bool(_VALUES[field].fullmatch(value))


def is_name(field: Field, value: str) -> bool:
    """Tell whether a value is what a person is called, no word of the form itself."""
    called = re.split(r"[,(;]| - ", value, maxsplit=1)[0].strip()
    if not _VALUES[field].fullmatch(called):
        return False
    return not any(word.lower().strip(".'\u2019") in _NOBODY for word in called.split())
