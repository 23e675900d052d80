"""A desk and a library for tests of the window: made-up drives, answers at once, no disk.

Each fake is the real class with its ways of answering replaced, so that the window cannot tell.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Event as Flag

from librarian.application.forms.at_hand import ReferralsAtHand
from librarian.application.library import Library
from librarian.application.portering import Porter
from librarian.application.preferences import Preferences
from librarian.application.spelling import Speller
from librarian.application.upkeep import Keeper
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.events import DriveFound, Event, IndexChanged, ScanFinished
from librarian.domain.names import clean_name
from tests.support.charter_fakes import FakeCharter
from tests.support.curate_fakes import FakeDisposals, FakeOverseer, FakePost
from tests.support.document_fakes import FakeCaretaker, FakeRegistrar
from tests.support.fake_tidier import FakeTidier
from tests.support.fakes import FakeBus, FakeClock
from tests.support.form_desks import FakeBox, a_form_desk
from tests.support.made_up_files import TODAY, FakeFinder


class FakePorter(Porter):
    """Writes down what it is asked to do; `refusal` is raised instead where there is one."""

    def __init__(self) -> None:
        self.deeds: list[tuple[str, str]] = []
        self.refusal: LibrarianError | None = None

    def open(self, path: str) -> None:
        self._do("open", path)

    def open_folder(self, path: str) -> None:
        self._do("open folder", path)

    def print(self, path: str) -> None:
        self._do("print", path)

    def star(self, path: str, *, on: bool) -> None:
        self._do("star" if on else "unstar", path)

    def full_path(self, path: str) -> str:
        return f"/made-up/{path}"

    def suggested_copy(self, path: str, folder: Path) -> Path:
        return folder / clean_name(path)

    def fill_in_copy(self, path: str, target: Path) -> Path:
        self._do("fill in", f"{path} -> {target.name}")
        return target

    def _do(self, deed: str, path: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.deeds.append((deed, path))


class FakeKeeper(Keeper):
    """Says at once that everything was looked at, and waits to be stopped."""

    def __init__(self, bus: FakeBus, events: Sequence[Event]) -> None:
        self._bus = bus
        self._told = events
        self._end = Flag()
        self.wishes: list[str] = []

    def run(self) -> None:
        for event in self._told:
            self._bus.publish(event)
        self._end.wait(20)

    def stop(self) -> None:
        self.wishes.append("stop")
        self._end.set()

    def look_again(self, *, accept_losses: bool = False) -> None:
        self.wishes.append("accept losses" if accept_losses else "look again")

    def cancel(self) -> None:
        self.wishes.append("cancel")


class FakeStore:
    """Documents in memory."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, object]] = {}

    def load(self, name: str) -> dict[str, object]:
        document = dict(self.documents.get(name, {}))
        return {k: list(v) if isinstance(v, tuple) else v for k, v in document.items()}

    def save(self, name: str, document: object) -> None:
        self.documents[name] = dict(document)  # type: ignore[call-overload]  # a mapping


@dataclass
class FakeLibrary:
    """The parts of a library, to look at what was done with them; `library` is the whole."""

    root: Path = Path("/made-up/Team drive")
    finder: FakeFinder = field(default_factory=FakeFinder)
    porter: FakePorter = field(default_factory=FakePorter)
    bus: FakeBus = field(default_factory=FakeBus)
    events: tuple[Event, ...] = ()
    registrar: FakeRegistrar = field(default_factory=FakeRegistrar)
    caretaker: FakeCaretaker = field(default_factory=FakeCaretaker)
    overseer: FakeOverseer = field(default_factory=FakeOverseer)
    tidier: FakeTidier = field(default_factory=FakeTidier)
    disposals: FakeDisposals = field(default_factory=FakeDisposals)
    post: FakePost = field(default_factory=FakePost)
    referrals: ReferralsAtHand | None = None
    charter: FakeCharter = field(default_factory=FakeCharter)
    spelling: Callable[[], Speller | None] | None = None
    closed: bool = False

    def __post_init__(self) -> None:
        self.forms = a_form_desk(FakeClock(), FakeBox())
        self.keeper = FakeKeeper(self.bus, self.events or finished_events())
        self.library = Library(
            name=self.root.name,
            root=self.root,
            finder=self.finder,
            porter=self.porter,
            keeper=self.keeper,
            bus=self.bus,
            registrar=self.registrar,
            caretaker=self.caretaker,
            charter=lambda: self.charter,
            referrals=self.referrals,
            overseer=self.overseer,
            tidier=self.tidier,
            disposals=self.disposals,
            forms=lambda: self.forms,
            spelling=self.spelling,
            post=self.post,
            close=self._close,
        )

    def _close(self) -> None:
        self.closed = True


def finished_events() -> tuple[Event, ...]:
    """What a look tells that found all sixty files half a minute ago."""
    at = nanoseconds(TODAY - timedelta(seconds=30))
    finished = ScanFinished(
        files=60, new=60, changed=0, missing=0, unreachable=0, at=at, seconds=2.0
    )
    return (DriveFound(), IndexChanged(60, 54), finished)


class FakeDesk:
    """Opens made-up drives; `away` names roots that cannot be reached."""

    def __init__(self, drive: str = "") -> None:
        self.preferences = Preferences(FakeStore())
        self.words = Path("/made-up/words")
        self.away: dict[Path, LibrarianError] = {}
        self.referrals: ReferralsAtHand | None = None
        self.spelling: Callable[[], Speller | None] | None = None
        self.libraries: dict[Path, FakeLibrary] = {}
        self.prepare: Callable[[FakeLibrary], None] = lambda _: None
        self.samples = 0
        self.asked_for: list[Path] = []
        self.sample_fails: LibrarianError | None = None
        if drive:
            self.preferences.use_drive(drive)

    def open(self, root: Path) -> Library:
        if root in self.away:
            raise self.away[root]
        made = FakeLibrary(root=root, referrals=self.referrals, spelling=self.spelling)
        self.prepare(made)
        self.libraries[root] = made
        return made.library

    def ask_for_access(self, root: Path) -> Path:
        self.asked_for.append(root)
        return Path("/made-up/messages/1.eml")

    def try_cases(self, source: Path) -> tuple[str, ...]:
        if "no export" in source.name:
            raise LibrarianError("This folder holds no export.", "Choose another.")
        return ("child", "person")

    def ready_sample(self, at: Path | None = None, seed: int = 1) -> Path:
        if self.sample_fails is not None:
            raise self.sample_fails
        self.samples += 1
        return at or Path(f"/made-up/Sample drive {seed}")
