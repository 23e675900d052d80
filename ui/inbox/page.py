"""The page of a service's inbox as the window knows it."""

from ui.inbox import texts
from ui.inbox.view import InboxView
from ui.inbox.view_model import InboxViewModel
from ui.kit.page import Page, Tools


def page(tools: Tools) -> Page:
    """Return what came in, and what the service answers."""
    model = InboxViewModel(tools.jobs, tools.tell, tools.complain)
    view = InboxView(tools.theme, tools.now, model)
    return Page(
        view,
        texts.KEYS,
        lambda library: model.use(library.referrals),
        view.begin,
        model.load,
        model.take_event,
    )
