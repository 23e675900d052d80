"""What a team does with forms in its working folder, in one place."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from librarian.application.forms.experience import ExperienceLog
from librarian.application.forms.requesting import Requests
from librarian.application.forms.sharing import Colleague


@dataclass(frozen=True, slots=True)
class Teamwork:
    """Forms that several fill in, meeting requests made before, and what meetings brought."""

    colleague: Colleague
    requests: Requests
    log: ExperienceLog


class TeamFolder(Protocol):
    """The working folder of this desk; every call may block."""

    @property
    def folder(self) -> Path | None:
        """The folder that was chosen here; None while nobody chose one."""

    def choose(self, folder: Path) -> None:
        """Use this folder from now on. Raises LibrarianError where it is open to everybody."""

    def open(self) -> Teamwork:
        """What is done there. Raises LibrarianError while no folder was chosen."""
