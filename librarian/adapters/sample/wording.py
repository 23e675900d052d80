"""What a document said in one of its versions: boxes that were not there yet, words since dropped.

Older versions differ from newer ones as real ones do: the field's words change with the years,
older forms are stiffer, and boxes were added.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Final

from librarian.adapters.sample.pages import Form, Page, Part
from librarian.adapters.sample.papers import Document
from librarian.adapters.sample.team import Team, initials

_DRIFT: Final = (
    ("2021-05", (("omestic abuse", "omestic violence"),)),
    ("2022-01", (("family time", "contact"), ("Family time", "Contact"))),
    ("2023-06", (("hild in care", "hild looked after"), ("children in care", "LAC"))),
    ("2024-01", (("Working Together 2026", "Working Together 2018"),)),
    ("2024-06", (("Family help", "Early help"), ("family help", "early help"))),
    ("2025-01", (("amily group decision making", "amily group conference"),)),
    ("2026-03", (("Working Together 2026", "Working Together 2023"),)),
)
_STIFF: Final = (
    ("What are we worried about?", "Please outline the concerns."),
    ("worried about", "concerned about"),
    ("What has been tried", "Previous interventions"),
    ("What is working well", "Protective factors"),
    ("What does the child say?", "Views of the child (if appropriate)."),
    ("in their words", "as reported"),
    ("Their words", "Views expressed"),
    ("Tell us", "Please state"),
    ("don't", "do not"),
    ("can't", "cannot"),
    ("kept safe", "safeguarded"),
    ("Who helps", "Support network"),
    ("grown-up", "adult"),
    ("ring ", "telephone "),
    ("Ask ", "It is recommended to ask "),
    ("How ", "Describe how "),
)
_DROPPED: Final = (
    "Please complete in BLOCK CAPITALS and black ink.",
    "Fax completed copies to 020 7946 0311 and keep the cover sheet.",
    "Return to the duty desk, second floor, in a sealed envelope.",
    "Three copies are needed: file, reviewing service, family.",
    "This document replaces all earlier guidance issued by the department.",
    "Print double sided. Do not staple.",
    "For queries contact the systems team on extension 4471.",
)
_ADDED: Final = (
    (Form.BOX, "What would the family like us to know that nobody has asked?"),
    (Form.FIELD, "Interpreter or communication aid used"),
    (Form.BOX, "How has identity, culture or racism been thought about?"),
    (Form.FIELD, "Who else needs a copy, and is it safe to send one?"),
    (Form.TEXT, "Read it through with the family before you send it."),
    (Form.BOX, "What difference should somebody notice in three months?"),
)
_SIGNED: Final = frozenset({"form", "template", "guidance", "policy", "letter", "leaflet"})
_TABLED: Final = frozenset({"guidance", "policy"})
_LETTERED: Final = frozenset({"form", "template", "letter", "policy", "guidance", "leaflet"})


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document: what it is called, when it is from, how it shows that.

    `number` chooses the words; `order` counts the versions on this drive from the oldest.
    `stamp` is what its footer says of version and date; `draft` is not in use yet.
    """

    document: Document
    number: int
    order: int
    when: datetime
    began: datetime
    title: str
    label: str
    stamp: str
    author: str
    keeper: str
    extra: tuple[Part, ...] = ()
    left_out: frozenset[int] = frozenset()
    stiff: bool = False
    draft: bool = False


def page(version: Version, team: Team) -> Page:
    """Return the words of a version as a page of this team."""
    document = version.document
    words = team.words()
    parts = tuple(_filled(part, words) for part in _drifted(version))
    head = f"{words['council']} · Children's Services · {team.name}"
    watermark = (Part(Form.TIP, "DRAFT for comments. Not for use."),) if version.draft else ()
    return Page(
        title=fill(version.title, words),
        parts=watermark + parts + tuple(_history(version)),
        header=head if document.kind in _LETTERED else "",
        footer=version.stamp,
        author=version.author,
        keeper=version.keeper,
        created=version.began,
        modified=version.when,
        revision=1 + 3 * version.order,
        rightwards=document.language not in ("Arabic", "Urdu"),
    )


def fill(text: str, words: Mapping[str, str]) -> str:
    """Return text with the team's facts in place of their names in braces."""
    if "{" not in text:
        return text
    return re.sub(r"\{(\w+)\}", lambda found: words[found[1]], text)


def _filled(part: Part, words: Mapping[str, str]) -> Part:
    return part._replace(
        text=fill(part.text, words), cells=tuple(fill(cell, words) for cell in part.cells)
    )


def shown(document: Document, number: int) -> tuple[Part, ...]:
    """Return the parts that stand in the version of that number."""
    return tuple(part for part in document.parts if part.since <= number <= part.until)


def _drifted(version: Version) -> Iterator[Part]:
    swaps = [
        swap for until, swaps in _DRIFT if f"{version.when:%Y-%m}" < until for swap in swaps
    ] + (list(_STIFF) if version.stiff else [])
    for place, part in enumerate(shown(version.document, version.number)):
        if place not in version.left_out:
            yield part._replace(
                text=_swapped(part.text, swaps),
                cells=tuple(_swapped(cell, swaps) for cell in part.cells),
            )
    yield from version.extra


def _swapped(text: str, swaps: list[tuple[str, str]]) -> str:
    for new, old in swaps:
        text = text.replace(new, old)
    return text


def _history(version: Version) -> Iterator[Part]:
    if version.document.kind in _TABLED and version.stamp.startswith("Version"):
        yield Part(Form.HEADING, "About this document")
        yield Part(Form.ROW, "", ("Version", "Date", "By", "Status"))
        status = "Draft" if version.draft else "Approved by Business Support"
        yield Part(
            Form.ROW,
            "",
            (
                version.stamp.split()[1],
                f"{version.when:%d %B %Y}",
                initials(version.author),
                status,
            ),
        )


def dropped(random: Random, document: Document) -> tuple[Part, ...]:
    """Return a line that older versions had and newer ones no longer have."""
    if document.kind not in _SIGNED:
        return (Part(Form.TEXT, f"Sheet {random.randint(11, 98)} of the old resource pack."),)
    return (Part(Form.TEXT, random.choice(_DROPPED)),)


def added(random: Random) -> tuple[Part, ...]:
    """Return a part that a draft of the next version tries out."""
    form, text = random.choice(_ADDED)
    return (Part(form, text),)


def droppable(document: Document, number: int) -> list[int]:
    """Return the places of parts that an older version could do without."""
    return [
        place
        for place, part in enumerate(shown(document, number))
        if part.form in (Form.FIELD, Form.BOX, Form.ITEM, Form.TEXT, Form.NOTE)
        and part.since == 1
        and place > 0
    ]
