"""The Together page as the window knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.page import Page, Tools
from ui.together import texts
from ui.together.view import TogetherView
from ui.together.view_model import TogetherViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


def page(tools: Tools) -> Page:
    """Return what a team does together in this desk's working folder, whatever drive is open."""
    model = TogetherViewModel(tools.jobs, tools.tell, tools.complain)
    view = TogetherView(tools.theme, tools.now, model)

    def use(library: Library) -> None:
        model.use(library.team)
        if view.isVisible():
            model.load()

    return Page(view, texts.KEYS, use, view.begin, model.load)
