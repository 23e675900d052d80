"""NHS and National Insurance numbers in texts, told from telephone numbers and made-up ones."""

import re
from typing import Final

# What is looked for begins each pattern, what may not stand before it follows: much quicker.
_NHS: Final = re.compile(
    r"(\d\d\d)(?<![\d+(/.-]\d{3})(?<!\d \d{3})([ -]?)(\d{3})\2(\d{4})(?![\d/-])(?! \d)"
)
_NHS_LABEL: Final = re.compile(r"\bNHS\b", re.IGNORECASE)
_ISSUED: Final = re.compile(r"3[2-9]|4|6|70|9")
_NI: Final = re.compile(
    r"([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])(?<![A-Za-z0-9][A-Z]{2})( ?)"
    r"(\d\d)\2(\d\d)\2(\d\d)\2([A-D])(?![A-Za-z0-9])"
)
_NI_LABEL: Final = re.compile(
    r"\bnational insurance\b|\bN\.?I\.?(?: ?N\.?o?\.?)?\b|\bNINO\b", re.IGNORECASE
)
_NEVER_ISSUED: Final = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_MADE_UP: Final = frozenset({"123456", "000000", "111111", "999999", "654321"})
_AN_EXAMPLE: Final = re.compile(
    r"(?:\be\.?g\.?|\bexample|\bsuch as|\bformat(?:ted)?|\blooks? like|\bISBN|\bfictional"
    r"|\bmade[- ]up)\W*(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_TELEPHONE: Final = re.compile(
    r"(?:\btel\b|phone|\bfax\b|\bcall\b|\btext\b|\bring\b|mobile|helpline|\+\d+|\b0044)\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_BEFORE: Final = 60
_EDGES: Final = ("", "\t", "\n")


def has_nhs_number(text: str) -> bool:
    """Tell whether a text holds an NHS number.

    Digits in a row count only beside the word NHS or, where the text has the word at all, alone
    in a cell; three groups with blanks between them speak for themselves.
    """
    for found in _NHS.finditer(text):
        before = _before(text, found)
        if not _is_issued(found[1] + found[3] + found[4]) or _AN_EXAMPLE.search(before):
            continue
        if _NHS_LABEL.search(before) or (_stands_alone(text, found) and _NHS_LABEL.search(text)):
            return True
        if found[2] == " " and not _TELEPHONE.search(before):
            return True
    return False


def _before(text: str, found: re.Match[str]) -> str:
    """Return what stands before a number on its line, as far as it matters."""
    return text[max(found.start() - _BEFORE, 0) : found.start()].rpartition("\n")[2]


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Tell whether a cell or line holds nothing else."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return before in _EDGES and after in _EDGES


def _is_issued(digits: str) -> bool:
    """Tell whether ten digits can be an NHS number: its range, its check digit."""
    if not _ISSUED.match(digits) or len(set(digits)) == 1:
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return 11 - total % 11 == (int(digits[9]) or 11)


def has_insurance_number(text: str) -> bool:
    """Tell whether a text holds a National Insurance number.

    Without blanks it counts only beside its name, or alone in a cell where the text has the name
    at all: many references look alike.
    """
    for found in _NI.finditer(text):
        before = _before(text, found)
        digits = found[3] + found[4] + found[5]
        if found[1] in _NEVER_ISSUED or digits in _MADE_UP or _AN_EXAMPLE.search(before):
            continue
        if (
            found[2]
            or _NI_LABEL.search(before)
            or (_stands_alone(text, found) and _NI_LABEL.search(text))
        ):
            return True
    return False
