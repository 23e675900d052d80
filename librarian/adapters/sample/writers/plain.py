"""Text formats: rtf, html, txt and md; and mail, shortcuts and zip files."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from typing import Final

from librarian.adapters.sample.pages import Form, Page, Part, answer
from librarian.adapters.sample.writers.word import ticked

_LONG_AGO: Final = datetime(2015, 1, 1, tzinfo=UTC)
_TAGS: Final = {Form.HEADING: "h2", Form.SUBHEADING: "h3", Form.BREAK: "h2", Form.ITEM: "li"}


def lines(page: Page) -> list[str]:
    """Return the words of page line by line."""
    return [page.title, *map(_line, page.parts), page.footer]


def _line(part: Part) -> str:
    if part.form is Form.ROW:
        return "\t".join(part.cells)
    if part.form in (Form.FIELD, Form.BOX):
        return f"{part.text}: {answer(part)}"
    return ticked(part) if part.form is Form.CHOICE else part.text


def text(page: Page) -> bytes:
    """Return page as plain text with Windows line ends."""
    return "\r\n".join(lines(page)).encode()


def markdown(page: Page) -> bytes:
    """Return page as Markdown."""
    marks = {Form.HEADING: "## ", Form.SUBHEADING: "### ", Form.BREAK: "## ", Form.ITEM: "- "}
    body = [f"{marks.get(part.form, '')}{_line(part)}" for part in page.parts]
    return "\n\n".join([f"# {page.title}", *body, page.footer]).encode()


def html(page: Page) -> bytes:
    """Return page as a web page, the way a browser saves one."""
    rows = [_element(part) for part in page.parts]
    direction = "ltr" if page.rightwards else "rtl"
    body = "\n".join(rows)
    return (
        f'<!DOCTYPE html>\n<html dir="{direction}"><head><meta charset="utf-8">'
        f"<title>{escape(page.title)}</title><style>body {{ font-family: sans-serif }}</style>"
        f"</head><body><h1>{escape(page.title)}</h1>\n{body}\n"
        f"<footer>{escape(page.footer)}</footer></body></html>"
    ).encode()


def _element(part: Part) -> str:
    if part.form is Form.ROW:
        return "<table><tr><td>" + "</td><td>".join(map(escape, part.cells)) + "</td></tr></table>"
    tag = _TAGS.get(part.form, "p")
    return f"<{tag}>{escape(_line(part))}</{tag}>"


def rich(page: Page) -> bytes:
    """Return page as RTF."""
    body = "".join(f"{_style(part)}{_rich(_line(part))}\\par\n" for part in page.parts)
    head = (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n"
        f"{{\\info{{\\title {_rich(page.title)}}}{{\\author {_rich(page.author)}}}"
        f"{_moment('creatim', page.created)}{_moment('revtim', page.modified)}}}\n"
        f"{{\\footer {_rich(page.footer)}\\par}}\n"
        f"\\b\\fs32 {_rich(page.title)}\\b0\\fs22\\par\n"
    )
    return f"{head}{body}}}".encode("ascii")


def _moment(name: str, when: datetime | None) -> str:
    if when is None:
        return ""
    day = f"\\yr{when.year}\\mo{when.month}\\dy{when.day}"
    return f"{{\\{name}{day}\\hr{when.hour}\\min{when.minute}}}"


def _style(part: Part) -> str:
    if part.form in (Form.HEADING, Form.SUBHEADING, Form.BREAK):
        return "\\b\\fs26 " if part.form is Form.HEADING else "\\b\\fs24 "
    return "\\b0\\fs22 \\bullet  " if part.form is Form.ITEM else "\\b0\\fs22 "


def _rich(words: str) -> str:
    return "".join(map(_rich_letter, words))


def _rich_letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter == "\t":
        return "\\tab "
    if letter.isascii():
        return letter
    units = letter.encode("utf-16-le")
    pairs = (units[place : place + 2] for place in range(0, len(units), 2))
    return "".join(f"\\u{int.from_bytes(pair, 'little', signed=True)}?" for pair in pairs)


def mail(
    page: Page, headers: tuple[tuple[str, str], ...], attached: Mapping[str, bytes], mark: str
) -> bytes:
    """Return page as an e-mail with attachments; mark makes its boundary."""
    message = EmailMessage()
    for name, value in headers:
        message[name] = value
    message["Date"] = format_datetime(page.modified or _LONG_AGO)
    message["Message-ID"] = f"<{mark}@mail.example>"
    message.set_content("\n\n".join(map(_line, page.parts)) + "\n")
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if attached:
        message.set_boundary(f"==={mark}===")
    return message.as_bytes()


def shortcut(address: str) -> bytes:
    """Return a Windows shortcut to a web page."""
    return f"[InternetShortcut]\r\nURL={address}\r\n".encode()
