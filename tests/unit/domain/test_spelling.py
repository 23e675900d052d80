"""Words are told from what is none, and their places hold for whatever a text is made of."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.spelling import judged, names_in, plain, units, without_ending


@given(
    st.lists(
        st.one_of(
            st.text(max_size=20),
            st.text(alphabet=st.characters(categories=["Cs", "Mn", "So", "Ll"]), max_size=8),
            st.sampled_from(["teh", " ", "\n", "’s", "-", "@", "😀", "e\u0301", "x1", "www."]),
        ),
        max_size=12,
    )
)
def test_each_place_holds_its_word(parts: list[str]) -> None:
    # Given any text at all, with letters of two units and halves of them
    text = "".join(parts)
    as_windows_count = text.encode("utf-16-le", "surrogatepass")

    # When its words are found
    places = tuple(judged(text))

    # Then each stands where it is said to, one behind the other, within the text
    assert units(text) * 2 == len(as_windows_count)
    for place in places:
        held = as_windows_count[2 * place.start : 2 * place.stop]
        assert held.decode("utf-16-le", "surrogatepass") == place.word
    assert all(a.stop <= b.start for a, b in pairwise(places))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Teh child’s mum, don't co-operate.", "Teh child’s mum don't co operate"),
        ("NHS 943 476 5919, DN12 4AB, 3rd, 12.30pm, s47", "NHS"),
        ("mail j.smth@dn.gov.uk or see https://exmple.org/wrng?q=x", "mail or see"),
        ("on www.exmple.org and dn.gov.uk, C:\\Flie\\nmae, form_nmae, plan.docx", "on and"),
        ("Привет мама, 你好, Łukasz", "Łukasz"),
        ("A 😀 café e\u0301tude", "café e\u0301tude"),
        ("x" * 61, ""),
    ],
)
def test_numbers_addresses_and_other_scripts_are_passed_over(text: str, words: str) -> None:
    assert [place.word for place in judged(text)] == words.split()


def test_names_are_taken_from_answers_that_are_names() -> None:
    # Given answers, with a name deep inside, a sentence and a long text
    answers = {
        "child": {"name": "Siobhán O’Rourke-Nowak", "dob": "2019-03-04"},
        "people": [{"name": "mr Okafor", "role": "uncle"}],
        "worries": "Teh " * 100,
        "number": 3,
        "said": "She came on Teusday with her mum.",
        "own": "Janaury",
    }

    # When names are looked for
    # Then they are the words with a capital of those that have little else, in small letters,
    # and the text that is looked at does not vouch for itself
    assert names_in(answers, besides="Janaury ") == {"siobhán", "o'rourke", "nowak", "okafor"}


def test_apostrophes_and_endings() -> None:
    assert plain("child’s") == "child's"
    assert plain("e\u0301tude") == "étude"
    assert [without_ending(w) for w in ("IRO's", "LACs", "carers'", "CIN")] == [
        *("IRO", "LAC", "carer", "CIN"),
    ]
