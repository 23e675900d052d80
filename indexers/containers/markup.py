"""Walks XML with expat: no entities, no recursion, prefixes ignored, partial where broken."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from librarian.domain.extraction import Reason, UnreadableError

Attributes = dict[str, str]
Start = Callable[[Attributes], None]
End = Callable[[], None]

BROKEN: Final = "Part of this file is damaged; what could be read is searchable."


class _ByLocalName(dict[str, Callable[..., None] | None]):
    """Handlers by the full name as written, found by the name without its prefix."""

    def __init__(self, handlers: Mapping[str, Callable[..., None]]) -> None:
        super().__init__()
        self._handlers = handlers

    def __missing__(self, name: str) -> Callable[..., None] | None:
        found = self._handlers.get(name.rpartition(":")[2])
        self[name] = found
        return found


class _Walk:
    """One pass over one part; inside a passed-over element nothing is heard."""

    def __init__(
        self,
        starts: Mapping[str, Start],
        ends: Mapping[str, End],
        text: Callable[[str], None],
        skip: frozenset[str],
    ) -> None:
        self._starts = _ByLocalName({**starts, **dict.fromkeys(skip, self._pass_over)})
        self._ends = _ByLocalName(ends)
        self._text = text
        self._depth = 0

    def _pass_over(self, _: Attributes) -> None:
        self._depth = 1

    def start(self, name: str, attributes: Attributes) -> None:
        if self._depth:
            self._depth += 1
        elif action := self._starts[name]:
            action(attributes)

    def end(self, name: str) -> None:
        if self._depth:
            self._depth -= 1
        elif action := self._ends[name]:
            action()

    def text(self, piece: str) -> None:
        if not self._depth:
            self._text(piece)


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
    walking = _Walk(starts, ends, text, skip)
    parser.StartElementHandler = walking.start
    parser.EndElementHandler = walking.end
    parser.CharacterDataHandler = walking.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return False
    return True


def _refuse(*_: object) -> None:
    raise UnreadableError(Reason.DAMAGED, "it declares entities, which no program writes")


def attribute(attributes: Attributes, name: str) -> str:
    """Return an attribute by its name without prefix; empty where it is not given."""
    for spelled, value in attributes.items():
        if spelled.rpartition(":")[2] == name:
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
