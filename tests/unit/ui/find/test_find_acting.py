"""Looking at a hit and doing something with it, without widgets."""

from pathlib import Path

from librarian.domain.events import DriveFound
from librarian.domain.extraction import Reason
from librarian.domain.previews import NoPreview
from tests.support.find_searcher import GUIDE, Searcher
from ui.find.preparing import ShownPages, ShownText


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
