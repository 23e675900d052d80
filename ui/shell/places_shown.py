"""Shows in the rail what is for those who look after the drive, and what is about referrals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.page import Tools
from ui.shell.navigation import PLACES
from ui.shell.rail import Rail
from ui.shell.watching import Watching

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Care, Caretaker
    from librarian.application.forms.at_hand import Glance, ReferralsAtHand

KEEPERS_MS = 1000
REFERRALS_MS = 1500


def keeper_places(parent: QObject, tools: Tools, rail: Rail) -> Watching[Caretaker, Care]:
    """Return what shows the places of those who look after a drive, once it is known who does."""

    def show(*, is_mine: bool) -> None:
        for place in PLACES:
            if place.for_keepers:
                rail.show_place(place.key, on=is_mine)

    def told(_: Caretaker, care: Care) -> None:
        show(is_mine=care.is_mine)

    show(is_mine=False)
    return Watching(
        parent,
        tools,
        lambda library: library.caretaker,
        lambda caretaker: caretaker.care(),
        told,
        quiet_ms=KEEPERS_MS,
        at_once=True,
    )


def referral_places(parent: QObject, tools: Tools, rail: Rail) -> Watching[ReferralsAtHand, Glance]:
    """Return what shows the places of referrals, once there are any, or an inbox to read."""

    def show(there: dict[str, bool]) -> None:
        for place in PLACES:
            if place.needs:
                rail.show_place(place.key, on=there.get(place.needs, False))

    def told(_: ReferralsAtHand, glance: Glance) -> None:
        show({"sent": glance.sent, "inbox": glance.inbox})

    show({})
    return Watching(
        parent,
        tools,
        lambda library: library.referrals,
        lambda at_hand: at_hand.glance(),
        told,
        quiet_ms=REFERRALS_MS,
        at_once=True,
        scans=True,
    )
