"""Where a team's services take referrals, as those who look after the drive put it on record.

An address that somebody else names changes nothing: whoever could name an inbox could read what
goes there.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from librarian.domain.curators import Curators
from librarian.domain.ledger import Entry, Json, in_order

KIND: Final = "service_address"
_TEXTS: Final = ("inbox", "age_key", "email")


def address_payload(
    service: str, inbox: str, age_key: str, email: str, answer_days: int
) -> dict[str, Json]:
    """Return what is put on record of an address."""
    return {
        "service": service,
        "inbox": inbox,
        "age_key": age_key,
        "email": email,
        "answer_days": answer_days,
    }


def addresses_of(entries: Iterable[Entry], rights: Curators) -> dict[str, dict[str, object]]:
    """Return the last word on each service's address, of those who had a right to say it."""
    found: dict[str, dict[str, object]] = {}
    for entry in in_order(each for each in entries if each.kind == KIND):
        told: Mapping[str, Json] = entry.payload or {}
        service = told.get("service")
        if isinstance(service, str) and service and rights.had_right(entry.who, entry.stamp):
            texts = {name: told[name] for name in _TEXTS if told.get(name)}
            found[service] = {**texts, "answer_days": told.get("answer_days")}
    return found
