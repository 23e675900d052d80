"""What came of a form: what went where, where the copies lie, and text to copy part by part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.forms import texts
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import button, label

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.form_desk import Finished
    from librarian.application.forms.handing_journal import Record

WIDTH = 760


@dataclass(frozen=True, slots=True)
class DoneDeeds:
    """What the page's buttons do."""

    open_place: Callable[[Path], object]
    copy: Callable[[str, str], object]
    again: Callable[[], object]
    follow: Callable[[], object]


class DoneView(CardColumn):
    """Shows what came of one form."""

    def __init__(self, theme: Theme, deeds: DoneDeeds) -> None:
        super().__init__(theme, WIDTH)
        self._deeds = deeds

    def show_finished(self, finished: Finished) -> None:
        """Show this."""
        self.clear()
        self.column.addWidget(label(texts.DONE, letters="display"))
        self._add_records(finished)
        self._add_files(finished)
        for name, words in finished.texts:
            self._add_text(name, words)
        again = button(texts.AGAIN, self._deeds.again)
        self.column.addWidget(at_the_left(again))
        self.first = self.first or again
        self.respace()

    def _add_records(self, finished: Finished) -> None:
        if not finished.records:
            return
        card = self.card(texts.DONE_SENT)
        first = finished.records[0]
        handed = texts.RECEIPT.format(first.case, texts.day(first.handed_over))
        card.addWidget(label(handed, tone="muted", wrap=True))
        for record in finished.records:
            card.addWidget(self._record(record))
        follow = button(texts.FOLLOW, self._deeds.follow, "primary")
        card.addWidget(at_the_left(follow))
        self.first = follow

    def _record(self, record: Record) -> QWidget:
        said = texts.receipt_line(record)
        if str(record.stage) != "letter":
            return self.row(record.title, said)
        go = button(texts.OPEN_MESSAGE, partial(self._deeds.open_place, Path(record.place)))
        go.setAccessibleName(f"{texts.OPEN_MESSAGE}: {record.title}")
        return self.row(record.title, said, go)

    def _add_files(self, finished: Finished) -> None:
        if finished.folder is None:
            return
        card = self.card(texts.DONE_FILES)
        for name in finished.files:
            card.addWidget(label(name, wrap=True))
        kind = "" if finished.records else "primary"
        go = button(texts.OPEN_FOLDER, partial(self._deeds.open_place, finished.folder), kind)
        card.addWidget(at_the_left(go))
        self.first = self.first or go

    def _add_text(self, name: str, words: str) -> None:
        card = self.card(texts.TEXT_TITLE)
        card.addWidget(label(texts.TEXT_WHAT, tone="muted", wrap=True))
        for part in words.strip().split("\n\n"):
            title, _, rest = part.partition("\n")
            shown = title.capitalize() if title.isupper() else title
            copy = button(texts.COPY, partial(self._deeds.copy, shown, rest or title))
            copy.setAccessibleName(f"{texts.COPY}: {shown}, {name}")
            card.addWidget(self.row(shown, rest[:160] + ("…" if len(rest) > 160 else ""), copy))  # noqa: PLR2004 - a glimpse
