"""What a packed Librarian carries beside what its imports show: plug-ins, data, licences."""

from __future__ import annotations

from importlib.metadata import Distribution
from pathlib import Path, PurePosixPath

PACKAGES = ("librarian", "indexers", "policies", "ui")
LICENCE_NAMES = ("licen", "copying", "notice", "authors")


def modules(root: Path) -> list[str]:
    """Return every module of ours, for plug-ins are imported by nobody in particular."""
    files = (path for package in PACKAGES for path in (root / package).rglob("*.py"))
    parts = (path.relative_to(root).with_suffix("").parts for path in sorted(files))
    return [".".join(part[:-1] if part[-1] == "__init__" else part) for part in parts]


def data_files(root: Path) -> list[tuple[str, str]]:
    """Return each data file of ours with the folder it has to lie in."""
    files = (path for package in PACKAGES for path in (root / package).rglob("*"))
    return [
        (str(path), path.parent.relative_to(root).as_posix())
        for path in sorted(files)
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    ]


def licences(distribution: Distribution) -> list[tuple[str, str]]:
    """Return what a library says of its licence, each file with the folder it has to lie in."""
    folder = PurePosixPath("licences", distribution.metadata["Name"].lower().replace("_", "-"))
    return [
        (str(distribution.locate_file(file)), str(folder.joinpath(*file.parts[1:-1])))
        for file in distribution.files or ()
        if file.parts[0].endswith(".dist-info") and says_licence(file)
    ]


def says_licence(file: PurePosixPath) -> bool:
    """Tell whether a file beside a library's record is about its licence."""
    parts = [part.lower() for part in file.parts[1:]]
    return parts == ["metadata"] or any(part.startswith(LICENCE_NAMES) for part in parts)
