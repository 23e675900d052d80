"""What made-up files look like beside the results."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter

from librarian.domain.extraction import Block, Shape
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.paths import extension_of
from librarian.domain.previews import (
    MailPreview,
    Mark,
    Page,
    PagesPreview,
    PicturePreview,
    Preview,
    Sheet,
    TablePreview,
    TextPreview,
)
from tests.support.find_files import MadeUpFile


def made_up_preview(file: MadeUpFile, first_page: int) -> Preview:
    kind = kind_of(extension_of(file.path))
    if kind is Kind.PDF:
        pages = tuple(a_page(number) for number in range(first_page, min(first_page + 2, 5)))
        return PagesPreview(pages, first_page, 5)
    if kind is Kind.SHEET:
        return TablePreview((_SHEET, Sheet("Refreshers", (("Name", "Due"),))))
    if kind is Kind.PICTURE:
        return PicturePreview(a_picture())
    if kind is Kind.MAIL:
        return MailPreview(_HEADERS, (Block(Shape.PARAGRAPH, file.text),), ("Genogram.docx",))
    return TextPreview((Block(Shape.TITLE, Path(file.path).stem), *_BLOCKS), cut=True)


_HEADERS = (
    ("From", "Janet Bloom <janet@team.example>"),
    ("To", "Team"),
    ("Subject", "FW: genogram for core group"),
    ("Date", "20 September 2026, 09:12"),
)


_BLOCKS = (
    Block(Shape.ASIDE, "Children's Social Care · Practice guidance · v2"),
    Block(Shape.HEADING, "What a genogram is for", 1),
    Block(
        Shape.PARAGRAPH,
        "A genogram is a family map of at least three generations. It shows who belongs, who has "
        "died, who lives together and how people get on. Draw it with the family, not about them.",
    ),
    Block(Shape.HEADING, "Before you begin", 2),
    Block(Shape.ITEM, "Ask whether now is a good time, and who should be there."),
    Block(Shape.ITEM, "Bring a large sheet and thick pens; let the child hold the pen."),
    Block(Shape.ITEM, "Say what will happen with the drawing afterwards."),
    Block(Shape.HEADING, "Symbols", 2),
    Block(Shape.ROW, "Symbol\tMeaning\tExample"),
    Block(Shape.ROW, "Square\tMale\tDad, 34"),
    Block(Shape.ROW, "Circle\tFemale\tMum, 31"),
    Block(Shape.ROW, "Dotted line\tLives together\tGran's house"),
    Block(Shape.PARAGRAPH, "Keep the genogram with the chronology and bring both to the review."),
    *(
        Block(Shape.PARAGRAPH, f"Question {n}. Who would the child ring if they were worried?")
        for n in range(1, 30)
    ),
)


_SHEET = Sheet(
    "Who has been",
    (
        ("Name", "Team", "Genogram day one", "Genogram day two", "Refresher due"),
        *(
            (f"Worker {number}", "North" if number % 2 else "South", "12/03/2026", "", "03/2027")
            for number in range(1, 60)
        ),
    ),
    cut=True,
)


def a_page(number: int) -> Page:
    """A drawn page with a heading, lines of text and one mark."""
    image = QImage(1000, 1414, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor("#111111"))
    font = QFont()
    font.setPixelSize(44)
    painter.setFont(font)
    painter.drawText(QRectF(110, 110, 800, 70), f"Part {number + 1}. The family genogram")
    font.setPixelSize(22)
    painter.setFont(font)
    for line in range(24):
        painter.drawText(
            QRectF(110, 220 + line * 44, 800, 40),
            "Say who took part in drawing the genogram, and what they want.",
        )
    painter.end()
    return Page(_png(image), 1000, 1414, (Mark(0.35, 0.079, 0.32, 0.035),))


def a_picture() -> bytes:
    """A whiteboard with a drawing on it."""
    image = QImage(1200, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4f1e8"))
    painter = QPainter(image)
    painter.setPen(QColor("#224466"))
    for column in range(5):
        painter.drawRect(120 + column * 200, 200, 90, 90)
        painter.drawEllipse(120 + column * 200, 480, 90, 90)
        painter.drawLine(165 + column * 200, 290, 165 + column * 200, 480)
    painter.end()
    return _png(image)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
