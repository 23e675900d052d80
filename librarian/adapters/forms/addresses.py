"""Where services take referrals, from files of a team's rules: `inboxes.toml`.

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

from librarian.application.forms.handing_ports import Address
from librarian.domain.errors import LibrarianError
from librarian.domain.referrals import ANSWER_DAYS

FILE: Final = "inboxes.toml"
_LONGEST: Final = 365


class TomlAddresses:
    """Reads addresses anew each time: they are few, and a wrong one is costly."""

    def __init__(self, drive: Path, *files: Path) -> None:
        self._drive = drive
        self._files = files

    def of(self, service: str) -> Address:
        """Where this service takes referrals. Raises LibrarianError where that is not right."""
        told: dict[str, object] = {}
        for file in self._files:
            given = _read(file).get(service)
            told |= given if isinstance(given, Mapping) else {}
        return self._address(service, told)

    def services(self) -> tuple[str, ...]:
        """Every service that has an address. Raises LibrarianError where a file is not right."""
        return tuple(sorted({name for file in self._files for name in _read(file)}))

    def _address(self, service: str, told: Mapping[str, object]) -> Address:
        inbox, days = _text(told, "inbox"), told.get("answer_days", ANSWER_DAYS)
        email = _text(told, "email")
        if any(letter in email for letter in "\r\n,;"):
            raise _wrong(service, "email")
        if not isinstance(days, int) or not 1 <= days <= _LONGEST:
            raise _wrong(service, "answer_days")
        return Address(
            service=service,
            inbox=self._drive / inbox if inbox else None,
            age_key=_text(told, "age_key"),
            email=email,
            answer_days=days,
        )


def _text(told: Mapping[str, object], name: str) -> str:
    value = told.get(name, "")
    return value.strip() if isinstance(value, str) else ""


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


def _wrong(service: str, name: str) -> LibrarianError:
    return LibrarianError(
        f"“{name}” of the service {service} is not right in {FILE}.",
        "Have it put right before anything is handed over; see docs/for-services.md.",
    )
