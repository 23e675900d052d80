"""What somebody said about a referral, set apart like a quotation."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.kit.widgets import label, style


def quoted(head: str, words: str) -> QWidget:
    """Return words under who said them."""
    made = QFrame()
    style(made, kind="said")
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 6, 8, 6)
    column.setSpacing(2)
    column.addWidget(label(head, tone="muted", letters="small"))
    column.addWidget(label(words, wrap=True))
    return made
