"""Has each thing in the archive say why it is there, what to use instead, and how it comes back.

The labels follow from the ledger: whoever writes them, and however often, they are the same.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from librarian.application.managed import Managed
from librarian.application.publishing import is_archived
from librarian.domain.acts import Approved, Archived, Restored
from librarian.domain.acts_plans import Agreed, Carried
from librarian.domain.clocks import moment
from librarian.domain.documents import Done
from librarian.domain.documents_together import counting
from librarian.domain.errors import LibrarianError
from librarian.domain.paths import key
from librarian.domain.plans import ChangeKind

_REPLACED = "It was replaced."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Label:
    """Why a file lies in the archive. `entry` undoes it; `instead` is the file to use now."""

    path: str
    came_from: str
    when: datetime
    who: str
    because: str
    entry: str
    instead: str = ""


class LabelFiles(Protocol):
    """Where labels are written."""

    def write(self, labels: Mapping[str, Label]) -> None:
        """Write what these files in the archive say, by path; drop labels of what is gone."""


class Labeller:
    """Keeps the labels of the archive."""

    def __init__(self, *, managed: Managed, files: LabelFiles) -> None:
        self._managed = managed
        self._files = files

    def labels(self) -> dict[str, Label]:
        """Every file that acts put into the archive, by its path; the last word on each."""
        acts = counting(self._managed.acts)
        found = {each.path: each for each in self._of_acts(acts)}
        found |= {each.path: each for each in _of_plans(acts)}
        for path in _taken_back(acts):
            found.pop(path, None)
        return {path: each for path, each in found.items() if is_archived(path)}

    def label(self, path: str) -> Label | None:
        """Why the file at path is in the archive, or None."""
        wanted = key(path)
        return next((each for each in self.labels().values() if key(each.path) == wanted), None)

    def refresh(self) -> None:
        """Write the labels; where the drive does not take them, they are written another time."""
        try:
            self._files.write(self.labels())
        except LibrarianError as error:
            _log.info("The archive could not be labelled: %s.", type(error).__name__)

    def _of_acts(self, acts: Sequence[Done]) -> Iterator[Label]:
        for entry, act in acts:
            at = moment(entry.stamp.milliseconds * 1_000_000)
            if isinstance(act, Archived):
                document = self._managed.document(act.document)
                instead = document.path if document and document.current else ""
                because = act.note or "It is not the current version."
                yield Label(act.to, act.path, at, entry.who, because, entry.id, instead)
            elif isinstance(act, Approved | Restored) and act.archived:
                document = self._managed.document(act.document)
                now = document.path if document else act.path
                yield Label(act.archived, act.path, at, entry.who, _REPLACED, entry.id, now)


def _of_plans(acts: Sequence[Done]) -> Iterator[Label]:
    agreed = {entry.id: act for entry, act in acts if isinstance(act, Agreed)}
    for entry, act in acts:
        plan = agreed.get(act.intent) if isinstance(act, Carried) else None
        if plan is None or not isinstance(act, Carried):
            continue
        at = moment(entry.stamp.milliseconds * 1_000_000)
        for number in act.done:
            change = plan.changes[number]
            if change.kind is ChangeKind.ARCHIVE:
                yield Label(
                    change.to, change.path, at, entry.who, change.value, entry.id, change.other
                )


def _taken_back(acts: Sequence[Done]) -> Iterator[str]:
    """What undoing took out of the archive, unless it was put there again later."""
    agreed = {entry.id: act for entry, act in acts if isinstance(act, Agreed)}
    lies: dict[str, bool] = {}
    for _, act in acts:
        plan = agreed.get(act.intent) if isinstance(act, Carried) else None
        if plan is None or not isinstance(act, Carried):
            continue
        for number in act.done:
            change = plan.changes[number]
            if change.is_filing:
                lies[change.path] = False
                lies[change.to] = True
    return (path for path, there in lies.items() if not there)
