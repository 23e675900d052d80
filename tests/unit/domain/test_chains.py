"""A chain of lines shows whatever was done to it, and holds when what it says is erased."""

import json

import pytest

from librarian.domain.chains import (
    BROUGHT_BACK,
    START,
    Head,
    Line,
    brought_back,
    digest,
    entry_of,
    erased,
    gaps,
    parsed,
    sealed_body,
    text_of,
    written,
)


def chain(count: int, who: str = "janet") -> list[bytes]:
    lines, before = [], START
    for number in range(count):
        body = sealed_body({"path": f"Forms/{number}.docx"}, "salt")
        head = Head(number, 0, "desk", who, "noted", number, digest(body.encode()), before)
        line, before = written(head, body)
        lines.append(line.rstrip(b"\n"))
    return lines


def read(lines: list[bytes]) -> list[Line]:
    return [line for line in map(parsed, lines) if line is not None]


def test_an_act_comes_back_as_it_was_written() -> None:
    # Given a line whose words look like the seam of a line
    [line] = read(chain(1, who='jan","body":{"payload":1}'))

    # When it is read
    entry = entry_of(line)

    # Then it says what was written, and its id is made from its head
    assert entry.who == 'jan","body":{"payload":1}'
    assert entry.payload == {"path": "Forms/0.docx"}
    assert entry.id == digest(text_of(line.head).encode())[:32]
    assert not list(gaps([line]))


def test_a_chain_holds_when_a_payload_is_erased() -> None:
    # Given three lines
    lines = chain(3)

    # When the second one's payload is erased
    blank = erased(lines[1])
    after = read([lines[0], blank, lines[2]])

    # Then the line is as long as before, says nothing, and every link still holds
    assert len(blank) == len(lines[1])
    assert [line.sound for line in after] == [True, True, True]
    assert entry_of(after[1]).payload is None
    assert not list(gaps(after))
    assert json.loads(blank)["body"] is None


def test_a_changed_payload_is_not_sound() -> None:
    # Given a line in which somebody changed a word
    [line] = read([chain(1)[0].replace(b"Forms/0", b"Forms/9")])

    # When it is judged, then it is not what was sealed
    assert not line.sound


@pytest.mark.parametrize(
    ("after", "found"),
    [
        pytest.param(lambda lines: lines, [], id="whole"),
        pytest.param(lambda lines: lines[:2] + lines[3:], [(3, False, False)], id="missing"),
        pytest.param(lambda lines: lines[2:], [(2, False, False)], id="missing at the beginning"),
        pytest.param(
            lambda lines: [lines[0], lines[1].replace(b"janet", b"david"), *lines[2:]],
            [(2, True, False)],
            id="edited",
        ),
        pytest.param(
            lambda lines: [lines[0], lines[2], lines[1], lines[3]],
            [(2, False, False), (1, False, True), (3, False, False)],
            id="reordered",
        ),
        pytest.param(
            lambda lines: [*lines[:2], lines[1], *lines[2:]], [(1, False, True)], id="doubled"
        ),
    ],
)
def test_a_chain_shows_what_was_done_to_it(after: object, found: list[object]) -> None:
    # Given four lines that somebody touched
    assert callable(after)
    lines = read(after(chain(4)))

    # When the links are followed
    told = [(gap.at, gap.edited, gap.reordered) for gap in gaps(lines)]

    # Then each broken one is found
    assert told == found


def test_a_line_that_is_brought_back_keeps_its_id() -> None:
    # Given a line that was lost
    [lost] = read(chain(1))

    # When somebody writes it again, in a chain of their own
    head = Head(
        *(9, 0, "other"), "tom", BROUGHT_BACK, 0, lost.head.sealed, START, of=text_of(lost.head)
    )
    [again] = read([written(head, lost.body or "")[0].rstrip(b"\n")])
    inner = brought_back(again)

    # Then it is the same entry
    assert inner == lost
    assert again.id != lost.id


def test_a_forged_head_does_not_bring_back_what_it_did_not_seal() -> None:
    # Given a line that claims to bring back a head with another body
    [lost] = read(chain(1))
    body = sealed_body({"path": "other"}, "salt")
    head = Head(
        *(9, 0, "other"),
        "tom",
        BROUGHT_BACK,
        0,
        digest(body.encode()),
        START,
        of=text_of(lost.head),
    )

    # When it is read
    [again] = read([written(head, body)[0].rstrip(b"\n")])

    # Then it brings nothing back
    assert brought_back(again) is None


GOOD = chain(1)[0]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"\0" * 40,
        GOOD[:-20],
        GOOD[20:],
        GOOD + b"\r",
        b'{"head":' + b"[" * 200_000 + b',"body":null}',
        b'{"head":[],"body":null}',
        b'{"head":{"at":[0,0]},"body":null}',
        GOOD.replace(b'"at":[0,0]', b'"at":[-1,0]'),
        GOOD.replace(b'"at":[0,0]', b'"at":[0.5,0]'),
        GOOD.replace(b'"at":[0,0]', b'"at":[99999999999999999999,0]'),
        GOOD.replace(b'"at":[0,0]', b'"at":[NaN,0]'),
        GOOD.replace(b'"janet"', b"7"),
        GOOD.replace(b'"janet"', b'"\\ud800"'),
        GOOD.replace(b"janet", b"\xff\xfe"),
    ],
)
def test_what_is_no_line_is_told_apart(raw: bytes) -> None:
    assert parsed(raw) is None


def test_a_body_that_is_no_text_is_not_sound() -> None:
    # Given a body with bytes that spell nothing
    line = parsed(GOOD.replace(b"Forms", b"F\xff\xfems"))

    # When it is judged, then it is not sound
    assert line is not None
    assert not line.sound
