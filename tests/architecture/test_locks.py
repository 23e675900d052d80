"""The locks name every library by hash, none by address, and agree with pyproject.toml."""

import re
from typing import Final

import pytest
from packaging.requirements import Requirement

from installer.locks import CHOICES
from tests.support.sources import ROOT, project

PINNED: Final = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ \\;]+)", re.MULTILINE)


def text(lock: str) -> str:
    return (ROOT / lock).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    return {found["name"]: found["version"] for found in PINNED.finditer(text(lock))}


@pytest.mark.parametrize("lock", CHOICES)
def test_a_lock_names_no_address(lock: str) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|@ ", text(lock))


@pytest.mark.parametrize("lock", CHOICES)
def test_every_library_of_a_lock_has_hashes(lock: str) -> None:
    # Given the entries of a lock
    entries = re.split(r"\n(?=[a-z])", text(lock))
    libraries = [entry for entry in entries if "==" in entry.splitlines()[0]]

    # When each is looked at, then each has a hash
    assert len(libraries) == len(pins(lock)) > 0
    assert [entry for entry in libraries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", [lock for lock in CHOICES if lock != "requirements.txt"])
def test_the_other_locks_hold_all_of_the_one_for_use(lock: str) -> None:
    assert pins("requirements.txt").items() <= pins(lock).items()


@pytest.mark.parametrize(
    ("lock", "group"),
    [
        ("requirements.txt", ""),
        ("requirements-dev.txt", "dev"),
        ("installer/requirements.txt", "installer"),
    ],
)
def test_a_lock_is_not_older_than_what_it_is_made_from(lock: str, group: str) -> None:
    # Given what pyproject.toml asks for
    asked = project()["dependency-groups"][group] if group else project()["project"]["dependencies"]
    locked = pins(lock)

    # When each is looked for in the lock
    lacking = [
        requirement
        for requirement in map(Requirement, asked)
        if not requirement.specifier.contains(locked.get(requirement.name.lower(), "0"))
    ]

    # Then each is there in a version that fits
    assert lacking == [], "run: python run.py lock"
