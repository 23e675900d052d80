"""Small indexes for tests: entries by what matters in them, and a reader over them."""

from datetime import UTC, datetime
from pathlib import Path

from indexers.full_text import FullTextIndex, FullTextReader
from librarian.domain.clocks import nanoseconds
from librarian.domain.facets import Facets
from librarian.domain.kinds import kind_of
from librarian.domain.names import plain_title
from librarian.domain.paths import extension_of, folder_of
from librarian.domain.places import is_backwater
from librarian.domain.searching import Entry, Query, Results
from librarian.domain.vocabulary import Term, Topic, Vocabulary
from tests.support.fakes import FakeClock

WORDS = Vocabulary(
    terms=(
        Term("CIN", "Child in Need", ("section 17",)),
        Term("CP", "Child Protection", ("safeguarding",)),
        Term("CP", "Care Plan"),
        Term("FT", "Family Time", ("contact",)),
        Term("LAC review", "Looked After Child review"),
    ),
    ages=(Topic("Under 5", ("toddler",)), Topic("5–7", ()), Topic("8–11", ())),
    themes=(Topic("Feelings", ("emotion",)), Topic("Anger", ("angry",))),
    languages=(Topic("Somali", ("soomaali",)),),
)


def an_entry(
    path: str,
    body: str = "",
    *,
    file: int = 0,
    changed: str = "2026-01-15",
    headings: str = "",
    author: str = "",
    facets: Facets | None = None,
    personal: bool = False,
) -> Entry:
    """A file as the index holds it; its number is made from its path unless given."""
    return Entry(
        file=file or sum(ord(letter) * (place + 1) for place, letter in enumerate(path)),
        path=path,
        title=plain_title(path),
        kind=kind_of(extension_of(path)),
        modified=nanoseconds(datetime.fromisoformat(changed).replace(tzinfo=UTC)),
        size=1000,
        headings=headings,
        body=body,
        author=author,
        facets=facets or Facets(),
        personal=personal,
        backwater=is_backwater(folder_of(path)),
    )


def an_index(folder: Path, *entries: Entry) -> FullTextReader:
    """A reader over an index of these entries."""
    index = FullTextIndex.open(folder)
    index.put(entries)
    index.commit()
    index.close()
    return FullTextReader(folder, WORDS, FakeClock())


def search(reader: FullTextReader, text: str, *, typing: bool = True) -> Results:
    """What is found for a text."""
    return reader.find(Query(text, typing=typing), {})


def paths(results: Results) -> list[str]:
    """The paths of the hits, best first."""
    return [hit.path for hit in results.hits]
