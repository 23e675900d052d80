"""Puts one service's packet together: its files, a slip that says what they are, all sealed."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from librarian.application.forms.filling import Made
from librarian.application.forms.handing_journal import Record
from librarian.application.forms.handing_ports import Address, Letter, Seals

SLIP: Final = "packet.json"
SEALED: Final = ".age"
_CODE: Final = 6
"""Letters by which two packets of one day and case are told apart."""

_BODY: Final = (
    "This is a referral for case {case}, to {title}.\n\n"
    "The files that come with it are confidential. Send this only to an address that is right "
    "for them, and check it twice.\n\n"
    "Please say whether you have it, and what becomes of it.\n"
)


def referral_id(submission: str, service: str) -> str:
    """Return the number of the referral of a submission to a service; it is always the same."""
    return sha256(f"{submission}\n{service}".encode()).hexdigest()[:16]


def packet_name(case: str, day: str, service: str, referral: str) -> str:
    """Return what a packet is called: case, day, service, and a short code; never a name."""
    return f"{case} {day} {service} {referral[:_CODE]}"


def packed(
    record: Record, made: Iterable[Made], address: Address, seals: Seals
) -> dict[str, bytes]:
    """Return the files of a packet by their names, sealed where the service published a key.

    Raises LibrarianError where the key is not one.
    """
    files = {PurePosixPath(each.name).name: each.content for each in made}
    slip = {SLIP: _slip(record, files)}
    if not address.age_key:
        return files | slip
    sealed = {
        f"{name}{SEALED}": seals.seal(content, address.age_key) for name, content in files.items()
    }
    return sealed | slip


def letter_for(record: Record, files: Mapping[str, bytes], address: Address) -> Letter:
    """Return the message that a person sends where a service has no inbox."""
    subject = f"Referral {record.case}: {record.title}"
    body = _BODY.format(case=record.case, title=record.title)
    return Letter(record.name, address.email, subject, body, files)


def _slip(record: Record, files: Mapping[str, bytes]) -> bytes:
    told: Mapping[str, object] = {
        "referral": record.referral,
        "case": record.case,
        "service": record.service,
        "form": record.form,
        "version": record.version,
        "day": record.day,
        "answer_by": record.answer_by,
        "keep_days": record.keep_days,
        "signed_off": {"by": record.signed, "on": record.signed_on} if record.signed else None,
        "files": [
            {"name": name, "sha256": sha256(content).hexdigest()} for name, content in files.items()
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
