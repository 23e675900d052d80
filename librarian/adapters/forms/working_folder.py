"""The team's working folder: a restricted folder in which each part of a form is a file.

A part's file is made once, under a name that nothing has, and never changes. Who wrote it stands
in the part and, as a short hash, in its name: names of people stand in no file's name. Files that
a sync client has copied or that are damaged are passed over or counted once, never overwritten.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

from librarian.adapters.drive_writing import told
from librarian.adapters.forms.inboxes import Moves, is_open_to_all
from librarian.application.forms.sharing import Shared
from librarian.domain.errors import DriveUnavailableError, LibrarianError
from librarian.domain.forms.together import Part

_ENDING: Final = ".part.json"
_LARGEST: Final = 50_000_000
_WHAT: Final = "your part of the form"


class FolderOfParts:
    """Shared forms in one folder, each a folder of its own."""

    def __init__(self, folder: Path, moves: Moves | None = None) -> None:
        self._folder = folder
        self._moves = moves or Moves()

    def check(self) -> None:
        """Raise LibrarianError where the folder is away, or open to everybody."""
        try:
            is_there = self._folder.is_dir()
        except OSError:
            is_there = False
        if not is_there:
            raise DriveUnavailableError(
                f"The working folder “{self._folder.name}” cannot be reached.",
                "Check the network or VPN. If it stays so, ask IT whether the folder is there.",
            )
        if is_open_to_all(self._folder):
            raise LibrarianError(
                f"The working folder “{self._folder.name}” is open to everybody.",
                "Ask IT to restrict it to the team, then try again. Until then, send it by e-mail.",
            )

    def names(self) -> tuple[Shared, ...]:
        """Every form that is being filled in there, in order."""
        with told(_WHAT):
            found = sorted(each.name for each in os.scandir(self._folder) if each.is_dir())
        split = (name.split(" ", 1) for name in found if not name.startswith(("~", ".")))
        return tuple(Shared(*pair) for pair in split if len(pair) == _TWO)

    def parts(self, shared: Shared) -> tuple[Part, ...]:
        """Every part of a form, in no certain order."""
        found = (self._read(path) for path in self._files(shared))
        return tuple(part for part in found if part)

    def add(self, shared: Shared, part: Part) -> bool:
        """Write a part as a file of its own; False where its number is taken by now."""
        place = self._place(shared)
        half = place / f"~{uuid4().hex[:12]}.tmp"
        with told(_WHAT):
            place.mkdir(mode=0o770, exist_ok=True)
            try:
                self._moves.write(half, _written(part))
                if not part.at:
                    os.utime(half, (0, 0))  # a part that tells no time is not told by its file
                half.chmod(place.stat().st_mode & 0o660)
                self._moves.rename_file(half, place / _name(part))
            except FileExistsError:
                return False
            finally:
                half.unlink(missing_ok=True)
        return True

    def drop_before(self, shared: Shared, part: Part) -> None:
        """Take the earlier parts of this person and party away, which nobody needs any more."""
        for path in self._files(shared):
            old = self._read(path)
            is_ours = old is not None and (old.person, old.party) == (part.person, part.party)
            if old and is_ours and old.revision < part.revision:
                with suppress(OSError):  # somebody reads it just now: it goes the next time
                    path.unlink()

    def stamp(self, shared: Shared) -> str:
        """What changes whenever a part was added by anybody: the names of the parts."""
        names = sorted(path.name for path in self._files(shared))
        return sha256("\n".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def touched(self, shared: Shared) -> int:
        """When anything was last put beside a form's parts, in milliseconds; 0 where it is not."""
        try:
            return int(self._place(shared).stat().st_mtime * 1000)
        except OSError:
            return 0

    def forget(self, shared: Shared) -> None:
        """Take a form away with all its parts."""
        place = self._place(shared)
        gone = place.with_name(f"~{uuid4().hex[:12]}.gone")
        with told(_WHAT):
            if place.exists():
                self._moves.rename(place, gone)
                self._remove(gone)

    def sweep(self) -> None:
        """Take away what somebody meant to take away when their computer went off."""
        with told(_WHAT):
            for gone in sorted(self._folder.glob("~*.gone")):
                self._remove(gone)

    def _remove(self, gone: Path) -> None:
        with suppress(FileNotFoundError):  # another computer takes it away just now
            self._moves.remove(gone)

    def _files(self, shared: Shared) -> Iterator[Path]:
        place = self._place(shared)
        with told(_WHAT):
            try:
                names = sorted(each.name for each in os.scandir(place))
            except FileNotFoundError:
                return
        yield from (place / name for name in names if _is_part(name))

    def _read(self, path: Path) -> Part | None:
        """A part; None where it is none, or still on its way through a sync client."""
        try:
            if path.is_symlink() or path.stat().st_size > _LARGEST:
                return None
            return _part_of(path.read_bytes())
        except OSError:
            return None

    def _place(self, shared: Shared) -> Path:
        if Path(shared.name).name != shared.name or shared.name.startswith("."):
            raise LibrarianError("This is no name of a form.", "Choose one from the list.")
        return self._folder / shared.name


_TWO: Final = 2


def _name(part: Part) -> str:
    who = sha256(f"{part.person}\0{part.party}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{part.party or 'all'} {who} {part.revision:04}{_ENDING}"


def _is_part(name: str) -> bool:
    return name.endswith(".json") and ".part" in name and not name.startswith(("~", "."))


def _written(part: Part) -> bytes:
    told_of: Mapping[str, object] = {
        "person": part.person,
        "party": part.party,
        "revision": part.revision,
        "at": part.at,
        "done": part.done,
        "version": part.version,
        "answers": part.answers,
        **({"confirmed": dict(part.confirmed)} if part.confirmed else {}),
    }
    return json.dumps(told_of, ensure_ascii=True, indent=1, sort_keys=True).encode("ascii")


def _part_of(content: bytes) -> Part | None:
    try:
        found = json.loads(content)
        answers = found["answers"]
        if not isinstance(answers, dict):
            return None
        return Part(
            person=str(found["person"]),
            party=str(found["party"]),
            revision=int(found["revision"]),
            at=int(found["at"]),
            answers=answers,
            done=found["done"] is True,
            version=str(found["version"]),
            digest=sha256(content).hexdigest(),
            confirmed={str(k): str(v) for k, v in dict(found.get("confirmed", {})).items()},
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
