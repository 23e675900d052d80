"""The Charter page as the window knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charter import texts
from ui.charter.taking import SignaturePage
from ui.charter.view import CharterView
from ui.charter.view_model import CharterViewModel
from ui.kit.page import Page, Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


def page(tools: Tools) -> Page:
    """Return the team's charter; this person's name and role under e-mails are remembered."""
    model = CharterViewModel(tools.jobs, tools.tell, tools.complain)
    view = CharterView(tools.theme, tools.now, model)

    def use(library: Library) -> None:
        model.use(library.charter)
        if view.isVisible():
            model.load()

    return Page(
        view,
        texts.KEYS,
        use,
        view.begin,
        model.load,
        model.take_event,
        memory=lambda: _signed(view.signature),
        recall=lambda memory: _sign(view.signature, memory),
    )


def _signed(signature: SignaturePage) -> dict[str, str]:
    return {"name": signature.name.text(), "role": signature.role.text()}


def _sign(signature: SignaturePage, memory: dict[str, str]) -> None:
    signature.name.setText(memory.get("name", ""))
    signature.role.setText(memory.get("role", ""))
