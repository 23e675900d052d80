"""Files as lineage sees them: what each says of itself, and files that say the same as one content.

Nothing is decided here; `lineage_kinship` compares contents, `lineage_order` puts them in order.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Final

from librarian.domain.extraction import Properties
from librarian.domain.name_marks import NameMarks, core_words, read_name
from librarian.domain.paths import extension_of, folder_of, key
from librarian.domain.places import is_backwater
from librarian.domain.statements import Stated

PRINTED: Final = frozenset({"pdf", "html", "htm", "csv", "txt", "mht"})
"""Formats that people make from a document in order to hand it on."""
_STRAY: Final = re.compile(
    r"(?i)^(?:new folder|to sort|misc(?:ellaneous)?|stuff|temp|desktop|downloads?"
    r"|cop(?:y|ied) (?:from|of)|.*\b(?:stuff|desktop|h drive|old laptop))\b"
)


@lru_cache(maxsize=4096)
def _is_backwater(folder: str) -> bool:
    return is_backwater(folder)


@lru_cache(maxsize=4096)
def _is_stray(folder: str) -> bool:
    return any(_STRAY.match(part) for part in folder.split("/"))


@dataclass(frozen=True, slots=True)
class Member:
    """One file: where it lies, what its name and its inside say.

    `content` is the same for files that say the same; `modified` is in nanoseconds since 1970.
    """

    file: int
    path: str
    content: int
    modified: int
    name: NameMarks
    sketch: bytes = b""
    wording: str = ""
    media_type: str = ""
    properties: Properties = field(default_factory=Properties)
    stated: Stated = field(default_factory=Stated)

    @property
    def in_backwater(self) -> bool:
        """Whether it lies among what is old by the name of a folder."""
        return _is_backwater(folder_of(self.path))

    @property
    def rank(self) -> tuple[object, ...]:
        """What makes a file the one to show among those that say the same: the lowest."""
        return (
            self.in_backwater,
            self.name.conflict,
            self.name.copies,
            _is_stray(folder_of(self.path)),
            extension_of(self.path) in PRINTED,
            self.modified,
            self.path.count("/"),
            key(self.path),
            self.path,
        )


def a_member(
    file: int,
    path: str,
    content: int,
    modified: int,
    *,
    sketch: bytes = b"",
    wording: str = "",
    media_type: str = "",
    properties: Properties = Properties(),  # noqa: B008 - frozen, so every call may share it
    stated: Stated = Stated(),  # noqa: B008 - frozen, so every call may share it
) -> Member:
    """Return the member that a file is, its name read."""
    return Member(
        file=file,
        path=path,
        content=content,
        modified=modified,
        name=read_name(path),
        sketch=sketch,
        wording=wording,
        media_type=media_type,
        properties=properties,
        stated=stated,
    )


@dataclass(frozen=True, slots=True)
class Content:
    """Files that say the same, the one to show first."""

    id: int
    members: tuple[Member, ...]
    title: tuple[str, ...]
    """What it is called, inside if it says so, in words without dates."""
    titles: frozenset[tuple[str, ...]]
    """All that it is called, outside and inside."""
    is_draft: bool
    """Whether it calls itself a draft, outside or inside."""
    is_retired: bool
    """Whether it is marked as old or replaced: inside, or in the names of all its files."""
    is_aside: bool
    """Whether all its files lie in folders for what is old."""
    saved: datetime | None
    """When it was last saved, or begun, by the clock inside the file."""
    changed: int
    """When the first of its files was last changed, in nanoseconds since 1970."""
    extension: str

    @property
    def main(self) -> Member:
        """The file that stands for this content."""
        return self.members[0]

    @property
    def sketch(self) -> bytes:
        """The sample of its text; empty where there is too little of it."""
        return self.members[0].sketch


def contents(members: Iterable[Member]) -> list[Content]:
    """Return the members by what they say, in the order of their titles and nothing else."""
    by_content = attrgetter("content")
    ordered = sorted(members, key=by_content)
    found = [_content(name, tuple(same)) for name, same in groupby(ordered, by_content)]
    return sorted(found, key=attrgetter("title", "id"))


def _content(name: int, members: tuple[Member, ...]) -> Content:
    best = members if len(members) == 1 else tuple(sorted(members, key=attrgetter("rank")))
    inside = core_words(best[0].stated.title) if best[0].stated.title else ()
    titles = frozenset(filter(None, (inside, *(member.name.core for member in best))))
    return Content(
        id=name,
        members=best,
        title=inside or best[0].name.core,
        titles=titles,
        is_draft=best[0].name.is_draft or best[0].stated.draft,
        is_retired=best[0].stated.retired or all(member.name.is_retired for member in best),
        is_aside=all(member.in_backwater for member in best),
        saved=_saved(best[0].properties),
        changed=min(member.modified for member in best),
        extension=extension_of(best[0].path),
    )


def _saved(said: Properties) -> datetime | None:
    try:
        saved = datetime.fromisoformat(said.modified or said.created)
    except ValueError:
        return None
    return saved if saved.tzinfo else saved.replace(tzinfo=UTC)
