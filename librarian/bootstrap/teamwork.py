"""Puts together what a team does with forms in its working folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from librarian.adapters.accounts import current_account
from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.packets import FolderTray
from librarian.adapters.forms.pdf_pages import PdfPages
from librarian.adapters.forms.working_folder import FolderOfParts
from librarian.adapters.store import JsonStore
from librarian.application.forms.experience import FORM as LOG
from librarian.application.forms.experience import ExperienceLog, Page, review_words
from librarian.application.forms.knowing import Knower
from librarian.application.forms.known_facts import CaseSystem
from librarian.application.forms.requesting import Requests
from librarian.application.forms.sharing import Colleague
from librarian.application.forms.teamwork import Teamwork
from librarian.application.ports import Clock
from librarian.bootstrap.forms import OURS, form_room
from librarian.domain.errors import LibrarianError

_KEPT: Final = "working folder"


@dataclass(frozen=True, slots=True)
class TeamRoom:
    """The team's working folder as this desk knows it."""

    home: Path
    clock: Clock
    cases: Callable[[], CaseSystem | None] = lambda: None

    @property
    def folder(self) -> Path | None:
        """The folder that was chosen here; None while nobody chose one."""
        told = JsonStore(self.home / "own").load(_KEPT).get("folder")
        return Path(str(told)) if told else None

    def choose(self, folder: Path) -> None:
        """Use this folder from now on. Raises LibrarianError where it is open to everybody."""
        FolderOfParts(folder.absolute()).check()
        JsonStore(self.home / "own").save(_KEPT, {"folder": str(folder.absolute())})

    def open(self) -> Teamwork:
        """What is done there. Raises LibrarianError while no folder was chosen."""
        folder = self.folder
        if folder is None:
            raise LibrarianError(
                "No working folder was chosen yet.",
                "Ask IT for a folder that only your team can open, then choose it here.",
            )
        parts = FolderOfParts(folder)
        shelf = FolderShelf(OURS, self.home / "own" / "forms")
        clerk = form_room(self.home, self.clock).clerk
        return Teamwork(
            colleague=Colleague(
                folder=parts, shelf=shelf, clock=self.clock, person=current_account()
            ),
            requests=Requests(
                folder=parts, shelf=shelf, clock=self.clock, person=current_account()
            ),
            log=ExperienceLog(
                folder=parts,
                clerk=clerk,
                form=lambda: shelf.load(LOG),
                clock=self.clock,
                new_id=lambda: uuid4().hex,
            ),
            clerk=clerk,
            tray=FolderTray,
            knower=Knower(self.cases, shelf.load, self.clock),
            press=_review,
        )


def _review(month: str, page: Page) -> bytes:
    """One page of what meetings brought in a month."""
    template = (OURS / LOG / "review.typ").read_bytes()
    return PdfPages().render(template, review_words(month, page))
