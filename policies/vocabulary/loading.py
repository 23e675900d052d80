"""Reads the vocabulary that ships and lays a team's own over it; bad lines become warnings.

A team's own folder may hold `acronyms.tsv` (acronym, meaning, synonyms separated by ;) and
`topics.toml` (tables of ages, themes and languages: a name and its words). A term of ours with
the same acronym and meaning is replaced; a topic of the same name gets the team's words as well.
"""

import tomllib
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import Final

from librarian.domain.vocabulary import Term, Topic, Vocabulary

ACRONYMS: Final = "acronyms.tsv"
TOPICS: Final = "topics.toml"
FIELD_WORDS: Final = "field_words.txt"
_CATEGORIES: Final = ("ages", "themes", "languages")
_COLUMNS: Final = 2  # that a line needs: the synonyms may be missing


def load(own: Path | None = None) -> Vocabulary:
    """Return our vocabulary with the team's own, from the folder `own`, laid over it."""
    shipped = resources.files(__package__)
    terms, _ = _terms(shipped.joinpath(ACRONYMS).read_text("utf-8"))
    topics, _ = _topics(shipped.joinpath(TOPICS).read_text("utf-8"))
    own_terms, term_warnings = _terms(_own(own, ACRONYMS))
    own_topics, topic_warnings = _topics(_own(own, TOPICS))
    return Vocabulary(
        terms=_merged_terms(terms, own_terms),
        **{name: _merged_topics(topics[name], own_topics[name]) for name in _CATEGORIES},
        warnings=(*term_warnings, *topic_warnings),
    )


def field_words() -> tuple[str, ...]:
    """Return words of the field that a dictionary may lack, for checking spelling."""
    text = resources.files(__package__).joinpath(FIELD_WORDS).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(word for line in lines for word in line.split())


def _own(folder: Path | None, name: str) -> str:
    """Return a team's own list; an absent or unreadable one is empty."""
    try:
        return (folder / name).read_bytes().decode("utf-8-sig", "replace") if folder else ""
    except OSError:
        return ""


def _terms(text: str) -> tuple[list[Term], list[str]]:
    found, warnings = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.startswith("#") or cells[0].lower() == "acronym":
            continue
        if len(cells) < _COLUMNS or not all(cells[:_COLUMNS]):
            warnings.append(f"{ACRONYMS}, line {number}: needs an acronym, a tab, and its meaning.")
            continue
        synonyms = cells[2].split(";") if len(cells) > _COLUMNS else []
        found.append(Term(cells[0], cells[1], tuple(s.strip() for s in synonyms if s.strip())))
    return found, warnings


def _topics(text: str) -> tuple[dict[str, list[Topic]], list[str]]:
    found: dict[str, list[Topic]] = {category: [] for category in _CATEGORIES}
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return found, [f"{TOPICS}: {error}."]
    warnings = []
    for category, topics in document.items():
        if category not in found or not isinstance(topics, dict):
            warnings.append(f"{TOPICS}: “{category}” is none of {', '.join(_CATEGORIES)}.")
            continue
        for name, words in topics.items():
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                found[category].append(Topic(name, tuple(words)))
            else:
                warnings.append(f"{TOPICS}: “{name}” needs a list of words in quotes.")
    return found, warnings


def _merged_terms(ours: Iterable[Term], theirs: Iterable[Term]) -> tuple[Term, ...]:
    merged = {(term.acronym.lower(), term.meaning.lower()): term for term in ours}
    merged |= {(term.acronym.lower(), term.meaning.lower()): term for term in theirs}
    return tuple(merged.values())


def _merged_topics(ours: Sequence[Topic], theirs: Sequence[Topic]) -> tuple[Topic, ...]:
    merged = {topic.name.lower(): topic for topic in ours}
    for topic in theirs:
        known = merged.get(topic.name.lower(), Topic(topic.name, ()))
        merged[topic.name.lower()] = Topic(known.name, (*known.words, *topic.words))
    return tuple(merged.values())
