"""Gentle checks of minutes, made at the end and never while somebody writes.

They point out what a reader could not use; they stop nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from librarian.domain.minutes.carrying import Answers, rows, said

OLDEST: Final = 13
"""The reading age from which on minutes are hard for many parents."""
_ENOUGH_WORDS: Final = 60
_SYLLABLE: Final = re.compile(r"[aeiouy]+", re.IGNORECASE)
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’]*")
_SENTENCE: Final = re.compile(r"[.!?]+(?:\s|$)|\n+")
_ACRONYM: Final = re.compile(r"(?<![\w&])[A-Z][A-Z&]{1,6}(?![\w&])")
_EVERYDAY: Final = frozenset({"OK", "TV", "UK", "GP", "AM", "PM", "PE", "DVD", "BBC", "NHS", "ID"})
_VAGUE: Final = re.compile(
    r"\b(?:concerns?|issues?|worries|problems?|matters?)\s+(?:were|was|(?:have|has) been)?\s*"
    r"(?:discussed|raised|noted|shared|expressed|highlighted|identified|ongoing)\b"
    r"|\bdiscussed (?:the )?(?:concerns?|issues?|worries)\b"
    r"|\b(?:will be|to be|being) (?:monitored|kept under review)\b"
    r"|\b(?:to|will) follow up\b",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(r",|;|/|&|\band\b|\+", re.IGNORECASE)
_NOBODY: Final = re.compile(
    r"^(?:all|everyone|everybody|both|core group|family|parents|professionals|school|health"
    r"|police|housing|social care|tbc|tba|\?+|-+)$",
    re.IGNORECASE,
)
_OPINION: Final = re.compile(
    r"\b(?:I|we|she|he|they)?\s*(?:think|thinks|feel|feels|believe|believes|suspect|suspects)\b"
    r"|\b(?:seems?|appears?|may be|might be|probably|possibly|obviously|clearly)\b",
    re.IGNORECASE,
)
_TEXTS: Final = {
    "plan": ("change",),
    "last": ("what", "difference"),
    "family": ("view", "disagree"),
    "outcome": ("want", "progress", "evidence", "impact", "worry"),
    "news": ("fact",),
    "working": ("strengths",),
    "action": ("what",),
    "dispute": ("about", "resolve"),
    "unless": ("what", "why"),
}
"""What people write in their own words; the child's words are left as they are."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader may stumble on: where it stands, which check, what, and what may help."""

    where: str
    check: str
    what: str
    remedy: str


def remarks(answers: Answers, acronyms: Mapping[str, str]) -> tuple[Remark, ...]:
    """Return everything that may be made clearer; `acronyms` says what they mean, if known."""
    found = [remark for check in _CHECKS for remark in check(answers)]
    return (*found, *_unexplained(answers, acronyms), *_hard(answers))


def reading_age(text: str) -> float:
    """Return about how old somebody has to be to read a text with ease (Flesch and Kincaid)."""
    words = _WORD.findall(text)
    sentences = [each for each in _SENTENCE.split(text) if _WORD.search(each)]
    if not words or not sentences:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59 + 5


def _vague(answers: Answers) -> Iterator[Remark]:
    for where, text in _written(answers):
        found = _VAGUE.search(text)
        if found:
            what = f"“{found[0].strip()}” does not say which, or what it means for the child."
            yield Remark(where, "vague", what, "Name the worry, and what it does to the child.")


def _owners(answers: Answers) -> Iterator[Remark]:
    for where, action in _open_actions(answers):
        who, due = said(action, "who"), said(action, "due")
        if not who or _NOBODY.match(who):
            yield Remark(where, "owner", "No one person has this action.", "Name one person.")
        elif _SEVERAL.search(who):
            what = "Several people have this action, so perhaps nobody will do it."
            yield Remark(where, "owner", what, "Name the one who answers for it.")
        if not due:
            yield Remark(where, "due", "This action has no date.", "Say by which day.")


def _open_actions(answers: Answers) -> Iterator[tuple[str, object]]:
    for name in ("action", "last"):
        for number, row in enumerate(_listed(answers, name)):
            over = name == "last" and (said(row, "state") == "done" or said(row, "then"))
            if said(row, "what") and not over:
                yield f"{name}.{number}", row


def _unanswered(answers: Answers) -> Iterator[Remark]:
    for number, row in enumerate(_listed(answers, "last")):
        where = f"last.{number}"
        if said(row, "what") and not said(row, "state"):
            what = "It is not said whether this was done."
            yield Remark(where, "state", what, "Choose done, partly done or not done.")
        elif said(row, "state") in ("done", "part") and not said(row, "difference"):
            what = "It is not said what difference this made."
            yield Remark(where, "difference", what, "One sentence about the child is enough.")


def _impact(answers: Answers) -> Iterator[Remark]:
    for number, row in enumerate(_listed(answers, "outcome")):
        told = said(row, "progress") or said(row, "worry")
        if told and not said(row, "impact"):
            what = "It is not said what this means for the child."
            yield Remark(f"outcome.{number}", "impact", what, "Say what is different for them.")


def _opinions(answers: Answers) -> Iterator[Remark]:
    for number, row in enumerate(_listed(answers, "news")):
        where, found = f"news.{number}", _OPINION.search(said(row, "fact"))
        if said(row, "fact") and not said(row, "kind") and not found:
            what = "It is not said whether this is a fact or an opinion."
            yield Remark(where, "opinion", what, "Choose one.")
        elif found and said(row, "kind") != "opinion":
            what = f"“{found[0].strip()}” sounds like an opinion."
            yield Remark(where, "opinion", what, "Mark it as opinion, and say whose it is.")


def _voices(answers: Answers) -> Iterator[Remark]:
    heard = " ".join(said(row, "child") for row in rows(answers, "voice") if said(row, "words"))
    for number, child in enumerate(_listed(answers, "child")):
        name = said(child, "name")
        if name and name.split()[0].casefold() not in heard.casefold():
            what = "The words of one child are missing."
            yield Remark(f"child.{number}", "voice", what, "Add a row, or why nobody heard them.")


def _unexplained(answers: Answers, acronyms: Mapping[str, str]) -> Iterator[Remark]:
    told: set[str] = set()
    for where, text in _written(answers):
        for short in _ACRONYM.findall(text):
            if short in told or short in _EVERYDAY or f"({short})" in text or text.isupper():
                continue
            told.add(short)
            meaning = acronyms.get(short, "")
            remedy = f"Write “{meaning} ({short})” once." if meaning else "Write it out once."
            yield Remark(where, "acronym", f"Not everyone may know “{short}”.", remedy)


def _hard(answers: Answers) -> Iterator[Remark]:
    for where, text in _written(answers):
        if len(_WORD.findall(text)) < _ENOUGH_WORDS:
            continue
        age = reading_age(text)
        if age > OLDEST:
            what = f"This takes a reading age of about {age:.0f}."
            yield Remark(where, "reading", what, "Shorter sentences and plainer words help.")


def _written(answers: Answers) -> Iterator[tuple[str, str]]:
    """Everything written in own words, with where it stands."""
    for name, columns in _TEXTS.items():
        found = answers.get(name)
        if isinstance(found, Mapping):
            yield from ((f"{name}.{each}", said(found, each)) for each in columns)
        for number, row in enumerate(_listed(answers, name)):
            yield from ((f"{name}.{number}.{each}", said(row, each)) for each in columns)


def _listed(answers: Answers, name: str) -> list[object]:
    found = answers.get(name)
    return found if isinstance(found, list) else []


def _syllables(word: str) -> int:
    count = len(_SYLLABLE.findall(word))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee"))
    return max(1, count - silent)


_CHECKS: Final[tuple[Callable[[Answers], Iterator[Remark]], ...]] = (
    _vague,
    _owners,
    _unanswered,
    _impact,
    _opinions,
    _voices,
)
