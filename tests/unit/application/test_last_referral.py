"""The second referral for a family begins where the last one ended, and says so."""

from datetime import date
from typing import Any

from librarian.application.forms.filling import Filling, Given, Last
from librarian.domain.forms.cases import Case, Fact
from tests.support.form_makers import a_clerk, answers

DAY = date(2026, 10, 1)
LAST: dict[str, Any] = answers(
    ref={"urgency": "weeks", "immediate": "no"},
    child=[
        {"name": "Mia Rivers", "dob": "2016-05-04", "address": "1 Elm Walk"},
        {"name": "Leo Rivers", "dob": "2018-01-20"},
    ],
    fam=[
        {"name": "Dan Teal", "relationship": "father", "nocontact": "both", "caution": "since May"}
    ],
    need={"outcome": ["She sleeps"]},
    law={"restrict": [{"question": "child.school", "why": "he asks"}]},
)


def filled(last: dict[str, Any], case: Case | None = None, **given: Any) -> Filling:
    mine = {"ref": {"immediate": "no"}, **given}
    return a_clerk().fill("referral", Given(mine), ["fgdm"], case, Last(last, DAY))


def rows(filling: Filling, name: str) -> list[dict[str, object]]:
    found = filling.answers[name]
    assert isinstance(found, list)
    return found


def test_what_was_answered_is_brought_over_and_marked() -> None:
    # Given the last referral of a family, when a new one is begun
    filling = filled(LAST)

    # Then its answers are there, each with where it is from and how old it is
    assert filling.answers["child"] == LAST["child"]
    assert filling.answers["need"] == LAST["need"]
    assert {each.source for each in filling.filled_in} == {"your last referral"}
    assert {each.as_of for each in filling.filled_in} == {DAY}
    assert [each.question for each in filling.problems if "still right" in each.what] == [
        "child.0.address"
    ]


def test_who_was_told_and_agreement_are_asked_anew() -> None:
    # Given the last referral, when a new one is begun, then nothing about sharing is carried over
    filling = filled(LAST)
    law = filling.answers["law"]
    assert isinstance(law, dict)
    assert set(law) == {"restrict"}
    asked = {problem.question for problem in filling.problems}
    assert {"law.basis", "law.told", "law.agree"} <= asked


def test_what_must_not_be_told_is_brought_over() -> None:
    # Given somebody who must not know, when a new referral is begun, then it is known again
    [person] = rows(filled(LAST), "fam")
    assert person["nocontact"] == "both"
    assert person["caution"] == "since May"


def test_the_case_system_and_the_hand_come_first() -> None:
    # Given a case system that knows one child otherwise, and an answer by hand
    known = Case(
        "C-1",
        "the case system",
        {"child": ({"name": Fact("Mia Rivers", DAY), "address": Fact("2 Oak Road", DAY)},)},
    )
    filling = filled(LAST, known, need={"worry": "He is back."})

    # Then theirs counts; only the rest is brought over, to the row that agrees
    [mia] = rows(filling, "child")
    assert mia["address"] == "2 Oak Road"
    assert mia["dob"] == "2016-05-04"
    assert filling.answers["need"] == {"worry": "He is back.", "outcome": ["She sleeps"]}
