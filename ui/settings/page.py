"""The Settings page as the window knows it: what it shows is the window's own."""

from ui.kit.page import Page, Tools
from ui.settings import texts
from ui.settings.view import SettingsView
from ui.settings.view_model import SettingsViewModel


def page(tools: Tools, model: SettingsViewModel) -> Page:
    """Return the choices of this desk."""
    view = SettingsView(tools, model)
    return Page(view, texts.KEYS, view.use, view.begin, load=view.load, take_event=model.take)
