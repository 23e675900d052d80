"""What lies in the source tree arrives where the program is installed or packed."""

import importlib.metadata
from fnmatch import fnmatch
from pathlib import Path

import pytest

from installer.contents import data_files, licences, modules
from tests.support.sources import PACKAGES, ROOT, project


def test_every_data_file_is_named_by_the_package_data() -> None:
    # Given the patterns of the package data, and each file beside our modules
    patterns = project()["tool"]["setuptools"]["package-data"]["*"]
    files = [Path(source) for source, _ in data_files(ROOT)]

    # When each file is held against the patterns
    left_out = [file for file in files if not any(fnmatch(file.name, each) for each in patterns)]

    # Then none is left out, and none lies in a folder that setuptools passes over
    assert left_out == []
    assert [file for file in files if "." in "".join(file.relative_to(ROOT).parts[:-1])] == []


def test_every_package_is_installed() -> None:
    # Given the patterns by which packages are found
    patterns = project()["tool"]["setuptools"]["packages"]["find"]["include"]

    # When our packages are held against them, then each is named
    assert {each for each in PACKAGES if f"{each}*" in patterns} == set(PACKAGES)


def test_a_packed_program_has_every_plug_in_though_nobody_imports_it() -> None:
    # Given the extractors in the source tree
    plug_ins = {
        f"indexers.extractors.{path.stem}"
        for path in (ROOT / "indexers/extractors").glob("*.py")
        if path.stem != "__init__"
    }

    # When the modules of a packed program are listed, then they are among them
    packed = modules(ROOT)
    assert plug_ins <= set(packed)
    assert {"indexers.extractors", "librarian.domain.paths"} <= set(packed)


def test_a_packed_data_file_lies_where_its_package_looks_for_it(tmp_path: Path) -> None:
    # Given a tree with a data file, a module and what Python leaves behind
    folder = tmp_path / "policies" / "vocabulary"
    (folder / "__pycache__").mkdir(parents=True)
    for name in ("acronyms.tsv", "__init__.py", "__pycache__/__init__.pyc"):
        (folder / name).touch()

    # When its data files are listed, then only the data file is, with its folder
    assert data_files(tmp_path) == [(str(folder / "acronyms.tsv"), "policies/vocabulary")]


@pytest.mark.parametrize("library", ["pebble", "pyside6-essentials", "pypdfium2"])
def test_a_library_goes_with_what_it_says_of_its_licence(library: str) -> None:
    # Given a library that is packed, when its licence files are listed
    found = licences(importlib.metadata.distribution(library))

    # Then they are there, in a folder of the library's own
    assert found
    assert all(Path(source).is_file() for source, _ in found)
    assert all(folder.startswith(f"licences/{library}") for _, folder in found)
    assert any(source.endswith("METADATA") for source, _ in found)


def test_the_texts_that_libraries_name_but_do_not_bring_are_packed() -> None:
    # Given the libraries whose wheels hold no licence text: Qt for Python, and Whoosh
    texts = {path.stem for path in (ROOT / "installer/licences").glob("*.txt")}

    # When our own texts are listed, then theirs are among them
    assert {"LGPL-3.0", "GPL-3.0", "whoosh"} <= texts
