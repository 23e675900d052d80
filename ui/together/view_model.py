"""The Together page without its widgets: what is in the working folder, and who waits for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.domain.errors import LibrarianError
from ui.bridge.newest import Newest
from ui.together import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.experience import Page
    from librarian.application.forms.knowing import Known
    from librarian.application.forms.requesting import Difference, Request
    from librarian.application.forms.sharing import Seen, Shared
    from librarian.application.forms.teamwork import TeamFolder
    from librarian.application.ports import Jobs
    from librarian.domain.forms.form import FormDefinition, Problem

T = TypeVar("T")

LANE: Final = "together"
LIVE_MS: Final = 2000


@dataclass(frozen=True, slots=True)
class Mine:
    """One's own part: what was written, with what the case system knows of it."""

    seen: Seen
    known: Known


@dataclass(frozen=True, slots=True)
class Board:
    """All that is in the working folder; `folder` is None while nobody chose one."""

    folder: Path | None
    stamp: str = ""
    forms: tuple[Seen, ...] = ()
    requests: tuple[tuple[Request, int], ...] = ()
    """The last request of each case, and how many there were."""
    months: tuple[str, ...] = ()
    month: str = ""
    page: Page | None = None


class TogetherViewModel(QObject):
    """Looks into the folder, and again every few seconds while the page is to be seen."""

    changed = Signal()
    failed = Signal(object)
    part_opened = Signal(object, object)
    """A form's definition and what was seen of it: this person writes their part."""
    kept = Signal()
    repeat_opened = Signal(str, object, object)
    """A case, the form, and the answers that the next request begins with."""
    compared = Signal(object, object)
    """What is otherwise than last time, and what is not right."""
    entry_opened = Signal(object)
    """The form of an entry about a meeting."""
    entry_refused = Signal(object)
    """What is not right with an entry; nothing was kept."""

    def __init__(
        self,
        jobs: Jobs,
        notify: Callable[[str, str], None],
        complain: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        live_ms: int = LIVE_MS,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notify = notify
        self._complain = complain
        self._make: Callable[[], TeamFolder] | None = None
        self._looking = Newest(jobs, LANE, self._lack, self)
        self._comparing = Newest(jobs, LANE, self._complain, self)
        self._live = QTimer(self, interval=live_ms)
        self._live.timeout.connect(self.look_again)
        self.board: Board | None = None

    def use(self, make: Callable[[], TeamFolder] | None) -> None:
        """Work in this desk's folder from now on."""
        self._make = make

    def load(self, month: str = "") -> None:
        """Look at everything; of what meetings brought, at this month."""
        make = self._make
        if make:
            self._looking.ask(lambda: board_of(make(), month), self._take)

    def live(self, *, on: bool) -> None:
        """Look again every few seconds, or no more."""
        if on:
            self._live.start()
        else:
            self._live.stop()

    def look_again(self) -> None:
        """Look whether anybody wrote; while the last look runs, nothing."""
        make, board = self._make, self.board
        if make and board and board.folder and not self._looking.is_open:
            self._looking.ask(partial(_newer, make, board), self._take_newer)

    def choose(self, folder: Path) -> None:
        """Work in this folder from now on."""
        self._do(partial(_chosen, folder), self._take_chosen)

    def open_part(self, shared: Shared) -> None:
        """Ask for a form, to write one's part of it."""
        self._do(partial(_opened, shared), self._open_part)

    def mine(self, shared: Shared, party: str, take: Callable[[Mine], None]) -> None:
        """Ask for what this person has written for a party so far, and what is known of it."""
        self._do(partial(_mine, shared, party), take)

    def write(
        self,
        shared: Shared,
        party: str,
        answers: Mapping[str, object],
        confirmed: Mapping[str, str],
        *,
        done: bool,
    ) -> None:
        """Keep this person's part; `confirmed` are old answers that are still right."""
        told, said = deepcopy(dict(answers)), dict(confirmed)
        self._do(
            lambda team: team.open().write_part(shared, party, told, said, done=done),
            self._take_kept,
        )

    def open_entry(self) -> None:
        """Ask for the form of an entry about a meeting."""
        self._do(lambda team: team.open().form(texts.LOG_FORM), self.entry_opened.emit)

    def write_entry(self, answers: Mapping[str, object]) -> None:
        """Keep an entry about a meeting."""
        told = deepcopy(dict(answers))
        self._do(lambda team: team.open().log.write(told), self._take_entry)

    def write_review(self, month: str, out: Path) -> None:
        """Write the team's one page of a month into a folder."""
        self._do(lambda team: team.open().write_review(month, out), self._take_review)

    def open_repeat(self, case: str) -> None:
        """Ask for what the next request of a case begins with."""
        self._do(partial(_repeated, case), partial(self._open_repeat, case))

    def compare(self, case: str, answers: Mapping[str, object]) -> None:
        """Ask what a new request says otherwise, and what is not right with it."""
        make, told = self._make, deepcopy(dict(answers))
        if make:
            work = partial(_compared, make, case, told)
            self._comparing.ask(work, self._take_compared)

    def make(self, case: str, answers: Mapping[str, object], out: Path) -> None:
        """Put a request on record, and write its documents into a folder."""
        self._do(partial(_made, case, deepcopy(dict(answers)), out), self._take_made)

    def _do(self, work: Callable[[TeamFolder], T], done: Callable[[T], None]) -> None:
        make = self._make
        if make:
            self._jobs.submit(LANE, lambda: work(make()), done, self._complain)

    def _take(self, board: Board) -> None:
        if board != self.board:
            self.board = board
            self.changed.emit()

    def _take_newer(self, board: Board | None) -> None:
        if board is not None:
            self._take(board)

    def _take_chosen(self, board: Board) -> None:
        self._notify(texts.CHOSEN, "")
        self._take(board)

    def _open_part(self, found: tuple[FormDefinition, Seen]) -> None:
        self.part_opened.emit(*found)

    def _take_kept(self, _: Seen) -> None:
        self._notify(texts.KEPT, "")
        self.kept.emit()
        self.load(self.board.month if self.board else "")

    def _take_entry(self, problems: tuple[Problem, ...]) -> None:
        if any(each.stops for each in problems):
            self.entry_refused.emit(problems)
            return
        self._notify(texts.ENTRY_KEPT, "")
        self.kept.emit()
        self.load()

    def _take_review(self, folder: Path) -> None:
        self._notify(texts.REVIEW_MADE.format(folder.name), "")

    def _open_repeat(self, case: str, found: tuple[FormDefinition, dict[str, object]]) -> None:
        self.repeat_opened.emit(case, *found)

    def _take_compared(self, found: tuple[tuple[Difference, ...], tuple[Problem, ...]]) -> None:
        self.compared.emit(*found)

    def _take_made(self, folder: Path) -> None:
        self._notify(texts.MADE.format(folder.name), "")
        self.kept.emit()
        self.load(self.board.month if self.board else "")

    def _lack(self, error: LibrarianError) -> None:
        if self.board is None or not self.board.folder:
            self.board = None
            self.failed.emit(error)


def board_of(folder: TeamFolder, month: str = "") -> Board:
    """Return all that is in the folder. Raises LibrarianError where it cannot be looked into."""
    if folder.folder is None:
        return Board(None)
    team = folder.open()
    stamp = team.colleague.stamp()
    forms = [each for each in team.colleague.forms() if each.form == texts.REVIEW]
    requests = [team.requests.before(case) for case in team.requests.cases()]
    months = team.log.months()
    shown = month if month in months else next(iter(months), "")
    return Board(
        folder=folder.folder,
        stamp=stamp,
        forms=tuple(team.colleague.look(each) for each in forms),
        requests=tuple((found[0], len(found)) for found in requests if found),
        months=months,
        month=shown,
        page=team.log.page(shown) if shown else None,
    )


def _newer(make: Callable[[], TeamFolder], board: Board) -> Board | None:
    folder = make()
    return None if folder.open().colleague.stamp() == board.stamp else board_of(folder, board.month)


def _chosen(path: Path, folder: TeamFolder) -> Board:
    folder.choose(path)
    return board_of(folder)


def _opened(shared: Shared, folder: TeamFolder) -> tuple[FormDefinition, Seen]:
    team = folder.open()
    return team.form(shared.form), team.colleague.look(shared)


def _mine(shared: Shared, party: str, folder: TeamFolder) -> Mine:
    team = folder.open()
    seen = team.colleague.look(shared, party)
    begun = seen.mine or {"child": {"case": shared.case}}
    return Mine(seen, team.knower.look_up(shared, party, begun, seen.confirmed))


def _repeated(case: str, folder: TeamFolder) -> tuple[FormDefinition, dict[str, object]]:
    team = folder.open()
    return team.form(texts.REQUEST_FORM), team.requests.repeated(case)


def _compared(
    make: Callable[[], TeamFolder], case: str, answers: dict[str, object]
) -> tuple[tuple[Difference, ...], tuple[Problem, ...]]:
    team = make().open()
    return team.requests.changes(case, answers), team.problems(texts.REQUEST_FORM, answers)


def _made(case: str, answers: dict[str, object], out: Path, folder: TeamFolder) -> Path:
    team = folder.open()
    made = team.hand_over(texts.REQUEST_FORM, answers, out)
    team.requests.keep(case, answers)
    return made
