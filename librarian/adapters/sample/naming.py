"""What people call the files of one document, version after version, and their copies."""

import re
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Final

_FORBIDDEN: Final = re.compile(r'[<>"|*/\\?]')
_OLD: Final = (" - OLD", " (old version)", " OLD do not use", " - superseded", "_old")
_DATES: Final = ("%d.%m.%y", "%Y-%m-%d", "%B %Y", "%d%m%y", "year")
_MINORS: Final = ("1", "1.1", "2", "2.1", "3")
_TAILS: Final = (
    " - updated after feedback from the reviewing officers and the parents group",
    " (with the changes we talked about in the team meeting, thanks everybody)",
    " for the new starters to print out and keep in the red folder by the kettle",
)
_SCHEMES: Final = ("plain", "numbered", "underscored", "final", "dated", "signed", "minor")


def clean(title: str) -> str:
    """Return title without what Windows does not allow in names."""
    return _FORBIDDEN.sub("", title.replace(": ", " - ").replace("/", " ")).strip(" .")


def scheme(random: Random, versions: int) -> str:
    """Return how this document's keepers mark its versions."""
    if versions == 1:
        return random.choices(("plain", "numbered", "dated", "final"), (6, 2, 2, 1))[0]
    return random.choices(_SCHEMES, (5, 5, 2, 3, 4, 3, 3))[0]


def labels(random: Random, way: str, dates: list[datetime], who: str) -> list[str]:
    """Return what is put behind the title of each version, from the oldest to the newest."""
    numbers = range(1, len(dates) + 1)
    ways: dict[str, Callable[[], list[str]]] = {
        "plain": lambda: [*(_olden(random, number) for number in numbers[:-1]), ""],
        "numbered": lambda: [f" v{number}" for number in numbers],
        "underscored": lambda: [f"_v{number:02}" for number in numbers],
        "minor": lambda: [f" v{number}" for number in _MINORS[-len(dates) :]],
        "final": lambda: _finals(len(dates)),
        "signed": lambda: [f" {who} {when:%d.%m.%y}" for when in dates],
        "dated": lambda: [_dated(random.choice(_DATES), when) for when in dates],
    }
    return ways[way]()


def _olden(random: Random, number: int) -> str:
    return f"{random.choice(_OLD)}{'' if number == 1 else f' {number}'}"


def _finals(count: int) -> list[str]:
    marks = ["", " FINAL", " v2 FINAL (1)", " FINAL final", " FINAL final USE THIS ONE"]
    return marks[:count] if count > 1 else [" FINAL"]


def _dated(how: str, when: datetime) -> str:
    if how != "year":
        return f" {when:{how}}"
    first = when.year if when.month > 3 else when.year - 1  # noqa: PLR2004 - April begins it
    return f" {first}-{(first + 1) % 100:02}"


def spelled(random: Random, title: str) -> str:
    """Return title the way somebody in a hurry would type it."""
    way = random.random()
    if way < 0.06:  # noqa: PLR2004 - shares of ways to write
        return title.upper()
    if way < 0.14:  # noqa: PLR2004
        return title.replace(" ", "_")
    if way < 0.18:  # noqa: PLR2004
        return "".join(word[:1].upper() + word[1:] for word in re.split(r"[ ,-]+", title))
    return title.lower() if way < 0.23 else title  # noqa: PLR2004


def tail(random: Random) -> str:
    """Return what somebody adds who explains things in file names; mostly nothing."""
    if random.random() > 0.02:  # noqa: PLR2004 - one in fifty
        return ""
    return random.choice(_TAILS)


def copy_name(random: Random, stem: str) -> str:
    """Return what Windows or a person calls a copy in the same folder."""
    return random.choice(
        (f"Copy of {stem}", f"{stem} - Copy", f"{stem} (1)", f"{stem} - Copy (2)", f"{stem} copy")
    )


def conflict_name(random: Random, stem: str, who: str, when: datetime) -> str:
    """Return what a program that syncs calls the second of two copies."""
    tag = "".join(random.choice("ABCDEFGHJKLMNPQRSTUVWXYZ234567") for _ in range(7))
    return random.choice(
        (
            f"{stem}-DESKTOP-{tag[:4]}",
            f"{stem} ({who}'s conflicted copy {when:%Y-%m-%d})",
            f"{stem}.sync-conflict-{when:%Y%m%d-%H%M%S}-{tag}",
        )
    )
