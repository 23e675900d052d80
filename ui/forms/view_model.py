"""Filling in a form, without its widgets: the list of forms, one sheet, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.domain.errors import LibrarianError
from ui.bridge.jobs import MishapError
from ui.bridge.newest import Newest
from ui.forms import texts
from ui.forms.pausing import PAUSE_MS, Pausing

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.form_desk import Draft, Finished, FormDesk, Listed
    from librarian.application.forms.sheet import Looked, Sheet
    from librarian.application.ports import Jobs
    from librarian.domain.forms.carrying_over import LastTime
    from librarian.domain.forms.form import Problem, Spot

    Found = tuple[tuple[Listed, ...], tuple[Draft, ...], bool, str, tuple[LastTime, ...]]

LANE: Final = "forms"
KEEP_MS: Final = 3000


class FormsViewModel(QObject):
    """Everything the page shows and does.

    `answered` follows every answer at once. `looked` follows when typing pauses, or at once where
    the answer steers the form.
    """

    listed = Signal()
    opened = Signal()
    answered = Signal(object)
    """The spot of an answer that changes nothing else on the page for now."""
    looked = Signal()
    turned = Signal()
    """Another page of the form is to be shown, or the check at its end."""
    kept = Signal(bool)
    """Whether what was answered last is kept by now."""
    finished = Signal(object)
    working = Signal()
    failed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        notify: Callable[[str, str], None],
        complain: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        *,
        keep_ms: int = KEEP_MS,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notify = notify
        self._complain = complain
        self._desk_of: Callable[[], FormDesk] | None = None
        self._asking = Newest(jobs, LANE, self._lack, self)
        self._pausing = Pausing(jobs, self._show_looked, self._fail, self, pause_ms)
        self._soon = QTimer(self, singleShot=True, interval=keep_ms)
        self._soon.timeout.connect(self.keep)
        self.forms: tuple[Listed, ...] = ()
        self.drafts: tuple[Draft, ...] = ()
        self.last_times: tuple[LastTime, ...] = ()
        self.is_locked = False
        self.case_system = ""
        self.now: Looked | None = None
        self.elsewhere: dict[str, Callable[[], None]] = {}
        self.page = 0
        self.passed: set[int] = set()
        """Pages that were gone on from, or all once the answers were checked."""

    def use(self, desk: Callable[[], FormDesk] | None) -> None:
        """Fill in forms of another drive from now on."""
        self.keep()
        self._pausing.forget()
        self._desk_of = desk
        self.now = None
        self.forms, self.drafts = (), ()
        self.listed.emit()

    # The list

    def load(self) -> None:
        """Ask for forms and drafts."""
        if self._desk_of:
            self._asking.ask(partial(_listed, self._desk_of), self._take)

    def unlock(self, passphrase: str) -> None:
        """Open drafts with a passphrase."""
        if self._desk_of:
            work = partial(_unlock, self._desk_of, passphrase)
            self._jobs.submit(LANE, work, self._tell_unlocked, self._fail)

    def begin_next(self, last: LastTime) -> None:
        """Open a sheet with what the last one about the same people left open."""
        if self._desk_of:
            desk = self._desk_of
            self._jobs.submit(
                LANE, lambda: desk().begin(last.form, last.id), self._open, self._fail
            )

    def begin(self, form: str) -> None:
        """Open an empty sheet; a form with a page of its own is begun there."""
        if form in self.elsewhere:
            self.elsewhere[form]()
            return
        if self._desk_of:
            desk = self._desk_of
            self._jobs.submit(LANE, lambda: desk().begin(form), self._open, self._fail)

    def carry_on(self, draft: str) -> None:
        """Open what was begun before."""
        if self._desk_of:
            desk = self._desk_of
            self._jobs.submit(LANE, lambda: desk().carry_on(draft), self._open, self._fail)

    def delete(self, draft: Draft) -> None:
        """Delete a draft."""
        if self._desk_of:
            desk = self._desk_of
            done = partial(self._tell_deleted, draft.title)
            self._jobs.submit(LANE, lambda: desk().forget(draft.id), done, self._fail)

    # The sheet

    def answer(self, spot: Spot, value: object) -> None:
        """A person gave an answer."""
        if self.now is None:
            return
        sheet = self.now.sheet.answer(spot, value)
        if self.now.is_steered_by(spot):
            self._look(sheet)
        else:
            self.now = replace(self.now, sheet=sheet)
            self.answered.emit(spot)
            self._pausing.wait_with(sheet)
        self._keep_soon()

    def add_row(self, spot: Spot) -> None:
        """One row more in a repeat."""
        self._change(lambda sheet: sheet.add_row(spot))

    def remove_row(self, spot: Spot, row: int) -> None:
        """One row less in a repeat."""
        self._change(lambda sheet: sheet.remove_row(spot, row))

    def confirm(self, spot: Spot) -> None:
        """A known answer is still right."""
        self._change(lambda sheet: sheet.confirm(spot))

    def fill_in(self, number: str) -> None:
        """Fill in what the case system knows of a case."""
        if self._desk_of and self.now and number.strip():
            asked = self.now.sheet
            work = partial(_fill_in, self._desk_of, asked, number)
            self._jobs.submit(LANE, work, partial(self._take_known, number, asked), self._fail)

    def go(self, page: int) -> None:
        """Show another page; after the last comes the check."""
        if self.now is None:
            return
        if self._pausing.is_open:
            self._look(self.now.sheet)
        self.passed.add(self.page)
        self.page = min(max(page, 0), len(self.now.topics))
        if self.is_checking:
            self.passed.update(range(len(self.now.topics)))
        self.turned.emit()

    @property
    def is_checking(self) -> bool:
        """Whether the answers are being checked."""
        return self.now is not None and self.page >= len(self.now.topics)

    def check(self) -> None:
        """Show all answers, and what is not right with them."""
        if self.now:
            self.go(len(self.now.topics))

    def go_to(self, problem: Problem) -> None:
        """Show the page on which a problem is put right."""
        if self.now:
            self.go(self.now.page_of(problem))

    def problems_on(self, page: int) -> tuple[Problem, ...]:
        """What is not right on a page that was gone on from."""
        now = self.now
        if now is None or page not in self.passed:
            return ()
        return tuple(each for each in now.problems if each.stops and now.page_of(each) == page)

    def keep(self) -> None:
        """Keep what is answered now."""
        self._soon.stop()
        if self._desk_of and self.now and self.now.sheet.answers:
            if self.is_locked:
                self.kept.emit(False)
                return
            work = partial(_keep, self._desk_of, self.now.sheet)
            self._jobs.submit(LANE, work, self._tell_kept, self._fail)

    def leave(self) -> None:
        """Keep it, and go back to the list."""
        self.keep()
        self._pausing.forget()
        self.now = None
        self.load()
        self.opened.emit()

    def finish(self, folder: Path) -> None:
        """Make everything of it."""
        if self._desk_of and self.now:
            self.working.emit()
            self._soon.stop()
            work = partial(_finish, self._desk_of, self.now.sheet, folder)
            self._jobs.submit(LANE, work, self._end, self._fail_to_finish)

    def _change(self, edit: Callable[[Sheet], Sheet]) -> None:
        if self.now is None:
            return
        self._look(edit(self.now.sheet))
        self._keep_soon()

    def _keep_soon(self) -> None:
        self.kept.emit(False)
        self._soon.start()

    def _look(self, sheet: Sheet) -> None:
        from librarian.application.forms.sheet import look_at  # noqa: PLC0415 - not needed to type

        self._pausing.forget()
        self._show_looked(look_at(sheet))

    def _show_looked(self, looked: Looked) -> None:
        self.now = looked
        self.page = min(self.page, len(self.now.topics))
        self.looked.emit()

    def _open(self, sheet: Sheet) -> None:
        self.page = 0
        self.passed = set()
        self._look(sheet)
        self.opened.emit()

    def _take(self, found: Found) -> None:
        self.forms, self.drafts, self.is_locked, self.case_system, self.last_times = found
        self.listed.emit()

    def _take_known(self, number: str, asked: Sheet, found: Sheet) -> None:
        """Take what is known; whatever was answered while it was looked up comes first."""
        if self.now is None or self.now.sheet.id != asked.id:
            return
        if self.now.sheet is not asked:
            self.fill_in(number)
            return
        self._change(lambda _: found)
        self._notify(texts.filled_in(len(found.known) - len(asked.known)), "")

    def _tell_unlocked(self, _answer: object) -> None:
        self._notify(texts.UNLOCKED, "")
        self.load()

    def _tell_deleted(self, title: str, _answer: object) -> None:
        self._notify(texts.DELETED.format(title), "")
        self.load()

    def _tell_kept(self, _answer: object) -> None:
        self.kept.emit(True)

    def _end(self, finished: Finished) -> None:
        self._pausing.forget()
        self.now = None
        self.finished.emit(finished)

    def _fail_to_finish(self, error: Exception) -> None:
        self._fail(error)
        self.turned.emit()

    def _lack(self, error: Exception) -> None:
        if not isinstance(error, LibrarianError):
            raise error
        if not self.forms:
            self.failed.emit(error)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, LibrarianError):
            raise error
        if not isinstance(error, MishapError):
            self._complain(error)


def _listed(desk: Callable[[], FormDesk]) -> Found:
    at = desk()
    return at.forms(), at.drafts(), at.is_locked(), at.case_system(), at.last_times()


def _unlock(desk: Callable[[], FormDesk], passphrase: str) -> None:
    desk().unlock(passphrase)


def _fill_in(desk: Callable[[], FormDesk], sheet: Sheet, number: str) -> Sheet:
    return desk().fill_in(sheet, number)


def _keep(desk: Callable[[], FormDesk], sheet: Sheet) -> None:
    desk().keep(sheet)


def _finish(desk: Callable[[], FormDesk], sheet: Sheet, folder: Path) -> Finished:
    return desk().finish(sheet, folder)
