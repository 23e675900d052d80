"""A word in a coloured pill: says in a glance how something stands, and never by colour alone."""

from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.kit.widgets import style

TONES = ("quiet", "accent", "good", "warn", "bad")


def pill(words: str, tone: str = "quiet") -> QLabel:
    """Return a pill in one of the tones."""
    made = QLabel(words)
    style(made, kind="pill", tone=tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made
