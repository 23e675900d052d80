"""A small made-up drive for the Find page: files, a search over them, previews, and lanes.

`HeldJobs` keeps every job until a test says run; nothing happens behind its back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter

from librarian.application.about import Care, Sent
from librarian.application.finding import Facts, Shelf, Start
from librarian.application.ports import Jobs, Record, Tally
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.extraction import Block, Properties, Reason, Shape
from librarian.domain.files import Facets, FileState, Listed, Reading
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.paths import extension_of
from librarian.domain.previews import (
    MailPreview,
    Mark,
    NoPreview,
    Page,
    PagesPreview,
    PicturePreview,
    Preview,
    Sheet,
    TablePreview,
    TextPreview,
)
from librarian.domain.searching import Counts, Filters, Hit, Query, Results, Snippet
from librarian.domain.words import words_of
from ui.find.services import Acting, Looking
from ui.find.view_model import FindViewModel

T = TypeVar("T")
NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


class FixedClock:
    """It is always the same moment."""

    def now(self) -> datetime:
        return NOW

    def ticks(self) -> float:
        return 0.0


@dataclass(frozen=True, slots=True)
class HeldJob:
    """A job that waits to be run."""

    lane: str
    work: Callable[[], object]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class HeldJobs:
    """Keeps jobs until they are run; each lane runs in order."""

    def __init__(self) -> None:
        self.held: list[HeldJob] = []

    def submit(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.held.append(HeldJob(lane, work, done, failed))

    def lanes(self) -> list[str]:
        return [job.lane for job in self.held]

    def run(self, lane: str) -> None:
        """Run the first job that waits in lane."""
        job = next(job for job in self.held if job.lane == lane)
        self.held.remove(job)
        _carry_out(job)

    def run_all(self) -> None:
        """Run what waits, and what comes of it, until nothing waits."""
        while self.held:
            _carry_out(self.held.pop(0))


class PromptJobs:
    """Does every job at once."""

    def submit(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        _carry_out(HeldJob(lane, work, done, failed))


class Person:
    """Is told things, and chooses a place for a copy."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.complaints: list[str] = []
        self.place: Path | None = Path("/home/janet/Genogram.docx")
        self.suggested = Path()

    def notify(self, title: str, remedy: str) -> None:
        self.notices.append(f"{title} {remedy}".strip())

    def complain(self, error: LibrarianError) -> None:
        self.complaints.append(error.title)

    def choose_place(self, suggestion: Path) -> Path | None:
        self.suggested = suggestion
        return self.place


def a_find_view_model(jobs: Jobs, person: Person | None = None) -> FindViewModel:
    """The page without its widgets; its timers come at the next turn of the loop."""
    told = person or Person()
    return FindViewModel(
        jobs=jobs,
        notify=told.notify,
        complain=told.complain,
        choose_place=told.choose_place,
        copies_folder=Path("/home/janet"),
        quiet_ms=0,
        pause_ms=0,
    )


def _carry_out(job: HeldJob) -> None:
    try:
        answer = job.work()
    except LibrarianError as error:
        if job.failed:
            job.failed(error)
        return
    job.done(answer)


@dataclass(frozen=True, slots=True)
class MadeUpFile:
    """A file of the made-up drive."""

    path: str
    text: str = ""
    days: float = 30
    size: int = 48_200
    facets: Facets = field(default_factory=Facets)
    personal: bool = False
    reason: Reason | None = None
    author: str = "Janet Bloom"
    score: float = 0.0

    @property
    def modified(self) -> datetime:
        return NOW - timedelta(days=self.days)


FILES = (
    MadeUpFile(
        "Direct work/Genograms/Genogram guide - Guidance.docx",
        "A genogram is a family map. Draw it with the family, not about them: each generation on "
        "its own line, men as squares, women as circles, and ask who else matters.",
        0.22,
        facets=Facets(themes=("Family and identity",)),
    ),
    MadeUpFile(
        "Direct work/Genograms/Genogram_template_v2.docx",
        "Genogram of the family of …… drawn with …… on ……. Key: square, circle, line of marriage.",
        8,
    ),
    MadeUpFile(
        "Forms/Assessment/Child and family assessment with genogram and chronology.pdf",
        "Part 3. Family and wider network. Attach a genogram of at least three generations and "
        "say who took part in drawing it.",
        17,
        412_300,
    ),
    MadeUpFile(
        "Training/Slides/Drawing genograms with families.pptx",
        "Why draw? What a genogram shows that a list of names does not. Exercise in pairs.",
        140,
        2_940_000,
    ),
    MadeUpFile(
        "Team/Rotas and lists/Genogram training - who has been.xlsx",
        "Name Date Genogram day one Genogram day two Refresher due",
        44,
        18_400,
    ),
    MadeUpFile("Old stuff/Backup of forms 2022/genogram blank OLD.doc", "Genogram.", 1500),
    MadeUpFile("Team/Post/FW genogram for core group.msg", "Please find the genogram.", 61),
    MadeUpFile("Cases to file/Genogram - filled in.docx", "", 3, personal=True, author=""),
    MadeUpFile("Pictures/genogram whiteboard.jpg", "", 96, 1_820_000, reason=Reason.NO_TEXT),
    MadeUpFile("Forms/Locked/Genogram register.xlsx", "", 400, reason=Reason.PASSWORD),
    MadeUpFile("Guidance/Notes on genograms.txt", "Symbols for a genogram, one a line.", 210),
    MadeUpFile(
        "Direct work/Feelings/Anger volcano - ages 5 to 7.docx",
        "What makes your volcano rumble? Colour how hot it gets.",
        12,
        facets=Facets(("5–7",), ("Anger",), ("English",)),
    ),
    MadeUpFile(
        "Direct work/Feelings/Anger volcano - Somali.docx",
        "Maxaa ku gilgila foolkaanahaaga?",
        12,
        facets=Facets(("5–7",), ("Anger",), ("Somali",)),
    ),
    MadeUpFile("Forms/Safety plan template.docx", "Who keeps the child safe, and how.", 2),
    MadeUpFile("Forms/Core group minutes template.docx", "Present. Apologies. The plan.", 5),
    MadeUpFile("Forms/Child protection visit record.docx", "Seen alone? What did they say?", 1.1),
    MadeUpFile("Guidance/Thresholds.pdf", "Levels of need, and who helps at each.", 800),
    MadeUpFile("Community/Food banks and free meals.pdf", "Where, when, and whom to ask.", 21),
    *(
        MadeUpFile(f"Guidance/Practice notes/Practice note {number}.docx", "A practice note.", 300)
        for number in range(1, 61)
    ),
)


class MadeUpDrive:
    """Answers like the library would, and keeps a record of what was asked."""

    def __init__(self, files: Sequence[MadeUpFile] = FILES) -> None:
        self.files = list(files)
        self.asked: list[str] = []
        self.stars: list[str] = []
        self.opened: list[str] = []
        self.also: dict[str, tuple[str, ...]] = {}
        self.corrections: dict[str, str] = {}
        self.spellings: tuple[str, ...] = ()
        self.tally = Tally(len(self.files), len(self.files), len(self.files))
        self.away = False
        self.looks = 0
        self.previewed = Query("")
        self.disk_is_full = False
        self.cared: Care | None = None
        self.sent = Sent()

    @property
    def look(self) -> Looking:
        return Looking(
            find=self.find,
            counts=self.counts,
            snippets=self.snippets,
            near=self.near,
            words=lambda query: tuple(words_of(query.text)),
            refresh=lambda: self.asked.append("refresh"),
            start=self.start,
            note_look=self.note_look,
            facts=self.facts,
            preview=self.preview,
            care=lambda: self.cared,
        )

    @property
    def act(self) -> Acting:
        return Acting(
            open=self.open,
            open_folder=lambda path: self._did("folder", path),
            print=lambda path: self._did("print", path),
            star=self.star,
            full_path=lambda path: f"/drive/{path}",
            suggested_copy=lambda path, folder: folder / Path(path).name,
            fill_in_copy=self.fill_in_copy,
            ask_to_confirm=self.ask_to_confirm,
        )

    def find(self, query: Query) -> Results:
        self.asked.append(f"find {query.text}")
        typed = words_of(query.text)
        words = [self.corrections.get(word, word) for word in typed]
        corrected = tuple(words) if words != typed else ()
        found = (
            _hit(number, file)
            for number, file in enumerate(self.files)
            if _matches(file, words) and _passes(file, query.filters)
        )
        hits = tuple(sorted(found, key=lambda hit: -hit.score))
        also = self.also.get(query.text, ())
        return Results(query, hits[: query.limit], len(hits), also, corrected, 3.0)

    def counts(self, query: Query) -> Counts:
        self.asked.append(f"counts {query.text}")
        words = words_of(query.text)
        found = [file for file in self.files if _matches(file, words)]
        return Counts(
            kinds=_counted(kind_of(extension_of(file.path)).value for file in found),
            folders=_counted(file.path.split("/")[0] for file in found),
            ages=_counted(age for file in found for age in file.facets.ages),
            themes=_counted(theme for file in found for theme in file.facets.themes),
            languages=_counted(each for file in found for each in file.facets.languages),
            changed=(("week", 2), ("month", 4), ("year", 8), ("older", 3)),
        )

    def snippets(self, query: Query, files: Sequence[int]) -> dict[int, Snippet]:
        self.asked.append(f"snippets {len(files)}")
        words = words_of(query.text)
        texts = {number: self.files[number].text for number in files}
        return {n: Snippet(text, _marks(text, words)) for n, text in texts.items() if text}

    def near(self, text: str) -> tuple[str, ...]:
        self.asked.append(f"near {text}")
        return self.spellings

    def start(self) -> Start:
        recent = list(reversed(self.opened))
        return Start(
            starred=tuple(map(self.record, self.stars)),
            recent=tuple(map(self.record, recent)),
            changed=tuple(_record(n, f) for n, f in enumerate(self.files) if f.days < 6),
            shelves=tuple(
                Shelf(folder, count)
                for folder, count in _counted(file.path.split("/")[0] for file in self.files)
            ),
            tally=self.tally,
        )

    def note_look(self) -> None:
        self.looks += 1

    def record(self, path: str) -> Record:
        number = next(n for n, file in enumerate(self.files) if file.path == path)
        return _record(number, self.files[number])

    def facts(self, path: str) -> Facts:
        return Facts(self.record(path), path in self.stars)

    def preview(self, path: str, query: Query, first_page: int = 0) -> Preview:
        self.previewed = query
        self.asked.append(f"preview {path} {first_page}".rstrip(" 0"))
        if self.away:
            raise LibrarianError("The drive does not answer.", "Check the network or VPN.")
        file = next(file for file in self.files if file.path == path)
        if file.reason and file.reason is not Reason.NO_TEXT:
            return NoPreview(file.reason)
        return _preview(file, first_page)

    def open(self, path: str) -> None:
        if self.away:
            raise LibrarianError("The drive does not answer.", "Check the network or VPN.")
        self._did("open", path)
        self.opened.append(path)

    def star(self, path: str, *, on: bool) -> None:
        if self.disk_is_full:
            raise LibrarianError("The disk is full.", "Make room.")
        self._did("star" if on else "unstar", path)
        self.stars = [each for each in self.stars if each != path] + ([path] if on else [])

    def fill_in_copy(self, path: str, target: Path) -> Path:
        self._did("copy", path)
        return target

    def ask_to_confirm(self, path: str) -> Sent:
        self._did("ask", path)
        return self.sent

    def _did(self, what: str, path: str) -> None:
        self.asked.append(f"{what} {path}")


def _hit(number: int, file: MadeUpFile) -> Hit:
    kind = kind_of(extension_of(file.path))
    return Hit(
        file=number,
        path=file.path,
        title=file.path,
        kind=kind,
        modified=file.modified,
        size=file.size,
        score=file.score or float(100 - number),
        personal=file.personal,
        facets=file.facets,
    )


def _record(number: int, file: MadeUpFile) -> Record:
    reading = Reading(
        sha256="",
        canonical="",
        media_type="",
        words=len(file.text.split()) * 31,
        properties=Properties(author=file.author, revision="7"),
        facets=file.facets,
        personal=("name beside a date of birth",) if file.personal else (),
        reason=file.reason,
    )
    return Record(
        file=number,
        listed=Listed(file.path, file.size, nanoseconds(file.modified)),
        state=FileState.PRESENT,
        why="",
        since=nanoseconds(NOW - timedelta(days=40)),
        seen=nanoseconds(NOW),
        reading=reading,
    )


def _matches(file: MadeUpFile, words: Sequence[str]) -> bool:
    there = words_of(f"{file.path.replace('_', ' ')} {file.text}")
    return all(any(word.startswith(asked) for word in there) for asked in words)


def _passes(file: MadeUpFile, filters: Filters) -> bool:
    return (
        (not filters.kinds or kind_of(extension_of(file.path)) in filters.kinds)
        and (not filters.folders or file.path.split("/")[0] in filters.folders)
        and (not filters.themes or bool(filters.themes & set(file.facets.themes)))
        and (not filters.ages or bool(filters.ages & set(file.facets.ages)))
        and (not filters.languages or bool(filters.languages & set(file.facets.languages)))
    )


def _counted(values: object) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for value in values:  # type: ignore[attr-defined]  # any iterable of words
        found[value] = found.get(value, 0) + 1
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _marks(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    lowered = text.lower()
    return tuple((at, at + len(word)) for word in words if (at := lowered.find(word)) >= 0)


def _preview(file: MadeUpFile, first_page: int) -> Preview:
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
