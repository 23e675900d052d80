"""The first bytes by which files that hold no text for us are known."""

from typing import Final

from indexers.media_types import OLDER

_STARTS: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"\xd7\xcd\xc6\x9a", "image/wmf"),
    (b"\x01\0\0\0\x58\0\0\0", "image/emf"),
    (b"\0\0\1\0", "image/x-icon"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-wmv"),
    (b"\x1a\x45\xdf\xa3", "video/x-matroska"),
    (b"\0\0\1\xba", "video/mpeg"),
    (b"\0\0\1\xb3", "video/mpeg"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/x-rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"MSCF", "application/vnd.ms-cab-compressed"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
    (b"L\0\0\0\x01\x14\x02\0", "application/x-ms-shortcut"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\0\1\0\0Standard ", "application/vnd.ms-access"),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "application/onenote"),
    (b"!BDN", "application/vnd.ms-outlook-pst"),
    (b"\x78\x9f\x3e\x22", "application/vnd.ms-tnef"),
    (b"%!PS", "application/postscript"),
    (b"bplist00", "application/x-plist"),
    (b"\0\1\0\0\0", "font/ttf"),
    (b"OTTO", "font/otf"),
    (b"\xdb\xa5", OLDER),  # Word 2
    (b"\x9b\xa5", OLDER),  # Word 1
    (b"\x31\xbe\0\0\0\xab", OLDER),  # Word for DOS, Write
    (b"\xffWPC", OLDER),  # WordPerfect
    (b"\x09\0\x04\0", OLDER),  # Excel 2
    (b"\x09\2\6\0", OLDER),  # Excel 3
    (b"\x09\4\6\0", OLDER),  # Excel 4
    (b"\xed\xde\xad\x0b", OLDER),  # PowerPoint 2 and 3
    (b"\x0b\xad\xde\xed", OLDER),
    (b"wOF", "font/woff"),
)
_PLACED: Final = (
    (b"RIFF", 8, b"WEBP", "image/webp"),
    (b"RIFF", 8, b"WAVE", "audio/wav"),
    (b"RIFF", 8, b"AVI ", "video/x-msvideo"),
    (b"", 257, b"ustar", "application/x-tar"),
    (b"BM", 6, b"\0\0\0\0", "image/bmp"),
)
_PICTURE_BRANDS: Final = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"hevc")
_SOUND_BRANDS: Final = (b"M4A ", b"M4B ")


def signed(data: bytes) -> str:
    """Return the media type that the first bytes stand for; empty where they stand for none."""
    for start, media_type in _STARTS:
        if data.startswith(start):
            return media_type
    for start, at, mark, media_type in _PLACED:
        if data.startswith(start) and data[at : at + len(mark)] == mark:
            return media_type
    return _boxed(data[8:12]) if data[4:8] == b"ftyp" else ""


def _boxed(brand: bytes) -> str:
    """Return what a file of boxes (mp4 and its kin) holds, by its brand."""
    if brand in _PICTURE_BRANDS:
        return "image/heic"
    if brand in _SOUND_BRANDS:
        return "audio/mp4"
    return "video/quicktime" if brand == b"qt  " else "video/mp4"
