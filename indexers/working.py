"""What a worker process does: fetch a file's bytes, then look inside within its limits.

Waiting for the network is not counted: the clock starts when the bytes are in memory.
"""

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from indexers.limits import be_silent, die_with_parent, give_way, limit_memory, time_limit
from indexers.reading import (
    LARGEST,
    Extractors,
    by_media_type,
    look_inside,
    whereabouts,
    without_reading,
)
from indexers.showing import show
from librarian.application.ports import Unanswered
from librarian.domain.extraction import Extractor, Reason, Source
from librarian.domain.facets import Facets
from librarian.domain.files import Reading
from librarian.domain.names import plain_title
from librarian.domain.paths import folder_of
from librarian.domain.previews import NoPreview, Preview
from librarian.domain.recognition import recognise
from librarian.domain.vocabulary import Vocabulary

_TOO_MUCH: Final = "it needs more memory than a file may"


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs to know once; it travels to the process when that starts."""

    vocabulary: Vocabulary
    extractors: Callable[[], Iterable[Extractor]]
    seconds: float
    memory: int
    gives_way: bool = False
    """Whether nobody waits for this very work."""


class _Worker:
    """A process that is ready to read."""

    def __init__(self, setup: Setup) -> None:
        self.seconds = setup.seconds
        self._vocabulary = setup.vocabulary
        self._extractors: Extractors = by_media_type(setup.extractors())

    def read(self, source: Source) -> Reading:
        """Return what is found in source; ends the process where that takes too long."""
        with time_limit(self.seconds):
            try:
                return look_inside(source, self._extractors, self._recognise)
            except MemoryError:
                return without_reading(source.name, Reason.TOO_LARGE, _TOO_MUCH)
            except BaseException as error:  # noqa: BLE001 - a bug or panic costs this file alone
                return without_reading(source.name, Reason.DAMAGED, whereabouts(error))

    def show(self, source: Source, words: Sequence[str], first: int) -> Preview:
        """Return what source looks like; ends the process where that takes too long."""
        with time_limit(self.seconds):
            try:
                return show(source, self._extractors, words, first)
            except MemoryError:
                return NoPreview(Reason.TOO_LARGE, _TOO_MUCH)
            except BaseException as error:  # noqa: BLE001 - a bug or panic costs this file alone
                return NoPreview(Reason.DAMAGED, whereabouts(error))

    def _recognise(self, path: str, headings: str, text: str) -> Facets:
        first, _, _ = headings.partition("\n")
        title = f"{plain_title(path)}\n{first}"
        return recognise(self._vocabulary, title=title, folder=folder_of(path), text=text)


_PROCESS: Final[list[_Worker]] = []
"""The one worker that this process is, from `prepare` on; empty in the parent."""


def prepare(setup: Setup) -> None:
    """Make this process a worker."""
    die_with_parent()
    be_silent()
    if setup.gives_way:
        give_way()
    _PROCESS[:] = [_Worker(setup)]
    with suppress(OSError, ValueError):  # a system without such limits still reads
        limit_memory(setup.memory)


def is_ready() -> bool:
    """Tell whether this process is a worker."""
    return bool(_PROCESS)


def read_file(place: Path, name: str) -> Reading | Unanswered:
    """Return what is found in the file at place, which the drive knows by name."""
    [worker] = _PROCESS
    data = fetch(place)
    if isinstance(data, Unanswered):
        return data
    if data is None:
        return without_reading(name, Reason.TOO_LARGE)
    return worker.read(Source(name, data))


def show_file(place: Path, words: Sequence[str], first: int) -> Preview:
    """Return what the file at place looks like."""
    [worker] = _PROCESS
    data = fetch(place)
    if isinstance(data, Unanswered):
        return NoPreview(Reason.UNREACHABLE, data.why)
    if data is None:
        return NoPreview(Reason.TOO_LARGE)
    return worker.show(Source(place.name, data), words, first)


def fetch(place: Path) -> bytes | Unanswered | None:
    """Return a file's bytes; None where there are more than are read."""
    try:
        with open(place, "rb", opener=_at_once) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return Unanswered("It is no file any more.")
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return Unanswered("It is not there any more.")
    except PermissionError:
        return Unanswered("You may not open it, or somebody else has it open.")
    except OSError:
        return Unanswered("The drive did not answer.")
    except MemoryError:
        return None
    return data if len(data) <= LARGEST else None


def _at_once(path: str, flags: int) -> int:
    """Open what was a file when it was listed; wait for no pipe in its place."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
