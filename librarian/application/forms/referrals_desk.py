"""Everything about referrals at one desk: handing over, following, and a service's own inbox."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from librarian.application.forms.following import Follower
from librarian.application.forms.handing_over import HandOver
from librarian.application.forms.handing_ports import Address
from librarian.application.forms.intake import Intake
from librarian.application.forms.signing_off import SignOffs
from librarian.domain.errors import LibrarianError


class Keys(Protocol):
    """Makes the keys that services publish."""

    def make_key(self, service: str) -> str:
        """Make a key, keep it here, and return what may be published. Raises LibrarianError."""


class NamedAddresses(Protocol):
    """Names for the whole team where a service takes referrals."""

    def name(self, service: str, told: Mapping[str, object]) -> Address:
        """Put an address on record. Raises LibrarianError where it is not right, or not allowed."""


@dataclass(frozen=True, slots=True)
class Referrals:
    """The services a page or a command about referrals works with.

    `settle` writes down on the drive what it did not take before; `services` names each service
    by its id. `open_file` opens a file in its own program.
    """

    hand_over: HandOver
    follower: Follower
    intake: Intake
    sign_offs: SignOffs
    keys: Keys
    addresses: NamedAddresses
    settle: Callable[[], None]
    open_file: Callable[[Path], None]
    services: Callable[[], dict[str, str]]

    def send_signed(self) -> tuple[str, ...]:
        """Send what was signed off at another desk; returns what could go.

        What cannot go just now stays, and is told by how it stands.
        """
        gone = []
        for referral, who in self.follower.signed_elsewhere().items():
            with suppress(LibrarianError):  # locked or away: it goes the next time
                self.hand_over.sign(referral, who)
                gone.append(referral)
        return tuple(gone)

    def name_of(self, service: str) -> str:
        """What a service is called; its id where it is not known here."""
        return self.services().get(service, service)
