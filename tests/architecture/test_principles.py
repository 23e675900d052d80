"""A principle is one module that exports PRINCIPLE, listed nowhere; each has its case file."""

import importlib
import pkgutil
import re
from dataclasses import fields, is_dataclass
from typing import Final

import pytest

from librarian.domain.principles import AnyPrinciple, Principle, as_started
from policies import principles
from policies.loading import default_rules, load_principles
from tests.support.sources import ROOT

NAMES: Final = sorted(found.name for found in pkgutil.iter_modules(principles.__path__))
CASES: Final = ROOT / "tests" / "cases" / "principles"
AT_THE_START: Final = {"CUR01", "OWN01", "REV01", "DUP01", "PER01"}


@pytest.mark.parametrize("name", NAMES)
def test_each_module_exports_a_principle_with_its_words_and_cases(name: str) -> None:
    # Given what a module of the folder exports
    exported = getattr(importlib.import_module(f"policies.principles.{name}"), "PRINCIPLE", None)

    # When it is looked at
    assert isinstance(exported, Principle)
    rule = as_started(exported)

    # Then it has a code, words with all its terms filled in, settable terms, and a case file
    assert re.fullmatch(r"[A-Z]{3}[0-9]{2}", exported.code)
    assert name.startswith(f"{exported.code.lower()}_")
    assert all((exported.title, rule.wording, exported.why, exported.remedy))
    assert "{" not in rule.wording
    assert is_dataclass(exported.terms)
    assert (CASES / f"{name}.toml").is_file()


def test_no_two_principles_have_one_code() -> None:
    # Given all principles, when their codes are counted, then each is there once
    codes = [each.code for each in load_principles()]
    assert len(set(codes)) == len(codes) == len(NAMES)


def test_five_are_on_at_the_start_and_the_defaults_agree_with_the_modules() -> None:
    # Given the rules of the first day
    on = {rule.code for rule in default_rules() if rule.is_on}

    # When they are compared with what the modules say, then they are the same five
    assert on == AT_THE_START == {each.code for each in load_principles() if each.on}


@pytest.mark.parametrize("principle", load_principles(), ids=lambda each: str(each.code))
def test_the_documentation_says_of_each_principle_what_its_module_says(
    principle: AnyPrinciple,
) -> None:
    # Given the page of drive rules
    page = (ROOT / "docs" / "principles.md").read_text("utf-8")
    _, _, rest = page.partition(f"### {principle.code}: ")
    section = rest.partition("\n### ")[0]

    # When the section of a rule is compared with its module
    rule = as_started(principle)
    said = (principle.title, rule.wording, principle.why, principle.remedy)

    # Then all words are there, every term with its name, and whether a machine may ever do it
    assert all(words in section for words in said)
    assert all(f"`{each.name}`" in section for each in fields(principle.terms))
    assert ("Never carried out by a machine alone." in section) != principle.by_machine
