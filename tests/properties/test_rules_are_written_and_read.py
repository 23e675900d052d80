"""A rule that is written into a file is read back as it was set, and changes no other."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from librarian.domain.principles import AnyPrinciple, AnyRule, Mode, Rule, Scope
from librarian.domain.rules import read_rules
from librarian.domain.rules_writing import with_rule
from policies.loading import default_text, load_principles

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLACES = st.lists(st.text("ab/ é“", min_size=1, max_size=8).map(lambda each: each.strip("/")))
OF_KIND: dict[type, st.SearchStrategy[Any]] = {
    int: st.integers(0, 5000),
    bool: st.booleans(),
    str: WORDS,
    tuple: st.lists(WORDS, max_size=3).map(tuple),
    type(None): st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)),
}


@st.composite
def rules(draw: st.DrawFn) -> AnyRule:
    """A rule set in some way that its principle allows."""
    principle: AnyPrinciple = draw(st.sampled_from(load_principles()))
    set_so = {each.name: draw(OF_KIND[type(each.default)]) for each in fields(principle.terms)}
    modes = [each for each in Mode if principle.by_machine or each is not Mode.ENFORCE]
    scope = Scope(folders=tuple(draw(PLACES)), excepted=tuple(draw(PLACES)))
    return Rule(principle, principle.terms(**set_so), draw(st.sampled_from(modes)), scope)


def told(code: str, **terms: object) -> AnyRule:
    """A rule that is off, with these terms."""
    [principle] = [each for each in load_principles() if each.code == code]
    return Rule(principle, replace(principle.terms(), **terms), Mode.OFF, Scope())


@example(first=told("EVT01", what="\x85"), second=told("BRO01"))
@given(first=rules(), second=rules())
def test_what_is_written_is_what_is_read(first: AnyRule, second: AnyRule) -> None:
    # Given a file of rules with remarks, and one rule set in it
    text = with_rule(default_text(), first, load_principles())

    # When another is set
    text = with_rule(text, second, load_principles())

    # Then both are as they were set, all others as in the file, and its remarks stand
    read = read_rules(text, load_principles())
    wanted = {each.code: each for each in read_rules(default_text(), load_principles()).rules}
    wanted |= {first.code: first, second.code: second}
    assert read.problems == ()
    assert {each.code: each for each in read.rules} == wanted
    assert text.startswith("# How drive rules stand on the first day")


@given(rule=rules())
def test_a_file_written_in_another_way_is_written_anew(rule: AnyRule) -> None:
    # Given a file whose rules have no line of their own
    text = 'DUP01 = { mode = "advise", smallest = 7 }\nRET01.mode = "off"\n'

    # When a rule is set in it
    read = read_rules(with_rule(text, rule, load_principles()), load_principles())

    # Then that rule is as it was set, and the others as they were
    before = {each.code: each for each in read_rules(text, load_principles()).rules}
    assert {each.code: each for each in read.rules} == before | {rule.code: rule}


def test_a_remark_within_a_rule_stays_with_it() -> None:
    # Given a rule with a remark, and one with a remark before it
    text = '[DUP01]\n# Small files may lie anywhere.\nmode = "advise"\n\n# Owners\n[OWN01]\n'
    principles = load_principles()
    [rule] = [each for each in read_rules(text, principles).rules if each.code == "DUP01"]

    # When the rule is set
    after = with_rule(text, replace(rule, mode=Mode.PROPOSE), principles)

    # Then both remarks are where they were
    assert after == (
        '[DUP01]\n# Small files may lie anywhere.\nmode = "propose"\nsmallest = 1\n'
        "\n# Owners\n[OWN01]\n"
    )
