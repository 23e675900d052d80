"""Files as a scan sees them and as a reader found them; facts only, no judgement."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from librarian.domain.extraction import Properties, Reason
from librarian.domain.facets import Facets
from librarian.domain.statements import Stated


class FileState(StrEnum):
    """Where a file stands for this desk."""

    PRESENT = "present"
    UNREACHABLE = "unreachable"
    NOT_SEEN = "not seen"


class Listed(NamedTuple):
    """A file as its folder's listing shows it: nothing was opened.

    `path` is relative to the drive with ``/``; `size` in bytes; `modified` in nanoseconds since
    1970; `online_only` marks a placeholder whose bytes would have to be fetched.
    """

    path: str
    size: int
    modified: int
    online_only: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """A folder that could not be listed, and why in plain words."""

    path: str
    why: str
    lost: bool = False
    """True where the drive itself seems gone, rather than one folder being closed to us."""
    gone: bool = False
    """True where the folder is no longer there."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found inside one file.

    `sha256` and `canonical` are hex digests: of the bytes, and of the parts that matter (the
    same where the format has no such second view). `body` is empty where the file has no text
    (`reason` says why) and where it holds personal data (`personal` names the kinds found,
    never the data). `sketch` samples the text for comparing, empty where there is too little of
    it; `wording` is the same for texts with the same words. `stated` is what the document says
    of its own version.
    """

    sha256: str
    canonical: str
    media_type: str
    headings: str = ""
    body: str = ""
    words: int = 0
    properties: Properties = field(default_factory=Properties)
    attachments: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sketch: bytes = b""
    stated: Stated = field(default_factory=Stated)
    wording: str = ""
    personal: tuple[str, ...] = ()
    facets: Facets = field(default_factory=Facets)
    reason: Reason | None = None
    detail: str = ""
    extractor: str = ""
    revision: int = 0
