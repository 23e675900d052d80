"""The domain is words and rules: the standard library only, and no input or output."""

import sys
from pathlib import Path
from typing import Final

import pytest

from tests.support.sources import calls, imports, modules

REACHES_OUT: Final = frozenset(
    {
        *("os", "io", "shutil", "pathlib", "tempfile", "glob", "fileinput", "mmap"),
        *("sqlite3", "dbm", "shelve", "pickle", "subprocess", "multiprocessing", "signal"),
        *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "select"),
        *("threading", "concurrent", "queue", "time", "logging", "random", "secrets", "ctypes"),
        *("importlib", "pkgutil", "locale", "getpass", "platform"),
    }
)
PURE: Final = frozenset(
    {
        *("pathlib.PurePath", "pathlib.PurePosixPath", "pathlib.PureWindowsPath"),
        *("urllib.parse.quote", "urllib.parse.unquote"),
    }
)
DOMAIN: Final = modules("librarian/domain")


@pytest.mark.parametrize("module", DOMAIN, ids=str)
def test_it_imports_itself_and_the_pure_part_of_the_standard_library(module: Path) -> None:
    # Given a module of the domain
    imported = imports(module)

    # When what it imports is compared with what it may
    foreign = {
        name
        for name in imported - PURE
        if not name.startswith("librarian.domain")
        and name.split(".")[0] not in sys.stdlib_module_names - REACHES_OUT
    }

    # Then nothing is left over
    assert not foreign


@pytest.mark.parametrize("module", DOMAIN, ids=str)
def test_it_opens_and_prints_nothing(module: Path) -> None:
    assert not calls(module) & {"open", "print", "input", "exec", "eval", "__import__"}


def test_the_walk_sees_imports_that_hide_in_functions() -> None:
    # Given a module whose imports of other systems stand inside its functions
    hiding = Path("installer/turns.py")

    # When its imports are listed, then they are among them
    assert {"fcntl", "msvcrt"} <= imports(hiding)
