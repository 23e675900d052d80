"""What each person may choose for themselves; every field is a setting on the Settings page."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """The window's colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Pace(StrEnum):
    """How hard the program reads; gentle leaves the network to people."""

    FULL = "full"
    GENTLE = "gentle"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's choices; `text_size` in per cent, `rescan_minutes` between two looks."""

    look: Look = Look.SYSTEM
    text_size: int = 100
    pace: Pace = Pace.FULL
    rescan_minutes: int = 60
    drive: str = ""
    drives: tuple[str, ...] = ()
    case_source: str = ""
    """A folder the case system exports to, or the mapping file of its database."""
    spelling: bool = True
    """Whether words that no dictionary knows are marked while one writes."""
