"""Where services take referrals, as this computer says: `inboxes.toml`.

    [fgdm]
    inbox = "S:/Inboxes/Family group decision making"
    age_key = "age1…"
    email = "fgdm@council.example"
    answer_days = 10

A folder that is not given in full lies on the drive. Files that come later count more.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from librarian.domain.errors import LibrarianError

FILE: Final = "inboxes.toml"


class TomlAddresses:
    """Reads addresses anew each time: they are few, and a wrong one is costly."""

    def __init__(self, *files: Path) -> None:
        self._files = files

    def told(self, service: str) -> Mapping[str, object]:
        """What is written of a service. Raises LibrarianError where it cannot be understood."""
        told: dict[str, object] = {}
        for file in self._files:
            given = _read(file).get(service)
            told |= given if isinstance(given, Mapping) else {}
        return told

    def services(self) -> tuple[str, ...]:
        """Every service of which something is written. Raises LibrarianError as well."""
        return tuple(sorted({name for file in self._files for name in _read(file)}))


def _read(file: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise LibrarianError(
            f"{file.name}, which says where services take referrals, cannot be understood.",
            "Have it put right before anything is handed over; see docs/for-services.md.",
        ) from error
