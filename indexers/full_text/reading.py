"""Answers queries over what was committed; safe to use from several threads.

Searching goes in two steps: tantivy finds the likeliest candidates, then the few facts that it
does not weigh (what a person opened, what lies in backwaters) decide among them. Only the hits
that are shown are loaded.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

import tantivy

from indexers.full_text import generations, snippets
from indexers.full_text.dictionary import Dictionary
from indexers.full_text.limits import Limits
from indexers.full_text.plans import Plan
from indexers.full_text.views import View
from indexers.query_language import Asked, narrows, parse, plain_words
from librarian.application.ports import Clock
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.searching import Counts, Filters, Query, Results, Snippet, Why
from librarian.domain.vocabulary import Vocabulary
from librarian.domain.words import STOP_WORDS, words_of

_NEAR: Final = 5  # spellings that are proposed


class FullTextReader:
    """Searches the generation in use; `refresh` looks for what was committed since."""

    def __init__(self, folder: Path, vocabulary: Vocabulary, clock: Clock) -> None:
        self._folder = folder
        self._vocabulary = vocabulary
        self._clock = clock
        self._opened: tuple[Path, tantivy.Index] | None = None
        self._view: View | None = None
        self._planned: tuple[View, Query, Plan] | None = None
        with suppress(LibrarianError):  # a damaged index is made anew by a writer of this desk
            self.refresh()

    def refresh(self) -> None:
        """See what was committed since, in a new generation too; keep the old where none is."""
        generation = generations.current(self._folder)
        if generation is None:
            return
        with generations.index_errors(self._folder):
            if self._opened is None or self._opened[0] != generation:
                self._opened = generation, generations.opened(generation)
            index = self._opened[1]
            index.reload()
            self._view = View(index.schema, Dictionary(index.searcher()), self._vocabulary)

    def find(self, query: Query, opened: Mapping[int, int]) -> Results:
        """Return the best hits; opened tells how often this person opened a file."""
        started = self._clock.ticks()
        if self._view is None:
            self.refresh()
        view = self._view
        if view is None:
            return Results(query)
        with generations.index_errors(self._folder):
            plan = self._plan(view, query)
            hits, total = view.find(plan, query.limit, opened)
        took = (self._clock.ticks() - started) * 1000
        return Results(query, hits, total, plan.also, plan.corrected, took)

    def fitting(self, query: Query, files: Collection[int]) -> Collection[int]:
        """Return those of these files that the limits of a query let through."""
        view = self._view
        limits = tuple(part for part in self._asked(query) if narrows(part))
        if view is None or not files or not (limits or query.filters != Filters()):
            return files
        with generations.index_errors(self._folder):
            return view.among(view.plan(limits, query.filters, self._now()), files)

    def counts(self, query: Query) -> Counts:
        """Return how many results each filter would leave."""
        view = self._view
        if view is None:
            return Counts()
        with generations.index_errors(self._folder):
            return view.counts(self._plan(view, query), Limits(view.schema, self._now()))

    def snippets(self, query: Query, files: Sequence[int]) -> dict[int, Snippet]:
        """Return a piece of text for each of these files that has any."""
        view = self._view
        if view is None or not files:
            return {}
        with generations.index_errors(self._folder):
            plan = self._plan(view, query)
            others = (*plan.corrected, *plan.also)
            stem = cache(view.dictionary.stem)
            wanted = snippets.sought(self._asked(query), others, stem)
            return {file: snippets.snippet(body, wanted, stem) for file, body in view.bodies(files)}

    def words(self, query: Query) -> tuple[str, ...]:
        """Return what to mark in a preview: the words asked for, and the other words for them."""
        typed = [word for text in plain_words(self._asked(query)) for word in words_of(text)]
        telling = [word for word in typed if word not in STOP_WORDS] or typed
        plan = self._plan(self._view, query) if self._view else None
        others = (*plan.corrected, *plan.also) if plan else ()
        return tuple(dict.fromkeys((*telling, *others)))

    def near(self, text: str) -> tuple[str, ...]:
        """Return spellings that would have found something."""
        view = self._view
        if view is None:
            return ()
        with generations.index_errors(self._folder):
            proposed = dict.fromkeys(view.dictionary.mended(words_of(text)))
            found = (spelling for spelling in proposed if self._finds(view, spelling))
            return tuple(found)[:_NEAR]

    def explain(self, query: Query, file: int, opened: Mapping[int, int]) -> tuple[Why, ...]:
        """Return why a file has its score; the points add up to it."""
        view = self._view
        if view is None:
            return ()
        with generations.index_errors(self._folder):
            return view.explain(self._plan(view, query), file, opened)

    def _finds(self, view: View, text: str) -> bool:
        return view.matches(self._plan(view, Query(text, typing=False)))

    def _plan(self, view: View, query: Query) -> Plan:
        """Return the plan of a query; rows, snippets and counts of one query share it."""
        planned = self._planned
        if planned and planned[0] is view and planned[1] == query:
            return planned[2]
        plan = view.plan(self._asked(query), query.filters, self._now())
        self._planned = view, query, plan
        return plan

    def _asked(self, query: Query) -> Asked:
        return parse(query.text, now=self._clock.now().astimezone(), typing=query.typing)

    def _now(self) -> int:
        return nanoseconds(self._clock.now())
