"""Keeps a person's settings; what cannot be understood falls back to how the program ships."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Final

from librarian.application.ports import Store
from librarian.domain.settings import Look, Pace, Settings

_DOCUMENT: Final = "settings"
_DRIVES_KEPT: Final = 8


class Preferences:
    """Reads one person's settings once, and writes each change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._settings: Settings | None = None

    def load(self) -> Settings:
        """The settings as kept; fields that are missing or senseless are as shipped."""
        if self._settings is None:
            self._settings = _understood(self._store.load(_DOCUMENT))
        return self._settings

    def save(self, settings: Settings) -> None:
        """Keep these settings."""
        self._settings = settings
        self._store.save(_DOCUMENT, asdict(settings))

    def use_drive(self, drive: str) -> Settings:
        """Make drive the one last used, and return the settings as they are now."""
        before = self.load()
        others = tuple(known for known in before.drives if known != drive)
        after = replace(before, drive=drive, drives=(drive, *others)[:_DRIVES_KEPT])
        self.save(after)
        return after


def _understood(document: Mapping[str, object]) -> Settings:
    shipped = Settings()
    kept = {
        field.name: document[field.name] for field in fields(Settings) if field.name in document
    }
    look, pace, drives = kept.get("look"), kept.get("pace"), kept.get("drives")
    return Settings(
        look=Look(look) if isinstance(look, str) and look in set(Look) else shipped.look,
        text_size=_within(kept.get("text_size"), 80, 200, shipped.text_size),
        pace=Pace(pace) if isinstance(pace, str) and pace in set(Pace) else shipped.pace,
        rescan_minutes=_within(kept.get("rescan_minutes"), 5, 1440, shipped.rescan_minutes),
        drive=str(kept.get("drive", "")),
        drives=tuple(str(each) for each in drives) if isinstance(drives, list) else (),
        case_source=str(kept.get("case_source", "")),
        spelling=kept.get("spelling") is not False,
    )


def _within(value: object, low: int, high: int, otherwise: int) -> int:
    return min(max(value, low), high) if isinstance(value, int) else otherwise
