"""Lays the sample drive with all that a made-up team has on it; few need its many writers."""

from pathlib import Path

from librarian.adapters.sample import is_made, make
from librarian.adapters.store import JsonStore
from librarian.application.ports import Clock
from librarian.bootstrap.charter import lay_sample_charter
from librarian.bootstrap.drives import place_of
from librarian.bootstrap.sample_inboxes import make_inboxes
from librarian.bootstrap.sample_minutes import SampleMinutes


def lay_sample(home: Path, place: Path, seed: int, clock: Clock) -> bool:
    """Make the sample drive at place, unless it is there; tells whether it was made now."""
    if is_made(place, seed):
        return False
    make(place, seed)
    make_inboxes(home, place)
    lay_sample_charter(home, place, seed)
    SampleMinutes(JsonStore(place_of(home, place) / "own"), clock).want()
    return True
