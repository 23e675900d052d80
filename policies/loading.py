"""Collects every principle there is, and how they stand on the first day."""

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import policies
from librarian.domain.principles import AnyPrinciple, AnyRule
from librarian.domain.rules import read_rules
from policies import principles


@cache
def load_principles() -> Sequence[AnyPrinciple]:
    """Return the PRINCIPLE of every module in policies.principles, by code."""
    names = sorted(module.name for module in pkgutil.iter_modules(principles.__path__))
    modules = (importlib.import_module(f"{principles.__name__}.{name}") for name in names)
    return tuple(sorted((module.PRINCIPLE for module in modules), key=lambda each: each.code))


def default_text() -> str:
    """Return the rules of the first day, as a team's own file would have them."""
    return files(policies).joinpath("principles.toml").read_text("utf-8")


def default_rules() -> Sequence[AnyRule]:
    """Return the rules of the first day, one for each principle."""
    return read_rules(default_text(), load_principles()).rules
