"""The index finds what people mean, best first, and says why."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexers.full_text import FullTextReader
from librarian.domain.facets import Facets
from librarian.domain.kinds import Kind
from librarian.domain.searching import Age, Filters, Query
from tests.support.indexed import an_entry, an_index, paths, search

GENOGRAM = "Forms/Genogram guide v2.docx"
OLD_GENOGRAM = "Old stuff/Genogram guide v1.docx"
JOINED = "Training/GenogramSlides_2024.pptx"
MENTION = "Guidance/Assessments.pdf"
PLAN = "Forms/Child in need plan.docx"
PROTECTION = "Forms/CP conference report.docx"
FAMILY_TIME = "Forms/Family time record.docx"
FEELINGS = "Direct work/Feelings worksheet.pdf"
BROKEN = "Forms/Safety plan.pdf"
EMPTY = "Stuff/Copy of rota.xlsx"
OLD_ROTA = "Admin/Duty rota October.xlsx"
ROTA = "Admin/Duty rota November.xlsx"
CAFE = "Leaflets/Siân’s café.docx"
REFERRAL = "Forms/Referral to mentoring.docx"
SAFETY = "Forms/Safety plan.docx"
MINUTES = "Forms/Template core group minutes.docx"
MINUTE_TAKERS = "Guidance/Core group minute-takers.docx"
CARE_PLAN = "Forms/Care plan v7 FINAL.docx"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> FullTextReader:
    return an_index(
        tmp_path_factory.mktemp("index"),
        an_entry(GENOGRAM, "Draw the family together. Ask who matters.", changed="2026-11-01"),
        an_entry(OLD_GENOGRAM, "Draw the family together. Ask who matters.", changed="2019-05-01"),
        an_entry(JOINED, "Slides about families", author="Janet Brown"),
        an_entry(MENTION, "An assessment may hold a genogram or an ecomap. Referrals are made."),
        an_entry(PLAN, "What will change for the child, and who helps."),
        an_entry(PROTECTION, "Report to the conference."),
        an_entry(FAMILY_TIME, "Who was there, and how it went."),
        an_entry(
            FEELINGS,
            "Colour how you feel today.",
            facets=Facets(ages=("5–7",), themes=("Feelings",)),
        ),
        replace(an_entry(BROKEN), broken=True),
        replace(an_entry(EMPTY), broken=True),
        an_entry(OLD_ROTA, "Monday Tuesday", changed="2026-10-02"),
        an_entry(ROTA, "Monday Tuesday Wednesday", changed="2026-11-02"),
        an_entry(CAFE, "Warm drinks for families. Soomaali spoken."),
        an_entry(REFERRAL, "Tell us about the young person.", changed="2026-11-19"),
        an_entry(CARE_PLAN, "Where the child lives, and who sees them."),
        an_entry(MINUTES, "Who came, what was agreed."),
        an_entry(MINUTE_TAKERS, "The core group minutes tell who does what. Minutes are short."),
        an_entry(SAFETY, "Where to go and whom to ring."),
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("geno", GENOGRAM),
        ("genogram", GENOGRAM),
        ("genogrm", GENOGRAM),
        ("GENOGRAM GUI", GENOGRAM),
        ("genogram slides", JOINED),
        ("genogramslides", JOINED),
        ("ecomap", MENTION),
        ('"core group minutes"', MINUTES),
        ("safety plan v7 FINAL", SAFETY),
        ("safety plan", SAFETY),
        ("rota", ROTA),
        ("genogram guide latest version", GENOGRAM),
        ("cin plan", PLAN),
        ("child in need", PLAN),
        ("cp report", PROTECTION),
        ("child protection report", PROTECTION),
        ("contact record", FAMILY_TIME),
        ("feelings worksheet under 7", FEELINGS),
        ("emotion worksheet", FEELINGS),
        ("sian cafe", CAFE),
        ("SIÂN", CAFE),
        ("referrals", REFERRAL),
        ("the referral for a mentor", REFERRAL),
        ("saftey plan", SAFETY),
        ("safetyplan", SAFETY),
        ('"how you feel"', FEELINGS),
        ("type:powerpoint", JOINED),
        ("author:janet", JOINED),
        ("folder:leaflets", CAFE),
        ("title:genogram -guide", JOINED),
        ("f?mily AND record", FAMILY_TIME),
        ("warm OR drinks", CAFE),
        ("after:2026-11-10", REFERRAL),
        ("gen gui", GENOGRAM),
        ("cinp", PLAN),
        ("childs plan", PLAN),
        ("children plan", PLAN),
    ],
)
def test_the_right_file_comes_first(reader: FullTextReader, typed: str, first: str) -> None:
    # Given a small drive
    # When somebody types this
    found = search(reader, typed)

    # Then this file comes first
    assert paths(found)[:1] == [first]


def test_title_comes_before_text_and_live_before_old(reader: FullTextReader) -> None:
    # Given a genogram guide, an old one, slides named so, and a text that mentions one
    # When somebody searches for it
    found = search(reader, "genogram", typing=False)

    # Then they come in this order
    order = paths(found)
    assert order[0] == GENOGRAM
    assert order.index(OLD_GENOGRAM) > 0
    assert order[-1] == MENTION or order.index(MENTION) > order.index(JOINED)
    assert found.total == 4


def test_what_was_opened_often_comes_before_its_equal(reader: FullTextReader) -> None:
    # Given two files that answer alike
    before = reader.find(Query("who"), {})
    second = before.hits[1]

    # When the second has been opened often
    found = reader.find(Query("who"), {second.file: 30})

    # Then it comes first
    assert found.hits[0].path == second.path


def test_other_words_are_told_and_never_hide_an_exact_hit(tmp_path: Path) -> None:
    # Given one file named by the acronym and one by its meaning
    reader = an_index(
        tmp_path, an_entry("CIN checklist.docx"), an_entry("Child in need checklist.docx")
    )

    # When the acronym is typed
    found = search(reader, "cin checklist")

    # Then both are found, the acronym's first, and what else was searched is told
    assert paths(found) == ["CIN checklist.docx", "Child in need checklist.docx"]
    assert "Child in Need" in found.also


def test_the_age_that_was_asked_for_comes_before_another(tmp_path: Path) -> None:
    # Given one worksheet for older and one for younger children, and one for all
    reader = an_index(
        tmp_path,
        an_entry("Anger iceberg.docx", facets=Facets(ages=("8–11",))),
        an_entry("My anger volcano.docx", facets=Facets(ages=("5–7",))),
        an_entry("Our anger plan for home.docx"),
    )

    # When one for young children is looked for
    found = search(reader, "anger under 7")

    # Then it comes first, and none is hidden
    assert paths(found)[0] == "My anger volcano.docx"
    assert paths(found)[2] == "Anger iceberg.docx"


def test_a_translation_comes_first_only_when_its_language_was_asked_for(tmp_path: Path) -> None:
    # Given a leaflet and its translation
    reader = an_index(
        tmp_path,
        an_entry("Leaflet about conferences.docx"),
        an_entry("Leaflet, Somali.docx", facets=Facets(languages=("Somali",))),
    )

    # When the leaflet is looked for without and with the language
    firsts = [paths(search(reader, text))[0] for text in ("leaflet", "leaflet somali")]

    # Then each time the one that was meant comes first
    assert firsts == ["Leaflet about conferences.docx", "Leaflet, Somali.docx"]


def test_a_name_that_says_it_is_old_comes_later(tmp_path: Path) -> None:
    # Given two forms of one name in one folder
    reader = an_index(
        tmp_path, an_entry("Visit form - OLD do not use.docx"), an_entry("Visit form v2.docx")
    )

    # When the form is looked for
    found = search(reader, "visit form")

    # Then the one in use comes first
    assert paths(found)[0] == "Visit form v2.docx"


def test_a_mended_slip_is_told(reader: FullTextReader) -> None:
    # Given nobody ever wrote "genogrm"
    # When it is typed
    found = search(reader, "genogrm guide")

    # Then the near spelling that was searched is told
    assert found.corrected == ("genogram",)


def test_a_word_that_is_right_is_never_mended(reader: FullTextReader) -> None:
    # Given a word that stands in a file
    # When it is typed
    found = search(reader, "warm")

    # Then only that is searched
    assert found.corrected == ()
    assert paths(found) == [CAFE]


def test_where_not_all_words_are_found_together_most_will_do(reader: FullTextReader) -> None:
    # Given no file that holds all of these words
    # When they are typed
    found = search(reader, "genogram guide zebra", typing=False)

    # Then those that hold most come
    assert paths(found)[0] == GENOGRAM


def test_nothing_typed_shows_everything_latest_first(reader: FullTextReader) -> None:
    # Given a drive
    # When nothing is typed
    found = search(reader, "")

    # Then all of it is there, the latest first
    assert found.total == 18
    assert paths(found)[0] == REFERRAL
    assert paths(found)[-1] == OLD_GENOGRAM


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(kinds=frozenset({Kind.SLIDES})), {JOINED}),
        (Filters(folders=frozenset({"forms"})), {GENOGRAM}),
        (Filters(ages=frozenset({"5–7", "8–11"})), {FEELINGS}),
        (Filters(changed=Age.OLDER), {OLD_GENOGRAM}),
        (Filters(changed=Age.MONTH), {GENOGRAM}),
        (Filters(kinds=frozenset({Kind.PDF}), ages=frozenset({"8–11"})), set()),
    ],
)
def test_filters_narrow(reader: FullTextReader, filters: Filters, left: set[str]) -> None:
    # Given a search that finds guides and feelings
    query = Query("genogram OR feelings", filters)

    # When it is narrowed
    found = reader.find(query, {})

    # Then only these are left
    assert {hit.path for hit in found.hits} - {REFERRAL} == left


def test_each_filter_is_counted_with_the_others_standing(reader: FullTextReader) -> None:
    # Given a search narrowed to Word files
    query = Query("genogram", Filters(kinds=frozenset({Kind.WORD})))

    # When what each filter would leave is counted
    counts = reader.counts(query)

    # Then other kinds are counted as if no kind were chosen, folders only within Word
    assert dict(counts.kinds) == {"word": 2, "slides": 1, "pdf": 1}
    assert dict(counts.folders) == {"Forms": 1, "Old stuff": 1}
    assert dict(counts.changed) == {"week": 0, "month": 1, "year": 1, "older": 1}


@pytest.mark.parametrize("typed", ["genogram gui", "cin plan", "feelings under 7", "genogrm zebra"])
def test_the_reasons_for_a_score_add_up_to_it(reader: FullTextReader, typed: str) -> None:
    # Given hits of a search by somebody who opened one of them
    query = Query(typed)
    opened = {hit.file: 3 for hit in reader.find(query, {}).hits[:1]}
    hits = reader.find(query, opened).hits

    # When each is explained
    sums = [sum(why.points for why in reader.explain(query, hit.file, opened)) for hit in hits]

    # Then the points add up to its score
    assert sums == pytest.approx([hit.score for hit in hits], rel=1e-3)


def test_an_old_folder_is_named_among_the_reasons(reader: FullTextReader) -> None:
    # Given a hit that lies among old things
    query = Query("genogram guide")
    [old] = [hit for hit in reader.find(query, {}).hits if hit.path == OLD_GENOGRAM]

    # When it is explained
    reasons = reader.explain(query, old.file, {})

    # Then that counts against it
    assert [why.points < 0 for why in reasons if "is old" in why.what] == [True]


def test_spellings_that_find_something_are_proposed(reader: FullTextReader) -> None:
    # Given a word that is further off than one slip
    # When near spellings are asked for
    found = reader.near("jenagramm")

    # Then the one that finds something is proposed
    assert "genogram" in found


def test_words_to_mark_are_the_telling_ones_and_the_mended(reader: FullTextReader) -> None:
    # Given a search with a little word, a slip, and a word that is not wanted
    query = Query("the genogrm type:word -zebra", typing=False)

    # When the words to mark are asked for
    words = reader.words(query)

    # Then they are what may stand in a file
    assert words == ("genogrm", "genogram")


def test_limits_are_held_against_files_whatever_their_words(reader: FullTextReader) -> None:
    # Given three files, none of which answers the words asked for
    files = {an_entry(path).file: path for path in (GENOGRAM, MENTION, OLD_GENOGRAM)}

    def let_through(text: str, filters: Filters | None = None) -> set[str]:
        query = Query(f"zebra {text}", filters or Filters())
        return {files[file] for file in reader.fitting(query, files)}

    # When they are held against a kind, a folder, a date and a chosen filter
    # Then those that fit are let through; words limit nothing
    assert let_through("") == set(files.values())
    assert let_through("type:pdf") == {MENTION}
    assert let_through("folder:forms") == {GENOGRAM}
    assert let_through("before:2020") == {OLD_GENOGRAM}
    assert let_through("", Filters(kinds=frozenset({Kind.PDF}))) == {MENTION}
