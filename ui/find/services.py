"""What the Find page asks of the library: each thing it uses, and nothing else of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from librarian.domain.errors import LibrarianError

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Care, Caretaker, Registrar, Sent
    from librarian.application.finding import Facts, Finder, Start
    from librarian.application.portering import Porter
    from librarian.application.wishing import ReaderPost, ShutFolder
    from librarian.domain.previews import Preview
    from librarian.domain.searching import Counts, Query, Results, Snippet


class ShowPreview(Protocol):
    """Shows what a file looks like, from a page on."""

    def __call__(self, path: str, query: Query, first_page: int = 0) -> Preview: ...


class PutStar(Protocol):
    """Puts a star on a file, or takes it away."""

    def __call__(self, path: str, *, on: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Looking:
    """What answers questions about files; every call may block, so each is made in a job."""

    find: Callable[[Query], Results]
    counts: Callable[[Query], Counts]
    snippets: Callable[[Query, Sequence[int]], dict[int, Snippet]]
    near: Callable[[str], tuple[str, ...]]
    words: Callable[[Query], tuple[str, ...]]
    refresh: Callable[[], None]
    start: Callable[[], Start]
    note_look: Callable[[], None]
    facts: Callable[[str], Facts]
    preview: ShowPreview
    care: Callable[[], Care | None]
    shut_folders: Callable[[], tuple[ShutFolder, ...]]


@dataclass(frozen=True, slots=True)
class Acting:
    """What is done with one file; every call may block, so each is made in a job."""

    open: Callable[[str], None]
    open_folder: Callable[[str], None]
    print: Callable[[str], None]
    star: PutStar
    full_path: Callable[[str], str]
    suggested_copy: Callable[[str, Path], Path]
    fill_in_copy: Callable[[str, Path], Path]
    ask_to_confirm: Callable[[str], Sent]
    want: Callable[[str], Sent]
    ask_access: Callable[[str], Sent]


def looking(finder: Finder, caretaker: Caretaker | None, post: ReaderPost | None) -> Looking:
    """What finder, caretaker and post offer, as the page asks for it."""
    return Looking(
        find=finder.find,
        counts=finder.counts,
        snippets=finder.snippets,
        near=finder.near,
        words=finder.words,
        refresh=finder.refresh,
        start=finder.start,
        note_look=finder.note_look,
        facts=finder.facts,
        preview=finder.preview,
        care=caretaker.care if caretaker else _nobody_cares,
        shut_folders=post.shut_folders if post else tuple,
    )


def acting(porter: Porter, registrar: Registrar | None, post: ReaderPost | None) -> Acting:
    """What porter, registrar and post do, as the page asks for it."""
    return Acting(
        open=porter.open,
        open_folder=porter.open_folder,
        print=porter.print,
        star=porter.star,
        full_path=porter.full_path,
        suggested_copy=porter.suggested_copy,
        fill_in_copy=porter.fill_in_copy,
        ask_to_confirm=registrar.ask_to_confirm if registrar else _nobody_to_ask,
        want=post.want if post else _nobody_to_ask,
        ask_access=post.ask_access if post else _nobody_to_ask,
    )


def _nobody_to_ask(path: str) -> Sent:
    raise LibrarianError(f"Nobody can be asked about {path} here.", "Ask Business Support.")


def _nobody_cares() -> Care | None:
    return None
