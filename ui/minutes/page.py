"""The Minutes page as the window knows it: the rail leads here."""

from ui.kit.desktop import open_on_desktop
from ui.kit.page import Page, Tools
from ui.minutes import texts
from ui.minutes.keys import install
from ui.minutes.view import MinutesView
from ui.minutes.view_model import MinutesViewModel


def page(tools: Tools) -> Page:
    """Return taking minutes; what was written last is kept when the window closes."""
    model = MinutesViewModel(tools.jobs, tools.complain)
    view = MinutesView(tools.theme, tools.now, model)
    view.told.connect(tools.tell)
    view.open_wanted.connect(open_on_desktop)
    install(view, view.taking, model)

    def load() -> None:
        """Ask afresh what is kept, unless somebody is writing."""
        if model.meeting is None:
            model.load()

    def keep() -> dict[str, str]:
        model.save()
        model.hand_on()
        return {}

    return Page(
        view,
        texts.KEYS,
        lambda library: model.use(library.minutes),
        view.begin,
        load,
        memory=keep,
    )
