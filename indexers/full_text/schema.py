"""What the index holds of each file, and the analysers that cut text into terms.

Words are kept twice: stemmed, so that "referrals" finds "referral", and as written (accents
folded), so that beginnings and typing slips can be looked up. The body is kept for snippets
only, packed, so that a hit is cheap to load.
"""

import json
import unicodedata
import zlib
from collections.abc import Iterator
from typing import Final

import tantivy

from indexers.full_text.ranking import Trait
from librarian.domain import paths
from librarian.domain.kinds import Kind
from librarian.domain.places import says_it_is_old
from librarian.domain.searching import Entry
from librarian.domain.words import (
    STOP_WORDS,
    name_words,
    without_possessives,
    without_version,
    words_of,
)

REVISION: Final = 3
"""Raised whenever an index made before could not answer as it should."""

EARLIEST: Final = -(2**63)
LATEST: Final = 2**63 - 1
"""Moments beyond these, in nanoseconds, are kept as these."""

SHORTEST_OPENING: Final = 3
LONGEST_OPENING: Final = 24
_STEMMED, _WRITTEN = "stemmed", "written"
_LONGEST_TERM: Final = 64
_WORDED: Final = ("label", "headings", "text")
_WRITTEN_ONLY: Final = ("folder", "author")
_COUNTED: Final = ("kind", "top", "age", "theme", "language")


def stemmed(field: str) -> str:
    """Return the name under which a field's words are kept stemmed."""
    return f"{field}_stemmed"


def written(field: str) -> str:
    """Return the name under which a field's words are kept as written."""
    return f"{field}_written"


def build_schema() -> tantivy.Schema:
    """Return the fields of the index."""
    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("file", indexed=True, fast=True)
    schema.add_integer_field("modified", fast=True)
    schema.add_integer_field("traits", fast=True)
    schema.add_bytes_field("shown", stored=True)
    schema.add_bytes_field("body", stored=True)
    for field in _WORDED:
        schema.add_text_field(stemmed(field), tokenizer_name=_STEMMED)
    for field in (*_WORDED, *_WRITTEN_ONLY):
        schema.add_text_field(written(field), tokenizer_name=_WRITTEN, index_option="freq")
    for field in ("whole", "opening", "within", "initials"):
        schema.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in _COUNTED:
        schema.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    return schema.build()


def analyser(*, stems: bool) -> tantivy.TextAnalyzer:
    """Return what cuts text into terms, folded and, if wanted, stemmed."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    builder = builder.filter(tantivy.Filter.remove_long(_LONGEST_TERM))
    builder = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    if stems:
        builder = builder.filter(tantivy.Filter.stemmer("English"))
    return builder.build()


def register(index: tantivy.Index) -> tantivy.Index:
    """Return index with its analysers; it forgets them whenever it is closed."""
    index.register_tokenizer(_STEMMED, analyser(stems=True))
    index.register_tokenizer(_WRITTEN, analyser(stems=False))
    return index


def document(entry: Entry) -> tantivy.Document:
    """Return what the index holds of a file."""
    title, path = clean(entry.title), clean(entry.path)
    folder = paths.folder_of(path)
    label = _label(title, path)
    titles = sorted({whole(title), whole(paths.stem_of(path))} - {""})
    headings, author = clean(entry.headings), clean(entry.author)
    extension = paths.extension_of(path)
    body = clean(entry.body)
    text = f"{label}\n{extension}\n{folder}\n{author}\n{headings}\n{body}"
    found = tantivy.Document(
        file=entry.file,
        modified=min(max(entry.modified, EARLIEST), LATEST),
        traits=int(_traits(entry)),
        shown=_shown(entry),
        whole=titles,
        opening=sorted({opening for each in titles for opening in openings(each)}),
        initials=_initials(title),
        within=_ancestors(folder),
        kind=entry.kind.value,
        age=list(entry.facets.ages),
        theme=list(entry.facets.themes),
        language=list(entry.facets.languages),
        folder_written=folder,
        author_written=author,
    )
    if folder:
        found.add_text("top", folder.partition("/")[0])
    if body:
        found.add_bytes("body", zlib.compress(body.encode(), 1))
    for field, words in zip(_WORDED, (label, headings, text), strict=True):
        plain = without_possessives(words)
        found.add_text(stemmed(field), singular(plain))
        found.add_text(written(field), plain)
    return found


def clean(text: str) -> str:
    """Return text as valid Unicode in its composed form."""
    return text if text.isascii() else unicodedata.normalize("NFC", paths.printable(text))


def whole(title: str) -> str:
    """Return a title as one term: its folded words, without marks of versions and copies."""
    return without_version(name_words(title))


def openings(title: str) -> Iterator[str]:
    """Yield what a whole title may begin with, letter by letter, up to a length."""
    return (title[:length] for length in range(SHORTEST_OPENING, LONGEST_OPENING + 1))


def singular(text: str) -> str:
    """Return text with the one plural of the field that no stemmer knows made regular."""
    return text.replace("children", "child").replace("Children", "Child")


def body_of(document: tantivy.Document) -> str:
    """Return the text that a document was indexed with."""
    packed = document.get_first("body")
    return zlib.decompress(packed).decode() if packed else ""


def _label(title: str, path: str) -> str:
    """Return the words of title and file name, each said once."""
    words = name_words(title)
    said = set(words_of(words))
    more = [
        word
        for word in name_words(paths.stem_of(path)).split()
        if not said.issuperset(words_of(word))
    ]
    return " ".join((words, *more))


def _traits(entry: Entry) -> Trait:
    old = entry.backwater or says_it_is_old(paths.stem_of(entry.path))
    return (
        (Trait.OLD if old else Trait(0))
        | (Trait.FILLED_IN if entry.personal else Trait(0))
        | (Trait.FOREIGN if entry.facets.languages else Trait(0))
        | (Trait.MAIL if entry.kind is Kind.MAIL else Trait(0))
        | (Trait.BROKEN if entry.broken else Trait(0))
    )


def _initials(title: str) -> list[str]:
    """Return the first letters of a title's words, with and without the little words."""
    words = words_of(title)
    telling = [word for word in words if word not in STOP_WORDS]
    return sorted({"".join(word[0] for word in each) for each in (words, telling)} - {""})


def _ancestors(folder: str) -> list[str]:
    parts = paths.key(folder).split("/") if folder else []
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


Shown = tuple[int, str, str, str, int, int, bool, list[str], list[str], list[str]]


def _shown(entry: Entry) -> bytes:
    shown: Shown = (
        entry.file,
        paths.stored(entry.path),
        clean(entry.title),
        entry.kind.value,
        entry.modified,
        entry.size,
        entry.personal,
        list(entry.facets.ages),
        list(entry.facets.themes),
        list(entry.facets.languages),
    )
    return json.dumps(shown, ensure_ascii=False).encode()


def shown(document: tantivy.Document) -> Shown:
    """Return file, path, title, kind, time, size, personal, ages, themes and languages."""
    found: Shown = tuple(json.loads(document.get_first("shown") or b"[]"))
    return found
