"""Marks go along with their words, whatever is typed, taken away or undone around them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from librarian.domain.spelling import Place, judged
from ui.kit.spelling_marks import Marks, selecting, text_of
from ui.kit.theme import Theme

WRONG = frozenset({"teh", "wrod"})
Edit = tuple[str, int, int, str]
edits = st.tuples(
    st.sampled_from(["type", "type", "undo", "redo"]),
    st.integers(0, 30),
    st.integers(0, 8),
    st.sampled_from(["", "x", " ", "\n", "the", "😀", "x\ny", "long line of text\nteh wrod"]),
)


def wrong(text: str) -> list[Place]:
    return [place for place in judged(text) if place.word in WRONG]


@settings(max_examples=100, deadline=None)
@example(["\n", "teh", "teh", "teh"], [("type", 0, 1, "")])
@given(
    st.lists(st.sampled_from(["teh", "wrod", "the", "😀", "\n"]), min_size=4, max_size=9),
    st.lists(edits, min_size=1, max_size=6),
)
def test_each_mark_stays_with_its_word_or_goes(
    looks: Theme, words: list[str], edited: list[Edit]
) -> None:
    # Given a text with its slips marked
    field = QPlainTextEdit(" ".join(words))
    parent = QObject(field)
    marks = Marks(field, looks, parent)
    marks.show(wrong(" ".join(words)), None)
    assert [mark.word for mark in marks.all()] == [word for word in words if word in WRONG]

    # When it is edited in any way
    for kind, at, length, typed in edited:
        apply(field, kind, at, length, typed)

        # Then whatever is marked is one of these words still
        assert {mark.word for mark in marks.all()} <= WRONG

    # And another look marks all there are
    text = text_of(field.document())
    assert text is not None
    marks.show(wrong(text), None)
    assert [(mark.start, mark.word) for mark in marks.all()] == [
        (place.start, place.word) for place in wrong(text)
    ]
    marks.clear()
    assert marks.all() == ()


def apply(field: QPlainTextEdit, kind: str, at: int, length: int, typed: str) -> None:
    if kind == "type":
        end = field.document().characterCount() - 1
        cursor: QTextCursor = selecting(field.document(), min(at, end), min(at + length, end))
        cursor.insertText(typed)
    else:
        (field.undo if kind == "undo" else field.redo)()


def test_marks_are_no_change_of_the_text(looks: Theme) -> None:
    # Given a text with a slip, and somebody who counts its changes
    field = QPlainTextEdit("teh the")
    changes: list[None] = []
    field.textChanged.connect(lambda: changes.append(None))
    before = field.document().revision()

    # When it is marked, and in other colours
    marks = Marks(field, looks, field)
    marks.show(wrong("teh the"), None)
    marks.forget()
    marks.show(wrong("teh the"), None)

    # Then nothing was changed, and there is nothing to undo
    assert (changes, field.document().revision()) == ([], before)
    assert not field.document().isUndoAvailable()
