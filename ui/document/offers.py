"""Which deeds are offered above a document: only what this person can do with it now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from librarian.domain.searching import State
from ui.document import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import About

ASK_KEYS: Final = "Ctrl+Return"
KEYS: Final = {
    texts.COPY_PATH: "Ctrl+C",
    texts.DATED_COPY: "Ctrl+S",
    texts.SUGGEST: "Ctrl+E",
    texts.ASK: ASK_KEYS,
}
_SHARED: Final = (texts.OPEN, texts.OPEN_FOLDER, texts.COPY_PATH, texts.DATED_COPY)


def offered(about: About) -> tuple[str, ...]:
    """Return the deeds with a document, in the order in which they stand."""
    right = (texts.STILL_RIGHT,) if about.may_vouch else ()
    wishes = (*right, texts.SUGGEST, texts.REPORT)
    if about.may_change:
        hold = texts.LET_GO if about.held else texts.HOLD
        return (*_SHARED, texts.CHANGE_TEMPLATE, hold, *wishes)
    is_confirmed = about.current is not None and about.current.state is State.CURRENT
    return (*_SHARED, *(() if is_confirmed else (texts.ASK,)), *wishes)


def offered_for_edit(about: About) -> tuple[str, ...]:
    """Return what can be done about a change that nobody confirmed, or a file that is gone."""
    if about.is_missing and about.may_change:
        return (*((texts.FOLLOW,) if about.lies_at else ()), texts.EDITED_BACK)
    if not about.edited:
        return ()
    if not about.may_change:
        return (texts.SEE_DIFFERENCE,)
    return (texts.SEE_DIFFERENCE, texts.EDITED_NEXT, texts.EDITED_BACK)
