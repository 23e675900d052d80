"""The Document page without its widgets: one document, what is compared, and what is done.

Nothing here blocks; each act carries the digest of what the person saw, and the page is asked
anew after each.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from librarian.application.about import About, Comparison, Edition, Registrar, Sent
from librarian.application.ports import Jobs
from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, Event, IndexChanged, ScanFinished
from ui.bridge.newest import Newest
from ui.document import texts
from ui.kit import comparing

T = TypeVar("T")
LANE: Final = "documents"
QUIET_MS: Final = 1500


@dataclass(frozen=True, slots=True)
class Handing:
    """What is done with a file itself; all but `show_message` may block and is made in a job."""

    open: Callable[[str], None]
    open_folder: Callable[[str], None]
    full_path: Callable[[str], str]
    show_message: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions side by side, ready to draw."""

    before: str
    after: str
    changes: int
    rows: tuple[str, ...]


Notify = Callable[[str, str], None]


class DocumentViewModel(QObject):
    """Everything the page shows and does."""

    changed = Signal()
    """Another document, or the same one with other news; None while it is awaited."""
    failed = Signal(object)
    """It could not be shown: what went wrong."""
    comparing = Signal()
    """Two versions will be side by side soon."""
    compared_changed = Signal()
    path_copied = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        notify: Notify,
        complain: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notify = notify
        self._complain = complain
        self._archivist: Registrar | None = None
        self._hand: Handing | None = None
        self._asking = Newest(jobs, LANE, self._lack, self)
        self._comparing = Newest(jobs, LANE, self._complain, self)
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.reload)
        self.path = ""
        self.about: About | None = None
        self.compared: Compared | None = None

    def use(self, registrar: Registrar | None, hand: Handing) -> None:
        """Work with another drive from now on."""
        self._archivist, self._hand = registrar, hand
        self.path, self.about, self.compared = "", None, None
        self.changed.emit()

    def look_at(self, path: str) -> None:
        """Show the document that the file at path is a version of."""
        self.path, self.about = path, None
        self.close_comparison()
        self.changed.emit()
        self.reload()

    def reload(self) -> None:
        """Ask for the same document again."""
        if self._archivist and self.path:
            self._asking.ask(partial(self._archivist.about, self.path), self._take)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """Something happened to the drive: what is shown may be another by now."""
        if isinstance(event, (DocumentsChanged, IndexChanged, ScanFinished)) and self.about:
            self.refresh()

    def refresh(self) -> None:
        """Ask again soon, and at most once in a while."""
        if not self._soon.isActive():
            self._soon.start()

    # Comparing

    def compare(self, older: Edition, newer: Edition) -> None:
        """Put two versions side by side."""
        if self._archivist:
            work = partial(_compared, self._archivist, older, newer)
            self.comparing.emit()
            self._comparing.ask(work, self._take_comparison, self._lack_comparison)

    def close_comparison(self) -> None:
        """Show the details again."""
        self._comparing.forget()
        if self.compared:
            self.compared = None
            self.compared_changed.emit()

    def _lack_comparison(self, error: LibrarianError) -> None:
        self.compared = None
        self.compared_changed.emit()
        self._complain(error)

    # What is done with the file

    def open(self, path: str) -> None:
        """Open a version in its own program."""
        if self._hand and path:
            self._do(partial(self._hand.open, path), self._be_content)

    def open_folder(self) -> None:
        """Show the document's file in its folder."""
        if self._hand and self.about:
            self._do(partial(self._hand.open_folder, self.about.path), self._be_content)

    def copy_path(self) -> None:
        """Give the path of the current file to the clipboard."""
        if self._hand and self.about:
            self._do(partial(self._hand.full_path, self.about.path), self._hand_over)

    def save_dated_copy(self, folder: Path) -> None:
        """Put a copy with today's date in its name into folder."""
        if self._archivist and self.about:
            work = partial(self._archivist.save_dated_copy, self.about.path, folder)
            self._do(work, self._tell_saved)

    def change_template(self) -> None:
        """Begin the next version: a draft beside the current one, open for writing."""
        if self._archivist and self._hand and self.about:
            work = partial(_draft, self._archivist, self._hand, self.about.path)
            self._do(work, self._tell_begun)

    # What is decided

    def confirm(self, edition: Edition, note: str) -> None:
        """Make a version the current one."""
        self._decide(
            lambda registrar, about: registrar.confirm(
                edition.path, note=note, seen=edition.sha256, of=_home(about, edition)
            ),
            texts.CONFIRMED_NOW,
        )

    def put_forward(self, edition: Edition, note: str) -> None:
        """Keep a version as a draft."""
        self._decide(
            lambda registrar, about: registrar.put_forward(
                edition.path, note=note, seen=edition.sha256, of=_home(about, edition)
            ),
            texts.FORWARD_NOW,
        )

    def restore(self, edition: Edition, note: str) -> None:
        """Make a recorded version current again."""
        self._decide(
            lambda registrar, about: registrar.restore(
                about.path, edition, note=note, seen=about.seen
            ),
            texts.RESTORED_NOW,
        )

    def take_change(self) -> None:
        """Make what somebody changed after it was confirmed the next version."""
        self._decide(
            lambda registrar, about: registrar.confirm(about.path, seen=about.seen),
            texts.CONFIRMED_NOW,
        )

    def put_back(self) -> None:
        """Put the confirmed version back where somebody changed the file."""
        self._decide(
            lambda registrar, about: registrar.put_back(
                about.path, seen="" if about.is_missing else about.seen
            ),
            texts.RESTORED_NOW,
        )

    def follow(self) -> None:
        """Let the place where somebody moved the file to be its place."""
        self._decide(
            lambda registrar, about: registrar.follow(about.path, about.lies_at), texts.FOLLOWED
        )

    def hold(self, *, on: bool) -> None:
        """Keep the document where and as it is, or let it go."""
        self._decide(
            lambda registrar, about: registrar.hold(about.path, on=on),
            texts.HELD_NOW if on else texts.LET_GO_NOW,
        )

    def answer(self, wish: str) -> None:
        """What a reader asked for was dealt with."""
        self._decide(lambda registrar, _: registrar.answer(wish), texts.ANSWERED_NOW)

    def ask_to_confirm(self) -> None:
        """Ask Business Support which version is the current one."""
        if self._archivist and self.about:
            work = partial(self._archivist.ask_to_confirm, self.about.path, seen=self.about.seen)
            self._do(work, partial(self._tell_sent, texts.ASKED_NOW))

    def suggest(self, words: str) -> None:
        """Tell Business Support what should be different."""
        if self._archivist and self.about and words.strip():
            work = partial(
                self._archivist.suggest, self.about.path, words.strip(), seen=self.about.seen
            )
            self._do(work, partial(self._tell_sent, texts.SUGGESTED_NOW))

    def report(self, words: str) -> None:
        """Tell Business Support what is wrong with the file."""
        if self._archivist and self.about and words.strip():
            work = partial(self._archivist.report, self.about.path, words.strip())
            self._do(work, partial(self._tell_sent, texts.REPORTED_NOW))

    def vouch(self) -> None:
        """Say that it is still right."""
        if self._archivist and self.about:
            self._do(partial(self._archivist.vouch, self.about.path), self._tell_vouched)

    def _decide(self, act: Callable[[Registrar, About], None], told: str) -> None:
        if self._archivist and self.about:
            self._do(partial(act, self._archivist, self.about), partial(self._tell_done, told))

    def _do(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.submit(LANE, work, done, self._fail_and_reload)

    def _take(self, about: About) -> None:
        if about != self.about:
            self.path, self.about = about.path, about
            self.changed.emit()

    def _take_comparison(self, compared: Compared) -> None:
        self.compared = compared
        self.compared_changed.emit()

    def _tell_done(self, told: str, _answer: None) -> None:
        self._notify(told, "")
        self.close_comparison()
        self.reload()

    def _tell_sent(self, told: str, sent: Sent) -> None:
        if sent.message is None:
            self._notify(told, "")
        elif self._hand:
            self._notify(texts.MAIL_READY, "")
            self._hand.show_message(sent.message)
        self.reload()

    def _tell_vouched(self, sent: Sent | None) -> None:
        if sent is None:
            self._tell_done(texts.RIGHT_NOW, None)
        else:
            self._tell_sent(texts.RIGHT_TOLD, sent)

    def _tell_saved(self, target: Path) -> None:
        self._notify(texts.SAVED, texts.saved_as(target))

    def _tell_begun(self, draft: str) -> None:
        self._notify(texts.DRAFT_BEGUN, texts.draft_lies(draft))
        self.reload()

    def _hand_over(self, path: str) -> None:
        self.path_copied.emit(path)
        self._notify(texts.COPIED, texts.COPIED_WHY)

    def _be_content(self, _answer: None) -> None:
        """What opened is all there is to see."""

    def _lack(self, error: LibrarianError) -> None:
        """It cannot be shown; what was shown before stays, if there is anything."""
        if self.about is None:
            self.failed.emit(error)

    def _fail_and_reload(self, error: LibrarianError) -> None:
        """What was seen may be out of date: look again, so that the next try is on the truth."""
        self._complain(error)
        self.reload()


def _draft(registrar: Registrar, hand: Handing, path: str) -> str:
    draft = registrar.change_template(path)
    hand.open(draft)
    return draft


def _home(about: About, edition: Edition) -> str:
    """The document that a file elsewhere is to become the current version of, if it has one."""
    current = about.current
    known = current is not None and current.is_confirmed
    return about.path if known and edition.path != about.path else ""


def _compared(registrar: Registrar, older: Edition, newer: Edition) -> Compared:
    comparison: Comparison = registrar.compare(older, newer)
    return Compared(
        texts.edition_name(older),
        texts.edition_name(newer),
        comparison.changes,
        tuple(comparing.rows(comparison)),
    )
