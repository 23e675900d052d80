"""Leaves a finding for a while: for a reason that everybody can read, until a day."""

from collections.abc import Callable
from datetime import date, timedelta

from librarian.application.carrying_out import Hands
from librarian.application.ports import Clock
from librarian.application.reviewing import Reviewer
from librarian.domain.acts_rules import Waived
from librarian.domain.errors import LibrarianError
from librarian.domain.findings import Finding
from librarian.domain.ledger import Entry


class Waivers:
    """Puts waivers on record."""

    def __init__(
        self,
        *,
        reviewer: Reviewer,
        hands: Hands,
        clock: Clock,
        looks_personal: Callable[[str], bool],
    ) -> None:
        self._reviewer = reviewer
        self._hands = hands
        self._clock = clock
        self._looks_personal = looks_personal

    def waive(self, finding: str, *, because: str, until: date) -> Entry:
        """Leave the finding with this id until a day, inclusive.

        Raises LibrarianError where there is none, or the reason or the day will not do.
        """
        reason = because.strip()
        if not reason:
            raise LibrarianError("A reason is needed.", "Say in a few words why it is left.")
        if self._looks_personal(reason):
            raise LibrarianError(
                "The reason seems to name a person.",
                "Everybody can read it: leave out names, numbers and dates of birth.",
            )
        if until < self._clock.now().date():
            raise LibrarianError("This day has passed.", "Choose a day to come.")
        found = self._found(finding)
        with self._hands.keeping():
            return self._hands.record(Waived(found.id, found.code, reason, until.isoformat()))

    def end(self, finding: str) -> Entry:
        """Leave the finding with this id no longer; it needs a look again from now on.

        Raises LibrarianError where it is not left.
        """
        found = self._found(finding)
        if found.id not in self._reviewer.waivers():
            raise LibrarianError("It is not left any more.", "It needs a look as it is.")
        yesterday = self._clock.now().date() - timedelta(days=1)
        with self._hands.keeping():
            return self._hands.record(Waived(found.id, found.code, "", yesterday.isoformat()))

    def _found(self, name: str) -> Finding:
        review = self._reviewer.found()
        known = (*review.findings, *(each for each, _ in review.waived))
        fitting = [each for each in known if name and each.id.startswith(name.strip().lower())]
        if len(fitting) != 1:
            raise LibrarianError(
                "Nothing with this number needs a look.",
                "Look at the drive's review again: librarian review.",
            )
        return fitting[0]
