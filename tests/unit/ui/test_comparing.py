"""Two versions side by side: what changed is marked word by word, the rest is left out."""

from librarian.application.about import Comparison, Pair, Turn
from ui.kit.comparing import marked, rows


def test_only_the_words_that_changed_are_marked() -> None:
    # Given a line with one word changed
    pair = Pair(Turn.CHANGED, "Draw two generations.", "Draw three generations.")

    # When both sides are marked
    before, after = marked(pair)

    # Then each side marks its own word and nothing else
    assert before == 'Draw <span class="out">two</span> generations.'
    assert after == 'Draw <span class="in">three</span> generations.'


def test_what_comes_out_of_a_file_is_never_markup() -> None:
    # Given a line that looks like markup
    pair = Pair(Turn.ADDED, "", "<img src=x> & more")

    # When it is marked
    before, after = marked(pair)

    # Then it is shown as it was written
    assert before == "&nbsp;"
    assert after == '<span class="in">&lt;img src=x&gt; &amp; more</span>'


def test_cells_of_a_table_are_told_apart() -> None:
    # Given a row of a table, when it is shown
    [before, _] = marked(Pair(Turn.SAME, "Square\tMale", "Square\tMale"))

    # Then there is a line between its cells
    assert before == "Square &nbsp;|&nbsp; Male"


def test_long_stretches_without_a_change_are_one_line() -> None:
    # Given ten lines that are the same before one that was taken out
    same = tuple(Pair(Turn.SAME, f"Line {n}", f"Line {n}") for n in range(10))
    comparison = Comparison(same=False, pairs=(*same, Pair(Turn.REMOVED, "Gone", "")))

    # When the rows are made
    made = list(rows(comparison))

    # Then only the line before the change is shown of them
    assert len(made) == 3
    assert "9 lines that did not change" in made[0]
    assert "Line 9" in made[1]
    assert "Gone" in made[2]


def test_the_same_is_said_in_words() -> None:
    # Given two versions that say the same, when their rows are made
    [row] = rows(Comparison(same=True))

    # Then a sentence says so
    assert "Every word is the same." in row
