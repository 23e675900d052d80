"""The first page of all: choose the team's folder, or try the sample drive."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from librarian.domain.settings import Settings
from ui.kit.centred import CentredColumn
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import ProgressLine, button, label, style
from ui.shell import texts

WIDTH: int = 520


@dataclass(frozen=True, slots=True)
class WelcomeDeeds:
    """What the page's buttons do."""

    choose_folder: Callable[[], object]
    use_sample: Callable[[], object]
    use_drive: Callable[[Path], object]


class Welcome(CentredColumn):
    """Greets a person, and says while a drive is being opened that it is."""

    def __init__(self, theme: Theme, deeds: WelcomeDeeds) -> None:
        super().__init__(theme, WIDTH, middle=True)
        self._deeds = deeds
        self._sign = QLabel()
        self._card = QFrame()
        self._choose = button(texts.CHOOSE, deeds.choose_folder, "primary")
        self._sample = button(texts.SAMPLE, deeds.use_sample)
        self._recent = QVBoxLayout()
        self._busy = label(tone="muted")
        self._progress = ProgressLine(theme)
        self._lay_out()
        self.setFocusProxy(self._choose)
        theme.follow(self, self._redraw)
        self.show_settings(Settings())
        self.show_busy("")

    def show_settings(self, settings: Settings) -> None:
        """Offer the drives that were used before."""
        empty_out(self._recent)
        if settings.drives:
            self._recent.addSpacing(self._theme.px(10))
            self._recent.addWidget(label(texts.RECENT, strong="true"))
        for drive in settings.drives:
            self._recent.addWidget(self._link(drive))

    def show_busy(self, words: str) -> None:
        """Say what is going on, and take no other wish meanwhile; empty words end it."""
        self._busy.setText(words)
        self._busy.setVisible(bool(words))
        self._progress.setVisible(bool(words))
        self._progress.show_share(None if words else 0.0)
        self._choose.setEnabled(not words)
        self._sample.setEnabled(not words)

    def _link(self, drive: str) -> QWidget:
        path = Path(drive)
        made = button(path.name or drive, lambda: self._deeds.use_drive(path), "link")
        made.setToolTip(drive)
        return made

    def _lay_out(self) -> None:
        style(self._card, kind="card")
        inside = QVBoxLayout(self._card)
        inside.addWidget(self._choose)
        inside.addWidget(label(texts.CHOOSE_WHY, tone="muted", letters="small", wrap=True))
        inside.addSpacing(8)
        inside.addWidget(self._sample)
        inside.addWidget(label(texts.SAMPLE_WHY, tone="muted", letters="small", wrap=True))
        inside.addLayout(self._recent)
        self._inside = inside
        column = self.column
        self._sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sign)
        for words, letters, tone in (
            (texts.WELCOME, "display", ""),
            (texts.WELCOME_LEAD, "lead", "muted"),
        ):
            said = label(words, letters=letters, tone=tone, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(said)
        column.addSpacing(8)
        column.addWidget(self._card)
        column.addWidget(self._busy)
        column.addWidget(self._progress)

    def _redraw(self) -> None:
        px = self._theme.px
        self._sign.setPixmap(self._theme.pixmap("library", "accent", 48))
        self.column.setSpacing(px(12))
        self._inside.setContentsMargins(px(28), px(24), px(28), px(24))
        self._inside.setSpacing(px(8))
