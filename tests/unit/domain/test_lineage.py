"""Which files are versions of one document, in which order, and how sure that is."""

import pytest

from librarian.domain.dates_said import read_date
from librarian.domain.lineage import Known, Looks
from librarian.domain.lineage_members import Member
from librarian.domain.statements import Stated
from librarian.domain.words import listed
from tests.support.lineages import a_file, in_order, lineages, paths, text

GUIDE = text("genogram")
GUIDE_AFTER = GUIDE.replace("genogramthing3", "a new thing").replace("matter7", "something else")


def test_versions_by_name_are_one_document_the_highest_last() -> None:
    # Given three versions of a guide, and another document
    files = [
        a_file("Genogram guide v10.docx", f"{GUIDE} added twice {text('more', 4)}"),
        a_file("Genogram guide v2.docx", GUIDE_AFTER),
        a_file("Archive/Genogram guide v1.docx", GUIDE),
        a_file("Leave tracker.xlsx", text("leave")),
    ]

    # When they are told apart
    guide, tracker = sorted(lineages(files), key=lambda each: each.title)

    # Then the versions are in order, the newest is inferred, and the reason is in words
    assert in_order(guide) == [
        "Archive/Genogram guide v1.docx",
        "Genogram guide v2.docx",
        "Genogram guide v10.docx",
    ]
    assert guide.known is Known.INFERRED
    assert guide.newest is not None
    assert "its name says version 10, the other’s version 2" in guide.newest.why
    assert [edition.looks for edition in tracker.editions] == [Looks.ONLY]


def test_two_forms_with_one_letterhead_are_two_documents() -> None:
    # Given a team whose forms all begin and end with the same words
    letterhead = text("letterhead", 12)
    files = [
        a_file(f"{name} form.docx", f"{letterhead} {text(name, 14)}")
        for name in listed("anger bereavement contact domestic foster grief housing ill money")
    ]

    # When they are told apart, then none is a version of another
    assert len(lineages(files)) == len(files)


def test_a_word_or_two_in_common_make_no_document_of_two_names() -> None:
    # Given files that hold hardly more than a heading, under names that have nothing in common,
    # and a copy whose name says what it is a copy of
    stated = Stated(title="Test")
    files = [
        a_file("Slides with a link.ppt", "Test", stated=stated),
        a_file("Issue 20.rtf", "Test.", stated=stated),
        a_file("Currency.csv", "Code\tName"),
        a_file("Currency (from email).csv", "Code, Name"),
    ]

    # When they are told apart
    found = [paths(each) for each in lineages(files)]

    # Then only the names that speak of one thing are one document
    assert found == [
        ["Currency.csv", "Currency (from email).csv"],
        ["Issue 20.rtf"],
        ["Slides with a link.ppt"],
    ]


def test_what_a_program_fills_in_makes_no_document_of_two_names() -> None:
    # Given slides whose only words are those that a new chart comes with
    series = " ".join(
        f"Series {number} {' '.join(f'Category {each}' for each in range(1, 5))}"
        for number in range(1, 4)
    )
    files = [
        a_file("Legend of a chart.pptx", f"{series} {series}"),
        a_file("Labels of ticks.pptx", series),
    ]

    # When they are told apart, then they are two documents
    assert len(lineages(files)) == len(files)


def test_a_new_name_is_a_version_where_the_text_agrees() -> None:
    # Given a form that was called something else before
    old = a_file("Cash request v1.docx", GUIDE, stated=Stated(dated=read_date("May 2019")))
    new = a_file(
        "Section 17 money v2.docx", GUIDE_AFTER, stated=Stated(dated=read_date("May 2023"))
    )

    # When they are told apart
    [form] = lineages([old, new])

    # Then they are one document under its new name
    assert form.title == "Section 17 money"


def test_two_names_in_use_at_the_same_times_stay_two_documents() -> None:
    # Given two reports alike in half of their words, each kept up for years
    shared = text("conference", 20)
    files = [
        a_file(
            f"{name} report v{version}.docx",
            f"{shared} {text(name, 14)} {text(f'{name}{version}', 2)}",
            stated=Stated(
                title=f"{name} report", dated=read_date(f"{name_month} {2018 + version}")
            ),
        )
        for name, name_month in (("initial", "March"), ("review", "June"))
        for version in (1, 2, 3)
    ]

    # When they are told apart
    found = lineages(files)

    # Then they are two documents of three versions
    assert [len(each.editions) for each in found] == [3, 3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Duty rota October 2026", "Duty rota November 2026"),
        ("Form 7", "Form 8"),
        ("Worksheet for year 5", "Worksheet for year 6"),
    ],
)
def test_a_date_or_number_in_the_title_makes_another_document(one: str, other: str) -> None:
    # Given two of a series, alike in most of their words
    shared = text("series", 24)
    files = [
        a_file(f"{name}.docx", f"{name} {shared} {text(own, 5)}", stated=Stated(title=name))
        for name, own in ((one, "first"), (other, "second"))
    ]

    # When they are told apart, then they are two documents
    assert len(lineages(files)) == 2


def test_years_in_titles_are_one_document_only_where_much_of_the_text_agrees() -> None:
    # Given summaries of two editions of a law, and of another law's two editions
    files = [
        a_file(
            "Working Together 2018 summary.docx", GUIDE, stated=_called("Working Together 2018")
        ),
        a_file("Working Together 2023.docx", GUIDE_AFTER, stated=_called("Working Together 2023")),
        a_file("Care planning 2010.docx", text("care"), stated=_called("Care planning 2010")),
        a_file(
            "Care planning 2021.docx",
            f"{text('care', 14)} {text('planning', 16)}",
            stated=_called("Care planning 2021"),
        ),
    ]

    # When they are told apart
    found = lineages(files)

    # Then the first are versions, the others are not
    assert [len(each.editions) for each in found] == [1, 1, 2]


def _called(title: str) -> Stated:
    return Stated(title=title)


def test_copies_are_told_from_versions() -> None:
    # Given a guide with copies as people and computers make them
    files = [
        a_file("Genogram guide - Copy (2).docx", GUIDE, day=90),
        a_file("Genogram guide.docx", GUIDE),
        a_file("Old/Genogram guide.docx", GUIDE),
        a_file("Genogram guide-DESKTOP-7F3K.docx", GUIDE),
    ]

    # When they are told apart
    [guide] = lineages(files)

    # Then there is one version, and the plainest file stands for it
    assert [edition.looks for edition in guide.editions] == [Looks.ONLY]
    assert in_order(guide) == ["Genogram guide.docx"]
    assert len(paths(guide)) == 4


def test_another_format_is_the_same_version() -> None:
    # Given a guide, its print, and the same saved again in a newer format
    said = Stated(version=(2,))
    files = [
        a_file("Genogram guide.doc", f"{GUIDE} x", stated=said, created="2018-05-01T09:00:00"),
        a_file("Genogram guide.docx", GUIDE, stated=said, created="2024-05-01T09:00:00"),
        a_file("Genogram guide.pdf", f"{GUIDE} y", stated=said),
    ]

    # When they are told apart
    [guide] = lineages(files)

    # Then it has one version
    assert [edition.label for edition in guide.editions] == ["version 2"]


EARLY, LATE = "2019-05-01T09:00:00Z", "2024-05-01T09:00:00Z"


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (a_file("Guide.docx", GUIDE, day=900), a_file("Guide (1).docx", GUIDE_AFTER, day=100)),
        (a_file("Guide FINAL.docx", GUIDE), a_file("Guide.docx", GUIDE_AFTER)),
        (a_file("Guide FINAL.docx", GUIDE, day=900), a_file("Guide.docx", GUIDE_AFTER, day=100)),
        (
            a_file("Guide.docx", GUIDE, modified=LATE, day=900),
            a_file("Guide (1).docx", GUIDE_AFTER, modified=EARLY, day=100),
        ),
    ],
    ids=["changed later", "called final", "final and changed later", "saved and changed later"],
)
def test_a_later_date_of_change_or_the_word_final_never_decides(
    newer: Member, older: Member
) -> None:
    # Given two versions that differ in when they were changed and in the word FINAL
    # When it is told which is the newest
    [guide] = lineages([newer, older])

    # Then that is a question
    assert guide.known is Known.ASKED
    assert guide.newest is None
    assert guide.question == "Which of these is the one to use?"


def test_what_a_file_states_counts_more_than_when_it_was_changed() -> None:
    # Given an old version that somebody opened and saved again lately
    old = a_file("Guide.docx", GUIDE, day=9000, stated=Stated(dated=read_date("May 2019")))
    new = a_file("Guide 2.docx", GUIDE_AFTER, day=100, stated=Stated(dated=read_date("June 2024")))

    # When it is told which is the newest
    [guide] = lineages([old, new])

    # Then it is the one that says so
    assert guide.newest is not None
    assert guide.newest.path == "Guide 2.docx"
    assert "it says June 2024 inside, the other May 2019" in guide.newest.why


def test_a_draft_of_the_next_version_is_not_the_one_to_use() -> None:
    # Given a guide and a draft of its next version
    files = [
        a_file("Guide v2.docx", GUIDE, stated=Stated(version=(2,))),
        a_file("Guide v3 DRAFT.docx", GUIDE_AFTER, stated=Stated(version=(3,), draft=True)),
    ]

    # When it is told which is the newest
    [guide] = lineages(files)

    # Then it is the one before the draft
    assert guide.newest is not None
    assert guide.newest.path == "Guide v2.docx"
    assert [edition.looks for edition in guide.editions] == [Looks.NEWEST, Looks.DRAFT]


def test_a_version_marked_as_old_is_never_the_newest_while_another_is_there() -> None:
    # Given versions marked as old, and one that is not
    files = [
        a_file("Guide_old 2.docx", GUIDE, day=900),
        a_file("Guide - OLD.docx", f"{GUIDE} {text('more', 3)}", day=800),
        a_file("Guide.docx", GUIDE_AFTER, day=100),
    ]

    # When it is told which is the newest
    [guide] = lineages(files)

    # Then it is the one without a mark, and of the others the second was put aside later
    assert in_order(guide) == ["Guide - OLD.docx", "Guide_old 2.docx", "Guide.docx"]
    assert guide.known is Known.INFERRED


def test_a_handbook_that_holds_a_form_is_not_its_next_version() -> None:
    # Given a form, and a handbook that quotes it whole
    form = a_file("Visit form.docx", text("visit", 12))
    handbook = a_file("Handbook.docx", f"{text('visit', 12)} {text('handbook', 60)}")

    # When they are told apart, then they are two documents
    assert len(lineages([form, handbook])) == 2


def test_an_answer_is_no_version_of_the_message_it_quotes() -> None:
    # Given a message and its answer
    files = [
        a_file("Rooms closed.eml", GUIDE),
        a_file("RE Rooms closed.eml", f"Thank you for telling us. {GUIDE} Kind regards."),
    ]

    # When they are told apart, then they are two
    assert len(lineages(files)) == 2


def test_sheets_full_of_figures_are_not_alike_for_their_figures() -> None:
    # Given two sheets that count from one to three hundred under other heads
    figures = " ".join(map(str, range(300)))
    files = [
        a_file("Budget.xlsx", f"{text('budget', 4)} {figures}"),
        a_file("Mileage.xlsx", f"{text('mileage', 4)} {figures}"),
    ]

    # When they are told apart, then they are two documents
    assert len(lineages(files)) == 2


def test_pictures_of_one_name_with_version_marks_are_a_question() -> None:
    # Given two scans without text, named as versions
    files = [
        a_file("Office floor plan v1.png", "one"),
        a_file("Office floor plan v2.png", "two"),
    ]

    # When they are told apart
    [plan] = lineages(files)

    # Then whether they are versions is asked
    assert plan.question == "Are these versions of one document?"


def test_the_id_stays_while_newer_versions_come_and_files_move() -> None:
    # Given a guide
    first = a_file("Guide v1.docx", GUIDE)
    [before] = lineages([first])

    # When it moves to the archive and a second version comes
    [after] = lineages(
        [a_file("Archive/Guide v1.docx", GUIDE), a_file("Guide v2.docx", GUIDE_AFTER)]
    )

    # Then it is still the same document
    assert after.id == before.id
