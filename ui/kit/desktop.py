"""What the window asks of the desktop around it: a folder, a file, and to open something."""

from pathlib import Path

from PySide6.QtWidgets import QWidget


def ask_for_folder(parent: QWidget, title: str, start: str = "") -> Path | None:
    """Ask with the system's own dialog for a folder; None where nobody chose."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not needed to begin to type

    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None


def ask_for_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask with the system's own dialog for a file that is there; None where nobody chose."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not needed to begin to type

    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(chosen) if chosen else None


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kinds: str = "", *, never_over: bool = False
) -> Path | None:
    """Ask with the system's own dialog where to save; None where nobody chose.

    With `never_over` it does not ask about a file that is there: nothing will be overwritten.
    """
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not needed to begin to type

    asks = QFileDialog.Option.DontConfirmOverwrite if never_over else QFileDialog.Option(0)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds, options=asks)
    return Path(chosen) if chosen else None


def documents_folder() -> str:
    """Where this person's own documents are."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - not needed to begin to type

    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def open_on_desktop(place: Path) -> None:
    """Open a file, a folder or a message in the program that the desktop has for it."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not needed to begin to type
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - not needed to begin to type

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
