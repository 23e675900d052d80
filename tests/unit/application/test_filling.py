"""The clerk says what is not right, asks only what is taken, and counts truly."""

from typing import Any

import pytest

from librarian.application.forms.filling import Given
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.reading import questions_of
from librarian.domain.forms.referral import combined, takes_of
from tests.support.form_makers import SERVICES, a_clerk, answers, filled


def test_complete_answers_make_a_packet_for_each_service() -> None:
    # Given complete answers
    # When they are filled in for two services
    filling = filled("fgdm", "par")

    # Then each service gets its form, a summary and its data; and there are the two of our own
    assert filling.problems == ()
    assert [each.reader for each in filling.made] == [*["fgdm"] * 3, *["par"] * 3, *COPIES]
    assert filling.folder == "C-100245 2026-11-20"


COPIES = ("case-system", "family")


def test_names_of_files_hold_the_case_and_the_day_and_nothing_said() -> None:
    # Given an answered form, when its files are named
    names = " ".join(each.name for each in filled("fgdm").made) + filled("fgdm").folder

    # Then nothing that somebody answered is in the names, but the case number
    assert "C-100245 2026-11-20 fgdm form.docx" in names
    assert "Mia" not in names
    assert "Rivers" not in names


@pytest.mark.parametrize(
    ("changed", "question", "word"),
    [
        ({"need": {"worry": ""}}, "need.worry", "no answer"),
        ({"need": {"worry": " \n"}}, "need.worry", "no answer"),
        ({"child": []}, "child", "no answer"),
        ({"child": [{"name": "Mia"}]}, "child.0.dob", "no answer"),
        ({"child": [{"name": "Mia", "dob": "04/05/2016"}]}, "child.0.dob", "not a date"),
        (
            {"child": [{"name": "Mia", "dob": "2016-05-04", "nhs": "943 476 5918"}]},
            "child.0.nhs",
            "NHS number",
        ),
        (
            {"child": [{"name": "Mia", "dob": "2016-05-04", "case": "Mia Rivers"}]},
            "child.0.case",
            "case number",
        ),
        ({"law": {"agree": "maybe"}}, "law.agree", "none of the choices"),
        ({"need": {"worry": "x" * 20_001}}, "need.worry", "too long"),
        ({"need": {"wory": "x"}}, "need.wory", "no such question"),
        ({"ref": {"immediate": "yes"}}, "ref.immediate", "immediate danger"),
        ({"need": {"worry": 7}}, "need.worry", "does not fit"),
        ({"need": {"worry": {"deep": ["x"]}}}, "need.worry", "does not fit"),
        ({"child": "Mia"}, "child", "does not fit"),
    ],
)
def test_what_is_not_right_is_said_and_stops(
    changed: dict[str, Any], question: str, word: str
) -> None:
    # Given answers of which one is not right
    # When the form is filled in
    filling = filled("fgdm", **changed)

    # Then that question is named in plain words, and nothing at all is made
    told = {problem.question: problem.what for problem in filling.problems}
    assert word in told[question]
    assert filling.made == ()


def test_what_is_not_asked_goes_nowhere_and_is_told() -> None:
    # Given an answer under a condition that does not hold, and one to a service not chosen
    filling = filled(
        "fgdm", plan={"status": "cin", "category": "neglect"}, da={"dash": "14 points"}
    )

    # When the form is filled in
    told = {problem.question for problem in filling.problems}

    # Then both are named, the form goes on, and neither is in any output
    assert told == {"plan.category", "da.dash"}
    assert filling.ok
    assert not any(b"14 points" in each.content for each in filling.made)


@pytest.mark.parametrize(
    "rule",
    [
        {"question": "child.adress"},
        {"question": "chil"},
        {"question": "child.address", "service": "social"},
    ],
)
def test_a_restriction_that_would_keep_nothing_back_stops(rule: dict[str, str]) -> None:
    # Given a restriction with a name that is spelled wrong
    # When the form is filled in
    filling = filled("fgdm", law={"restrict": [rule]})

    # Then nothing is made, and that row is named
    assert filling.made == ()
    assert [problem.question for problem in filling.problems] == ["law.restrict.0"]


@pytest.mark.parametrize("name", ["child.address", "child", "da.dash", "voice"])
def test_a_restriction_may_name_a_question_or_a_group(name: str) -> None:
    assert filled("fgdm", law={"restrict": [{"question": name, "service": "da"}]}).ok


def test_a_strategy_discussion_that_was_held_lets_the_form_go_on() -> None:
    assert filled("fgdm", ref={"immediate": "held"}).ok


def test_a_service_that_is_not_known_is_refused_with_those_that_are() -> None:
    # Given the name of a service that does not exist, when it is chosen, then others are named
    with pytest.raises(LibrarianError, match="fgdm") as refused:
        filled("massage")
    assert "massage" in refused.value.title


def test_answers_to_another_version_of_the_form_stop() -> None:
    # Given answers to an older version, when they are filled in, then nothing is made
    filling = a_clerk().fill("referral", Given(answers(), version="0.9"))
    assert not filling.ok
    assert "0.9" in filling.problems[0].what


def test_the_count_is_what_is_asked_and_what_forms_of_their_own_would_ask() -> None:
    # Given a referral to three services
    whole = next(form for form in a_clerk().forms() if form.id == "referral")
    chosen = [service for service in whole.services if service.id in ("fgdm", "par", "da")]

    # When it is filled in for one child with a plan nobody has to explain
    count = filled("fgdm", "par", "da").count

    # Then it adds up from what each takes; conditions hide two questions here, for those who ask
    hidden = {"plan.category", "risk.staff", "fam.caution"}
    takes = [takes_of(whole, service) - hidden for service in chosen]
    own = {each.id for each in whole.questions if each.taken_by == "nobody"} - hidden
    assert count.services == 3
    assert count.instead_of == sum(map(len, takes))
    assert count.questions == len(set().union(*takes) | own)


def test_siblings_are_asked_about_one_by_one_and_counted_so() -> None:
    # Given one child, and a second
    one = answers()["child"]

    # When the second is added
    before, after = filled("par").count, filled("par", child=[*one, *one]).count

    # Then as many questions come on top as the service takes about each child
    whole = next(form for form in a_clerk().forms() if form.id == "referral")
    [par] = [service for service in whole.services if service.id == "par"]
    about = len([name for name in takes_of(whole, par) if name.startswith("child.")])
    assert after.questions - before.questions == about
    assert after.instead_of - before.instead_of == about


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_gets_its_own_questions_and_no_other_services(service: str) -> None:
    # Given a referral to one service, when its questions are listed
    whole = next(form for form in a_clerk().forms() if form.id == "referral")
    chosen = next(each for each in whole.services if each.id == service)
    ids = {question.id for question in combined(whole, (chosen,)).questions}

    # Then its own are all there, and none of another service
    own = {f"{service}.{each.id}" for each in questions_of(chosen.questions)}
    assert own <= ids
    assert not {name for name in ids for other in SERVICES if name.startswith(f"{other}.")} - own
