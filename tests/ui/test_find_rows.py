"""How a row of the results is laid out."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRectF

from librarian.domain.kinds import Kind
from librarian.domain.searching import Hit, State
from ui.find.results_delegate import ResultsDelegate
from ui.find.results_model import Row, row_of
from ui.kit.states import state_width
from ui.kit.theme import Theme

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


@pytest.fixture
def row() -> Row:
    """A file that looks like the latest, with other versions under it."""
    hit = Hit(1, "Forms/Safety plan.docx", "", Kind.WORD, NOW, 10, 1.0)
    plain = row_of(replace(hit, state=State.LOOKS_NEWEST), NOW, starred=False)
    return replace(plain, others="12 other versions")


@pytest.mark.parametrize("width", [800, 400, 260])
def test_other_versions_never_lie_over_the_badge(theme: Theme, row: Row, width: int) -> None:
    # Given a list of this width
    delegate = ResultsDelegate(theme)

    # When a row is laid out
    others = delegate.others_place(QRectF(0, 0, width, 78), row)

    # Then the badge ends before the words about other versions begin
    assert row.look is not None
    assert others is not None
    text_begins = theme.px(18) + theme.px(32)
    assert others.left() >= text_begins + state_width(row.look, theme)
