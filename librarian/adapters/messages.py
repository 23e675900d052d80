"""Messages for people to send: files that any mail program opens as a draft.

Nothing is ever sent from here; to whom it goes is for the person to choose.
"""

from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

from librarian.application.prepared_emails import PreparedEmail
from librarian.domain.errors import LibrarianError


class MessageFolder:
    """Writes messages into a folder of this computer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, prepared: PreparedEmail) -> Path:
        """Write the message as a file that a mail program opens, and return where it lies."""
        message = EmailMessage()
        message["Subject"] = prepared.subject
        message["X-Unsent"] = "1"  # Outlook opens it ready to send
        message.set_content(prepared.body)
        data = bytes(message)
        target = self._folder / f"{sha256(data).hexdigest()[:16]}.eml"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        except OSError as error:
            raise LibrarianError(
                "The message could not be written.", "Make room on this computer."
            ) from error
        return target
