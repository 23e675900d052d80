"""The root marker `.librarian/drive.json`: written once, whole, and never over another."""

import json
from pathlib import Path
from typing import Final

from librarian.domain.curators import Adopted
from librarian.domain.errors import DriveUnavailableError, LibrarianError

_FORMAT: Final = 1


class DriveMarker:
    """The marker of the drive whose top is this folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / ".librarian" / "drive.json"

    def read(self) -> Adopted | None:
        """What it says, or None on a drive nobody looks after.

        Raises LibrarianError where it is damaged: nothing may be concluded then.
        """
        try:
            told = json.loads(self._path.read_text("utf-8"))
            return Adopted(str(told["id"]), str(told["name"]), tuple(map(str, told["curators"])))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise DriveUnavailableError(
                f"The drive {self._root.name} does not answer.",
                "Check the network or VPN, then try again.",
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise LibrarianError(
                "The file that marks this drive cannot be understood.",
                "Ask IT to bring back .librarian/drive.json from a backup.",
            ) from error

    def write(self, adopted: Adopted) -> None:
        """Write it, unless there is one."""
        told = {
            "format": _FORMAT,
            "id": adopted.id,
            "name": adopted.name,
            "curators": list(adopted.curators),
        }
        if not self._root.is_dir():
            raise LibrarianError("There is no such folder.", "Check the name of the folder.")
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("x", encoding="utf-8") as file:
                json.dump(told, file, indent=1)
        except FileExistsError as error:
            raise LibrarianError(
                "Somebody else began to look after this drive just now.", "Nothing more to do."
            ) from error
        except OSError as error:
            raise LibrarianError(
                "You may not write on this drive.",
                "Ask Business Support or IT; searching works without.",
            ) from error
