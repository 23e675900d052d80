"""Whatever was answered: no output holds what is restricted, and none holds more than it takes."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from librarian.application.forms.validating import holds
from librarian.domain.forms.form import Audience, FormDefinition, Output
from librarian.domain.forms.referral import combined, outputs_for
from librarian.domain.forms.taking import Cut, cut
from librarian.domain.forms.visibility import Visibility
from librarian.domain.forms.wording import squeezed
from tests.support.form_makers import SERVICES, a_clerk, answers, filled, text_of

WORDS = st.text(alphabet="abcdefghij", min_size=10, max_size=14)
CHOSEN = st.lists(st.sampled_from(SERVICES), min_size=1, max_size=4, unique=True)
NOT_KNOWING = st.sampled_from(["nothing", "told", "address", "both"])
WITHHELD = st.sampled_from(["child.address", "child.school", "need.worry", "fam.safe", "voice"])


@st.composite
def told(draw: st.DrawFn) -> dict[str, Any]:
    """Answers in which every text is another one, so that each can be recognised."""
    people = [
        {
            **{name: draw(WORDS) for name in ("name", "relationship", "contact", "safe", "home")},
            "nocontact": draw(NOT_KNOWING),
            "caution": draw(WORDS),
        }
        for _ in range(draw(st.integers(0, 3)))
    ]
    child = {name: draw(WORDS) for name in ("name", "address", "school", "contact")}
    rules = [
        {
            "question": draw(WITHHELD),
            "service": draw(st.sampled_from(["", *SERVICES])),
            "why": draw(WORDS),
        }
        for _ in range(draw(st.integers(0, 3)))
    ]
    return answers(
        services=draw(CHOSEN),
        child=[{**child, "dob": "2016-05-04"}],
        fam=people,
        need={name: draw(WORDS) for name in ("worry", "strength")},
        voice={"child": draw(WORDS), "parent": draw(WORDS)},
        da={"role": draw(WORDS), "dash": draw(WORDS)},
        law={"restrict": rules},
    )


def cuts(given_answers: dict[str, Any]) -> list[tuple[FormDefinition, str, Output, Cut, Any]]:
    """What each output of a referral may hold."""
    whole = next(form for form in a_clerk().forms() if form.id == "referral")
    chosen = [each for each in whole.services if each.id in given_answers["services"]]
    form = combined(whole, chosen)
    shown = Visibility(form, given_answers, holds).seen()
    pairs = [(each.id, output) for each in chosen for output in outputs_for(form, each)]
    pairs += [("", output) for output in form.outputs]
    return [
        (form, service, output, cut(form, output, shown, holds, service), shown)
        for service, output in pairs
    ]


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


@given(told())
def test_no_output_holds_a_restricted_answer(given_answers: dict[str, Any]) -> None:
    # Given any answers, with people who must not know, and answers that are withheld
    # When they are cut for every output there is
    for _, service, output, part, shown in cuts(given_answers):
        held: Any = part.answers.get("fam", [])
        for person, row in zip(shown.get("fam", ()), held, strict=False):
            if person["nocontact"] in ("told", "both"):
                assert not row.get("safe")
                assert not row.get("contact")
        if part.leaks:
            continue  # the same words stand in another answer: nothing is made then
        out = squeezed(json.dumps(part.answers))

        # Then the reasons are in none of them
        secret = [row["caution"] for row in shown.get("fam", ()) if "caution" in row]
        secret += [row["why"] for row in shown["law"]["restrict"]]

        # nor how to reach those who must not be told
        for row in shown.get("fam", ()):
            if row["nocontact"] in ("told", "both"):
                secret += [row.get("safe", ""), row.get("contact", "")]

        # nor what is withheld from this service
        for row in shown["law"]["restrict"]:
            if row["service"] in ("", service):
                secret += [text for _, text in named(shown, row["question"])]

        assert not [each for each in secret if each and squeezed(each) in out]
        if output.audience is Audience.FAMILY:
            assert not [each for each in texts(shown.get("da")) if squeezed(each) in out]
            assert part.warnings == ()


@given(told())
def test_no_output_holds_more_than_it_takes(given_answers: dict[str, Any]) -> None:
    # Given any answers
    # When they are cut for every output there is
    for form, _, output, part, _ in cuts(given_answers):
        # Then each holds questions that it takes, and no others
        held = {question.id for question in form.questions if is_in(part.answers, question.pattern)}
        assert held == set(part.fields)
        assert held <= output.takes


@settings(max_examples=12)
@given(
    secret=st.text(alphabet=st.characters(categories=("L", "N")), min_size=8, max_size=30),
    around=st.text(max_size=10),
)
def test_restricted_words_that_stand_in_another_answer_stop_the_form(
    secret: str, around: str
) -> None:
    # Given a reason that goes to nobody, and the same words in an answer that goes out
    person = {"name": "Dan", "relationship": "father", "nocontact": "both", "caution": secret}
    loud = secret.upper() if squeezed(secret.upper()) == squeezed(secret) else secret

    # When the form is filled in
    filling = filled("par", fam=[person], need={"worry": f"{around} {loud}."})

    # Then nothing is made, and the question is named, not the words
    assert filling.made == ()
    stopping = [problem for problem in filling.problems if problem.question == "need.worry"]
    assert len(secret) < 8 or len(squeezed(secret)) < 8 or stopping
    assert not any(secret in problem.what for problem in filling.problems)


def test_the_files_themselves_hold_nothing_restricted() -> None:
    # Given a father who must not be told, a withheld school, and answers about abuse
    person = {
        "name": "Dan Rivers",
        "relationship": "father",
        "contact": "07700 900222",
        "safe": "never after dark",
        "nocontact": "both",
        "caution": "injunction since March",
    }
    rule = {"question": "child.school", "service": "", "why": "he asks schools for lists"}
    child = {**answers()["child"][0], "school": "Lime Walk Primary", "address": "14 Lime Walk"}

    # When packets for every service are made
    filling = filled(
        *("da", "exp", "fgdm", "par"),
        fam=[person],
        child=[child],
        law={"restrict": [rule]},
        da={"dash": "fourteen points"},
    )

    # Then no file of any kind holds any of it, and the family's holds no address and no abuse
    assert filling.ok
    for each in filling.made:
        text = squeezed(text_of(each.name, each.content))
        for secret in SECRETS:
            assert secret not in text, each.name
        if each.reader == "family":
            assert "fourteenpoints" not in text
            assert "14limewalk" not in text
            assert "mustnot" not in text


SECRETS = ("07700900222", "neverafterdark", "injunction", "asksschools", "limewalkprimary")


def named(shown: Any, name: str) -> list[tuple[str, str]]:
    """Every text beneath a question or group of this name."""
    group, _, inner = name.partition(".")
    found = shown.get(group, {})
    rows = found if isinstance(found, list) else [found]
    return [(name, text) for row in rows for text in texts(row.get(inner, "") if inner else row)]


def is_in(value: object, pattern: tuple[str, ...]) -> bool:
    if isinstance(value, list):
        return any(is_in(row, pattern) for row in value)
    if not pattern:
        return True
    return isinstance(value, dict) and pattern[0] in value and is_in(value[pattern[0]], pattern[1:])
