"""What the automatic check keeps on the drive: who runs it, and its weekly summaries."""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from librarian.adapters.drive_writing import told


class FolderLease:
    """A small file that says who runs the automatic check, and until when that holds.

    It is a sign and no lock: whoever cannot read or write it goes on.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / ".librarian" / "automatic-check.json"

    def take(self, who: str, now: datetime, minutes: int) -> str:
        """Take or keep it; returns "" where it is ours now, else who has it."""
        holder, until = self._read()
        if holder not in ("", who) and until > now:
            return holder
        self._write(who, now + timedelta(minutes=minutes))
        return ""

    def _read(self) -> tuple[str, datetime]:
        never = datetime.fromisoformat("0001-01-01T00:00:00+00:00")
        try:
            said = json.loads(self._path.read_text("utf-8"))
            return str(said["who"]), datetime.fromisoformat(said["until"])
        except (OSError, ValueError, KeyError, TypeError):
            return "", never

    def _write(self, who: str, until: datetime) -> None:
        half = self._path.with_name(f"{uuid4().hex}.half")
        with suppress(OSError):
            half.write_text(json.dumps({"who": who, "until": until.isoformat()}), "utf-8")
            half.replace(self._path)
        with suppress(OSError):
            half.unlink(missing_ok=True)


class FolderSummaries:
    """Weekly summaries as plain files in `.librarian/summaries`."""

    def __init__(self, root: Path) -> None:
        self._folder = root / ".librarian" / "summaries"

    def has(self, name: str) -> bool:
        """Whether there is one of this name."""
        return self._path(name).is_file()

    def write(self, name: str, text: str) -> str:
        """Write a summary, whole; returns where it lies. Of two at once, the later stays."""
        half = self._folder / f"{uuid4().hex}.half"
        with told("the summary"):
            self._folder.mkdir(exist_ok=True)
            half.write_text(text, "utf-8")
            half.replace(self._path(name))
        return str(self._path(name))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.txt"
