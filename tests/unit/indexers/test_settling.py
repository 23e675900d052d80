"""A flurry of changes becomes one burst."""

from indexers.settling import LONGEST_SECONDS, QUIET_SECONDS, Burst


def test_changes_close_together_are_one_burst() -> None:
    # Given a program that saves in three steps
    burst = Burst()
    for step in range(3):
        burst.add(frozenset({"Forms"}), step * 0.1)

    # When it has been quiet for long enough
    left = burst.seconds_left(0.2 + QUIET_SECONDS)

    # Then the burst is over, with its folder once
    assert left == 0
    assert burst.take() == frozenset({"Forms"})
    assert burst.seconds_left(9) is None


def test_a_burst_that_never_ends_is_passed_on_in_parts() -> None:
    # Given a long copy that never pauses
    burst = Burst()
    moments = [0.1 * step for step in range(40)]
    for moment in moments:
        burst.add(frozenset({"Forms"}), moment)

    # When the longest time has passed
    left = burst.seconds_left(LONGEST_SECONDS)

    # Then it is passed on all the same
    assert left == 0
