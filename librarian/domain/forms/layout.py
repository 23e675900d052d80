"""Reads a JSON Forms layout: on which page each question stands, and under which rules.

Understood are layouts, groups, categorisations (nested too), controls of answers, objects and
repeats, `options.detail`, and the rules SHOW, HIDE, ENABLE and DISABLE with schema conditions,
AND, OR and the older LEAF.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from librarian.domain.forms.form import (
    Condition,
    Effect,
    Leaf,
    Pattern,
    Placed,
    Rule,
    Schema,
    Several,
    Unknowable,
)
from librarian.domain.forms.reading import properties_of, resolved, rows_of

_PAGES: Final = ("Category",)


@dataclass(frozen=True, slots=True)
class _Here:
    """Where in the layout we are: the page, the rules above, the row that scopes count from."""

    page: str
    rules: tuple[Rule, ...]
    base: Pattern
    base_steps: int


def places_of(layout: Schema, schema: Schema) -> dict[Pattern, Placed]:
    """Return the place of every question that the layout shows somewhere."""
    start = _Here(str(schema.get("title", "")), (), (), 0)
    found: dict[Pattern, Placed] = {}
    for placed in _placed(layout, schema, start):
        found.setdefault(placed.pattern, placed)
    return found


def pages_of(layout: Schema, schema: Schema) -> tuple[str, ...]:
    """Return the titles of the pages, in their order."""
    return tuple(dict.fromkeys(place.page for place in places_of(layout, schema).values()))


def scope_of(text: object) -> Pattern | None:
    """Return the pattern that a scope names, or None where it names none."""
    if not isinstance(text, str) or not text.startswith("#"):
        return None
    steps = text.removeprefix("#").strip("/").split("/") if text not in ("#", "#/") else []
    if any(word != "properties" for word in steps[::2]) or len(steps) % 2:
        return None
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps[1::2])


def schema_at(pattern: Pattern, schema: Schema, root: Schema) -> Schema | None:
    """Return the schema of what a pattern names, through groups and rows of repeats."""
    found = resolved(schema, root)
    for name in pattern:
        inside = rows_of(found, root) or found
        if name not in properties_of(inside):
            return None
        found = resolved(properties_of(inside)[name], root)
    return found


def _placed(element: object, root: Schema, here: _Here) -> Iterator[Placed]:
    if not isinstance(element, Mapping):
        return
    here = replace(here, rules=(*here.rules, *_rules(element, here)))
    if element.get("type") in _PAGES:
        here = replace(here, page=str(element.get("label", here.page)))
    if "scope" in element:
        yield from _control(element, root, here)
    for inner in _list(element.get("elements")):
        yield from _placed(inner, root, here)


def _control(element: Schema, root: Schema, here: _Here) -> Iterator[Placed]:
    scope = scope_of(element.get("scope"))
    pattern = (*here.base, *(scope or ()))
    schema = schema_at(pattern, root, root)
    if scope is None or schema is None:
        return
    options = element.get("options")
    detail = options.get("detail") if isinstance(options, Mapping) else None
    rows = rows_of(schema, root)
    if rows is not None and "x-restricts" not in schema and isinstance(detail, Mapping):
        steps = here.base_steps + len(scope) + 1
        yield from _placed(detail, root, replace(here, base=pattern, base_steps=steps))
    else:
        yield from _beneath(schema, pattern, root, here)


def _beneath(schema: Schema, pattern: Pattern, root: Schema, here: _Here) -> Iterator[Placed]:
    """Every question beneath a control that does not say how its inside is laid out."""
    rows = None if "x-restricts" in schema else rows_of(schema, root)
    inside = properties_of(rows if rows is not None else schema)
    if rows is None and (not inside or "x-restricts" in schema):
        yield Placed(pattern, here.page, here.rules)
        return
    for name, each in inside.items():
        yield from _beneath(resolved(each, root), (*pattern, name), root, here)


def _rules(element: Schema, here: _Here) -> tuple[Rule, ...]:
    rule = element.get("rule")
    if rule is None:
        return ()
    effect = rule.get("effect") if isinstance(rule, Mapping) else None
    if not isinstance(rule, Mapping) or str(effect) not in set(Effect):
        return (Rule(Effect.SHOW, Unknowable()),)
    return (Rule(Effect(str(effect)), condition_of(rule.get("condition")), here.base_steps),)


def condition_of(given: object) -> Condition:
    """Return the condition that a rule of the layout spells."""
    if not isinstance(given, Mapping):
        return Unknowable()
    parts = given.get("conditions")
    if given.get("type") in ("AND", "OR") and isinstance(parts, list) and parts:
        return Several(given["type"] == "AND", tuple(condition_of(part) for part in parts))
    scope = scope_of(given.get("scope"))
    schema = given.get("schema")
    if "expectedValue" in given:
        schema = {"const": given["expectedValue"]}
    if scope is None or not isinstance(schema, Mapping):
        return Unknowable()
    return Leaf(scope, schema)


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
