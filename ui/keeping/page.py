"""Looking after a drive as the window knows it: settings and the start page lead here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.keeping import texts
from ui.keeping.view import KeepingView
from ui.keeping.view_model import KeepingViewModel
from ui.kit.page import Page, Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


def page(tools: Tools) -> Page:
    """Return how one looks after a drive."""
    model = KeepingViewModel(tools.jobs, tools.tell, tools.complain)
    view = KeepingView(tools.theme, tools.now, model)
    view.left.connect(model.confirming.settle)
    view.left.connect(tools.go_back)
    view.document_wanted.connect(tools.show_document)
    view.open_wanted.connect(model.open)

    def use(library: Library) -> None:
        model.use(library.caretaker, library.registrar, library.root.name, library.porter.open)

    return Page(
        view,
        texts.KEYS,
        use,
        view.begin,
        model.load,
        model.take_event,
        look_at=lambda _: model.start_at_once(),
    )
