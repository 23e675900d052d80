"""The window's colours, light and dark: warm paper, dark ink, one calm green-blue.

Every pair of text and ground that the window uses is listed in `TEXT_PAIRS` and held to a
contrast of 4.5 to 1 by a test.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QPalette

from librarian.domain.kinds import Kind


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, each as ``#rrggbb``."""

    window: str
    base: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    hover: str
    mark: str
    star: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str


LIGHT: Final = Colours(
    window="#f6f4ef",
    base="#ffffff",
    raised="#fbfaf7",
    line="#e4dfd5",
    edge="#8f897d",
    text="#20292b",
    muted="#596366",
    accent="#0b6663",
    on_accent="#ffffff",
    accent_soft="#dcedea",
    hover="#eeebe4",
    mark="#ffe9a3",
    star="#a86400",
    good="#256338",
    good_soft="#e2f1e4",
    warn="#7d4e00",
    warn_soft="#fcefd2",
    bad="#9c2f1f",
    bad_soft="#fbe5e0",
)

DARK: Final = Colours(
    window="#1a1e20",
    base="#22272a",
    raised="#272d30",
    line="#363e41",
    edge="#7b8588",
    text="#eceae5",
    muted="#a9b2b3",
    accent="#72cbc2",
    on_accent="#0e2422",
    accent_soft="#21403e",
    hover="#2d3437",
    mark="#5d4b10",
    star="#f0b85a",
    good="#8fd3a0",
    good_soft="#20372a",
    warn="#f0c674",
    warn_soft="#3d3218",
    bad="#f5a898",
    bad_soft="#44261f",
)

TEXT_PAIRS: Final = (
    ("text", "window"),
    ("text", "base"),
    ("text", "raised"),
    ("text", "hover"),
    ("text", "accent_soft"),
    ("text", "mark"),
    ("muted", "window"),
    ("muted", "base"),
    ("muted", "raised"),
    ("muted", "hover"),
    ("muted", "accent_soft"),
    ("accent", "window"),
    ("accent", "base"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("good", "good_soft"),
    ("good", "window"),
    ("warn", "warn_soft"),
    ("warn", "window"),
    ("bad", "bad_soft"),
    ("bad", "window"),
    ("text", "good_soft"),
    ("text", "warn_soft"),
    ("text", "bad_soft"),
    ("base", "good"),
)
EDGE_PAIRS: Final = (
    ("edge", "window"),
    ("edge", "base"),
    ("accent", "window"),
    ("accent", "base"),
    ("star", "base"),
)
"""Edges of fields, focus rings and signs: 3 to 1 is enough for what is not read."""

BADGES: Final = {
    Kind.WORD: ("#2b5797", "DOC"),
    Kind.PDF: ("#b3261e", "PDF"),
    Kind.SHEET: ("#1e6e42", "XLS"),
    Kind.SLIDES: ("#b0431f", "PPT"),
    Kind.MAIL: ("#7a5b00", "MAIL"),
    Kind.WEB: ("#5a4fa2", "WEB"),
    Kind.TEXT: ("#586067", "TXT"),
    Kind.PICTURE: ("#7b3fa0", "PIC"),
    Kind.MEDIA: ("#8e2f6b", "AV"),
    Kind.ARCHIVE: ("#6b5b4b", "ZIP"),
    Kind.OTHER: ("#586067", "FILE"),
}
BADGE_TEXT: Final = "#ffffff"


def qt_palette(colours: Colours) -> QPalette:
    """Return the palette that plain Qt widgets draw themselves with."""
    palette = QPalette()
    for role, colour in _roles(colours).items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.edge))
    return palette


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: colours.window,
        role.Base: colours.base,
        role.AlternateBase: colours.raised,
        role.Button: colours.base,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.base,
        role.WindowText: colours.text,
        role.Text: colours.text,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.line,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }
