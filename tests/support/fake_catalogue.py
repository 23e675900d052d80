"""A catalogue in a dict, for tests that need no database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from librarian.application.ports import Known, Record, Tally, Waiting
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.paths import extension_of, is_within, key


@dataclass
class _Row:
    listed: Listed
    state: FileState
    why: str
    since: int
    settled: bool
    dirty: bool
    reading: Reading | None = None


class FakeCatalogue:
    """What is known, in a dict."""

    def __init__(self) -> None:
        self.rows: dict[int, _Row] = {}
        self.at: int | None = None

    def known(self, folder: str = "") -> dict[str, Known]:
        return {
            row.listed.path: Known(
                file, row.listed.size, row.listed.modified, row.settled, row.state
            )
            for file, row in self.rows.items()
            if is_within(row.listed.path, folder)
        }

    def with_content(self, sha256: str, canonical: str) -> list[Record]:
        found = (self.record(row.listed.path) for row in self.rows.values() if row.reading)
        return [
            each
            for each in found
            if each
            and each.reading
            and each.state is FileState.PRESENT
            and (each.reading.sha256 == sha256 or each.reading.canonical == canonical)
        ]

    def known_by_extension(self, extensions: Sequence[str]) -> dict[str, Known]:
        known = self.known()
        return {path: each for path, each in known.items() if extension_of(path) in extensions}

    def enter(self, files: Sequence[Listed], at: int) -> list[int]:
        return [self._enter(listed, at) for listed in files]

    def settle(self, readings: Sequence[tuple[int, Reading]]) -> None:
        for file, reading in readings:
            row = self.rows[file]
            row.reading, row.settled, row.dirty, row.why = reading, True, True, ""

    def postpone(self, files: Sequence[tuple[int, str]]) -> None:
        for file, why in files:
            self.rows[file].why = why

    def retry(self) -> None:
        for row in self.rows.values():
            if row.state is FileState.PRESENT:
                row.why = ""

    def lose(self, files: Sequence[int], state: FileState, why: str) -> None:
        for file in files:
            row = self.rows[file]
            row.state, row.why, row.dirty = state, why, True

    def rename(self, file: int, path: str) -> None:
        row = self.rows[file]
        row.listed = row.listed._replace(path=path)

    def agreed(self, files: Sequence[int]) -> None:
        for file in files:
            self.rows[file].dirty = False

    def waiting(self) -> Iterator[Waiting]:
        yield from [Waiting(file, row.listed) for file, row in self.rows.items() if _waits(row)]

    def count_waiting(self) -> int:
        return sum(_waits(row) for row in self.rows.values())

    def placeholders(self) -> frozenset[str]:
        return frozenset(row.listed.path for row in self._present() if row.listed.online_only)

    def doubtful(self) -> list[Record]:
        return [self._record(file) for file, row in self.rows.items() if row.dirty]

    def reread(self, files: Sequence[int]) -> None:
        for file in files:
            self.rows[file].settled = False

    def distrust(self) -> None:
        for row in self.rows.values():
            row.settled, row.dirty = False, True

    def outdated(self, revisions: Mapping[str, int]) -> list[int]:
        return [
            file
            for file, row in self.rows.items()
            if row.reading and row.reading.revision < revisions.get(row.reading.extractor, 0)
        ]

    def record(self, path: str) -> Record | None:
        exact = [file for file, row in self.rows.items() if row.listed.path == path]
        alike = [file for file, row in self.rows.items() if key(row.listed.path) == key(path)]
        return self._record((exact or alike)[0]) if exact or alike else None

    def records(self, files: Sequence[int]) -> list[Record]:
        return [self._record(file) for file in files if file in self.rows]

    def without_text(self) -> list[tuple[str, str]]:
        return sorted(
            (row.listed.path, str(row.reading.reason) if row.reading else "can't open just now")
            for row in self._present()
            if (row.reading and row.reading.reason) or row.why
        )

    def count_present(self) -> int:
        return len(self._present())

    def tally(self) -> Tally:
        present = self._present()
        return Tally(
            len(present),
            sum(row.settled for row in present),
            sum(bool(row.reading and row.reading.words) for row in present),
        )

    def recent(self, since: int, limit: int) -> list[Record]:
        files = [
            file
            for file, row in self.rows.items()
            if row.state is FileState.PRESENT and max(row.since, row.listed.modified) > since
        ]
        files.sort(key=lambda file: -self.rows[file].listed.modified)
        return self.records(files[:limit])

    def folders(self) -> list[tuple[str, int]]:
        tops = [row.listed.path.split("/")[0] for row in self._present() if "/" in row.listed.path]
        return [(top, tops.count(top)) for top in sorted(set(tops))]

    def finished(self) -> int | None:
        return self.at

    def finish(self, at: int) -> None:
        self.at = at

    def _enter(self, listed: Listed, at: int) -> int:
        for file, row in self.rows.items():
            if row.listed.path == listed.path:
                changed = _Row(listed, FileState.PRESENT, "", row.since, False, True, row.reading)
                self.rows[file] = changed
                return file
        file = max(self.rows, default=0) + 1
        self.rows[file] = _Row(listed, FileState.PRESENT, "", at, False, True)
        return file

    def _present(self) -> list[_Row]:
        return [row for row in self.rows.values() if row.state is FileState.PRESENT]

    def _record(self, file: int) -> Record:
        row = self.rows[file]
        reading = replace(row.reading, body="", headings="") if row.reading else None
        shown = reading if row.settled else None
        return Record(file, row.listed, row.state, row.why, row.since, row.since, shown)


def _waits(row: _Row) -> bool:
    return not row.settled and not row.why and row.state is FileState.PRESENT
