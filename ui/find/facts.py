"""What is known of a file, as lines of a name and a value in people's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from librarian.application.ports import Record
from librarian.domain.clocks import moment
from librarian.domain.facets import Facets
from librarian.domain.files import Reading
from librarian.domain.paths import folder_of, name_of, printable
from librarian.domain.searching import Hit
from ui.find import texts
from ui.kit.badges import KIND_NAMES
from ui.kit.wording import counted, listed, spoken_date, spoken_folder, spoken_size

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.finding import Facts


def lines(facts: Facts, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return all that is known of a file, each as (name, value); what is not known is left out."""
    return tuple((name, value) for name, value in _lines(facts.record, now) if value)


def brief(hit: Hit, now: datetime) -> str:
    """Return the one line that matters most: kind, size, when changed, where."""
    return " · ".join(
        (
            KIND_NAMES[hit.kind],
            spoken_size(hit.size),
            f"changed {_inside_a_line(spoken_date(hit.modified, now))}",
            spoken_folder(printable(folder_of(hit.path))),
        )
    )


def _inside_a_line(date: str) -> str:
    """The date as it stands after other words: ``today``, but ``Nov``."""
    return date.replace("Today", "today").replace("Yesterday", "yesterday")


def _lines(record: Record, now: datetime) -> Iterator[tuple[str, str]]:
    listing = record.listed
    yield texts.FACT_FILE, printable(name_of(listing.path))
    yield texts.FACT_FOLDER, spoken_folder(printable(folder_of(listing.path)))
    yield texts.FACT_SIZE, spoken_size(listing.size)
    yield texts.FACT_CHANGED, spoken_date(moment(listing.modified), now)
    yield texts.FACT_SINCE, spoken_date(moment(record.since), now)
    yield texts.FACT_STATE, record.why
    if record.reading:
        yield from _inside(record.reading)
    else:
        yield texts.FACT_TEXT, texts.NOT_READ_YET


def _inside(reading: Reading) -> Iterator[tuple[str, str]]:
    said = reading.properties
    yield texts.FACT_AUTHOR, said.author
    yield texts.FACT_REVISION, said.revision
    yield texts.FACT_TEMPLATE, said.template
    yield texts.FACT_WORDS, counted(reading.words, "word") if reading.words else ""
    yield from _facets(reading.facets)
    yield texts.FACT_PERSONAL, listed(reading.personal)
    yield texts.FACT_TEXT, f"No text: {reading.reason.value}" if reading.reason else ""
    yield texts.FACT_WARNINGS, " ".join(reading.warnings)


def _facets(facets: Facets) -> Iterator[tuple[str, str]]:
    yield texts.FACET_AGE, ", ".join(facets.ages)
    yield texts.FACET_THEME, ", ".join(facets.themes)
    yield texts.FACET_LANGUAGE, ", ".join(facets.languages)
