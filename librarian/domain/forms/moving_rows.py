"""Where answers stand once a row of a repeat is taken out, or put back."""

from librarian.domain.forms.form import Spot


def without(spot: Spot, repeat: Spot, row: int) -> Spot | None:
    """Return a spot once that row is gone; None where it stood in it."""
    number = _row(spot, repeat)
    if number is None or number < row:
        return spot
    return None if number == row else (*repeat, number - 1, *spot[len(repeat) + 1 :])


def beside(spot: Spot, repeat: Spot, row: int) -> Spot:
    """Return a spot once a row was put there."""
    number = _row(spot, repeat)
    if number is None or number < row:
        return spot
    return (*repeat, number + 1, *spot[len(repeat) + 1 :])


def _row(spot: Spot, repeat: Spot) -> int | None:
    """In which row of the repeat a spot stands; None where it does in none."""
    at = len(repeat)
    number = spot[at] if spot[:at] == repeat and len(spot) > at else None
    return number if isinstance(number, int) else None
