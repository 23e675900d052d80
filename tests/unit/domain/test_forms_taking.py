"""An output that names what it may not have does not get it, whatever its folder says."""

import pytest

from librarian.application.forms.validating import holds
from librarian.domain.forms.form import Audience, Kind, Output
from librarian.domain.forms.taking import cut
from tests.support.form_makers import a_form

SCHEMA = {
    "properties": {
        "open": {"type": "string"},
        "steering": {"type": "string", "x-taken-by": "nobody"},
        "restricted": {"type": "string", "x-sensitivity": "restricted"},
        "mistyped": {"type": "string", "x-sensitivity": "secrit"},
        "abuse": {"type": "string", "x-sensitivity": "professionals"},
    }
}
ANSWERS = {name: f"{name} words" for name in SCHEMA["properties"]}


@pytest.mark.parametrize(
    ("audience", "held"),
    [(Audience.PROFESSIONALS, {"open", "abuse"}), (Audience.FAMILY, {"open"})],
)
def test_an_output_gets_only_what_its_readers_may_have(audience: Audience, held: set[str]) -> None:
    # Given an output that names every question
    output = Output("x", "X", Kind.TEXT, frozenset(ANSWERS), audience=audience)

    # When answers are cut for it
    part = cut(a_form(SCHEMA), output, ANSWERS, holds)

    # Then it holds what may leave the form and its readers may know, and lists no more
    assert set(part.answers) == set(part.fields) == held
    assert part.leaks == ()
