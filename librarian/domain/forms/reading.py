"""Reads the questions out of a form's schema, which is JSON Schema 2020-12 with keywords of ours.

What a keyword says that we do not know counts as the strictest it could say.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from librarian.domain.forms.form import (
    Audience,
    Pattern,
    Question,
    Restriction,
    Schema,
    Sensitivity,
    Stop,
    TakenBy,
)

_DEEPEST: Final = 20


def questions_of(schema: Schema) -> tuple[Question, ...]:
    """Return every question of a schema, in its order."""
    return tuple(_questions(schema, schema, (), ()))


def resolved(schema: object, root: Schema) -> Schema:
    """Return a schema with a local `$ref` followed; what cannot be followed is empty."""
    found = schema if isinstance(schema, Mapping) else {}
    for _ in range(_DEEPEST):
        reference = found.get("$ref")
        if not isinstance(reference, str):
            return found
        target = _at(root, reference)
        found = {**target, **{key: value for key, value in found.items() if key != "$ref"}}
    return {}


def rows_of(schema: Schema, root: Schema) -> Schema | None:
    """Return the schema of a repeat's rows, or None where schema is no list of objects."""
    if schema.get("type") != "array":
        return None
    rows = resolved(schema.get("items"), root)
    return rows if isinstance(rows.get("properties"), Mapping) else None


def properties_of(schema: Schema) -> Mapping[str, object]:
    """Return the properties of an object's schema."""
    found = schema.get("properties")
    return found if isinstance(found, Mapping) else {}


def _at(root: Schema, reference: str) -> Schema:
    found: object = root
    for step in reference.removeprefix("#").strip("/").split("/") if reference != "#" else ():
        name = step.replace("~1", "/").replace("~0", "~")
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _questions(
    schema: Schema, root: Schema, pattern: Pattern, repeats: tuple[int, ...]
) -> Iterator[Question]:
    for name, each in properties_of(schema).items():
        inner, here = resolved(each, root), (*pattern, name)
        rows = rows_of(inner, root)
        if len(here) > _DEEPEST:
            return
        if rows is not None and "x-restricts" not in inner:
            yield from _questions(rows, root, here, (*repeats, len(here)))
        elif rows is None and properties_of(inner):
            yield from _questions(inner, root, here, repeats)
        else:
            yield _question(inner, here, repeats)


def _question(schema: Schema, pattern: Pattern, repeats: tuple[int, ...]) -> Question:
    fresh = schema.get("x-freshness")
    return Question(
        id=".".join(pattern),
        title=str(schema.get("title", pattern[-1])),
        schema=schema,
        pattern=pattern,
        repeats=repeats,
        taken_by=_taken_by(schema.get("x-taken-by", TakenBy.ASKERS)),
        sensitivity=_sensitivity(schema.get("x-sensitivity", Sensitivity.ORDINARY)),
        prefill=str(schema.get("x-prefill", "")),
        fresh_days=fresh if isinstance(fresh, int) else None,
        never_reuse=schema.get("x-never-reuse", False) is not False,
        carry_forward=str(schema.get("x-carry-forward", "")),
        restrictions=tuple(_restriction(each) for each in _list(schema.get("x-restricts"))),
        stops=tuple(_stop(each) for each in _list(schema.get("x-stops"))),
    )


def _stop(value: object) -> Stop:
    given = value if isinstance(value, Mapping) else {}
    when = given.get("when")
    return Stop(
        when=when if isinstance(when, Mapping) else {},
        what=str(given.get("what", "")),
        remedy=str(given.get("remedy", "")),
    )


def _taken_by(value: object) -> TakenBy:
    return TakenBy(str(value)) if str(value) in set(TakenBy) else TakenBy.NOBODY


def _sensitivity(value: object) -> Sensitivity:
    return Sensitivity(str(value)) if str(value) in set(Sensitivity) else Sensitivity.RESTRICTED


def _restriction(value: object) -> Restriction:
    given = value if isinstance(value, Mapping) else {}
    when = given.get("when")
    audience = given.get("from")
    return Restriction(
        when=when if isinstance(when, Mapping) else {},
        leaves_out=tuple(map(str, _list(given.get("leaves-out")))),
        audience=Audience.FAMILY if audience == "family" else None,
        in_row=given.get("in-row") is True,
        warning=str(given.get("warning", "")),
        question_in=str(given.get("question-in", "")),
        service_in=str(given.get("service-in", "")),
        reader_in=str(given.get("reader-in", "")),
    )


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
