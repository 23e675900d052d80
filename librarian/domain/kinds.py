"""Kinds of file as people speak of them: Word, PDF, spreadsheet …; first guessed from the name."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What people call a file; the value is what they type after ``type:``."""

    WORD = "word"
    PDF = "pdf"
    SHEET = "spreadsheet"
    SLIDES = "slides"
    MAIL = "mail"
    WEB = "web"
    TEXT = "text"
    PICTURE = "picture"
    MEDIA = "media"
    ARCHIVE = "zip"
    OTHER = "other"


EXTENSIONS: Final = {
    Kind.WORD: frozenset({"docx", "docm", "dotx", "dotm", "doc", "dot", "odt", "ott", "rtf"}),
    Kind.PDF: frozenset({"pdf"}),
    Kind.SHEET: frozenset({"xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "ods", "csv", "tsv"}),
    Kind.SLIDES: frozenset({"pptx", "pptm", "ppsx", "potx", "ppt", "pps", "odp"}),
    Kind.MAIL: frozenset({"msg", "eml"}),
    Kind.WEB: frozenset({"html", "htm", "mht", "mhtml", "url"}),
    Kind.TEXT: frozenset({"txt", "md", "log"}),
    Kind.PICTURE: frozenset(
        {"jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "svg", "heic"}
    ),
    Kind.MEDIA: frozenset({"mp3", "mp4", "m4a", "wav", "mov", "avi", "wmv", "mkv", "webm"}),
    Kind.ARCHIVE: frozenset({"zip", "7z", "rar", "gz", "tar"}),
}
_BY_EXTENSION: Final = {
    extension: kind for kind, extensions in EXTENSIONS.items() for extension in extensions
}
_VALUES: Final = {kind.value: kind for kind in Kind}
_SPOKEN: Final = {
    "doc": Kind.WORD,
    "document": Kind.WORD,
    "excel": Kind.SHEET,
    "sheet": Kind.SHEET,
    "powerpoint": Kind.SLIDES,
    "presentation": Kind.SLIDES,
    "email": Kind.MAIL,
    "e-mail": Kind.MAIL,
    "outlook": Kind.MAIL,
    "website": Kind.WEB,
    "image": Kind.PICTURE,
    "photo": Kind.PICTURE,
    "video": Kind.MEDIA,
    "archive": Kind.ARCHIVE,
}


def kind_of(extension: str) -> Kind:
    """Return the kind that files with this extension usually are."""
    return _BY_EXTENSION.get(extension, Kind.OTHER)


def kind_called(word: str) -> Kind | None:
    """Return the kind that people mean by word (``excel``, ``docx``, ``pdfs``), if any."""
    lowered = word.lower().lstrip(".")
    for spelling in (lowered, lowered.removesuffix("s")):
        kind = _VALUES.get(spelling) or _SPOKEN.get(spelling) or _BY_EXTENSION.get(spelling)
        if kind:
            return kind
    return None
