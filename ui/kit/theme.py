"""How everything looks just now: colours, sizes, fonts and icons, following a person's settings.

One Theme is made with the window and given to every page; `changed` says that colours or sizes
are others now. Pages draw with it and keep no colours or sizes of their own.
"""

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from librarian.domain.settings import Look
from ui import assets
from ui.kit import icons
from ui.kit.colours import DARK, LIGHT, Colours, qt_palette

FAMILY: Final = "Inter"
_FONTS: Final = Path(assets.__file__).parent / "fonts"
_STYLE: Final = Path(__file__).with_name("style.qss")


class Size(IntEnum):
    """Sizes of type in pixels at 100 per cent."""

    SMALL = 12
    BODY = 14
    LEAD = 16
    TITLE = 20
    DISPLAY = 28


class Theme(QObject):
    """The look of the window; `use` puts it on, `changed` tells who draws by hand."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._look = Look.SYSTEM
        self._text_size = 100
        self.colours = LIGHT
        _load_fonts()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are on."""
        return self.colours is DARK

    @property
    def look(self) -> Look:
        """The look that was chosen."""
        return self._look

    @property
    def text_size(self) -> int:
        """The size of all text, in per cent."""
        return self._text_size

    def use(self, look: Look, text_size: int) -> None:
        """Put on this look and size of text."""
        self._look, self._text_size = look, text_size
        self.colours = self._chosen()
        self._app.setPalette(qt_palette(self.colours))
        self._app.setFont(self.font())
        self._app.setStyleSheet("")  # Qt puts a sheet on each widget once, but another in its
        # place once for each widget around it too: four to five times the work, all told
        self._app.setStyleSheet(_style_sheet(self.colours, self.px))
        self.changed.emit()

    def px(self, pixels: float) -> int:
        """Return a length that grows with the text."""
        return max(1, round(pixels * self._text_size / 100)) if pixels else 0

    def font(self, size: int = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the window's type at this size (at 100 per cent) and weight."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def colour(self, name: str) -> QColor:
        """Return the colour of this name (a field of Colours) to paint with."""
        return QColor(getattr(self.colours, name))

    def icon(self, name: str, tone: str = "text", size: int = 18) -> QIcon:
        """Return an icon in the colour called tone."""
        colour = getattr(self.colours, tone)
        return icons.icon(name, colour, self.px(size), self._app.devicePixelRatio())

    def pixmap(self, name: str, tone: str = "text", size: int = 18) -> QPixmap:
        """Return an icon to paint, sharp on this screen."""
        colour = getattr(self.colours, tone)
        return icons.pixmap(name, colour, self.px(size), self._app.devicePixelRatio())

    def dress(self, button: QAbstractButton, name: str, tone: str = "text", size: int = 18) -> None:
        """Give button this icon now and whenever the look changes."""

        def put_on() -> None:
            button.setIcon(self.icon(name, tone, size))
            button.setIconSize(QSize(self.px(size), self.px(size)))

        self.follow(button, put_on)

    def follow(self, owner: QObject, redraw: Callable[[], None]) -> None:
        """Call redraw now and whenever the look changes, for as long as owner lives."""
        redraw()
        _Follower(self, owner, redraw)

    def _follow_system(self) -> None:
        if self._look is Look.SYSTEM:
            self.use(self._look, self._text_size)

    def _chosen(self) -> Colours:
        if self._look is Look.SYSTEM:
            scheme = self._app.styleHints().colorScheme()
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._look is Look.DARK else LIGHT


class _Follower(QObject):
    """Lives with its owner, so that its connection to the theme ends with it."""

    def __init__(self, theme: Theme, owner: QObject, redraw: Callable[[], None]) -> None:
        super().__init__(owner)
        self._redraw = redraw
        theme.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._redraw()


def _load_fonts() -> None:
    for path in sorted(_FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def _style_sheet(colours: Colours, px: Callable[[float], int]) -> str:
    words = {field: getattr(colours, field) for field in Colours.__slots__}
    sizes = {f"px{pixels}": str(px(pixels)) for pixels in range(1, 65)}
    rings = {"inner": str(px(18) - 4), "ring": str(px(18) // 2)}
    pictures = {
        "icons": icons.FOLDER.as_posix(),
        "shade": "dark" if colours is DARK else "light",
    }
    return Template(_STYLE.read_text(encoding="utf-8")).substitute(words | sizes | rings | pictures)
