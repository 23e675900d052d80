"""The Forms page as the window knows it."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication

from ui.forms import texts
from ui.forms.done_view import DoneDeeds
from ui.forms.view import FormsView
from ui.forms.view_model import FormsViewModel
from ui.kit.desktop import ask_for_folder, documents_folder, open_on_desktop
from ui.kit.page import Page, Tools

_ELSEWHERE: Final = ("minutes", "charter")
"""The forms that have a page of their own, and those pages."""

_SENT: Final = "referrals"
"""The page on which what was handed over is followed."""


def page(tools: Tools) -> Page:
    """Return filling in forms; what was answered last is kept when the window closes."""
    model = FormsViewModel(tools.jobs, tools.tell, tools.complain)
    for key in _ELSEWHERE:
        model.elsewhere[key] = partial(tools.go_to, key)

    def again() -> None:
        view.show_list()

    follow = partial(tools.go_to, _SENT)
    deeds = DoneDeeds(open_on_desktop, partial(_copy, tools), again, follow)
    view = FormsView(tools.theme, model, lambda: _ask_for_folder(view), deeds)
    return Page(
        view,
        texts.KEYS,
        lambda library: model.use(library.forms),
        view.begin,
        partial(_load, model),
        memory=lambda: _keep(model),
    )


def _load(model: FormsViewModel) -> None:
    """Ask afresh what there is, unless a form is being filled in."""
    if model.now is None:
        model.load()


def _keep(model: FormsViewModel) -> dict[str, str]:
    model.keep()
    return {}


def _ask_for_folder(view: FormsView) -> Path | None:
    return ask_for_folder(view, texts.CHOOSE_FOLDER, documents_folder())


def _copy(tools: Tools, title: str, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    tools.tell(texts.COPIED.format(title), "")
