"""The Document page as the window knows it: it has no place in the rail, results lead to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.document import texts
from ui.document.view import DocumentView
from ui.document.view_model import DocumentViewModel, Handing
from ui.kit.desktop import ask_for_folder, open_on_desktop
from ui.kit.page import Page, Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


def page(tools: Tools) -> Page:
    """Return all about one document."""
    model = DocumentViewModel(tools.jobs, tools.tell, tools.complain)
    view = DocumentView(tools.theme, tools.clock, model, lambda: _ask_for_folder(view))
    view.left.connect(tools.go_back)

    def use(library: Library) -> None:
        porter = library.porter
        hand = Handing(porter.open, porter.open_folder, porter.full_path, open_on_desktop)
        model.use(library.registrar, hand)

    return Page(
        view, texts.KEYS, use, view.begin, take_event=model.take_event, look_at=model.look_at
    )


def _ask_for_folder(view: DocumentView) -> Path | None:
    return ask_for_folder(view, texts.CHOOSE_FOLDER)
