"""Shows what files look like, from a worker process of its own that starts at the first preview."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Lock
from typing import Final

from pebble import ProcessExpired, ProcessPool

from indexers.isolation import MEMORY, end, end_of, started
from indexers.reading import installed
from indexers.working import Setup, show_file
from librarian.domain.extraction import Extractor, Reason
from librarian.domain.previews import NoPreview, Preview
from librarian.domain.vocabulary import Vocabulary

SECONDS: Final = 10.0
"""How long a preview may be worked on, waiting for the file's bytes not counted."""
_NETWORK_SECONDS: Final = 60.0


class IsolatedPreviewer:
    """Makes previews in one worker process; a `ports.Previewer`."""

    def __init__(
        self,
        *,
        extractors: Callable[[], Iterable[Extractor]] = installed,
        seconds: float = SECONDS,
        memory: int = MEMORY,
    ) -> None:
        self._setup = Setup(Vocabulary(), extractors, seconds, memory)
        self._pool: ProcessPool | None = None
        self._lock = Lock()

    def preview(self, path: Path, words: Sequence[str], first_page: int = 0) -> Preview:
        """Return the file, or from first_page on, with words marked; a bad file never raises."""
        try:
            return self._scheduled(path, words, first_page).result()
        except ProcessExpired as error:
            return NoPreview(*end_of(error.exitcode))
        except TimeoutError:
            return NoPreview(Reason.UNREACHABLE, "The drive did not answer.")
        except (CancelledError, BrokenProcessPool):
            return NoPreview(Reason.UNREACHABLE, "The reader had to start again.")

    def close(self) -> None:
        """End the worker process; another preview starts a new one."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            end(pool)

    def _scheduled(self, path: Path, words: Sequence[str], first_page: int) -> Future[Preview]:
        with self._lock:
            if self._pool is None or not self._pool.active:
                self._pool = started(1, self._setup)
            future: Future[Preview] = self._pool.schedule(
                show_file, args=(path, tuple(words), first_page), timeout=_NETWORK_SECONDS
            )
            return future
