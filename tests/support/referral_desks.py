"""Referrals in every state, for pages that show them; two desks over one made-up share."""

from pathlib import Path

from librarian.application.forms.at_hand import Glance, ReferralsAtHand
from librarian.application.forms.handing_ports import Address
from librarian.application.forms.referrals_desk import Referrals
from librarian.domain.referrals import State
from tests.support.handing import Team, an_order

DAY = 86_400


def at_hand(desk: Referrals) -> ReferralsAtHand:
    """A desk as a page is given it."""
    return ReferralsAtHand(lambda: Glance(sent=True, inbox=True), lambda: desk)


def in_every_state(folder: Path) -> Team:
    """A team whose referrals are declined, accepted, overdue, asked about, unsigned, by e-mail."""
    team = Team(folder, ("fgdm", "par", "eh", "ther"), quick=True)
    desk, service = team.desk(), team.desk("worker")
    desk.hand_over.submit(an_order("fgdm", "eh", "par", submission="a"))
    answer(team, service, "eh", State.ACCEPTED)
    answer(team, service, "par", State.DECLINED, "They moved away.")
    team.clock.pass_by(16 * DAY)
    child = [{"name": "Leo Hart", "dob": "2018-02-02", "case": "C-100871"}]
    desk.hand_over.submit(an_order("par", "ther", "hb", submission="b", child=child))
    answer(team, service, "par", State.ASKED, "Who is at home?")
    team.addresses.known["sub"] = Address("sub", folder / "away")
    desk.hand_over.submit(an_order("sub", submission="c"))
    return team


def answer(team: Team, desk: Referrals, service: str, state: State, words: str = "") -> None:
    """Have a service answer the first packet that waits."""
    desk.intake.answer(service, desk.intake.packets(service)[0].name, state, words)
    team.clock.pass_by(1)
