"""The environment that Librarian runs in from source, holding what a lock names.

A stamp tells what was last installed, so that a start that finds it right costs nothing. An
environment of another Python, a broken one and one whose making was cut short are made anew.
The system's own Python is never installed into.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from installer.shell import Problem, Shell, apt_install, say
from installer.turns import only_one

LOCK_FOR_USE = "requirements.txt"
LOCK_FOR_WORK = "requirements-dev.txt"
WINDOWS = os.name == "nt"
LONG_FOR_WINDOWS = 90
OLDEST_GLIBC = (2, 34)
PIP_OPTIONS = ("--require-hashes", "--only-binary=:all:", "--no-deps", "--no-input")
PIP_CALM = {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}


class Environment:
    """A virtual environment, in `.venv` beside the locks unless another folder is named."""

    def __init__(self, root: Path, shell: Shell, folder: Path | None = None) -> None:
        self.root = root
        self.folder = folder or root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
        self.log = self.folder / "librarian-set-up.log"
        self._stamp = self.folder / "librarian-stamp.json"
        self._unfinished = self.folder / "librarian-unfinished"
        self._shell = shell

    def set_up(self, lock: str) -> None:
        """Have what lock names installed; another start that does the same is waited for."""
        if self.is_ready(lock):
            return
        with only_one(self.folder.with_name(f"{self.folder.name}.lock")):
            if self.is_ready(lock):
                return
            say("Setting up Librarian; the first time, this takes a minute or two.")
            if not self.is_sound():
                self.make()
            self.install(lock)
            say("Librarian is set up.")

    def is_ready(self, lock: str) -> bool:
        """Tell whether what lock names is installed, for this Python."""
        wanted = {lock: self._digest(lock), "python": python_now()}
        whole = self.python.exists() and not self._unfinished.exists()
        return whole and wanted.items() <= self._stamped().items()

    def is_sound(self) -> bool:
        """Tell whether the environment is whole and of this Python, if perhaps out of date."""
        if not self.python.exists() or self._unfinished.exists():
            return False
        version = "import sys; print('%d.%d' % sys.version_info[:2])"
        return self._shell.answer([str(self.python), "-I", "-c", version]) == python_now()

    def make(self) -> None:
        """Make the folder anew; it counts as unfinished until something is installed in it."""
        if Path(sys.prefix).resolve() == self.folder.resolve():
            raise Problem(
                "This Python lives in the environment that has to be made anew.",
                "Start run.py with the Python that you installed, not with that one.",
            )
        try:
            import venv  # noqa: PLC0415 - some systems lack it; they get a sentence

            venv.EnvBuilder(clear=True, symlinks=not WINDOWS).create(self.folder)
        except ImportError as error:
            raise Problem("This Python has no venv module.", self._venv_remedy()) from error
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise Problem(
                f"The folder {self.folder} cannot be made ({error}).",
                "Close Librarian if it is open. Keep this folder where you may write, under a "
                "path without ':' or ';'. Then start again.",
            ) from error
        self._unfinished.touch()

    def install(self, lock: str) -> None:
        """Install what lock names; an install that was cut short shows at the next start."""
        pip = self._pip()
        was_whole = not self._unfinished.exists()
        self._unfinished.touch()
        code = self._run_pip([*pip, "install", *PIP_OPTIONS, "-r", str(self.root / lock)])
        if code != 0:
            if was_whole:  # pip fetches everything before it changes anything
                self._unfinished.unlink()
            raise Problem("The libraries could not be installed.", self._install_remedy())
        self._stamp.write_text(json.dumps(self._stamp_for(lock)), encoding="utf-8")
        self._unfinished.unlink()

    def _pip(self) -> list[str]:
        """Return a pip that installs into this environment, wherever the system keeps one."""
        inside = [str(self.python), "-m", "pip"]
        outside = [sys.executable, "-m", "pip", "--python", str(self.python)]
        ensure = [str(self.python), "-m", "ensurepip", "--default-pip"]
        answer = self._shell.answer
        if answer([*inside, "--version"]) or answer(ensure):
            return inside
        if answer([*outside, "--version"]):
            return outside
        package = f"python{python_now()}-venv"
        may = self._shell.may_use_apt()
        if may and apt_install([package], self._shell) and answer(ensure):
            return inside
        raise Problem("This Python has neither pip nor ensurepip.", self._venv_remedy())

    def _run_pip(self, command: list[str]) -> int:
        """Run pip into the log, and show on a terminal how far it is."""
        with self.log.open("w", encoding="utf-8") as log:

            def read(line: str) -> None:
                log.write(line)
                show_progress(line)

            return self._shell.follow(command, read, **PIP_CALM)

    def _digest(self, lock: str) -> str:
        path = self.root / lock
        if not path.is_file():
            raise Problem(f"{lock} is missing.", "Fetch the whole folder again, then start anew.")
        return hashlib.sha256(path.read_bytes()).hexdigest()

    def _stamped(self) -> dict[str, object]:
        try:
            found = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _stamp_for(self, lock: str) -> dict[str, str]:
        """Return the stamp for lock; the lock for work holds all of the one for use."""
        locks = (LOCK_FOR_USE, LOCK_FOR_WORK) if lock == LOCK_FOR_WORK else (lock,)
        return {"python": python_now(), **{name: self._digest(name) for name in locks}}

    def _venv_remedy(self) -> str:
        if self._shell.find("apt-get"):
            return f"Run: sudo apt-get install python{python_now()}-venv\nThen start again."
        return "Install a complete Python 3.11 or newer (with venv and pip), then start again."

    def _install_remedy(self) -> str:
        """Return what to do, with the last of pip's own words."""
        advice = ["Check this machine's network connection (and proxy), then start again."]
        if WINDOWS and len(str(self.root)) > LONG_FOR_WINDOWS:
            advice.append(r"This folder's path is long for Windows: move it to C:\Librarian.")
        if is_old_linux(platform.libc_ver()):
            advice.append("Qt needs a newer Linux: glibc 2.34 (on ARM 2.39).")
        said = self.log.read_text(encoding="utf-8").splitlines()
        errors = [f"  {line}" for line in said if line.startswith("ERROR")]
        return "\n".join([*advice, *errors[-2:], f"All that pip said is in {self.log}"])


def python_now() -> str:
    """Return the Python line that runs this, such as 3.12."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def is_old_linux(libc: tuple[str, str]) -> bool:
    """Tell whether this C library, as (name, version), is too old for Qt."""
    name, version = libc
    numbers = tuple(int(part) for part in version.split(".") if part.isdigit())
    return name == "glibc" and numbers < OLDEST_GLIBC


def show_progress(line: str) -> None:
    """Show on a terminal, in one line, which library pip is at."""
    if sys.stderr.isatty() and line.startswith(("Collecting ", "Installing ")):
        end = "\n" if line.startswith("Installing ") else ""
        print(f"\r  {line.strip()[:70]:<72}", end=end, file=sys.stderr, flush=True)
