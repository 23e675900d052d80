"""What a rule can be kept to is what lies on the drive."""

from librarian.domain.kinds import Kind
from librarian.domain.scope_choices import scope_choices

FILES = (
    "Forms/Assessments/Chronology template.docx",
    "Forms/Consent form.docx",
    "Games/Old/Feelings bingo.pdf",
    "Read me.txt",
)


def test_kinds_and_folders_are_those_of_the_drive() -> None:
    # Given a small drive, when it is asked what it offers
    choices = scope_choices(FILES)

    # Then there is what it holds, and nothing else
    assert choices.kinds == {Kind.WORD: 2, Kind.PDF: 1, Kind.TEXT: 1}
    assert set(choices.folders.by_key.values()) == {
        "Forms",
        "Forms/Assessments",
        "Games",
        "Games/Old",
    }


def test_a_place_is_found_however_it_is_written() -> None:
    # Given a small drive
    choices = scope_choices(FILES)

    # When people write a place in their own way
    found = [
        choices.folders.called("\\forms\\ASSESSMENTS\\ "),
        choices.anything.called("read me.TXT"),
        choices.folders.called("Read me.txt"),
        choices.folders.called("Nowhere"),
    ]

    # Then it is spelled as on the drive; a file is no folder
    assert found == ["Forms/Assessments", "Read me.txt", "", ""]


def test_places_are_offered_by_any_part_of_them_the_shortest_first() -> None:
    # Given a small drive
    choices = scope_choices(FILES)

    # When somebody writes parts of a path, then at most so many that hold them are offered
    assert choices.anything.like("old ga", 5) == ["Games/Old", "Games/Old/Feelings bingo.pdf"]
    assert choices.folders.like("", 2) == ["Forms", "Games"]
