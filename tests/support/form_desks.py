"""A desk that fills in the forms that ship, with drafts in memory and a made-up case system."""

from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path

from librarian.adapters.forms.packets import FolderTray
from librarian.application.forms.filling import Filling, Made, put_into
from librarian.application.forms.form_desk import CaseSystem, DraftBox, Head, LocalFormDesk
from librarian.application.forms.last_times import LastTimes
from librarian.application.forms.passphrases import long_enough
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case, Fact
from tests.support.fakes import FakeClock
from tests.support.form_makers import a_clerk

LONG_AGO = date(2025, 1, 7)


class FakeBox:
    """Drafts in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[Head, dict[str, object]]] = {}

    def heads(self) -> tuple[Head, ...]:
        return tuple(head for head, _ in self.kept.values())

    def save(self, head: Head, answers: Mapping[str, object]) -> None:
        self.kept[head.id] = head, dict(answers)

    def load(self, draft: str, form: str, version: str) -> dict[str, object]:
        head, answers = self.kept[draft]
        if (head.form, head.version) != (form, version):
            raise LibrarianError("This draft is for another form.", "Begin a new form.")
        return answers

    def forget(self, draft: str) -> None:
        self.kept.pop(draft, None)


def siblings(number: str) -> Case:
    """Three children of one case; where the eldest lives was recorded long ago."""
    today = FakeClock().now().date()
    if number != "C-100245":
        raise LibrarianError("There is no such case.", "Check its number.")
    children = tuple(
        {
            "name": Fact(name, today),
            "dob": Fact(born, today),
            "case": Fact(number, today),
            "address": Fact("14 Lime Walk", LONG_AGO if name == "Mia Rivers" else today),
        }
        for name, born in (
            ("Mia Rivers", "2016-05-04"),
            ("Leo Rivers", "2018-09-12"),
            ("Zoë Rivers", "2021-01-30"),
        )
    )
    return Case(number, "made up", {"child": children})


def a_form_desk(clock: FakeClock, box: DraftBox | None) -> LocalFormDesk:
    """A desk over the forms that ship; without a box it asks for a passphrase first."""
    clerk = a_clerk()
    made, kept = FakeBox(), FakeBox()
    numbers = count(1)
    return LocalFormDesk(
        clerk=clerk,
        clock=clock,
        box=lambda: box,
        open_box=lambda words: _opened(made, words),
        cases=lambda: CaseSystem("the made-up case system", siblings),
        hand_over=lambda: None,
        write=_write,
        new_id=lambda: f"draft-{next(numbers)}",
        memory=LastTimes(lambda: kept, clock, lambda: f"last-{next(numbers)}"),
    )


def _opened(box: FakeBox, passphrase: str) -> FakeBox:
    long_enough(passphrase)
    return box


def _write(filling: Filling, folder: Path, own: tuple[Made, ...]) -> Path:
    return put_into(FolderTray(folder), filling, own)
