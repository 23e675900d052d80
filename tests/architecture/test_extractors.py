"""A format is one module that exports EXTRACTOR; no two claim the same kind of file."""

import importlib
import pkgutil
from collections import Counter
from typing import Final

import pytest

import indexers.extractors
from librarian.domain.extraction import Extractor
from tests.support.sources import ROOT

NAMES: Final = sorted(found.name for found in pkgutil.iter_modules(indexers.extractors.__path__))


def extractor(name: str) -> object:
    return getattr(importlib.import_module(f"indexers.extractors.{name}"), "EXTRACTOR", None)


@pytest.mark.parametrize("name", NAMES)
def test_each_module_exports_an_extractor(name: str) -> None:
    # Given what a module of the folder exports
    exported = extractor(name)

    # When it is looked at, then it is an extractor that reads something
    assert isinstance(exported, Extractor)
    assert exported.media_types


def test_no_two_extractors_read_the_same_kind_of_file() -> None:
    # Given all extractors
    found = [exported for name in NAMES if isinstance(exported := extractor(name), Extractor)]

    # When their names and media types are counted
    claimed = Counter(media_type for each in found for media_type in each.media_types)
    named = Counter(each.name for each in found)

    # Then nothing is there twice
    assert [one for one, times in (claimed + named).items() if times > 1] == []


def test_every_module_in_the_folder_is_found() -> None:
    # Given the files of the folder
    files = {path.stem for path in (ROOT / "indexers/extractors").glob("*.py")}

    # When the plug-ins are listed the way the program lists them, then they are the same
    assert files - {"__init__"} == set(NAMES)
