"""The pages of the window, in the order of the rail: a page more is a line more."""

from dataclasses import dataclass
from importlib import import_module
from typing import Final

from ui.charter import texts as charter_texts
from ui.curate import texts as curate_texts
from ui.document import place as document_place
from ui.find import texts as find_texts
from ui.forms import texts as forms_texts
from ui.inbox import place as inbox_place
from ui.keeping import texts as keeping_texts
from ui.kit.page import Page, Tools
from ui.minutes import texts as minutes_texts
from ui.referrals import place as referrals_place
from ui.rules import texts as rules_texts
from ui.settings import texts as settings_texts
from ui.settings.view_model import SettingsViewModel
from ui.together import texts as together_texts


@dataclass(frozen=True, slots=True)
class Place:
    """A page's place in the rail; the page itself is made when it is first gone to."""

    key: str
    title: str
    icon: str
    is_start: bool = True
    """Whether the next start may begin here."""
    for_keepers: bool = False
    """Whether only those who look after the drive see it in the rail."""
    needs: str = ""
    """What has to be there before the rail shows it: `sent` referrals, or an `inbox` to read."""

    def make(self, tools: Tools, settings: SettingsViewModel) -> Page:
        """Return the page, of the folder that is called as its key; it is loaded only now."""
        module = import_module(f"ui.{self.key}.page")
        own = (tools, settings) if self.key == settings_texts.KEY else (tools,)
        made: Page = module.page(*own)
        return made


PLACES: Final = (
    Place("find", find_texts.TITLE, "search"),
    Place(forms_texts.KEY, forms_texts.TITLE, "file-pen-line"),
    Place(minutes_texts.KEY, minutes_texts.TITLE, "calendar", is_start=False),
    Place(together_texts.KEY, together_texts.TITLE, "handshake", is_start=False),
    Place(charter_texts.KEY, charter_texts.TITLE, "book-open"),
    Place(rules_texts.KEY, rules_texts.RAIL, "circle-check", is_start=False),
    Place(
        referrals_place.KEY,
        referrals_place.RAIL,
        "external-link",
        is_start=False,
        needs="sent",
    ),
    Place(inbox_place.KEY, inbox_place.TITLE, "mail", is_start=False, needs="inbox"),
    Place(curate_texts.KEY, curate_texts.TITLE, "users", for_keepers=True),
    Place(settings_texts.KEY, settings_texts.TITLE, "settings", is_start=False),
)
ASIDES: Final = (
    Place("keeping", keeping_texts.TITLE, "users", is_start=False),
    Place(document_place.KEY, document_place.TITLE, "history", is_start=False),
)
"""Pages that the rail does not show: other pages lead to them, and they lead back."""


def place_of(key: str) -> Place:
    """Return the place of the page of this key, in the rail or beside it."""
    return next(place for place in (*PLACES, *ASIDES) if place.key == key)
