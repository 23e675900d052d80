"""A charter's answers as the sections that people read, in their order, and what changed.

Whoever shows a charter draws these pieces; nothing else needs to know how its form is made.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from librarian.domain.charter.inviting import InviteRules, Verdict, rules_of
from librarian.domain.charter.protected import WEEK, ProtectedTime, protected_time_of
from librarian.domain.forms.formats import is_day
from librarian.domain.forms.wording import clean, in_day

VERDICTS: Final = {
    Verdict.RING: "Ring us now",
    Verdict.COME: "Yes, invite us",
    Verdict.MORNING: "Yes, in the morning",
    Verdict.NOTE: "A note will do",
    Verdict.OTHER: "Ask somebody else",
}
_DAYS: Final = dict(
    zip(
        WEEK,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list; numbered where its order matters. `title` may be empty."""

    items: tuple[str, ...]
    title: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each with something said of it: a virtue and what it means, a no and a way on."""

    rows: tuple[tuple[str, str], ...]
    title: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A box that stands out: a line in large letters, and one beneath."""

    text: str
    more: str = ""
    large: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """The table of meetings: which, our answer, why and what instead."""

    rows: tuple[tuple[str, str, str, str], ...]


Piece = Words | Points | Pairs | Aside | Answers


@dataclass(frozen=True, slots=True)
class Section:
    """One section; `id` is that of its group in the form."""

    id: str
    title: str
    pieces: tuple[Piece, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line of it as plain text."""
        return tuple(line for piece in self.pieces for line in _lines(piece))


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise in one section: lines that went, lines that came."""

    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def sections_of(answers: Mapping[str, object]) -> tuple[Section, ...]:
    """Return the thirteen sections of a charter; one that says nothing has no pieces."""
    return tuple(
        Section(name, title, tuple(pieces(_Charter(answers))))
        for name, (title, pieces) in _SECTIONS.items()
    )


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """Return what is otherwise, section by section, in the order of reading."""
    found = []
    for old, new in zip(sections_of(before), sections_of(after), strict=True):
        went, came = _differing(old.lines, new.lines)
        if went or came:
            found.append(Change(new.title, went, came))
    return tuple(found)


def _differing(
    old: tuple[str, ...], new: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    turns = [turn for turn in matcher.get_opcodes() if turn[0] != "equal"]
    went = tuple(line for _, start, end, _, _ in turns for line in old[start:end])
    came = tuple(line for _, _, _, start, end in turns for line in new[start:end])
    return went, came


def _lines(piece: Piece) -> Iterator[str]:
    match piece:
        case Words(text):
            yield text
        case Points(items, title):
            yield from filter(None, (title, *items))
        case Pairs(rows, title):
            yield from filter(None, (title, *(" ".join(filter(None, row)) for row in rows)))
        case Aside(text, more):
            yield from filter(None, (text, more))
        case Answers(rows):
            yield from (": ".join(row[:2]) + f". {' '.join(filter(None, row[2:]))}" for row in rows)


class _Charter:
    """A charter's answers, read kindly: what is missing is empty."""

    def __init__(self, answers: Mapping[str, object]) -> None:
        self._answers = answers

    def text(self, group: str, name: str) -> str:
        value = self._group(group).get(name)
        return clean(value) if isinstance(value, str) else ""

    def words(self, group: str, name: str = "text") -> Iterator[Words]:
        for line in self.text(group, name).splitlines():
            if line.strip():
                yield Words(line)

    def points(
        self, group: str, name: str = "points", title: str = "", *, numbered: bool = False
    ) -> Iterator[Points]:
        given = self._group(group).get(name)
        items = tuple(clean(each) for each in given) if isinstance(given, list) else ()
        if items:
            yield Points(items, title, numbered)

    def rows(self, group: str, name: str, *columns: str) -> tuple[tuple[str, ...], ...]:
        given = self._group(group).get(name)
        rows = [row for row in given if isinstance(row, Mapping)] if isinstance(given, list) else []
        return tuple(tuple(clean(str(row.get(each) or "")) for each in columns) for row in rows)

    def day(self, group: str, name: str) -> str:
        text = self.text(group, name)
        return in_day(date.fromisoformat(text)) if is_day(text) else text

    @property
    def rules(self) -> InviteRules:
        return rules_of(self._answers)

    @property
    def time(self) -> ProtectedTime:
        return protected_time_of(self._answers)

    def _group(self, name: str) -> Mapping[str, object]:
        found = self._answers.get(name)
        return found if isinstance(found, Mapping) else {}


def _plain(group: str, *, numbered: bool = False) -> Callable[[_Charter], Iterator[Piece]]:
    def pieces(charter: _Charter) -> Iterator[Piece]:
        yield from charter.words(group)
        yield from charter.points(group, numbered=numbered)

    return pieces


def _whom(charter: _Charter) -> Iterator[Piece]:
    yield from _plain("whom")(charter)
    until = charter.text("whom", "until")
    if until:
        yield Words(f"We work with young people up to {until}.")


def _way(charter: _Charter) -> Iterator[Piece]:
    yield from charter.words("way")
    rows = charter.rows("way", "points", "name", "means")
    if rows:
        yield Pairs(tuple((f"{name}.", means) for name, means in rows), strong=True)


def _work(charter: _Charter) -> Iterator[Piece]:
    yield from charter.words("work")
    yield from charter.points("work", title="We do")
    rows = charter.rows("work", "dont", "what", "instead")
    if rows:
        yield Pairs(tuple((what, instead) for what, instead in rows), "We don’t")


def _time(charter: _Charter) -> Iterator[Piece]:
    kept = charter.time
    days = ", ".join(_DAYS[WEEK[day]] for day in sorted(kept.days))
    meetings = f"Meetings: {kept.meetings_spoken}. {days}."
    yield Aside(f"{kept.spoken}: with children", meetings, large=True)
    yield from charter.words("time")
    yield from charter.points("time", "unless", "What may still break into it")


def _invite(charter: _Charter) -> Iterator[Piece]:
    yield from charter.words("invite")
    rules = charter.rules
    if rules.meetings:
        yield Answers(
            tuple((r.meeting, VERDICTS[r.verdict], r.adds, r.instead) for r in rules.meetings)
        )
    yield from charter.words("invite", "note")
    if rules.decides:
        yield Words(f"Whose answer: {rules.decides}")


def _success(charter: _Charter) -> Iterator[Piece]:
    yield from charter.words("success")
    for story, changed in charter.rows("success", "stories", "story", "changed"):
        yield Aside(story, changed)


def _signature(charter: _Charter) -> Iterator[Piece]:
    line = charter.text("signature", "line")
    if line:
        yield Aside(line, charter.text("signature", "more"))


def _card(charter: _Charter) -> Iterator[Piece]:
    yield from charter.words("card", "words")
    yield from charter.words("card", "link")


def _keep(charter: _Charter) -> Iterator[Piece]:
    owner, review = charter.text("keep", "owner"), charter.day("keep", "review")
    if owner:
        again = f" We look at it again on {review}." if review else ""
        yield Words(f"{owner} keeps it.{again}")
    for name, title in (("contact", "How to reach us: "), ("urgent", "")):
        text = charter.text("team", name)
        if text:
            yield Words(title + text)


_SECTIONS: Final[Mapping[str, tuple[str, Callable[[_Charter], Iterator[Piece]]]]] = {
    "who": ("Who we are", _plain("who")),
    "whom": ("Who we work with", _whom),
    "ambition": ("Our ambition", _plain("ambition")),
    "way": ("Our way of working", _way),
    "work": ("What we do, what we don’t", _work),
    "time": ("Protected time", _time),
    "invite": ("Should you invite us?", _invite),
    "refer": ("How to refer", _plain("refer", numbered=True)),
    "young": ("Young people’s part in how we work", _plain("young")),
    "success": ("What has gone well", _success),
    "signature": ("Our e-mail signature", _signature),
    "card": ("Our card", _card),
    "keep": ("Who keeps this charter", _keep),
}
