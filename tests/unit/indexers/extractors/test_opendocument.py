"""OpenDocument texts and presentations."""

from indexers.extractors import odp, odt
from librarian.domain.extraction import Reason, Source
from tests.support.extracting import refused, shapes
from tests.support.files import opendocument


def test_headings_lists_tables_and_blanks_are_read() -> None:
    # Given a text with a title by style, a heading, a list, a table, and counted blanks
    body = (
        '<text:p text:style-name="P1">Minutes</text:p>'
        '<text:h text:outline-level="2">Who came</text:h>'
        "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell>"
        "<table:table-cell/><table:table-cell><text:p>Role</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        '<text:p>a<text:s text:c="3"/>b<text:tab/>c</text:p>'
    )
    automatic = '<style:style style:name="P1" style:parent-style-name="Title"/>'

    # When it is read, then each is what it is
    found = odt.extract(Source("a.odt", opendocument("text", body, automatic=automatic)))
    assert shapes(found) == [
        ("title", "Minutes"),
        ("heading", "Who came"),
        ("item", "One"),
        ("row", "Name\t\tRole"),
        ("paragraph", "a b c"),
    ]


def test_asides_are_kept_and_deleted_text_is_not() -> None:
    # Given a comment, a footnote, a text box, a described picture and a tracked deletion
    body = (
        "<text:tracked-changes><text:deletion><text:p>old</text:p></text:deletion>"
        "</text:tracked-changes>"
        "<text:p>Text<office:annotation><dc:creator>JB</dc:creator><dc:date>2024</dc:date>"
        "<text:p>Is this so?</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Note</text:p></text:note-body></text:note>"
        "<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box>"
        "<svg:desc>A family tree</svg:desc></draw:frame></text:p>"
    )
    margins = "<style:header><text:p>Northam</text:p></style:header><text:p>Sample</text:p>"

    # When it is read
    found = odt.extract(Source("a.odt", opendocument("text", body, styles=margins)))

    # Then only what people wrote is there
    assert shapes(found) == [
        ("aside", "Is this so?"),
        ("aside", "Note"),
        ("aside", "Box"),
        ("aside", "A family tree"),
        ("paragraph", "Text"),
        ("aside", "Northam"),
    ]


def test_what_the_file_says_of_itself_is_kept() -> None:
    # Given a text with properties, when it is read
    said = odt.extract(Source("a.odt", opendocument("text", "<text:p>a</text:p>"))).properties

    # Then they are known
    assert (said.title, said.author, said.template) == ("Genogram guide", "Janet Brown", "Form")
    assert (said.created, said.revision) == ("2024-03-12T09:00:00", "7")


def test_slides_have_breaks_titles_and_notes() -> None:
    # Given a slide with a title, a text box and notes
    body = (
        '<draw:page draw:name="p1"><draw:frame presentation:class="title"><draw:text-box>'
        "<text:p>Thresholds</text:p></draw:text-box></draw:frame>"
        '<draw:frame presentation:class="outline"><draw:text-box><text:p>Early help</text:p>'
        "</draw:text-box></draw:frame>"
        "<presentation:notes><draw:frame><draw:text-box><text:p>Ask</text:p></draw:text-box>"
        "</draw:frame></presentation:notes></draw:page>"
    )

    # When it is read
    found = odp.extract(Source("a.odp", opendocument("presentation", body)))

    # Then a break comes first, the title is a heading, the notes are an aside
    assert found.blocks[0].shape.value == "break"
    assert shapes(found) == [
        ("heading", "Thresholds"),
        ("paragraph", "Early help"),
        ("aside", "Ask"),
    ]


def test_a_drawing_is_read_like_a_slide() -> None:
    # Given a leaflet that was drawn
    body = "<draw:page><draw:frame><draw:text-box><text:p>Food bank</text:p></draw:text-box>"
    data = opendocument("drawing", f"{body}</draw:frame></draw:page>")

    # When it is read, then its words are there
    assert shapes(odp.extract(Source("a.odg", data))) == [("paragraph", "Food bank")]


def test_locked_and_empty_texts_have_their_reasons() -> None:
    # Given an encrypted and an empty text
    locked = opendocument("text", "", manifest="<encryption-data/>")
    empty = opendocument("text", "<text:p/>")

    # When they are read, then the reasons are right
    assert refused(odt.extract, locked) is Reason.PASSWORD
    assert refused(odt.extract, empty) is Reason.EMPTY
