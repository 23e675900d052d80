"""A made-up drive that needs looking after, for the page of whoever does; answers at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from librarian.application.about import Sent
from librarian.application.activity import Deed, HealthPoint
from librarian.application.copies_recognised import Already
from librarian.application.disposing_queue import Because, Disposal, Outcome
from librarian.application.managed_deciding import Decision, Matter
from librarian.application.overseeing import ReviewDue, RuleCount, Today, Urgency
from librarian.application.ports import Cancel
from librarian.application.tidying import Look
from librarian.application.wishing import ShutFolder
from librarian.domain.errors import LibrarianError
from librarian.domain.name_patterns import Part
from librarian.domain.register import RegisterLine
from librarian.domain.wishes import Reply, Wish

FORM = "Forms/Core group minutes - Form.docx"
WISH = Wish("w1", "suggested", FORM, "c" * 64, "Sam Okoro", 1, "Please add a box for the date.")
ACCESS = Wish("w2", "accessasked", "Court", "", "Priya Shah", 2, "I cover for Tom this week")
OVERDUE = ReviewDue(
    "Guidance/Thresholds - Guidance.pdf",
    "Thresholds - Guidance",
    "",
    date(2026, 11, 1),
    Urgency.OVERDUE,
)
SOON = ReviewDue(FORM, "Core group minutes - Form", "Team manager", date(2026, 12, 9), Urgency.SOON)


def a_full_day() -> Today:
    """One of everything."""
    start = date(2026, 5, 29)
    points = [
        HealthPoint(start + timedelta(weeks=week), min(46, max(0, week - 4) * 3))
        for week in range(26)
    ]
    return Today(
        to_confirm=12,
        confirmed=46,
        reviews=(OVERDUE, SOON),
        decisions=(Decision(Matter.EDITED, "d1", FORM, "e" * 64),),
        already=(Already("Desktop/My form.docx", "d1", FORM, 0.9, exact=False),),
        wishes=(WISH, ACCESS),
        rules=(
            RuleCount("CUR01", "One current version", 14, 3),
            RuleCount("DUP01", "No copies", 58, 0),
        ),
        health=tuple(points),
        signposts=(("Court", "Amira, court team"),),
        rules_edited=True,
        history_wrong=("What line 3 says was changed.",),
        to_agree=1,
    )


def some_lines() -> tuple[RegisterLine, ...]:
    """Two documents."""
    return (
        RegisterLine(
            title="Core group minutes - Form",
            version="v1.1",
            since=date(2026, 3, 3),
            owner="Team manager",
            deputy="Practice lead",
            phone="020 7946 0000",
            approver="Janet Bloom",
            next_review=date(2027, 3, 3),
            summary="A box for the child’s own words.",
            status="current",
            path=FORM,
        ),
        RegisterLine(
            title="Thresholds - Guidance",
            version="v2.0",
            since=date(2024, 11, 1),
            owner="",
            deputy="",
            phone="",
            approver="Malcolm Ade",
            next_review=date(2026, 11, 1),
            summary="",
            status="current",
            path="Guidance/Thresholds - Guidance.pdf",
        ),
    )


def some_deeds() -> tuple[Deed, ...]:
    """Three things that were done."""
    at = datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
    return (
        Deed("3", "approved", at, "Janet Bloom", FORM, "v1.1", "A box for the child’s own words."),
        Deed("2", "wanted", at - timedelta(hours=2), "Sam Okoro", "", "", "A leaflet in Somali"),
        Deed("1", "held", at - timedelta(days=3), "Malcolm Ade", FORM),
    )


class FakeOverseer:
    """Says what it was made with, and writes down what it is asked to do."""

    def __init__(self, today: Today | None = None) -> None:
        self.now = today or a_full_day()
        self.deeds_done: list[str] = []
        self.left: tuple[str, ...] = ()
        self.refusal: LibrarianError | None = None
        self.away: LibrarianError | None = None

    def today(self) -> Today:
        if self.away:
            raise self.away
        return self.now

    def deeds(self) -> tuple[Deed, ...]:
        return some_deeds()

    def lines(self) -> tuple[RegisterLine, ...]:
        return some_lines()

    def save_register(self, target: Path) -> Path:
        self._do(f"save {target.name}")
        return target

    def answer(self, wish: Wish, note: str) -> None:
        self._do(f"answer {wish.entry} {note}")

    def signpost(self, folder: str, whom: str) -> None:
        self._do(f"signpost {folder} {whom}".strip())

    def message_for_it(self, wish: Wish) -> Path:
        self._do(f"message {wish.entry}")
        return Path("/made-up/message.eml")

    def mend_history(self) -> tuple[str, ...]:
        self._do("mend history")
        return self.left

    def still_right(self, path: str) -> None:
        self._do(f"still right {path}")

    def assign(self, path: str, owner: str, deputy: str, phone: str) -> None:
        self._do(f"assign {path} {owner}/{deputy}/{phone}")

    def citing(self, words: str) -> tuple[RegisterLine, ...]:
        return tuple(line for line in some_lines() if words in line.title)

    def review_again(self, paths: tuple[str, ...]) -> None:
        self._do(f"again {' '.join(paths)}")

    def set_review(self, path: str, due: date) -> None:
        self._do(f"review {path} {due}")

    def _do(self, deed: str) -> None:
        if self.refusal:
            raise self.refusal
        self.deeds_done.append(deed)


class FakePost:
    """What a reader sends, and what became of it until they have read it."""

    def __init__(self, *waiting: Reply) -> None:
        self.waiting = waiting
        self.shut: tuple[ShutFolder, ...] = ()
        self.sent: list[str] = []

    def want(self, words: str) -> Sent:
        self.sent.append(f"want {words}")
        return Sent()

    def report(self, path: str, note: str) -> Sent:
        self.sent.append(f"report {path} {note}")
        return Sent()

    def ask_access(self, folder: str, note: str = "") -> Sent:
        self.sent.append(f"access {folder} {note}".strip())
        return Sent()

    def shut_folders(self) -> tuple[ShutFolder, ...]:
        return self.shut

    def replies(self) -> tuple[Reply, ...]:
        return self.waiting

    def forget(self, reply: Reply) -> None:
        self.waiting = tuple(each for each in self.waiting if each != reply)


def some_looks() -> tuple[Look, ...]:
    """Three things that need a look, by two rules."""
    since = datetime(2026, 11, 18, 9, tzinfo=UTC)
    same = "The same words lie in Forms/Safety plan.docx."
    kept = "Forms/Safety plan.docx"
    return (
        Look(
            "l1",
            "DUP01",
            "No copies",
            "Old/Copy of Safety plan.docx",
            same,
            "low",
            since,
            can_mend=True,
            other=kept,
        ),
        Look(
            "l2",
            "DUP01",
            "No copies",
            "Malcolm/Safety plan (1).docx",
            same,
            "low",
            since,
            can_mend=True,
            other=kept,
        ),
        Look(
            "l3",
            "PER01",
            "Blank forms only",
            "Forms/Contact sheet.docx",
            "It looks filled in: NHS number.",
            "high",
            since,
            False,
        ),
    )


def a_look_at_a_name() -> Look:
    """A name that is not plain, and could be."""
    return Look(
        "l4",
        "NAM01",
        "Names in plain words",
        "Duty/Duty_rota v2 JB FINAL.docx",
        "Its name holds underscores, initials, words such as “final”.",
        "low",
        datetime(2026, 11, 18, 9, tzinfo=UTC),
        can_mend=True,
        better="Duty/Duty rota.docx",
        wrong=(Part.UNDERSCORES, Part.INITIALS, Part.STATUS),
    )


def some_disposals() -> tuple[Disposal, ...]:
    """One that Tom asked for, one whose time is over, and one that is held."""
    old, due = date(2019, 3, 3), date(2025, 3, 3)
    title = "Core group minutes - Form"
    first = Disposal(FORM, "a" * 64, title, Because.REPLACED, old, due, "v1.0")
    aside = Disposal(
        ".librarian/quarantine/Old/Copy of Safety plan.docx",
        "",
        "Copy of Safety plan.docx",
        Because.ASIDE,
        date(2026, 10, 2),
        date(2026, 11, 1),
    )
    asked = replace(first, asked="d1", who="Tom Reed", note="Kept six years.")
    held = replace(
        first,
        path="Guidance/Thresholds - Guidance.pdf",
        title="Thresholds - Guidance",
        hindrance="It is held as it is. Let it go first.",
    )
    return asked, aside, held


class FakeDisposals:
    """A queue, and what was done with it."""

    def __init__(self) -> None:
        self.found = some_disposals()
        self.done: list[str] = []

    def queue(self) -> tuple[Disposal, ...]:
        return self.found

    def ask(self, chosen: Sequence[Disposal], because: str, cancel: Cancel) -> Outcome:
        return self._do("ask", chosen, cancel, because)

    def agree(self, chosen: Sequence[Disposal], cancel: Cancel) -> Outcome:
        return self._do("agree", chosen, cancel)

    def keep(self, chosen: Sequence[Disposal], note: str, cancel: Cancel) -> Outcome:
        return self._do("keep", chosen, cancel, note)

    def _do(self, what: str, chosen: Sequence[Disposal], cancel: Cancel, note: str = "") -> Outcome:
        if not cancel():
            self.done += [f"{what} {each.title} {note}".strip() for each in chosen]
        return Outcome(len(chosen))
