"""The Find page as the window knows it: made before any drive is open, given one when it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.find import texts
from ui.find.services import acting, looking
from ui.find.view import FindView
from ui.find.view_model import FindViewModel
from ui.kit.desktop import ask_where_to_save, documents_folder, open_on_desktop
from ui.kit.page import Page, Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library

_SPLIT = "find.split"


def page(tools: Tools) -> Page:
    """Return search, results, preview; where its divider stands is remembered."""
    model = FindViewModel(
        jobs=tools.jobs,
        notify=tools.tell,
        complain=tools.complain,
        choose_place=lambda suggestion: _ask_for_place(view, suggestion),
        copies_folder=Path(documents_folder()),
    )
    view = FindView(tools.theme, tools.clock, model)
    view.look_again.connect(tools.look_again)
    view.document_wanted.connect(tools.show_document)
    view.care_wanted.connect(tools.confirm_forms)
    model.acts.message_ready.connect(open_on_desktop)
    return Page(
        view,
        texts.KEYS,
        lambda library: _use(model, library),
        view.begin,
        take_event=model.take_event,
        memory=lambda: {_SPLIT: ",".join(map(str, view.sizes))},
        recall=lambda memory: _recall(view, memory),
    )


def _use(model: FindViewModel, library: Library) -> None:
    model.use(
        looking(library.finder, library.caretaker, library.post),
        acting(library.porter, library.registrar, library.post),
    )


def _recall(view: FindView, memory: dict[str, str]) -> None:
    sizes = memory.get(_SPLIT, "").split(",")
    if len(sizes) > 1 and all(size.isdecimal() for size in sizes):
        view.set_sizes([int(size) for size in sizes])


def _ask_for_place(view: FindView, suggestion: Path) -> Path | None:
    """Ask where a copy goes; it keeps its ending where a person typed none."""
    chosen = ask_where_to_save(view, texts.CHOOSE_PLACE, str(suggestion), never_over=True)
    if chosen is None or chosen.suffix:
        return chosen
    return chosen.with_name(chosen.name + suggestion.suffix)
