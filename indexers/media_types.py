"""Names of the media types that this program tells apart, and what people call them."""

from collections.abc import Iterable
from typing import Final

_OOXML: Final = "application/vnd.openxmlformats-officedocument."

DOCX: Final = f"{_OOXML}wordprocessingml.document"
DOTX: Final = f"{_OOXML}wordprocessingml.template"
DOCM: Final = "application/vnd.ms-word.document.macroenabled.12"
DOTM: Final = "application/vnd.ms-word.template.macroenabled.12"
PPTX: Final = f"{_OOXML}presentationml.presentation"
POTX: Final = f"{_OOXML}presentationml.template"
PPSX: Final = f"{_OOXML}presentationml.slideshow"
PPTM: Final = "application/vnd.ms-powerpoint.presentation.macroenabled.12"
XLSX: Final = f"{_OOXML}spreadsheetml.sheet"
XLTX: Final = f"{_OOXML}spreadsheetml.template"
XLSM: Final = "application/vnd.ms-excel.sheet.macroenabled.12"
XLTM: Final = "application/vnd.ms-excel.template.macroenabled.12"
XLSB: Final = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
DOC: Final = "application/msword"
PPT: Final = "application/vnd.ms-powerpoint"
XLS: Final = "application/vnd.ms-excel"
MSG: Final = "application/vnd.ms-outlook"
ODT: Final = "application/vnd.oasis.opendocument.text"
ODP: Final = "application/vnd.oasis.opendocument.presentation"
ODS: Final = "application/vnd.oasis.opendocument.spreadsheet"
ODG: Final = "application/vnd.oasis.opendocument.graphics"
PDF: Final = "application/pdf"
RTF: Final = "application/rtf"
HTML: Final = "text/html"
EML: Final = "message/rfc822"
MHTML: Final = "multipart/related"
TEXT: Final = "text/plain"
MARKDOWN: Final = "text/markdown"
CSV: Final = "text/csv"
WORD_XML: Final = "application/vnd.ms-word.xml"
EXCEL_XML: Final = "application/vnd.ms-excel.xml"
ZIP: Final = "application/zip"
OLE: Final = "application/x-ole-storage"
OLDER: Final = "application/x-before-windows"
UNKNOWN: Final = "application/octet-stream"

_WORD: Final = (DOCX, DOTX, DOCM, DOTM, DOC, ODT, RTF, WORD_XML)
_SLIDES: Final = (PPTX, POTX, PPSX, PPTM, PPT, ODP)
_SHEETS: Final = (XLSX, XLTX, XLSM, XLTM, XLSB, XLS, ODS, EXCEL_XML)


def _all(types: Iterable[str], called: str) -> dict[str, str]:
    return dict.fromkeys(types, called)


_CALLED: Final = {
    **_all(_WORD, "a Word document"),
    **_all(_SLIDES, "slides"),
    **_all(_SHEETS, "a spreadsheet"),
    **_all((MSG, EML), "an e-mail"),
    **_all((HTML, MHTML), "a web page"),
    **_all((TEXT, MARKDOWN, CSV), "plain text"),
    PDF: "a PDF",
    ODG: "a drawing",
    ZIP: "a zip file",
}
_EXTENSIONS: Final = {
    "docx": DOCX,
    "dotx": DOTX,
    "docm": DOCM,
    "dotm": DOTM,
    "doc": DOC,
    "dot": DOC,
    "odt": ODT,
    "ott": ODT,
    "rtf": RTF,
    "pdf": PDF,
    "xlsx": XLSX,
    "xltx": XLTX,
    "xlsm": XLSM,
    "xltm": XLTM,
    "xlsb": XLSB,
    "xls": XLS,
    "xlt": XLS,
    "ods": ODS,
    "ots": ODS,
    "csv": CSV,
    "tsv": CSV,
    "pptx": PPTX,
    "pptm": PPTM,
    "ppsx": PPSX,
    "potx": POTX,
    "ppt": PPT,
    "pps": PPT,
    "pot": PPT,
    "odp": ODP,
    "otp": ODP,
    "odg": ODG,
    "msg": MSG,
    "eml": EML,
    "html": HTML,
    "htm": HTML,
    "mht": MHTML,
    "mhtml": MHTML,
    "md": MARKDOWN,
    "txt": TEXT,
    "log": TEXT,
    "url": TEXT,
    "zip": ZIP,
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "webp": "image/webp",
    "heic": "image/heic",
    "svg": "image/svg+xml",
}


def called(media_type: str) -> str:
    """Return what people call a file of this type; empty for those nobody names."""
    if media_type.startswith("image/"):
        return "a picture"
    if media_type.startswith(("audio/", "video/")):
        return "a recording"
    return _CALLED.get(media_type, "")


def named(extension: str) -> str:
    """Return the type that files with this extension should have."""
    return _EXTENSIONS.get(extension, UNKNOWN)
