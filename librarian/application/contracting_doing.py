"""Makes one change of a plan, and tells which act was put on record for it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from librarian.application.carrying_out import Hands
from librarian.application.filing_ports import FilesToMove
from librarian.application.history_ports import ManagedFiles, OwnerFiles
from librarian.application.holding import Holder
from librarian.application.managed import Managed
from librarian.application.owning import Owners
from librarian.application.publishing import Publisher
from librarian.application.restoring import Restorer
from librarian.domain.acts import Approved, Archived, Moved, Published, Restored
from librarian.domain.acts_steps import Place, Replace
from librarian.domain.documents import Document, Status
from librarian.domain.documents_together import counting
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.paths import key, name_of
from librarian.domain.plans import Change, ChangeKind
from librarian.domain.undoing import later_kindred, steps_of


@dataclass(frozen=True, slots=True)
class Deciders:
    """The services that put decisions on record."""

    publisher: Publisher
    restorer: Restorer
    holder: Holder
    owners: Owners


@dataclass(frozen=True, slots=True)
class Entered:
    """What was put on record for a change: an act, or one that does not count any more."""

    entry: str = ""
    withdrawn: str = ""


class Doer:
    """Makes changes one by one; each can be made again after a crash."""

    def __init__(
        self,
        *,
        managed: Managed,
        hands: Hands,
        moves: FilesToMove,
        files: ManagedFiles,
        owner_files: OwnerFiles,
        deciders: Deciders,
        record_links: Callable[[Change], None],
    ) -> None:
        """`record_links` keeps a file's bytes, and those with its links mended."""
        self._managed = managed
        self._hands = hands
        self._moves = moves
        self._files = files
        self._owner_files = owner_files
        self._deciders = deciders
        self._record_links = record_links

    def set_aside(self, change: Change, token: str) -> None:
        """Have the file of a change leave its place, since another gets it."""
        self._check_closed(change.path)
        self._moves.set_aside(change, token)

    def do(self, change: Change, token: str, undone: Collection[str] = ()) -> Entered:
        """Make a change; `undone` are the acts that are taken back together with it.

        Raises LibrarianError with a reason where it cannot be made; all is then as it was.
        """
        if change.kind is ChangeKind.WITHDRAW:
            return self._withdraw(change, undone)
        if change.is_filing:
            return self._file(change, token, undone)
        if change.kind is ChangeKind.RELINK:
            return self._relink(change, token)
        return Entered(self._decide(change))

    def give_up(self, change: Change, token: str) -> None:
        """Give a file that left its place for a change that cannot be made its place again."""
        self._moves.move_back(change, token)

    def _file(self, change: Change, token: str, undone: Collection[str]) -> Entered:
        if not change.aside:
            self._check_closed(change.path)
        document = self._managed.at(change.path)
        if change.back:
            self._check_last(change, undone)
            self._moves.move(change, token)
            return Entered(withdrawn=change.value)
        if document and document.held:
            raise LibrarianError(f"{document.title} is held as it is.", "Let it go first.")
        self._moves.move(change, token)
        return Entered(self._follow(change, document) if document else "")

    def _follow(self, change: Change, document: Document) -> str:
        """Put on record where a file of a document lies now; returns the entry."""
        if change.kind is ChangeKind.SET_ASIDE:
            return ""
        at_home = key(document.path) == key(change.path)
        if document.current and at_home and change.kind is not ChangeKind.ARCHIVE:
            return self._hands.record(Moved(document.id, change.to)).id
        versions = [each for each in document.versions if key(each.path) == key(change.path)]
        if not versions:
            return ""
        version = versions[-1]
        if change.kind is ChangeKind.ARCHIVE:
            return self._hands.record(
                Archived(
                    document=document.id,
                    path=change.path,
                    to=change.to,
                    sha256=version.sha256,
                    canonical=version.canonical,
                    label=version.label,
                    note=change.value,
                )
            ).id
        if version.status is not Status.DRAFT:
            return ""
        return self._hands.record(
            Published(
                document=document.id,
                path=change.to,
                sha256=version.sha256,
                canonical=version.canonical,
                label=version.label,
                note=version.note,
            )
        ).id

    def _relink(self, change: Change, token: str) -> Entered:
        """Give a file other bytes that lead elsewhere; both are in the version store by then."""
        self._check_closed(change.path)
        if not change.back:
            self._record_links(change)
        self._files.carry_out(Replace(change.path, change.sha256, change.value), token)
        if change.back:
            self._moves.give_time(change)
        return Entered()

    def _decide(self, change: Change) -> str:
        asked = self._deciders
        match change.kind:
            case ChangeKind.APPROVE:
                return asked.publisher.approve(change.path, seen=change.sha256).entry
            case ChangeKind.RESTORE:
                return asked.restorer.restore(change.path, change.value).entry
            case ChangeKind.HOLD:
                return asked.holder.hold(change.path, note=change.value).entry
            case ChangeKind.REVIEW:
                due = date.fromisoformat(change.value)
                return asked.owners.review(change.path, due=due).id
            case _ if self._managed.at(change.path):
                return asked.owners.assign(change.path, change.value, deputy=change.other).id
            case _:
                return asked.owners.assign_folder(change.path, change.value, deputy=change.other).id

    def _withdraw(self, change: Change, undone: Collection[str]) -> Entered:
        """Take the moves of a decision back; whoever records it lets it count no more."""
        self._check_last(change, undone)
        acts = self._managed.acts
        act = next((act for entry, act in acts if entry.id == change.value), None)
        found = steps_of(acts, act) if act else None
        if found and isinstance(act, (Approved, Restored, Archived)):
            self._check_as_left(act)
            intent, intended = found
            ours = (change.value, getattr(act, "before", ""))
            with self._hands.alone():
                for step in reversed(intended.steps):
                    if not (isinstance(step, Place) and self._is_anothers(step.path, ours)):
                        self._files.undo(step, intent)
        return Entered(withdrawn=change.value)

    def _is_anothers(self, path: str, ours: Collection[str]) -> bool:
        """Whether a version that other acts put at path lies there."""
        document = self._managed.at(path)
        versions = document.versions if document else ()
        return any(key(each.path) == key(path) and each.entry not in ours for each in versions)

    def _check_as_left(self, act: Approved | Restored | Archived) -> None:
        path = act.to if isinstance(act, Archived) else act.path
        if self._files.digest(path) != act.sha256:
            raise ChangedError(
                f"{name_of(path)} was changed since.", "Look at it again, then decide."
            )

    def _check_last(self, change: Change, undone: Collection[str]) -> None:
        later = later_kindred(counting(self._managed.acts), change.value, undone)
        if later:
            entry, _ = later
            raise ChangedError(
                f"{entry.who} decided something else about {name_of(change.path)} since.",
                "Undo that first, or leave it as it is.",
            )

    def _check_closed(self, path: str) -> None:
        opened = self._owner_files.who_has_open(path)
        if opened and not opened.doubtful:
            who = opened.who or "Somebody"
            raise LibrarianError(f"{who} has {name_of(path)} open.", "Have it closed, then again.")
