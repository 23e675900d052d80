"""Old presentations: what the last edit shows, not what earlier ones left behind."""

from indexers.extractors.ppt import extract
from librarian.domain.extraction import Reason, Source
from tests.support.compounds import compound
from tests.support.extracting import refused, shapes
from tests.support.old_files import ppt


def test_only_living_slides_are_read() -> None:
    # Given two slides, and one that was deleted but still lies in the file
    data = ppt([("Thresholds", "Early help"), ("Next steps", "Talk")], deleted="Old slide")

    # When it is read, then the deleted one is gone, and titles are headings
    assert shapes(extract(Source("a.ppt", data))) == [
        ("heading", "Thresholds"),
        ("paragraph", "Early help"),
        ("heading", "Next steps"),
        ("paragraph", "Talk"),
    ]


def test_where_the_directory_is_broken_all_text_counts() -> None:
    # Given a presentation whose directory leads nowhere
    record = b"\0\0\xa0\x0f\x08\0\0\0" + "Help".encode("utf-16-le")
    slide = b"\x0f\0\xee\x03" + len(record).to_bytes(4, "little") + record
    data = compound({"PowerPoint Document": slide, "Current User": b"\xff" * 40})

    # When it is read, then its text is there
    assert extract(Source("a.ppt", data)).text.strip() == "Help"


def test_locked_and_empty_presentations_have_their_reasons() -> None:
    # Given a locked and an empty presentation, when they are read, then the reasons are right
    assert refused(extract, ppt([("a", "b")], locked=True)) is Reason.PASSWORD
    assert refused(extract, ppt([])) is Reason.EMPTY
