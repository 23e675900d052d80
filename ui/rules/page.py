"""How we keep this drive, as the window knows it."""

from ui.kit.desktop import open_on_desktop
from ui.kit.page import Page, Tools
from ui.rules import texts
from ui.rules.view import RulesView
from ui.rules.view_model import RulesViewModel


def page(tools: Tools) -> Page:
    """Return the drive's rules, for everybody."""
    model = RulesViewModel(tools.jobs, tools.complain, tools.tell)
    view = RulesView(tools.theme, model)
    model.printed.connect(open_on_desktop)
    return Page(
        view,
        texts.KEYS,
        lambda library: model.use(library.rules, library.caretaker),
        view.begin,
        model.load,
        model.take_event,
    )
