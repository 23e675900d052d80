"""The Document page: versions at the left; details, a comparison or a question at the right."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from librarian.application.about import Edition
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.names import shown_title
from ui.document import texts
from ui.document.edition_acts import EditionActs, deeds_for, pair_of
from ui.document.editions_list import EditionsList
from ui.document.head import Deed, DocumentHead
from ui.document.offers import KEYS, offered, offered_for_edit
from ui.document.side import Side
from ui.document.view_model import DocumentViewModel
from ui.kit.announcing import announce
from ui.kit.empty import Choice, EmptyState
from ui.kit.hints import Hints
from ui.kit.scrolled import scrolled
from ui.kit.theme import Theme
from ui.kit.widgets import label, rule, style

SHARES: Final = (420, 580)
_LOW: Final = 240
"""Versions and details are no lower than this; in a lower window the page scrolls."""

ChooseFolder = Callable[[], Path | None]


class DocumentView(QWidget):
    """Puts the parts together, and moves the keyboard between them."""

    left = Signal()
    """The person goes back to where they were."""

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        model: DocumentViewModel,
        choose_folder: ChooseFolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._model = model
        self._choose_folder = choose_folder
        self.head = DocumentHead(theme, self._now, self.left.emit)
        self.editions = EditionsList(theme, self._now)
        self.acts = EditionActs(theme, self._edition_deeds())
        self.side = Side(theme, self._now, model)
        self.empty = EmptyState(theme)
        self._heading = label(texts.VERSIONS, strong="true")
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._whole = QStackedWidget()
        self._hints = Hints(theme)
        self._lay_out()
        self._connect()
        self._add_actions()
        theme.follow(self, self._respace)
        self._show()

    def begin(self) -> None:
        """Put the keyboard on the versions, or on what can be done without them."""
        if self._whole.currentWidget() is self._body:
            self.editions.setFocus()
        else:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is open, then goes back; C compares."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._model.copy_path()
        elif event.key() == Qt.Key.Key_C and not event.modifiers():
            self.compare()
        else:
            super().keyPressEvent(event)

    # What a person does

    def compare(self) -> None:
        """Put the chosen version beside the current one; the current beside the one before."""
        about, edition = self._model.about, self.editions.edition
        pair = pair_of(about, edition) if about and edition else None
        if pair:
            self._model.compare(*pair)

    def confirm(self) -> None:
        """Ask for a note, then confirm; somebody else asks Business Support."""
        about = self._model.about
        if self.side.agree():
            return
        if about and not about.may_change:
            self._model.ask_to_confirm()
            return
        self._ask_about(
            texts.CONFIRM,
            texts.CONFIRM_TITLE,
            texts.CONFIRM_WHY,
            texts.CONFIRM_NOTE,
            self._model.confirm,
        )

    def put_forward(self) -> None:
        """Ask what was changed, then keep the chosen file as a draft."""
        self._ask_about(
            texts.PUT_FORWARD,
            texts.FORWARD_TITLE,
            texts.FORWARD_WHY,
            texts.FORWARD_NOTE,
            self._model.put_forward,
        )

    def restore(self) -> None:
        """Ask why, then bring the chosen version back."""
        self._ask_about(
            texts.RESTORE,
            texts.RESTORE_TITLE,
            texts.RESTORE_WHY,
            texts.RESTORE_NOTE,
            self._model.restore,
        )

    def suggest(self) -> None:
        """Ask what should be different, then tell Business Support."""
        about = self._model.about
        if about:
            title = texts.SUGGEST_TITLE.format(about.title)
            why = texts.SUGGEST_WHY.format(texts.to_whom(about.keepers))
            self.side.ask(texts.SUGGEST, title, why, texts.SUGGEST_NOTE, self._model.suggest)

    def report(self) -> None:
        """Ask what is wrong, then tell Business Support."""
        about = self._model.about
        if about:
            title = texts.REPORT_TITLE.format(about.title)
            why = texts.SUGGEST_WHY.format(texts.to_whom(about.keepers))
            self.side.ask(texts.REPORT, title, why, texts.REPORT_NOTE, self._model.report)

    def save_copy(self) -> None:
        """Ask for a folder, and put a dated copy there."""
        folder = self._choose_folder() if self._model.about else None
        if folder:
            self._model.save_dated_copy(folder)

    def _ask_about(
        self,
        deed: str,
        title: str,
        why: str,
        question: str,
        act: Callable[[Edition, str], None],
    ) -> None:
        """Ask for words, then do something with the chosen version, if that makes sense."""
        about, edition = self._model.about, self.editions.edition
        if about and edition and deed in deeds_for(about, edition):
            asked = title.format(texts.edition_name(edition))
            self.side.ask(deed, asked, why, question, partial(act, edition))

    def _open_chosen(self) -> None:
        """Open the chosen version; of what only the records have, show what is different."""
        about, edition = self._model.about, self.editions.edition
        if about is None or edition is None:
            return
        if edition == about.current or texts.OPEN_VERSION in deeds_for(about, edition):
            self._model.open(edition.path or about.path)
        else:
            self.compare()

    def _open(self) -> None:
        if self._model.about:
            self._model.open(self._model.about.path)

    def _toggle_hold(self) -> None:
        if self._model.about:
            self._model.hold(on=not self._model.about.held)

    def _see_change(self) -> None:
        """Put what lies on the drive beside what was confirmed."""
        about = self._model.about
        change = next((each for each in about.editions if each.is_change), None) if about else None
        if about and about.current and change:
            self._model.compare(about.current, change)

    def _step_back(self) -> None:
        if self.side.is_busy:
            self.side.close_all()
        else:
            self.left.emit()

    # What is shown

    def _show(self) -> None:
        about = self._model.about
        title = about.title if about else shown_title(self._model.path)
        self.head.show_about(about, title, self._deeds())
        self.head.show_edited(about, self._edited_deeds())
        if about is None:
            self.side.forget()
            self.empty.explain("history", texts.LOADING, "")
            self._whole.setCurrentWidget(self.empty)
            return
        was_empty = self._whole.currentWidget() is self.empty
        self.editions.show_editions(about.editions, about.head, asked=bool(about.question))
        self.side.show_about(about)
        self._whole.setCurrentWidget(self._body)
        self._show_acts()
        if was_empty and self.isVisible():
            self.begin()
            announce(self, f"{about.title}. {texts.standing(about, self._now())}")

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.reload, primary=True)
        back = Choice(texts.BACK, self.left.emit)
        self.empty.explain("circle-alert", error.title, error.remedy, (again, back))
        self._whole.setCurrentWidget(self.empty)

    def _show_acts(self) -> None:
        about, edition = self._model.about, self.editions.edition
        if about and edition:
            self.acts.show_for(about, edition)

    def _deeds(self) -> tuple[Deed, ...]:
        """What is offered, with what it does."""
        about, model = self._model.about, self._model
        does: dict[str, Callable[[], object]] = {
            texts.OPEN: self._open,
            texts.OPEN_FOLDER: model.open_folder,
            texts.COPY_PATH: model.copy_path,
            texts.DATED_COPY: self.save_copy,
            texts.CHANGE_TEMPLATE: model.change_template,
            texts.HOLD: self._toggle_hold,
            texts.LET_GO: self._toggle_hold,
            texts.ASK: model.ask_to_confirm,
            texts.STILL_RIGHT: model.vouch,
            texts.SUGGEST: self.suggest,
            texts.REPORT: self.report,
        }
        return tuple(
            (name, KEYS.get(name, ""), does[name], "primary" if name == texts.OPEN else "")
            for name in (offered(about) if about else ())
        )

    def _edited_deeds(self) -> tuple[Deed, ...]:
        about = self._model.about
        does: dict[str, Callable[[], object]] = {
            texts.SEE_DIFFERENCE: self._see_change,
            texts.EDITED_NEXT: self._model.take_change,
            texts.EDITED_BACK: self._model.put_back,
            texts.FOLLOW: self._model.follow,
        }
        names = offered_for_edit(about) if about else ()
        return tuple((name, "", does[name], "") for name in names)

    def _edition_deeds(self) -> dict[str, Callable[[], object]]:
        return {
            texts.CONFIRM: self.confirm,
            texts.PUT_FORWARD: self.put_forward,
            texts.RESTORE: self.restore,
            texts.COMPARE: self.compare,
            texts.OPEN_VERSION: self._open_chosen,
        }

    def _now(self) -> datetime:
        return self._clock.now().astimezone()

    def _to_clipboard(self, path: str) -> None:
        QGuiApplication.clipboard().setText(path)

    def _connect(self) -> None:
        self._model.changed.connect(self._show)
        self._model.failed.connect(self._show_failure)
        self._model.path_copied.connect(self._to_clipboard)
        self.editions.chosen.connect(self._show_acts)
        self.editions.opened.connect(self._open_chosen)
        self.side.closed.connect(self.begin)

    def _add_actions(self) -> None:
        for name, keys, act in (
            (texts.CONFIRM, "Ctrl+Return", self.confirm),
            (texts.SUGGEST, "Ctrl+E", self.suggest),
            (texts.DATED_COPY, "Ctrl+S", self.save_copy),
        ):
            action = QAction(name, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    def _lay_out(self) -> None:
        left = QFrame()
        style(left, kind="panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self.editions, 1)
        column.addWidget(rule())
        column.addWidget(self.acts)
        self._left = column
        self._body.addWidget(left)
        self._body.addWidget(self.side)
        self._body.setChildrenCollapsible(False)
        self._body.setHandleWidth(1)
        self._body.setSizes(list(SHARES))
        for number, share in enumerate(SHARES):
            self._body.setStretchFactor(number, share)
        self._whole.addWidget(self.empty)
        self._whole.addWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        inside = QFrame()
        style(inside, kind="panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(rule())
        column.addWidget(self._whole, 1)
        whole.addWidget(scrolled(inside), 1)
        whole.addWidget(self._hints)
        self._hints.show_hints(texts.HINTS)

    def _respace(self) -> None:
        px = self._theme.px
        for part in (self._whole, self.side):
            part.setMinimumSize(px(1), px(_LOW))
        self._left.setSpacing(px(2))
        self._heading.setContentsMargins(px(18), px(12), px(16), px(4))
