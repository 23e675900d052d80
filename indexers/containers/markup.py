"""Walks XML with expat: no entities, no recursion, prefixes ignored, partial where broken."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final
from xml.parsers import expat

from librarian.domain.extraction import Reason, UnreadableError

Attributes = dict[str, str]
Start = Callable[[Attributes], None]
End = Callable[[], None]

BROKEN: Final = "Part of this file is damaged; what could be read is searchable."


@lru_cache(maxsize=1 << 12)
def _local(name: str) -> str:
    """Return a name as written without its prefix."""
    return name.rpartition(":")[2]


def walk(
    data: bytes,
    *,
    starts: Mapping[str, Start],
    ends: Mapping[str, End],
    text: Callable[[str], None],
    skip: frozenset[str] = frozenset(),
) -> bool:
    """Call the handlers by local name; returns whether the part was whole."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse
    heard = _listeners(starts, ends, text, skip)
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = heard
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return False
    return True


def _listeners(
    starts: Mapping[str, Start],
    ends: Mapping[str, End],
    text: Callable[[str], None],
    skip: frozenset[str],
) -> tuple[Callable[[str, Attributes], None], Callable[[str], None], Callable[[str], None]]:
    """Return what hears elements begin and end, and the text between; of those to skip nothing."""
    passed_over = 0  # elements that are open, from one to skip on

    def pass_over(_: Attributes) -> None:
        nonlocal passed_over
        passed_over = 1

    def start(name: str, attributes: Attributes) -> None:
        nonlocal passed_over
        if passed_over:
            passed_over += 1
        elif action := actions.get(_local(name)):
            action(attributes)

    def end(name: str) -> None:
        nonlocal passed_over
        if passed_over:
            passed_over -= 1
        elif action := ends.get(_local(name)):
            action()

    def hear(piece: str) -> None:
        if not passed_over:
            text(piece)

    actions = {**starts, **dict.fromkeys(skip, pass_over)}
    return start, end, hear


def _refuse(*_: object) -> None:
    raise UnreadableError(Reason.DAMAGED, "it declares entities, which no program writes")


def attribute(attributes: Attributes, name: str) -> str:
    """Return an attribute by its name without prefix; empty where it is not given."""
    for spelled, value in attributes.items():
        if _local(spelled) == name:
            return value
    return ""


def texts(data: bytes, wanted: frozenset[str]) -> dict[str, str]:
    """Return the text inside each wanted local name, joined where it occurs again."""
    found: dict[str, str] = {}
    open_names: list[str] = []

    def begin(name: str) -> Start:
        return lambda _: open_names.append(name)

    def add(piece: str) -> None:
        if open_names:
            found[open_names[-1]] = found.get(open_names[-1], "") + piece

    def close() -> None:
        open_names.pop()

    walk(
        data,
        starts={name: begin(name) for name in wanted},
        ends=dict.fromkeys(wanted, close),
        text=add,
    )
    return found
