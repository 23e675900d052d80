"""Every word about a file of which nothing can be shown, and what to do."""

from __future__ import annotations

from typing import Final

from librarian.domain.extraction import Reason
from ui.find.texts import AWAY_DO

REMEDIES: Final = {
    Reason.PASSWORD: "Open it and type the password.",
    Reason.DAMAGED: "Try to open it. If that fails too, ask for an older copy.",
    Reason.TOO_LARGE: "Open it to see what is inside.",
    Reason.MISNAMED: "Its ending does not fit what is inside. Ask Business Support about it.",
    Reason.TOO_SLOW: "Open it to see what is inside.",
    Reason.EMPTY: "There is nothing inside. Look for another version.",
    Reason.NO_TEXT: "Open it to see the picture.",
    Reason.NO_READER: "Open it in its own program.",
    Reason.ONLINE_ONLY: "Open it to fetch it from the cloud.",
    Reason.UNREACHABLE: AWAY_DO,
}


def why_not(reason: Reason) -> str:
    """Why there is nothing to see, as a sentence."""
    return f"No preview: {reason.value}."
