"""Where half-filled forms are kept encrypted, and what of each is readable."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Head:
    """What is readable of a draft: its id, the form it is for, and when it was kept."""

    id: str
    form: str
    version: str
    kept: date


class DraftBox(Protocol):
    """Keeps half-filled forms encrypted."""

    def heads(self) -> tuple[Head, ...]:
        """What is readable of each draft."""

    def save(self, head: Head, answers: Mapping[str, object]) -> None:
        """Keep a draft."""

    def load(self, draft: str, form: str, version: str) -> dict[str, object]:
        """The answers of a draft."""

    def forget(self, draft: str) -> None:
        """Delete a draft."""
