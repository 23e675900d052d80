"""Nothing that is open is forgotten from one core group to the next, whatever it becomes."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.minutes.carrying import ItemKind, carried, history, items, numbered, seats

FIRST: dict[str, Any] = {
    "child": [{"name": "Mia Rivers", "case": "C-100245"}],
    "meeting": {"date": "2026-04-02", "number": 1, "conference": "2026-03-20", "chair": "A. O."},
    "came": [{"name": "J. Patel", "role": "Teacher", "here": "present", "report": "yes"}],
    "action": [{"what": "Begin breakfast", "who": "J. Patel", "due": "2026-04-20"}],
    "outcome": [{"id": "O1", "want": "Mia is at school on time", "progress": "Better"}],
    "news": [{"fact": "The flat is damp", "then": "worry"}, {"fact": "A new baby is due"}],
    "dates": {"core": "2026-05-14", "conference": "2026-06-19", "taker": "J. Osei"},
    "readers": [{"name": "J. Patel", "by": "2026-04-10"}],
}


def test_open_items_outcomes_and_dates_come_along() -> None:
    # Given a first meeting, when the next one begins
    new: dict[str, Any] = carried(FIRST)

    # Then it asks about the open action and the worry, by their numbers, and about nothing more
    assert new["last"] == [
        {
            "id": "1.1",
            "what": "Begin breakfast",
            "who": "J. Patel",
            "due": "2026-04-20",
            "serves": "",
        }
    ]
    assert new["outcome"] == [{"id": "O1", "want": "Mia is at school on time"}]
    assert [row["fact"] for row in new["news"]] == ["The flat is damp"]
    assert new["meeting"]["number"] == 2
    assert new["meeting"]["before"] == "2026-04-02"
    assert new["meeting"]["taker"] == "J. Osei"
    assert new["dates"] == {"conference": "2026-06-19"}
    assert new["readers"] == [{"name": "J. Patel"}]


def test_who_came_last_time_is_known_but_not_whether_they_came() -> None:
    assert seats(FIRST) == [{"name": "J. Patel", "role": "Teacher"}]


def test_a_done_action_ends_and_a_partly_done_one_stays() -> None:
    second: dict[str, Any] = {
        **carried(FIRST),
        "action": [{"what": "Dry the flat", "who": "H. Ali"}],
    }
    second["last"][0] |= {"state": "done", "difference": "Awake in lessons"}
    assert [each.id for each in items(second) if each.kind is ItemKind.ACTION] == ["2.1"]
    second["last"][0] |= {"state": "part"}
    assert [each.id for each in items(second) if each.kind is ItemKind.ACTION] == ["1.1", "2.1"]


def test_an_action_that_becomes_something_else_keeps_its_number_and_history() -> None:
    # Given an action that becomes an outcome at the second meeting
    second: dict[str, Any] = carried(FIRST)
    second["last"][0] |= {"state": "part", "then": "outcome"}
    third: dict[str, Any] = carried(second)
    assert third["last"] == []
    assert {"id": "1.1", "want": "Begin breakfast"} in third["outcome"]

    # and an action again at the third
    next(row for row in third["outcome"] if row["id"] == "1.1")["then"] = "action"
    fourth: dict[str, Any] = carried(third)
    assert fourth["last"] == [{**fourth["last"][0], "id": "1.1"}]

    # When its history is told
    steps = history((FIRST, second, third, fourth))["1.1"]

    # Then all four meetings are in it, with what it was at each and what it became
    assert [(step.meeting, step.kind, step.becomes) for step in steps] == [
        (1, "action", "action"),
        (2, "action", "outcome"),
        (3, "outcome", "action"),
        (4, "action", "action"),
    ]


def test_a_done_action_that_becomes_an_outcome_is_kept() -> None:
    second: dict[str, Any] = carried(FIRST)
    second["last"][0] |= {"state": "done", "then": "outcome"}
    assert "1.1" in str(carried(second)["outcome"])


ROW = st.fixed_dictionaries(
    {"what": st.sampled_from(["Ring", "Visit"])},
    optional={
        "state": st.sampled_from(["done", "part", "not"]),
        "then": st.sampled_from(["action", "outcome", "worry", "dropped"]),
    },
)


@given(st.lists(st.lists(ROW, max_size=3), min_size=1, max_size=4))
def test_numbers_are_never_used_twice_and_no_open_item_is_lost(
    meetings: list[list[dict[str, str]]],
) -> None:
    # Given meetings at which actions are added, and old ones answered in any way
    now: dict[str, object] = {"meeting": {"number": 1}}
    for new in meetings:
        now = now | {"action": [{"what": row["what"]} for row in new]}
        carried_rows: Any = now.get("last", [])
        for row, answer in zip(carried_rows, new, strict=False):
            row |= {key: value for key, value in answer.items() if key != "what"}
        now = numbered(now)
        open_before = {item.id: item.kind for item in items(now)}

        # When the next meeting begins, then it has just what was open, each once
        now = carried(now)
        lists: Any = [now["last"], now["outcome"], now["news"]]
        ids = [row["id"] for each in lists for row in each]
        assert sorted(ids) == sorted(open_before)
        assert len(ids) == len(set(ids))
