"""What stands on each page of a form, in order: headings, words, questions, rows of a repeat.

Drawn from the layout; where a form has none, every question stands on one page. Only questions
that the form asks are drawn, so that a combined form never shows what no service takes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from librarian.domain.forms.form import FormDefinition, Pattern, Schema
from librarian.domain.forms.layout import schema_at, scope_of
from librarian.domain.forms.reading import properties_of, resolved, rows_of


@dataclass(frozen=True, slots=True)
class Words:
    """Words between questions; a heading where `is_heading`."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A question; `is_long` where the answer may need several lines."""

    pattern: Pattern
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A repeat: what its rows are called, and what stands in each."""

    pattern: Pattern
    title: str
    items: tuple["Element", ...]


Element = Words | Ask | Rows


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: its title, and what stands on it."""

    title: str
    items: tuple[Element, ...]

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The questions on it, those of repeats too."""
        return tuple(_patterns(self.items))


def drawn(form: FormDefinition) -> tuple[Topic, ...]:
    """Return the pages of a form in their order; a page on which nothing is asked is left out."""
    if not form.layout:
        return (Topic(form.title, tuple(_beneath(form, form.schema, ()))),)
    pages: dict[str, list[Element]] = {}
    for page, element in _elements(form, form.layout, form.title, ()):
        pages.setdefault(page, []).append(element)
    topics = (Topic(title, _tidy(items)) for title, items in pages.items())
    return tuple(topic for topic in topics if topic.patterns)


def _elements(
    form: FormDefinition, element: object, page: str, base: Pattern
) -> Iterator[tuple[str, Element]]:
    if not isinstance(element, Mapping):
        return
    kind = element.get("type")
    if kind == "Category":
        page = str(element.get("label", page))
    if kind == "Label":
        yield page, Words(str(element.get("text", "")))
    if kind == "Group" and element.get("label"):
        yield page, Words(str(element["label"]), is_heading=True)
    if "scope" in element:
        for found in _control(form, element, base):
            yield page, found
    inner = element.get("elements")
    for each in inner if isinstance(inner, list) else ():
        yield from _elements(form, each, page, base)


def _control(form: FormDefinition, element: Schema, base: Pattern) -> Iterator[Element]:
    pattern = (*base, *(scope_of(element.get("scope")) or ()))
    schema = schema_at(pattern, form.schema, form.schema)
    if schema is None:
        return
    options = element.get("options")
    given = options if isinstance(options, Mapping) else {}
    if pattern in form.by_pattern:
        yield Ask(pattern, is_long=given.get("multi") is True)
        return
    rows = rows_of(schema, form.schema)
    if rows is None:
        yield from _beneath(form, schema, pattern)
        return
    detail = given.get("detail")
    if isinstance(detail, Mapping):
        items = tuple(found for _, found in _elements(form, detail, "", pattern))
    else:
        items = tuple(_beneath(form, rows, pattern))
    if list(_patterns(items)):
        title = str(element.get("label") or schema.get("title", pattern[-1]))
        yield Rows(pattern, title, _tidy(list(items)))


def _beneath(form: FormDefinition, schema: Schema, base: Pattern) -> Iterator[Element]:
    """Every question beneath a group that does not say how its inside is laid out."""
    for name, each in properties_of(schema).items():
        pattern, inner = (*base, name), resolved(each, form.schema)
        rows = rows_of(inner, form.schema)
        if pattern in form.by_pattern:
            yield Ask(pattern)
        elif rows is not None:
            items = tuple(_beneath(form, rows, pattern))
            if items:
                yield Rows(pattern, str(inner.get("title", name)), items)
        else:
            yield from _beneath(form, inner, pattern)


def _tidy(items: list[Element]) -> tuple[Element, ...]:
    """The items without headings that nothing follows."""
    kept = [
        each
        for each, after in zip(items, [*items[1:], None], strict=True)
        if not _is_heading(each) or not (after is None or _is_heading(after))
    ]
    return tuple(kept)


def _is_heading(element: Element) -> bool:
    return isinstance(element, Words) and element.is_heading


def _patterns(items: tuple[Element, ...]) -> Iterator[Pattern]:
    for each in items:
        if isinstance(each, Ask):
            yield each.pattern
        elif isinstance(each, Rows):
            yield from _patterns(each.items)
