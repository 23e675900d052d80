"""Makes files searchable; nothing is found before `commit`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, Self

import tantivy

from indexers.full_text import generations
from indexers.full_text.schema import document
from librarian.domain.searching import Entry

_HEAP: Final = 96_000_000
_THREADS: Final = 1


class FullTextIndex:
    """The one writer of the index.

    `fresh` tells that a new generation had to begin, so that every file is to be put again.
    """

    def __init__(self, folder: Path, generation: Path, *, fresh: bool) -> None:
        self._folder = folder
        self._generation = generation
        self._writer: tantivy.IndexWriter | None = None
        self.fresh = fresh

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the index under folder; where there is no sound one, a new one in use at once."""
        generation = generations.current(folder)
        if generation and generations.is_sound(generation):
            return cls(folder, generation, fresh=False)
        generation = generations.start(folder)
        generations.make_current(folder, generation)
        return cls(folder, generation, fresh=True)

    @classmethod
    def rebuild(cls, folder: Path) -> Self:
        """Return a new index beside the one in use, which goes on until `take_over`."""
        return cls(folder, generations.start(folder), fresh=True)

    def take_over(self) -> None:
        """Have searches use this index from now on."""
        generations.make_current(self._folder, self._generation)

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries, replacing those of the same file."""
        writer = self._open_writer()
        with generations.index_errors(self._folder):
            for entry in entries:
                writer.delete_documents_by_term("file", entry.file)
                writer.add_document(document(entry))

    def remove(self, files: Iterable[int]) -> None:
        """Have these files found no more."""
        writer = self._open_writer()
        with generations.index_errors(self._folder):
            for file in files:
                writer.delete_documents_by_term("file", file)

    def commit(self) -> None:
        """Have what was put and removed found, or found no more, by searches."""
        if self._writer:
            with generations.index_errors(self._folder):
                self._writer.commit()

    def close(self) -> None:
        """Let another process write; what was not committed is lost."""
        if self._writer:
            with generations.index_errors(self._folder):
                self._writer.wait_merging_threads()
            self._writer = None

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            with generations.index_errors(self._folder):
                # Opened anew each time: a stale view of the folder leaves orphans behind.
                index = generations.opened(self._generation)
                self._writer = index.writer(_HEAP, _THREADS)
        return self._writer
