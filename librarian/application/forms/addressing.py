"""Knows where services take referrals: as the team has named it, else as this computer says."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Protocol

from librarian.application.forms.handing_ports import Address
from librarian.application.forms.tracking import TeamLedger
from librarian.domain.errors import LibrarianError
from librarian.domain.referral_addresses import KIND, address_payload, addresses_of
from librarian.domain.referrals import ANSWER_DAYS

_LONGEST: Final = 365
_KEY: Final = "age1"


class OwnAddresses(Protocol):
    """What this computer says of services, each as it is written there."""

    def told(self, service: str) -> Mapping[str, object]:
        """What is written of a service. Raises LibrarianError where it cannot be understood."""

    def services(self) -> tuple[str, ...]:
        """Every service of which something is written. Raises LibrarianError as well."""


class TeamAddresses:
    """What those who look after the drive have named counts before what this computer says."""

    def __init__(self, ledger: TeamLedger, own: OwnAddresses, drive: Path) -> None:
        self._ledger = ledger
        self._own = own
        self._drive = drive

    def of(self, service: str) -> Address:
        """Where this service takes referrals. Raises LibrarianError where that is not right."""
        named = addresses_of(self._ledger.entries(), self._ledger.rights)
        told = named.get(service) or self._own.told(service)
        return address_from(service, told, self._drive)

    def services(self) -> tuple[str, ...]:
        """Every service that has an address. Raises LibrarianError where that is not right."""
        named = addresses_of(self._ledger.entries(), self._ledger.rights)
        return tuple(sorted({*named, *self._own.services()}))

    def name(self, service: str, told: Mapping[str, object]) -> Address:
        """Name a service's address for the whole team.

        Raises LibrarianError where it is not right, or this person does not look after the drive.
        """
        address = address_from(service, told, self._drive)
        if not self._ledger.curators().is_curator(self._ledger.who):
            raise LibrarianError(
                "Only those who look after this drive name inboxes for the team.",
                "Ask Business Support. For yourself, write it into inboxes.toml.",
            )
        inbox = str(told.get("inbox") or "")
        days = address.answer_days
        self._ledger.append(
            KIND, address_payload(service, inbox, address.age_key, address.email, days)
        )
        return address


def address_from(service: str, told: Mapping[str, object], drive: Path) -> Address:
    """Return an address as it is written. Raises LibrarianError where it is not right."""
    days = told.get("answer_days") or ANSWER_DAYS
    inbox, email, key = (_text(told, name) for name in ("inbox", "email", "age_key"))
    if any(letter in email for letter in "\r\n,;"):
        raise _wrong(service, "email")
    if key and not key.startswith(_KEY):
        raise _wrong(service, "age_key")
    if not isinstance(days, int) or not 1 <= days <= _LONGEST:
        raise _wrong(service, "answer_days")
    return Address(service, drive / inbox if inbox else None, key, email, days)


def _text(told: Mapping[str, object], name: str) -> str:
    value = told.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _wrong(service: str, name: str) -> LibrarianError:
    return LibrarianError(
        f"“{name}” of the service {service} is not right.",
        "Have it put right before anything is handed over; see docs/for-services.md.",
    )
