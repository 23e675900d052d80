"""How a drive is kept, and how it stands: every rule in words, with what it finds."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from librarian.application.leftovers import LeftoverStore
from librarian.application.managed import Managed
from librarian.application.reviewing import Review, Reviewer
from librarian.application.ruling import Checked, InForce, RuleBook
from librarian.application.waiving import Waivers
from librarian.domain.errors import LibrarianError
from librarian.domain.principles import AnyRule, Mode
from librarian.domain.scope_choices import ScopeChoices


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """One rule and how the drive stands on it.

    `found` need a look, `waived` are left until a day. For a rule that is off, `found` is what it
    would find.
    """

    rule: AnyRule
    found: int
    waived: int = 0


@dataclass(frozen=True, slots=True)
class HowWeKeepThisDrive:
    """What everybody reads: the rules that are on, those that are offered, and how it stands."""

    in_force: InForce
    kept: tuple[RuleStanding, ...]
    offered: tuple[RuleStanding, ...]

    @property
    def found(self) -> int:
        """How much needs a look, all in all."""
        return sum(each.found for each in self.kept)


class DriveRules(Protocol):
    """What everybody may know of the rules."""

    def standing(self) -> HowWeKeepThisDrive:
        """Every rule, and how the drive stands on it now."""

    def sheet(self) -> Path:
        """How the drive is kept, as one printed side: where it lies."""

    def scope_choices(self) -> ScopeChoices:
        """What there is on the drive that a rule can be kept to."""

    def try_rule(self, rule: AnyRule) -> Checked:
        """What would change if this rule were in force as it is here."""

    def set_rule(self, rule: AnyRule, note: str, seen: str) -> None:
        """Put one rule in force; `seen` is the entry of the rules that the person saw."""

    def try_file(self) -> Checked:
        """What would change if the file that was edited by hand were in force."""

    def take_over(self, seen: str) -> None:
        """Put the file that was edited by hand in force; `seen` is the digest of what was tried."""

    def put_back(self) -> None:
        """Have the file say again what is in force."""


@dataclass(frozen=True, slots=True)
class RuleKeeping:
    """The rules of one drive, what they find, and what is left for a while."""

    reviewer: Reviewer
    book: RuleBook
    waivers: Waivers
    managed: Managed
    close: Callable[[], None]
    store: LeftoverStore
    print_sheet: Callable[[HowWeKeepThisDrive], Path]
    """Makes one printed side of it, and tells where it lies."""

    def sheet(self) -> Path:
        """How the drive is kept, as one printed side: where it lies."""
        return self.print_sheet(self.standing())

    def scope_choices(self) -> ScopeChoices:
        """What there is on the drive that a rule can be kept to."""
        return self.reviewer.scope_choices()

    def try_rule(self, rule: AnyRule) -> Checked:
        """What would change if this rule were in force as it is here."""
        self.managed.refresh()
        return self.book.try_rule(self.reviewer, rule)

    def set_rule(self, rule: AnyRule, note: str, seen: str) -> None:
        """Put one rule in force, and hold the drive against it.

        Raises LibrarianError where others hold by now, or this person may not.
        """
        self.book.set_rule(rule, note=note, seen=seen)
        self.reviewer.follow()

    def try_file(self) -> Checked:
        """What would change if the file that was edited by hand were in force."""
        self.managed.refresh()
        return self.book.check(self.reviewer)

    def take_over(self, seen: str) -> None:
        """Put the file that was edited by hand in force, and hold the drive against it.

        Raises LibrarianError where it is another than the one that was tried.
        """
        self.book.publish(seen=seen)
        self.reviewer.follow()

    def put_back(self) -> None:
        """Have the file say again what is in force."""
        self.book.put_back()

    def review(self) -> Review:
        """Hold the drive against its rules, with what others decided meanwhile.

        On a drive nobody looks after, and while it is away, what is known here counts.
        """
        with suppress(LibrarianError):
            self.managed.refresh()
        return self.reviewer.review()

    def standing(self) -> HowWeKeepThisDrive:
        """Every rule, and how the drive stands on it now."""
        review = self.review()
        found = Counter(each.code for each in review.findings)
        waived = Counter(each.code for each, _ in review.waived)
        in_force = self.book.in_force()
        on = [rule for rule in in_force.rules if rule.is_on]
        off = [rule for rule in in_force.rules if not rule.is_on]
        would = self.reviewer.would_count(_tried(off))
        return HowWeKeepThisDrive(
            in_force,
            tuple(RuleStanding(rule, found[rule.code], waived[rule.code]) for rule in on),
            tuple(RuleStanding(rule, would.get(rule.code, 0)) for rule in off),
        )


def _tried(rules: list[AnyRule]) -> list[AnyRule]:
    return [replace(rule, mode=Mode.ADVISE) for rule in rules]
