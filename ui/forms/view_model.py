"""Filling in a form, without its widgets: the list of forms, one sheet, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.domain.errors import LibrarianError
from ui.bridge.newest import Newest
from ui.forms import texts
from ui.forms.found import Found, found_at
from ui.forms.joining import Joining
from ui.forms.known import Known
from ui.forms.pausing import PAUSE_MS, Pausing
from ui.forms.team import Team

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.form_desk import Draft, Finished, FormDesk
    from librarian.application.forms.sheet import Looked, Removed, Sheet
    from librarian.application.forms.team_drafts import HandedOn, TeamDraft
    from librarian.application.ports import Jobs
    from librarian.domain.forms.carrying_over import LastTime
    from librarian.domain.forms.form import Problem, Spot

T = TypeVar("T")
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
        self.notify = notify
        self._complain = complain
        self._desk_of: Callable[[], FormDesk] | None = None
        self._asking = Newest(jobs, LANE, self._lack, self)
        self._pausing = Pausing(jobs, self._show_looked, self._complain, self, pause_ms)
        self._soon = QTimer(self, singleShot=True, interval=keep_ms)
        self._soon.timeout.connect(self.keep)
        self.known = Known(self, self)
        self.team = Team(self, self)
        self.joining = Joining(self, self)
        self.joining.opened.connect(self._open)
        self.found = Found()
        self.now: Looked | None = None
        self.elsewhere: dict[str, Callable[[], None]] = {}
        self.removed: Removed | None = None
        """The row that was taken out last, to be put back."""
        self.page = 0
        self.passed: set[int] = set()
        """Pages that were gone on from, or all once the answers were checked."""

    def use(self, desk: Callable[[], FormDesk] | None) -> None:
        """Fill in forms of another drive from now on."""
        self.keep()
        self._pausing.forget()
        self._desk_of = desk
        self.now = None
        self.found = Found()
        self.listed.emit()

    # The list

    def load(self) -> None:
        """Ask for forms and drafts."""
        desk = self._desk_of
        if desk:
            self._asking.ask(lambda: found_at(desk()), self._take)

    def do(
        self,
        work: Callable[[FormDesk], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        """Have the desk do something, beside the window."""
        desk = self._desk_of
        if desk:
            self._jobs.submit(LANE, lambda: work(desk()), done, failed or self._complain)

    def unlock(self, passphrase: str) -> None:
        """Open drafts with a passphrase."""
        self.do(lambda desk: desk.unlock(passphrase), self._tell_unlocked)

    def take_in(self, passphrase: str) -> None:
        """Open what was locked with another passphrase, and keep it under the one of now."""
        self.do(lambda desk: desk.take_in(passphrase), self._tell_unlocked)

    def begin_next(self, last: LastTime) -> None:
        """Open a sheet with what the last one about the same people left open."""
        self.do(lambda desk: desk.begin(last.form, last.id), self._open)

    def begin(self, form: str) -> None:
        """Open an empty sheet; a form with a page of its own is begun there."""
        if form in self.elsewhere:
            self.elsewhere[form]()
            return
        self.do(lambda desk: desk.begin(form), self._open)

    def carry_on(self, draft: str) -> None:
        """Open what was begun before."""
        self.do(lambda desk: desk.carry_on(draft), self._open)

    def carry_on_shared(self, draft: str) -> None:
        """Open what somebody of the team has begun."""
        self.joining.carry_on(draft)

    def delete(self, draft: Draft) -> None:
        """Delete a draft."""
        done = partial(self._tell_listed, texts.DELETED.format(draft.title))
        self.do(lambda desk: desk.forget(draft.id), done)

    def delete_shared(self, draft: TeamDraft) -> None:
        """Take a draft out of everybody's list."""
        done = partial(self._tell_listed, texts.DELETED_TEAM.format(draft.title))
        self.do(lambda desk: desk.team.delete(draft.id), done)

    def put_draft_back(self, draft: TeamDraft) -> None:
        """Put a draft that was deleted back into everybody's list."""
        done = partial(self._tell_listed, texts.BACK_AGAIN)
        self.do(lambda desk: desk.team.put_back(draft.id), done)

    def bring_together(self) -> None:
        """Compare the form that is filled in with the one somebody else went on with."""
        if self.now is not None and self.now.sheet.apart:
            self._soon.stop()
            self.joining.begin_with(self.now.sheet)

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
        """One row less in a repeat; it can be put back."""
        if self.now is not None:
            self.removed = self.now.sheet.removed(spot, row)
            self._change(lambda sheet: sheet.remove_row(spot, row))

    def put_back(self) -> None:
        """Put back the row that was taken out last."""
        gone, self.removed = self.removed, None
        if gone is not None:
            self._change(lambda sheet: sheet.put_back(gone))

    def confirm(self, spot: Spot) -> None:
        """A known answer is still right."""
        self._change(lambda sheet: sheet.confirm(spot))

    @property
    def sheet(self) -> Sheet | None:
        """What was answered so far; None where no form is open."""
        return self.now.sheet if self.now else None

    def replace_sheet(self, sheet: Sheet) -> None:
        """Go on with other answers to the same form."""
        self._change(lambda _: sheet)

    def rebind(self, sheet: Sheet) -> None:
        """Go on with the same answers, which are kept elsewhere by now."""
        if self.now is not None:
            self.now = replace(self.now, sheet=sheet)
            if self._pausing.is_open:
                self._pausing.wait_with(sheet)
            self._soon.start()

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
        self.team.hand_on()
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
        sheet = self.sheet
        if sheet is None or not sheet.answers:
            return
        if self.found.is_locked:
            self.kept.emit(False)
        else:
            self.do(lambda desk: desk.keep(sheet), self._tell_kept)

    def leave(self) -> None:
        """Keep it, and go back to the list."""
        sheet = self.sheet
        if sheet is not None and sheet.answers and not self.found.is_locked:
            self._soon.stop()
            self.do(lambda desk: desk.leave(sheet), self._tell_left)
        self._pausing.forget()
        self.team.forget()
        self.now = None
        self.load()
        self.opened.emit()

    def finish(self, folder: Path) -> None:
        """Make everything of it."""
        sheet = self.sheet
        if self._desk_of and sheet is not None:
            self.working.emit()
            self._soon.stop()
            self.team.forget()
            self.do(lambda desk: desk.finish(sheet, folder), self._end, self._fail_to_finish)

    def _change(self, edit: Callable[[Sheet], Sheet]) -> None:
        if self.now is None:
            return
        self._look(edit(self.now.sheet))
        self._keep_soon()

    def _keep_soon(self) -> None:
        self.kept.emit(False)
        self._soon.start()
        self.team.hand_on_later()

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
        self.removed = None
        self._look(sheet)
        self.opened.emit()

    def _take(self, found: Found) -> None:
        self.found = found
        self.listed.emit()

    def _tell_unlocked(self, _answer: object) -> None:
        self.notify(texts.UNLOCKED, "")
        self.load()

    def _tell_listed(self, told: str, _answer: object) -> None:
        self.notify(told, "")
        self.load()

    def _tell_kept(self, _answer: object) -> None:
        self.kept.emit(True)

    def _tell_left(self, done: HandedOn) -> None:
        self.team.tell(done)
        self.load()

    def _end(self, finished: Finished) -> None:
        self._pausing.forget()
        self.now = None
        self.finished.emit(finished)

    def _fail_to_finish(self, error: LibrarianError) -> None:
        self._complain(error)
        self.turned.emit()

    def _lack(self, error: LibrarianError) -> None:
        if not self.found.forms:
            self.failed.emit(error)
