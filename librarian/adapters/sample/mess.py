"""The mess of a drive nobody looks after: copies, conflicts, damage, and what programs leave.

Everything here is added to a drive whose documents are in place already.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from librarian.adapters.sample import naming
from librarian.adapters.sample.papers import original
from librarian.adapters.sample.shelf import File, Shelf
from librarian.adapters.sample.team import Team
from librarian.adapters.sample.truth import Truth
from librarian.adapters.sample.versions import TODAY
from librarian.domain.extraction import Reason

_LOCKED: Final = (
    (
        "locked-supervision-notes.bin",
        "docx",
        ("Supervision notes", "1-1 notes private"),
        "supervision",
    ),
    ("locked-salaries.bin", "xlsx", ("Agency costs and salaries", "Salaries 2025-26"), "money"),
    ("locked-appraisal.bin", "pdf", ("Appraisals", "My appraisal"), "odd"),
)
_CUT: Final = ("docx", "docx", "xlsx", "pptx", "odt")
_EMPTY: Final = ("New Microsoft Word Document.docx", "Copy of rota.xlsx", "notes.txt")
_EMPTY_FOLDERS: Final = ("New folder (3)", "Photos for leaflet", "Archive/2019", "To be deleted")
_PROGRAM: Final = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + bytes(range(256)) * 9
_FILM: Final = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2mp41" + bytes(range(251)) * 40


def backup(name: str, place: str) -> str:
    """Return where a file of that place lies in an old backup."""
    return f"{name}/{place}" if place else name


def copy_name(random: Random, file: File, team: Team, when: datetime) -> tuple[str, str]:
    """Return the folder and stem of a copy of file, made the way people and programs do."""
    way = random.random()
    if way < 0.42:  # noqa: PLR2004 - shares of ways to copy
        return file.folder, naming.copy_name(random, file.stem)
    if way < 0.58:  # noqa: PLR2004
        who = random.choice(team.people)
        return file.folder, naming.conflict_name(random, file.stem, who, when)
    if way < 0.68 and when.year < 2024:  # noqa: PLR2004
        return backup("Backup of forms 2022", file.folder.rpartition("/")[2]), file.stem
    if way < 0.78:  # noqa: PLR2004
        return backup("Archive", file.folder), file.stem
    return random.choice(team.odd_places), file.stem


def damage(random: Random, shelf: Shelf, team: Team, truth: Truth) -> None:
    """Add files that cannot be read, each for a plain reason."""
    add = _Damage(shelf, truth)
    for name, extension, titles, place in _LOCKED:
        folder = team.places.get(place) or random.choice(team.odd_places)
        add.file(f"{folder}/{random.choice(titles)}.{extension}", original(name), Reason.PASSWORD)
    for extension in _CUT:
        whole = random.choice([file for file in shelf.files if file.extension == extension])
        half = whole.data[: int(len(whole.data) * random.uniform(0.3, 0.7))]
        mark = random.choice((" recovered", " (from email)", " 2"))
        add.file(f"{whole.folder}/{whole.stem}{mark}.{extension}", half, Reason.DAMAGED)
    for name in _EMPTY:
        add.file(f"{_anywhere(random, team)}/{name}", b"", Reason.EMPTY)
    training = team.places["training"]
    add.file(f"{training}/Feelings cards.docx", _PROGRAM, Reason.MISNAMED)
    add.file(f"{training}/core group film.mp4", _FILM, Reason.NO_READER)


def scan(random: Random, shelf: Shelf, team: Team, data: bytes, truth: Truth) -> None:
    """Add a page that went through the scanner: a picture, no text."""
    when = TODAY - timedelta(days=random.randint(60, 900))
    path = f"{_anywhere(random, team)}/Scan_{when:%Y%m%d_%H%M}.pdf"
    _Damage(shelf, truth).file(path, data, Reason.NO_TEXT)


@dataclass(frozen=True, slots=True)
class _Damage:
    shelf: Shelf
    truth: Truth

    def file(self, path: str, data: bytes, why: Reason) -> None:
        """Add a file that has no text, and why."""
        folder, _, name = path.rpartition("/")
        stem, _, extension = name.rpartition(".")
        when = TODAY - timedelta(days=40 + 17 * len(self.truth.broken))
        file = self.shelf.put(folder, stem, extension, data, when)
        self.truth.broken.append((file.path, why.value))


def _anywhere(random: Random, team: Team) -> str:
    return random.choice([*team.odd_places, team.places["admin"], team.places["work"]])


def leavings(random: Random, shelf: Shelf, team: Team, truth: Truth) -> None:
    """Add what programs leave behind and a scan passes over."""
    words = [file for file in shelf.files if file.extension == "docx"]
    for file in random.sample(words, 5):
        name = f"{file.stem}.docx"
        owner = random.choice(team.people)
        named = bytes([len(owner)]) + owner.encode("cp1252")
        data = named.ljust(55) + owner.encode("utf-16-le")
        _leave(shelf, truth, file.folder, f"~${name[2:]}", data.ljust(162, b"\x00"))
    folders = sorted({file.folder for file in shelf.files if file.folder})
    for folder in random.sample(folders, 4):
        _leave(shelf, truth, folder, "Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    _leave(shelf, truth, folders[0], "desktop.ini", b"[.ShellClassInfo]\r\nIconIndex=4\r\n")
    _leave(shelf, truth, folders[-1], ".DS_Store", b"\x00\x00\x00\x01Bud1" + bytes(64))
    for file in random.sample(words, 2):
        number = random.randrange(16**4)
        _leave(shelf, truth, file.folder, f"~WRL{number:04X}.tmp", file.data[:4000])
    shelf.empty.extend(random.sample(_EMPTY_FOLDERS, 3))
    truth.empty_folders.extend(shelf.empty)


def _leave(shelf: Shelf, truth: Truth, folder: str, name: str, data: bytes) -> None:
    stem, _, extension = name.rpartition(".")
    file = shelf.put(folder, stem, extension, data, TODAY - timedelta(days=3))
    truth.passed_over.append(file.path)
