"""What is typed is found, looked at and opened, whatever comes in between."""

import pytest

from librarian.application.ports import Tally
from librarian.domain.events import IndexChanged
from librarian.domain.kinds import Kind
from librarian.domain.searching import Filters
from tests.support.find_fakes import MadeUpDrive
from tests.support.find_files import MadeUpFile
from tests.support.find_people import HeldJobs, a_find_view_model
from tests.support.find_searcher import FORM, GUIDE, Searcher
from ui.find.preparing import ShownText

pytestmark = pytest.mark.usefixtures("qapp")


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
