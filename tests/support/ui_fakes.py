"""A desk and a library for tests of the window: sixty made-up files, answers at once, no disk.

Each fake is the real class with its ways of answering replaced, so that the window cannot tell.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event as Flag

from librarian.application.finding import Facts, Finder, Shelf, Start
from librarian.application.library import Library
from librarian.application.portering import Porter
from librarian.application.ports import Record, Tally
from librarian.application.preferences import Preferences
from librarian.application.upkeep import Keeper
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.events import DriveFound, Event, IndexChanged, ScanFinished
from librarian.domain.extraction import Block, Properties, Reason, Shape
from librarian.domain.files import Facets, FileState, Listed, Reading
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.names import clean_name, shown_title
from librarian.domain.paths import extension_of, folder_of
from librarian.domain.previews import (
    MailPreview,
    NoPreview,
    Preview,
    Sheet,
    TablePreview,
    TextPreview,
)
from librarian.domain.searching import Counts, Hit, Query, Results, Snippet
from tests.support.fakes import FakeBus

TODAY = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

FOLDERS: dict[str, tuple[str, ...]] = {
    "Direct Work/Worksheets by age": (
        "Feelings thermometer under 7.docx",
        "Worry monster worksheet.docx",
        "My anger volcano 8-11.docx",
        "Three houses template.docx",
        "All about me - Somali.docx",
        "Wishes and feelings - teenagers.pptx",
        "Genogram guide - Guidance.docx",
        "Genogram symbols.pdf",
        "Genogram blank v2 FINAL (1).doc",
        "Safety plan with my family.docx",
        "Memory box ideas.pdf",
        "Sleep diary.xlsx",
    ),
    "Forms/Child Protection": (
        "Core group minutes template.docx",
        "Core group minutes template v3.docx",
        "Child protection plan.docx",
        "ICPC report form.docx",
        "Strategy discussion record.docx",
        "Section 47 checklist.xlsx",
        "Review conference report.docx",
        "Written agreement.docx",
        "Visit record blank.docx",
        "Chronology template.xlsx",
    ),
    "Forms/Referrals": (
        "Family group conference referral.docx",
        "Family support referral.docx",
        "Mentoring referral form.pdf",
        "Contact centre referral.docx",
        "CAMHS referral form 2024.pdf",
        "Young carers referral.docx",
        "Domestic abuse service referral.docx",
        "DASH risk checklist.pdf",
    ),
    "Community Resources": (
        "Food banks and warm spaces.xlsx",
        "Parent groups autumn.pdf",
        "Somali womens group leaflet.pdf",
        "Youth clubs map.pdf",
        "Holiday activities 2026.docx",
        "Bereavement support - children.pdf",
        "Housing advice drop-in.docx",
        "Interpreters contact list.xlsx",
    ),
    "Guidance": (
        "Threshold document.pdf",
        "Supervision policy.docx",
        "Lone working guidance.docx",
        "Writing for children - guidance.docx",
        "Recording with care.pdf",
        "Court work guide.pdf",
        "PLO flowchart.pptx",
        "Kinship care briefing.docx",
    ),
    "Team": (
        "Rota November.xlsx",
        "Team meeting minutes 12.11.26.docx",
        "Duty desk numbers.txt",
        "RE New referral form.msg",
        "Induction plan.docx",
        "Leave calendar 2026.xlsx",
        "Welcome leaflet scan.pdf",
    ),
    "Archive/Old forms": (
        "Core group minutes OLD.doc",
        "Copy of Genogram guide.docx",
        "Referral form 2019.doc",
        "Locked plan.docx",
        "Damaged report.docx",
        "Visit record - filled in.docx",
        "Photo of flipchart.jpg",
    ),
}
"""The made-up drive; nothing in it is anybody's."""

PERSONAL = "Archive/Old forms/Visit record - filled in.docx"
LOCKED = "Archive/Old forms/Locked plan.docx"
STARRED = (
    "Direct Work/Worksheets by age/Genogram guide - Guidance.docx",
    "Forms/Child Protection/Core group minutes template.docx",
)


def made_up_records() -> tuple[Record, ...]:
    """All files of the made-up drive, one or two days apart."""
    paths = [f"{folder}/{name}" for folder, names in FOLDERS.items() for name in names]
    return tuple(_record(number, path) for number, path in enumerate(paths, start=1))


def _record(number: int, path: str) -> Record:
    changed = TODAY - timedelta(days=(number * 11) % 400, minutes=number)
    listed = Listed(path, 18_000 + number * 977, nanoseconds(changed))
    reading = Reading(
        sha256=f"{number:064x}",
        canonical=f"{number:064x}",
        media_type="application/octet-stream",
        headings=shown_title(path),
        body="" if path == PERSONAL else _body(path),
        words=320,
        properties=Properties(author="Business Support"),
        personal=("filled-in form",) if path == PERSONAL else (),
        facets=Facets(ages=("8–11",), themes=("Feelings",)) if "Direct" in path else Facets(),
        reason=Reason.PASSWORD if path == LOCKED else None,
    )
    return Record(number, listed, FileState.PRESENT, "", nanoseconds(changed), 0, reading)


def _body(path: str) -> str:
    title = shown_title(path)
    about = (
        "A genogram shows who is in the family and what matters to each of them. "
        if "Direct" in path
        else ""
    )
    return (
        f"{title}. Use this with the child and the family before the core group meets. {about}"
        "Write what the child said in their own words, and agree who does what by when."
    )


class FakeFinder(Finder):
    """Finds made-up files by the words in their path and text."""

    def __init__(self, records: Sequence[Record] = ()) -> None:
        self.everything = {record.listed.path: record for record in records or made_up_records()}
        self.starred = set(STARRED)
        self.asked: list[str] = []
        self.corrections: dict[str, str] = {"genagram": "genogram"}

    def find(self, query: Query) -> Results:
        self.asked.append(query.text)
        text = self.corrections.get(query.text, query.text)
        corrected = (text,) if text != query.text else ()
        also = ("child in need",) if "cin" in text.lower().split() else ()
        hits = tuple(_hit(record) for record in self._matching(replace(query, text=text)))
        return Results(query, hits[: query.limit], len(hits), also, corrected, 3.2)

    def counts(self, query: Query) -> Counts:
        matching = self._matching(query)
        return Counts(
            kinds=_tallied(str(_kind(record)) for record in matching),
            folders=_tallied(record.listed.path.partition("/")[0] for record in matching),
            ages=_tallied(age for record in matching for age in _facets(record).ages),
            themes=_tallied(theme for record in matching for theme in _facets(record).themes),
            changed=(("month", 4), ("year", len(matching))),
        )

    def snippets(self, query: Query, files: Sequence[int]) -> dict[int, Snippet]:
        found = {record.file: record for record in self.everything.values()}
        return {
            file: _snippet(found[file].reading, query.text)
            for file in files
            if file in found and found[file].listed.path != PERSONAL
        }

    def near(self, text: str) -> tuple[str, ...]:
        return ("genogram", "gender") if text else ()

    def words(self, query: Query) -> tuple[str, ...]:
        return tuple(query.text.lower().split())

    def refresh(self) -> None:
        """Everything is known already."""

    def forget_openings(self) -> None:
        """Openings are not counted here."""

    def tally(self) -> Tally:
        return Tally(len(self.everything), len(self.everything) - 6, len(self.everything) - 8)

    def start(self, limit: int = 8) -> Start:
        records = sorted(self.everything.values(), key=lambda each: -each.listed.modified)
        return Start(
            starred=tuple(self.everything[path] for path in sorted(self.starred)),
            recent=tuple(records[4 : 4 + min(3, limit)]),
            changed=tuple(records[:4]),
            shelves=tuple(
                Shelf(folder, count)
                for folder, count in _tallied(path.partition("/")[0] for path in self.everything)
            ),
            tally=self.tally(),
        )

    def note_look(self) -> None:
        """Nobody counts looks here."""

    def facts(self, path: str) -> Facts:
        return Facts(self.everything[path], path in self.starred)

    def preview(
        self,
        path: str,
        query: Query,  # noqa: ARG002 - the port's own
        first_page: int = 0,  # noqa: ARG002 - the port's own
    ) -> Preview:
        if path == LOCKED:
            return NoPreview(Reason.PASSWORD)
        match _kind(self.everything[path]):
            case Kind.SHEET:
                rows = (("Name", "Day", "Where"), ("Warm space", "Monday", "Library"))
                return TablePreview((Sheet("Autumn", rows), Sheet("Spring", rows)))
            case Kind.MAIL:
                return MailPreview(
                    (("From", "Duty desk"), ("Subject", "New referral form")),
                    (Block(Shape.PARAGRAPH, "The new form is in Forms."),),
                    ("Referral form.docx",),
                )
            case _:
                return TextPreview(_blocks(path))

    def _matching(self, query: Query) -> list[Record]:
        words = query.text.lower().split()
        return [
            record
            for record in self.everything.values()
            if all(word in _text(record) for word in words) and _passes(record, query)
        ]


def _text(record: Record) -> str:
    body = record.reading.body if record.reading else ""
    return f"{record.listed.path} {body}".lower()


def _passes(record: Record, query: Query) -> bool:
    filters, path = query.filters, record.listed.path
    return (not filters.kinds or _kind(record) in filters.kinds) and (
        not filters.folders or any(path.startswith(f"{folder}/") for folder in filters.folders)
    )


def _kind(record: Record) -> Kind:
    return kind_of(extension_of(record.listed.path))


def _facets(record: Record) -> Facets:
    return record.reading.facets if record.reading else Facets()


def _tallied(words: object) -> tuple[tuple[str, int], ...]:
    counted: dict[str, int] = {}
    for word in words:  # type: ignore[attr-defined]  # any iterable of strings
        counted[word] = counted.get(word, 0) + 1
    return tuple(sorted(counted.items(), key=lambda each: -each[1]))


def _hit(record: Record) -> Hit:
    return Hit(
        file=record.file,
        path=record.listed.path,
        title=shown_title(record.listed.path),
        kind=_kind(record),
        modified=datetime.fromtimestamp(record.listed.modified / 1_000_000_000, UTC),
        size=record.listed.size,
        score=1.0,
        personal=bool(record.reading and record.reading.personal),
        facets=_facets(record),
    )


def _snippet(reading: Reading | None, text: str) -> Snippet:
    body = reading.body if reading else ""
    word = text.lower().split()[0] if text.split() else ""
    at = body.lower().find(word) if word else -1
    return Snippet(body, ((at, at + len(word)),) if at >= 0 else ())


def _blocks(path: str) -> tuple[Block, ...]:
    return (
        Block(Shape.TITLE, shown_title(path)),
        Block(Shape.ASIDE, "Children’s Services · for use by the team"),
        Block(Shape.HEADING, "What this is for", 1),
        Block(Shape.PARAGRAPH, _body(path)),
        Block(Shape.ITEM, "Ask first, then draw the genogram together."),
        Block(Shape.ROW, "Who\tWhat\tBy when"),
        Block(Shape.ROW, "Social worker\tVisit\tFriday"),
    )


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
    closed: bool = False

    def __post_init__(self) -> None:
        self.keeper = FakeKeeper(self.bus, self.events or finished_events())
        self.library = Library(
            name=self.root.name,
            root=self.root,
            finder=self.finder,
            porter=self.porter,
            keeper=self.keeper,
            bus=self.bus,
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
        self.libraries: dict[Path, FakeLibrary] = {}
        self.prepare: Callable[[FakeLibrary], None] = lambda _: None
        self.samples = 0
        self.sample_fails: LibrarianError | None = None
        if drive:
            self.preferences.use_drive(drive)

    def open(self, root: Path) -> Library:
        if root in self.away:
            raise self.away[root]
        made = FakeLibrary(root=root)
        self.prepare(made)
        self.libraries[root] = made
        return made.library

    def make_sample(self, at: Path | None = None, seed: int = 1) -> Path:
        if self.sample_fails is not None:
            raise self.sample_fails
        self.samples += 1
        return at or Path(f"/made-up/Sample drive {seed}")


def folder_names() -> tuple[str, ...]:
    """The top folders of the made-up drive."""
    return tuple(dict.fromkeys(folder_of(path).partition("/")[0] for path in FOLDERS))
