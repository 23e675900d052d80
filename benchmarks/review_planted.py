"""Departures planted into a sample drive's catalogue, so that it is known what is to be found.

The sample drive is as nobody has looked after it: no document has an owner, no name is refused by
Windows. So documents are confirmed, owned, held and replaced here, and files added, by chance;
beside each departure lies something that is nearly one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from librarian.adapters.sample import naming
from librarian.adapters.sample.versions import TODAY
from librarian.domain.catalogue_view import CatalogueView, SeenFile, a_view, folders_of
from librarian.domain.clocks import nanoseconds
from librarian.domain.documents import Document, Status, Version
from librarian.domain.files import FileState
from librarian.domain.leftovers import LeftKind, Leftover

HAPPENED: Final = TODAY - timedelta(days=60)
"""When something changed that documents rest on."""
_TYPES: Final = (" - Form", " - Template", " - Guidance", " - Policy", " - Checklist", " - Letter")
_NUMBER: Final = 12
_OTHER: Final = "e" * 64
_LONG: Final = 800
_FIRST_ADDED: Final = 1_000_000
_LEFT_BEHIND: Final = 2
"""What programs leave is told when it has lain for longer than so many days (BRO01)."""


@dataclass(slots=True)
class Planted:
    """A drive, and the subjects that are to be found on it, by code."""

    files: dict[str, SeenFile]
    expected: dict[str, set[str]] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    leftovers: list[Leftover] = field(default_factory=list)

    def expect(self, code: str, subject: str, departs: bool) -> None:
        """Note whether this is to be found."""
        found = self.expected.setdefault(code, set())
        if departs:
            found.add(subject)

    def add(self, path: str, **what: Any) -> None:
        """Add a file that says something of its own."""
        number = _FIRST_ADDED + len(self.files)
        digest = f"{number:064x}"
        day = nanoseconds(TODAY - timedelta(days=30))
        file = SeenFile(number, path, 900, day, day, sha256=digest, canonical=digest)
        self.files[path] = file._replace(**what)

    def same(self, file: SeenFile) -> list[SeenFile]:
        """Return all files that say the very same."""
        return [each for each in self.files.values() if each.canonical == file.canonical]

    def view(self) -> CatalogueView:
        """Return all of it as a principle sees it."""
        files = list(self.files.values())
        return a_view(
            TODAY,
            files,
            folders=folders_of(files),
            documents=self.documents,
            folder_owners=self.owners,
            asked=self.asked,
            leftovers=self.leftovers,
        )


def planted(files: Sequence[SeenFile], truth: Mapping[str, Any], seed: int) -> Planted:
    """Return the drive with departures planted by chance."""
    chance = Random(seed)
    drive = Planted({each.path: each for each in files})
    titles = [naming.clean(told["title"]) for told in truth["documents"]]
    for told in truth["documents"]:
        if told["current"] in drive.files and chance.random() < 0.6:  # noqa: PLR2004
            _confirm(drive, chance, told)
    _age(drive, chance)
    _own_folders(drive, chance)
    _add_names(drive, chance, titles)
    _leave_behind(drive, chance, titles)
    return drive


def _leave_behind(drive: Planted, chance: Random, titles: Sequence[str]) -> None:
    """Leave something behind here and there: of late, in the archive, or for a long time."""
    for number, title in enumerate(titles[:_NUMBER]):
        kind = chance.choice(list(LeftKind))
        name = {
            LeftKind.OPEN: f"~${title[2:]}.docx",
            LeftKind.TEMPORARY: f"~WRL{number:04X}.tmp",
            LeftKind.SHORTCUT: f"{title}.lnk",
        }[kind]
        folder = chance.choice(("Planted", "Planted/Forms", "Archive/Planted"))
        days = chance.choice((0, 1, 3, 40))
        path = f"{folder}/{name}"
        day = nanoseconds(TODAY - timedelta(days=days))
        drive.leftovers.append(Leftover(path, kind, 162, day))
        drive.expect("BRO01", path, days > _LEFT_BEHIND and folder != "Archive/Planted")


def _confirm(drive: Planted, chance: Random, told: Mapping[str, Any]) -> None:
    """Confirm a document as some team would have done, more or less well."""
    path = told["current"]
    if chance.random() < 0.3:  # noqa: PLR2004 - some were given a good name first
        path = _renamed(drive, path, chance.choice(_TYPES))
    days = chance.choice((3, 9, 20, 100, 200, 900))
    confirmed = TODAY - timedelta(days=days)
    looked = chance.choice((None, TODAY - timedelta(days=20)))
    review = chance.choice((None, -40, -1, 0, 45, 90, 91, 400))
    owner, note = chance.choice(("", "Team manager")), chance.choice(("", "Shorter."))
    held, changed = chance.random() < 0.4, chance.random() < 0.4  # noqa: PLR2004
    replaced = _replaced(drive, chance, told, path)
    drive.expect("OWN01", path, not owner and bool(days >= 14 or replaced))  # noqa: PLR2004
    drive.expect("KNO01", path, not (owner and note))
    drive.expect("NAM02", path, not path.rpartition(".")[0].endswith(_TYPES))
    drive.expect("REV01", path, days > _LONG if review is None else review < 0)
    drive.expect("REM01", path, review in (0, 45, 90))
    drive.expect("EVT01", path, days > 60 and looked is None)  # noqa: PLR2004
    drive.expect("HLD01", path, held and changed)
    current = _version(drive.files[path], confirmed, Status.APPROVED, note)
    if changed:
        current = replace(current, sha256=_OTHER, canonical=_OTHER)
    drive.documents.append(
        Document(
            id=told["id"],
            path=path,
            approved=(*replaced, current),
            drafts=_drafts(drive, chance, told, confirmed),
            paths=(path,),
            held=held,
            owner=owner,
            review_set=None if review is None else (TODAY + timedelta(days=review)).date(),
            looked=_milliseconds(looked) if looked else 0,
        )
    )


def _renamed(drive: Planted, path: str, kind: str) -> str:
    stem, _, ending = path.rpartition(".")
    better = f"{stem}{kind}.{ending}"
    drive.files[better] = drive.files.pop(path)._replace(path=better)
    return better


def _replaced(
    drive: Planted, chance: Random, told: Mapping[str, Any], home: str
) -> tuple[Version, ...]:
    """Put some of the older versions on record as replaced, five or seven years ago."""
    older = [each["path"] for each in told["versions"]]
    older = older[: older.index(told["current"])]
    found: list[Version] = []
    for path in older:
        if path not in drive.files or chance.random() < 0.4:  # noqa: PLR2004
            continue
        years = chance.choice((5, 7))
        until = TODAY - timedelta(days=years * 365)
        version = _version(drive.files[path], until - timedelta(days=90), Status.SUPERSEDED, "")
        found.append(replace(version, path="", until=_milliseconds(until)))
        drive.expect("RET01", home, years == 7)  # noqa: PLR2004
        for each in drive.same(drive.files[path]):
            drive.expect("SUP01", each.path, not each.path.startswith("Archive/"))
    return tuple(found)


def _drafts(
    drive: Planted, chance: Random, told: Mapping[str, Any], confirmed: datetime
) -> tuple[Version, ...]:
    paths = [each["path"] for each in told["versions"]]
    found: list[Version] = []
    for path in paths[paths.index(told["current"]) + 1 :]:
        if path not in drive.files:
            continue
        when = confirmed + timedelta(days=chance.choice((-10, 1)))
        found.append(_version(drive.files[path], when, Status.DRAFT, ""))
        finished = when < confirmed <= TODAY - timedelta(days=90)
        for each in drive.same(drive.files[path]):
            drive.files[each.path] = each._replace(modified=nanoseconds(when))
            drive.expect("DRA01", each.path, finished and not each.path.startswith("Archive/"))
    return tuple(found)


def _age(drive: Planted, chance: Random) -> None:
    """Let some files be unused for long; others only look so, or have just come."""
    homes = {document.path for document in drive.documents}
    drafts = {version.path for document in drive.documents for version in document.drafts}
    drive.expected.setdefault("STA01", set())
    for path, file in list(drive.files.items()):
        seen, changed = chance.choice(((30, 60), (10, 60), (60, 5), (20, 1), (40, 23)))
        if path in homes:
            seen, changed = 60, 60
        elif path in drafts or file.canonical in {drive.files[each].canonical for each in drafts}:
            continue
        drive.files[path] = file._replace(since=_months_ago(seen), modified=_months_ago(changed))
        stale = seen > 24 and changed > 24 and not file.personal  # noqa: PLR2004
        if path in homes:
            document = next(each for each in drive.documents if each.path == path)
            current = document.approved[-1]
            last = max(current.since, document.looked)
            stale = last < _milliseconds(TODAY - timedelta(days=_LONG))
        drive.expect("STA01", path, stale and not path.startswith("Archive/"))


def _own_folders(drive: Planted, chance: Random) -> None:
    tops = sorted({path.partition("/")[0] for path in drive.files if "/" in path} - {"Archive"})
    for top in tops:
        owned = chance.random() < 0.5  # noqa: PLR2004
        drive.owners[top] = "Team manager" if owned else ""
        drive.expect("FOL03", top, not owned)


def _add_names(drive: Planted, chance: Random, titles: Sequence[str]) -> None:
    """Add files whose names and places depart, and as many that nearly do."""
    place = "Planted"
    drive.owners[place] = "Team manager"
    for number, title in enumerate(chance.sample(titles, _NUMBER)):
        sign = chance.choice('?*:|"<>')
        name = f"{place}/names/{title} {number}"
        for path, departs in ((f"{name}{sign}.docx", True), (f"{name} (&).docx", False)):
            drive.add(path)
            drive.expect("WIN01", path, departs)
        for end, departs in ((".", True), (".a", False)):
            folder = f"{place}/folder {number}{end}"
            drive.add(f"{folder}/{title}.docx")
            drive.expect("WIN02", folder, departs)
        for length, departs in ((199, False), (200, True), (260, True)):
            path = f"{place}/long/{title} {number} ".ljust(length - 5, "x") + ".docx"
            drive.add(path)
            drive.expect("PAT01", path, departs)
        for levels, departs in ((3, False), (4, True)):
            folders = [place, f"deep {number} {levels}", "c", "d"][:levels]
            drive.add(f"{'/'.join(folders)}/{title}.docx")
            drive.expect("FOL01", "/".join(folders), departs)
        for depth, departs in ((1, True), (2, False)):
            path = f"{'/'.join([place, 'loose'][:depth])}/{title} {number} loose.docx"
            drive.add(path)
            drive.expect("FOL02", path, departs)
        closed = f"{place}/closed {number}"
        drive.add(f"{closed}/{title}.docx", state=FileState.UNREACHABLE)
        half = f"{place}/half closed {number}"
        drive.add(f"{half}/{title}.docx", state=FileState.UNREACHABLE)
        drive.add(f"{half}/another {title}.docx")
        drive.expect("LOC01", closed, departs=True)
        asked = f"{place}/asked {number}"
        drive.add(f"{asked}/{title}.docx")
        drive.asked.add(asked)
        drive.expect("LOC01", asked, departs=True)


def _version(file: SeenFile, since: datetime, status: Status, note: str) -> Version:
    return Version(
        entry=f"{file.file}-{status}",
        label="v1.0",
        status=status,
        sha256=file.sha256,
        canonical=file.canonical,
        path=file.path,
        since=_milliseconds(since),
        until=None,
        who="janet",
        note=note,
    )


def _months_ago(months: int) -> int:
    return nanoseconds(TODAY - timedelta(days=months * 31))


def _milliseconds(when: datetime) -> int:
    return nanoseconds(when) // 1_000_000
