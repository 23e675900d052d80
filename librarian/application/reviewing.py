"""Holds the drive against its rules: all of it at first, then only what a change touches.

A finding keeps its identity and the day it was first found from review to review; it opens, is
left for a while, and closes by itself. What was found is this desk's own view.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Final

from librarian.application.managed import Managed
from librarian.application.ports import Bus, Clock
from librarian.application.reviewing_ports import (
    Print,
    Replaced,
    ReviewStore,
    SinceBook,
    Whole,
)
from librarian.application.unswept import unswept
from librarian.domain.acts_rules import Waived
from librarian.domain.catalogue_view import (
    CatalogueView,
    SeenFile,
    SeenFolder,
    a_view,
    folders_of,
    recorded_of,
)
from librarian.domain.clocks import moment
from librarian.domain.document_types import AskMonths, DocumentType
from librarian.domain.documents import Document
from librarian.domain.events import ReviewFinished
from librarian.domain.findings import Finding, Waiver
from librarian.domain.leftovers import Leftover
from librarian.domain.principles import AnyRule, Unit
from librarian.domain.scope_choices import ScopeChoices, scope_choices

REVISION: Final = 2
"""Raised when principles find otherwise than before: everything is reviewed again."""

_MANY: Final = 2_000
"""So many changed files are reviewed together with everything else."""
_log = logging.getLogger(__name__)

Rules = Callable[[], Sequence[AnyRule]]
"""The rules in force."""


@dataclass(frozen=True, slots=True)
class Review:
    """What needs a look, by code and subject, and what is left until a day.

    `opened` and `closed` count what changed since the review before; `looked_at` counts files.
    """

    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    opened: int = 0
    closed: int = 0
    looked_at: int = 0


@dataclass(frozen=True, slots=True)
class Followed:
    """How many findings came and went, and how many files were looked at for it."""

    opened: int = 0
    closed: int = 0
    looked_at: int = 0


class Reviewer:
    """Reviews one drive, and knows what was found."""

    def __init__(
        self,
        *,
        store: ReviewStore,
        managed: Managed,
        rules: Rules,
        book: SinceBook,
        clock: Clock,
        bus: Bus,
        months: AskMonths,
    ) -> None:
        self._store = store
        self._managed = managed
        self._rules = rules
        self._book = book
        self._clock = clock
        self._bus = bus
        self._months = months
        self._tried: tuple[str, Mapping[str, int]] | None = None

    def review(self) -> Review:
        """Hold the catalogue, as it is now, against every rule that is on; tell what is found."""
        followed = self.follow()
        return replace(
            self.found(),
            opened=followed.opened,
            closed=followed.closed,
            looked_at=followed.looked_at,
        )

    def follow(self) -> Followed:
        """Bring what is known up to date; after a change only what it touches is looked at."""
        rules = tuple(rule for rule in self._rules() if rule.is_on)
        stamp = self._stamp(rules)
        if stamp != self._store.stamp() or self._store.count_due() > _MANY:
            with unswept():
                followed = self._review_everything(rules, stamp)
        else:
            followed = self._review_changes(rules)
        self._bus.publish(ReviewFinished(followed.opened, followed.closed))
        return followed

    def found(self) -> Review:
        """What the last review found, without looking again."""
        waivers = self.waivers()
        findings = self._store.findings()
        return Review(
            findings=tuple(each for each in findings if each.id not in waivers),
            waived=tuple((each, waivers[each.id]) for each in findings if each.id in waivers),
        )

    def waivers(self) -> Mapping[str, Waiver]:
        """The waivers that hold today, by finding; the last word on each."""
        said: dict[str, Waiver] = {}
        for entry, act in self._managed.acts:
            if isinstance(act, Waived) and (until := _day(act.until)):
                said[act.finding] = Waiver(
                    act.finding,
                    act.code,
                    act.because,
                    until,
                    entry.who,
                    entry.stamp.milliseconds,
                )
        today = self._today()
        return {name: waiver for name, waiver in said.items() if waiver.holds_on(today)}

    def scope_choices(self) -> ScopeChoices:
        """What there is on the drive that a rule can be kept to."""
        return scope_choices(self._store.paths())

    def would_find(self, rules: Sequence[AnyRule]) -> tuple[Finding, ...]:
        """What these rules would find on the whole drive now; nothing is kept of it."""
        [found] = self.would_find_each([rules])
        return found

    def would_find_each(self, some: Iterable[Sequence[AnyRule]]) -> tuple[tuple[Finding, ...], ...]:
        """What each of some sets of rules would find; the drive is read once for all of them."""
        view = self._view_of(self._store.whole())
        return tuple(
            tuple(each for rule in rules for each in _held_against(rule, view) or ())
            for rules in some
        )

    def would_count(self, rules: Sequence[AnyRule]) -> Mapping[str, int]:
        """How much each of these rules would find; counted again only after something changed."""
        tried = self._stamp(rules)
        if self._tried is None or self._tried[0] != tried:
            counted = Counter(each.code for each in self.would_find(rules))
            self._tried = tried, counted
        return self._tried[1]

    def enforced(self) -> tuple[Finding, ...]:
        """What the automatic check may do something about, of what was found and is not left."""
        rules = {rule.code: rule for rule in self._rules()}
        return tuple(
            each
            for each in self.found().findings
            if each.proposed and each.code in rules and rules[each.code].enforces(each)
        )

    def _review_everything(self, rules: Sequence[AnyRule], stamp: str) -> Followed:
        self._tried = None
        whole = self._store.whole()
        view = self._view_of(whole)
        before = {each.id: each for each in self._store.findings()}
        found = list(_all_found(rules, view, before.values()))
        known = {**self._book.load(), **{each.id: each.since for each in before.values()}}
        dated = self._dated(found, known)
        self._store.begin_anew(whole, tuple(dated.values()), _prints(self._documents()), stamp)
        self._book.save({name: each.since for name, each in dated.items()})
        opened = sum(name not in before for name in dated)
        return Followed(opened, len(before) - (len(dated) - opened), len(whole.files))

    def _review_changes(self, rules: Sequence[AnyRule]) -> Followed:
        before, now = self._store.prints(), _prints(self._documents())
        changed = {name for name, each in now.items() if before.get(name) != each}
        gone = before.keys() - now.keys()
        if not changed and not gone and not self._store.count_due():
            return Followed()
        self._tried = None
        places = {before[name].path for name in changed | gone if name in before}
        documents = [each for each in self._documents() if each.id in changed]
        part = self._store.part(documents, places)
        touched = _touched(self._documents(), changed, part.paths)
        left = [each for each in self._left_behind() if each.path in part.paths]
        view = self._view(part.files, touched, part.folders, left)
        where = {
            Unit.FILE: part.paths,
            Unit.FOLDER: {folder.path for folder in part.folders},
            Unit.DOCUMENT: places | {each.path for each in touched},
        }
        results = {rule.code: (rule, _held_against(rule, view)) for rule in rules}
        subjects = {
            code: where[rule.principle.unit]
            for code, (rule, found) in results.items()
            if found is not None
        }
        old = {each.id: each.since for each in self._store.subjects(Replaced(subjects, ()))}
        found = [each for _, some in results.values() for each in some or ()]
        dated = self._dated(found, old)
        replaced = Replaced(subjects, tuple(dated.values()))
        self._store.revise(part, replaced, {name: now[name] for name in changed}, gone)
        opened = {name: each.since for name, each in dated.items() if name not in old}
        closed = len(old) - (len(dated) - len(opened))
        if opened:
            self._book.add(opened)
        return Followed(len(opened), closed, len(part.files))

    def _dated(self, found: Iterable[Finding], known: Mapping[str, int]) -> dict[str, Finding]:
        """Return findings, by what names them, with the day they were first found."""
        now = int(self._clock.now().timestamp() * 1000)
        each_once = {finding.id: finding for finding in found}
        return {n: replace(each, since=known.get(n, now)) for n, each in each_once.items()}

    def _view_of(self, whole: Whole) -> CatalogueView:
        folders = folders_of(whole.files)
        return self._view(whole.files, self._documents(), folders, self._left_behind())

    def _view(
        self,
        files: Sequence[SeenFile],
        documents: Sequence[Document],
        folders: Sequence[SeenFolder],
        leftovers: Sequence[Leftover],
    ) -> CatalogueView:
        known = self._managed.documents
        return a_view(
            self._clock.now(),
            files,
            folders=folders,
            documents=documents,
            recorded=recorded_of(known.by_id.values()),
            folder_owners={path: each.owner for path, each in known.folder_owners.items()},
            asked=self._asked(),
            leftovers=leftovers,
            months=self._months(),
        )

    def _documents(self) -> Sequence[Document]:
        return tuple(self._managed.documents.by_id.values())

    def _left_behind(self) -> Sequence[Leftover]:
        """What was left before today; what is younger comes and goes all day."""
        today = self._today()
        return [each for each in self._store.leftovers() if moment(each.modified).date() < today]

    def _asked(self) -> frozenset[str]:
        wishes = self._managed.documents.wishes
        return frozenset(wish.path for wish in wishes if wish.kind == "accessasked")

    def _stamp(self, rules: Sequence[AnyRule]) -> str:
        """Return what a review goes by, beside files and documents: rules, day, folders."""
        owners = self._managed.documents.folder_owners
        told = [
            REVISION,
            self._today(),
            *((rule.code, rule.terms, rule.mode, rule.scope) for rule in rules),
            *map(self._months(), DocumentType),
            *sorted((path, each.owner) for path, each in owners.items()),
            *sorted(self._asked()),
            *self._left_behind(),
        ]
        return sha256("\n".join(map(repr, told)).encode("utf-8", "replace")).hexdigest()

    def _today(self) -> date:
        return self._clock.now().date()


def _held_against(rule: AnyRule, view: CatalogueView) -> list[Finding] | None:
    """Return what a rule finds; None where it failed: one bad rule never stops a review."""
    try:
        return list(rule.review(view))
    except Exception:  # noqa: BLE001 - told in the log; what it found before stays
        _log.exception("The rule %s failed.", rule.code)
        return None


def _all_found(
    rules: Sequence[AnyRule], view: CatalogueView, before: Iterable[Finding]
) -> Iterable[Finding]:
    kept = list(before)
    for rule in rules:
        found = _held_against(rule, view)
        yield from [each for each in kept if each.code == rule.code] if found is None else found


def _touched(
    documents: Sequence[Document], changed: Iterable[str], paths: Iterable[str]
) -> list[Document]:
    """Return documents that changed, or whose file did."""
    names, places = set(changed), set(paths)
    return [each for each in documents if each.id in names or each.path in places]


def _prints(documents: Iterable[Document]) -> dict[str, Print]:
    return {each.id: Print(each.path, _sum(each)) for each in documents}


def _sum(document: Document) -> str:
    return sha256(repr(document).encode("utf-8", "replace")).hexdigest()[:16]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
