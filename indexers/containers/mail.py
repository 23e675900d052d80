"""A message, whatever it was kept in: header lines, text, names of what is attached."""

from dataclasses import dataclass
from typing import Final

from indexers.containers.tidying import block, has_text
from librarian.domain.extraction import (
    Block,
    Extraction,
    Properties,
    Reason,
    Shape,
    UnreadableError,
)

HEADERS: Final = ("From", "To", "Cc", "Bcc", "Date", "Subject")
"""The header lines that people read, in this order."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message; headers as (name, value) in the order of HEADERS, empty ones left out.

    `sent` is in ISO 8601, empty where not said. `is_page` marks a web page kept as a message.
    """

    headers: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    attachments: tuple[str, ...] = ()
    sent: str = ""
    is_locked: bool = False
    is_page: bool = False
    warnings: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """Return a header's value; empty where it is not there."""
        return dict(self.headers).get(name, "")


def extraction(message: Message) -> Extraction:
    """Return a message as a document: subject, who wrote to whom, text."""
    subject = message.header("Subject")
    said = [
        found
        for name, value in message.headers
        if name != "Subject"
        for found in block(Shape.ASIDE, f"{name}: {value}")
    ]
    blocks = (*block(Shape.TITLE, subject), *said, *message.blocks)
    if message.is_locked and not has_text(message.blocks):
        raise UnreadableError(Reason.PASSWORD, "its text is encrypted")
    if not has_text(blocks) and not message.attachments:
        raise UnreadableError(Reason.EMPTY)
    names = tuple(found for name in message.attachments for found in block(Shape.ASIDE, name))
    return Extraction(
        (*blocks, *names),
        Properties(title=subject, author=message.header("From"), created=message.sent),
        message.attachments,
        message.warnings,
    )
