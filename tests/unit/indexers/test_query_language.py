"""Whatever a person types is read as tests/cases/queries.tsv says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from indexers.query_language import (
    All,
    Changed,
    Either,
    Everything,
    In,
    OfKind,
    Part,
    Pattern,
    Phrase,
    Without,
    Word,
    parse,
)
from librarian.domain.clocks import moment

NOW = datetime(2026, 11, 22, 15, tzinfo=UTC)
CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "cases/queries.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("typed", "reading"), CASES)
def test_what_is_typed_is_read_as_meant(typed: str, reading: str) -> None:
    # Given what a person typed, with the spaces at its ends
    text = typed.replace("␣", " ")

    # When it is parsed while they are still typing
    asked = parse(text, now=NOW, typing=True)

    # Then it says what they mean
    assert " ".join(map(shown, asked)) == reading


def test_a_finished_search_has_no_unfinished_word() -> None:
    # Given words that are no longer being typed
    text = "genogram gui"

    # When they are parsed
    asked = parse(text, now=NOW)

    # Then each is a whole word
    assert asked == (Word("genogram"), Word("gui"))


def shown(part: Part) -> str:  # noqa: PLR0911 - one answer for each kind of part
    """A part in the notation of the cases."""
    match part:
        case Word(text, where, unfinished):
            return f"{place(where)}{text}{'…' if unfinished else ''}"
        case Phrase(text, where):
            return f'{place(where)}"{text}"'
        case Pattern(text, where):
            return f"~{place(where)}{text}"
        case OfKind(kind):
            return f"type={kind.value}"
        case Changed(since, until):
            day = moment(since if since is not None else until or 0).date()
            return f"{'until' if since is None else 'since'}={day}"
        case Without(inner):
            return f"-{shown(inner)}"
        case Either(parts):
            return f"({' | '.join(map(shown, parts))})"
        case All(parts):
            return " ".join(map(shown, parts))
        case Everything():
            return "*"


def place(where: In) -> str:
    return "" if where is In.ALL else f"{where.value}="
