"""A person's stars and openings go with their files when a plan moved these, here or elsewhere.

Each plan on record is followed once. Where a copy was put away, the mark goes to the one to use.
"""

from collections.abc import Iterator, Mapping, Sequence

from librarian.application.belongings import Belongings
from librarian.application.managed import Managed
from librarian.domain.acts_plans import Agreed, Carried
from librarian.domain.events import DocumentsChanged, Event, PlanMade, ScanFinished
from librarian.domain.plans import Change, ChangeKind

_PUT_AWAY = frozenset({ChangeKind.ARCHIVE, ChangeKind.SET_ASIDE})


class Follower:
    """Has one person's marks follow what plans did on one drive."""

    def __init__(self, *, managed: Managed, belongings: Belongings) -> None:
        self._managed = managed
        self._belongings = belongings

    def take_event(self, event: Event) -> None:
        """Something was done on the drive: follow it."""
        if isinstance(event, DocumentsChanged | PlanMade | ScanFinished):
            self.follow()

    def follow(self) -> None:
        """Follow every plan that was not followed before, in the order in which they count."""
        known = self._belongings.followed()
        for name, moves in self._plans():
            if name not in known:
                self._belongings.follow(name, moves)

    def _plans(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        acts = self._managed.acts
        plans = {entry.id: act for entry, act in acts if isinstance(act, Agreed)}
        for entry, act in acts:
            agreed = plans.get(act.intent) if isinstance(act, Carried) else None
            if agreed and isinstance(act, Carried):
                filed = (agreed.changes[number] for number in act.done)
                yield entry.id, _moves([each for each in filed if each.is_filing])


def _moves(filed: Sequence[Change]) -> Mapping[str, str]:
    """Where the marks on these files belong afterwards."""
    places = {each.path: each.to for each in filed}
    return {each.path: _place(each, places) for each in filed}


def _place(change: Change, places: Mapping[str, str]) -> str:
    if change.kind in _PUT_AWAY and change.other:
        return places.get(change.other, change.other)
    return change.to
