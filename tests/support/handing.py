"""A referrer's desk and a service's, over inboxes that may be away, full, open or cut off."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from librarian.adapters.forms.addresses import TomlAddresses
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.inboxes import FolderInboxes, Moves
from librarian.adapters.forms.letters import LetterFolder
from librarian.adapters.forms.reading_shelf import ReadingShelf
from librarian.adapters.forms.sealed_parts import COPIES, MINUTES, WORDS, SealedParts
from librarian.adapters.forms.seals import AgeSeals
from librarian.adapters.forms.submissions import EncryptedSubmissions
from librarian.adapters.forms.team_keys import TeamKeys
from librarian.adapters.store import JsonStore
from librarian.application.adopting import Standing
from librarian.application.forms.addressing import TeamAddresses
from librarian.application.forms.filling import Clerk, Given
from librarian.application.forms.following import Follower
from librarian.application.forms.handing_journal import Journal
from librarian.application.forms.handing_over import HandOver, Order, Ways
from librarian.application.forms.handing_ports import Address
from librarian.application.forms.intake import Intake
from librarian.application.forms.reading_copies import NoFolderError, ReadingCopies, SignRoom
from librarian.application.forms.referrals_desk import Referrals
from librarian.application.forms.signing_off import SignOffs
from librarian.application.forms.tracking import TrackingBook
from librarian.application.forms.writing import Maker
from librarian.bootstrap.forms import OURS
from librarian.domain.curators import Curators
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.ledger import Entry, Json, Stamp
from tests.support.fakes import FakeClock
from tests.support.faulty_disk import KilledError
from tests.support.form_makers import a_clerk, answers

NAMES = ("mia", "rivers", "sleep", "okafor")
"""Words of the answers that must stand in no name, ledger or error."""


class FakeLedger:
    """A team's ledger in memory; `away` and `nobodys` say what it does not take."""

    def __init__(self, clock: FakeClock) -> None:
        self.who = "amara.okafor-account"
        self.desk = "desk-1"
        self.away = False
        self.nobodys = False
        self.kept: list[Entry] = []
        self._clock = clock

    def as_(self, who: str) -> "FakeLedger":
        """The same ledger at somebody else's desk."""
        other = FakeLedger(self._clock)
        other.who, other.kept, other.desk = who, self.kept, f"desk of {who}"
        return other

    @property
    def rights(self) -> Curators:
        return Curators()

    def standing(self) -> Standing:
        return Standing.NOBODYS if self.nobodys else Standing.OURS

    def curators(self) -> Curators:
        if self.away:
            raise DriveUnavailableError("The drive is away.", "Wait.")
        return Curators()

    def entries(self) -> list[Entry]:
        return list(self.kept)

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry:
        if self.away or self.nobodys:
            raise DriveUnavailableError("The drive is away.", "Wait.")
        at = int(self._clock.now().timestamp() * 1000)
        entry = Entry(f"e{len(self.kept)}", Stamp(at, len(self.kept), "l"), self.who, kind, payload)
        self.kept.append(entry)
        return entry


class FaultyMoves(Moves):
    """Counts moves; at the chosen one it fails, half done, or the process ends."""

    def __init__(self) -> None:
        super().__init__()
        self.left: int | None = None
        self.fault: Callable[[], None] = _die
        self.done = 0

    def make_folder(self, folder: Path) -> None:
        self._step()
        super().make_folder(folder)

    def write(self, path: Path, content: bytes) -> None:
        if self._is_last():
            path.write_bytes(content[: len(content) // 2])  # cut off in the middle
        self._step()
        path.write_bytes(content)  # not forced to disk: no test pulls the plug

    def rename(self, source: Path, target: Path) -> None:
        self._step()
        super().rename(source, target)

    def rename_file(self, source: Path, target: Path) -> None:
        self._step()
        super().rename_file(source, target)

    def remove(self, folder: Path) -> None:
        self._step()
        super().remove(folder)

    def _is_last(self) -> bool:
        return self.left == 0

    def _step(self) -> None:
        self.done += 1
        if self.left is None:
            return
        if self.left == 0:
            self.left = None
            self.fault()
        else:
            self.left -= 1


def _die() -> None:
    raise KilledError


@dataclass
class FaultyStore:
    """Documents of this user; the process may end before or after one is written."""

    real: JsonStore
    moves: FaultyMoves

    def load(self, name: str) -> dict[str, object]:
        return self.real.load(name)

    def save(self, name: str, document: Mapping[str, object]) -> None:
        self.moves._step()
        self.real.save(name, document)
        self.moves._step()


@dataclass
class FakeAddresses:
    """Addresses by service; whoever is not named has none."""

    known: dict[str, Address] = field(default_factory=dict)

    def of(self, service: str) -> Address:
        return self.known.get(service, Address(service))


class Team:
    """A referrer and the services, each with an inbox, on one made-up share."""

    def __init__(
        self, folder: Path, services: tuple[str, ...] = ("fgdm", "par"), *, quick: bool = False
    ) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.ledger = FakeLedger(self.clock)
        self.moves = FaultyMoves()
        self.addresses = FakeAddresses()
        self.key = bytes(32)
        self.opened: list[Path] = []
        self.has_folder = True
        self.clerk = _quick_clerk() if quick else a_clerk()
        for service in services:
            self.addresses.known[service] = Address(service, self.inbox(service))

    def inbox(self, service: str) -> Path:
        """A service's inbox, which only its people may read."""
        place = self.folder / "Inboxes" / service
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(0o700)
        return place

    def working_folder(self) -> Path:
        """The team's working folder, which only its people may open."""
        place = self.folder / "Working folder"
        place.mkdir(exist_ok=True)
        place.chmod(0o700)
        return place

    def desk(self, who: str = "", *, key: bytes | None = None, keeps: bool = True) -> Referrals:
        """A desk that begins anew with what lies on disk: the referrer's, or somebody's else."""
        home = self.folder / (who or "home")
        ledger = self.ledger.as_(who) if who else self.ledger
        store = FaultyStore(JsonStore(home), self.moves)
        book = TrackingBook(ledger, store, self.clock)
        seals = AgeSeals(home / "keys")
        ways = Ways(
            self.addresses, FolderInboxes(self.moves), seals, LetterFolder(home / "letters"), book
        )
        journal = Journal(store)
        found = EncryptedSubmissions(home / "handed-over", key or self.key)
        kept = found if keeps else None
        clerk = self.clerk
        copies = ReadingCopies(
            here=lambda: self._room(who),
            at=lambda where: self._room(who, where),
            clerk=clerk,
            journal=journal,
            clock=self.clock,
        )
        follower = Follower(ways=ways, journal=journal, submissions=lambda: kept, clock=self.clock)
        drafts = EncryptedDrafts(home / "drafts", self.key)
        return Referrals(
            hand_over=HandOver(
                clerk=clerk,
                ways=ways,
                journal=journal,
                submissions=lambda: kept,
                clock=self.clock,
                alone=_alone,
                copies=copies,
            ),
            follower=follower,
            sign_offs=SignOffs(
                copies=copies,
                journal=journal,
                book=book,
                clock=self.clock,
                submissions=lambda: kept,
                drafts=lambda: drafts,
            ),
            intake=Intake(
                clerk=clerk, ways=ways, clock=self.clock, shelf=ReadingShelf(home / "reading")
            ),
            keys=seals,
            addresses=TeamAddresses(ledger, TomlAddresses(), self.folder),
            settle=book.settle,
            open_file=self.opened.append,
            services=lambda: {each.id: each.name for each in clerk.form("referral").services},
        )

    def _room(self, who: str, where: str = "") -> SignRoom:
        """Where copies lie for whoever signs off, as somebody's computer sees it."""
        if not self.has_folder:
            raise NoFolderError("No working folder is chosen on this computer.", "Choose one.")
        folder, home = (
            Path(where) if where else self.working_folder(),
            self.folder / (who or "home"),
        )
        vault = EncryptedDrafts(home / "team-key", self.key)
        keys = TeamKeys(folder / MINUTES.place, lambda: vault, who or self.ledger.who)
        copies, words = (
            SealedParts(folder, kind, keys, self.clock, who or self.ledger.who, moves=self.moves)
            for kind in (COPIES, WORDS)
        )
        return SignRoom(str(folder), copies, words)

    def copies(self) -> list[Path]:
        """All that lies in the team's folder for whoever signs off."""
        place = self.working_folder() / COPIES.place
        return sorted(each for each in place.rglob("*") if each.is_file())

    def packets(self, service: str) -> list[Path]:
        """All that lies in a service's inbox under a name of its own."""
        found = (self.folder / "Inboxes" / service).iterdir()
        return sorted(each for each in found if not each.name.startswith("~"))

    def on_record(self) -> str:
        """Everything that stands in the ledger, as one text."""
        return "\n".join(f"{entry.kind} {entry.payload}" for entry in self.ledger.kept)


def an_order(*services: str, submission: str = "draft-1", **changed: Any) -> Order:
    """A submission for these services."""
    signed = changed.pop("signed", {})
    return Order(submission, "referral", Given(answers(**changed)), services, signed=signed)


class _Blank:
    """Renders nothing, for tests of how packets travel."""

    def render(self, template: bytes, words: Mapping[str, object]) -> bytes:
        del template, words
        return b"a page"


@cache
def _quick_clerk() -> Clerk:
    shelf = FolderShelf(OURS)
    return Clerk(shelf, Maker(shelf, _Blank(), _Blank(), boxes=_Blank()), FakeClock())


@contextmanager
def _alone() -> Iterator[None]:
    yield
