"""One rule is set from the window: what was told before came true, and others' changes are seen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from librarian.application.rulekeeping import RuleKeeping
from librarian.bootstrap import LocalDesk
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.kinds import Kind
from librarian.domain.principles import AnyRule, Mode, Scope
from tests.acceptance.conftest import Librarian


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A drive that somebody looks after, with one name that is not plain."""
    made = tmp_path / "drive"
    (made / "Forms").mkdir(parents=True)
    for name in ("Plan FINAL.txt", "Leaflet.txt"):
        (made / "Forms" / name).write_text(f"Words of {name}.", "utf-8")
    program = Librarian(made, tmp_path / "home")
    assert program.run("adopt", str(made), "--name", "Team").returncode == 0
    program.json("scan")
    return made


@pytest.fixture
def keeping(drive: Path, tmp_path: Path) -> Iterator[RuleKeeping]:
    """Its rules."""
    with LocalDesk(tmp_path / "home").catalogued(drive) as opened:
        yield opened.rules


def rule(keeping: RuleKeeping, code: str, mode: Mode) -> AnyRule:
    """A rule as it is, kept in another way."""
    [found] = [each for each in keeping.book.in_force().rules if each.code == code]
    return replace(found, mode=mode)


def test_what_was_told_before_comes_true(keeping: RuleKeeping) -> None:
    # Given a rule that is off, and what would change with it
    names = rule(keeping, "NAM01", Mode.ENFORCE)
    would = keeping.try_rule(names)

    # When it is set
    keeping.set_rule(names, "Names first.", "")

    # Then just that is found, and the rules of the first day hold on
    found = {each.id for each in keeping.review().findings if each.code == "NAM01"}
    in_force = keeping.book.in_force()
    assert found == {each.id for each in would.appear}
    assert (len(found), would.by_itself, in_force.note, in_force.edited) == (
        1,
        1,
        "Names first.",
        False,
    )
    assert rule(keeping, "DUP01", Mode.PROPOSE) in in_force.rules


def test_who_saw_older_rules_is_told(keeping: RuleKeeping) -> None:
    # Given rules that changed since somebody looked
    keeping.set_rule(rule(keeping, "NAM01", Mode.ADVISE), "", "")

    # When they set another with what they saw, then it is not set
    with pytest.raises(ChangedError):
        keeping.set_rule(rule(keeping, "FOL01", Mode.ADVISE), "", "")
    assert not rule(keeping, "FOL01", Mode.OFF).is_on


def test_an_edit_by_hand_is_never_written_over_unasked(keeping: RuleKeeping, drive: Path) -> None:
    # Given a file of rules that was published, and then edited by hand
    keeping.set_rule(rule(keeping, "NAM01", Mode.ADVISE), "", "")
    file = drive / ".librarian" / "rules" / "principles" / "principles.toml"
    agreed = file.read_bytes()
    file.write_text('[FOL01]\nmode = "advise"\n', "utf-8")
    seen = keeping.book.in_force().entry

    # When a rule is set in the window, then that is refused and the edit still there
    with pytest.raises(LibrarianError, match="by hand"):
        keeping.set_rule(rule(keeping, "DAT01", Mode.ADVISE), "", seen)
    assert "FOL01" in file.read_text("utf-8")

    # When it is put back, then the file says what was agreed, and nothing else was decided
    keeping.put_back()
    assert (file.read_bytes(), keeping.book.in_force().entry) == (agreed, seen)
    assert not keeping.book.in_force().edited


def test_only_the_file_that_was_looked_at_is_taken_over(keeping: RuleKeeping, drive: Path) -> None:
    # Given a file that was edited by hand and looked at
    keeping.set_rule(rule(keeping, "NAM01", Mode.ADVISE), "", "")
    file = drive / ".librarian" / "rules" / "principles" / "principles.toml"
    file.write_text('[FOL01]\nmode = "advise"\n', "utf-8")
    seen = keeping.try_file().digest

    # When it was edited again, then it does not count; the one that was seen does
    file.write_text('[FOL02]\nmode = "advise"\n', "utf-8")
    with pytest.raises(ChangedError):
        keeping.take_over(seen)
    keeping.take_over(keeping.try_file().digest)
    assert rule(keeping, "FOL02", Mode.ADVISE) in keeping.book.in_force().rules


def test_where_a_rule_holds_counts_when_it_is_tried(keeping: RuleKeeping, drive: Path) -> None:
    # Given a rule that would find one Word-like name in Forms, and what the drive offers
    choices = keeping.scope_choices()
    names = rule(keeping, "NAM01", Mode.PROPOSE)
    places = {
        "its folder": Scope(folders=("Forms",)),
        "its kind": Scope(kinds=("text",)),
        "another kind": Scope(kinds=("pdf",)),
        "another type": Scope(types=("Guidance",)),
        "left alone": Scope(excepted=("Forms/Plan FINAL.txt",)),
    }

    # When it is tried for each of some places
    found = {
        name: len(keeping.try_rule(replace(names, scope=scope)).appear)
        for name, scope in places.items()
    }

    # Then it counts just there, and what was set is in the file and holds
    assert (set(choices.kinds), set(choices.folders.by_key.values())) == ({Kind.TEXT}, {"Forms"})
    assert found == {
        "its folder": 1,
        "its kind": 1,
        "another kind": 0,
        "another type": 0,
        "left alone": 0,
    }
    keeping.set_rule(replace(names, scope=places["another kind"]), "", "")
    file = drive / ".librarian" / "rules" / "principles" / "principles.toml"
    assert 'kinds = ["pdf"]' in file.read_text("utf-8")
    assert not [each for each in keeping.review().findings if each.code == "NAM01"]


def test_months_that_are_set_count_wherever_a_review_is_due(drive: Path, tmp_path: Path) -> None:
    # Given a form that was confirmed today, and a rule by which forms have twelve months
    with LocalDesk(tmp_path / "home").catalogued(drive) as opened:
        opened.history.publisher.approve("Forms/Leaflet.txt")
        [form] = opened.history.managed.documents.by_id.values()
        before = opened.history.owners.due(form)
        reminders = rule(opened.rules, "REM01", Mode.ADVISE)
        reminders = replace(reminders, terms=replace(reminders.terms, first=95))
        early = opened.rules.try_rule(reminders).appear

        # When Business Support set another number of months for its type
        rev01 = rule(opened.rules, "REV01", Mode.PROPOSE)
        terms = replace(rev01.terms, resource=3, form=3)
        opened.rules.set_rule(replace(rev01, terms=terms), "", "")

        # Then it is due by that, reminded of by that, and so is the next after “still right”
        after = opened.history.owners.due(form)
        [reminded] = opened.rules.try_rule(reminders).appear
        opened.history.owners.review(form.path)
        [looked_at] = opened.history.managed.documents.by_id.values()
        assert (early, reminded.subject) == ((), form.path)
        assert before is not None
        assert after is not None
        assert before > after
        assert looked_at.review_set == after
