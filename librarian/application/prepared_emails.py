"""Messages that are written for a person to send, where nothing can be put on record.

They go to whoever the person chooses; nothing is ever sent from here.
"""

from dataclasses import dataclass
from urllib.parse import quote

from librarian.domain.paths import name_of


@dataclass(frozen=True, slots=True)
class PreparedEmail:
    """A message for business support, or for IT."""

    subject: str
    body: str

    @property
    def link(self) -> str:
        """What opens it in the mail program; whom it goes to is for the person to choose."""
        return f"mailto:?subject={quote(self.subject)}&body={quote(self.body)}"


def to_confirm(path: str) -> PreparedEmail:
    """Return a message that asks which version is the current one."""
    return PreparedEmail(
        f"Is this the current one? {name_of(path)}",
        "Please look whether this is the current version, and confirm it in Librarian:"
        f"\n\n{path}\n",
    )


def to_suggest(path: str, note: str) -> PreparedEmail:
    """Return a message that suggests a change."""
    return PreparedEmail(f"A change to {name_of(path)}", f"{note}\n\n{path}\n")


def to_report(path: str, note: str) -> PreparedEmail:
    """Return a message that reports what is wrong with a file."""
    return PreparedEmail(f"Something is wrong with {name_of(path)}", f"{note}\n\n{path}\n")


def to_vouch(path: str) -> PreparedEmail:
    """Return a message that says that a document is still right."""
    return PreparedEmail(
        f"Still right: {name_of(path)}",
        f"I have looked at this document, and it is still right:\n\n{path}\n",
    )


def to_want(words: str) -> PreparedEmail:
    """Return a message that asks for a document nobody could find."""
    return PreparedEmail(
        "A document that we do not have",
        f"I looked for this on our drive and did not find it:\n\n{words}\n",
    )


def to_be_let_in(place: str, who: str, note: str = "", whom: str = "") -> PreparedEmail:
    """Return a message that asks for access: to what, as whom, and what IT has to know.

    `place` is a folder as the operating system opens it, or the drive itself; `who` is the
    account the person signs in with; `whom` is the person who decides, where that is known.
    """
    lines = [
        "Please give me access to this folder.",
        f"Folder: {place}",
        f"I sign in as: {who}",
        *([f"Who decides about it: {whom}"] if whom else []),
        *([f"Why I need it: {note}"] if note else []),
        "For IT: this account needs to read the folder and what lies in it.",
    ]
    return PreparedEmail("Access to a shared folder", "\n\n".join(lines) + "\n")
