"""The window: rail, page, banner, keys and status line, and which of them is to be seen when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from librarian.domain.errors import LibrarianError
from librarian.domain.settings import Settings
from ui.bridge.events import EventBridge
from ui.bridge.jobs import ThreadJobs
from ui.kit.desktop import ask_for_folder, open_on_desktop
from ui.kit.empty import Choice
from ui.kit.notices import Notice
from ui.kit.page import Page, Tools
from ui.kit.theme import Theme
from ui.settings import texts as settings_texts
from ui.settings.view_model import Deeds, SettingsViewModel
from ui.shell import shortcuts, texts
from ui.shell.asides import Asides
from ui.shell.companions import Companions
from ui.shell.frame import Frame, FrameDeeds
from ui.shell.navigation import PLACES, place_of
from ui.shell.remembering import WindowMemory
from ui.shell.session import Refusal, Session
from ui.shell.status_line import StatusDeeds
from ui.shell.status_view_model import StatusViewModel
from ui.shell.welcome import WelcomeDeeds

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library
    from librarian.application.ports import Clock
    from librarian.domain.events import Event

FIRST_SIZE: Final = (1280, 800)
LEAST_SIZE: Final = (720, 480)
TEXT_STEP: Final = 10
SIZES_OF_TEXT: Final = (80, 200)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window stands on."""

    jobs: ThreadJobs
    theme: Theme
    clock: Clock
    memory: WindowMemory
    home: Path
    choose_folder: Callable[[QWidget, str], Path | None] = ask_for_folder


class MainWindow(QMainWindow):
    """Shows pages, and what the session tells; `painted` comes once, when it is to be seen."""

    painted = Signal()

    def __init__(self, around: Surroundings, *, expects_drive: bool) -> None:
        super().__init__()
        self._around = around
        self.theme = around.theme
        self._painted = False
        self._expects_drive = expects_drive
        self._pages: dict[str, Page] = {}
        self._library: Library | None = None
        self.key = ""
        self.session = Session(around.jobs, self.notify, self)
        self.status = StatusViewModel(around.clock, self)
        self.settings = SettingsViewModel(self.session.settings, self._deeds(), self)
        self.asides = Asides(self._made, self.go_to)
        self._tools = Tools(
            jobs=around.jobs,
            theme=around.theme,
            clock=around.clock,
            notify=self.notify,
            go_to=self.go_to,
            look_again=self.session.look_again,
            show_document=self.asides.show_document,
            look_after=self.asides.look_after,
            confirm_forms=self.asides.confirm_forms,
            go_back=self.asides.go_back,
        )
        self._frame = Frame(self.theme, self.status, self._frame_deeds())
        self._companions = Companions(self, self._tools, self._frame.rail)
        self.setCentralWidget(self._frame)
        self.setWindowTitle(texts.APP)
        self.setMinimumSize(*LEAST_SIZE)
        self._connect()
        shortcuts.install(self, self._global_keys())
        self._restore()

    @property
    def page(self) -> Page | None:
        """The page that was gone to, if it is shown and nothing stands for it."""
        page = self._pages.get(self.key)
        is_shown = page is not None and self._frame.stack.currentWidget() is page.widget
        return page if is_shown else None

    def notify(self, notice: Notice) -> None:
        """Show a notice over the page."""
        self._frame.notices.show_notice(notice)

    def complain(self, error: Exception) -> None:
        """Tell of a failure that nobody took care of."""
        self.notify(Notice.of(error))

    def go_to(self, key: str) -> None:
        """Show the page of this key; before there is a drive, the welcome stands for most."""
        self.key = key
        self.asides.note(key)
        self._frame.rail.show_page(key)
        if key != settings_texts.KEY and not self._expects_drive:
            self._frame.stack.setCurrentWidget(self._frame.welcome)
            self._frame.welcome.setFocus()
            return
        if key != settings_texts.KEY and self.session.refusal is not None:
            self._frame.stack.setCurrentWidget(self._frame.away)
            return
        page = self._made(key)
        self._frame.stack.setCurrentWidget(page.widget)
        page.shown()
        if self._frame.keys.isVisible():
            self._explain_keys()

    def focus_search(self) -> None:
        """Go to the search box, wherever the keyboard is."""
        self.go_to(PLACES[0].key)

    @Slot()
    def show_welcome(self) -> None:
        """No drive was chosen yet: greet, and offer ways to one."""
        self._expects_drive = False
        self._frame.welcome.show_busy("")
        self.go_to(PLACES[0].key)

    def look_again(self) -> None:
        """Look at the whole drive again, and say so."""
        if self.session.library is not None:
            self.session.look_again()
            self.notify(Notice(settings_texts.LOOKING))

    @Slot(object)
    def take(self, event: Event) -> None:
        """Show what an event of the library has to say to a person."""
        from librarian.domain.events import DriveFound, DriveLost, LossesDoubted, Noticed  # noqa: PLC0415 - not needed to begin to type

        match event:
            case DriveLost():
                self._frame.banner.show()
            case DriveFound():
                self._frame.banner.hide()
            case LossesDoubted(title=title, remedy=remedy):
                gone, accept = settings_texts.LOSSES, self.settings.accept_losses
                self.notify(Notice(title, remedy, warning=True, action=gone, act=accept))
            case Noticed(title=title, remedy=remedy):
                self.notify(Notice(title, remedy, warning=True))

    def enlarge(self, steps: int) -> None:
        """Make text larger or smaller by so many steps; 0 makes it as usual."""
        least, most = SIZES_OF_TEXT
        size = self.session.settings.text_size + steps * TEXT_STEP if steps else 100
        fitting = min(max(size, least), most)
        self.session.change(lambda settings: replace(settings, text_size=fitting))

    def toggle_keys(self) -> None:
        """Show the list of keys, or hide it and give the keyboard back to the page."""
        if self._frame.keys.isVisible():
            self._frame.keys.hide()
            page = self.page
            if page is not None:
                page.shown()
            return
        self._explain_keys()
        self._frame.keys.show()
        self._frame.keys.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the window is to be seen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was."""
        memory = self._around.memory
        memory.geometry = self.saveGeometry()
        memory.page = self.key
        for key, page in self._pages.items():
            memory.keep_page(key, page.memory())
        memory.close()
        super().closeEvent(event)

    def _connect(self) -> None:
        session = self.session
        session.settings_changed.connect(self._on_settings)
        session.drive_wanted.connect(self.show_welcome)
        session.opening.connect(self._on_opening)
        session.opened.connect(self._on_opened)
        session.refused.connect(self._on_refused)
        session.failed.connect(self._on_failed)
        self._around.jobs.complained.connect(self.complain)
        self._frame.rail.wanted.connect(self.go_to)
        self._frame.rail.help_wanted.connect(self.toggle_keys)
        self._frame.keys.closed.connect(self.toggle_keys)

    def _restore(self) -> None:
        memory = self._around.memory
        if not self.restoreGeometry(memory.geometry):
            self.resize(*FIRST_SIZE)
        starts = {place.key for place in PLACES if place.is_start}
        self.go_to(memory.page if memory.page in starts else PLACES[0].key)

    def _global_keys(self) -> list[tuple[str, Callable[[], object]]]:
        pages = [
            (f"Ctrl+{number}", partial(self.go_to, place.key))
            for number, place in enumerate(PLACES[:9], start=1)
        ]
        return [
            *pages,
            ("Ctrl+L", self.focus_search),
            ("/", self.focus_search),
            ("F5", self.look_again),
            ("F1", self.toggle_keys),
            ("Ctrl+,", partial(self.go_to, settings_texts.KEY)),
            ("Ctrl++", partial(self.enlarge, 1)),
            ("Ctrl+=", partial(self.enlarge, 1)),
            ("Ctrl+-", partial(self.enlarge, -1)),
            ("Ctrl+0", partial(self.enlarge, 0)),
        ]

    def _made(self, key: str) -> Page:
        if key not in self._pages:
            page = place_of(key).make(self._tools, self.settings)
            self._pages[key] = page
            self._frame.stack.addWidget(page.widget)
            page.recall(self._around.memory.of_page(key))
            if self.session.library is not None and self.session.events is not None:
                page.opened(self.session.library, self.session.events)
        return self._pages[key]

    def _explain_keys(self) -> None:
        page = self.page
        own = [(place_of(self.key).title, page.keys)] if page is not None and page.keys else []
        self._frame.keys.explain([*own, (texts.KEYS_EVERYWHERE, texts.KEYS)])

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        theme = self.theme
        if (settings.look, settings.text_size) != (theme.look, theme.text_size):
            theme.use(settings.look, settings.text_size)
        self._around.memory.keep_appearance(settings)
        self.settings.show(settings)
        self.status.use_pace(settings.pace)
        self._companions.heed(settings)
        self._frame.welcome.show_settings(settings)

    @Slot(str)
    def _on_opening(self, name: str) -> None:
        self.status.expect(name)
        self._frame.welcome.show_busy(texts.OPENING.format(name) if name else texts.MAKING_SAMPLE)

    @Slot(object, object)
    def _on_opened(self, library: Library, events: EventBridge) -> None:
        self._expects_drive = True
        self._frame.welcome.show_busy("")
        self._frame.banner.hide()
        self.status.open(library.name)
        self.setWindowTitle(f"{library.name} – {texts.APP}")
        if library is not self._library:
            self._library = library
            self._follow(library, events)
        if self._frame.stack.currentWidget() in (self._frame.welcome, self._frame.away):
            self.go_to(PLACES[0].key)

    def _follow(self, library: Library, events: EventBridge) -> None:
        for listener in (self.status.take, self.take):
            events.received.connect(listener)
        self._companions.use(library, events)
        for page in self._pages.values():
            page.opened(library, events)

    @Slot(object)
    def _on_refused(self, refusal: Refusal) -> None:
        name = refusal.root.name or str(refusal.root)
        error = refusal.error
        why = str(error) if isinstance(error, LibrarianError) else ""
        self._frame.away.explain(
            "unplug",
            texts.AWAY_TITLE.format(name),
            texts.AWAY_TEXT.format(why).strip(),
            (
                Choice(texts.TRY_NOW, self.session.try_again, primary=True),
                Choice(texts.ASK_ACCESS, partial(self.session.ask_for_access, self._show_message)),
                Choice(texts.OTHER_FOLDER, self._choose_folder),
            ),
        )
        self._expects_drive = True
        self.status.lose()
        self._frame.welcome.show_busy("")
        if self.key != settings_texts.KEY:
            self.go_to(PLACES[0].key)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.complain(error)
        self.show_welcome()

    def _choose_folder(self) -> None:
        folder = self._around.choose_folder(self, texts.CHOOSE_TITLE)
        if folder is not None:
            self.session.open_drive(folder)

    def _show_message(self, message: Path) -> None:
        self.notify(Notice(texts.ASKED_ACCESS))
        open_on_desktop(message)

    def _frame_deeds(self) -> FrameDeeds:
        session = self.session
        return FrameDeeds(
            welcome=WelcomeDeeds(self._choose_folder, session.open_sample, session.open_drive),
            status=StatusDeeds(
                session.pause, session.go_on, session.stop_looking, session.look_again
            ),
            look_again=session.look_again,
        )

    def _deeds(self) -> Deeds:
        session = self.session
        return Deeds(
            change=session.change,
            use_drive=session.open_drive,
            use_sample=session.open_sample,
            choose_folder=self._choose_folder,
            forget=session.forget,
            look_again=session.look_again,
            accept_losses=session.accept_losses,
            use_cases=session.use_cases,
            open_words=lambda: session.find_words(open_on_desktop),
            open_reports=lambda: open_on_desktop(self._around.home / "logs"),
        )
