"""What the window remembers of itself from one start to the next, in a small local file.

It is read before anything else is loaded, so that the window opens at once where and how it was;
what belongs to the drive or to other programs lies in the desk's settings instead.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from librarian.domain.settings import Look, Settings

_FILE: Final = "window.ini"


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looked, and whether it knew a drive."""

    look: Look = Look.SYSTEM
    text_size: int = 100
    drive: str = ""


class WindowMemory:
    """Keeps the window's place, its page and each page's own small things."""

    def __init__(self, home: Path) -> None:
        self._kept = QSettings(str(home / _FILE), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        """How the window looked last; as shipped where that is not known."""
        look, size = self._text("look"), self._text("text_size")
        return Appearance(
            Look(look) if look in set(Look) else Look.SYSTEM,
            min(max(int(size), 80), 200) if size.isdecimal() else 100,
            self._text("drive"),
        )

    def keep_appearance(self, settings: Settings) -> None:
        """Remember how the window looks, and its drive."""
        self._kept.setValue("look", str(settings.look))
        self._kept.setValue("text_size", str(settings.text_size))
        self._kept.setValue("drive", settings.drive)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size; empty at the first start."""
        kept = self._kept.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("geometry", geometry)

    @property
    def page(self) -> str:
        """The key of the page that was shown."""
        return self._text("page")

    @page.setter
    def page(self, key: str) -> None:
        self._kept.setValue("page", key)

    def of_page(self, key: str) -> dict[str, str]:
        """What a page asked to have remembered."""
        self._kept.beginGroup(f"page-{key}")
        found = {name: self._text(name) for name in self._kept.childKeys()}
        self._kept.endGroup()
        return found

    def keep_page(self, key: str, memory: dict[str, str]) -> None:
        """Remember this for a page."""
        self._kept.beginGroup(f"page-{key}")
        for name, value in memory.items():
            self._kept.setValue(name, value)
        self._kept.endGroup()

    def close(self) -> None:
        """Have everything written."""
        self._kept.sync()

    def _text(self, name: str) -> str:
        kept = self._kept.value(name)
        return kept if isinstance(kept, str) else ""
