"""What is known of a file is said in people's words; what is not known is not said."""

from librarian.application.finding import Facts
from librarian.application.ports import Record
from librarian.domain.clocks import nanoseconds
from librarian.domain.extraction import Properties, Reason
from librarian.domain.facets import Facets
from librarian.domain.files import FileState, Listed, Reading
from tests.support.find_people import NOW
from ui.find.facts import lines


def the_facts(reading: Reading | None) -> dict[str, str]:
    listed = Listed("Forms/Plan.docx", 2_048, nanoseconds(NOW))
    record = Record(1, listed, FileState.PRESENT, "", nanoseconds(NOW), 0, reading)
    return dict(lines(Facts(record, starred=False), NOW))


def test_a_file_that_was_read_tells_what_it_is() -> None:
    said = the_facts(
        Reading(
            sha256="",
            canonical="",
            media_type="",
            words=1240,
            properties=Properties(author="Janet", revision="7", template="Normal.dotm"),
            facets=Facets(("5–7",), ("Anger", "Feelings"), ("Somali",)),
        )
    )
    assert said == {
        "File": "Plan.docx",
        "Folder": "Forms",
        "Size": "2 KB",
        "Changed": "Today 14:30",
        "First seen here": "Today 14:30",
        "Author": "Janet",
        "Times saved": "7",
        "Template": "Normal.dotm",
        "Length": "1,240 words",
        "Age group": "5–7",
        "Theme": "Anger, Feelings",
        "Language": "Somali",
    }


def test_a_file_without_text_tells_why() -> None:
    reading = Reading(sha256="", canonical="", media_type="", reason=Reason.PASSWORD)
    assert the_facts(reading)["Text"] == "No text: password-protected"


def test_a_file_that_waits_says_so() -> None:
    assert the_facts(None)["Text"] == "Not looked inside yet"
