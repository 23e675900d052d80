"""One form, several people: the same parts give the same whole, whatever happens on the way."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from librarian.adapters.forms.folders import FolderShelf
from librarian.bootstrap.forms import OURS
from librarian.domain.forms.together import Part, Together, parties_of, party_of, together

FORM = FolderShelf(OURS).load("review-invitation")
PARTIES = tuple(party.id for party in parties_of(FORM))
CAN = st.sampled_from(("yes", "online", "no"))
ROWS = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from("ABC"), "role": st.sampled_from("xy")}),
    max_size=3,
)


def answers() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {},
        optional={
            "people": ROWS,
            "school": st.fixed_dictionaries({"can": CAN}),
            "carer": st.fixed_dictionaries({"can": CAN}),
            "child": st.fixed_dictionaries({"case": st.just("C-100245")}),
        },
    )


PART = st.builds(
    Part,
    person=st.sampled_from(("Ada", "Ben", "Cleo")),
    party=st.sampled_from(PARTIES),
    revision=st.integers(1, 3),
    at=st.integers(1, 5),
    answers=answers(),
    done=st.booleans(),
    version=st.sampled_from(("", "1.0", "0.9")),
    digest=st.sampled_from("pqr"),
)


def unambiguous(parts: list[Part]) -> list[Part]:
    """No two parts of one rank say different things: their digests would differ."""
    return list({(p.person, p.party, p.rank): p for p in parts}.values())


@given(st.lists(PART, max_size=8).map(unambiguous), st.randoms(use_true_random=False))
def test_any_order_and_any_part_twice_give_the_same_whole(parts: list[Part], random: Any) -> None:
    # Given parts, when they arrive in another order and some arrive twice
    others = [*parts, *parts[:3]]
    random.shuffle(others)

    # Then the whole is the same
    assert together(FORM, others) == together(FORM, parts)


@given(st.lists(PART, max_size=8).map(unambiguous))
def test_nobody_answers_for_somebody_else(parts: list[Part]) -> None:
    # Given parts that also answer what is not theirs
    whole = together(FORM, parts)

    # Then the school's answer comes from the school alone, and every row from whoever may write it
    said = [p.answers["school"] for p in schools(parts)]
    assert whole.answers.get("school") in [None, *said]
    allowed = [row for p in parts if p.party == "social-worker" for row in rows(p)]
    people = whole.answers.get("people", [])
    assert isinstance(people, list)
    assert all(row in allowed for row in people)


@given(st.lists(PART, max_size=8).map(unambiguous))
def test_what_waits_is_open_until_its_party_says_it_is_done(parts: list[Part]) -> None:
    whole: Together = together(FORM, parts)
    for share in whole.shares:
        assert share.waits == (not share.done or bool(share.open))
    assert whole.is_done == all(not share.waits for share in whole.shares)


def test_the_last_word_counts_and_the_other_is_told() -> None:
    # Given two at the school who say different things
    ada = Part("Ada", "school", 1, 10, {"school": {"can": "yes"}})
    ben = Part("Ben", "school", 1, 20, {"school": {"can": "no"}})

    # When both are put together
    whole = together(FORM, [ben, ada])

    # Then the later counts, and whoever reads it hears of the other
    assert whole.answers == {"school": {"can": "no"}}
    assert whole.otherwise == (("Can somebody be there?", "Ada"),)


def test_rows_of_two_people_stay_whole_beside_each_other() -> None:
    # Given two social workers who each add somebody, one of them without a role
    ada = Part("Ada", "social-worker", 1, 30, {"people": [{"name": "A", "role": "x"}]})
    ben = Part("Ben", "social-worker", 1, 10, {"people": [{"name": "B"}]})

    # Then both rows are there, and neither lends the other its role
    whole = together(FORM, [ben, ada])
    assert whole.answers == {"people": [{"name": "A", "role": "x"}, {"name": "B"}]}


def test_every_question_of_the_invitation_is_somebodys() -> None:
    assert {party_of(FORM, each) for each in FORM.questions} <= set(PARTIES)
    assert all(party_of(FORM, each) for each in FORM.questions)


def schools(parts: list[Part]) -> list[Part]:
    return [p for p in parts if p.party == "school" and "school" in p.answers]


def rows(part: Part) -> list[object]:
    found = part.answers.get("people", [])
    assert isinstance(found, list)
    return found
