"""What is typed is found, looked at and opened, whatever comes in between."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from librarian.application.ports import Tally
from librarian.domain.events import DriveFound, IndexChanged
from librarian.domain.extraction import Reason
from librarian.domain.kinds import Kind
from librarian.domain.previews import NoPreview
from librarian.domain.searching import Filters
from tests.support.find_fakes import (
    HeldJobs,
    MadeUpDrive,
    MadeUpFile,
    Person,
    a_find_view_model,
)
from ui.find.preparing import ShownPages, ShownText

pytestmark = pytest.mark.usefixtures("qapp")

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


@pytest.fixture
def searcher() -> Searcher:
    return Searcher()


def test_hits_come_first_then_snippets_of_rows_in_sight_then_counts(searcher: Searcher) -> None:
    # Given a page with room for eight rows
    searcher.find.search.show_rows(0, 8)

    # When somebody types
    searcher.find.search.type("genogram")
    searcher.jobs.run_all()

    # Then that is the order, and only rows in sight that may show text are asked for
    assert searcher.drive.asked == ["find genogram", "snippets 7", "counts genogram"]


def test_the_best_hit_is_looked_at_by_itself(searcher: Searcher) -> None:
    # When somebody types
    searcher.types("genogram")

    # Then the first hit is chosen, with its facts and its preview
    assert searcher.find.chosen
    assert searcher.find.chosen.path == GUIDE
    assert searcher.find.preview.facts
    assert isinstance(searcher.find.preview.shown, ShownText)


def test_an_answer_to_fewer_letters_never_shows(searcher: Searcher) -> None:
    # Given two letters more while the lane still works
    search = searcher.find.search
    search.type("practice note 4")
    search.type("genogram")

    # When the lane is done with the older one
    searcher.jobs.run("search")

    # Then nothing of it is shown
    assert searcher.find.search.results is None
    searcher.jobs.run_all()
    assert searcher.paths[0] == GUIDE


def test_enter_before_the_answer_opens_what_is_found_for_what_was_typed(
    searcher: Searcher,
) -> None:
    # Given a result that is still being searched for
    searcher.types("thresholds")
    searcher.find.search.type("genogram")

    # When somebody presses Enter without waiting
    searcher.find.open_best()
    searcher.settle()

    # Then the file that was typed is opened, not the one that was shown
    assert searcher.drive.opened == [GUIDE]


def test_typing_on_after_enter_opens_nothing(searcher: Searcher) -> None:
    # Given Enter pressed before the answer came
    searcher.find.search.type("genogram")
    searcher.find.open_best()

    # When somebody goes on typing instead
    searcher.types("genogram guide")

    # Then nothing is opened
    assert searcher.drive.opened == []


def test_a_changed_index_asks_again_and_keeps_what_was_chosen(searcher: Searcher) -> None:
    # Given a person who looks at the third hit
    searcher.types("genogram")
    searcher.find.choose(searcher.find.search.hits[2])
    searcher.settle()
    searcher.drive.files[0] = MadeUpFile(GUIDE.replace("Genogram guide", "Family map"))
    searcher.drive.asked.clear()
    searcher.drive.tally = Tally(80, 45, 40)

    # When the scan makes more searchable
    searcher.find.take_event(IndexChanged(files=80, read=40))
    searcher.find.take_event(IndexChanged(files=80, read=45))
    searcher.settle()

    # Then the index is read anew, asked once, and the same file is still looked at
    assert searcher.drive.asked[:2] == ["refresh", "find genogram"]
    assert searcher.drive.asked.count("find genogram") == 1
    assert searcher.find.chosen
    assert searcher.find.chosen.path == FORM
    assert searcher.find.tally == (45, 80)


def test_more_rows_are_asked_for_when_the_end_is_near(searcher: Searcher) -> None:
    # Given a list of fifty out of sixty
    searcher.types("practice")
    assert len(searcher.paths) == 50

    # When it is scrolled to its end
    searcher.find.search.more()
    searcher.settle()

    # Then the rest is there
    assert len(searcher.paths) == 60


def test_filters_narrow_without_a_word_typed(searcher: Searcher) -> None:
    # When somebody chooses a shelf
    searcher.find.search.narrow(Filters(folders=frozenset({"Community"})))
    searcher.settle()

    # Then all of it is shown
    assert searcher.paths == ["Community/Food banks and free meals.pdf"]


def test_counts_are_there_before_anything_is_typed(searcher: Searcher) -> None:
    # When nothing was typed yet, then the filters can be opened all the same
    assert dict(searcher.find.search.counts.kinds)[Kind.PDF] == 3


def test_clearing_goes_back_to_the_beginning(searcher: Searcher) -> None:
    # Given a narrowed search
    searcher.types("genogram")
    searcher.find.search.narrow(Filters(kinds=frozenset({Kind.PDF})))
    searcher.settle()

    # When it is cleared
    searcher.find.clear()
    searcher.settle()

    # Then nothing is asked and nothing looked at
    assert searcher.find.search.is_empty
    assert searcher.find.search.results is None
    assert searcher.find.chosen is None


def test_near_spellings_are_asked_only_where_nothing_was_found(searcher: Searcher) -> None:
    # Given a drive that knows a near spelling
    searcher.drive.spellings = ("genogram",)

    # When somebody types what is not there
    searcher.types("zzz")

    # Then it is offered
    assert searcher.find.search.near == ("genogram",)
    searcher.types("genogram")
    assert searcher.drive.asked.count("near genogram") == 0


def test_search_only_for_what_was_typed_puts_it_in_quotes(searcher: Searcher) -> None:
    # Given a search that was corrected
    searcher.types("genogrm")

    # When somebody wants just what they typed
    searcher.find.say_exactly()

    # Then it is asked in quotes
    assert searcher.find.search.query.text == '"genogrm"'


def test_a_personal_file_is_never_previewed(searcher: Searcher) -> None:
    # Given a filled-in form among the results
    searcher.types("genogram")
    personal = next(hit for hit in searcher.find.search.hits if hit.personal)
    searcher.drive.asked.clear()

    # When it is looked at
    searcher.find.choose(personal)
    searcher.settle()

    # Then its facts are known and its content is not asked for
    assert searcher.find.preview.facts
    assert searcher.find.preview.shown is None
    assert not [asked for asked in searcher.drive.asked if asked.startswith("preview")]


def test_the_same_hit_is_drawn_again_when_other_words_are_typed(searcher: Searcher) -> None:
    # Given a hit found by its beginning
    searcher.types("geno")

    # When the word is typed to its end
    searcher.types("genogram")

    # Then the preview marks the whole word
    assert isinstance(searcher.find.preview.shown, ShownText)
    assert '<span class="mark">genogram</span>' in searcher.find.preview.shown.pieces[0]


def test_further_pages_are_added_when_they_come_into_sight(searcher: Searcher) -> None:
    # Given a form of five pages, two of them drawn
    searcher.types("assessment")
    added: list[ShownPages] = []
    searcher.find.preview.pages_added.connect(added.append)

    # When the third page comes into sight
    searcher.find.preview.want_page(2)
    searcher.settle()

    # Then it comes, with the one after it
    assert [(pages.first, len(pages.pages)) for pages in added] == [(2, 2)]


def test_a_drive_that_is_away_is_said_in_the_preview_and_searching_goes_on(
    searcher: Searcher,
) -> None:
    # Given a drive that went away
    searcher.drive.away = True

    # When somebody searches
    searcher.types("genogram")

    # Then there are results, and the preview says why it is empty
    shown = searcher.find.preview.shown
    assert searcher.paths
    assert isinstance(shown, NoPreview)
    assert shown.reason is Reason.UNREACHABLE
    assert "VPN" in shown.detail


def test_a_drive_that_came_back_is_drawn_again(searcher: Searcher) -> None:
    # Given a preview that could not be drawn
    searcher.drive.away = True
    searcher.types("genogram")
    searcher.drive.away = False

    # When the drive answers again
    searcher.find.take_event(DriveFound())
    searcher.settle()

    # Then the preview is there
    assert isinstance(searcher.find.preview.shown, ShownText)


def test_opening_that_fails_becomes_a_notice(searcher: Searcher) -> None:
    # Given a file on a drive that went away
    searcher.types("genogram")
    searcher.drive.away = True

    # When it is opened
    searcher.find.open_best()
    searcher.settle()

    # Then a notice says so
    assert searcher.person.complaints == ["The drive does not answer."]


def test_a_star_shows_at_once_and_is_kept(searcher: Searcher) -> None:
    # When somebody stars a file
    searcher.find.acts.toggle_star(GUIDE)
    starred_at_once = searcher.find.acts.starred
    searcher.settle()

    # Then it showed before it was kept, and it is on the start page
    assert starred_at_once == {GUIDE}
    assert searcher.drive.stars == [GUIDE]
    assert searcher.find.start.start
    assert [each.listed.path for each in searcher.find.start.start.starred] == [GUIDE]


def test_a_star_that_cannot_be_kept_goes_again(searcher: Searcher) -> None:
    # Given a disk that is full
    searcher.drive.disk_is_full = True

    # When somebody stars a file
    searcher.find.acts.toggle_star(GUIDE)
    searcher.settle()

    # Then the star goes and a notice says why
    assert searcher.find.acts.starred == frozenset()
    assert searcher.person.complaints == ["The disk is full."]


def test_a_copy_goes_to_the_place_that_was_chosen(searcher: Searcher) -> None:
    # When somebody fills in a copy
    searcher.find.acts.fill_in_copy(GUIDE)
    searcher.settle()

    # Then the notice says where it is, and that the original is as it was
    assert searcher.drive.asked[0] == f"copy {GUIDE}"
    assert searcher.person.suggested == Path("/home/janet/Genogram guide - Guidance.docx")
    [notice] = searcher.person.notices
    assert "Genogram.docx is in /home/janet. The original was not touched." in notice


def test_no_place_chosen_means_no_copy(searcher: Searcher) -> None:
    # Given somebody who changes their mind
    searcher.person.place = None

    # When they are asked for a place
    searcher.find.acts.fill_in_copy(GUIDE)
    searcher.settle()

    # Then nothing was copied
    assert not [asked for asked in searcher.drive.asked if asked.startswith("copy")]


def test_another_drive_answers_what_was_typed(searcher: Searcher) -> None:
    # Given a search on one drive
    searcher.types("genogram")
    other = MadeUpDrive([MadeUpFile("Elsewhere/Genogram.docx", "A genogram.")])

    # When another drive is opened
    searcher.find.use(other.look, other.act)
    searcher.settle()

    # Then the words are asked of that one
    assert searcher.paths == ["Elsewhere/Genogram.docx"]


def test_what_is_typed_before_a_drive_is_open_is_asked_when_it_is() -> None:
    # Given a window that was quicker than the drive
    jobs, drive = HeldJobs(), MadeUpDrive()
    find = a_find_view_model(jobs)
    find.search.type("genogram")
    assert jobs.held == []

    # When the drive is open
    find.use(drive.look, drive.act)
    jobs.run_all()

    # Then the results are there
    assert find.search.hits[0].path == GUIDE


def test_a_look_is_noted_once_when_what_is_new_was_seen(searcher: Searcher) -> None:
    # When the start page is seen twice
    searcher.find.start.seen()
    searcher.find.start.seen()
    searcher.settle()

    # Then the look is noted once
    assert searcher.drive.looks == 1
