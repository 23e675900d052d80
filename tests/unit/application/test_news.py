"""What is new or changed is told once, wherever its copies lie."""

from typing import cast

from librarian.application.belongings import Belongings
from librarian.application.finding import Finder
from librarian.application.ports import IndexReader, Previewer
from librarian.domain.files import Listed
from tests.support.fake_catalogue import FakeCatalogue
from tests.support.fakes import FakeClock, FakeDrive, FakeStore
from tests.support.plans import reading_of


def test_a_copy_in_a_backup_is_not_told_beside_the_file_people_use() -> None:
    # Given a form, its newer copy in a backup, and another form
    catalogue = FakeCatalogue()
    for path, modified, says in (
        ("Forms/Rota.txt", 100, b"the rota"),
        ("Janet - desktop backup/Rota.txt", 200, b"the rota"),
        ("Forms/Safety plan.txt", 50, b"the plan"),
    ):
        [file] = catalogue.enter([Listed(path, len(says), modified)], at=1)
        catalogue.settle([(file, reading_of(says))])
    finder = Finder(
        catalogue=catalogue,
        index=cast("IndexReader", None),
        drive=FakeDrive(),
        previewer=cast("Previewer", None),
        belongings=Belongings(FakeStore(), FakeClock()),
    )

    # When somebody comes to the window
    changed = finder.start().changed

    # Then the form is told once, as it lies where people use it
    assert [record.listed.path for record in changed] == ["Forms/Rota.txt", "Forms/Safety plan.txt"]
