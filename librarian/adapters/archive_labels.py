"""Labels in the archive: one plain file that lists what is there, and shortcuts that lead on.

A shortcut is Windows' own kind (``.url``), beside what was replaced. Both are passed over by scans.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from librarian.adapters.drive import long_path
from librarian.adapters.drive_writing import told
from librarian.application.archive_labels import Label
from librarian.application.publishing import ARCHIVE
from librarian.domain.paths import ABOUT_ARCHIVE, REPLACED_BY, printable

_HEAD = """About this archive

What lies here is not to be used any more. It is kept, and nobody should change it.
To bring something back: open Librarian, Look after, What was done, and undo it. Or type the line
that stands with it.
"""


class FolderLabels:
    """The labels in the archive of the drive whose top is this folder."""

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()
        self._top = Path(long_path(self._root))

    def write(self, labels: Mapping[str, Label]) -> None:
        """Write what these files in the archive say, by path; drop labels of what is gone."""
        there = {path: each for path, each in labels.items() if (self._top / path).is_file()}
        wanted = {_shortcut(path): self._target(each.instead) for path, each in there.items()}
        wanted = {path: text for path, text in wanted.items() if text}
        with told("the archive's labels"):
            for path in set(self._shortcuts()) - wanted.keys():
                self._drop(self._top / path)
            for path, text in wanted.items():
                self._put(path, text)
            if there:
                self._put(f"{_archive(there)}/{ABOUT_ARCHIVE}", _about(there))
            else:
                self._clear()

    def _clear(self) -> None:
        """Take the list away where nothing is in the archive that it could tell of."""
        (self._top / ARCHIVE / ABOUT_ARCHIVE).unlink(missing_ok=True)
        with suppress(OSError):  # something else lies in it
            (self._top / ARCHIVE).rmdir()

    def _drop(self, shortcut: Path) -> None:
        """Take a shortcut away, and the folders that are empty without it."""
        shortcut.unlink(missing_ok=True)
        with suppress(OSError):  # something else lies in one of them
            for folder in shortcut.parents:
                if folder == self._top / ARCHIVE:
                    return
                folder.rmdir()

    def _target(self, instead: str) -> str:
        """A shortcut's text; none where what it is to lead to is not there."""
        if not instead or not (self._root / instead).is_file():
            return ""
        place = (self._root / instead).as_posix()
        if place.startswith("//"):
            url = f"file:{quote(place)}"
        else:
            url = f"file:///{quote(place.lstrip('/'), safe='/:')}"
        return f"[InternetShortcut]\r\nURL={url}\r\n"

    def _shortcuts(self) -> Iterator[str]:
        for place in (self._top / ARCHIVE).rglob(f"*{REPLACED_BY}"):
            yield place.relative_to(self._top).as_posix()

    def _put(self, path: str, text: str) -> None:
        place, data = self._top / path, text.encode("utf-8")
        if place.is_file() and place.read_bytes() == data:
            return
        half = place.with_name(f"~librarian-{uuid4().hex}.tmp")
        try:
            half.write_bytes(data)
            half.replace(place)
        finally:
            half.unlink(missing_ok=True)


def _archive(labels: Mapping[str, Label]) -> str:
    return next(iter(labels)).partition("/")[0]


def _shortcut(path: str) -> str:
    return f"{path}{REPLACED_BY}"


def _about(labels: Mapping[str, Label]) -> str:
    lines = [_HEAD]
    for path in sorted(labels):
        each = labels[path]
        day = f"{each.when.day} {each.when:%B %Y}"
        lines += [
            printable(path),
            f"  From: {printable(each.came_from)}",
            f"  Put here on {day} by {each.who}. {printable(each.because)}",
        ]
        lines += [f"  Use instead: {printable(each.instead)}"] if each.instead else []
        lines += [f'  librarian undo {each.entry} --only "{printable(each.came_from)}"', ""]
    return "\r\n".join("\n".join(lines).splitlines()) + "\r\n"
