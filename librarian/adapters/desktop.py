"""Opens files, shows folders and prints through the operating system's own programs."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from librarian.domain.errors import LibrarianError


class SystemDesktop:
    """The desktop this person sits at; each act raises LibrarianError where it fails."""

    def open(self, path: Path) -> None:
        """Open the file in the program that belongs to it."""
        if sys.platform == "win32":
            _start_file(path, "open")
        else:
            _run(["open" if sys.platform == "darwin" else "xdg-open", str(path)])

    def open_folder(self, path: Path) -> None:
        """Show the file in its folder, selected where the system can."""
        if sys.platform == "win32":
            _run(["explorer", f"/select,{path}"])
        elif sys.platform == "darwin":
            _run(["open", "-R", str(path)])
        else:
            _run(["xdg-open", str(path.parent)])

    def print(self, path: Path) -> None:
        """Print the file with the program that belongs to it."""
        if sys.platform == "win32":
            _start_file(path, "print")
        else:
            _run(["lp", str(path)])


def _start_file(path: Path, verb: str) -> None:
    if sys.platform == "win32":
        try:
            os.startfile(path, verb)  # noqa: S606 - opening what the person chose is the purpose
        except OSError as error:
            raise _no_program(path) from error


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.Popen(  # noqa: S603 - a fixed program and a path that the person chose
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise _no_program(Path(command[-1])) from error


def _no_program(path: Path) -> LibrarianError:
    kind = path.suffix or "this kind of"
    return LibrarianError(
        f"No program here opens {kind} files.", "Open its folder and choose a program there."
    )
