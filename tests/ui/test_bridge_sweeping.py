"""Garbage is collected in the window's thread, a little at a time."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from ui.bridge.sweeping import WHOLE_EVERY, Sweeper


class _Ring:
    """Holds itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def eager_thresholds() -> Iterator[None]:
    """Every generation is due whenever anything was made."""
    before = gc.get_threshold()
    gc.set_threshold(1, 0, 0)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("qapp", "eager_thresholds")
def test_what_is_young_is_freed_by_the_next_sweep() -> None:
    # Given something that nobody needs any more
    sweeper = Sweeper()
    left = ref(_Ring())

    # When the sweeper comes by
    sweeper.sweep()

    # Then it is gone
    assert left() is None


@pytest.mark.usefixtures("qapp", "eager_thresholds")
def test_all_there_is_is_looked_through_only_now_and_then() -> None:
    # Given something old that nobody needs any more
    sweeper = Sweeper()
    old = _Ring()
    left = ref(old)
    gc.collect(0)
    gc.collect(1)
    del old

    # When the sweeper comes by until the next time would be the long one
    for _ in range(WHOLE_EVERY - 1):
        sweeper.sweep()
    before = left()
    sweeper.sweep()

    # Then only the long one looked at it
    assert before is not None
    del before
    for _ in range(WHOLE_EVERY):
        sweeper.sweep()
    assert left() is None
