"""Other programs as set-up uses them, and words for people; stdout stays free for answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence


class Problem(Exception):  # noqa: N818 - people are told of a problem, not of an error
    """What stands in the way, and what a person can do about it."""

    def __init__(self, title: str, remedy: str) -> None:
        super().__init__(f"{title}\n{remedy}")


def say(words: str) -> None:
    """Tell the person something."""
    print(words, file=sys.stderr, flush=True)


class Shell:
    """Runs other programs; none of them can ask anything."""

    def answer(self, command: Sequence[str]) -> str:
        """Return what a quiet command says, or nothing where it fails."""
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                encoding="utf-8",
                errors="replace",
            )
        except OSError:
            return ""
        return done.stdout.strip() if done.returncode == 0 else ""

    def follow(self, command: Sequence[str], read: Callable[[str], None], **environ: str) -> int:
        """Give each line a command says to read; return its exit code."""
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, **environ},
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                read(line)
        return process.returncode

    def find(self, program: str) -> str:
        """Return the path of a program, or nothing."""
        return shutil.which(program) or ""

    def may_use_apt(self) -> bool:
        """Tell whether this process may install Debian packages."""
        return sys.platform == "linux" and os.geteuid() == 0 and bool(self.find("apt-get"))


def apt_install(packages: Sequence[str], shell: Shell) -> bool:
    """Install Debian packages, saying so; tell whether that worked."""
    say(f"Installing system packages: {' '.join(packages)}")
    lines: list[str] = []
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        command = [shell.find("apt-get"), "-qq", *step]
        if shell.follow(command, lines.append, DEBIAN_FRONTEND="noninteractive") != 0:
            say("".join(lines[-5:]))
            return False
    return True
