"""Two sheets of one form made one: nothing that was chosen is lost, and nothing else changes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from librarian.adapters.forms.folders import FolderShelf
from librarian.bootstrap.forms import OURS
from librarian.domain.forms.form import Spot
from librarian.domain.forms.joining import Differing, Keep, differing, joined
from librarian.domain.forms.referral import combined
from librarian.domain.forms.visibility import value_at

_WHOLE = FolderShelf(OURS).load("referral")
FORM = combined(_WHOLE, _WHOLE.services)
TEXTS = st.sampled_from(["", "Sam", "Priya", "A long answer that goes on for more than a line."])
ROWS = st.lists(
    st.fixed_dictionaries({}, optional={"name": TEXTS, "dob": TEXTS, "address": TEXTS}), max_size=3
)
SHEETS = st.fixed_dictionaries(
    {},
    optional={
        "services": st.lists(st.sampled_from(["fgdm", "par"]), unique=True),
        "ref": st.fixed_dictionaries({}, optional={"name": TEXTS, "role": TEXTS}),
        "child": ROWS,
        "nobody-asks-this": TEXTS,
    },
)


@settings(max_examples=60, deadline=None)
@given(theirs=SHEETS, ours=SHEETS)
def test_whoever_is_kept_throughout_is_there_whole(
    theirs: dict[str, object], ours: dict[str, object]
) -> None:
    found = differing(FORM, theirs, ours)
    assert not differing(FORM, joined(theirs, ours, {}), theirs)
    assert not differing(FORM, joined(theirs, ours, dict.fromkeys(_spots(found), Keep.OURS)), ours)


@settings(max_examples=60, deadline=None)
@given(theirs=SHEETS, ours=SHEETS, data=st.data())
def test_each_choice_is_kept_and_every_word_stood_before_somebody(
    theirs: dict[str, object], ours: dict[str, object], data: st.DataObject
) -> None:
    # Given two sheets, and a choice for every difference
    found = differing(FORM, theirs, ours)
    kept = {
        each.spot: data.draw(
            st.sampled_from([keep for keep in Keep if keep is not Keep.BOTH or each.can_be_both])
        )
        for each in found
    }

    # When they are made one, then nothing differs from it but what was not chosen
    one = joined(theirs, ours, kept)
    not_theirs = {each.spot for each in differing(FORM, theirs, one)}
    assert not_theirs <= {spot for spot, keep in kept.items() if keep is not Keep.THEIRS}
    for each in found:
        if kept[each.spot] is Keep.BOTH:
            made = value_at(one, each.spot)
            for side in (theirs, ours):
                given_by = value_at(side, each.spot)
                parts = given_by if isinstance(given_by, list) else [given_by]
                assert all(str(part) in str(made) for part in parts)
    # and every difference was shown in words, on one side at least
    assert all(each.theirs or each.ours for each in found)
    assert all(each.question and each.page for each in found)


def test_both_of_two_long_texts_are_kept_one_under_the_other() -> None:
    # Given two long answers to one question, when both are wanted
    theirs = {"need": {"worry": "Mia does not sleep, and she is afraid of the dark at night."}}
    ours = {"need": {"worry": "She is late for school nearly every day since October began."}}
    [each] = differing(FORM, theirs, ours)
    one = joined(theirs, ours, {each.spot: Keep.BOTH})

    # Then both stand there
    assert each.can_be_both
    assert each.likely is None
    assert theirs["need"]["worry"] in str(one)
    assert ours["need"]["worry"] in str(one)


def _spots(found: tuple[Differing, ...]) -> list[Spot]:
    return [each.spot for each in found]
