"""Rows follow what was found; a row that is looked at stays the same row."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from librarian.domain.kinds import Kind
from librarian.domain.searching import Hit, Snippet, State
from ui.find.results_model import ResultsModel, Row, row_of

pytestmark = pytest.mark.usefixtures("qapp")

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


def a_row(file: int) -> Row:
    hit = Hit(file, f"Forms/Safety_plan {file}.docx", "", Kind.WORD, NOW, 10, 1.0)
    return row_of(hit, NOW, starred=False)


def rows_of(model: ResultsModel) -> list[int]:
    return [row.hit.file for row in model.by_file().values()]


def test_a_row_is_said_in_full() -> None:
    # Given a starred, personal, current file
    row = a_row(7)
    full = replace(row, starred=True, hit=replace(row.hit, personal=True, state=State.CURRENT))

    # Then a screen reader says all of it
    assert full.spoken == (
        "Safety plan 7, Word document, Forms, Today 14:30, Current, starred, "
        "Holds personal details: text not shown"
    )


def test_snippets_and_stars_come_to_their_rows() -> None:
    # Given two rows
    model = ResultsModel()
    tester = QAbstractItemModelTester(model)
    model.replace([a_row(1), a_row(2)])

    # When a snippet comes for one, none for the other, and a star
    model.show_snippets({1: Snippet("Who keeps the child safe?")}, frozenset({1, 2}))
    model.show_stars(frozenset({"Forms/Safety_plan 2.docx"}))

    # Then the rows say so
    first, second = model.row(0), model.row(1)
    assert first
    assert second
    assert (first.snippet, first.bare) == (Snippet("Who keeps the child safe?"), False)
    assert (second.bare, second.starred) == (True, True)
    assert model.data(model.index(0), int(Qt.ItemDataRole.AccessibleTextRole)) == first.spoken
    assert tester.model() is model


@given(
    st.lists(st.integers(0, 12), unique=True),
    st.lists(st.integers(0, 12), unique=True),
)
def test_rearranging_ends_as_the_new_answer_says_and_moves_rows_with_their_index(
    before: list[int], after: list[int]
) -> None:
    # Given rows, each with somebody pointing at it
    model = ResultsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace([a_row(file) for file in before])
    pointers = {file: QPersistentModelIndex(model.index(n)) for n, file in enumerate(before)}

    # When the same question has another answer
    model.rearrange([a_row(file) for file in after])

    # Then the rows are as it says, and who pointed at a file that stayed still does
    assert rows_of(model) == after
    for file, pointer in pointers.items():
        assert (pointer.row() if pointer.isValid() else -1) == (
            after.index(file) if file in after else -1
        )
    assert tester.model() is model
