"""The query language: Whoosh parses what a person typed; its tree becomes the parts of a wish.

Nothing here knows the index. Whatever cannot be parsed is taken as plain words, so that anything a
person can type means something.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo
from enum import StrEnum
from functools import cache
from typing import Any, Final

from whoosh import analysis, fields, query
from whoosh.qparser import QueryParser, plugins

from indexers import dates
from indexers.pasted import without_place
from librarian.domain.clocks import nanoseconds
from librarian.domain.kinds import EXTENSIONS, Kind, kind_called
from librarian.domain.words import words_of

_LONGEST: Final = 400  # letters that are looked at; nobody types more
_ALIASES: Final = {
    "kind": "type",
    "ext": "type",
    "in": "folder",
    "owner": "author",
    "by": "author",
    "since": "after",
    "until": "before",
    "name": "title",
}
_NAMES: Final = ("text", "title", "type", "folder", "author", "after", "before")
_QUOTES: Final = str.maketrans("“”„‟«»‘’", '""""""\'\'')
_ALIAS: Final = re.compile(rf"(?<!\S)(-?)({'|'.join(_ALIASES)}):\s*(?=\S)", re.IGNORECASE)
_FIELD: Final = re.compile(rf"(?<!\S)(-?)({'|'.join(_NAMES[1:])}):\s*(?=\S)", re.IGNORECASE)
_SAID_DATE: Final = re.compile(rf"\b(after|before):({dates.SAID})(?![\w/.-])", re.IGNORECASE)
_LAST_FIELD: Final = re.compile(r"(?<!\S)-?(type|after|before):([^\":()]*)$")
_KINDS: Final = {kind.value for kind in Kind}.union(*EXTENSIONS.values())
_MINUS: Final = r"(?<![^\s(])(?:NOT(?=\s)|-(?=[^\s-]))"


class In(StrEnum):
    """Where a word is looked for."""

    ALL = "all"
    TITLE = "title"
    FOLDER = "folder"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Word:
    """A word; an unfinished one is the beginning of words too."""

    text: str
    where: In = In.ALL
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after another."""

    text: str
    where: In = In.ALL


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word with * for any letters and ? for one."""

    text: str
    where: In = In.ALL


@dataclass(frozen=True, slots=True)
class OfKind:
    """Files of one kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Changed:
    """Files changed from one moment on and before another, in nanoseconds since 1970."""

    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Each of these."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of these."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What must not be."""

    part: "Part"


@dataclass(frozen=True, slots=True)
class Everything:
    """Whatever there is."""


Part = Word | Phrase | Pattern | OfKind | Changed | All | Either | Without | Everything
Asked = tuple[Part, ...]


def parse(text: str, *, now: datetime, typing: bool = False) -> Asked:
    """Return what is asked for: every part is wanted. Never raises, whatever the text."""
    tidy = _tidied(without_place(text, typing=typing)[:_LONGEST])
    if typing:
        tidy = _without_half_field(tidy)
    try:
        tree = _parser().parse(tidy)
    except (IndexError, RecursionError, ValueError, AttributeError):  # where Whoosh gives up
        tree = query.And([query.Term("text", word) for word in words_of(tidy)])
    part = _part(tree, now)
    if typing and tidy and (tidy[-1].isalnum()):
        part = _unfinished(part, words_of(tidy))
    return tuple(_any_kind(tuple(_flat(part))))


def _any_kind(asked: Asked) -> Iterator[Part]:
    """Yield the parts; a file has one kind only, so of several kinds any will do."""
    kinds = tuple(part for part in asked if isinstance(part, OfKind))
    if len(kinds) > 1:
        yield Either(kinds)
    yield from (part for part in asked if len(kinds) <= 1 or part not in kinds)


def narrows(part: Part) -> bool:
    """Tell whether a part limits what may be found, rather than say what it is about."""
    match part:
        case Word(_, where) | Phrase(_, where) | Pattern(_, where):
            return where in (In.FOLDER, In.AUTHOR)
        case Either(parts):
            return all(map(narrows, parts))
        case _:
            return isinstance(part, OfKind | Changed | Without)


def plain_words(asked: Asked) -> Iterator[str]:
    """Yield the words that are looked for, as typed, in order."""
    for part in asked:
        match part:
            case Word(text) | Phrase(text):
                yield from text.split()
            case All(parts) | Either(parts):
                yield from plain_words(parts)
            case _:
                pass


def _tidied(text: str) -> str:
    """Return text with plain quotes, known field names, and spoken dates in quotes."""
    tidy = text.replace("\0", " ").translate(_QUOTES)
    tidy = _ALIAS.sub(lambda found: f"{found[1]}{_ALIASES[found[2].lower()]}:", tidy)
    tidy = _FIELD.sub(lambda found: f"{found[1]}{found[2].lower()}:", tidy)
    return _SAID_DATE.sub(lambda found: f'{found[1]}:"{found[2]}"', tidy)


def _without_half_field(tidy: str) -> str:
    """Return text without a field at its end that is still being typed: type:pd, after:last mo."""
    found = _LAST_FIELD.search(tidy)
    if not found:
        return tidy
    field, said = found.groups()
    if field == "type":
        half = not kind_called(said) and any(name.startswith(said.lower()) for name in _KINDS)
    else:
        half = dates.could_begin(said)
    return tidy[: found.start()] if half else tidy


@cache
def _parser() -> QueryParser:
    """Return the parser; it holds no state between texts."""
    worded = fields.TEXT(analyzer=analysis.SpaceSeparatedTokenizer())
    kinds = {name: worded if name in {"text", "title"} else fields.ID() for name in _NAMES}
    operators = plugins.OperatorsPlugin(Not=_MINUS, AndMaybe=None, AndNot=None, Require=None)
    return QueryParser(
        "text",
        fields.Schema(**kinds),
        plugins=[
            plugins.WhitespacePlugin(),
            plugins.PhrasePlugin(),
            plugins.FieldsPlugin(remove_unknown=True),
            plugins.WildcardPlugin(),
            plugins.GroupPlugin(),
            operators,
        ],
    )


def _part(node: Any, now: datetime) -> Part:
    read = _READ.get(type(node))
    return read(node, now) if read else Everything()


def _either(parts: tuple[Part, ...]) -> Part:
    return Either(parts) if parts else Everything()


def _parts(node: Any, now: datetime) -> tuple[Part, ...]:
    """Return the parts of a node; those that hold no word are none."""
    parts = (_part(child, now) for child in node.subqueries)
    return tuple(part for part in parts if not isinstance(part, Everything))


def _term(node: Any, now: datetime) -> Part:
    said = str(node.text)
    if not words_of(said):
        return Everything()
    field = _FIELDS.get(node.fieldname)
    return (field(said, now) if field else None) or _plain(said, In.ALL)


def _plain(said: str, where: In) -> Part:
    return Word(said, where) if len(said.split()) == 1 else Phrase(said, where)


def _kind(said: str, _now: datetime) -> Part | None:
    kind = kind_called(said)
    return OfKind(kind) if kind else None


def _place(where: In) -> Callable[[str, datetime], Part]:
    def placed(said: str, _now: datetime) -> Part:
        words = tuple(Word(word, where, unfinished=True) for word in words_of(said))
        return words[0] if len(words) == 1 else All(words)

    return placed


def _after(said: str, now: datetime) -> Part | None:
    period = dates.period(said, now.date())
    return Changed(since=_moment(period[0], now.tzinfo)) if period else None


def _before(said: str, now: datetime) -> Part | None:
    period = dates.period(said, now.date())
    return Changed(until=_moment(period[0], now.tzinfo)) if period else None


def _moment(day: date, zone: tzinfo | None) -> int:
    return nanoseconds(datetime.combine(day, time(), zone))


_FIELDS: Final[dict[str, Callable[[str, datetime], Part | None]]] = {
    "title": lambda said, _now: _plain(said, In.TITLE),
    "type": _kind,
    "folder": _place(In.FOLDER),
    "author": _place(In.AUTHOR),
    "after": _after,
    "before": _before,
}


def _pattern(node: Any, _now: datetime) -> Part:
    said = node.text + ("*" if isinstance(node, query.Prefix) else "")
    if not words_of(said):
        return Everything()
    return Pattern(said, _WHERE.get(node.fieldname, In.ALL))


_WHERE: Final = {"title": In.TITLE, "folder": In.FOLDER, "author": In.AUTHOR}
_READ: Final[dict[type, Callable[[Any, datetime], Part]]] = {
    query.And: lambda node, now: All(_parts(node, now)),
    query.Or: lambda node, now: _either(_parts(node, now)),
    query.Not: lambda node, now: Without(_part(node.query, now)),
    query.Term: _term,
    query.Phrase: lambda node, now: _term(query.Term(node.fieldname, " ".join(node.words)), now),
    query.Prefix: _pattern,
    query.Wildcard: _pattern,
}


def _unfinished(part: Part, words: list[str]) -> Part:
    """Return part with its last word marked as still being typed, where the text ends with it."""
    match part:
        case Word(text, In.ALL | In.TITLE) if words_of(text)[-1:] == words[-1:]:
            return replace(part, unfinished=True)
        case All(parts) if parts:
            return All((*parts[:-1], _unfinished(parts[-1], words)))
        case Either(parts) if parts:
            return Either((*parts[:-1], _unfinished(parts[-1], words)))
        case _:
            return part


def _flat(part: Part) -> Iterator[Part]:
    """Yield the parts that are all wanted; asking for everything adds nothing."""
    if isinstance(part, All):
        for inner in part.parts:
            yield from _flat(inner)
    elif not isinstance(part, Everything):
        yield part
