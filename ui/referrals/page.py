"""The page of sent referrals as the window knows it."""

from ui.kit.page import Page, Tools
from ui.referrals import texts
from ui.referrals.view import ReferralsView
from ui.referrals.view_model import ReferralsViewModel


def page(tools: Tools) -> Page:
    """Return what was sent, and what waits on whom."""
    model = ReferralsViewModel(tools.jobs, tools.tell, tools.complain)
    view = ReferralsView(tools.theme, tools.now, model)
    return Page(
        view,
        texts.KEYS,
        lambda library: model.use(library.referrals),
        view.begin,
        model.load,
        model.take_event,
    )
