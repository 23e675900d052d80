"""What lies on a drive that a rule can be kept to: kinds of file, folders, single files."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from librarian.domain.catalogue_view import above
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.paths import extension_of, folder_of, key


@dataclass(frozen=True, slots=True)
class Places:
    """Places on a drive, the shortest first, by what two spellings of one have in common."""

    by_key: Mapping[str, str] = field(default_factory=dict)

    def called(self, words: str) -> str:
        """The place that these words spell, as the drive spells it; empty where there is none."""
        return self.by_key.get(_plain(words), "")

    def like(self, words: str, most: int) -> Sequence[str]:
        """So many places whose path holds each of these words, the shortest first."""
        longest, *others = sorted(_plain(words).split(), key=len, reverse=True) or [""]
        fits = (name for name in self.by_key if longest in name)
        like = (name for name in fits if all(word in name for word in others))
        return [self.by_key[name] for name in islice(like, most)]


@dataclass(frozen=True, slots=True)
class ScopeChoices:
    """What there is: kinds with how many files are of each, folders, and all places."""

    kinds: Mapping[Kind, int] = field(default_factory=dict)
    folders: Places = field(default_factory=Places)
    anything: Places = field(default_factory=Places)


def scope_choices(paths: Iterable[str]) -> ScopeChoices:
    """Return what a drive with files at these paths offers."""
    files = sorted(paths)
    folders = sorted({each for path in files for each in above(folder_of(path))})
    return ScopeChoices(
        Counter(kind_of(extension_of(path)) for path in files),
        _places(folders),
        _places([*folders, *files]),
    )


def _places(paths: Iterable[str]) -> Places:
    return Places({key(path): path for path in sorted(paths, key=len)})


def _plain(words: str) -> str:
    return key(words.strip().replace("\\", "/").strip("/"))
