"""Words are marked where they stand, and nothing that a file says is taken as HTML."""

from librarian.domain.extraction import Block, Shape
from ui.find.marking import marked
from ui.find.typesetting import typeset


def test_what_a_file_says_is_never_html() -> None:
    # When a text with tags and a mark is made into HTML
    html = marked("<b>genogram</b> & co", [(3, 11)])

    # Then only our own tags are in it
    assert html == "&lt;b&gt;<b>genogram</b>&lt;/b&gt; &amp; co"


def test_marks_that_do_not_fit_are_left_out() -> None:
    assert marked("genogram", [(4, 2), (0, 3), (2, 5), (6, 99)]) == "<b>gen</b>ogram"


def test_blocks_become_headings_lists_and_tables() -> None:
    # Given a document with one of each
    blocks = (
        Block(Shape.TITLE, "Guide"),
        Block(Shape.ASIDE, "page 1"),
        Block(Shape.HEADING, "Part", 2),
        Block(Shape.ITEM, "one"),
        Block(Shape.ITEM, "two"),
        Block(Shape.ROW, "a\tb"),
        Block(Shape.ROW, "c"),
        Block(Shape.BREAK, "Sheet 2"),
    )

    # When it is typeset
    [html] = typeset(blocks, ("two",))

    # Then each is what it is, and the shorter row is filled up
    assert "<h1>Guide</h1>" in html
    assert '<p class="aside">page 1</p>' in html
    assert "<h3>Part</h3>" in html
    assert '<ul><li>one</li><li><span class="mark">two</span></li></ul>' in html
    assert "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>&nbsp;</td></tr>" in html
    assert '<p class="break">Sheet 2</p>' in html


def test_a_long_document_comes_in_pieces_that_hold_all_of_it() -> None:
    # Given a document of two hundred rows
    blocks = [Block(Shape.ROW, f"row {number}") for number in range(200)]

    # When it is typeset
    pieces = typeset(blocks, ())

    # Then no piece holds too much, and together they hold all
    assert [piece.count("<tr>") for piece in pieces] == [80, 80, 40]


def test_a_break_before_anything_breaks_nothing() -> None:
    slides = (Block(Shape.BREAK, ""), Block(Shape.PARAGRAPH, "One"), Block(Shape.BREAK, ""))
    assert typeset(slides, ()) == ("<p>One</p><hr/>",)
