"""A question that is answered with a picture."""

from PySide6.QtWidgets import QVBoxLayout

from ui.forms.controls import Control
from ui.kit.pictures import PictureField
from ui.kit.theme import Theme


class PictureControl(Control):
    """Pasted, taken from a photo, or drawn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = PictureField(theme, "", None, self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field.widget)

    def show_value(self, value: object) -> None:
        """Show another picture, without telling of it."""
        self.field.show(value)

    def begin(self) -> None:
        """Put the keyboard on the first way to a picture."""
        self.field.begin()

    def name(self, words: str, more: str) -> None:
        """Say to a screen reader what is asked."""
        self.field.name(words)

    def _tell(self) -> None:
        self.changed.emit(self.field.value())
