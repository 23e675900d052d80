"""Versions and copies are folded under the one to use; what people decided comes first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from librarian.application.folding import Folding, NothingDecided
from librarian.application.folding_families import Decided
from librarian.application.lineage_ports import Place
from librarian.application.managed import Standing
from librarian.application.ports import Record
from librarian.domain.documents import Document, Status, Version
from librarian.domain.facets import Facets
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.kinds import Kind
from librarian.domain.lineage import Known, Looks
from librarian.domain.searching import Counts, Hit, Query, Results, State

_WHEN = datetime(2026, 3, 3, tzinfo=UTC)


def a_place(file: int, path: str, looks: Looks, *, order: int, of: int | None = None) -> Place:
    return Place(
        file=file,
        path=path,
        lineage="guide",
        head=3,
        of=of or file,
        looks=looks,
        known=Known.INFERRED,
        label=f"version {order + 1}",
        why="its name says so",
        order=order,
        title="Guide",
        question="",
        size=9,
        modified=0,
    )


GUIDE = (
    a_place(1, "Archive/Guide v1.docx", Looks.OLDER, order=0),
    a_place(2, "Guide v2.docx", Looks.OLDER, order=1),
    a_place(3, "Guide v3.docx", Looks.NEWEST, order=2),
    a_place(4, "Copied/Guide v3.docx", Looks.NEWEST, order=2, of=3),
    a_place(5, "Guide v4 DRAFT.docx", Looks.DRAFT, order=3),
)


@dataclass
class FakeFamilies:
    """One document: Guide, unless another is given."""

    places: Sequence[Place] = GUIDE

    def families(self, files: Collection[int]) -> Mapping[str, Sequence[Place]]:
        return {"guide": self.places} if any(p.file in files for p in self.places) else {}


@dataclass
class FakeDecisions:
    """Where files stand, by path; other bytes than those confirmed were changed since."""

    standings: dict[str, Standing] = field(default_factory=dict)

    def standing(self, path: str, sha256: str = "", canonical: str = "") -> Standing | None:
        del canonical
        found = self.standings.get(path)
        edited = bool(found and sha256 and sha256 != found.version.sha256)
        return replace(found, edited=True) if found and edited else found


def a_hit(file: int, score: float) -> Hit:
    path = next((p.path for p in GUIDE if p.file == file), f"Other {file}.docx")
    return Hit(file, path, path, Kind.WORD, _WHEN, 9, score)


def folding(
    decided: Decided | None = None,
    fitting: frozenset[int] | None = None,
    places: Sequence[Place] = GUIDE,
    lying: str = "",
) -> Folding:
    """Files of one document; what lies in every place has the digest `lying`."""
    reading = Reading(lying, lying, "text/plain") if lying else None

    def fits(_: Query, files: Collection[int]) -> Collection[int]:
        return files if fitting is None else fitting.intersection(files)

    def records(files: Sequence[int]) -> list[Record]:
        found = [place for place in places if place.file in files]
        return [
            Record(p.file, Listed(p.path, 9, 0), FileState.PRESENT, "", 1, 1, reading)
            for p in found
        ]

    return Folding(
        families=FakeFamilies(places),
        decided=decided or NothingDecided(),
        records=records,
        fitting=fits,
    )


def answering(*hits: Hit) -> "Search":
    return Search(hits)


@dataclass
class Search:
    """An index that always answers with these hits, as many as are wanted."""

    hits: tuple[Hit, ...]
    asked: list[int] = field(default_factory=list)

    def __call__(self, query: Query) -> Results:
        self.asked.append(query.limit)
        return Results(query, self.hits[: query.limit], total=len(self.hits))


def test_older_versions_and_copies_stand_under_the_newest() -> None:
    # Given a search that finds an old version first, then the newest, then another document
    search = answering(a_hit(1, 9.0), a_hit(3, 8.0), a_hit(4, 7.0), a_hit(77, 6.0))

    # When the answer is folded
    found = folding().find(Query("guide"), search)

    # Then the newest stands where the first of its versions stood, with all others under it
    assert [hit.path for hit in found.hits] == ["Guide v3.docx", "Other 77.docx"]
    guide = found.hits[0]
    assert (guide.score, guide.state, guide.label) == (9.0, State.LOOKS_NEWEST, "version 3")
    assert [(hit.path, hit.state) for hit in guide.folded] == [
        ("Guide v4 DRAFT.docx", State.DRAFT),
        ("Copied/Guide v3.docx", State.LOOKS_NEWEST),
        ("Guide v2.docx", State.LOOKS_OLDER),
        ("Archive/Guide v1.docx", State.LOOKS_OLDER),
    ]
    assert found.total == 2


def test_where_no_words_were_asked_for_rows_stand_by_their_own_dates() -> None:
    # Given the latest files, of which the first is a copy of a document not changed for long
    newer = replace(a_hit(77, 0.0), modified=datetime(2026, 3, 1, tzinfo=UTC))
    old = replace(a_hit(3, 0.0), modified=datetime(2020, 1, 1, tzinfo=UTC))
    search = answering(a_hit(4, 0.0), newer, old)

    # When they are folded
    found = folding().find(Query("after:2019"), search)

    # Then what is shown stands by the dates that are shown
    assert [hit.path for hit in found.hits] == ["Other 77.docx", "Guide v3.docx"]


def test_filters_count_results_not_files() -> None:
    # Given a search that finds three files of one document, and another document
    hits = [a_hit(1, 9.0), a_hit(3, 8.0), a_hit(4, 7.0), a_hit(77, 6.0)]
    pdf = replace(hits[1], kind=Kind.PDF, facets=Facets(themes=("Anger",)))
    search = answering(hits[0], pdf, *hits[2:])
    files = Counts(
        kinds=(("word", 3), ("pdf", 1)),
        folders=(("Archive", 1), ("Copied", 1)),
        themes=(("Anger", 1),),
        changed=(("week", 4), ("older", 0)),
    )

    # When what each filter leaves is counted
    counts = folding().counts(Query("guide"), search, files)

    # Then each number is that of the rows that would be shown
    assert counts.kinds == (("word", 2), ("pdf", 1))
    assert counts.folders == (("Archive", 1), ("Copied", 1))
    assert counts.themes == (("Anger", 1),)
    assert counts.changed == (("week", 2), ("older", 2))
    assert (counts.total, counts.are_files) == (2, False)


def test_of_very_many_files_it_is_said_that_files_were_counted() -> None:
    # Given a search that finds more than can be looked at one by one
    search = answering(*(a_hit(100 + number, 1.0) for number in range(1001)))
    files = Counts(kinds=(("word", 1001),))

    # When what each filter leaves is counted
    counts = folding().counts(Query("guide"), search, files)

    # Then the numbers are those of the index, and no list of a thousand rows was asked for
    assert counts == replace(files, are_files=True)
    assert set(search.asked) == {1}


def test_the_newest_is_shown_where_only_an_older_version_answers() -> None:
    # Given words that only an old version has
    search = answering(a_hit(1, 5.0))

    # When the answer is folded
    [guide] = folding().find(Query("old words"), search).hits

    # Then the newest is there in its place
    assert guide.path == "Guide v3.docx"
    assert guide.folded[-1].score == 5.0


def test_more_is_looked_at_until_there_are_as_many_documents_as_wanted() -> None:
    # Given an index in which versions of one document come before many others
    search = answering(*[a_hit(1, 99.0)] * 40, *(a_hit(100 + each, 1.0) for each in range(40)))

    # When ten are wanted
    found = folding().find(Query("guide", limit=10), search)

    # Then ten documents are found, and no more was looked at than needed
    assert len(found.hits) == 10
    assert search.asked == [30, 60]


def test_all_versions_stand_by_themselves_yet_none_above_the_newest() -> None:
    # Given a search that finds an old version before the newest
    search = answering(a_hit(1, 9.0), a_hit(77, 8.0), a_hit(3, 7.0))

    # When all versions are wanted
    found = folding().find(Query("guide", all_versions=True), search)

    # Then each has its own place, the newest before the old one
    assert [hit.file for hit in found.hits] == [3, 1, 77]
    assert found.total == 3
    assert not any(hit.folded for hit in found.hits)


def a_standing(path: str, status: Status, state: State, *, current: bool = True) -> Standing:
    version = Version("e", "v1.0", status, "aa", "", path, 1_772_000_000_000, None, "Janet", "")
    home = path if status is Status.APPROVED else "Guide v2.docx"
    approved = replace(version, path=home, status=Status.APPROVED)
    document = Document("d1", home, approved=(approved,) if current else ())
    return Standing(document, version, state, at_home=True)


def test_what_people_confirmed_is_shown_rather_than_what_looks_newer() -> None:
    # Given a guide whose second version is confirmed, though a third lies beside it
    decided = FakeDecisions(
        {"Guide v2.docx": a_standing("Guide v2.docx", Status.APPROVED, State.CURRENT)}
    )

    # When the third answers
    [guide] = folding(decided).find(Query("guide"), answering(a_hit(3, 5.0))).hits

    # Then the confirmed one is shown, and who confirmed it; the other looks newer
    assert (guide.path, guide.state, guide.by) == ("Guide v2.docx", State.CURRENT, "Janet")
    assert ("Guide v3.docx", State.LOOKS_NEWEST) in [(h.path, h.state) for h in guide.folded]


def test_what_was_put_away_is_found_only_among_all_versions() -> None:
    # Given a guide that was archived as a whole
    decided = FakeDecisions(
        {
            "Archive/Guide v1.docx": a_standing(
                "Archive/Guide v1.docx", Status.ARCHIVED, State.ARCHIVED, current=False
            )
        }
    )
    search = answering(a_hit(1, 5.0), a_hit(77, 1.0))

    # When it is searched for, as usual and among all versions
    usual = folding(decided).find(Query("guide"), search)
    everything = folding(decided).find(Query("guide", all_versions=True), search)

    # Then only the second finds it, and the first does not count it
    assert [hit.file for hit in usual.hits] == [77]
    assert usual.total == 1
    assert [hit.state for hit in everything.hits] == [State.ARCHIVED, State.ONLY]


def test_the_latest_that_was_asked_for_is_shown_where_the_newest_is_of_another_kind() -> None:
    # Given a person who wants PDFs alone, and a document whose newest version is none
    search = answering(a_hit(1, 9.0), a_hit(2, 8.0))

    # When the answer is folded
    [guide] = folding(fitting=frozenset({1, 2})).find(Query("guide type:pdf"), search).hits

    # Then the latest of the PDFs is shown for what it is, with the newest under it
    assert (guide.path, guide.state) == ("Guide v2.docx", State.LOOKS_OLDER)
    assert "Guide v3.docx" in [hit.path for hit in guide.folded]


def test_limits_never_bring_back_what_was_put_away() -> None:
    # Given a confirmed guide whose first version was replaced and lies in the archive
    decided = FakeDecisions(
        {
            "Guide v2.docx": a_standing("Guide v2.docx", Status.APPROVED, State.CURRENT),
            "Archive/Guide v1.docx": a_standing(
                "Archive/Guide v1.docx", Status.SUPERSEDED, State.SUPERSEDED
            ),
        }
    )
    narrowed = folding(decided, fitting=frozenset({1, 5}))

    # When a folder is asked for in which only that version lies, or a draft beside it
    [alone] = narrowed.find(Query("guide folder:archive"), answering(a_hit(1, 9.0))).hits
    [beside] = narrowed.find(Query("guide"), answering(a_hit(1, 9.0), a_hit(5, 1.0))).hits

    # Then the confirmed one is shown all the same, or else the draft
    assert alone.path == "Guide v2.docx"
    assert beside.path == "Guide v4 DRAFT.docx"


CONFIRMED = {"Guide v3.docx": a_standing("Guide v3.docx", Status.APPROVED, State.CURRENT)}


def test_copies_of_a_change_that_nobody_confirmed_are_not_current() -> None:
    # Given a confirmed guide that somebody changed, and a copy of it as it is now
    changed = folding(FakeDecisions(CONFIRMED), lying="other bytes")

    # When it is searched for
    [guide] = changed.find(Query("guide"), answering(a_hit(3, 5.0))).hits

    # Then the guide is current and marked as changed, and its copy is not called current
    assert (guide.path, guide.state, guide.edited) == ("Guide v3.docx", State.CURRENT, True)
    states = {hit.path: hit.state for hit in guide.folded}
    assert states["Copied/Guide v3.docx"] is State.LOOKS_NEWEST
    assert states["Guide v2.docx"] is State.LOOKS_OLDER


def test_a_document_is_found_though_somebody_saved_it_over_another() -> None:
    # Given a plan that somebody saved over the confirmed guide, so that both say the same
    plan = a_place(6, "Plan v7.docx", Looks.NEWEST, order=1, of=3)
    older = a_place(7, "Plan v6.docx", Looks.OLDER, order=0)
    places = (older, GUIDE[2], plan)
    over = folding(FakeDecisions(CONFIRMED), places=places, lying="the plan's bytes")
    search = answering(*(Hit(p.file, p.path, p.path, Kind.WORD, _WHEN, 9, 5.0) for p in places))

    # When it is searched for
    found = over.find(Query("plan"), search).hits

    # Then the plan has its own place, with its older version under it
    told = {hit.path: [each.path for each in hit.folded] for hit in found}
    assert told == {"Guide v3.docx": [], "Plan v7.docx": ["Plan v6.docx"]}
