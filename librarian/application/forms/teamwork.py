"""What a team does with forms in its working folder, in one place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from librarian.application.forms.experience import ExperienceLog, Page
from librarian.application.forms.filling import Clerk, Given, hand_over
from librarian.application.forms.knowing import Knower
from librarian.application.forms.ports import PacketTray
from librarian.application.forms.requesting import Requests
from librarian.application.forms.sharing import Colleague, Seen, Shared
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition, Problem

ReviewPress = Callable[[str, Page], bytes]
"""Makes one page of what meetings brought in a month."""


@dataclass(frozen=True, slots=True)
class Teamwork:
    """Forms that several fill in, meeting requests made before, and what meetings brought."""

    colleague: Colleague
    requests: Requests
    log: ExperienceLog
    clerk: Clerk
    tray: Callable[[Path], PacketTray]
    knower: Knower
    press: ReviewPress

    def form(self, name: str) -> FormDefinition:
        """The form of this id."""
        return self.clerk.form(name)

    def problems(self, name: str, answers: Mapping[str, object]) -> tuple[Problem, ...]:
        """What is not right with answers, or should be known of them."""
        return self.clerk.fill(name, Given(answers)).problems

    def write_part(
        self,
        shared: Shared,
        party: str,
        answers: Mapping[str, object],
        confirmed: Mapping[str, str],
        *,
        done: bool,
    ) -> Seen:
        """Keep what this person wrote for a party.

        Raises LibrarianError where it is said to be done and an old answer is still in doubt.
        """
        if done:
            self.knower.check_done(shared, party, answers, confirmed)
        return self.colleague.write(shared, party, answers, done=done, confirmed=confirmed)

    def write_review(self, month: str, out: Path) -> Path:
        """Write what the team wrote in a month as one page into a new folder inside out."""
        page = self.press(month, self.log.page(month))
        return self.tray(out).put(f"Meetings {month}", {f"Meetings {month}.pdf": page})

    def hand_over(self, name: str, answers: Mapping[str, object], out: Path) -> Path:
        """Write every output of a form into a new folder inside out, and return where it is.

        Raises LibrarianError where something is not right with the answers.
        """
        filling = self.clerk.fill(name, Given(answers))
        for problem in filling.problems:
            if problem.stops:
                raise LibrarianError(problem.what, problem.remedy)
        return hand_over(filling, self.tray(out))


class TeamFolder(Protocol):
    """The working folder of this desk; every call may block."""

    @property
    def folder(self) -> Path | None:
        """The folder that was chosen here; None while nobody chose one."""

    def choose(self, folder: Path) -> None:
        """Use this folder from now on. Raises LibrarianError where it is open to everybody."""

    def open(self) -> Teamwork:
        """What is done there. Raises LibrarianError while no folder was chosen."""
