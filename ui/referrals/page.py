"""The page of sent referrals as the window knows it."""

from functools import partial
from typing import Final

from ui.kit.page import Page, Tools
from ui.referrals import texts
from ui.referrals.view import ReferralsView
from ui.referrals.view_model import ReferralsViewModel

_TEAM: Final = "together"
"""The page on which the team's working folder is chosen."""


def page(tools: Tools) -> Page:
    """Return what was sent, and what waits on whom."""
    model = ReferralsViewModel(tools.jobs, tools.tell, tools.complain)
    view = ReferralsView(tools.theme, tools.now, model, partial(tools.go_to, _TEAM))
    return Page(
        view,
        texts.KEYS,
        lambda library: model.use(library.referrals),
        view.begin,
        model.load,
        model.take_event,
    )
