"""The pages of the window, in the order of the rail: a page more is a line more."""

from collections.abc import Callable
from dataclasses import dataclass
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
    make: Callable[[Tools, SettingsViewModel], Page]
    is_start: bool = True
    """Whether the next start may begin here."""
    for_keepers: bool = False
    """Whether only those who look after the drive see it in the rail."""
    needs: str = ""
    """What has to be there before the rail shows it: `sent` referrals, or an `inbox` to read."""


def _find_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.find.page import FindPage  # noqa: PLC0415 - the welcome goes without it

    return FindPage(tools)


def _settings_page(tools: Tools, model: SettingsViewModel) -> Page:
    from ui.settings.view import SettingsPage  # noqa: PLC0415 - not needed to begin to type

    return SettingsPage(tools, model)


def _keeping_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.keeping.page import KeepingPage  # noqa: PLC0415 - not needed to begin to type

    return KeepingPage(tools)


def _forms_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.forms.page import FormsPage  # noqa: PLC0415 - not needed to begin to type

    return FormsPage(tools)


def _curate_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.curate.page import CuratePage  # noqa: PLC0415 - not needed to begin to type

    return CuratePage(tools)


def _referrals_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.referrals.page import ReferralsPage  # noqa: PLC0415 - not needed to begin to type

    return ReferralsPage(tools)


def _inbox_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.inbox.page import InboxPage  # noqa: PLC0415 - not needed to begin to type

    return InboxPage(tools)


def _minutes_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.minutes.page import MinutesPage  # noqa: PLC0415 - not needed to begin to type

    return MinutesPage(tools)


def _rules_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.rules.page import RulesPage  # noqa: PLC0415 - not needed to begin to type

    return RulesPage(tools)


def _document_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.document.page import DocumentPage  # noqa: PLC0415 - not needed to begin to type

    return DocumentPage(tools)


def _charter_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.charter.page import CharterPage  # noqa: PLC0415 - not needed to begin to type

    return CharterPage(tools)


def _together_page(tools: Tools, _: SettingsViewModel) -> Page:
    from ui.together.page import TogetherPage  # noqa: PLC0415 - not needed to begin to type

    return TogetherPage(tools)


PLACES: Final = (
    Place("find", find_texts.TITLE, "search", _find_page),
    Place(forms_texts.KEY, forms_texts.TITLE, "file-pen-line", _forms_page),
    Place(minutes_texts.KEY, minutes_texts.TITLE, "calendar", _minutes_page, is_start=False),
    Place(together_texts.KEY, together_texts.TITLE, "handshake", _together_page, is_start=False),
    Place(charter_texts.KEY, charter_texts.TITLE, "book-open", _charter_page),
    Place(rules_texts.KEY, rules_texts.RAIL, "circle-check", _rules_page, is_start=False),
    Place(
        referrals_place.KEY,
        referrals_place.RAIL,
        "external-link",
        _referrals_page,
        is_start=False,
        needs="sent",
    ),
    Place(inbox_place.KEY, inbox_place.TITLE, "mail", _inbox_page, is_start=False, needs="inbox"),
    Place(curate_texts.KEY, curate_texts.TITLE, "users", _curate_page, for_keepers=True),
    Place(settings_texts.KEY, settings_texts.TITLE, "settings", _settings_page, is_start=False),
)
ASIDES: Final = (
    Place("keeping", keeping_texts.TITLE, "users", _keeping_page, is_start=False),
    Place(document_place.KEY, document_place.TITLE, "history", _document_page, is_start=False),
)
"""Pages that the rail does not show: other pages lead to them, and they lead back."""


def place_of(key: str) -> Place:
    """Return the place of the page of this key, in the rail or beside it."""
    return next(place for place in (*PLACES, *ASIDES) if place.key == key)
