"""Limits on what may be found: kind, folder, topics, and when a file was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import tantivy

from indexers.full_text.plans import either
from indexers.full_text.schema import EARLIEST, LATEST, clean
from indexers.query_language import Changed
from librarian.domain.kinds import Kind
from librarian.domain.paths import key
from librarian.domain.searching import Age, Filters

DAY: Final = 86_400_000_000_000
DAYS: Final = {Age.WEEK: 7, Age.MONTH: 31, Age.YEAR: 366}


@dataclass(frozen=True, slots=True)
class Limits:
    """Makes limits, for one moment in nanoseconds since 1970."""

    schema: tantivy.Schema
    now: int

    def kind(self, kind: Kind) -> tantivy.Query:
        """Return the limit to files of one kind."""
        return self._any("kind", [kind.value])

    def changed(self, changed: Changed) -> tantivy.Query:
        """Return the limit to files changed between two moments."""
        since = EARLIEST if changed.since is None else changed.since
        until = LATEST if changed.until is None else changed.until
        return tantivy.Query.range_query(
            self.schema,
            "modified",
            tantivy.FieldType.Integer,
            max(since, EARLIEST),
            min(until, LATEST),
            include_upper=False,
        )

    def chosen(self, filters: Filters) -> Iterator[tuple[str, tantivy.Query]]:
        """Yield each filter that is set, by its name, and its limit."""
        folders = sorted(clean(key(folder)) for folder in filters.folders)
        values = {
            "kinds": ("kind", sorted(kind.value for kind in filters.kinds)),
            "folders": ("within", folders),
            "ages": ("age", sorted(filters.ages)),
            "themes": ("theme", sorted(filters.themes)),
            "languages": ("language", sorted(filters.languages)),
        }
        for name, (field, chosen) in values.items():
            if chosen:
                yield name, self._any(field, chosen)
        if filters.changed:
            yield "changed", self.changed(self.span(filters.changed))

    def span(self, age: Age) -> Changed:
        """Return when files of this age were changed."""
        if age is Age.OLDER:
            return Changed(until=self.now - DAYS[Age.YEAR] * DAY)
        return Changed(since=self.now - DAYS[age] * DAY)

    def _any(self, field: str, values: Sequence[str]) -> tantivy.Query:
        return either(
            tantivy.Query.term_query(self.schema, field, value, "basic") for value in values
        )
