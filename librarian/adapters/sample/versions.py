"""Which versions of a document are on the drive, from when they are, and how they show it.

The truth can always be told from the files: a version's footer says its number or date in most
documents; where it says nothing, the names and the file's own properties agree. Modified times
lie now and then, as they do on every drive.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Final

from librarian.adapters.sample import naming, wording
from librarian.adapters.sample.papers import Document
from librarian.adapters.sample.team import Team, initials
from librarian.adapters.sample.wording import Version

TODAY: Final = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
VINTAGE: Final = datetime(2018, 5, 14, 9, 30, tzinfo=UTC)
READY_MADE: Final = frozenset({"doc", "ppt", "xls", "xlsb", "msg"})
_FLOOR: Final = datetime(2018, 11, 1, tzinfo=UTC)
_SINGLE: Final = frozenset({"mail", "link", "picture", "minutes", "archive"})
_SPEAKING: Final = frozenset({"numbered", "underscored", "minor", "dated", "signed"})
_PROPERTIES: Final = frozenset({"docx", "docm", "dotx", "xlsx", "xlsm", "pptx"})
_REWRITTEN: Final = frozenset({"form", "template", "guidance", "policy"})
_PLAIN_ENGLISH: Final = 2024
_IN_WORK: Final = 0.16
_APART: Final = timedelta(days=50)


@dataclass(frozen=True, slots=True)
class Edition:
    """A version as a file: its words, the name it goes by, its extension."""

    version: Version
    stem: str
    extension: str


def vintage(document: Document, author: str) -> Version:
    """Return the oldest version of a document that was kept in an old binary format."""
    return Version(
        document=document,
        number=1,
        order=1,
        when=VINTAGE,
        began=VINTAGE - timedelta(days=40),
        title=document.was[0] if document.was else document.title,
        label="",
        stamp="Version 1 · 14 May 2018",
        author=author,
        keeper=author,
    )


def editions(random: Random, document: Document, team: Team) -> list[Edition]:
    """Return the versions of a document on this drive, oldest first; drafts come last."""
    numbers = _numbers(random, document)
    dates = _dates(random, document, len(numbers))
    alone = bool(document.dated) or document.kind in _SINGLE
    way = "plain" if alone else naming.scheme(random, len(numbers))
    who = random.choice(team.people)
    labels = naming.labels(random, way, dates, initials(who))
    editor = _Editor(random, document, team, way, _stamping(random, document, way), who)
    found = [
        editor.edition(number, place, dates, labels[place]) for place, number in enumerate(numbers)
    ]
    return [*found, *editor.draft(found[-1])]


def _numbers(random: Random, document: Document) -> list[int]:
    if document.dated or document.kind in _SINGLE:
        return [document.versions]
    often = document.kind in _REWRITTEN
    older = random.choices((0, 1, 2, 3), (2, 4, 3, 2) if often else (6, 3, 1, 0))[0]
    needed = document.core and bool(document.was or document.old_format)
    older = max(older, 1) if needed else older
    pool = random.sample(range(1, document.versions), min(older, document.versions - 1))
    if needed and 1 not in pool:
        pool = [1, *pool[1:]]
    if len(pool) < older and not document.old_format:
        pool.append(1)
    return [*sorted(pool), document.versions]


def _dates(random: Random, document: Document, count: int) -> list[datetime]:
    if document.dated:
        start = _month(document.dated)
        return [min(start + _some_days(random, 1, 12), TODAY - timedelta(days=4))]
    newest = _between(random, _month(document.newest), TODAY - timedelta(days=9))
    while True:
        older = [_between(random, _FLOOR, newest - _APART) for _ in range(count - 1)]
        dates = [*sorted(older), newest]
        if all(later - earlier > _APART for earlier, later in pairwise(dates)):
            return dates


def _month(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC)


def _between(random: Random, first: datetime, last: datetime) -> datetime:
    days = max(1, (last - first).days)
    day = first.replace(hour=0, minute=0) + timedelta(days=random.randrange(days))
    if day.weekday() > 4:  # noqa: PLR2004 - offices close on Saturday
        day -= timedelta(days=2)
    return day.replace(hour=random.randint(8, 17), minute=random.randrange(60))


def _some_days(random: Random, first: int, last: int) -> timedelta:
    return timedelta(days=random.randint(first, last), hours=random.randint(8, 17))


def _stamping(random: Random, document: Document, way: str) -> str:
    if document.dated or document.kind in _SINGLE:
        return "none"
    silent = way in _SPEAKING and document.formats[0] in _PROPERTIES
    return random.choices(("version", "updated", "month", "none"), (6, 3, 2, 3 * silent))[0]


@dataclass(frozen=True, slots=True)
class _Editor:
    """Whoever keeps one document: how they mark its versions, in names and in footers."""

    random: Random
    document: Document
    team: Team
    way: str
    stamping: str
    who: str

    def edition(self, number: int, place: int, dates: list[datetime], label: str) -> Edition:
        """Return the version at that place among those from these dates."""
        latest = place == len(dates) - 1
        document = self.document
        if number == 1 and place == 0 and document.old_format and not latest:
            version = vintage(document, "Business Support")
            return Edition(version, naming.spelled(self.random, version.title), document.old_format)
        version = Version(
            document=document,
            number=number,
            order=place + 1,
            when=dates[place],
            began=dates[0] - timedelta(days=20, minutes=7),
            title=document.title if latest else self._title(place),
            label=label.strip(" _-"),
            stamp=self._stamp(dates[place], label, place),
            author=self.random.choice(self.team.people[3:]),
            keeper=self.random.choice((self.team.support, self.who)),
        )
        stem = naming.spelled(self.random, naming.clean(version.title)) + label
        stem += naming.tail(self.random)
        if latest:
            return Edition(version, stem, document.formats[0])
        return Edition(self._aged(version), stem, self._extension())

    def _title(self, place: int) -> str:
        names = self.document.was
        return names[place] if place < len(names) else self.document.title

    def _stamp(self, when: datetime, label: str, place: int) -> str:
        number = label.removeprefix(" v") if self.way == "minor" else str(place + 1)
        stamps = {
            "none": "",
            "updated": f"Last updated {when:%d %B %Y} ({initials(self.who)})",
            "month": f"{when:%B %Y}",
            "version": (
                f"Version {number} · {when:%d %B %Y} · Owner: Business Support · "
                f"Review due {when + timedelta(days=365):%B %Y}"
            ),
        }
        return stamps[self.stamping].replace(" 0", " ")

    def _aged(self, version: Version) -> Version:
        """Return version with what was not there yet left out, and what was dropped since."""
        places = wording.droppable(version.document, version.number)
        return replace(
            version,
            extra=wording.dropped(self.random, version.document),
            left_out=frozenset(
                self.random.sample(places, min(len(places) // 3, self.random.randint(1, 2)))
            ),
            stiff=version.when.year < _PLAIN_ENGLISH,
        )

    def _extension(self) -> str:
        usual = self.document.formats[0]
        silent = self.stamping == "none"
        if usual != "docx" or silent or self.document.language in ("Arabic", "Urdu", "Bengali"):
            return usual
        return self.random.choices(("docx", "odt", "rtf"), (8, 1, 1))[0]

    def draft(self, current: Edition) -> list[Edition]:
        """Return the draft of the next version, where somebody is at work on one."""
        last = current.version
        document = self.document
        room = TODAY - last.when > timedelta(days=120)
        if document.kind not in _REWRITTEN or document.dated or not room:
            return []
        if self.random.random() > _IN_WORK:
            return []
        when = _between(self.random, last.when + timedelta(days=60), TODAY - timedelta(days=3))
        following = last.order + 1
        version = replace(
            last,
            order=following,
            when=when,
            label="DRAFT",
            stamp=f"DRAFT of version {following} · {when:%B %Y} · for comments, not for use",
            author=self.who,
            keeper=self.who,
            extra=wording.added(self.random),
            draft=True,
        )
        mark = self.random.choice((" DRAFT", f" v{following} DRAFT", " - draft for comments"))
        return [Edition(version, naming.clean(document.title) + mark, current.extension)]
