"""How many documents each filter would leave: as many as the list would then show.

The index counts files. Where the files found are few enough to look at each, they are counted by
the documents they belong to; where they are many, it is said that files were counted.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from librarian.domain.paths import key
from librarian.domain.searching import Age, Counts, Filters, Hit, Query, Results

MOST: Final = 1000
"""Files that are looked at one by one; the next choice of filters should be there at once."""

Search = Callable[[Query], Results]
Named = Mapping[int, str]
"""The document of each file that is shown for one; files that are not shown are left out."""

_NO_FILTERS: Final = Filters()
_COLUMNS: Final = ("kinds", "folders", "ages", "themes", "languages", "changed")


def counted(
    query: Query,
    search: Search,
    of_files: Counts,
    named: Callable[[Sequence[Hit]], Named],
    fitting: Callable[[Query, Collection[int]], Collection[int]],
) -> Counts:
    """Return of_files, which the index counted, as documents where there are few enough."""
    looked: dict[Filters, tuple[Sequence[Hit], Named]] = {}
    columns: dict[str, Any] = {}
    for column in _COLUMNS:
        free: dict[str, Any] = {column: getattr(_NO_FILTERS, column)}
        filters = replace(query.filters, **free)
        if filters not in looked:
            hits = _all(replace(query, filters=filters), search)
            if hits is None:
                return replace(of_files, are_files=True)
            looked[filters] = hits, named(hits)
        hits, names = looked[filters]
        values = _values(column, hits, fitting)
        told = getattr(of_files, column)
        columns[column] = _by_document(told, values, names, keep=column == "changed")
    known = looked.get(query.filters)
    exact = len(set(known[1].values())) if known else total(query, search, named)
    return Counts(**columns, total=exact)


def total(query: Query, search: Search, named: Callable[[Sequence[Hit]], Named]) -> int | None:
    """Return how many results a query has in all; None where they are too many to look at."""
    hits = _all(query, search)
    return None if hits is None else len(set(named(hits).values()))


def _all(query: Query, search: Search) -> Sequence[Hit] | None:
    """Return every hit; None where they are too many."""
    if search(replace(query, limit=1)).total > MOST:
        return None
    return search(replace(query, limit=MOST)).hits


def _by_document(
    told: Sequence[tuple[str, int]],
    values: Mapping[str, Collection[int]],
    named: Named,
    *,
    keep: bool,
) -> tuple[tuple[str, int], ...]:
    """Return how many documents have each value, most first unless their order is kept."""
    numbers = [
        (value, len({named[file] for file in values.get(key(value), ()) if file in named}))
        for value, _ in told
    ]
    return tuple(numbers if keep else sorted(numbers, key=lambda each: -each[1]))


def _values(
    column: str,
    hits: Sequence[Hit],
    fitting: Callable[[Query, Collection[int]], Collection[int]],
) -> dict[str, Collection[int]]:
    """Return the files that have each value of a filter."""
    if column == "changed":
        files = [hit.file for hit in hits]
        return {key(age): fitting(Query("", Filters(changed=age)), files) for age in Age}
    found: dict[str, set[int]] = {}
    for hit in hits:
        for value in _of(column, hit):
            found.setdefault(key(value), set()).add(hit.file)
    return dict(found)


def _of(column: str, hit: Hit) -> Iterator[str]:
    match column:
        case "kinds":
            yield hit.kind
        case "folders":
            yield hit.path.partition("/")[0] if "/" in hit.path else ""
        case _:
            yield from getattr(hit.facets, column)
