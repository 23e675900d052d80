"""Dates, sizes and numbers as people say them; pure, so that every page speaks alike."""

from datetime import datetime, timedelta
from typing import Final

_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_KILO: Final = 1024
_TEN: Final = 10


def spoken_date(when: datetime, now: datetime) -> str:
    """Return a date as people say it: ``Today 09:14``, ``12 Nov``, ``3 May 2023``."""
    local = when.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"Today {local:%H:%M}"
    if local.date() == (now - timedelta(days=1)).date():
        return f"Yesterday {local:%H:%M}"
    day = f"{local.day} {_MONTHS[local.month - 1]}"
    return day if local.year == now.year else f"{day} {local.year}"


def spoken_size(size: int) -> str:
    """Return a number of bytes as people say it: ``48 KB``, ``1.2 MB``."""
    if size < _KILO:
        return counted(size, "byte")
    if size < _KILO**2:
        return f"{size / _KILO:.0f} KB"
    power, unit = (2, "MB") if size < _KILO**3 else (3, "GB")
    amount = size / _KILO**power
    return f"{amount:.1f} {unit}" if amount < _TEN else f"{amount:,.0f} {unit}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: ``1 file``, ``1,240 files``."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def listed(words: tuple[str, ...], last: str = "and") -> str:
    """Return words as a list in a sentence: ``a, b and c``."""
    if len(words) < 2:  # noqa: PLR2004 - a list begins with two
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def spoken_folder(folder: str) -> str:
    """Return a folder's path with room between its parts; the drive's top has words of its own."""
    return folder.replace("/", " / ") or "Top of the drive"


def spoken_day(when: datetime, now: datetime) -> str:
    """Return a day within a sentence, without its time: ``today``, ``3 May 2023``."""
    said = spoken_date(when, now)
    return said.split()[0].lower() if said.startswith(("Today", "Yesterday")) else said
