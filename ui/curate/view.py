"""The page of whoever looks after the drive: its parts, and what stands there before they are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from librarian.domain.errors import LibrarianError
from ui.curate import destroy_texts, looks_texts, texts
from ui.curate.deeds_view import DeedsView
from ui.curate.destroy_view import DestroyView
from ui.curate.documents_view import DocumentsView
from ui.curate.looks_view import LooksView
from ui.curate.today_view import TodayDeeds, TodayView
from ui.curate.view_model import CurateViewModel
from ui.curate.work_bar import WorkBar
from ui.kit.empty import Choice
from ui.kit.parts import Parts
from ui.kit.theme import Theme

_LOOKS: Final = 1
ChooseFile = Callable[[], Path | None]


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the page leads."""

    confirm: Callable[[], object]
    show: Callable[[str], object]
    choose_file: ChooseFile
    show_rules: Callable[[], object]


class CurateView(Parts):
    """Shows the part whose name is chosen, or why there is nothing to show."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: CurateViewModel,
        ways: Ways,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._model = model
        self._ways = ways
        self.tabs = QTabBar()
        self.today = TodayView(theme, now, self._deeds())
        self.looks = LooksView(theme, now, model.tidying, ways.show)
        self.documents = DocumentsView(theme, model, ways.show, self._save)
        self.deeds = DeedsView(theme, now, ways.show, model.tidying)
        self.to_destroy = DestroyView(theme, model.destroying)
        self._work = WorkBar(theme, model.tidying)
        self._lay_out()
        model.changed.connect(self._show)
        model.failed.connect(self._show_failure)
        model.tidying.planned.connect(self._show_work)
        self.tabs.currentChanged.connect(self._turn)
        theme.follow(self, self._respace)
        self._show()

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(texts.SECTIONS)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parts = (
            (texts.TODAY, self.today),
            (texts.LOOKS, self.looks),
            (texts.DOCUMENTS, self.documents),
            (destroy_texts.TITLE, self.to_destroy),
            (texts.DEEDS, self.deeds),
        )
        for name, part in parts:
            self.tabs.addTab(name)
            self._hold(part)
        self._top = QHBoxLayout()
        self._top.addWidget(self.tabs)
        self._top.addStretch(1)
        self._column.insertLayout(0, self._top)
        self._column.insertWidget(1, self._work)
        self._work.hide()

    def _show(self) -> None:
        model = self._model
        if model.care is None:
            self.empty.explain("users", texts.LOADING, "")
        elif model.today is None:
            begin = Choice(texts.BEGIN, self._ways.confirm, primary=True)
            choices = (begin,) if model.care.may_begin else ()
            self.empty.explain("users", texts.NOT_YOURS, texts.NOT_YOURS_WHAT, choices)
        else:
            self.today.show_today(model.today)
            self.documents.show_lines(model.lines)
            self.deeds.show_deeds(model.deeds)
        waited = self.window().focusWidget() is self
        self._turn()
        if waited and model.care is not None:
            self.begin()

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        self.empty.explain("circle-alert", error.title, error.remedy, (again,))
        self._turn()

    def _turn(self, _tab: int = 0) -> None:
        is_there = self._model.today is not None
        self.tabs.setVisible(is_there)
        self._hints.setVisible(is_there)
        is_looks = self.tabs.currentIndex() == _LOOKS
        self._hints.show_hints(looks_texts.HINTS if is_looks else texts.HINTS)
        self._stack.setCurrentIndex(self.tabs.currentIndex() + 1 if is_there else 0)
        self._show_work()

    def _show_work(self) -> None:
        """What is under way is told beside every part but the one that tells it itself."""
        is_told = self.tabs.currentIndex() == _LOOKS
        self._work.setVisible(self._model.tidying.is_working and not is_told)

    def _save(self) -> None:
        target = self._ways.choose_file()
        if target is not None:
            self._model.save_register(target)

    def _deeds(self) -> TodayDeeds:
        return TodayDeeds(
            confirm=self._ways.confirm,
            show=self._ways.show,
            still_right=self._model.still_right,
            answer=self._model.answer,
            prepare_for_it=self._model.prepare_for_it,
            signpost=self._model.signpost,
            rules=self._show_looks,
            to_destroy=self._show_to_destroy,
            show_rules=self._ways.show_rules,
            mend_history=self._model.mend_history,
        )

    def _show_looks(self, code: str) -> None:
        """Show what needs a look by one rule."""
        self.tabs.setCurrentIndex(_LOOKS)
        self.looks.show_rule(code)
        self.looks.begin()

    def _show_to_destroy(self) -> None:
        self.tabs.setCurrentIndex(self._stack.indexOf(self.to_destroy) - 1)
        self.to_destroy.begin()

    def _respace(self) -> None:
        px = self._theme.px
        self._top.setContentsMargins(px(12), px(12), px(12), px(6))
