"""The left half: how many were found, what else was searched for, and the list itself."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from librarian.application.ports import Clock
from ui.find import texts
from ui.find.results_list import ResultsList
from ui.find.results_model import ResultsModel, Row, row_of
from ui.find.view_model import FindViewModel
from ui.kit.announcing import announce
from ui.kit.theme import Theme
from ui.kit.widgets import ElidedLabel, button, label, style


class ResultsPane(QFrame):
    """Keeps the list in step with what was found and chosen."""

    def __init__(
        self, theme: Theme, clock: Clock, find: FindViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._find = find
        self._model = ResultsModel(self)
        self.list = ResultsList(theme, self._model)
        self._count = label(tone="muted", letters="small")
        self._also = ElidedLabel()
        self._corrected = label()
        self._exactly = button("", find.say_exactly, "link")
        self._correction = QWidget()
        style(self, kind="panel")
        style(self._also, tone="accent", letters="small")
        self._lay_out()
        self._connect()
        theme.follow(self, self._respace)
        if find.search.results:
            self._on_found(fresh=True)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self._count)
        above.addWidget(self._also, 1)
        line = QHBoxLayout(self._correction)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._corrected)
        line.addWidget(self._exactly)
        line.addStretch(1)
        head = QVBoxLayout()
        head.addLayout(above)
        head.addWidget(self._correction)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._head, self._above, self._column = head, above, column

    def _connect(self) -> None:
        search = self._find.search
        search.found.connect(self._on_found)
        search.snippets_changed.connect(self._on_snippets)
        search.counts_changed.connect(self._say_what)
        self._find.acts.starred_changed.connect(self._on_stars)
        self._find.chosen_changed.connect(self._point)
        self.list.chosen.connect(self._on_chosen)
        self.list.in_sight.connect(search.show_rows)
        self.list.near_end.connect(search.more)
        self.list.unfold_wanted.connect(self._unfold)

    def _on_found(self, fresh: bool) -> None:
        self._say_what()
        rows = self._rows()
        if fresh:
            self._model.replace(rows)
            self.list.scrollToTop()
        else:
            self.list.rearrange(rows)
        self._point()
        self._find.search.show_rows(*self.list.rows_in_sight())

    def _rows(self) -> list[Row]:
        """What was found, as rows; a file that was in the list keeps its text until it changes."""
        now, starred = self._clock.now().astimezone(), self._find.acts.starred
        before, snippets = self._model.by_file(), self._find.search.snippets
        heads, unfolded = {hit.file for hit in self._find.search.hits}, self._find.search.unfolded
        return [
            replace(
                row_of(
                    hit,
                    now,
                    starred=hit.path in starred,
                    under=hit.file not in heads,
                    unfolded=hit.file in unfolded,
                ),
                snippet=snippets.get(hit.file),
                bare=hit.file in before and before[hit.file].bare,
            )
            for hit in self._find.search.shown
        ]

    def _say_what(self) -> None:
        results = self._find.search.results
        if results is None:
            return
        self._count.setText(texts.results_line(self._find.search.total))
        self._also.show_text(texts.also_line(results.also) if results.also else "")
        self._correction.setVisible(bool(results.corrected))
        if results.corrected:
            self._corrected.setText(texts.corrected(results.corrected))
            self._exactly.setText(texts.ONLY_FOR.format(results.query.text.strip()))

    def _point(self) -> None:
        chosen = self._find.chosen
        if chosen:
            self.list.point_at(self._model.number_of(chosen.file))

    def _on_chosen(self, number: int) -> None:
        row = self._model.row(number)
        if row:
            self._find.choose(row.hit)

    def _unfold(self, number: int, on: bool) -> None:
        """Show or hide the versions under a row; from one of them, those of the row above."""
        row = self._model.row(number)
        if row is None:
            return
        head = self._find.search.head_of(row.hit.file) if row.under else None
        if head and not on:
            self._find.choose(head)
        hit = head or row.hit
        if hit.folded:
            self._find.search.unfold(hit.file, on=on)
            words = texts.other_versions(hit, unfolded=False)
            announce(self.list, (texts.ARE_SHOWN if on else texts.ARE_HIDDEN).format(words))

    def _on_snippets(self, files: frozenset[int]) -> None:
        self._model.show_snippets(self._find.search.snippets, files)

    def _on_stars(self) -> None:
        self._model.show_stars(self._find.acts.starred)

    def _respace(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(18), px(10), px(16), px(4))
        self._head.setSpacing(px(2))
        self._above.setSpacing(px(12))
        self._column.setSpacing(px(2))
