"""What was typed and what was found: hits first, then their snippets, then the counts.

Nothing here blocks: each answer comes from a lane of its own, and one that belongs to an older
question is dropped. When the index changes the same question is asked again, quietly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.domain.errors import LibrarianError
from librarian.domain.searching import Counts, Filters, Hit, Query, Results, Snippet
from ui.bridge.newest import Newest
from ui.find.services import Looking

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Jobs

PAGE: Final = 50
SNIPPETS_AT_ONCE: Final = 15
QUIET_MS: Final = 1000
NO_FILTERS: Final = Filters()


class SearchViewModel(QObject):
    """One search as it is typed, narrowed and scrolled."""

    asked = Signal()
    """The question changed; an empty one has no answer."""
    found = Signal(bool)
    """Results came; True where they answer a new question rather than the same one again."""
    snippets_changed = Signal(object)
    """Snippets came for these files (a frozenset of their numbers)."""
    counts_changed = Signal()
    near_changed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        failed: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._look: Looking | None = None
        self._finding = Newest(jobs, "search", failed, self)
        self._snipping = Newest(jobs, "snippets", failed, self)
        self._counting = Newest(jobs, "counts", failed, self)
        self._nearing = Newest(jobs, "counts", failed, self)
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._quiet.timeout.connect(self._ask_again)
        self._visible: tuple[int, int] = (0, SNIPPETS_AT_ONCE)
        self._in_hand: frozenset[int] = frozenset()
        self._counted: Results | None = None
        self._told: Results | None = None
        self.query = Query("")
        self.results: Results | None = None
        self.unfolded: frozenset[int] = frozenset()
        self.snippets: dict[int, Snippet] = {}
        self.counts = Counts()
        self.near: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked: nothing typed and nothing narrowed."""
        return not self.query.text.strip() and self.query.filters == NO_FILTERS

    @property
    def is_waiting(self) -> bool:
        """Whether the newest question has no answer yet."""
        return self._finding.is_open

    def snippet_is_known(self, file: int) -> bool:
        """Whether this file's text was asked for, so that no snippet means that it has none."""
        return file in self._in_hand

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What was found, best first."""
        return self.results.hits if self.results else ()

    @property
    def total(self) -> int:
        """How many results there are; counted one by one where that was done for this answer."""
        if self.results is None:
            return 0
        exact = self.counts.total if self._told is self.results else None
        return self.results.total if exact is None else exact

    @property
    def shown(self) -> tuple[Hit, ...]:
        """What was found, with the other versions of those that are unfolded beneath them."""
        return tuple(each for hit in self.hits for each in self._with_others(hit))

    def unfold(self, file: int, *, on: bool) -> None:
        """Show the other versions of a result beneath it, or put them away."""
        unfolded = self.unfolded | {file} if on else self.unfolded - {file}
        if unfolded != self.unfolded:
            self.unfolded = unfolded
            self.found.emit(False)

    def head_of(self, file: int) -> Hit | None:
        """The result that this version stands under; None where it stands for itself."""
        return next(
            (hit for hit in self.hits if any(each.file == file for each in hit.folded)), None
        )

    def _with_others(self, hit: Hit) -> tuple[Hit, ...]:
        return (hit, *hit.folded) if hit.file in self.unfolded else (hit,)

    def use(self, look: Looking) -> None:
        """Search another drive from now on; what was typed is asked of it."""
        self._look = look
        self._rest()
        if not self.is_empty:
            self._ask(fresh=True)

    def type(self, text: str) -> None:
        """Ask for text, whose last word may be only a beginning."""
        self._put(replace(self.query, text=text, limit=PAGE, typing=True))

    def narrow(self, filters: Filters) -> None:
        """Keep the words and narrow to these filters."""
        self._put(replace(self.query, filters=filters, limit=PAGE))

    def show_rows(self, first: int, last: int) -> None:
        """Rows first up to and without last are on the screen: they need their snippets."""
        self._visible = (first, last)
        if self.results and not self._snipping.is_open:
            self._ask_snippets()

    def more(self) -> None:
        """Ask for the next rows beneath the last."""
        if self.results and len(self.hits) < self.results.total and not self.is_waiting:
            self.query = replace(self.query, limit=self.query.limit + PAGE)
            self._ask(fresh=False)

    def refresh(self) -> None:
        """The index changed: ask the same again soon, and at most once a second."""
        if not self._quiet.isActive():
            self._quiet.start()

    def _put(self, query: Query) -> None:
        if query == self.query:
            return
        self.query = query
        if self.is_empty:
            self._rest()
        else:
            self._ask(fresh=True)
        self.asked.emit()

    def _rest(self) -> None:
        """Nothing is asked: forget what was found, and count what could be narrowed to."""
        for channel in (self._finding, self._snipping, self._counting, self._nearing):
            channel.forget()
        self.results, self.snippets, self.near = None, {}, ()
        if self._look:
            answer = partial(self._take_counts, None)
            self._counting.ask(partial(self._look.counts, Query("")), answer)

    def _ask_again(self) -> None:
        if not self.is_empty:
            self._ask(fresh=not self.results or not _is_same(self.results.query, self.query))

    def _ask(self, *, fresh: bool) -> None:
        if self._look is None:
            return
        self._snipping.forget()
        work = partial(_find, self._look, self.query, anew=not fresh)
        self._finding.ask(work, partial(self._take, self._look, fresh))

    def _take(self, look: Looking, fresh: bool, results: Results) -> None:
        self.results = results
        if fresh:
            self.unfolded = frozenset()
        kept = {hit.file for hit in self.shown if not hit.personal}
        self.snippets = {file: text for file, text in self.snippets.items() if file in kept}
        self._in_hand = frozenset()
        if fresh:
            self.near = ()
            self._visible = (0, self._visible[1] - self._visible[0])
        self.found.emit(fresh)
        self._ask_snippets()
        if not results.hits:
            self._nearing.ask(partial(look.near, results.query.text), self._take_near)

    def _ask_snippets(self) -> None:
        """Ask for the rows on the screen that have none yet; when all have, count."""
        if self.results is None or self._look is None:
            return
        first, last = self._visible
        wanted = tuple(
            hit.file
            for hit in self.shown[first:last]
            if not hit.personal and hit.file not in self._in_hand
        )[:SNIPPETS_AT_ONCE]
        if wanted:
            work = partial(self._look.snippets, self.results.query, wanted)
            self._snipping.ask(work, partial(self._take_snippets, wanted))
        else:
            self._count(self._look, self.results)

    def _take_snippets(self, wanted: Sequence[int], found: dict[int, Snippet]) -> None:
        asked = frozenset(wanted)
        kept = {file: text for file, text in self.snippets.items() if file not in asked}
        self.snippets = kept | found
        self._in_hand |= asked
        self.snippets_changed.emit(asked)
        self._ask_snippets()

    def _count(self, look: Looking, results: Results) -> None:
        if self._counted is not results:
            self._counted = results
            answer = partial(self._take_counts, results)
            self._counting.ask(partial(look.counts, results.query), answer)

    def _take_counts(self, results: Results | None, counts: Counts) -> None:
        self.counts, self._told = counts, results
        self.counts_changed.emit()

    def _take_near(self, near: tuple[str, ...]) -> None:
        self.near = near
        self.near_changed.emit()


def _is_same(one: Query, other: Query) -> bool:
    """Whether two queries ask the same, for however many rows."""
    return replace(one, limit=0) == replace(other, limit=0)


def _find(look: Looking, query: Query, *, anew: bool) -> Results:
    if anew:
        look.refresh()
    return look.find(query)
