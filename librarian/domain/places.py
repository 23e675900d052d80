"""What a folder's name tells of what lies in it."""

import re
from functools import lru_cache
from typing import Final

from librarian.domain.words import listed, words_of

_BACKWATER: Final = listed(
    "archive archives archived archiving backup backups bak bkp obsolete superseded outdated"
    " legacy expired retired old zold zzold"
)
_OLD_BY_NAME: Final = listed("old obsolete superseded outdated backup bak bkp replaced")
_SAID_OF_BACKWATERS: Final = re.compile(
    r"\b(?:back ups?|(?:do not|dont|don t|not|no longer|never) (?:to be )?(?:use|used|in use)"
    r"|out of date|out of use|(?:previous|earlier|past) (?:version|versions|years?|forms?)"
    r"|to (?:be )?delete|recycle bin)\b"
)
_OLD_OF_PEOPLE_AND_STREETS: Final = re.compile(
    r"\b(?:years?|yrs?|months?|mths?|weeks?|how) old\b"
    r"|\bold (?:street|st|road|rd|kent|town|school|court|oak|ford|bailey|trafford|age|people)\b"
)


def is_backwater(folder: str) -> bool:
    """Tell whether a folder, or one it lies in, holds what is old or a backup by its name."""
    return any(_is_backwater(part) for part in folder.split("/"))


def says_it_is_old(name: str) -> bool:
    """Tell whether a file's own name says that it is old, superseded or not to be used."""
    said = _OLD_OF_PEOPLE_AND_STREETS.sub("", " ".join(words_of(name)))
    return bool(_OLD_BY_NAME.intersection(said.split()) or _SAID_OF_BACKWATERS.search(said))


@lru_cache(maxsize=4096)
def _is_backwater(name: str) -> bool:
    said = _OLD_OF_PEOPLE_AND_STREETS.sub("", " ".join(words_of(name)))
    return bool(_BACKWATER.intersection(said.split()) or _SAID_OF_BACKWATERS.search(said))
