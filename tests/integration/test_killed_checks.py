"""An automatic check that is really killed loses nothing; the next one ends what it began."""

import sys
from pathlib import Path
from random import Random

import pytest

from benchmarks.killed_checks import kill

DEATHS = 2


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by a signal here")
def test_killed_at_random_points_the_check_loses_nothing(tmp_path: Path) -> None:
    # Given a drive whose copies are set aside, and colleagues who save in between
    # When the check is killed at random points, and then left to end
    outcome = kill(tmp_path, DEATHS, Random(7), copies=3)

    # Then it really died so often, and every content is there, none half moved
    assert outcome.deaths == DEATHS
    assert outcome.lost == outcome.half_moved == 0
    assert outcome.ledger_is_whole
