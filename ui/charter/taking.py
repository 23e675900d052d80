"""What people take from a charter: their e-mail signature with the calendar hold, and the card."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from librarian.domain.charter.protected import protected_time_of
from librarian.domain.charter.signing import signature_of
from ui.charter import texts
from ui.kit.centred import CentredColumn
from ui.kit.theme import Size, Theme
from ui.kit.widgets import button, label, style

WIDTH = 640
CARD = QSize(510, 330)


class SignaturePage(CentredColumn):
    """The signature with this person's name, and protected time for their calendar."""

    copied = Signal()
    hold_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._answers: Mapping[str, object] = {}
        self.name, self.role = QLineEdit(), QLineEdit()
        self.preview = QTextBrowser()
        self._hold = label(tone="muted", wrap=True)
        self._cards: list[QVBoxLayout] = []
        self._lay_out()
        theme.follow(self, self._respace)

    def show_charter(self, answers: Mapping[str, object]) -> None:
        """Show the signature of this charter."""
        self._answers = answers
        self._hold.setText(texts.HOLD_WHAT.format(protected_time_of(answers).spoken))
        self._draw()

    def begin(self) -> None:
        """Put the keyboard where the name goes."""
        self.name.setFocus()

    def _draw(self) -> None:
        self.preview.setHtml(signature_of(self._answers, self.name.text(), self.role.text()).rich)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole signature is to be seen, however many lines it takes."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.preview.document().setTextWidth(self.preview.viewport().width())
        high = int(self.preview.document().size().height())
        self.preview.setFixedHeight(max(self._theme.px(110), high + self._theme.px(20)))

    def _copy(self) -> None:
        """Copy it as Qt copies text: it makes the plain text itself, and outlives this program."""
        self.preview.selectAll()
        self.preview.copy()
        cursor = self.preview.textCursor()
        cursor.clearSelection()
        self.preview.setTextCursor(cursor)
        self.copied.emit()

    def _lay_out(self) -> None:
        self.column.addWidget(label(texts.SIGNATURE, letters="display", wrap=True))
        self.column.addWidget(label(texts.SIGN_LEAD, tone="muted", wrap=True))
        card = self._card()
        for field, name in ((self.name, texts.YOUR_NAME), (self.role, texts.YOUR_ROLE)):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.textChanged.connect(self._draw)
            card.addWidget(field)
        self.preview.setAccessibleName(texts.SIGN_PREVIEW)
        self.preview.setOpenLinks(False)
        self.preview.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.preview.setTabChangesFocus(True)
        style(self.preview, kind="paper")
        card.addWidget(self.preview)
        card.addWidget(button(texts.COPY_SIGNATURE, self._copy, "primary"), 0, _LEFT)
        hold = self._card()
        hold.addWidget(label(texts.HOLD, letters="lead", strong="true", wrap=True))
        hold.addWidget(self._hold)
        hold.addWidget(button(texts.SAVE_HOLD, self.hold_wanted.emit), 0, _LEFT)
        self.column.addWidget(button(texts.BACK, self.left.emit), 0, _LEFT)

    def _card(self) -> QVBoxLayout:
        frame = QFrame()
        style(frame, kind="card")
        inside = QVBoxLayout(frame)
        self.column.addWidget(frame)
        self._cards.append(inside)
        return inside

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(14))
        self._fit()
        for inside in self._cards:
            inside.setContentsMargins(px(20), px(18), px(20), px(18))
            inside.setSpacing(px(10))


class CardPage(CentredColumn):
    """The card as it is printed; paper is white in every light."""

    print_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self.picture = CardPicture(theme)
        self.print = button(texts.PRINT_CARDS, self.print_wanted.emit, "primary")
        self._none = label(texts.CARD_NO_LINK, tone="warn", wrap=True)
        self._lay_out()
        theme.follow(self, self._respace)

    def show_charter(self, answers: Mapping[str, object]) -> None:
        """Show the card of this charter, as yet without its code."""
        self.picture.show_card(answers)
        self.picture.setVisible(bool(self.picture.link))
        self.print.setVisible(bool(self.picture.link))
        self._none.setVisible(not self.picture.link)

    def begin(self) -> None:
        """Put the keyboard where the card is printed."""
        self.print.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label(texts.CARD, letters="display", wrap=True))
        self.column.addWidget(label(texts.CARD_LEAD, tone="muted", wrap=True))
        self.column.addWidget(self.picture, 0, _LEFT)
        self.column.addWidget(self._none)
        self.column.addWidget(self.print, 0, _LEFT)
        self.column.addWidget(button(texts.BACK, self.left.emit), 0, _LEFT)

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(16))


class CardPicture(QWidget):
    """Draws the card: words at the left, the code at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._code = QSvgRenderer(self)
        self._words: dict[str, str] = {}
        self.link = ""
        theme.follow(self, self._resize)

    def show_card(self, answers: Mapping[str, object]) -> None:
        """Show the words of this charter's card."""
        time = protected_time_of(answers)
        contact = _text(answers, "team", "contact")
        self.link = _text(answers, "card", "link")
        self._words = {
            "team": _text(answers, "team", "name"),
            "words": _text(answers, "card", "words"),
            "small": f"With children {time.spoken}.\n{contact}",
        }
        self.setAccessibleName(texts.CARD_NAME.format(self.link))
        self.update()

    def show_code(self, svg: bytes) -> None:
        """Draw this code too."""
        self._code.load(QByteArray(svg))
        self.update()

    def sizeHint(self) -> QSize:
        """As large as is good to look at."""
        return QSize(self._theme.px(CARD.width()), self._theme.px(CARD.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, words and code."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("#ffffff"))
        painter.setPen(self._theme.colour("line"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))
        room = QRectF(self.rect()).adjusted(px(28), px(28), -px(28), -px(28))
        side = px(170)
        words = QRectF(room.left(), room.top(), room.width() - side - px(20), room.height())
        self._paint_words(painter, words)
        code = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
        if self._code.isValid():
            self._code.render(painter, code)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        wrap = Qt.TextFlag.TextWordWrap
        painter.setPen(QColor("#0b6663"))
        painter.setFont(self._theme.font(Size.TITLE))
        top = Qt.AlignmentFlag.AlignTop
        team = painter.boundingRect(room, wrap | top, self._words.get("team", ""))
        painter.drawText(room, wrap | top, self._words.get("team", ""))
        painter.setPen(QColor("#20292b"))
        painter.setFont(self._theme.font(Size.BODY + 1))
        below = room.adjusted(0, team.height() + self._theme.px(12), 0, 0)
        painter.drawText(below, wrap | top, self._words.get("words", ""))
        painter.setFont(self._theme.font(Size.SMALL))
        painter.drawText(room, wrap | Qt.AlignmentFlag.AlignBottom, self._words.get("small", ""))

    def _resize(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


_LEFT = Qt.AlignmentFlag.AlignLeft


def _text(answers: Mapping[str, object], group: str, name: str) -> str:
    found = answers.get(group)
    value = found.get(name) if isinstance(found, Mapping) else None
    return value if isinstance(value, str) else ""
