"""Made-up documents for the Document page and for looking after a drive: answers at once.

`FakeRegistrar` writes down what it is asked to do, and raises `refusal` where there is one.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from librarian.application.about import (
    About,
    Board,
    Care,
    Comparison,
    CopyPlace,
    Edition,
    Known,
    LeftBehind,
    OpenElsewhere,
    Pair,
    Recognised,
    Sent,
    Task,
    Turn,
    WishShown,
)
from librarian.domain.errors import LibrarianError
from librarian.domain.names import shown_title
from librarian.domain.searching import State

GUIDE = "Direct Work/Worksheets by age/Genogram guide - Guidance.docx"

CURRENT = Edition(
    path=GUIDE,
    sha256="c" * 64,
    state=State.CURRENT,
    when=datetime(2026, 3, 3, 10, tzinfo=UTC),
    label="v2.0",
    who="Janet Bloom",
    note="New section on blended families.",
    recorded=True,
)
DRAFT = Edition(
    path="Direct Work/Worksheets by age/Genogram guide - Guidance v2.1 DRAFT.docx",
    sha256="d" * 64,
    state=State.DRAFT,
    when=datetime(2026, 11, 10, 9, tzinfo=UTC),
    label="v2.1 DRAFT",
    who="Malcolm Ade",
    note="Symbols for foster carers.",
    recorded=True,
)
ARCHIVED = Edition(
    path="Archive/Direct Work/Genogram guide - Guidance v1.0.docx",
    sha256="b" * 64,
    state=State.ARCHIVED,
    when=datetime(2024, 5, 20, 9, tzinfo=UTC),
    label="v1.0",
    who="Janet Bloom",
    note="First version for the whole team.",
    recorded=True,
)
OLDER = Edition(
    path="Old stuff/Copy of Genogram guide 2019.doc",
    sha256="a" * 64,
    state=State.LOOKS_OLDER,
    when=datetime(2019, 2, 1, 9, tzinfo=UTC),
    label="version 1",
    why="There is a later one: its number is lower.",
)
LATEST = Edition(
    path=GUIDE,
    sha256="e" * 64,
    state=State.LOOKS_NEWEST,
    when=datetime(2026, 9, 4, 9, tzinfo=UTC),
    label="version 3",
    why="It looks like the latest: it says version 3 inside, and it was changed last.",
)
COMPARISON = Comparison(
    same=False,
    pairs=(
        Pair(Turn.SAME, "Genogram guide", "Genogram guide"),
        *(Pair(Turn.SAME, f"Line {n}.", f"Line {n}.") for n in range(8)),
        Pair(
            Turn.CHANGED,
            "Draw at least two generations with the family.",
            "Draw at least three generations with the family, not about them.",
        ),
        Pair(Turn.SAME, "Symbol\tMeaning", "Symbol\tMeaning"),
        Pair(Turn.CHANGED, "Square\tMale", "Square\tMan or boy"),
        Pair(Turn.ADDED, "", "Dotted line\tLives together"),
        Pair(Turn.REMOVED, "Send a copy to the front desk.", ""),
        Pair(Turn.SAME, "Keep it with the chronology.", "Keep it with the chronology."),
    ),
)


def confirmed_guide(*, may_change: bool = False) -> About:
    """A document that Business Support look after."""
    return About(
        path=GUIDE,
        title="Genogram guide - Guidance",
        editions=(DRAFT, CURRENT, ARCHIVED),
        seen=CURRENT.sha256,
        head=1,
        copies=(
            CopyPlace("Malcolm - desktop backup/Genogram guide.docx", "the same"),
            CopyPlace("Training/Genogram guide - Guidance (1).docx", "the same"),
        ),
        open_elsewhere=OpenElsewhere("Priya Shah", datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        owner="Practice Lead",
        deputy="Duty Team Leader",
        phone="020 7946 0812",
        review_due=date(2027, 3, 3),
        wishes=(
            WishShown(
                "w1",
                "Sam Okoro",
                datetime(2026, 11, 18, 15, tzinfo=UTC),
                "Please add a symbol for a child who was adopted.",
            ),
        ),
        may_change=may_change,
        keepers=("Janet Bloom", "Malcolm Ade"),
    )


def unconfirmed_guide(*, may_change: bool = False) -> About:
    """A document that nobody has confirmed."""
    return About(
        path=GUIDE,
        title="Genogram guide - Guidance",
        editions=(LATEST, OLDER),
        seen=LATEST.sha256,
        may_change=may_change,
    )


class FakeRegistrar:
    """Knows one document, whatever is asked, and writes down what is done with it."""

    def __init__(self, known: About | None = None) -> None:
        self.known = known or unconfirmed_guide()
        self.asked: list[str] = []
        self.deeds: list[str] = []
        self.refusal: LibrarianError | None = None
        self.away: LibrarianError | None = None
        self.sent = Sent()
        self.vouched: Sent | None = None
        self.behind: tuple[LeftBehind, ...] = ()
        self.found = Recognised("Genogram guide.docx", Known.UNKNOWN)

    def about(self, path: str) -> About:
        if self.away:
            raise self.away
        self.asked.append(path)
        return self.known

    def compare(self, one: Edition, other: Edition) -> Comparison:
        self._do(f"compare {one.label} {other.label}")
        return COMPARISON

    def read(self, edition: Edition) -> tuple[str, ...]:
        return (shown_title(edition.path), "Who keeps the child safe, and how.", "Day\tWho")

    def confirm(self, path: str, *, note: str = "", seen: str = "", of: str = "") -> None:
        self._do(f"confirm {shown_title(path)}: {note} {seen[:1]} {of}".strip())
        current = replace(CURRENT, path=path, sha256=seen, note=note)
        self.known = replace(self.known, editions=(current, *self.known.editions[1:]), head=0)

    def put_forward(self, path: str, *, note: str = "", seen: str = "", of: str = "") -> None:
        self._do(f"put forward {shown_title(path)}: {note} {seen[:1]} {of}".strip())

    def restore(self, path: str, edition: Edition, *, note: str = "", seen: str = "") -> None:
        self._do(f"restore {edition.label} of {_name(path)}: {note} {seen[:1]}".strip())

    def put_back(self, path: str, *, seen: str = "") -> None:
        self._do(f"put back {_name(path)} {seen[:1]}")

    def follow(self, path: str, to: str) -> None:
        self._do(f"follow {_name(path)} to {to}")

    def hold(self, path: str, *, on: bool) -> None:
        self._do(f"{'hold' if on else 'let go'} {_name(path)}")
        self.known = replace(self.known, held=on)

    def ask_to_confirm(self, path: str, *, seen: str = "") -> Sent:
        self._do(f"ask {_name(path)} {seen[:1]}")
        return self.sent

    def suggest(self, path: str, note: str, *, seen: str = "") -> Sent:
        self._do(f"suggest {_name(path)} {seen[:1]}: {note}")
        return self.sent

    def report(self, path: str, note: str) -> Sent:
        self._do(f"report {_name(path)}: {note}")
        return self.sent

    def vouch(self, path: str) -> Sent | None:
        self._do(f"vouch {_name(path)}")
        return self.vouched

    def answer(self, wish: str) -> None:
        self._do(f"answer {wish}")
        self.known = replace(self.known, wishes=())

    def change_template(self, path: str) -> str:
        self._do(f"change {_name(path)}")
        return f"{path.removesuffix('.docx')} v1.1 DRAFT.docx"

    def save_dated_copy(self, path: str, folder: Path) -> Path:
        self._do("dated copy")
        return folder / f"{shown_title(path)} 2026-11-20.docx"

    def left_behind(self) -> tuple[LeftBehind, ...]:
        return self.behind

    def forget(self, copy: Path) -> None:
        self._do(f"forget {copy.name}")
        self.behind = tuple(each for each in self.behind if each.copy != copy)

    def recognise(self, file: Path) -> Recognised:
        self._do(f"recognise {file.name}")
        return self.found

    def _do(self, deed: str) -> None:
        if self.refusal:
            raise self.refusal
        self.deeds.append(deed)


class FakeCaretaker:
    """Looks after a made-up drive, or does not yet."""

    def __init__(self, care: Care | None = None, tasks: Sequence[Task] = ()) -> None:
        self.cared = care or Care("Janet Bloom", may_begin=True)
        self.tasks = tuple(tasks)
        self.deeds: list[str] = []
        self.refusal: LibrarianError | None = None

    def care(self) -> Care:
        return self.cared

    def begin(self, name: str, keeper: str = "") -> Care:
        self._do(f"begin {name} {keeper}".strip())
        keepers = (self.cared.me, keeper) if keeper else (self.cared.me,)
        self.cared = Care(self.cared.me, name, keepers, is_mine=True)
        return self.cared

    def name_keeper(self, keeper: str) -> Care:
        self._do(f"name {keeper}")
        self.cared = replace(self.cared, keepers=(*self.cared.keepers, keeper), questions=())
        return self.cared

    def take_over(self, because: str) -> Care:
        self._do(f"take over {because}")
        self.cared = replace(self.cared, keepers=(self.cared.me,), is_mine=True)
        return self.cared

    def board(self, most: int = 20) -> Board:
        return Board(self.tasks[:most])

    def _do(self, deed: str) -> None:
        if self.refusal:
            raise self.refusal
        self.deeds.append(deed)


def _name(path: str) -> str:
    return shown_title(path)


def some_tasks() -> tuple[Task, ...]:
    """Three documents to confirm: two candidates, one, and a question."""
    return (
        Task("Genogram guide", (LATEST, OLDER), used=14),
        Task("Safety plan", (replace(LATEST, path="Forms/Safety plan.docx", label=""),), used=9),
        Task(
            "Core group minutes",
            (
                replace(LATEST, path="Forms/Core group minutes v3.docx", label="version 3"),
                replace(OLDER, path="Forms/Core group minutes FINAL.docx", label=""),
                replace(OLDER, path="Archive/Core group minutes OLD.doc", label=""),
            ),
            question="Which of these is the one to use?",
            used=6,
        ),
    )
