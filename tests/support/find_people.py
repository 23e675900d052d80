"""A person at the Find page, and lanes that run at once or are held."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from librarian.application.ports import Jobs
from librarian.domain.errors import LibrarianError
from ui.find.view_model import FindViewModel

T = TypeVar("T")


NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


class FixedClock:
    """It is always the same moment."""

    def now(self) -> datetime:
        return NOW

    def ticks(self) -> float:
        return 0.0


@dataclass(frozen=True, slots=True)
class HeldJob:
    """A job that waits to be run."""

    lane: str
    work: Callable[[], object]
    done: Callable[[Any], None]
    failed: Callable[[LibrarianError], None] | None


class HeldJobs:
    """Keeps jobs until they are run; each lane runs in order."""

    def __init__(self) -> None:
        self.held: list[HeldJob] = []

    def submit(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        self.held.append(HeldJob(lane, work, done, failed))

    def lanes(self) -> list[str]:
        return [job.lane for job in self.held]

    def run(self, lane: str) -> None:
        """Run the first job that waits in lane."""
        job = next(job for job in self.held if job.lane == lane)
        self.held.remove(job)
        _carry_out(job)

    def run_all(self) -> None:
        """Run what waits, and what comes of it, until nothing waits."""
        while self.held:
            _carry_out(self.held.pop(0))


class PromptJobs:
    """Does every job at once."""

    def submit(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        _carry_out(HeldJob(lane, work, done, failed))


class Person:
    """Is told things, and chooses a place for a copy."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.complaints: list[str] = []
        self.place: Path | None = Path("/home/janet/Genogram.docx")
        self.suggested = Path()

    def notify(self, title: str, remedy: str) -> None:
        self.notices.append(f"{title} {remedy}".strip())

    def complain(self, error: LibrarianError) -> None:
        self.complaints.append(error.title)

    def choose_place(self, suggestion: Path) -> Path | None:
        self.suggested = suggestion
        return self.place


def a_find_view_model(jobs: Jobs, person: Person | None = None) -> FindViewModel:
    """The page without its widgets; its timers come at the next turn of the loop."""
    told = person or Person()
    return FindViewModel(
        jobs=jobs,
        notify=told.notify,
        complain=told.complain,
        choose_place=told.choose_place,
        copies_folder=Path("/home/janet"),
        quiet_ms=0,
        pause_ms=0,
    )


def _carry_out(job: HeldJob) -> None:
    try:
        answer = job.work()
    except LibrarianError as error:
        if job.failed:
            job.failed(error)
        return
    job.done(answer)
