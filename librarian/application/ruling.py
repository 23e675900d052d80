"""Which drive rules are in force: those that Business Support published last, else the defaults.

What counts is the content in the version store; a file that somebody edited by hand changes
nothing until it is published, and is told.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from librarian.application.carrying_out import Hands
from librarian.application.managed import Managed
from librarian.application.reviewing import Reviewer
from librarian.domain.acts_rules import RulesPublished
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.findings import Finding
from librarian.domain.ledger import Entry
from librarian.domain.principles import AnyPrinciple, AnyRule
from librarian.domain.rules import Problem, ReadRules, read_rules
from librarian.domain.rules_writing import with_rule

FOLDER: Final = "principles"
FILE: Final = "principles.toml"


class RuleFolder(Protocol):
    """The rules of a drive as files, and their contents as they were published."""

    def read(self, folder: Path | None) -> bytes | None:
        """The rule file in a folder, or in the drive's own where none is named."""

    def published(self, sha256: str) -> str | None:
        """The text that was published with this digest; None where it is lost."""

    def publish(self, text: bytes) -> str:
        """Keep the text where everybody reads it, and return its digest."""

    def digest(self, text: bytes) -> str:
        """The digest of a text."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The rules that count; `entry` is empty while the defaults do.

    `edited` tells that somebody changed the file by hand; `lost` that its content is missing.
    """

    rules: tuple[AnyRule, ...]
    entry: str = ""
    who: str = ""
    at: int = 0
    note: str = ""
    edited: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a file of rules, and what would change if it were published.

    `by_itself` counts what the automatic check would do something about without being asked.
    """

    problems: tuple[Problem, ...]
    appear: tuple[Finding, ...] = ()
    go: tuple[Finding, ...] = ()
    by_itself: int = 0
    digest: str = ""
    """Of the file; a single rule that is tried has none."""


class RuleBook:
    """Reads, checks and publishes the rules of one drive."""

    def __init__(
        self,
        *,
        managed: Managed,
        hands: Hands,
        folder: RuleFolder,
        principles: Sequence[AnyPrinciple],
        defaults: Sequence[AnyRule],
        default_text: Callable[[], str],
    ) -> None:
        self._managed = managed
        self._hands = hands
        self._folder = folder
        self._principles = principles
        self._defaults = tuple(defaults)
        self._default_text = default_text
        self._read: dict[str, ReadRules] = {}

    def rules(self) -> Sequence[AnyRule]:
        """The rules in force, one for each principle."""
        digest = self._digest()[0]
        if not digest:
            return self._defaults
        found = self._of(digest)
        return found.rules if found and not found.problems else self._defaults

    def in_force(self) -> InForce:
        """The rules in force, since when, and whether anything is odd about them."""
        digest, entry, act = self._digest()
        if entry is None or act is None:
            return InForce(self._defaults, edited=self._folder.read(None) is not None)
        lies_there = self._folder.read(None)
        return InForce(
            rules=tuple(self.rules()),
            entry=entry.id,
            who=entry.who,
            at=entry.stamp.milliseconds,
            note=act.note,
            edited=lies_there is not None and self._folder.digest(lies_there) != digest,
            lost=self._of(digest) is None,
        )

    def is_edited(self) -> bool:
        """Whether somebody changed the file of rules by hand, so that it says what does not count.

        While the drive is away, nothing is told of it.
        """
        try:
            return self.in_force().edited
        except LibrarianError:
            return False

    def check(self, reviewer: Reviewer, folder: Path | None = None) -> Checked:
        """What is wrong with the rules in a folder, and what would change with them.

        Raises LibrarianError where there are none.
        """
        text = self._text(folder)
        read = self._checked_text(text)
        if read.problems:
            return Checked(read.problems)
        found = _compared(reviewer, self.rules(), read.rules)
        return replace(found, digest=self._folder.digest(text))

    def try_rule(self, reviewer: Reviewer, rule: AnyRule) -> Checked:
        """What would change if this rule were in force as it is here."""
        before = [each for each in self.rules() if each.code == rule.code]
        return _compared(reviewer, before, [rule])

    def publish(self, folder: Path | None = None, *, note: str = "", seen: str = "") -> Entry:
        """Put the rules in a folder in force, as one who looks after the drive.

        `seen` is the digest of the file that was checked, where it was. Raises LibrarianError
        where it is another by now, where it has problems, or this person may not.
        """
        with self._hands.keeping():
            text = self._text(folder)
            if seen and self._folder.digest(text) != seen:
                raise ChangedError("The file of rules was changed since.", "Look at it again.")
            return self._publish(text, note)

    def set_rule(self, rule: AnyRule, *, note: str = "", seen: str = "") -> Entry:
        """Put one rule in force as it is here; the others stay as they are.

        `seen` is the entry of the rules that the person saw. Raises LibrarianError where others
        hold by now, or the file was edited by hand, or this person may not.
        """
        with self._hands.keeping():
            now = self.in_force()
            if now.entry != seen:
                raise ChangedError(
                    f"{now.who} changed the rules meanwhile.", "Look at them again; then set it."
                )
            if now.lost:
                raise LibrarianError(
                    "The rules that were published cannot be read.",
                    "Publish a file of rules first; otherwise the others would be lost.",
                )
            if now.edited:
                raise LibrarianError(
                    "Somebody changed the file of rules by hand.",
                    "Take that over or put it back first; the page of rules offers both.",
                )
            text = with_rule(self.text_in_force(), rule, self._principles)
            return self._publish(text.encode(), note)

    def put_back(self) -> None:
        """Have the file say again what is in force, where somebody edited it by hand."""
        with self._hands.keeping():
            text = self.text_in_force().encode()
            if self._folder.digest(text) == self._digest()[0]:
                self._folder.publish(text)
            else:
                self._publish(text, "")

    def text_in_force(self) -> str:
        """The file that counts; that of the first day where none was published, or it is lost."""
        return self._folder.published(self._digest()[0]) or self._default_text()

    def default_text(self) -> str:
        """The rules of the first day as a file, to begin with."""
        return self._default_text()

    def _publish(self, text: bytes, note: str) -> Entry:
        problems = self._checked_text(text).problems
        if problems:
            first = problems[0]
            raise LibrarianError(
                f"The rules are not right, in line {first.line}: {first.what}", first.remedy
            )
        digest = self._folder.publish(text)
        manifest = f"{digest} {FILE}"
        return self._hands.record(RulesPublished(FOLDER, manifest, note.strip()))

    def _checked_text(self, text: bytes) -> ReadRules:
        try:
            said = text.decode("utf-8-sig")
        except UnicodeDecodeError:
            problem = Problem(1, "", "It is not plain text.", "Save it as UTF-8.")
            return ReadRules(problems=(problem,))
        return read_rules(said, self._principles)

    def _text(self, folder: Path | None) -> bytes:
        text = self._folder.read(folder)
        if text is None:
            raise LibrarianError(
                f"There is no {FILE} in this folder.",
                "Name the folder that holds it. librarian principles show --as-file writes one to"
                " begin with.",
            )
        return text

    def _digest(self) -> tuple[str, Entry | None, RulesPublished | None]:
        for entry, act in reversed(self._managed.acts):
            if isinstance(act, RulesPublished) and act.folder == FOLDER:
                lines = [line.partition(" ") for line in act.manifest.split("\n")]
                digests = {name: digest for digest, _, name in lines}
                return digests.get(FILE, ""), entry, act
        return "", None, None

    def _of(self, digest: str) -> ReadRules | None:
        if digest not in self._read:
            text = self._folder.published(digest)
            if text is None:
                return None
            self._read[digest] = read_rules(text, self._principles)
        return self._read[digest]


def _compared(reviewer: Reviewer, now: Iterable[AnyRule], then: Iterable[AnyRule]) -> Checked:
    """Return what appears and goes when some rules take the place of others."""
    set_so = {rule.code: rule for rule in _on(then)}
    found = reviewer.would_find_each([_on(now), list(set_so.values())])
    before, after = map(_by_id, found)
    return Checked(
        (),
        tuple(each for name, each in after.items() if name not in before),
        tuple(each for name, each in before.items() if name not in after),
        sum(bool(each.proposed) and set_so[each.code].enforces(each) for each in after.values()),
    )


def _on(rules: Iterable[AnyRule]) -> list[AnyRule]:
    return [rule for rule in rules if rule.is_on]


def _by_id(findings: Iterable[Finding]) -> Mapping[str, Finding]:
    return {each.id: each for each in findings}
