"""Which places are told as copies of a document."""

from librarian.application.registrar_editions import copies_of
from librarian.domain.documents import Document, Status, Version
from librarian.domain.lineage import Copy, Edition, Known, Lineage, Looks

HOME = "Forms/Report.docx"
PRINTED = "Forms/Report.pdf"
PUT_AWAY = "Archive/Forms/Report v1.0.docx"


def test_a_version_on_record_is_no_copy_of_the_current_one() -> None:
    # Given a form whose PDF says nearly the same as it and its former version in the archive
    copies = (Copy(2, PRINTED, "the same version as PDF"), Copy(3, PUT_AWAY, "nearly the same"))
    edition = Edition(1, HOME, 1, "", Looks.ONLY, "", copies)
    lineage = Lineage("a", "Report", Known.INFERRED, (edition,), 0)
    former = Version("1", "v1.0", Status.ARCHIVED, "b" * 64, "", PUT_AWAY, 1, 2, "Janet", "")
    current = Version("2", "v1.1", Status.APPROVED, "c" * 64, "", HOME, 2, None, "Janet", "")
    document = Document("d", HOME, (former, current))

    # When its copies are told, then what is on record as another version is none of them
    assert [each.path for each in copies_of(lineage, HOME, document)] == [PRINTED]
    assert [each.path for each in copies_of(lineage, HOME)] == [PRINTED, PUT_AWAY]
