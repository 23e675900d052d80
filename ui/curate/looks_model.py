"""What needs a look as rows of a table, and the ways to group them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from librarian.application.tidying import Look
from librarian.domain.findings import Severity
from librarian.domain.kinds import kind_of
from librarian.domain.paths import extension_of, folder_of, printable
from ui.curate import looks_texts as texts
from ui.kit.badges import KIND_NAMES
from ui.kit.rows import Columns, Grouping
from ui.kit.wording import spoken_date

LEFT: Final = "left"
"""Stands among the codes of rules for what is left for a while."""
_WEIGHTS: Final = {str(each): place for place, each in enumerate(Severity)}


def columns(now: Callable[[], datetime]) -> Columns[Look]:
    """Return the columns, as `texts.COLUMNS`."""

    def cells(look: Look) -> tuple[str, ...]:
        return (look.message, printable(look.path), look.rule, spoken_date(look.since, now()))

    return Columns(texts.COLUMNS, cells, _ranks, lambda look: look.id)


def grouping(name: str) -> Grouping[Look] | None:
    """Return the way to group that has this name in `texts.GROUPS`; None to group not at all."""
    words = _WORDS.get(name)
    return Grouping(words, _weight, _told, _spoken) if words else None


def keeping(code: str, words: str) -> Callable[[Look], bool]:
    """Return what keeps looks of this rule (of all where it is empty) that have these words.

    What is left for a while is kept by `LEFT` alone.
    """
    folded = words.casefold()

    def keep(look: Look) -> bool:
        said = f"{look.message} {look.path} {look.rule} {look.owner}".casefold()
        is_wanted = not look.left and code in ("", look.code) if code != LEFT else bool(look.left)
        return is_wanted and folded in said

    return keep


def _ranks(look: Look) -> tuple[str, ...]:
    since = look.since.isoformat()
    return (look.message.casefold(), look.path.casefold(), look.rule.casefold(), since)


def _weight(look: Look) -> int:
    """How soon a look is to be seen: what matters most weighs least."""
    return _WEIGHTS.get(look.severity, len(_WEIGHTS))


def _told(words: str, looks: Sequence[Look]) -> str:
    return texts.heading(words, len(looks), _urgent(looks))


def _spoken(words: str, looks: Sequence[Look], is_open: bool) -> str:
    return texts.heading_spoken(words, len(looks), _urgent(looks), is_open=is_open)


def _urgent(looks: Sequence[Look]) -> int:
    return sum(look.severity == Severity.HIGH for look in looks)


def _folder(look: Look) -> str:
    return printable(folder_of(look.path)) or texts.TOP


def _kind(look: Look) -> str:
    return texts.FOLDER if look.is_folder else KIND_NAMES[kind_of(extension_of(look.path))]


_WORDS: Final[dict[str, Callable[[Look], str]]] = {
    "rule": lambda look: look.rule,
    "folder": _folder,
    "kind": _kind,
    "owner": lambda look: look.owner or texts.NOBODY,
}
