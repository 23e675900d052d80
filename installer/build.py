"""Packs Librarian for people who only use it: `python installer/build.py`.

Makes `dist/Librarian`, a folder that runs without Python; on Windows, where NSIS is installed, a
setup program for one person besides; on Linux an archive of the folder. Each system packs for
itself. What was packed is tried out on a sample drive, which goes through every library.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer.environment import WINDOWS, Environment  # noqa: E402 - found beside the folder of this file
from installer.shell import Problem, Shell, say  # noqa: E402 - likewise

LOCK = "installer/requirements.txt"


def version(root: Path) -> str:
    """Return the version that pyproject.toml names."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def pack_command(python: Path) -> list[str]:
    """Return the command that makes `dist/Librarian`."""
    folders = ("--distpath", "dist", "--workpath", "build/pyinstaller")
    spec = "installer/librarian.spec"
    return [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *folders, spec]


def trial_command(folder: Path) -> list[str]:
    """Return the command by which the packed program makes, reads and finds a sample drive."""
    program = ROOT / "dist" / "Librarian" / ("librarian-cli.exe" if WINDOWS else "librarian-cli")
    places = ("--at", str(folder / "drive"), "--home", str(folder / "home"))
    return [str(program), "demo", "--no-window", "--json", *places]


def setup_command(makensis: str, number: str) -> list[str]:
    """Return the command that wraps `dist/Librarian` into a Windows setup program."""
    output = ROOT / "dist" / f"librarian-{number}-setup.exe"
    return [
        makensis,
        "-V2",
        f"-DVERSION={number}",
        f"-DFOLDER={ROOT / 'dist' / 'Librarian'}",
        f"-DOUT={output}",
        str(ROOT / "installer" / "windows.nsi"),
    ]


def wrap(shell: Shell, number: str) -> str:
    """Make one file of `dist/Librarian`; return its name, or nothing where none is made."""
    if sys.platform == "win32":
        makensis = shell.find("makensis")
        if not makensis:
            return ""
        subprocess.run(setup_command(makensis, number), check=True)
        return f"librarian-{number}-setup.exe"
    name = ROOT / "dist" / f"librarian-{number}-{sys.platform}"
    return Path(shutil.make_archive(str(name), "gztar", ROOT / "dist", "Librarian")).name


def main() -> int:
    """Pack; return the exit code."""
    shell = Shell()
    environment = Environment(ROOT, shell, ROOT / "build" / "environment")
    try:
        environment.folder.parent.mkdir(exist_ok=True)
        environment.set_up(LOCK)
        subprocess.run(pack_command(environment.python), cwd=ROOT, check=True)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                trial_command(Path(folder)), check=True, stdout=subprocess.DEVNULL, timeout=300
            )
        wrapped = wrap(shell, version(ROOT))
    except Problem as problem:
        say(str(problem))
        return 1
    except subprocess.CalledProcessError as error:
        say(f"{Path(error.cmd[0]).name} stopped with {error.returncode}; it says why above.")
        return 1
    say(f"Made dist/Librarian{f' and dist/{wrapped}' if wrapped else ''}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
