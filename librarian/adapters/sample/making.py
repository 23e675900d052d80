"""Makes the drive in memory: documents and their versions, then copies, then the mess.

Everything is drawn from one source of chance in one fixed order, so the same seed gives the same
bytes, names and times.
"""

import re
import unicodedata
from datetime import datetime, timedelta
from random import Random
from typing import Final

from librarian.adapters.sample import mess, naming, personal
from librarian.adapters.sample.pages import Form, Page
from librarian.adapters.sample.papers import Document, documents, original
from librarian.adapters.sample.press import Press
from librarian.adapters.sample.shelf import File, Shelf
from librarian.adapters.sample.team import gather, neutral
from librarian.adapters.sample.truth import DocumentTruth, Truth
from librarian.adapters.sample.versions import READY_MADE, TODAY, Edition, editions, vintage
from librarian.adapters.sample.wording import fill, page
from librarian.adapters.sample.writers import plain
from librarian.adapters.sample.writers.zipped import pack

_KEPT: Final = 0.74
_COPIES: Final = 46
_CONVERTED: Final = frozenset({"docx", "pptx", "xlsx", "odt"})


class Maker:
    """Makes one drive from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - a sample, not a secret
        self._team = gather(self._random)
        self._press = Press()
        self._everything = documents()
        self._pages: dict[str, Page] = {}
        self.shelf = Shelf()
        self.truth = Truth(seed, self._team.name)

    def make(self) -> None:
        """Fill the shelf and tell the truth about it."""
        for document in self._everything:
            if document.core or self._random.random() < _KEPT:
                self._file(document)
        self._copy()
        self._leave_personal()
        mess.damage(self._random, self.shelf, self._team, self.truth)
        scanned = self._press.scan(self._pages["useful-numbers"])
        mess.scan(self._random, self.shelf, self._team, scanned, self.truth)
        mess.leavings(self._random, self.shelf, self._team, self.truth)

    def _file(self, document: Document) -> None:
        found = editions(self._random, document, self._team)
        entry = DocumentTruth(document, fill(document.title, self._team.words()))
        approved = max(place for place, one in enumerate(found) if not one.version.draft)
        for place, edition in enumerate(found):
            settled = page(edition.version, self._team)
            folder = self._folder(document, old=place < approved)
            data = self._bytes(edition, settled)
            when = self._touched(edition.version.when, old=place < approved)
            file = self.shelf.put(folder, edition.stem, edition.extension, data, when)
            entry.versions.append((file.path, edition.version.label))
            if place == approved:
                entry.current = file.path
                self._pages[document.id] = settled
        self.truth.documents.append(entry)

    def _bytes(self, edition: Edition, settled: Page) -> bytes:
        document = edition.version.document
        if edition.extension in READY_MADE:
            return original(f"{document.id}.{edition.extension}")
        if edition.extension == "eml":
            return self._mail(document, settled)
        if edition.extension == "url":
            return plain.shortcut(settled.parts[0].text)
        if edition.extension == "zip":
            return self._archive(settled)
        return self._press.write(settled, edition.extension)

    def _mail(self, document: Document, settled: Page) -> bytes:
        words = self._team.words()
        headers = tuple((name, fill(value, words)) for name, value in document.headers)
        attached = {}
        if any("attached" in part.text.lower() for part in settled.parts):
            topic = "slides-genogram" if "genogram" in document.id else "thresholds"
            extension = "pptx" if topic == "slides-genogram" else "pdf"
            data = self._press.write(self._pages[topic], extension)
            attached[f"{self._pages[topic].title}.{extension}".replace(":", " -")] = data
        return plain.mail(settled, headers, attached, document.id)

    def _archive(self, settled: Page) -> bytes:
        members = {"READ ME.txt": plain.text(settled)}
        for part in settled.parts:
            if part.form is Form.ITEM:
                members[f"{part.text}.docx"] = self._press.write(
                    Page(part.text, settled.parts[:1], footer=settled.title), "docx"
                )
        return pack(members)

    def _folder(self, document: Document, *, old: bool) -> str:
        home = self._home(document)
        if not old:
            return home if self._random.random() < 0.93 else self._stray(home)  # noqa: PLR2004
        return self._random.choices(
            (
                home,
                f"{home}/Old" if home else "Old",
                mess.backup("Archive", home),
                mess.backup("Backup of forms 2022", home.rpartition("/")[2]),
                self._random.choice(self._team.odd_places),
            ),
            (10, 3, 3, 1, 2),
        )[0]

    def _stray(self, home: str) -> str:
        return self._random.choice((*self._team.odd_places, f"{home}/New folder".lstrip("/")))

    def _home(self, document: Document) -> str:
        home = self._team.places[document.place]
        if document.place != "work" or not document.ages:
            return home
        if self._team.by_age or not document.themes:
            return f"{home}/{_age_folder(document.ages)}"
        return f"{home}/{document.themes[0].capitalize()}"

    def _touched(self, when: datetime, *, old: bool) -> datetime:
        """Return when a file says it was changed: mostly the truth, sometimes long after it."""
        if old and self._random.random() < 0.14:  # noqa: PLR2004 - opened and saved again
            late = TODAY - timedelta(days=self._random.randint(2, 200))
            return max(when, late) + timedelta(seconds=self._random.randrange(3600))
        minutes = timedelta(minutes=self._random.randrange(2, 2000))
        return min(when + minutes, TODAY - timedelta(hours=2))

    def _copy(self) -> None:
        """Copy files about; some three times; some into another format."""
        by_path = {file.path: file for file in self.shelf.files}
        entries = [entry for entry in self.truth.documents if entry.document.kind != "link"]
        for entry in self._random.sample(entries, min(_COPIES, len(entries))):
            path = self._random.choice([entry.current, self._random.choice(entry.versions)[0]])
            for _ in range(self._random.choices((1, 2, 3), (9, 2, 1))[0]):
                self._copy_one(entry, by_path[path])
        for entry in entries:
            if self._random.random() < 0.16 and len(entry.document.formats) > 1:  # noqa: PLR2004
                self._convert(entry, by_path[entry.current])
            if entry.document.old_format == "doc":
                self._resave(entry)
            if not entry.current.rpartition("/")[2].isascii():
                self._copy_from_a_mac(entry, by_path[entry.current])

    def _copy_one(self, entry: DocumentTruth, file: File) -> None:
        late = file.when + timedelta(days=self._random.randint(1, 300))
        same = late > TODAY or self._random.random() < 0.6  # noqa: PLR2004 - Windows keeps times
        when = file.when if same else late
        folder, stem = mess.copy_name(self._random, file, self._team, when)
        copied = self.shelf.put(folder, stem, file.extension, file.data, when)
        entry.copies.append((copied.path, file.path))

    def _copy_from_a_mac(self, entry: DocumentTruth, file: File) -> None:
        """Copy a file under a name whose accents are letters of their own."""
        folder = self._random.choice(self._team.odd_places)
        stem = unicodedata.normalize("NFD", file.stem)
        copied = self.shelf.put(folder, stem, file.extension, file.data, file.when)
        entry.copies.append((copied.path, file.path))

    def _convert(self, entry: DocumentTruth, file: File) -> None:
        wanted = self._random.choice(entry.document.formats[1:])
        if file.extension not in _CONVERTED or wanted in READY_MADE | {file.extension}:
            return
        data = self._press.write(self._pages[entry.document.id], wanted)
        when = min(file.when + timedelta(minutes=self._random.randint(3, 9000)), TODAY)
        made = self.shelf.put(file.folder, file.stem, wanted, data, when)
        entry.copies.append((made.path, file.path))

    def _resave(self, entry: DocumentTruth) -> None:
        oldest = entry.versions[0][0]
        if not oldest.endswith(".doc") or self._random.random() < 0.5:  # noqa: PLR2004 - a toss
            return
        settled = page(vintage(entry.document, "Business Support"), neutral())
        stem = oldest.rpartition("/")[2].removesuffix(".doc")
        when = TODAY - timedelta(days=self._random.randint(400, 2000))
        data = self._press.write(settled, "docx")
        made = self.shelf.put(oldest.rpartition("/")[0], stem, "docx", data, when)
        entry.copies.append((made.path, oldest))

    def _leave_personal(self) -> None:
        for filled in personal.filled(self._random, self._everything, self._team):
            folder = (
                self._random.choice(self._team.odd_places)
                if filled.place == "odd"
                else self._team.places[filled.place]
            )
            data = self._press.write(filled.page, filled.extension)
            stem = naming.spelled(self._random, filled.stem)
            file = self.shelf.put(folder, stem, filled.extension, data, filled.when)
            self.truth.personal.append(file.path)
        self._leave_mail()

    def _leave_mail(self) -> None:
        """Leave one message about a child, saved from the mail program."""
        note = personal.message(self._random, self._team)
        folder = self._team.places["mail"]
        data = plain.mail(note.page, note.headers, {}, "about-a-child")
        file = self.shelf.put(folder, note.subject, "eml", data, note.page.modified or TODAY)
        self.truth.personal.append(file.path)


def _age_folder(ages: tuple[str, ...]) -> str:
    numbers = re.findall(r"\d+", " ".join(ages))
    if ages[0] == "under 5":
        return "Under 5s" if len(ages) == 1 else f"Under {max(map(int, numbers))}"
    return f"{min(map(int, numbers))}-{max(map(int, numbers))} years"
