"""A team's drive rules as a file of TOML: read, with every problem told by line, key and remedy.

A principle that the file does not name is off. The file says for each rule its mode, its terms by
name, and where it holds: folders, types, kinds, except.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from librarian.domain.document_types import DocumentType
from librarian.domain.kinds import Kind
from librarian.domain.principles import AnyPrinciple, AnyRule, Mode, Rule, Scope

_SCOPE: Final = {"folders": "folders", "types": "types", "kinds": "kinds", "except": "excepted"}
_KNOWN: Final = {
    "types": frozenset(str(each) for each in DocumentType),
    "kinds": frozenset(str(each) for each in Kind),
}
_MODES: Final = ", ".join(str(mode) for mode in Mode)
_AT_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)")
_SAID: Final = {
    int: "a whole number, 0 or more",
    bool: "true or false",
    str: "words in quotes",
    tuple: "a list of words in quotes",
    date: "a day, such as 2026-04-01",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that is not right: where, what, and what to do."""

    line: int
    key: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ReadRules:
    """The rules of a file, one for each principle, and what is not right in it."""

    rules: tuple[AnyRule, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_rules(text: str, principles: Sequence[AnyPrinciple]) -> ReadRules:
    """Return the rules that a file sets; where it has problems, they do not count."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return ReadRules(problems=(_unreadable(str(error)),))
    reader = _Reader(lines_of(text))
    known = {each.code: each for each in principles}
    for code in told:
        if code not in known:
            reader.report(code, "", "There is no such rule.", f"Use one of: {', '.join(known)}.")
    rules = tuple(reader.rule(each, told.get(each.code, {})) for each in principles)
    return ReadRules(rules, tuple(sorted(reader.problems, key=lambda each: each.line)))


def lines_of(text: str) -> list[str]:
    """Return the lines of a file of rules.

    TOML ends a line at a line feed alone; other signs that end lines elsewhere may stand in a text.
    """
    return text.removesuffix("\n").split("\n") if text else []


def _unreadable(said: str) -> Problem:
    found = _AT_LINE.search(said)
    return Problem(
        int(found[1]) if found else 1,
        "",
        f"It cannot be read: {_AT_LINE.sub('', said).strip()}.",
        "Mend this line. A rule begins with its code in brackets, such as [OWN01].",
    )


class _Reader:
    """Reads rules one by one, and keeps what is not right."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.problems: list[Problem] = []
        self._lines = lines

    def report(self, code: str, name: str, what: str, remedy: str) -> None:
        """Keep a problem with a key of a rule, or with the rule itself."""
        where = f"{code}.{name}" if name else code
        self.problems.append(Problem(self._line(code, name), where, what, remedy))

    def rule(self, principle: AnyPrinciple, told: object) -> AnyRule:
        """Return a principle as the file sets it."""
        if not isinstance(told, Mapping):
            self.report(principle.code, "", "A rule has keys.", f"Write [{principle.code}].")
            told = {}
        return Rule(
            principle,
            principle.terms(**self._terms(principle, told)),
            self._mode(principle, told),
            Scope(**{name: self._places(principle, told, key) for key, name in _SCOPE.items()}),
        )

    def _mode(self, principle: AnyPrinciple, told: Mapping[str, object]) -> Mode:
        given = told.get("mode", "off")
        try:
            mode = Mode(str(given))
        except ValueError:
            self.report(principle.code, "mode", f"“{given}” is no mode.", f"Use one of: {_MODES}.")
            return Mode.OFF
        if mode is Mode.ENFORCE and not principle.by_machine:
            self.report(
                principle.code,
                "mode",
                "This rule is never carried out by a machine alone.",
                "Use propose: people agree to each change.",
            )
        return mode

    def _terms(self, principle: AnyPrinciple, told: Mapping[str, object]) -> dict[str, Any]:
        settable = {each.name: each for each in fields(principle.terms)}
        found: dict[str, Any] = {}
        for name, value in told.items():
            if name == "mode" or name in _SCOPE:
                continue
            if name not in settable:
                allowed = ", ".join(["mode", *settable, *_SCOPE])
                self.report(
                    principle.code, name, "This rule has no such key.", f"It has: {allowed}."
                )
                continue
            kind = _kind(settable[name].default)
            taken = _taken(value, kind)
            if taken is None:
                self.report(
                    principle.code, name, f"“{value}” does not fit.", f"Write {_SAID[kind]}."
                )
            else:
                found[name] = taken
        return found

    def _places(
        self, principle: AnyPrinciple, told: Mapping[str, object], name: str
    ) -> tuple[str, ...]:
        taken = _taken(told.get(name, []), tuple)
        if taken is None:
            self.report(principle.code, name, "A list was expected.", f"Write {_SAID[tuple]}.")
            return ()
        allowed = _KNOWN.get(name)
        for each in taken:
            if allowed and each not in allowed:
                self.report(
                    principle.code,
                    name,
                    f"“{each}” is not known.",
                    f"Use one of: {', '.join(sorted(allowed))}.",
                )
        return tuple(each.strip("/") for each in taken)

    def _line(self, code: str, name: str) -> int:
        """Return the line of a key, counted from 1; that of its rule where there is none."""
        begins = re.compile(
            rf"\s*\[\s*\"?{re.escape(code)}\"?\s*\]|\s*\"?{re.escape(code)}\"?\s*[=.]"
        )
        key = re.compile(rf"\s*\"?{re.escape(name)}\"?\s*=")
        start = next((n for n, line in enumerate(self._lines) if begins.match(line)), 0)
        for number in range(start + 1, len(self._lines)) if name else ():
            if self._lines[number].lstrip().startswith("["):
                break
            if key.match(self._lines[number]):
                return number + 1
        return start + 1


def _kind(default: object) -> type:
    """Return what kind of value a term takes; one that is not set yet is a day."""
    return date if default is None else type(default)


def _taken(value: object, kind: type) -> Any:
    """Return value as a term of this kind holds it, or None where it does not fit."""
    if kind is tuple:
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return tuple(value) if fits and isinstance(value, list) else None
    if kind is date:
        return value if isinstance(value, date) and not isinstance(value, datetime) else None
    if kind is int and isinstance(value, int) and value < 0:
        return None
    return value if type(value) is kind else None
