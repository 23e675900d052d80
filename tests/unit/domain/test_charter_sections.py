"""A charter as people read it: its sections, what changed, and a signature for every e-mail."""

from librarian.domain.charter.sections import changes, sections_of
from librarian.domain.charter.signing import signature_of
from tests.support.team_forms import charter_answers


def test_the_made_up_teams_charter_fills_every_section() -> None:
    # Given the charter of the sample, when it is laid out, then no section is empty
    found = sections_of(charter_answers())
    assert len(found) == 13
    assert [each.title for each in found if not each.pieces] == []
    assert [each.lines for each in sections_of({}) if each.id != "time" and each.lines] == []


def test_what_changed_is_told_section_by_section() -> None:
    # Given a charter in which the afternoon begins later and nothing else is otherwise
    before, after = charter_answers(), charter_answers(time={"starts": "13:00"})

    # When both are compared
    [changed] = changes(before, after)

    # Then only that line is told
    assert changed.title == "Protected time"
    assert changed.before == ("12.30 pm to 5 pm: with children",)
    assert changed.after == ("1 pm to 5 pm: with children",)
    assert changes(before, before) == ()


def test_a_signature_says_the_same_in_plain_and_rich_text() -> None:
    # Given somebody whose name would be markup
    signature = signature_of(charter_answers(), "A. <b>Worker</b>", "Social worker")

    # Then the plain text has it as it is, the rich text as words; both say when meetings may be
    assert signature.plain.startswith("A. <b>Worker</b>\nSocial worker\n")
    assert "&lt;b&gt;Worker" in signature.rich
    for text in (signature.plain, signature.rich):
        assert "9 am to 12.30 pm" in text
        assert "https://www." in text
