"""Which answers steer a form."""

from librarian.domain.forms.defining import form_of
from librarian.domain.forms.steering import steering

SCHEMA = {
    "title": "Visit",
    "properties": {
        "danger": {"type": "string", "x-stops": [{"when": {"const": "yes"}, "what": "Ring 999."}]},
        "pets": {"type": "boolean"},
        "which": {"type": "string"},
        "child": {
            "type": "array",
            "items": {"properties": {"school": {"type": "string"}, "year": {"type": "string"}}},
        },
        "notes": {"type": "string"},
    },
}
LAYOUT = {
    "type": "VerticalLayout",
    "elements": [
        {"type": "Control", "scope": "#/properties/danger"},
        {"type": "Control", "scope": "#/properties/pets"},
        {
            "type": "Control",
            "scope": "#/properties/which",
            "rule": {
                "effect": "SHOW",
                "condition": {"scope": "#/properties/pets", "schema": {"const": True}},
            },
        },
        {
            "type": "Control",
            "scope": "#/properties/child",
            "options": {
                "detail": {
                    "type": "VerticalLayout",
                    "elements": [
                        {"type": "Control", "scope": "#/properties/school"},
                        {
                            "type": "Control",
                            "scope": "#/properties/year",
                            "rule": {
                                "effect": "HIDE",
                                "condition": {
                                    "scope": "#/properties/school",
                                    "schema": {"const": "none"},
                                },
                            },
                        },
                    ],
                }
            },
        },
        {"type": "Control", "scope": "#/properties/notes"},
    ],
}


def test_what_a_rule_waits_for_and_what_may_stop_the_form_steers_it() -> None:
    # Given a form with rules on the page and in the rows of a repeat, and with a stop
    form = form_of("visit", {"form.json": SCHEMA, "layout.json": LAYOUT})

    # When it is asked which answers steer it; then it is those, and no others
    assert steering(form) == {("danger",), ("pets",), ("child", "school")}
