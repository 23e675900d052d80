"""Shows the window to somebody who has no screen: plays a person, and saves pictures.

It types and presses keys as a person would, waits for what they bring, and looks at the window
only through what a screen reader is told.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QPushButton,
    QTabBar,
    QTableView,
    QWidget,
)

from librarian.domain.events import DriveFound, DriveLost
from librarian.domain.settings import Look
from ui.curate import looks_texts
from ui.curate import texts as curate_texts
from ui.find import texts as find_texts
from ui.forms import texts as forms_texts
from ui.kit.theme import Theme
from ui.settings import texts as settings_texts
from ui.shell.navigation import PLACES
from ui.shell.status_view_model import Reach
from ui.shell.window import MainWindow

SIZES: Final = ((1280, 800), (1920, 1080))
LOOKS: Final = (Look.LIGHT, Look.DARK)
PATIENCE_MS: Final = 120_000
GLANCE_MS: Final = 400
VERSIONS: Final = "core group minute"
QUERIES: Final = (
    "genogram",
    "core group type:word",
    "type:spreadsheet",
    "genogram type:pdf",
    "qqxzyv",
)


class Showing(QObject):
    """A visit: from the first look to the settings, with pictures of each state."""

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        *,
        sizes: Sequence[tuple[int, int]] = SIZES,
        looks: Sequence[Look] = LOOKS,
        glance_ms: int = GLANCE_MS,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._sizes = sizes
        self._looks = looks
        self._glance_ms = glance_ms
        self._patience_ms = patience_ms
        self._number = 0

    def play(self) -> int:
        """Play the visit; returns 0, or 1 where the drive never opened or nothing was found."""
        theme: Theme = self._window.theme
        before = (theme.look, theme.text_size)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._window.resize(*self._sizes[0])
        self._wait(self._is_settled)
        opened = self._window.status.status.reach is Reach.HERE
        self._take("first look")
        rested = opened and self._wait(self._is_at_rest)
        self._say(f"The drive is {'open' if opened else 'not open'}. {self._status()}")
        found = rested and self._search()
        if found:
            self._lose_the_drive()
            self._look_at_versions()
            self._visit_pages()
        self._look_around()
        theme.use(*before)
        self._window.close()
        self._say(f"Pictures are in {self._folder}")
        return 0 if found else 1

    def _search(self) -> bool:
        """Ask everything in QUERIES; tells whether anything was found."""
        found = False
        self._window.focus_search()
        self._take("before typing")
        for query in QUERIES:
            self._ask(query)
            rows = self._rows()
            found = found or bool(rows)
            self._say(f"“{query}” finds {len(rows)}." + "".join(f"\n  {r}" for r in rows[:5]))
            self._go_in()
            self._take(query)
        return found

    def _lose_the_drive(self) -> None:
        """What somebody sees who has found something when the drive stops answering."""
        window = self._window
        self._ask(QUERIES[0])
        self._go_in()
        for happens in (DriveLost(""), None, DriveFound()):
            if happens is None:
                self._take("drive away")
                continue
            window.status.take(happens)
            window.take(happens)

    def _look_at_versions(self) -> None:
        """What is to be seen of the versions of one document, and of looking after the drive."""
        self._ask(VERSIONS)
        self._go_in()
        self._press(Qt.Key.Key_Right)
        self._glance(2)
        self._take("versions")
        self._do(find_texts.WHY)
        self._take("why this one")
        self._do(find_texts.ALL_ABOUT)
        self._glance(3)
        self._take("all about it")
        self._press(Qt.Key.Key_C)
        self._glance(3)
        self._take("compared")
        self._window.asides.look_after()
        self._glance(3)
        self._take("look after it")

    def _ask(self, words: str) -> None:
        """Type words into the empty search box."""
        self._window.focus_search()
        self._press(Qt.Key.Key_Escape)
        self.type(words)
        self._glance()

    def _go_in(self) -> None:
        """Go to the first result, and wait for its preview."""
        self._press(Qt.Key.Key_Down)
        self._glance(3)
        self._wait(self._has_come)
        self._glance()

    def _has_come(self) -> bool:
        """Whether nothing that is to be seen says that the preview is still to come."""
        return not any(
            each.text() == find_texts.LOADING and each.isVisible()
            for each in self._window.findChildren(QLabel)
        )

    def _do(self, name: str) -> None:
        """Do what a key of the page that is shown would do."""
        page = self._window.page
        for action in page.widget.actions() if page else ():
            if action.text() == name:
                action.trigger()
        QCoreApplication.processEvents()

    def _visit_pages(self) -> None:
        """Every other page with its parts, as they are when one first comes there."""
        for place in PLACES[1:]:
            if place.key != settings_texts.KEY:
                self._window.go_to(place.key)
                self._glance(4)
                self._take(place.title.lower())
                self._visit_parts()
        self._begin_a_form()

    def _visit_parts(self) -> None:
        """The other parts of a page that has several."""
        seen = (each for each in self._window.findChildren(QTabBar) if each.isVisible())
        for tabs in list(seen)[:1]:
            for part in range(1, tabs.count()):
                tabs.setCurrentIndex(part)
                self._glance(3)
                self._take(tabs.tabText(part).lower())
                self._open_a_group()

    def _open_a_group(self) -> None:
        """What needs a look: a group that is opened, and what stands beside a thing in it."""
        tables = self._window.findChildren(QTableView)
        for table in tables:
            if table.isVisible() and table.accessibleName() == curate_texts.LOOKS:
                table.setFocus()
                for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
                    self._press(key)
                self._push(looks_texts.COMPARE)
                self._glance(3)
                self._take("a group opened")

    def _begin_a_form(self) -> None:
        """The first form of the list, as somebody begins it."""
        self._window.go_to(forms_texts.KEY)
        self._glance(2)
        self._push(f"{forms_texts.START}: ")
        self._glance(4)
        self._take("a form begun")

    def _push(self, begins: str) -> None:
        """Push the first button to be seen whose name, or text, begins so."""
        for button in self._window.findChildren(QPushButton):
            name = button.accessibleName() or button.text()
            if button.isVisible() and name.startswith(begins):
                button.click()
                break

    def _look_around(self) -> None:
        """What is to be seen beside searching: keys, settings, the welcome."""
        window = self._window
        window.toggle_keys()
        self._take("keys")
        window.toggle_keys()
        window.go_to(settings_texts.KEY)
        self._take("settings")
        window.show_welcome()
        self._take("first run")

    def type(self, words: str) -> None:
        """Type words, letter by letter, wherever the keyboard is."""
        for letter in words:
            self._send(Qt.Key(ord(letter.upper())), letter)

    def _press(self, key: Qt.Key) -> None:
        self._send(key, "")

    def _send(self, key: Qt.Key, text: str) -> None:
        target = self._focus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(target, event)
        QCoreApplication.processEvents()

    def _focus(self) -> QWidget:
        """Where the keyboard is; without a screen no window is ever the active one."""
        for focused in (QApplication.focusWidget(), self._window.focusWidget()):
            if isinstance(focused, QWidget):
                return focused
        return self._window

    def _rows(self) -> list[str]:
        """What a screen reader says of the rows of the list that is to be seen."""
        lists = self._window.findChildren(QAbstractItemView)
        seen = [each for each in lists if each.isVisible() and each.accessibleName() == "Results"]
        if not seen:
            return []
        model = seen[0].model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [
            str(model.index(row, 0).data(role)).splitlines()[0] for row in range(model.rowCount())
        ]

    def _take(self, name: str) -> None:
        """Save pictures of what is to be seen now, in each size and look."""
        self._number += 1
        theme = self._window.theme
        # the look that is on comes first: to put on another takes longer than anything else here
        for look in sorted(self._looks, key=lambda each: each is not theme.look):
            if look is not theme.look:
                theme.use(look, theme.text_size)
            for width, height in self._sizes:
                self._window.resize(width, height)
                self._glance()
                plain = name.replace(" ", "-").replace(":", "-")
                title = f"{self._number:02}-{plain}-{look}-{width}.png"
                self._window.grab().save(str(self._folder / title))
        self._window.resize(*self._sizes[0])

    def _is_settled(self) -> bool:
        """Whether it is known which drive is open, or that there is none."""
        reach = self._window.status.status.reach
        return reach in (Reach.HERE, Reach.AWAY) or self._window.session.wants_drive

    def _is_at_rest(self) -> bool:
        status = self._window.status.status
        return bool(status.freshness) and not status.is_working

    def _status(self) -> str:
        status = self._window.status.status
        return f"{status.drive}: {status.work}. {status.freshness}"

    def _glance(self, moments: int = 1) -> None:
        """Let the window do what it has to, for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(self._glance_ms * moments, loop.quit)
        loop.exec()

    def _wait(self, arrived: Callable[[], bool]) -> bool:
        """Wait until arrived, for as long as anybody would; tells whether it did."""
        loop = QEventLoop()
        patience = QTimer(self, singleShot=True)
        patience.timeout.connect(loop.quit)
        look = QTimer(self)
        look.timeout.connect(lambda: loop.quit() if arrived() else None)
        patience.start(self._patience_ms)
        look.start(max(1, self._glance_ms // 8))
        loop.exec()
        look.stop()
        patience.stop()
        return arrived()

    def _say(self, words: str) -> None:
        sys.stderr.write(f"{words}\n")
