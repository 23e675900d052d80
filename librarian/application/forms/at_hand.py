"""What a window asks first about referrals: whether there is anything to show; then for it all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window must not wait for what fills in forms
    from librarian.application.forms.referrals_desk import Referrals


@dataclass(frozen=True, slots=True)
class Glance:
    """Whether any referral is known here, and whether this person can read a service's inbox."""

    sent: bool = False
    inbox: bool = False


@dataclass(frozen=True, slots=True)
class ReferralsAtHand:
    """A cheap look, and the whole desk, which is made when it is first asked for."""

    glance: Callable[[], Glance]
    desk: Callable[[], Referrals]
