"""Files as lineage sees them, made from a few words, and what is told of them."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import count

from indexers.sketching import sketch, wording, words
from librarian.domain.extraction import Properties
from librarian.domain.lineage import Lineage
from librarian.domain.lineage_candidates import boilerplate, filed, pairs
from librarian.domain.lineage_documents import lineage
from librarian.domain.lineage_groups import group
from librarian.domain.lineage_kinship import kinship
from librarian.domain.lineage_members import Member, a_member, contents
from librarian.domain.sketches import Texts
from librarian.domain.statements import Stated

_DAY = 86_400_000_000_000
_numbers = count(1)


def text(topic: str, sentences: int = 30, first: int = 0) -> str:
    """Return sentences about a topic that no other topic shares."""
    return " ".join(
        f"{topic} {topic}{each} speaks of matter{each}{topic} and of {topic}thing{each}."
        for each in range(first, first + sentences)
    )


def a_file(
    path: str,
    body: str,
    *,
    day: int = 100,
    stated: Stated | None = None,
    created: str = "",
    modified: str = "",
    revision: str = "",
) -> Member:
    """Return a file with this text, last changed on that day since 1970."""
    digest = int(sha256(body.encode()).hexdigest()[:15], 16)
    return a_member(
        next(_numbers),
        path,
        digest,
        day * _DAY,
        sketch=sketch(words(body)),
        wording=wording(words(body)),
        media_type="text/plain",
        properties=Properties(created=created, modified=modified, revision=revision),
        stated=stated or Stated(),
    )


def lineages(members: Iterable[Member]) -> list[Lineage]:
    """Return the documents that these files are, the earliest path first."""
    everything = contents(members)
    texts = Texts(boilerplate(everything))
    files = [filed(content, texts) for content in everything]
    ties = [
        tie
        for one, other in pairs(files)
        if (tie := kinship(everything[one], everything[other], texts))
    ]
    found = [lineage(each) for each in group(everything, ties)]
    return sorted(found, key=lambda each: min(paths(each)))


def paths(told: Lineage) -> list[str]:
    """Return the paths of all files of a lineage, versions and copies."""
    return [
        path
        for edition in told.editions
        for path in (edition.path, *(copy.path for copy in edition.copies))
    ]


def in_order(told: Lineage) -> Sequence[str]:
    """Return the paths of the versions, the oldest first."""
    return [edition.path for edition in told.editions]
