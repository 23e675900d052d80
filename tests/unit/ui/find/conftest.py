"""Somebody who searches."""

import pytest

from tests.support.find_searcher import Searcher


@pytest.fixture
def searcher() -> Searcher:
    return Searcher()
