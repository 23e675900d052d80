"""What the window asks of the desktop around it: a folder, and to open something."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.shell import texts


def ask_for_folder(parent: QWidget) -> Path | None:
    """Ask with the system's own dialog for the team's folder; None where nobody chose."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not needed to begin to type

    chosen = QFileDialog.getExistingDirectory(parent, texts.CHOOSE_TITLE)
    return Path(chosen) if chosen else None


def open_on_desktop(place: Path) -> None:
    """Open a file or a folder in the program that the desktop has for it."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not needed to begin to type
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - not needed to begin to type

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
