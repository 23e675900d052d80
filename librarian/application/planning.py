"""Makes plans of what was proposed, and keeps them on this desk until somebody agrees to them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from librarian.application.filing_ports import FilesToMove
from librarian.application.history_ports import ManagedFiles
from librarian.application.managed import Managed
from librarian.application.ports import Catalogue, Clock, Record, Store
from librarian.application.publishing import ARCHIVE
from librarian.domain.clocks import nanoseconds
from librarian.domain.documents import Document
from librarian.domain.errors import LibrarianError
from librarian.domain.files import FileState
from librarian.domain.findings import Finding
from librarian.domain.leftovers import left_kind
from librarian.domain.paths import key, name_of
from librarian.domain.planning import Proposal, SeenFile, planned
from librarian.domain.plans import (
    Conflict,
    Plan,
    change_payload,
    changes_from,
    plan_of,
)

Widen = Callable[[Plan], Plan]
"""Adds to a plan what it calls for: links that would lead nowhere are mended."""


class DriveFacts:
    """What the catalogue and the history know of the drive at one moment, for planning.

    The essentials of all files are read at once, and all that is known of those at `paths`.
    """

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        managed: Managed,
        files: ManagedFiles,
        moves: FilesToMove,
        due: Callable[[Document], date | None],
        paths: Collection[str] = (),
    ) -> None:
        self.due = due
        self._catalogue = catalogue
        self._managed = managed
        self._moves = moves
        self.archive = files.folder(ARCHIVE)
        self._files = {
            key(path): each.file
            for path, each in catalogue.known().items()
            if each.state is FileState.PRESENT
        }
        wanted = {self._files[key(path)] for path in paths if key(path) in self._files}
        self._records = {each.file: each for each in catalogue.records(sorted(wanted))}

    def seen(self, path: str) -> SeenFile | None:
        """The file at path as it was seen last; None where none is known to be there."""
        file = self._files.get(key(path))
        if file is None:
            return self._left_behind(path)
        if file not in self._records:
            self._records.update((each.file, each) for each in self._catalogue.records([file]))
        record = self._records.get(file)
        return _seen(record) if record else None

    def _left_behind(self, path: str) -> SeenFile | None:
        """What a program left at path: no catalogue has it, so it is looked at now."""
        look = self._moves.look(path) if left_kind(name_of(path)) else None
        digest = self._moves.digest(path) if look else None
        return SeenFile(path, digest, digest, look.size, look.modified) if look and digest else None

    def is_taken(self, path: str) -> bool:
        """Whether anything lies at path, a folder too, or at a spelling of it that is known."""
        return key(path) in self._files or self._moves.look(path) is not None

    def is_file(self, path: str) -> bool:
        """Whether a file is known to lie at path."""
        return key(path) in self._files

    def document(self, path: str) -> Document | None:
        """The document that the file at path belongs to."""
        return self._managed.at(path)


def _seen(record: Record) -> SeenFile:
    listed, reading = record.listed, record.reading
    return SeenFile(
        path=listed.path,
        sha256=reading.sha256 if reading else "",
        canonical=reading.canonical if reading else "",
        size=listed.size,
        modified=listed.modified,
    )


def proposals_of(findings: Sequence[Finding], names: Collection[str] = ()) -> list[Proposal]:
    """Return what these findings propose, or those of them that are named.

    A name is a finding's id, or a rule's code for all that it found. Raises LibrarianError where
    nothing of a name needs a look.
    """
    known = {each.id for each in findings} | {each.code for each in findings}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise LibrarianError(
            f"Nothing called {unknown[0]} needs a look now.", "Ask what needs a look: review."
        )
    return [
        Proposal(action, each.id)
        for each in findings
        if not names or {each.id, each.code} & set(names)
        for action in each.proposed
    ]


class Planner:
    """Makes and keeps plans; nothing is changed on the drive."""

    def __init__(
        self,
        *,
        store: Store,
        facts: Callable[[Collection[str]], DriveFacts],
        managed: Managed,
        clock: Clock,
        widen: Widen = lambda plan: plan,
    ) -> None:
        self._store = store
        self._facts = facts
        self._managed = managed
        self._clock = clock
        self._widen = widen

    def plan(self, proposals: Iterable[Proposal]) -> Plan:
        """What these proposals come to, in order, with what cannot be done; it is kept."""
        self._managed.refresh()
        wished = list(proposals)
        facts = self._facts([each.action.path for each in wished])
        plan = self._widen(planned(wished, facts))
        self._keep(plan)
        return plan

    def without(self, plan: Plan, paths: Sequence[str]) -> Plan:
        """The plan without the changes of these files; it is kept."""
        kept = [each for each in plan.changes if each.path not in set(paths)]
        left = plan_of(kept, plan.conflicts)
        self._keep(left)
        return left

    def kept(self, name: str) -> Plan:
        """The plan of this id, as it was made here.

        Raises LibrarianError where this desk has no such plan.
        """
        document = self._store.load(name) if name.isalnum() else {}
        changes = changes_from(document.get("changes"))
        if changes is None:
            raise LibrarianError("There is no such plan on this computer.", "Make one first.")
        told = document.get("conflicts")
        conflicts = [
            Conflict(*(str(part) for part in each))
            for each in (told if isinstance(told, list) else [])
            if isinstance(each, list)
        ]
        return Plan(name, changes, tuple(conflicts))

    def _keep(self, plan: Plan) -> None:
        self._store.save(
            plan.id,
            {
                "made": nanoseconds(self._clock.now()),
                "changes": [change_payload(each) for each in plan.changes],
                "conflicts": [
                    [each.path, each.reason, each.finding, each.kind] for each in plan.conflicts
                ],
            },
        )
