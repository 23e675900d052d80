"""Rows of a table: narrowed, sorted, grouped under headings, folded and opened."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.kit.rows import FITS, Columns, Grouping, Rows


@dataclass(frozen=True)
class Fruit:
    name: str
    colour: str
    weight: int


PEAR, PLUM, LIME = Fruit("Pear", "green", 9), Fruit("Plum", "blue", 5), Fruit("Lime", "green", 4)
COLUMNS: Columns[Fruit] = Columns(
    ("Name", "Weight"),
    lambda each: (each.name, f"{each.weight} g"),
    lambda each: (each.name.casefold(), f"{each.weight:03}"),
    lambda each: each.name,
)
BY_COLOUR: Grouping[Fruit] = Grouping(
    lambda each: each.colour,
    lambda each: each.weight,
    lambda words, rows: f"{words} ({len(rows)})",
    lambda words, rows, is_open: f"{len(rows)} of {words}{', open' if is_open else ''}",
)


def some_rows(*fruit: Fruit) -> Rows[Fruit]:
    rows = Rows(COLUMNS)
    # asks the model as views do, and fails where its answers do not fit together
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)
    rows.show_rows(fruit or (PEAR, PLUM, LIME))
    return rows


def told(rows: Rows[Fruit]) -> list[object]:
    """What stands in the first column."""
    return [rows.data(rows.index(row, 0)) for row in range(rows.rowCount())]


def test_rows_are_sorted_by_what_a_column_is_sorted_by() -> None:
    rows = some_rows()
    rows.sort(1, Qt.SortOrder.AscendingOrder)
    assert told(rows) == ["Lime", "Plum", "Pear"]
    rows.sort(0, Qt.SortOrder.DescendingOrder)
    assert told(rows) == ["Plum", "Pear", "Lime"]


def test_headings_stand_over_their_rows_the_worst_and_most_first() -> None:
    # Given rows, when they are grouped, then the group with what weighs least comes first
    rows = some_rows()
    rows.group(BY_COLOUR)
    assert told(rows) == ["green (2)", "Pear", "Lime", "blue (1)", "Plum"]

    # And with the worst in both, the one that has most
    rows.show_rows((PEAR, LIME, Fruit("Sloe", "blue", 4), Fruit("Kale", "green", 7)))
    assert told(rows) == ["green (3)", "Pear", "Lime", "Kale", "blue (1)", "Sloe"]

    # And ungrouped again, no heading is left
    rows.group(None)
    assert told(rows) == ["Pear", "Lime", "Sloe", "Kale"]


def test_headings_are_folded_and_opened_and_stay_so() -> None:
    # Given grouped rows, when a heading is folded
    rows = some_rows()
    rows.group(BY_COLOUR)
    rows.fold(0, is_open=False)
    assert told(rows) == ["green (2)", "blue (1)", "Plum"]

    # Then it is so after rows came afresh and were sorted
    rows.show_rows((PEAR, PLUM))
    rows.sort(0)
    assert told(rows) == ["blue (1)", "Plum", "green (1)"]
    rows.fold_all(is_open=True)
    assert rows.shown == 2
    assert rows.rowCount() == 4
    rows.fold_all(is_open=False)
    assert not rows.has_open


def test_what_cannot_be_seen_at_once_is_folded_from_the_start() -> None:
    rows = some_rows(*(Fruit(f"Plum {at}", "blue", 5) for at in range(FITS)), LIME)
    rows.group(BY_COLOUR)
    assert told(rows) == ["green (1)", f"blue ({FITS})"]

    # But what words have narrowed to what fits is open
    rows.narrow(lambda each: each.name in {"Lime", "Plum 3"})
    assert told(rows) == ["green (1)", "Lime", "blue (1)", "Plum 3"]


def test_a_heading_stands_for_everything_in_it_and_says_so() -> None:
    rows = some_rows()
    rows.group(BY_COLOUR)
    green = rows.heading(0)
    assert green is not None
    assert green.words == "green"
    assert rows.heading(1) is None
    assert rows.heading_over(2) == 0
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert rows.data(rows.index(0, 0), spoken) == "2 of green, open"
    assert rows.standing_for([2, 0]) == [PEAR, LIME]
    assert rows.standing_for([3, 2]) == [LIME, PLUM]


def test_rows_and_headings_are_found_again_by_name() -> None:
    rows = some_rows()
    rows.group(BY_COLOUR)
    names = {rows.name(2), rows.name(3)}
    rows.narrow(lambda each: each.name != "Pear")
    assert [rows.data(rows.index(row, 0)) for row in rows.named(names)] == ["Lime", "blue (1)"]


fruits = st.builds(
    Fruit, st.sampled_from(["Pear", "Plum", "Lime"]), st.sampled_from("gb"), st.integers(1, 9)
)


@given(st.lists(fruits, max_size=12), st.integers(1, 9), st.booleans(), st.integers(0, 1))
def test_nothing_is_lost_or_doubled_by_grouping(
    given_rows: list[Fruit], most: int, grouped: bool, column: int
) -> None:
    # Given any rows, narrowed, sorted and perhaps grouped and folded
    rows = Rows(COLUMNS)
    rows.group(BY_COLOUR if grouped else None)
    rows.show_rows(given_rows)
    rows.narrow(lambda each: each.weight <= most)
    rows.sort(column, Qt.SortOrder.AscendingOrder)
    rows.fold_all(is_open=False)

    # When everything is chosen, then that is everything that is to be shown, each once
    chosen = rows.standing_for(range(rows.rowCount()))
    wanted = [each for each in given_rows if each.weight <= most]
    assert len(chosen) == rows.shown
    assert sorted(map(str, chosen)) == sorted(map(str, {id(e): e for e in wanted}.values()))
