"""A second hash of Office files, over the parts that matter.

SharePoint and OneDrive rewrite what they keep: they add customXml and properties, zip anew,
reorder relationships. What people wrote lies in the other parts, and only those count here.
"""

import re
from hashlib import sha256
from typing import Final

from indexers import media_types
from indexers.containers.compound import Compound, compound_in
from indexers.containers.markup import Attributes, attribute, walk
from indexers.containers.zipped import Package, package_in
from librarian.domain.extraction import UnreadableError

_OOXML: Final = re.compile(
    r"(?:word|ppt|xl|visio)/(?!.*(?:printerSettings|ettings\.xml|calcChain))"
)
_ODF: Final = re.compile(r"content\.xml$|styles\.xml$|Pictures/|Object |media/", re.IGNORECASE)
_PROPERTIES: Final = re.compile(r"(?:^|/)\x05")
_PACKAGES: Final = frozenset(
    {
        media_types.DOCX,
        media_types.DOCM,
        media_types.DOTX,
        media_types.DOTM,
        media_types.PPTX,
        media_types.PPTM,
        media_types.PPSX,
        media_types.POTX,
        media_types.XLSX,
        media_types.XLSM,
        media_types.XLSB,
        media_types.XLTX,
        media_types.XLTM,
    }
)
_OPEN: Final = frozenset({media_types.ODT, media_types.ODP, media_types.ODS})
_COMPOUNDS: Final = frozenset({media_types.DOC, media_types.XLS, media_types.PPT})


def canonical(data: bytes, media_type: str, raw: str) -> str:
    """Return the digest of the parts that matter; raw where there is no such second view."""
    try:
        if media_type in _PACKAGES and data.startswith(b"PK"):
            return _of_package(package_in(data), _OOXML) or raw
        if media_type in _OPEN and data.startswith(b"PK"):
            return _of_package(package_in(data), _ODF) or raw
        if media_type in _COMPOUNDS:
            return _of_compound(compound_in(data)) or raw
    except UnreadableError:
        return raw
    return raw


def _of_package(package: Package, matters: re.Pattern[str]) -> str:
    """Return the digest of names and contents, links without their order."""
    total = sha256()
    names = sorted(name for name in package.names if matters.match(name))
    for name in names:
        data = package.read(name)
        content = _links(data) if name.endswith(".rels") else data
        total.update(f"{name}\0{sha256(content).hexdigest()}\n".encode("utf-8", "replace"))
    return total.hexdigest() if names else ""


def _links(data: bytes) -> bytes:
    """Return a part's links in a fixed order, those to customXml left out."""
    found: list[str] = []

    def link(attributes: Attributes) -> None:
        named = [attribute(attributes, name) for name in ("Id", "Type", "Target", "TargetMode")]
        if "customXml" not in named[1]:
            found.append("\0".join(named))

    walk(data, starts={"Relationship": link}, ends={}, text=lambda _: None)
    return "\n".join(sorted(found)).encode("utf-8", "replace")


def _of_compound(compound: Compound) -> str:
    """Return the digest of all streams besides those that hold properties."""
    total = sha256()
    for name in sorted(compound.names):
        if not _PROPERTIES.search(name):
            digest = sha256(compound.read(name)).hexdigest()
            total.update(f"{name}\0{digest}\n".encode("utf-8", "replace"))
    return total.hexdigest() if compound.names else ""
