"""Sixty made-up files of a team, and a finder that answers from them at once, without a disk."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from librarian.application.finding import Facts, Finder, Shelf, Start
from librarian.application.ports import Record, Tally
from librarian.domain.clocks import nanoseconds
from librarian.domain.extraction import Block, Properties, Reason, Shape
from librarian.domain.facets import Facets
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.names import shown_title
from librarian.domain.paths import extension_of
from librarian.domain.previews import (
    MailPreview,
    NoPreview,
    Preview,
    Sheet,
    TablePreview,
    TextPreview,
)
from librarian.domain.searching import Counts, Hit, Query, Results, Snippet

TODAY = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

FOLDERS: dict[str, tuple[str, ...]] = {
    "Direct Work/Worksheets by age": (
        "Feelings thermometer under 7.docx",
        "Worry monster worksheet.docx",
        "My anger volcano 8-11.docx",
        "Three houses template.docx",
        "All about me - Somali.docx",
        "Wishes and feelings - teenagers.pptx",
        "Genogram guide - Guidance.docx",
        "Genogram symbols.pdf",
        "Genogram blank v2 FINAL (1).doc",
        "Safety plan with my family.docx",
        "Memory box ideas.pdf",
        "Sleep diary.xlsx",
    ),
    "Forms/Child Protection": (
        "Core group minutes template.docx",
        "Core group minutes template v3.docx",
        "Child protection plan.docx",
        "ICPC report form.docx",
        "Strategy discussion record.docx",
        "Section 47 checklist.xlsx",
        "Review conference report.docx",
        "Written agreement.docx",
        "Visit record blank.docx",
        "Chronology template.xlsx",
    ),
    "Forms/Referrals": (
        "Family group conference referral.docx",
        "Family support referral.docx",
        "Mentoring referral form.pdf",
        "Contact centre referral.docx",
        "CAMHS referral form 2024.pdf",
        "Young carers referral.docx",
        "Domestic abuse service referral.docx",
        "DASH risk checklist.pdf",
    ),
    "Community Resources": (
        "Food banks and warm spaces.xlsx",
        "Parent groups autumn.pdf",
        "Somali womens group leaflet.pdf",
        "Youth clubs map.pdf",
        "Holiday activities 2026.docx",
        "Bereavement support - children.pdf",
        "Housing advice drop-in.docx",
        "Interpreters contact list.xlsx",
    ),
    "Guidance": (
        "Threshold document.pdf",
        "Supervision policy.docx",
        "Lone working guidance.docx",
        "Writing for children - guidance.docx",
        "Recording with care.pdf",
        "Court work guide.pdf",
        "PLO flowchart.pptx",
        "Kinship care briefing.docx",
    ),
    "Team": (
        "Rota November.xlsx",
        "Team meeting minutes 12.11.26.docx",
        "Duty desk numbers.txt",
        "RE New referral form.msg",
        "Induction plan.docx",
        "Leave calendar 2026.xlsx",
        "Welcome leaflet scan.pdf",
    ),
    "Archive/Old forms": (
        "Core group minutes OLD.doc",
        "Copy of Genogram guide.docx",
        "Referral form 2019.doc",
        "Locked plan.docx",
        "Damaged report.docx",
        "Visit record - filled in.docx",
        "Photo of flipchart.jpg",
    ),
}
"""The made-up drive; nothing in it is anybody's."""

PERSONAL = "Archive/Old forms/Visit record - filled in.docx"
LOCKED = "Archive/Old forms/Locked plan.docx"
STARRED = (
    "Direct Work/Worksheets by age/Genogram guide - Guidance.docx",
    "Forms/Child Protection/Core group minutes template.docx",
)


def made_up_records() -> tuple[Record, ...]:
    """All files of the made-up drive, one or two days apart."""
    paths = [f"{folder}/{name}" for folder, names in FOLDERS.items() for name in names]
    return tuple(_record(number, path) for number, path in enumerate(paths, start=1))


def _record(number: int, path: str) -> Record:
    changed = TODAY - timedelta(days=(number * 11) % 400, minutes=number)
    listed = Listed(path, 18_000 + number * 977, nanoseconds(changed))
    reading = Reading(
        sha256=f"{number:064x}",
        canonical=f"{number:064x}",
        media_type="application/octet-stream",
        headings=shown_title(path),
        body="" if path == PERSONAL else _body(path),
        words=320,
        properties=Properties(author="Business Support"),
        personal=("filled-in form",) if path == PERSONAL else (),
        facets=Facets(ages=("8–11",), themes=("Feelings",)) if "Direct" in path else Facets(),
        reason=Reason.PASSWORD if path == LOCKED else None,
    )
    return Record(number, listed, FileState.PRESENT, "", nanoseconds(changed), 0, reading)


def _body(path: str) -> str:
    title = shown_title(path)
    about = (
        "A genogram shows who is in the family and what matters to each of them. "
        if "Direct" in path
        else ""
    )
    return (
        f"{title}. Use this with the child and the family before the core group meets. {about}"
        "Write what the child said in their own words, and agree who does what by when."
    )


class FakeFinder(Finder):
    """Finds made-up files by the words in their path and text."""

    def __init__(self, records: Sequence[Record] = ()) -> None:
        self.everything = {record.listed.path: record for record in records or made_up_records()}
        self.starred = set(STARRED)
        self.asked: list[str] = []
        self.corrections: dict[str, str] = {"genagram": "genogram"}

    def find(self, query: Query) -> Results:
        self.asked.append(query.text)
        text = self.corrections.get(query.text, query.text)
        corrected = (text,) if text != query.text else ()
        also = ("child in need",) if "cin" in text.lower().split() else ()
        hits = tuple(_hit(record) for record in self._matching(replace(query, text=text)))
        return Results(query, hits[: query.limit], len(hits), also, corrected, 3.2)

    def counts(self, query: Query) -> Counts:
        matching = self._matching(query)
        return Counts(
            kinds=_tallied(str(_kind(record)) for record in matching),
            folders=_tallied(record.listed.path.partition("/")[0] for record in matching),
            ages=_tallied(age for record in matching for age in _facets(record).ages),
            themes=_tallied(theme for record in matching for theme in _facets(record).themes),
            changed=(("month", 4), ("year", len(matching))),
        )

    def snippets(self, query: Query, files: Sequence[int]) -> dict[int, Snippet]:
        found = {record.file: record for record in self.everything.values()}
        return {
            file: _snippet(found[file].reading, query.text)
            for file in files
            if file in found and found[file].listed.path != PERSONAL
        }

    def near(self, text: str) -> tuple[str, ...]:
        return ("genogram", "gender") if text else ()

    def words(self, query: Query) -> tuple[str, ...]:
        return tuple(query.text.lower().split())

    def refresh(self) -> None:
        """Everything is known already."""

    def forget_openings(self) -> None:
        """Openings are not counted here."""

    def tally(self) -> Tally:
        return Tally(len(self.everything), len(self.everything) - 6, len(self.everything) - 8)

    def start(self, limit: int = 8) -> Start:
        records = sorted(self.everything.values(), key=lambda each: -each.listed.modified)
        return Start(
            starred=tuple(self.everything[path] for path in sorted(self.starred)),
            recent=tuple(records[4 : 4 + min(3, limit)]),
            changed=tuple(records[:4]),
            shelves=tuple(
                Shelf(folder, count)
                for folder, count in _tallied(path.partition("/")[0] for path in self.everything)
            ),
            tally=self.tally(),
        )

    def note_look(self) -> None:
        """Nobody counts looks here."""

    def facts(self, path: str) -> Facts:
        return Facts(self.everything[path], path in self.starred)

    def preview(
        self,
        path: str,
        query: Query,  # noqa: ARG002 - the port's own
        first_page: int = 0,  # noqa: ARG002 - the port's own
    ) -> Preview:
        if path == LOCKED:
            return NoPreview(Reason.PASSWORD)
        match _kind(self.everything[path]):
            case Kind.SHEET:
                rows = (("Name", "Day", "Where"), ("Warm space", "Monday", "Library"))
                return TablePreview((Sheet("Autumn", rows), Sheet("Spring", rows)))
            case Kind.MAIL:
                return MailPreview(
                    (("From", "Duty desk"), ("Subject", "New referral form")),
                    (Block(Shape.PARAGRAPH, "The new form is in Forms."),),
                    ("Referral form.docx",),
                )
            case _:
                return TextPreview(_blocks(path))

    def _matching(self, query: Query) -> list[Record]:
        words = query.text.lower().split()
        return [
            record
            for record in self.everything.values()
            if all(word in _text(record) for word in words) and _passes(record, query)
        ]


def _text(record: Record) -> str:
    body = record.reading.body if record.reading else ""
    return f"{record.listed.path} {body}".lower()


def _passes(record: Record, query: Query) -> bool:
    filters, path = query.filters, record.listed.path
    return (not filters.kinds or _kind(record) in filters.kinds) and (
        not filters.folders or any(path.startswith(f"{folder}/") for folder in filters.folders)
    )


def _kind(record: Record) -> Kind:
    return kind_of(extension_of(record.listed.path))


def _facets(record: Record) -> Facets:
    return record.reading.facets if record.reading else Facets()


def _tallied(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted: dict[str, int] = {}
    for word in words:
        counted[word] = counted.get(word, 0) + 1
    return tuple(sorted(counted.items(), key=lambda each: -each[1]))


def _hit(record: Record) -> Hit:
    return Hit(
        file=record.file,
        path=record.listed.path,
        title=shown_title(record.listed.path),
        kind=_kind(record),
        modified=datetime.fromtimestamp(record.listed.modified / 1_000_000_000, UTC),
        size=record.listed.size,
        score=1.0,
        personal=bool(record.reading and record.reading.personal),
        facets=_facets(record),
    )


def _snippet(reading: Reading | None, text: str) -> Snippet:
    body = reading.body if reading else ""
    word = text.lower().split()[0] if text.split() else ""
    at = body.lower().find(word) if word else -1
    return Snippet(body, ((at, at + len(word)),) if at >= 0 else ())


def _blocks(path: str) -> tuple[Block, ...]:
    return (
        Block(Shape.TITLE, shown_title(path)),
        Block(Shape.ASIDE, "Children’s Services · for use by the team"),
        Block(Shape.HEADING, "What this is for", 1),
        Block(Shape.PARAGRAPH, _body(path)),
        Block(Shape.ITEM, "Ask first, then draw the genogram together."),
        Block(Shape.ROW, "Who\tWhat\tBy when"),
        Block(Shape.ROW, "Social worker\tVisit\tFriday"),
    )
