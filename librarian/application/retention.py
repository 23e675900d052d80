"""How long what was put away is kept before two people may agree to destroy it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from librarian.application.managed import Managed
from librarian.application.publishing import is_archived
from librarian.domain.acts_away import GoneAway, SeenAway
from librarian.domain.acts_plans import Agreed, Carried
from librarian.domain.clocks import moment
from librarian.domain.document_types import due_after
from librarian.domain.paths import is_within, key
from librarian.domain.planning import QUARANTINE


@dataclass(frozen=True, slots=True)
class Retention:
    """`months` for what was replaced or archived, `aside_days` for what was set aside."""

    months: int
    aside_days: int

    def kept_until(self, path: str, since: int) -> date:
        """The first day on which what lies at path since then may be destroyed."""
        day = moment(since * 1_000_000).date()
        if is_within(path, QUARANTINE):
            return day + timedelta(days=self.aside_days)
        return due_after(day, self.months)


AskRetention = Callable[[], Retention]
"""How long things are kept, by the rules that are in force now."""


@dataclass(frozen=True, slots=True)
class PutAway:
    """A file that lies in the archive or aside; `since` is in milliseconds since 1970.

    A plan put it there, or somebody moved it by hand: then `since` is when that was first seen.
    """

    path: str
    sha256: str
    since: int
    by_hand: bool = False


def is_put_away(path: str) -> bool:
    """Whether a file lies where nobody uses it any more."""
    return is_archived(path) or is_within(path, QUARANTINE)


def put_away(managed: Managed) -> dict[str, PutAway]:
    """What plans and people put away, by the key of its place; the last time counts."""
    found = {key(each.path): each for each in _filed(managed) if is_put_away(each.path)}
    for name, each in _by_hand(managed).items():
        if name not in found or found[name].since < each.since:
            found[name] = each
    return found


def _by_hand(managed: Managed) -> dict[str, PutAway]:
    """What people moved there by hand and is there still; of two who saw it, the first counts."""
    found: dict[str, PutAway] = {}
    for entry, act in managed.acts:
        if isinstance(act, GoneAway):
            found.pop(key(act.path), None)
        elif isinstance(act, SeenAway):
            before = found.get(key(act.path))
            if before is None or before.sha256 != act.sha256:
                since = entry.stamp.milliseconds
                found[key(act.path)] = PutAway(act.path, act.sha256, since, by_hand=True)
    return found


def _filed(managed: Managed) -> Iterator[PutAway]:
    acts = managed.acts
    plans = {entry.id: act for entry, act in acts if isinstance(act, Agreed)}
    for entry, act in acts:
        agreed = plans.get(act.intent) if isinstance(act, Carried) else None
        if agreed and isinstance(act, Carried):
            for number in act.done:
                change = agreed.changes[number]
                yield PutAway(change.to, change.sha256, entry.stamp.milliseconds)
