"""Makes small files of the formats that can be read as text: PDF, mail, Rich Text."""

from collections.abc import Mapping, Sequence
from email.message import EmailMessage


def pdf(*pages: Sequence[tuple[int, str]], extra: Mapping[int, str] | None = None) -> bytes:
    """Return a PDF; each page is lines of (type size, text), from the top.

    `extra` adds objects by number, from 100 on, among them what pages name as /Annots 100 0 R.
    """
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[101 0 R]>>>>",
        2: (
            f"<</Type/Pages/Kids[{' '.join(f'{10 + 2 * n} 0 R' for n in range(len(pages)))}]"
            f"/Count {len(pages)}>>"
        ),
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: "<</Title(Genogram guide)/Author(Janet Brown)/CreationDate(D:20240312090000+01'00')>>",
    }
    for number, lines in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf 50 {780 - 40 * line} Td ({text}) Tj ET\n"
            for line, (size, text) in enumerate(lines)
        )
        objects[10 + 2 * number] = (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[101 0 R 102 0 R]"
            f"/Resources<</Font<</F1 3 0 R>>>>/Contents {11 + 2 * number} 0 R>>"
        )
        objects[11 + 2 * number] = f"<</Length {len(drawn)}>>stream\n{drawn}endstream"
    objects |= extra or {}
    return _pdf_of(objects)


def _pdf_of(objects: Mapping[int, str]) -> bytes:
    body = "%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(body)
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table_ = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    end = f"trailer<</Root 1 0 R/Info 4 0 R/Size {max(places) + 1}>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 1\n0000000000 65535 f \n{table_}{end}".encode("cp1252")


def eml(subject: str, text: str, *, html: str = "", attached: Sequence[str] = ()) -> bytes:
    """Return a message as it travels."""
    message = EmailMessage()
    message["From"] = "Janet Brown <janet@northam.example>"
    message["To"] = "Team <team@northam.example>"
    message["Date"] = "Tue, 12 Mar 2024 09:00:00 +0000"
    message["Subject"] = subject
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name in attached:
        message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename=name)
    return bytes(message)


def rtf(body: str, head: str = "") -> bytes:
    """Return a Rich Text file."""
    fonts = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fswiss\fcharset238 Arial CE;}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{head} {body}}}".encode("latin-1")
