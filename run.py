#!/usr/bin/env python3
"""Set Librarian up where that is needed, then run it: needs nothing but Python.

`python run.py` opens the sample drive. `test`, `check`, `bench` and `lock` are for those who work
on Librarian; anything else is a command of its own (`python run.py find genogram`). All that
set-up has to say goes to stderr, so that `--json` answers stay clean. This file and what it
imports stay readable for older Pythons, so that they get a sentence instead of a traceback.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from installer import libraries
from installer.environment import LOCK_FOR_USE, LOCK_FOR_WORK, Environment
from installer.locks import write_locks
from installer.shell import Problem, Shell, say

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
WINDOWS = os.name == "nt"
STOPPED = 130
STOPPED_ON_WINDOWS = 0xC000013A
WORK = frozenset({"test", "check", "bench", "lock"})
LINTERS = {
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "ruff": ("-m", "ruff", "check", "."),
    "mypy": ("-m", "mypy"),
    "import contracts": (
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])",
    ),
}
MODULES = {"test": ("pytest", "-q", "-n", "auto", "--dist", "worksteal"), "bench": ("benchmarks",)}
TESTS = {"tests": ("-m", *MODULES["test"])}


def too_old(version: Sequence[int]) -> str:
    """Return what to say to a Python that is too old, or nothing."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    found = ".".join(str(part) for part in version)
    start = "py -3.12 run.py" if WINDOWS else "python3.12 run.py"
    return f"Librarian needs Python 3.11 or newer; this is {found}.\nInstall one, then: {start}"


def lock_for(arguments: Sequence[str]) -> str:
    """Return the lock that these arguments need installed."""
    return LOCK_FOR_WORK if WORK.intersection(arguments[:1]) else LOCK_FOR_USE


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether these arguments show a window of their own accord."""
    shown = not arguments or arguments[0] in {"demo", "window"}
    return shown and not {"--no-window", "--help", "-h"}.intersection(arguments)


def surroundings(environ: Mapping[str, str], system: str) -> dict[str, str]:
    """Return the environment variables that our own processes get."""
    ours = {name: value for name, value in environ.items() if name != "PYTHONHOME"}
    ours["PYTHONPATH"] = str(ROOT)
    ours.setdefault("PYTHONUTF8", "1")
    if system == "linux" and not libraries.has_display(environ):
        ours.setdefault("QT_QPA_PLATFORM", "offscreen")
    return ours


def provide_libraries(arguments: Sequence[str], shell: Shell) -> None:
    """Have on Linux what Qt opens; a command without a window can do without."""
    if sys.platform != "linux":
        return
    if WORK.intersection(arguments[:1]) or opens_window(arguments):
        libraries.provide(libraries.wanted(os.environ), shell)
    if opens_window(arguments) and not libraries.has_display(os.environ):
        say("There is no screen here: the window is drawn in memory only.")


def go_on_as(command: list[str]) -> int:
    """Become this command, so that its exit code and Ctrl+C are its own."""
    environ = surroundings(os.environ, sys.platform)
    if not WINDOWS:
        os.execve(command[0], command, environ)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    code = subprocess.call(command, env=environ)
    return STOPPED if code & 0xFFFFFFFF == STOPPED_ON_WINDOWS else code


def check(python: Sequence[str], arguments: Sequence[str]) -> int:
    """Hold the tree against every check, whether or not one before it failed."""
    if not {"--no-tests"}.issuperset(arguments):
        say("Usage: python run.py check [--no-tests]")
        return 2
    failed = []
    for name, step in {**LINTERS, **({} if arguments else TESTS)}.items():
        say(f"--- {name}")
        environ = surroundings(os.environ, sys.platform)
        if subprocess.call([*python, *step], cwd=ROOT, env=environ) != 0:
            failed.append(name)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def run(arguments: Sequence[str]) -> int:
    """Set up what the arguments need, then do what they say; return the exit code."""
    shell = Shell()
    environment = Environment(ROOT, shell)
    python = [str(environment.python), "-P"]
    first, rest = (arguments[0], arguments[1:]) if arguments else ("demo", [])
    if first == "lock" and shell.find("uv"):
        write_locks(ROOT, [shell.find("uv")], rest)
        return 0
    environment.set_up(lock_for(arguments))
    provide_libraries(arguments, shell)
    if first == "lock":
        write_locks(ROOT, [*python, "-m", "uv"], rest)
        return 0
    if first == "check":
        return check(python, rest)
    if first in MODULES:
        os.chdir(ROOT)
        return go_on_as([*python, "-m", *MODULES[first], *rest])
    return go_on_as([*python, "-m", "ui", first, *rest])


def main(arguments: Sequence[str]) -> int:
    """Run; what is not as it should be is told in a sentence, never as a traceback."""
    refusal = too_old(sys.version_info[:3])
    if refusal:
        say(refusal)
        return 1
    try:
        return run(arguments)
    except Problem as problem:
        say(str(problem))
    except OSError as error:
        say(f"The system says: {error}\nPut that right, then start again.")
    except KeyboardInterrupt:
        return STOPPED
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
