"""Messages with minutes, for a person to send: each holds what its own reader may have, no more."""

import re
from collections.abc import Mapping
from typing import Final

from librarian.application.forms.filling import Made
from librarian.application.forms.handing_ports import Letter
from librarian.application.minutes.ports import Meeting
from librarian.domain.minutes.carrying import rows, said

_ADDRESS: Final = re.compile(r"[^@\s,;:<>\"]+@[^@\s,;:<>\"]+")
_BODIES: Final = {
    "actions": "Here is who does what, by when. The minutes follow once they are confirmed.\n",
    "pack": (
        "Here are the minutes to fill in or to comment on, in plain Word.\n"
        "Write in the boxes, save the file, and send it back in the safe way you were told.\n"
    ),
    "minutes": "Here is your copy of the minutes. Keep it safe, and pass it on to nobody.\n",
    "comments": (
        "\nThe minutes are in the Word file, as they are now. Write in the boxes, save the file,"
        "\nand send it back in the safe way you were told.\n"
    ),
}


def letter_of(
    meeting: Meeting, files: Mapping[str, bytes], *, kind: str, to: str = "", words: str = ""
) -> Letter:
    """Return a message with these files; its subject and name hold a case number at most."""
    subject = f"Core group {meeting.case}: {kind}".replace("  ", " ")
    return Letter(
        name=f"{meeting.case or 'core-group'} {kind}".strip(),
        to=to,
        subject=subject,
        body=f"{words.strip()}\n{_BODIES[kind]}" if words else _BODIES[kind],
        files=files,
    )


def copy_letter(meeting: Meeting, reader: str, number: int, made: tuple[Made, ...]) -> Letter:
    """Return the message for one reader, with the pages of that reader's own copy.

    It is named by the reader's place in the list, for no name may stand in a file's name.
    """
    pages = {each.name: each.content for each in made if each.name.endswith(".pdf")}
    letter = letter_of(meeting, pages, kind="minutes", to=address_of(meeting, reader))
    return Letter(f"{letter.name} {number}", letter.to, letter.subject, letter.body, letter.files)


def address_of(meeting: Meeting, reader: str) -> str:
    """Return where a reader gets e-mail; empty where that is not known, or is no address."""
    for row in rows(meeting.answers, "readers"):
        given = said(row, "email").strip()
        if same_name(said(row, "name"), reader) and _ADDRESS.fullmatch(given):
            return given
    return ""


def same_name(one: str, other: str) -> bool:
    """Tell whether two spellings mean one person: space and capital letters do not count."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
