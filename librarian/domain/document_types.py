"""What kind of document a name tells of, and after how long one of that kind is looked at again.

Sources: NHS Greenwich reviews forms and safeguarding after 12 months; West Berkshire and South
Cambridgeshire review reference after 24. Every team can set other spans in its drive rules.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Final

from librarian.domain.names import plain_title
from librarian.domain.paths import folder_of
from librarian.domain.words import listed, words_of


class DocumentType(StrEnum):
    """Kinds of documents, in the words of the window."""

    FORM = "Form"
    SAFEGUARDING = "Safeguarding"
    GUIDANCE = "Guidance"
    RESOURCE = "Resource"


MONTHS: Final = {
    DocumentType.FORM: 12,
    DocumentType.SAFEGUARDING: 12,
    DocumentType.GUIDANCE: 24,
    DocumentType.RESOURCE: 24,
}
"""Months from confirming a document of this type until it is looked at again, to begin with."""

Months = Callable[[DocumentType], int]
"""After how many months a document of a type is looked at again, as the team has set it."""
AskMonths = Callable[[], Months]
"""The months by the rules that are in force now."""

_WORDS: Final = (
    (DocumentType.SAFEGUARDING, listed("safeguarding safety protection strategy marac section47")),
    (
        DocumentType.GUIDANCE,
        listed("guide guides guidance handbook policy procedure procedures protocol thresholds"),
    ),
    (
        DocumentType.FORM,
        listed(
            "form forms template templates minutes agenda record checklist request referral"
            " assessment plan consent letter invitation chronology genogram report claim"
        ),
    ),
)


def usual_months(kind: DocumentType) -> int:
    """Return the months of a type while a team has set nothing else."""
    return MONTHS[kind]


def type_of(path: str) -> DocumentType:
    """Return the type that a file's name tells of, then its folder; else it is a resource."""
    for said in (plain_title(path), folder_of(path)):
        words = frozenset(words_of(said))
        for kind, telling in _WORDS:
            if words & telling:
                return kind
    return DocumentType.RESOURCE


def due_after(since: date, months: int) -> date:
    """Return the day so many months later; the last of the month where there is no such day."""
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    return date(year, month + 1, min(since.day, monthrange(year, month + 1)[1]))
