"""Referrals as messages for a person to send: files that any mail program opens as a draft.

They hold what was answered, so they lie in this user's data folder, and go once they were sent.
"""

import mimetypes
import os
from email.message import EmailMessage
from pathlib import Path

from librarian.adapters.drive_writing import told
from librarian.application.forms.handing_ports import Letter


class LetterFolder:
    """Writes messages into one local folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, letter: Letter) -> Path:
        """Write a message that any mail program opens, and return where it lies."""
        path = self._folder / f"{letter.name}.eml"
        half = path.with_suffix(".half")
        with told("the message"):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(half, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(bytes(_message(letter)))
                file.flush()
                os.fsync(file.fileno())
            half.replace(path)
        return path

    def remove(self, path: Path) -> None:
        """Take a message away for good; one that is not there is gone already."""
        with told("the message"):
            path.unlink(missing_ok=True)


def _message(letter: Letter) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = letter.subject
    message["X-Unsent"] = "1"  # Outlook opens it ready to send
    if letter.to:
        message["To"] = letter.to
    message.set_content(letter.body)
    for name, content in letter.files.items():
        kind, _ = mimetypes.guess_type(name)
        main, _, sub = (kind or "application/octet-stream").partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message
