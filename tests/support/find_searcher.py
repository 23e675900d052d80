"""Somebody who searches through the view-model alone, without widgets."""

from PySide6.QtWidgets import QApplication

from tests.support.find_fakes import MadeUpDrive
from tests.support.find_people import HeldJobs, Person, a_find_view_model

GUIDE = "Direct work/Genograms/Genogram guide - Guidance.docx"


FORM = "Forms/Assessment/Child and family assessment with genogram and chronology.pdf"


PERSONAL = "Cases to file/Genogram - filled in.docx"


class Searcher:
    """The page without its widgets, over a made-up drive."""

    def __init__(self) -> None:
        self.drive = MadeUpDrive()
        self.jobs = HeldJobs()
        self.person = Person()
        self.find = a_find_view_model(self.jobs, self.person)
        self.find.use(self.drive.look, self.drive.act)
        self.jobs.run_all()
        self.drive.asked.clear()

    def types(self, text: str) -> None:
        self.find.search.type(text)
        self.jobs.run_all()
        self.settle()

    def settle(self) -> None:
        """Let timers come, and the jobs they start."""
        for _ in range(3):
            QApplication.processEvents()
            self.jobs.run_all()

    @property
    def paths(self) -> list[str]:
        return [hit.path for hit in self.find.search.hits]
