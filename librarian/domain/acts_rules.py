"""What Business Support decide about the drive's rules, as acts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RulesPublished:
    """Rules are in force from now on; `manifest` has a line for each file: its SHA-256, its path.

    `folder` tells which rules they are; the bytes are in the version store.
    """

    folder: str
    manifest: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding is left until a day (ISO 8601), for a reason; it names no file and no person."""

    finding: str
    code: str
    because: str
    until: str
