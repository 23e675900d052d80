"""Messages: who wrote to whom, the text once, the names of what is attached."""

from collections.abc import Callable

import compressed_rtf
import pytest

from indexers.extractors import eml, msg
from librarian.domain.extraction import Extraction, Reason, Source
from tests.support.extracting import refused, shapes
from tests.support.old_files import msg as a_msg
from tests.support.plain_files import eml as an_eml
from tests.support.plain_files import rtf

FROM, ADDRESS, SUBJECT, BODY, HTML, RICH = 0x0C1A, 0x5D01, 0x0037, 0x1000, 0x1013, 0x1009


def read_eml(data: bytes, name: str = "a.eml") -> Extraction:
    return eml.extract(Source(name, data))


def read_msg(data: bytes) -> Extraction:
    return msg.extract(Source("a.msg", data))


def test_a_message_is_its_subject_its_people_and_its_text() -> None:
    # Given a message with an attachment, said both plainly and as a web page
    data = an_eml("Core group", "Please come.\n", html="<p>Please <b>come</b>.", attached=["a.pdf"])

    # When it is read
    found = read_eml(data)

    # Then the text is there once, and the attachment by name
    assert shapes(found) == [
        ("title", "Core group"),
        ("aside", "From: Janet Brown <janet@northam.example>"),
        ("aside", "To: Team <team@northam.example>"),
        ("aside", "Date: Tue, 12 Mar 2024 09:00:00 +0000"),
        ("paragraph", "Please come."),
        ("aside", "a.pdf"),
    ]
    assert found.attachments == ("a.pdf",)
    assert (found.properties.title, found.properties.created) == (
        "Core group",
        "2024-03-12T09:00:00+00:00",
    )


def test_a_web_page_is_read_where_there_is_no_plain_text() -> None:
    # Given a message that is only a web page
    data = b"Subject: x\r\nFrom: a@b.example\r\nContent-Type: text/html\r\n\r\n<h1>Plan</h1><p>Come"

    # When it is read, then its text is there
    assert shapes(read_eml(data))[-2:] == [("heading", "Plan"), ("paragraph", "Come")]


def test_encoded_and_raw_headers_are_decoded() -> None:
    # Given a subject in encoded words, and a sender in raw bytes that no mail should hold
    subject = b"=?utf-8?q?Si=C3=A2n?= =?iso-8859-1?q?_caf=E9?="
    data = b"Subject: " + subject + b"\nFrom: Ren\xe9 <r@x.example>\n\nText"

    # When it is read, then both are right
    found = read_eml(data)
    assert found.properties.title == "Siân café"
    assert found.properties.author == "René <r@x.example>"


def test_a_message_within_a_message_is_named_and_not_opened() -> None:
    # Given a forwarded message
    data = (
        b"Subject: Fwd\nFrom: a@b.example\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="x"\n\n--x\n'
        b"Content-Type: text/plain\n\nSee below\n"
        b"--x\nContent-Type: message/rfc822\n\nSubject: Inner\n\nInner text\n--x--\n"
    )

    # When it is read
    found = read_eml(data)

    # Then its name is listed and its text is not ours
    assert found.attachments == ("Inner",)
    assert "Inner text" not in found.text


def test_a_web_page_in_one_file_is_a_page_and_no_message() -> None:
    # Given a page as browsers save it in one file
    data = (
        b"From: <Saved by Blink>\nSubject: Food bank\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
        b"<p>Open on Friday\n--x--\n"
    )

    # When it is read, then only the page is there
    found = read_eml(data, "a.mhtml")
    assert (found.text, found.properties.title) == ("Open on Friday", "Food bank")


def test_an_encrypted_message_is_password_protected() -> None:
    # Given a message of which only the head can be read
    data = b"Subject: x\nFrom: a@b.example\nContent-Type: application/pkcs7-mime\n\nMIIB"

    # When it is read, then the reason is right
    assert refused(eml.extract, data) is Reason.PASSWORD


def test_outlook_s_messages_have_addresses_and_attachments() -> None:
    # Given a message from Outlook with recipients, one of them with Exchange's inner address
    data = a_msg(
        {
            FROM: "Janet Brown",
            ADDRESS: "janet@northam.example",
            SUBJECT: "Core group",
            BODY: "Come",
        },
        recipients=[(1, "Tom", "tom@x.example"), (2, "Ann", "/O=NORTHAM/CN=ANN")],
        attached=["agenda.docx"],
    )

    # When it is read
    found = read_msg(data)

    # Then addresses that people use are there
    assert shapes(found) == [
        ("title", "Core group"),
        ("aside", "From: Janet Brown <janet@northam.example>"),
        ("aside", "To: Tom <tom@x.example>"),
        ("aside", "Cc: Ann"),
        ("aside", "Date: 2024-03-12 06:53"),
        ("paragraph", "Come"),
        ("aside", "agenda.docx"),
    ]
    assert found.attachments == ("agenda.docx",)


def test_outlook_s_messages_are_read_in_their_code_page() -> None:
    # Given a message from an old Outlook in Russian
    data = a_msg({SUBJECT: "План", BODY: "Встреча"}, code_page=1251)

    # When it is read, then the letters are right
    assert read_msg(data).text.splitlines()[0] == "План"
    assert "Встреча" in read_msg(data).text


def test_a_message_whose_text_is_broken_keeps_its_head_and_says_so() -> None:
    # Given a message whose only text cannot be unpacked
    data = a_msg({SUBJECT: "Core group"}, binary={RICH: b"\xff" * 40})

    # When it is read, then who and what about are there, with a warning
    found = read_msg(data)
    assert found.properties.title == "Core group"
    assert found.warnings


def squeezed() -> bytes:
    return bytes(compressed_rtf.compress(rtf(r"Come on Friday\par")))


@pytest.mark.parametrize(
    ("number", "body"),
    [(HTML, lambda: b"<p>Come on Friday"), (RICH, squeezed)],
    ids=["web page", "rich text"],
)
def test_outlook_s_text_is_found_in_whatever_form_it_was_kept(
    number: int, body: Callable[[], bytes]
) -> None:
    # Given a message without plain text
    data = a_msg({SUBJECT: "x"}, binary={number: body()})

    # When it is read, then the other form is read
    assert shapes(read_msg(data))[-1] == ("paragraph", "Come on Friday")
