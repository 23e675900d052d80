"""Looks inside one file: what it is, its text, what it is about, what it must not show.

Everything about one file in one pass, so that a worker process returns only what is kept.
"""

import importlib
import pkgutil
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from indexers import extractors as formats
from indexers.canonical import canonical
from indexers.containers.opened_once import opened_once
from indexers.containers.tidying import has_text, tidy
from indexers.detection import personal_data
from indexers.media_types import named
from indexers.sketching import sketch, wording, words
from indexers.sniffing import Sniffed, sniff
from indexers.stating import stated
from librarian.domain.extraction import (
    Extraction,
    Extractor,
    Properties,
    Reason,
    Source,
    UnreadableError,
)
from librarian.domain.facets import Facets
from librarian.domain.files import Reading
from librarian.domain.paths import extension_of
from librarian.domain.statements import Stated

Recognise = Callable[[str, str, str], Facets]
"""What a file is for, told from its path, its headings and its text."""
Extractors = Mapping[str, Extractor]
"""The reader of each media type."""

LARGEST: Final = 200_000_000
"""Files of more bytes are not read."""
LONGEST: Final = 4_000_000
"""The characters of a text that are searched; what follows is left out, with a warning."""

REVISION: Final = 4
"""Raised when what is done with every text (detection, sketches, statements) has changed."""

_EACH: Final = 1000
_CUT: Final = "Only the first part of this file is searchable; it is very long."
_LONGEST_DETAIL: Final = 500


def installed() -> tuple[Extractor, ...]:
    """Return the EXTRACTOR of every module in indexers.extractors."""
    return tuple(importlib.import_module(name).EXTRACTOR for name in format_modules())


def format_modules() -> list[str]:
    """Return the full name of every module in indexers.extractors."""
    found = pkgutil.iter_modules(formats.__path__)
    return sorted(f"{formats.__name__}.{module.name}" for module in found)


def by_media_type(found: Iterable[Extractor]) -> Extractors:
    """Return the reader of each media type."""
    return {kind: extractor for extractor in found for kind in extractor.media_types}


def revisions(found: Iterable[Extractor]) -> dict[str, int]:
    """Return the revision of each extractor by name; a reading of a lower one is made again."""
    return {extractor.name: _revision(extractor) for extractor in found}


def _revision(extractor: Extractor) -> int:
    return extractor.revision * _EACH + REVISION


def recognise_nothing(path: str, headings: str, text: str) -> Facets:
    """Return no facets: what is used where no vocabulary is at hand."""
    del path, headings, text
    return Facets()


def look_inside(
    source: Source, extractors: Extractors, recognise: Recognise = recognise_nothing
) -> Reading:
    """Return what is found in source, whose name is its path on the drive; never raises."""
    with opened_once():
        reading = _looked_inside(source, extractors, recognise)
        same = canonical(source.data, reading.media_type, reading.sha256)
    facets = reading.facets if reading.body else recognise(source.name, "", "")
    return replace(reading, canonical=same, facets=facets)


def _looked_inside(source: Source, extractors: Extractors, recognise: Recognise) -> Reading:
    """Return what is found; what has no text to show has no facets yet."""
    raw = sha256(source.data).hexdigest()
    sniffed = sniff(source)
    extractor = extractors.get(sniffed.media_type)
    reading = Reading(sha256=raw, canonical="", media_type=sniffed.media_type)
    if extractor is None or sniffed.reason in _HOPELESS:
        return replace(
            reading, reason=sniffed.reason or Reason.NO_READER, detail=tidy(sniffed.detail)
        )
    reading = replace(reading, extractor=extractor.name, revision=_revision(extractor))
    try:
        return _with_text(reading, source, extracted(source, extractor), sniffed, recognise)
    except UnreadableError as error:
        return replace(reading, reason=error.reason, detail=tidy(error.detail)[:_LONGEST_DETAIL])


_HOPELESS: Final = frozenset({Reason.PASSWORD, Reason.DAMAGED, Reason.EMPTY})


def extracted(source: Source, extractor: Extractor) -> Extraction:
    """Return the extraction; whatever else an extractor raises is damage to this one file."""
    try:
        return extractor.extract(source)
    except (UnreadableError, KeyboardInterrupt, SystemExit):
        raise
    except MemoryError as error:
        raise UnreadableError(Reason.TOO_LARGE, "it needs more memory than a file may") from error
    except BaseException as error:
        raise UnreadableError(Reason.DAMAGED, whereabouts(error)) from error


def whereabouts(error: BaseException) -> str:
    """Return the kind of an unexpected error and where it arose; its words may quote the file."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "indexers" in frame.filename] or frames
    place = f" in {Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else ""
    return f"({type(error).__name__}{place})"


def _with_text(
    reading: Reading,
    source: Source,
    extraction: Extraction,
    sniffed: Sniffed,
    recognise: Recognise,
) -> Reading:
    """Return the reading with the text, or without it where that is nobody's business."""
    if not has_text(extraction.blocks):
        raise UnreadableError(Reason.NO_TEXT)
    body, headings = extraction.text, extraction.headings
    found = words(body)
    warnings = [sniffed.warning, *extraction.warnings, _CUT if len(body) > LONGEST else ""]
    reading = replace(
        reading,
        words=len(found),
        warnings=tuple(filter(None, warnings)),
        personal=personal_data(extraction.blocks),
    )
    if reading.personal:
        return replace(reading, properties=_withheld(extraction.properties))
    return replace(
        reading,
        headings=headings[:LONGEST],
        body=body[:LONGEST],
        sketch=sketch(found),
        wording=wording(found),
        properties=_tidied(extraction.properties),
        stated=_plain(stated(extraction.blocks)),
        attachments=tuple(filter(None, map(tidy, extraction.attachments))),
        facets=recognise(source.name, headings, body),
    )


def _tidied(said: Properties) -> Properties:
    """Return properties as single lines."""
    return Properties(
        title=tidy(said.title),
        author=tidy(said.author),
        created=tidy(said.created),
        modified=tidy(said.modified),
        template=tidy(said.template),
        revision=tidy(said.revision),
    )


def _plain(said: Stated) -> Stated:
    return replace(said, title=tidy(said.title))


def _withheld(said: Properties) -> Properties:
    """Return properties without what may name somebody."""
    return replace(_tidied(said), title="", author="", template="")


def without_reading(path: str, reason: Reason, detail: str = "") -> Reading:
    """Return what is known of a file whose bytes were not looked at, or not to the end."""
    return Reading(
        sha256="",
        canonical="",
        media_type=named(extension_of(path)),
        reason=reason,
        detail=detail,
    )
