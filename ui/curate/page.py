"""The page of whoever looks after the drive, as the window knows it."""

from pathlib import Path
from typing import Final

from ui.curate import texts
from ui.curate.view import CurateView, Ways
from ui.curate.view_model import CurateViewModel
from ui.kit.desktop import ask_where_to_save, open_on_desktop
from ui.kit.page import Page, Tools

_GROUPED: Final = "grouped"
_RULES: Final = "rules"


def page(tools: Tools) -> Page:
    """Return what waits for whoever looks after the drive."""
    model = CurateViewModel(tools.jobs, tools.tell, tools.complain)
    ways = Ways(
        confirm=tools.confirm_forms,
        show=tools.show_document,
        choose_file=lambda: _ask_for_file(view),
        show_rules=lambda: tools.go_to(_RULES),
    )
    view = CurateView(tools.theme, tools.now, model, ways)
    model.message_ready.connect(open_on_desktop)
    return Page(
        view,
        texts.KEYS,
        lambda of: model.use(of.caretaker, of.overseer, of.tidier, of.disposals),
        view.begin,
        model.load,
        model.take_event,
        lambda: {_GROUPED: view.looks.way},
        lambda memory: view.looks.group_by(memory.get(_GROUPED, view.looks.way)),
    )


def _ask_for_file(view: CurateView) -> Path | None:
    return ask_where_to_save(view, texts.SAVE_TITLE, texts.SAVE_NAME, texts.SAVE_KINDS)
