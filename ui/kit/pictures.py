"""A picture as an answer: pasted, taken from a photo, or drawn with a finger or the mouse.

What is kept is small: no wider than a page needs, and without what a camera writes beside it,
such as where a photo was taken.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QImageReader,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.theme import Theme
from ui.kit.widgets import button, label

PASTE: Final = "Paste"
PHOTO: Final = "Photo or file …"
DRAW: Final = "Draw"
KEEP: Final = "Keep drawing"
CLEAR: Final = "Remove"
NOTHING: Final = "There is no picture to paste. Copy one first."
UNREADABLE: Final = "This file is no picture that can be read."
NONE: Final = "No picture yet."
PAD: Final = "Drawing pad"
SIDE: Final = 1100
LARGEST: Final = 780_000
_BEGINNING: Final = "data:image/jpeg;base64,"
_PAD: Final = QSize(520, 280)


def data_of(picture: QImage) -> str:
    """Return a picture as an answer holds it, small enough for a form."""
    for side, quality in ((SIDE, 80), (SIDE, 60), (700, 60), (400, 50)):
        data = _BEGINNING + _jpeg(_fitting(picture, side), quality)
        if len(data) <= LARGEST:
            return data
    return ""


def picture_of(data: object) -> QImage:
    """Return the picture that an answer holds; a null one for none."""
    text = data if isinstance(data, str) else ""
    content = QByteArray.fromBase64(QByteArray(text.partition(",")[2].encode("ascii", "ignore")))
    return QImage.fromData(content)


class PictureField:
    """A field for a picture; all of it can be done by keyboard but the drawing."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        value: object,
        changed: Callable[[], None],
        choose: Callable[[QWidget], str] | None = None,
    ) -> None:
        self._data = value if isinstance(value, str) else ""
        self._changed = changed
        self._choose = choose or _ask_for_file
        self._made = QWidget()
        self._shown = QLabel(NONE)
        self._said = label(tone="warn", wrap=True)
        self.pad = Pad(theme)
        self.pad.hide()
        self._theme = theme
        self._lay_out(title)
        self._show()

    @property
    def widget(self) -> QWidget:
        """All of it."""
        return self._made

    def value(self) -> object:
        """The picture, as an answer holds it."""
        return self._data or None

    def show(self, value: object) -> None:
        """Show another picture, without telling of it."""
        self._data = value if isinstance(value, str) else ""
        self._show()

    def begin(self) -> None:
        """Put the keyboard on the first way to a picture."""
        self._buttons[0].setFocus()

    def name(self, title: str) -> None:
        """Say to a screen reader what the picture is of."""
        for each in self._buttons:
            each.setAccessibleName(f"{each.text()}: {title}")

    def take(self, picture: QImage, otherwise: str) -> None:
        """Keep a picture; where there is none, say so."""
        self._said.setText(otherwise if picture.isNull() else "")
        if not picture.isNull():
            self._data = data_of(picture)
            self.pad.hide()
            self._show()
            self._changed()

    @property
    def said(self) -> str:
        """What was not right with the last picture; empty for nothing."""
        return self._said.text()

    def paste(self) -> None:
        """Take what was copied."""
        self.take(QGuiApplication.clipboard().image(), NOTHING)

    def open(self) -> None:
        """Take a photo or another file."""
        chosen = self._choose(self._made)
        if chosen:
            reader = QImageReader(chosen)
            reader.setAutoTransform(True)  # as the camera was held
            self.take(reader.read(), UNREADABLE)

    def draw(self) -> None:
        """Show the pad; where it is shown already, keep what is on it."""
        if self.pad.isVisible():
            self.take(self.pad.picture(), "")
        else:
            self.pad.clear()
            self.pad.show()
        self._drawing.setText(KEEP if self.pad.isVisible() else DRAW)

    def _clear(self) -> None:
        self._data = ""
        self.pad.hide()
        self._drawing.setText(DRAW)
        self._show()
        self._changed()

    def _show(self) -> None:
        picture = picture_of(self._data)
        if picture.isNull():
            self._shown.setPixmap(QPixmap())
            self._shown.setText(NONE)
        else:
            height = self._theme.px(180)
            smooth = Qt.TransformationMode.SmoothTransformation
            self._shown.setPixmap(QPixmap.fromImage(picture.scaledToHeight(height, smooth)))
        self._away.setVisible(bool(self._data))

    def _lay_out(self, title: str) -> None:
        self._drawing = button(DRAW, self.draw)
        self._away = button(CLEAR, self._clear, "quiet")
        row = QHBoxLayout()
        paste, photo = button(PASTE, self.paste), button(PHOTO, self.open)
        self._buttons = (paste, photo, self._drawing, self._away)
        for each in self._buttons:
            row.addWidget(each)
        self.name(title)
        row.addStretch(1)
        column = QVBoxLayout(self._made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._shown)
        column.addWidget(self.pad)
        column.addWidget(self._said)
        column.addLayout(row)


class Pad(QWidget):
    """White paper to draw on."""

    drawn = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[list[QPointF]] = []
        self.setAccessibleName(PAD)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme.follow(self, self._resize)

    def clear(self) -> None:
        """Begin on new paper."""
        self._lines = []
        self.update()

    def picture(self) -> QImage:
        """What was drawn; a null picture for nothing."""
        if not self._lines:
            return QImage()
        drawn = QImage(self.size(), QImage.Format.Format_RGB32)
        drawn.fill(QColor("#ffffff"))
        painter = QPainter(drawn)
        self._paint(painter)
        painter.end()
        return drawn

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a line."""
        self._lines.append([event.position()])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if self._lines:
            self._lines[-1].append(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper and lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        painter.setPen(self._theme.colour("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor("#20292b"), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for line in self._lines:
            if len(line) == 1:
                painter.drawPoint(line[0])
            else:
                painter.drawPolyline(line)

    def _resize(self) -> None:
        self.setFixedSize(self._theme.px(_PAD.width()), self._theme.px(_PAD.height()))


def _fitting(picture: QImage, side: int) -> QImage:
    paper = QImage(picture.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("#ffffff"))  # what was see-through lies on white
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    if max(paper.width(), paper.height()) <= side:
        return paper
    smooth = Qt.TransformationMode.SmoothTransformation
    return paper.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)


def _jpeg(picture: QImage, quality: int) -> str:
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(device, "JPG", quality)  # type: ignore[call-overload]  # Qt takes text here
    device.close()
    return bytes(content.toBase64().data()).decode("ascii")


def _ask_for_file(parent: QWidget) -> str:
    chosen, _ = QFileDialog.getOpenFileName(parent, PHOTO, "", "*.png *.jpg *.jpeg *.bmp *.webp")
    return chosen
