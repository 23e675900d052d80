"""A made-up drive that answers what the Find page asks."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path

from librarian.application.about import Care, Sent
from librarian.application.finding import Facts, Shelf, Start
from librarian.application.ports import Record, Tally
from librarian.application.wishing import ShutFolder
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.extraction import Properties, Reason
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.kinds import kind_of
from librarian.domain.paths import extension_of
from librarian.domain.previews import (
    NoPreview,
    Preview,
)
from librarian.domain.searching import Counts, Filters, Hit, Query, Results, Snippet
from librarian.domain.words import words_of
from tests.support.find_files import FILES, MadeUpFile
from tests.support.find_people import NOW
from tests.support.made_up_looks import made_up_preview
from ui.find.services import Acting, Looking


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
        self.exact: int | None = None
        self.tally = Tally(len(self.files), len(self.files), len(self.files))
        self.away = False
        self.looks = 0
        self.previewed = Query("")
        self.disk_is_full = False
        self.cared: Care | None = None
        self.sent = Sent()
        self.shut: tuple[ShutFolder, ...] = ()
        self.wishes: list[str] = []

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
            shut_folders=lambda: self.shut,
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
            want=partial(self._sent, "want"),
            ask_access=partial(self._sent, "access"),
        )

    def _sent(self, wish: str, about: str) -> Sent:
        self.wishes.append(f"{wish} {about}")
        return self.sent

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
            total=self.exact,
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
        return made_up_preview(file, first_page)

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
