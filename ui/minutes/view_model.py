"""Minutes without their widgets: which are open, what was written, and keeping it at once."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.application.minutes.keeping_together import is_handed_on
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.visibility import put
from librarian.domain.minutes.joining import without_row
from ui.minutes import texts
from ui.minutes.looking import Loaded, loaded, reviewed

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.minutes.minute_desk import Returned
    from librarian.application.minutes.ports import Damaged, Meeting
    from librarian.application.minutes.taking_minutes import MinuteRoom, Written
    from librarian.application.ports import Jobs
    from librarian.domain.forms.form import FormDefinition, Spot
    from librarian.domain.minutes.guide import Guide

LANE: Final = "minutes"
SAVE_MS: Final = 400
HAND_ON_MS: Final = 20_000


class MinutesViewModel(QObject):
    """Everything the page shows and does; each edit is kept within half a second."""

    listed = Signal()
    opened = Signal()
    redrawn = Signal()
    """The answers changed otherwise than by typing."""
    saving = Signal(bool)
    busy = Signal(bool)
    """Something is made or read; nobody writes meanwhile."""
    reviewed = Signal(object)
    written = Signal(object)
    returned = Signal(object)
    packed = Signal(object)
    shared = Signal()
    """These minutes are in the team's folder now."""
    joined = Signal(object)
    """Others wrote in these minutes meanwhile; their names."""
    failed = Signal(object)

    def __init__(
        self, jobs: Jobs, complain: Callable[[LibrarianError], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._complain = complain
        self._room: Callable[[], MinuteRoom] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._soon.timeout.connect(self.save)
        self._later = QTimer(self, singleShot=True, interval=HAND_ON_MS)
        self._later.timeout.connect(self.hand_on)
        self.meetings: tuple[Meeting, ...] | None = None
        self.damaged: tuple[Damaged, ...] = ()
        self.meeting: Meeting | None = None
        self.answers: dict[str, Any] = {}
        self.form: FormDefinition | None = None
        self.guide: Guide | None = None

    def use(self, room: Callable[[], MinuteRoom] | None) -> None:
        """Take minutes in this room from now on."""
        self.save()
        self._room = room
        self.meetings = self.meeting = None

    def load(self) -> None:
        """Ask for the minutes that are kept."""
        self._ask(loaded, self._take_list)

    def unlock(self, passphrase: str) -> None:
        """Open what is kept with a passphrase, or begin to keep under it."""
        self._ask(lambda room: room.desk.unlock(passphrase), self._look_again)

    def open_older(self, passphrase: str) -> None:
        """Open what was locked with another passphrase, and keep it under the one of now."""
        self._ask(lambda room: room.take_in(passphrase), self._take_taken_in)

    def begin(self, case: str) -> None:
        """Begin the next meeting of a case."""
        self._ask(lambda room: room.desk.begin(case), self._take)

    def open(self, meeting: Meeting) -> None:
        """Go on with minutes that are kept."""
        self._ask(lambda room: room.desk.meeting(meeting.id), self._take)

    def forget(self, meeting: str) -> None:
        """Delete minutes for good."""
        self._ask(lambda room: room.desk.forget(meeting), self._look_again)

    def forget_samples(self) -> None:
        """Take the made-up minutes away."""
        self._ask(lambda room: room.forget_samples(), self._look_again)

    def leave(self) -> None:
        """Keep what was written, and show the list."""
        self.save()
        self.hand_on()
        self.meeting = None
        self.load()

    @property
    def is_closed(self) -> bool:
        """Whether nobody may write here: somebody has confirmed it as it is."""
        return self.meeting is not None and self.meeting.stage != "draft"

    @property
    def is_handed_on(self) -> bool:
        """Whether the team's folder has all that was kept here."""
        return self.meeting is not None and is_handed_on(self._whole())

    def answer(self, spot: Spot, value: object) -> None:
        """Take down an answer; it is kept soon."""
        if self._is_refused():
            return
        put(self.answers, spot, value)
        self._touch()

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a list, to be looked at."""
        found = self.answers.get(name)
        return found if isinstance(found, list) else []

    def add_row(self, name: str, **said: str) -> None:
        """Add a row to a list; one that says nothing yet is filled first."""
        if self._is_refused():
            return
        rows = self.answers.setdefault(name, [])
        if rows and said and not any(rows[-1].values()):
            rows.pop()
        rows.append(dict(said))
        self._touch()
        self.redrawn.emit()

    def remove_row(self, name: str, row: int) -> None:
        """Take a row away."""
        if self._is_refused():
            return
        self.answers = without_row(self.answers, name, row)
        self._touch()
        self.redrawn.emit()

    def same_people(self) -> None:
        """Put down whoever was asked to the last meeting."""
        meeting = self.meeting
        if meeting and not self._is_refused():
            self._ask(lambda room: room.desk.people_before(meeting), self._seat)

    def tick_off(self, unplaced: tuple[str, str]) -> None:
        """What a pack brought and fitted no box was dealt with."""
        if self.meeting:
            rest = tuple(each for each in self.meeting.unplaced if each != unplaced)
            self.meeting = replace(self.meeting, unplaced=rest)
            self._touch()
            self.review()

    def save(self) -> None:
        """Keep what was written now."""
        self._soon.stop()
        if self.meeting:
            kept = self._current()
            self._ask(lambda room: room.desk.save(kept), self._be_saved)

    def share(self) -> None:
        """Keep these minutes in the team's folder too, from now on."""
        kept = self._current()
        self._work(lambda room: room.desk.share(kept), self._take_shared)

    def hand_on(self) -> None:
        """Put what was written into the team's folder, where these minutes are shared."""
        self._later.stop()
        if self.meeting and self.meeting.team:
            kept = self._current()
            self._ask(lambda room: room.desk.settle(kept), partial(self._take_handed_on, kept))

    def review(self) -> None:
        """Look it through, once it is kept."""
        if self.meeting:
            self._ask(partial(reviewed, meeting=self._current()), self.reviewed.emit)

    def finish(self, folder: Path) -> None:
        """Make the page of actions."""
        kept = self._current()
        self._work(lambda room: room.finish(kept, folder), self._take_written)

    def draft(self, folder: Path) -> None:
        """Make the minutes as they are now."""
        kept = self._current()
        self._work(lambda room: room.draft(kept, folder), self._take_written)

    def issue(self, folder: Path) -> None:
        """Make everybody's copies."""
        kept = self._current()
        self._work(lambda room: room.issue(kept, folder), self._take_written)

    def confirm(self, by: str) -> None:
        """The social worker confirms."""
        kept = self._current()
        self._work(lambda room: room.issuer.confirm(kept, by), self._take)

    def reopen(self) -> None:
        """Confirmed minutes are a draft again."""
        kept = self._current()
        self._work(lambda room: room.issuer.reopen(kept), self._take)

    def write_pack(self, folder: Path) -> None:
        """Make the pack in Word and on paper."""
        kept = self._current()
        self._work(lambda room: room.write_pack(kept, folder), self.packed.emit)

    def post_pack(self) -> None:
        """Prepare an e-mail with the pack."""
        kept = self._current()
        self._work(lambda room: room.post_pack(kept), self.packed.emit)

    def post_comments(self, words: str) -> None:
        """Prepare an e-mail to the minute-taker, with comments and the pack."""
        kept = self._current()
        self._work(lambda room: room.post_comments(kept, words), self.packed.emit)

    def read_file(self, file: Path) -> None:
        """Read a pack that came back."""
        if self.meeting:
            kept = self._current()
            self._work(lambda room: room.read_file(kept, file), self._take_returned)

    def _is_refused(self) -> bool:
        if self.is_closed:
            self._complain(LibrarianError(texts.CLOSED, texts.CLOSED_WHY))
        return self.is_closed

    def _current(self) -> Meeting:
        self._soon.stop()
        return self._whole()

    def _whole(self) -> Meeting:
        if self.meeting is None:
            raise LibrarianError("No minutes are open.", "Open some first.")
        return replace(self.meeting, answers=deepcopy(self.answers))

    def _touch(self) -> None:
        self.saving.emit(True)
        self._soon.start()
        if self.meeting and self.meeting.team and not self._later.isActive():
            self._later.start()

    def _take_taken_in(self, _count: int) -> None:
        """What opens now stands in the list: show that."""
        self.load()

    def _look_again(self, _answer: None) -> None:
        self.load()

    def _take_list(self, found: Loaded) -> None:
        self.meetings, self.damaged = found.meetings, found.damaged
        self.form, self.guide = found.form, found.guide
        self.listed.emit()

    def _take(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.answers = deepcopy(dict(meeting.answers))
        self.saving.emit(False)
        self.opened.emit()

    def _take_shared(self, meeting: Meeting) -> None:
        self._take(meeting)
        self.shared.emit()

    def _take_handed_on(self, sent: Meeting, now: Meeting) -> None:
        """Go on with what was joined, unless somebody typed meanwhile: then it is joined later."""
        if self.meeting is None or self.meeting.id != now.id:
            return
        if not now.changed_by:
            self.meeting = replace(self.meeting, team=now.team)
            self.saving.emit(self._soon.isActive())
        elif self.answers == sent.answers:
            self._take(replace(now, changed_by=()))
            self.joined.emit(now.changed_by)
        else:
            self._later.start()

    def _seat(self, people: list[dict[str, str]]) -> None:
        known = {str(row.get("name", "")) for row in self.rows("came")}
        kept = [row for row in self.rows("came") if any(row.values())]
        self.answers["came"] = kept + [each for each in people if each.get("name") not in known]
        self._touch()
        self.redrawn.emit()

    def _be_saved(self, _meeting: Meeting) -> None:
        if not self._soon.isActive():
            self.saving.emit(False)

    def _take_written(self, written: Written) -> None:
        self._take(written.meeting)
        self.written.emit(written)

    def _take_returned(self, back: Returned) -> None:
        self._take(back.meeting)
        self.returned.emit(back)

    def _work(self, work: Callable[[MinuteRoom], Any], done: Callable[[Any], None]) -> None:
        self.busy.emit(True)
        self._ask(work, partial(self._end_work, done))

    def _end_work(self, done: Callable[[Any], None], answer: object) -> None:
        self.busy.emit(False)
        done(answer)

    def _ask(self, work: Callable[[MinuteRoom], Any], done: Callable[[Any], None]) -> None:
        room = self._room
        if room:
            self._jobs.submit(LANE, lambda: work(room()), done, self._fail)

    def _fail(self, error: LibrarianError) -> None:
        self.busy.emit(False)
        if self.meetings is None:
            self.failed.emit(error)
        else:
            self._complain(error)
