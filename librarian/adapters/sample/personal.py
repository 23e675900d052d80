"""Forms that somebody filled in and left among the blanks, case notes, and lists of children.

Everybody in them is made up. They are what must never be shown in search results.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import StringIO
from random import Random
from typing import Final

from librarian.adapters.sample import naming
from librarian.adapters.sample.pages import Form, Page, Part
from librarian.adapters.sample.papers import Document, content
from librarian.adapters.sample.people import Child, children
from librarian.adapters.sample.team import Team, initials
from librarian.adapters.sample.versions import TODAY
from librarian.adapters.sample.wording import Version, fill, page

_FILLED: Final = (
    "cp-visit-record",
    "cp-visit-record",
    "cp-visit-record",
    "core-group-minutes",
    "core-group-minutes",
    "icpc-report",
    "marf",
    "referral-domestic-abuse",
    "referral-family-time",
    "referral-therapeutic",
    "family-time-record",
    "cf-assessment",
    "safety-plan",
    "voice-of-child-record",
    "neglect-tool",
    "cic-review-invite",
    "return-home-interview",
    "s47-record",
)
_FORMATS: Final = ("docx", "docx", "docx", "docx", "odt", "rtf", "pdf")
_WHO: Final = 18


@dataclass(frozen=True, slots=True)
class Filled:
    """A file that holds personal data: its name, extension and words, and where it was left."""

    stem: str
    extension: str
    page: Page
    place: str
    when: datetime


def filled(random: Random, documents: Sequence[Document], team: Team) -> Iterator[Filled]:
    """Yield every filled-in form, note and list of this drive."""
    known = {document.id: document for document in documents}
    everyone = children(random, TODAY.date(), _WHO)
    stories = list(csv.DictReader(StringIO(content("stories.tsv")), delimiter="\t"))
    for number, name in enumerate(_FILLED):
        story = stories[number % len(stories)]
        yield _form(random, known[name], team, everyone[number], story)
    for number in range(3):
        yield _notes(random, team, everyone[number], stories[number], named=number > 0)
    yield _caseload(random, team, everyone[3:11])
    yield _birthdays(random, team, everyone[9:15])
    yield _letter(random, team, everyone[16], stories[2])
    yield _chronology(random, team, everyone[17], stories)


def _recently(random: Random) -> datetime:
    return TODAY - timedelta(days=random.randint(12, 1100), minutes=random.randrange(480))


def _form(
    random: Random, document: Document, team: Team, child: Child, story: dict[str, str]
) -> Filled:
    when = _recently(random)
    worker = random.choice(team.people[3:])
    version = Version(
        document, document.versions, 9, when, when, document.title, "", "", worker, worker
    )
    blank = page(version, team)
    head = (
        Part(Form.FIELD, "Child's name", (child.name,)),
        Part(Form.FIELD, "Date of birth", (child.birthday,)),
        *_number(random, child),
    )
    answers = _Answers(child, worker, when, story)
    asked = tuple(part for part in blank.parts if not _asks_again(part))
    answered = replace(blank, parts=head + tuple(answers.to(part) for part in asked))
    short = document.was[-1] if document.was and random.random() < 0.3 else document.title  # noqa: PLR2004
    return Filled(
        stem=naming.clean(f"{short} {_called(random, child)}{_day(random, when)}"),
        extension=random.choice(_FORMATS),
        page=answered,
        place=random.choice((document.place, document.place, "odd")),
        when=when,
    )


def _number(random: Random, child: Child) -> Iterator[Part]:
    """Yield the NHS number where somebody took the trouble."""
    if random.random() < 0.75:  # noqa: PLR2004 - three in four
        yield Part(Form.FIELD, "NHS number", (child.nhs_number,))


def _asks_again(part: Part) -> bool:
    asked = part.text.lower()
    return part.form is Form.FIELD and asked in ("nhs number", "child's name", "date of birth")


def _called(random: Random, child: Child) -> str:
    return random.choice((child.surname, initials(child.name), f"{child.surname} family"))


def _day(random: Random, when: datetime) -> str:
    return random.choice((f" {when:%d.%m.%y}", f" {when:%Y-%m-%d}", ""))


@dataclass(frozen=True, slots=True)
class _Answers:
    """What somebody wrote into the boxes of a form about one child."""

    child: Child
    worker: str
    when: datetime
    story: dict[str, str]

    def to(self, part: Part) -> Part:
        """Return part with its answer."""
        if part.form is Form.CHOICE:
            return part._replace(cells=(part.text.split("/")[0].strip(),))
        if part.form is Form.ROW and not any(part.cells):
            names = (self.child.parent, "mother", "yes", "yes", "text first")
            return part._replace(cells=names[: len(part.cells)])
        if part.form not in (Form.FIELD, Form.BOX):
            return part
        asked = part.text.lower()
        if part.form is Form.BOX:
            return part._replace(cells=(self._words(asked) or self._told("worry"),))
        return part._replace(cells=(self._fact(asked) or self._words(asked) or "Not known yet",))

    def _fact(self, asked: str) -> str:
        child = self.child
        facts = (
            (("your role",), "Social worker, child protection"),
            (("your phone",), "01632 962011"),
            (("your manager",), "Yes, agreed in supervision"),
            (("your name", "signed", "supervisor", "compiled"), self.worker),
            (("date of birth",), f"{child.name} {child.birthday}"),
            (("full name", "children", "name", "child or", "young person", "child,"), child.name),
            (("address", "live"), child.address),
            (("nhs",), child.nhs_number),
            (("case number",), child.case_number),
            (("school", "nursery"), child.school),
            (("date", "when"), f"{self.when:%d/%m/%Y}"),
            (("parent or", "who came", "who was there", "mother"), child.parent),
            (("language",), "English; no interpreter needed"),
            (("gp",), "Ferry Road surgery"),
        )
        for words, fact in facts:
            if any(word in asked for word in words):
                return fact
        return ""

    def _words(self, asked: str) -> str:
        kinds = (
            (("say", "words", "voice", "wish", "want"), "child"),
            (("good", "well", "help", "safe", "strength"), "good"),
            (("parent", "mother", "family"), "parent"),
            (("see", "seen", "home", "day"), "seen"),
            (("next", "action", "agreed", "plan", "change"), "next"),
            (("impact", "life", "like"), "impact"),
        )
        for words, kind in kinds:
            if any(word in asked for word in words):
                return self._told(kind)
        return ""

    def _told(self, kind: str) -> str:
        names = {"child": self.child.first_name, "parent": self.child.parent.split()[0]}
        return fill(self.story[kind].strip(), names)


def _notes(
    random: Random, team: Team, child: Child, story: dict[str, str], *, named: bool
) -> Filled:
    when = _recently(random)
    worker = initials(random.choice(team.people[3:]))
    names = {"child": child.first_name, "parent": child.parent.split()[0]}
    days = (when - timedelta(days=16), when - timedelta(days=9), when)
    whose = f"{child.name}, DOB {child.birthday}, NHS no. {child.nhs_number}"
    head = Part(Form.TEXT, whose if named else f"Case recording, {initials(child.name)}")
    entries = tuple(
        Part(Form.TEXT, f"{day:%d/%m/%Y} {how} {worker}. {fill(story[kind].strip(), names)}")
        for day, how, kind in zip(
            days,
            ("Home visit by", "Telephone call with school,", "Visit, child seen alone by"),
            ("seen", "worry", "child"),
            strict=True,
        )
    )
    return Filled(
        stem=f"{random.choice(('case notes', 'Case recording', 'notes to type up'))} {worker}",
        extension=random.choice(("txt", "docx", "rtf")),
        page=_page("Case notes", (head, *entries), when, worker),
        place="odd",
        when=when,
    )


def _caseload(random: Random, team: Team, listed: Sequence[Child]) -> Filled:
    when = _recently(random)
    rows = [("Child", "Date of birth", "NHS number", "Address", "Worker")]
    rows += [
        (child.name, child.birthday, child.nhs_number, child.address, random.choice(team.people))
        for child in listed
    ]
    parts = tuple(Part(Form.ROW, "", row) for row in rows)
    sheet = _page("Children on a plan", parts, when, team.support)
    return Filled(f"Children on plan list {when:%B %Y}", "xlsx", sheet, "admin", when)


def _birthdays(random: Random, team: Team, listed: Sequence[Child]) -> Filled:
    when = _recently(random)
    rows = [("Name", "DOB", "Carer", "NHS No", "Present bought?")]
    rows += [(child.name, child.birthday, child.parent, child.nhs_number, "") for child in listed]
    parts = tuple(Part(Form.ROW, "", row) for row in rows)
    return Filled(
        "birthdays and presents",
        "csv",
        _page("Birthdays", parts, when, team.people[4]),
        random.choice(("odd", "admin")),
        when,
    )


def _letter(random: Random, team: Team, child: Child, story: dict[str, str]) -> Filled:
    when = _recently(random)
    names = {"child": child.first_name, "parent": child.parent.split()[0]}
    parts = (
        Part(Form.TEXT, child.parent),
        Part(Form.TEXT, child.address),
        Part(Form.TEXT, f"{when:%d %B %Y}"),
        Part(Form.TEXT, f"Re: {child.name}, date of birth {child.birthday}"),
        Part(Form.TEXT, f"NHS number {child.nhs_number}"),
        Part(Form.TEXT, f"Dear {names['parent']}, thank you for seeing me on Monday."),
        Part(Form.TEXT, fill(story["worry"], names)),
        Part(Form.TEXT, fill(story["next"], names)),
        Part(Form.TEXT, f"Yours sincerely, {team.people[3]}, {team.name}"),
    )
    sheet = _page("Letter after visit", parts, when, team.people[3])
    return Filled(f"letter to {child.surname} after visit", "docx", sheet, "cp", when)


def _chronology(
    random: Random, team: Team, child: Child, stories: Sequence[dict[str, str]]
) -> Filled:
    when = _recently(random)
    names = {"child": child.first_name, "parent": child.parent.split()[0]}
    rows = [("Date", "What happened", "Source", "What it meant for the child")]
    rows += [
        (
            f"{when - timedelta(days=700 - 90 * place):%d/%m/%Y}",
            fill(story["worry"], names),
            "case record",
            fill(story["impact"], names),
        )
        for place, story in enumerate(stories)
    ]
    head = (
        Part(Form.FIELD, "Child", (child.name,)),
        Part(Form.FIELD, "Date of birth", (child.birthday,)),
        Part(Form.FIELD, "NHS number", (child.nhs_number,)),
    )
    parts = head + tuple(Part(Form.ROW, "", row) for row in rows)
    sheet = _page("Chronology", parts, when, team.people[5])
    return Filled(f"Chronology {child.surname} for court v3", "docx", sheet, "court", when)


def _page(title: str, parts: tuple[Part, ...], when: datetime, author: str) -> Page:
    return Page(title, parts, author=author, keeper=author, created=when, modified=when)


@dataclass(frozen=True, slots=True)
class Message:
    """An e-mail about a child: its headers and words."""

    subject: str
    headers: tuple[tuple[str, str], ...]
    page: Page


def message(random: Random, team: Team) -> Message:
    """Return a message about a child that somebody saved on the drive."""
    [child] = children(random, TODAY.date(), 1)
    when = _recently(random)
    subject = f"Medical for {initials(child.name)}"
    headers = (
        ("From", "Ash Lane Primary <office@ashlane.example>"),
        ("To", f"{team.people[3].split()[0]} <duty@{team.domain}>"),
        ("Subject", subject),
    )
    parts = (
        Part(Form.TEXT, "Dear colleague,"),
        Part(
            Form.TEXT,
            f"{child.name}, date of birth {child.birthday}, NHS number {child.nhs_number}, was "
            "seen by the nurse this morning. The mark on the arm is yellow now.",
        ),
        Part(Form.TEXT, f"{child.parent} will bring {child.first_name} to the doctor at ten."),
    )
    return Message(subject, headers, _page(subject, parts, when, team.people[3]))
