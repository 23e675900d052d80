"""A desk that fills in the forms that ship, with drafts in memory and a made-up case system."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from pathlib import Path

from librarian.adapters.forms.cases_in_printouts import PrintoutCases, wording_from
from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.packets import FolderTray
from librarian.adapters.forms.sealed_parts import DRAFTS, MINUTES, SealedParts
from librarian.adapters.forms.team_keys import TeamKeys
from librarian.application.forms.drafts_kept import DraftBox, Head
from librarian.application.forms.filling import Filling, Last, Made, put_into
from librarian.application.forms.form_desk import LocalFormDesk
from librarian.application.forms.known_facts import CaseSystem, Knowing, Printouts
from librarian.application.forms.last_times import LastTimes
from librarian.application.forms.passphrases import long_enough
from librarian.application.forms.sealed import TeamPlace
from librarian.bootstrap.forms import OURS
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


def a_printout(text: str, number: str) -> Case:
    """What a printed case summary says."""
    return PrintoutCases(text, wording_from(OURS / "printout.toml")).find(number)


def a_form_desk(
    clock: FakeClock,
    box: DraftBox | None,
    last: Callable[[str], Last | None] | None = None,
    team: Callable[[], TeamPlace | None] | None = None,
) -> LocalFormDesk:
    """A desk over the forms that ship; without a box it asks for a passphrase first."""
    clerk = a_clerk()
    made, kept = FakeBox(), FakeBox()
    numbers = count(1)
    return LocalFormDesk(
        clerk=clerk,
        clock=clock,
        box=lambda: box,
        open_box=lambda words: _opened(made, words),
        knowing=Knowing(
            clock,
            lambda: CaseSystem("the made-up case system", siblings),
            Printouts(a_printout, lambda path, number: a_printout(path.read_text("utf-8"), number)),
            last or (lambda _: None),
        ),
        team=team or (lambda: None),
        hand_over=lambda: None,
        write=_write,
        new_id=lambda: f"draft-{next(numbers)}",
        take_in=len,
        memory=LastTimes(lambda: kept, clock, lambda: f"last-{next(numbers)}"),
    )


def a_team_desk(
    team: Path, who: str, clock: FakeClock, box: FakeBox | None = None
) -> LocalFormDesk:
    """Somebody's desk, whose key is laid into the team's folder."""
    vault = EncryptedDrafts(team.parent / who, who.encode().ljust(32))
    keys = TeamKeys(team / MINUTES.place, lambda: vault, who)
    place = SealedParts(team, DRAFTS, keys, clock, who)
    place.check()
    return a_form_desk(clock, box or FakeBox(), team=lambda: place)


def _opened(box: FakeBox, passphrase: str) -> FakeBox:
    long_enough(passphrase)
    return box


def _write(filling: Filling, folder: Path, own: tuple[Made, ...]) -> Path:
    return put_into(FolderTray(folder), filling, own)
