"""Taking away what a layout holds, to draw it anew."""

from PySide6.QtWidgets import QLayout


def empty_out(layout: QLayout) -> None:
    """Take everything out of layout, also out of layouts within, and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()  # it goes when the event loop comes round: not to be seen until then
            widget.deleteLater()
        elif inner is not None:
            empty_out(inner)
