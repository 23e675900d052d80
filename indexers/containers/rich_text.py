"""RTF as blocks: striprtf takes the text out; what it drops or flattens is marked beforehand.

striprtf passes over headers, footers, notes, comments and text boxes: these groups are cut out
and read on their own. Headings are known by their style or outline level: a private character
put before their text survives and tells.
"""

import re
from collections.abc import Callable
from typing import Final

from striprtf.striprtf import rtf_to_text

from indexers.containers.decoding import code_page
from indexers.containers.tidying import aside, block, row
from librarian.domain.extraction import Block, Properties, Reason, Shape, UnreadableError

_BESIDE: Final = re.compile(
    r"\{(?:\\\*)?\\(?:header[lrf]?|footer[lrf]?|footnote|annotation|shptxt)(?![a-z])"
)
_BRACE: Final = re.compile(r"\\[{}\\]|([{}])")
_FONTS: Final = re.compile(r"\{\\fonttbl")
_STYLES: Final = re.compile(r"\{\\stylesheet")
_HEADING_STYLE: Final = re.compile(
    r"\{\\s(\d+)(?![0-9])[^{}]*?\b(heading (\d)|[Tt]itle);\}", re.IGNORECASE
)
_OUTLINE: Final = re.compile(r"\\outlinelevel(\d)(?![0-9])")
_STYLE_USED: Final = re.compile(r"\\s(\d+)(?![0-9])")
_HEX: Final = re.compile(r"[0-9a-fA-F\s]{512,}")
_BINARY: Final = re.compile(rb"\\bin(\d{1,9}) ?")
_PAGE: Final = re.compile(r"\\ansicpg(\d{3,5})")
_INFO: Final = re.compile(r"\{\\(title|author|creatim|revtim|template|version)\b")
_TIME: Final = re.compile(r"\\(yr|mo|dy|hr|min)(\d+)")
_MARK: Final = 0xE000
_TITLE_LEVEL: Final = 9
_BLOCK_LEVELS: Final = range(_MARK, _MARK + _TITLE_LEVEL + 1)
_CELL: Final = "|"
_MARKED_CELL: Final = "\ue00f"
_READ: Final[Callable[..., str]] = rtf_to_text  # which has no types of its own
_MOST_GROUPS: Final = 2_000


def is_rich_text(data: bytes) -> bool:
    """Tell whether data begins as RTF does."""
    return data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def read(data: bytes) -> tuple[list[Block], Properties]:
    """Return the blocks of an RTF document and what it says of itself."""
    text = _without_pictures(_without_binary(data).decode("latin-1"))
    styles = _heading_styles(text)
    prologue = _prologue(text)
    running, beside = _separated(text)
    blocks = _blocks(_plain(_marked(running, styles)))
    notes = [found for group in beside for found in _blocks(_plain(f"{prologue}{group}}}"))]
    return [*blocks, *aside(notes)], _properties(text)


def _without_binary(data: bytes) -> bytes:
    """Return data without raw bytes, which may look like braces."""
    kept: list[bytes] = []
    at = 0
    for found in _BINARY.finditer(data):
        if found.start() >= at:
            kept.append(data[at : found.start()])
            at = found.end() + int(found[1])
    return b"".join([*kept, data[at:]])


def _without_pictures(text: str) -> str:
    """Return text without the long runs of hex digits that pictures are written in."""
    return _HEX.sub(" ", text)


def _group_end(text: str, start: int) -> int:
    """Return where the group that opens at start ends."""
    depth = 0
    for brace in _BRACE.finditer(text, start):
        if brace[1]:
            depth += 1 if brace[1] == "{" else -1
            if depth == 0:
                return brace.end()
    return len(text)


def _prologue(text: str) -> str:
    """Return the beginning that a cut-out group needs to be read: code page and fonts."""
    page = _PAGE.search(text)
    fonts = _FONTS.search(text)
    table = text[fonts.start() : _group_end(text, fonts.start())] if fonts else ""
    return f"{{\\rtf1\\ansi\\ansicpg{page[1] if page else 1252}{table}"


def _separated(text: str) -> tuple[str, list[str]]:
    """Return the running text, and the groups that stand beside it."""
    kept: list[str] = []
    beside: list[str] = []
    at = 0
    for found in _BESIDE.finditer(text):
        if found.start() < at or len(beside) >= _MOST_GROUPS:
            continue
        end = _group_end(text, found.start())
        kept.append(text[at : found.start()])
        beside.append(text[found.end() : end - 1])
        at = end
    return "".join([*kept, text[at:]]), beside


def _heading_styles(text: str) -> dict[str, int]:
    """Return the levels of styles that make headings, by their number."""
    found = _STYLES.search(text)
    if not found:
        return {}
    sheet = text[found.start() : _group_end(text, found.start())]
    return {
        style[1]: int(style[3]) if style[3] else _TITLE_LEVEL
        for style in _HEADING_STYLE.finditer(sheet)
    }


def _marked(text: str, styles: dict[str, int]) -> str:
    """Return text with a private character wherever a heading begins, another for cells."""
    sheet = _STYLES.search(text)
    end = _group_end(text, sheet.start()) if sheet else 0
    head, body = text[:end], text[end:]

    def outline(found: re.Match[str]) -> str:
        level = int(found[1]) + 1
        return f"{found[0]} {chr(_MARK + level)}" if level < _TITLE_LEVEL else found[0]

    def style(found: re.Match[str]) -> str:
        level = styles.get(found[1])
        return f"{found[0]} {chr(_MARK + level)}" if level else found[0]

    body = _STYLE_USED.sub(style, _OUTLINE.sub(outline, body))
    return head + body.replace(_CELL, _MARKED_CELL)


def _plain(text: str) -> str:
    """Return what striprtf reads; it decodes by the fonts, else by the document's code page."""
    page = _PAGE.search(text)
    encoding = code_page(int(page[1])) if page else "cp1252"
    try:
        return _READ(text, encoding=encoding, errors="replace")
    except (TypeError, ValueError, LookupError, OverflowError) as error:
        raise UnreadableError(Reason.DAMAGED, "its marks make no sense") from error


def _blocks(plain: str) -> list[Block]:
    return [found for line in plain.splitlines() for found in _block(line)]


def _block(line: str) -> tuple[Block, ...]:
    """Return a line as a row where it has cells, else by the mark it carries."""
    marks = [ord(letter) - _MARK for letter in line if ord(letter) in _BLOCK_LEVELS]
    if marks:
        line = line.translate(dict.fromkeys(_BLOCK_LEVELS))
    if _CELL in line:
        cells = [cell.replace(_MARKED_CELL, _CELL) for cell in line.split(_CELL)]
        if sum(bool(cell.strip()) for cell in cells) > 1 or not marks:
            return row(cells)
        line = " ".join(cells)
    line = line.replace(_MARKED_CELL, _CELL)
    if marks and marks[0] == _TITLE_LEVEL:
        return block(Shape.TITLE, line)
    return block(Shape.HEADING if marks else Shape.PARAGRAPH, line, marks[0] if marks else 0)


def _properties(text: str) -> Properties:
    said: dict[str, str] = {}
    for found in _INFO.finditer(text[:200_000]):
        group = text[found.start() : _group_end(text, found.start())]
        if found[1] in ("creatim", "revtim"):
            said[found[1]] = _time(group)
        else:
            said.setdefault(
                found[1], _plain(f"{{\\rtf1\\ansi {group[found.end() - found.start() :]}")
            )
    return Properties(
        title=said.get("title", "").strip(),
        author=said.get("author", "").strip(),
        created=said.get("creatim", ""),
        modified=said.get("revtim", ""),
        template=said.get("template", "").strip(),
    )


def _time(group: str) -> str:
    """Return a time as RTF spells it in ISO 8601; empty where it is incomplete."""
    parts = {found[1]: int(found[2]) for found in _TIME.finditer(group)}
    if not {"yr", "mo", "dy"} <= parts.keys() or not parts["yr"]:
        return ""
    date = f"{parts['yr']:04}-{parts['mo']:02}-{parts['dy']:02}"
    return f"{date}T{parts.get('hr', 0):02}:{parts.get('min', 0):02}:00"
