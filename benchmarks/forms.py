"""Filling in the longest form: a key press, rules and checks, and opening a draft."""

import argparse
import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from jsonschema import Draft202012Validator
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from benchmarks.figures import Figure, p95, seconds
from librarian.adapters.clock import SystemClock
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.application.forms.drafts_kept import Head
from librarian.application.forms.sheet import Looked, Sheet, look_at
from librarian.application.forms.sheet_keeping import packed, unpacked
from librarian.application.forms.validating import checker
from librarian.bootstrap.forms import form_room
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.drawing import Topic
from librarian.domain.forms.form import FormDefinition, Question, Spot
from librarian.domain.forms.visibility import rows_of_question
from librarian.domain.settings import Look
from ui.bridge.jobs import ThreadJobs
from ui.forms.topic_view import TopicView
from ui.forms.view_model import FormsViewModel
from ui.kit.theme import Theme

CHILDREN: Final = 3
KEYS: Final = 60
ROUNDS: Final = 9
TURNS: Final = 41
KEY_MS: Final = 16.0
MOST_MS: Final = 50.0
MOST_TIMES: Final = 3.0
OPEN_MS: Final = 100.0


def measure(folder: Path, _: argparse.Namespace) -> Sequence[Figure]:
    """The combined referral with all services and three children, answered at length."""
    sheet = _full(form_room(folder, SystemClock()).clerk.form("referral"))
    return (*_checked(sheet), _opened(sheet, folder / "drafts"), *_pressed(sheet))


def _full(form: FormDefinition) -> Sheet:
    """Every question that takes text is answered, in each of three rows."""
    sheet = Sheet("bench", form)
    names = [service.id for service in sheet.form.services]
    sheet = sheet.answer(("services",), names)
    for question in look_at(sheet).form.questions:
        is_text = question.schema.get("type") == "string"
        if is_text and not {"oneOf", "format"} & set(question.schema):
            for spot in _spots(question):
                sheet = sheet.answer(spot, "She does not sleep. " * 5)
    return sheet


def _spots(question: Question) -> tuple[Spot, ...]:
    if not question.repeats:
        return (question.pattern,)
    at = question.repeats[0]
    before, after = question.pattern[:at], question.pattern[at:]
    return tuple((*before, row, *after) for row in range(CHILDREN))


def _checked(sheet: Sheet) -> tuple[Figure, ...]:
    """Rules and checks of the whole form, against the validator alone on the same answers."""
    looked = look_at(sheet)
    answers = looked.seen.seen()

    def bare() -> list[object]:
        validator = Draft202012Validator(looked.form.schema, format_checker=checker())
        return list(validator.iter_errors(answers))

    rounds = [(seconds(partial(look_at, sheet), 1), seconds(bare, 1)) for _ in range(TURNS)]
    ours, theirs = (min(each) for each in zip(*rounds, strict=True))  # in turn: both meet the noise
    return (
        Figure(
            name=f"rules and checks of the combined form, {len(looked.form.questions)} questions",
            value=ours * 1000,
            unit="ms",
            against=f"bare jsonschema {theirs * 1000:,.1f} ms",
            ratio=ours / theirs,
            to_reach=f"≤ {MOST_TIMES:g} ×",
            reached=ours / theirs <= MOST_TIMES,
        ),
    )


def _opened(sheet: Sheet, folder: Path) -> Figure:
    """A draft of it, from the disk to its first look."""
    drafts = EncryptedDrafts(folder, bytes(32))
    head = Head("bench", sheet.form.id, sheet.form.version, date(2026, 3, 2))
    drafts.save(head, packed(sheet))

    def open_it() -> object:
        kept = drafts.load(head.id, head.form, head.version)
        return look_at(unpacked(Sheet(sheet.id, sheet.form), kept))

    taken = seconds(open_it, ROUNDS) * 1000
    return Figure(
        name="a draft of it opened and looked through",
        value=taken,
        unit="ms",
        to_reach=f"≤ {OPEN_MS:g} ms",
        reached=taken <= OPEN_MS,
    )


def _pressed(sheet: Sheet) -> tuple[Figure, ...]:
    """A key press in the form's longest page, and what follows in the window once typing pauses."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance()
    theme = Theme(app if isinstance(app, QApplication) else QApplication([]))
    theme.use(Look.LIGHT, 100)
    jobs = ThreadJobs()
    model = FormsViewModel(jobs, lambda *_: None, _complain)
    view = _shown(theme, model, sheet)
    lines: list[QLineEdit | QPlainTextEdit] = [*view.findChildren(QLineEdit)]
    lines += view.findChildren(QPlainTextEdit)
    field = next(line for line in lines if line.isVisible())
    field.setFocus()
    pressed = [seconds(partial(_press, field, view), 1) * 1000 for _ in range(KEYS)]
    paused = [_after_a_pause(field, view, model) * 1000 for _ in range(ROUNDS)]
    jobs.shutdown()
    return (
        _drawn("a key pressed in its longest page, drawn anew, 95th percentile", pressed, KEY_MS),
        _drawn("the page brought up to date once typing pauses, the same", paused, MOST_MS),
    )


def _drawn(name: str, samples: Sequence[float], most: float) -> Figure:
    return Figure(
        name=name,
        value=p95(samples),
        unit="ms",
        to_reach=f"≤ {most:g} ms",
        reached=p95(samples) <= most,
    )


def _shown(theme: Theme, model: FormsViewModel, sheet: Sheet) -> TopicView:
    now = look_at(sheet)
    asked: Mapping[int, int] = {
        number: _asked(now, topic) for number, topic in enumerate(now.topics)
    }
    model.now, model.page = now, max(asked, key=lambda number: asked[number])
    view = TopicView(theme, model)
    model.answered.connect(view.show_answer)
    model.looked.connect(view.show_now)
    view.resize(1280, 800)
    view.show_now()
    view.show()
    QCoreApplication.processEvents()
    return view


def _asked(now: Looked, topic: Topic) -> int:
    questions = (now.form.by_pattern[each] for each in topic.patterns)
    return sum(len(rows_of_question(each, now.sheet.answers)) for each in questions)


def _press(field: QLineEdit | QPlainTextEdit, view: TopicView) -> None:
    QTest.keyClick(field, Qt.Key.Key_A)
    QCoreApplication.processEvents()
    view.viewport().repaint()


def _after_a_pause(
    field: QLineEdit | QPlainTextEdit, view: TopicView, model: FormsViewModel
) -> float:
    """The window's own share, in seconds, of showing what was looked through beside it."""
    QTest.keyClick(field, Qt.Key.Key_B)
    now = model.now
    if now is None:
        raise RuntimeError("There is no sheet to look through.")
    model.now = look_at(now.sheet)
    return seconds(partial(_bring_up_to_date, view), 1)


def _bring_up_to_date(view: TopicView) -> None:
    view.show_now()
    view.viewport().repaint()


def _complain(error: LibrarianError) -> None:
    raise error
